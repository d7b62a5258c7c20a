"""The facts of a workload as sliders: where one can stop, and what the track says."""

from dataclasses import replace
from itertools import pairwise

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.sliders.slider import Slider
from engine.sliders.view import slider
from simulator.parameters import Model
from simulator.sliders import anchored, present_slider, stops, value_at
from simulator.sweep import Sweep, Zone, sweep
from simulator.workload import QUANTITIES, Value
from tests.support.markup import find, tags
from tests.support.workloads import NIGHT


class Slide:
    """Stands for the event of whichever feature shows the slider."""

    __match_args__ = ("fact", "step")


def shown(lesson: Lesson, lazy: LazyContent, found: Sweep | None, first: Value, now: Value) -> Slider:
    return present_slider(lesson, lazy, found.fact if found else "deadline", first, now, found)


def swept(
    *zones: tuple[float, float, str | None], fact: str = "deadline", without: tuple[str | None, ...] = ()
) -> Sweep:
    return Sweep(fact, tuple(Zone(*zone) for zone in zones), without)


@pytest.mark.parametrize("fact", QUANTITIES)
def test_a_slider_stops_at_round_numbers_of_its_range_and_at_the_first_value(model: Model, fact: str) -> None:
    limits = model.ranges[fact]
    middle = (limits.least * limits.most) ** 0.5 * 1.37
    middle = round(middle) if middle > 1 else middle
    found = [each for each in stops(model, fact, middle) if each is not None]
    assert middle in found
    assert limits.least <= found[0] and found[-1] <= limits.most
    assert all(before < after for before, after in pairwise(found))
    assert len(found) <= 65


def test_what_there_may_be_none_of_has_none_as_its_last_stop(model: Model) -> None:
    assert stops(model, "timeout", 60)[-1] is None
    assert None not in stops(model, "deadline", 60)


def test_the_stops_stay_while_one_slides(model: Model) -> None:
    found = stops(model, "deadline", 37.0)
    assert [value_at(model, "deadline", 37.0, step) for step in range(len(found))] == list(found)
    assert value_at(model, "deadline", 37.0, 10_000) == found[-1]
    assert value_at(model, "deadline", 37.0, -1) == found[0]


def test_while_a_fact_slides_its_own_sweep_stays_the_same() -> None:
    assert anchored(replace(NIGHT, deadline=99), NIGHT, "deadline") == NIGHT
    assert anchored(replace(NIGHT, requests=9), NIGHT, "deadline") == replace(NIGHT, requests=9)


def test_the_zones_fill_the_track_and_each_border_lies_between_two_stops(
    lesson: Lesson, lazy: LazyContent, model: Model
) -> None:
    for fact in ("requests", "deadline", "timeout", "times_a_day"):
        found = shown(lesson, lazy, sweep(lesson.modes, model, NIGHT, fact), getattr(NIGHT, fact), getattr(NIGHT, fact))
        assert found.zones[0].start == 0
        assert sum(zone.size for zone in found.zones) == pytest.approx(1)
        thumb = found.step / found.last
        inside = [zone for zone in found.zones if zone.start <= thumb <= zone.start + zone.size]
        assert [zone.mode for zone in inside] == [found.mode]


def test_a_sentence_names_the_zones_with_rounded_ends(lesson: Lesson, lazy: LazyContent) -> None:
    one, two, three = list(lesson.modes)[:3]
    names = [lesson.modes[each].name for each in (one, two, three)]
    both = shown(lesson, lazy, swept((0.2, 31.0, one), (31.0, 604_800, two)), 60.0, 60.0)
    assert both.summary == f"{names[0]} until about 31 s, then {names[1]}."
    all_three = shown(lesson, lazy, swept((0.2, 31.0, one), (31.0, 5400.0, two), (5400.0, 604_800, three)), 60.0, 60.0)
    assert all_three.summary == f"{names[0]} until about 31 s, {names[1]} until about 1.5 h, then {names[2]}."
    alone = shown(lesson, lazy, swept((0.2, 604_800, one)), 60.0, 60.0)
    assert alone.summary == f"{names[0]} over this whole range."
    none = shown(lesson, lazy, swept((0.2, 5.0, None), (5.0, 604_800, two)), 60.0, 60.0)
    assert none.summary == f"Nothing fits until about 5 s, then {names[1]}."
    timer = shown(lesson, lazy, swept((1, 60.0, one), (60.0, 7200, two), fact="timeout", without=(three,)), None, None)
    assert timer.summary == f"{names[0]} until about 60 s, then {names[1]}. With no limit, {names[2]}."


def test_a_zone_without_a_stop_is_no_zone_of_the_track(lesson: Lesson, lazy: LazyContent) -> None:
    one, two, three = list(lesson.modes)[:3]
    found = shown(lesson, lazy, swept((0.2, 52.0, one), (52.0, 53.0, two), (53.0, 604_800, three)), 60.0, 60.0)
    assert [zone.name for zone in found.zones] == [lesson.modes[one].name, lesson.modes[three].name]
    assert lesson.modes[two].name not in found.summary


def test_the_first_value_is_marked_once_the_fact_is_another(lesson: Lesson, lazy: LazyContent) -> None:
    found = swept((0.2, 31.0, "counter"), (31.0, 604_800, "ticket"))
    assert shown(lesson, lazy, found, 60.0, 60.0).first is None
    slid = shown(lesson, lazy, found, 60.0, 20.0)
    assert slid.first is not None
    assert (slid.first.text, slid.value, slid.best) == ("At first: 60 s", "20 s", lesson.modes["counter"].name)
    assert slid.spoken == f"20 s: {lesson.modes['counter'].name}"


def test_until_the_zones_are_found_it_says_so(lesson: Lesson, lazy: LazyContent) -> None:
    found = shown(lesson, lazy, None, 60.0, 60.0)
    assert (found.zones, found.mode, found.best) == ((), None, "")
    assert found.summary == lazy.messages("sliders.looking")


def test_it_is_a_native_range_that_says_its_value_and_carries_its_event(lesson: Lesson, lazy: LazyContent) -> None:
    view = shown(lesson, lazy, swept((0.2, 31.0, "counter"), (31.0, 604_800, "ticket")), 60.0, 60.0)
    found = tags(str(slider(view, Slide, "test")))
    (control,) = find(found, "input", id="test-deadline")
    attributes = control.attributes
    assert (attributes["type"], attributes["min"], attributes["value"]) == ("range", "0", str(view.step))
    assert (attributes["aria-valuetext"], attributes["data-value"]) == (view.spoken, "deadline")
    zones = list(find(found, class_="zone"))
    assert [zone.text for zone in zones] == [lesson.modes["counter"].name, lesson.modes["ticket"].name]
    assert len(list(find(found, class_="sign", within=zones[0]))) == 1


def test_a_fact_at_an_end_of_its_range_still_has_its_place(lesson: Lesson, lazy: LazyContent, model: Model) -> None:
    limits = model.ranges["deadline"]
    for value, step in ((limits.least, 0), (limits.most, -1)):
        found = shown(lesson, lazy, sweep(lesson.modes, model, NIGHT, "deadline"), value, value)
        assert found.step == step % (found.last + 1)
