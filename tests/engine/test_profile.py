"""A mode at a glance: its price, how long it takes and what there is to build, on one axis for all modes."""

from dataclasses import replace

import pytest
from htpy import div

from engine.address import opened
from engine.app import target
from engine.content.lesson import Lesson
from engine.features.explore.profile import Entry, profiles
from engine.features.explore.profile_view import profile
from engine.sequence.spread import TICKS, Axis
from tests.support.markup import find, tags

MODES = ("counter", "buffet", "ticket", "banquet")


def entry(lesson: Lesson, mode: str, section: str) -> Entry:
    """What the profile of a mode says of a section."""
    (shown,) = (each for each in profiles(lesson) if each.name == mode)
    return next(each for each in shown.entries if each.section == section)


def test_it_has_an_entry_for_each_section_but_those_of_points_and_of_a_step(lesson: Lesson) -> None:
    for shown in profiles(lesson):
        assert [each.section for each in shown.entries] == ["latency", "price", "engineering"]
        assert [each.heading for each in shown.entries] == ["Latency", "Cost", "Engineering cost"]
    assert [shown.name for shown in profiles(lesson)] == list(MODES)


@pytest.mark.parametrize("mode", MODES)
def test_it_says_price_weight_and_latency_as_the_sections_have_them(mode: str, lesson: Lesson) -> None:
    sections = lesson.modes[mode].sections
    assert entry(lesson, mode, "price").number == f"{sections['price'].multiplier}×"
    weight = entry(lesson, mode, "engineering").weight
    assert weight
    assert weight.value == sections["engineering"].weight
    latency = entry(lesson, mode, "latency")
    assert latency.text == sections["latency"].short
    assert latency.spread
    assert latency.spread.name == (sections["latency"].measures or ())[0].name
    assert latency.number == ""
    assert latency.weight is None


def test_the_picture_of_the_times_also_says_them_in_words(lesson: Lesson) -> None:
    spread = entry(lesson, "counter", "latency").spread
    measure = (lesson.modes["counter"].sections["latency"].measures or ())[0]
    assert spread
    assert spread.label == f"{measure.name}: p50 {spread.p50.text}, p95 {spread.p95.text}, p99 {spread.p99.text}"
    assert spread.p50.text == "2.7 s"


def test_all_modes_share_one_axis_on_which_longer_is_further(lesson: Lesson) -> None:
    spreads = {mode: entry(lesson, mode, "latency").spread for mode in MODES}
    assert len({spread.ticks for spread in spreads.values() if spread}) == 1
    medians = sorted((lesson.modes[mode].sections["latency"].measures or ())[0].median for mode in MODES)
    by_median = sorted(
        (measures[0].median, spread.p50.at)
        for mode, spread in spreads.items()
        if spread and (measures := lesson.modes[mode].sections["latency"].measures)
    )
    assert [median for median, _ in by_median] == medians
    assert [at for _, at in by_median] == sorted(at for _, at in by_median)
    for spread in spreads.values():
        assert spread
        assert 0 < spread.p50.at <= spread.p95.at <= spread.p99.at < 100


def test_a_mode_without_times_has_no_picture_of_them(lesson: Lesson) -> None:
    modes = {
        name: replace(mode, sections={**mode.sections, "latency": replace(mode.sections["latency"], measures=None)})
        for name, mode in lesson.modes.items()
    }
    assert entry(replace(lesson, modes=modes), "counter", "latency").spread is None
    one = {**lesson.modes, "counter": modes["counter"]}
    assert entry(replace(lesson, modes=one), "counter", "latency").spread is None
    assert entry(replace(lesson, modes=one), "buffet", "latency").spread


@pytest.mark.parametrize("mode", MODES)
def test_each_entry_leads_to_its_section_of_the_guidance(mode: str, lesson: Lesson) -> None:
    for section in ("latency", "price", "engineering"):
        state = opened(lesson, "", entry(lesson, mode, section).address)
        assert (state.mode, target(state), state.notices) == (mode, f"{mode}-{section}", ())


def test_the_page_has_a_profile_for_each_mode_in_the_slot_of_its_card(lesson: Lesson) -> None:
    found = tags(str(div[profile(profiles(lesson))]))
    shown = list(find(found, "section", data_mode="*"))
    assert [each.attributes["class"] for each in shown] == [f"profile slot-{slot}" for slot in range(1, 5)]
    assert shown[0].attributes["aria-label"] == "Counter at a glance"
    for each, mode in zip(shown, MODES, strict=True):
        (large,) = find(found, "strong", within=each, class_="large")
        assert large.text == entry(lesson, mode, "price").number
        (axis,) = find(found, "div", within=each, class_="axis")
        assert axis.attributes["aria-hidden"] == "true"
        (words,) = find(found, "p", within=each, class_="spread-text")
        assert "p95" in words.text


# The axis


@pytest.mark.parametrize(("shortest", "longest"), [(0.5, 0.6), (1, 100), (2, 86400), (0.05, 200_000)])
def test_an_axis_has_a_few_marks_in_order_all_of_which_are_on_it(
    shortest: float, longest: float, lesson: Lesson
) -> None:
    axis = Axis(shortest, longest)
    ticks = axis.ticks(lesson.messages)
    assert len(ticks) <= 4
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)
    assert all(0 <= tick.at <= 100 for tick in ticks)
    assert axis.place(shortest) > 0
    assert axis.place(longest) < 100


def test_an_axis_is_logarithmic() -> None:
    axis = Axis(1, 10_000)
    apart = [axis.place(10 ** (power + 1)) - axis.place(10**power) for power in range(4)]
    assert apart == pytest.approx([apart[0]] * 4, abs=0.11)
    assert list(TICKS) == sorted(TICKS)
