"""The race as a learner sees it: what picture, sentence and table say, and when."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.race.presenter import RaceView, present
from engine.features.race.room import ROOM
from engine.features.race.standing import Run, run_of, spreads_of, standing
from engine.features.race.state import STEPS, Race, workload_of
from engine.features.race.texts import percentile_texts, standing_text, time_text
from engine.features.race.view import race
from engine.messages import Messages
from engine.sections import shown_weight
from simulator.outcomes import cost_a_day, watched
from simulator.parameters import Model
from simulator.simulation import number_of_days, simulate
from simulator.timeline import BINS, Axis, axis_over, histogram_bar
from simulator.wording import Wording
from simulator.workload import Workload
from tests.support.markup import Tag, find, tags
from tests.support.rooms import asked_for, view_imports

DAY = 86400.0
MOMENTS = [step / 20 for step in range(21)]


@pytest.fixture(scope="module")
def messages(lazy: LazyContent) -> Messages:
    """The words of the lazy features."""
    return lazy.messages


def page(lesson: Lesson, lazy: LazyContent, own: Race) -> list[Tag]:
    return tags(str(race(present(lesson, lazy, own))))


def view(lesson: Lesson, lazy: LazyContent, own: Race) -> RaceView:
    return present(lesson, lazy, own)


def run(lesson: Lesson, lazy: LazyContent, own: Race) -> Run:
    return run_of(lesson, lazy, workload_of(own, lazy), own.seed)


def workloads(lazy: LazyContent) -> dict[str, Workload]:
    return {name: each.workload for name, each in lazy.scenarios.items() if each.workload}


def with_class(found: list[Tag], name: str, within: Tag | None = None) -> list[Tag]:
    return [tag for tag in find(found, within=within, class_="*") if name in tag.attributes["class"].split()]


def test_the_axis_is_logarithmic_and_ends_where_everything_lies_within() -> None:
    ticks = (0.1, 1.0, 10.0, DAY, 7 * DAY)
    axis = axis_over(ticks, DAY, [3.0])
    assert axis == Axis(0.1, DAY, ticks[:4])
    assert [axis.place(0.0), axis.place(0.1), axis.place(DAY), axis.place(9 * DAY)] == [0, 0, 1, 1]
    assert axis.place(10) == pytest.approx(2 * axis.place(1))
    assert [axis.place(axis.moment(place)) for place in MOMENTS] == pytest.approx(MOMENTS)
    assert axis_over(ticks, DAY, [DAY + 5]).end == DAY
    assert axis_over(ticks, DAY, [1.5 * DAY]).end == 7 * DAY
    assert axis_over(ticks, DAY, [99 * DAY]).end == 7 * DAY


def test_the_axis_starts_earlier_where_something_ends_too_near_to_its_start() -> None:
    ticks = (0.1, 1.0, 10.0, DAY, 7 * DAY)
    assert axis_over(ticks, DAY, [0.31]).ticks == ticks[:4]
    assert axis_over(ticks, DAY, [5.0, 0.12]).ticks == (0.01, *ticks[:4])
    assert axis_over(ticks, DAY, [0.02]).ticks == (0.001, 0.01, *ticks[:4])
    assert axis_over(ticks, DAY, [0.0]).start == 0.001


def test_the_axis_of_a_scenario_reaches_from_a_tenth_of_a_second_or_less_to_a_day_at_least(
    lesson: Lesson, lazy: LazyContent
) -> None:
    starts = set()
    for name in lazy.scenarios:
        found = run(lesson, lazy, Race(name))
        starts.add(found.axis.start)
        earliest = min(spread.samples[0] for spread in found.spreads.values())
        assert found.axis.place(earliest) > 0.06
        assert found.axis.end >= DAY
        latest = max(found.workload.deadline, *(spread.done[2] for spread in found.spreads.values()))
        assert found.axis.end * 1.1 >= latest
    assert starts == {0.01, 0.1}


def test_a_track_has_a_bar_of_what_the_client_does_up_to_the_last_answer(lesson: Lesson, lazy: LazyContent) -> None:
    for name in lazy.scenarios:
        html, found = page(lesson, lazy, Race(name)), run(lesson, lazy, Race(name))
        for mode, track in found.tracks.items():
            box = next(find(html, id=f"track-{mode}"))
            segments = with_class(html, "span", box)
            places = [tuple(map(float, re.findall(r"[\d.]+(?=%)", each.attributes["style"]))) for each in segments]
            assert [each.attributes["class"].split()[1] for each in segments] == [
                span.client for span in track.spans if span.end > found.axis.start
            ]
            assert places[0][0] == 0
            assert sum(places[-1]) == pytest.approx(100 * found.axis.place(track.done), abs=0.02)
            assert all(sum(before) == pytest.approx(after[0], abs=0.02) for before, after in pairwise(places))


def test_the_last_mark_says_whether_the_answer_came(lesson: Lesson, lazy: LazyContent) -> None:
    seen = set()
    for name in lazy.scenarios:
        html = page(lesson, lazy, Race(name))
        for mode, track in run(lesson, lazy, Race(name)).tracks.items():
            marks = with_class(html, "mark", next(find(html, id=f"track-{mode}")))
            assert marks[-1].attributes["class"] == ("mark lost" if track.failed else "mark done")
            assert [mark.attributes["class"] for mark in marks[:-1]] == ["mark first"] * track.shows_first
            seen.add((track.failed, len(marks)))
    assert {(False, 1), (False, 2), (True, 1)} <= seen


def test_at_the_end_of_a_track_stand_its_cost_and_its_engineering_weight(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name, workload in workloads(lazy).items():
        html = page(lesson, lazy, Race(name))
        for mode in lesson.modes.values():
            price = next(
                tag for tag in with_class(html, "price") if tag.around[-1].attributes["data-colour"] == mode.colour
            )
            assert price.text == messages("race.cost", dollars=wording.money(cost_a_day(mode, workload)))
            assert len(with_class(html, "on", price)) == shown_weight(lesson, mode).value


def test_nothing_is_said_before_the_clock_has_reached_it(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name in list(lazy.scenarios)[::3]:
        for at in MOMENTS[::4]:
            own = Race(name, at=at)
            html, found = page(lesson, lazy, own), run(lesson, lazy, own)
            for mode, track in found.tracks.items():
                news = with_class(html, "news", next(find(html, id=f"track-{mode}")))[0].text
                stands = standing(found, mode, at)
                first = messages("race.first", time=time_text(wording, track.first))
                assert (first in news) == (track.shows_first and found.reached(track.first, at))
                assert (stands.ended is not None) == found.reached(track.end, at)
                assert standing_text(messages, wording, stands) in news
                assert (messages("race.late") in news) == stands.late
                assert not stands.late or found.axis.moment(at) > found.workload.deadline * 0.999


def test_while_the_clock_is_on_its_way_a_veil_lies_over_what_is_to_come(
    lesson: Lesson, lazy: LazyContent, first_race: Race
) -> None:
    def veils(at: float) -> list[str]:
        found = page(lesson, lazy, replace(first_race, at=at))
        return [tag.attributes["style"] for tag in find(found, "i", within=with_class(found, "veil")[0])]

    assert veils(0.25) == ["inset-inline-start:25.00%"]
    assert veils(1.0) == []


def test_a_client_is_blocked_or_connected_or_free_until_the_end(lesson: Lesson, lazy: LazyContent) -> None:
    kinds = {
        standing(run(lesson, lazy, Race(name)), mode, at).kind
        for name in lazy.scenarios
        for at in MOMENTS
        for mode in lesson.modes
    }
    assert (
        {"blocked", "connected", "free", "done", "cut"}
        <= kinds
        <= {"blocked", "connected", "free", "done", "cut", "expired"}
    )


def test_work_that_expires_is_said_to_and_marked(
    lesson: Lesson, lazy: LazyContent, model: Model, messages: Messages
) -> None:
    found = [
        (name, mode, expired.index(True))
        for name, workload in workloads(lazy).items()
        for mode in lesson.modes
        if any(expired := list(simulate(model, mode, workload).expired))
    ]
    assert found
    name, mode, day = found[0]
    own = Race(name, seed=day or number_of_days(model))
    shown = view(lesson, lazy, own)
    assert next(track.kind for track in shown.tracks if track.id == mode) == "expired"
    assert messages("race.result.expired", modes=lesson.modes[mode].name) in shown.result
    html = page(lesson, lazy, own)
    assert with_class(html, "lost", next(find(html, id=f"track-{mode}")))


def test_the_deadline_of_who_reads_along_is_for_the_first_words(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name, workload in workloads(lazy).items():
        html = page(lesson, lazy, Race(name))
        (label,) = [tag.text for tag in with_class(html, "deadline")]
        time = wording.exact_duration(workload.deadline)
        assert (label == messages("race.deadline_first", time=time)) == watched(workload)
        assert len(with_class(html, "timeout")) == (workload.timeout is not None)


def test_a_histogram_counts_every_day_where_it_ends(
    lesson: Lesson, lazy: LazyContent, model: Model, second_scenario: str
) -> None:
    found = run(lesson, lazy, Race(second_scenario))
    for spread in found.spreads.values():
        counts = [0] * BINS
        for sample in spread.samples:
            counts[min(int(BINS * found.axis.place(sample) + 1e-9), BINS - 1)] += 1
        assert sum(counts) == number_of_days(model)
        assert histogram_bar(spread, found.axis).histogram == pytest.approx([each / max(counts) for each in counts])


def test_all_days_are_shown_with_median_and_tail(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording, second_scenario: str
) -> None:
    own = Race(second_scenario, many=True)
    found, html, result = run(lesson, lazy, own), page(lesson, lazy, own), view(lesson, lazy, own).result
    for mode in lesson.modes:
        box = next(find(html, id=f"track-{mode}"))
        assert len(list(find(html, "path", within=box))) == 1
        assert len(with_class(html, "tick", box)) == 3
        for text in percentile_texts(messages, wording, found.spreads[mode].done):
            assert text in with_class(html, "news", box)[0].text
            assert text in result


def test_the_table_holds_the_numbers_of_the_picture(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name, workload in workloads(lazy).items():
        own = Race(name, seed=5)
        html, found = page(lesson, lazy, own), run(lesson, lazy, own)
        head = next(find(html, "thead"))
        rows = [[cell.text for cell in find(html, "td", within=row)] for row in find(html, "tr")]
        names = [each.text.strip() for each in find(html, "th", within=head)]
        assert names == [messages("race.table.mode"), *(each.name for each in lesson.modes.values())]
        for mode, cells in zip(lesson.modes, zip(*filter(None, rows), strict=True), strict=True):
            track, spread = found.tracks[mode], found.spreads[mode]
            assert cells[1] == (messages("race.table.never") if track.failed else time_text(wording, track.done))
            assert list(cells[2:4]) == [f"{track.in_flight:,}", f"{track.retries:,}"]
            assert list(cells[4:7]) == [time_text(wording, time) for time in spread.done]
            assert float(cells[8].rstrip("%")) == pytest.approx(100 * spread.late_share, rel=0.01)
            dollars = wording.money(cost_a_day(lesson.modes[mode], workload))
            assert cells[9] == messages("race.cost", dollars=dollars)
        assert {int(cell.attributes["colspan"]) for cell in find(html, "th", scope="rowgroup")} == {len(names)}


def test_the_sentence_names_who_is_first_cut_and_late(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name in lazy.scenarios:
        found, text = run(lesson, lazy, Race(name)), view(lesson, lazy, Race(name)).result
        stands = {mode: standing(found, mode, 1.0) for mode in found.tracks}
        done = {mode: track.done for mode, track in found.tracks.items() if not track.failed}
        first = ", ".join(lesson.modes[mode].name for mode in done if done[mode] == min(done.values()))
        assert messages("race.result.finishes", modes=first, time=time_text(wording, min(done.values()))) in text
        cut = ", ".join(lesson.modes[mode].name for mode, each in stands.items() if each.kind == "cut")
        expired = ", ".join(lesson.modes[mode].name for mode, each in stands.items() if each.kind == "expired")
        late = ", ".join(lesson.modes[mode].name for mode, each in stands.items() if each.late)
        assert (messages("race.result.cut", modes=cut) in text) == bool(cut)
        assert (messages("race.result.expired", modes=expired) in text) == bool(expired)
        assert (messages("race.result.late", modes=late) in text) == bool(late)
        assert (messages("race.result.untroubled") in text) != bool(cut or expired or late)


def test_the_sentence_says_how_the_modes_stand_while_the_clock_is_on_its_way(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording, first_race: Race
) -> None:
    own = replace(first_race, at=0.4)
    found, text = run(lesson, lazy, own), view(lesson, lazy, own).result
    now = time_text(wording, found.axis.moment(0.4))
    assert text.startswith(messages("race.result.now", time=now, standings="").rstrip("."))
    for name, mode in lesson.modes.items():
        stands = standing_text(messages, wording, standing(found, name, 0.4))
        assert messages("race.result.standing", mode=mode.name, standing=stands) in text


def test_the_sentence_is_spoken_when_it_changed_but_not_at_every_tick(
    lesson: Lesson, lazy: LazyContent, first_race: Race
) -> None:
    def spoken(own: Race) -> str:
        (status,) = find(page(lesson, lazy, own), role="status")
        return status.attributes["aria-live"]

    assert spoken(first_race) == spoken(replace(first_race, at=0.5)) == "polite"
    assert spoken(replace(first_race, at=0.5, playing=True)) == "off"


def test_the_control_of_the_clock_says_the_time(lesson: Lesson, lazy: LazyContent, first_race: Race) -> None:
    for at in MOMENTS:
        found = page(lesson, lazy, replace(first_race, at=at))
        (control,) = find(found, "input", type="range")
        (shown,) = find(found, "output")
        assert control.attributes["aria-valuetext"] == shown.text
        assert control.attributes["value"] == str(round(at * STEPS))
        assert list(find(found, "label", for_=control.attributes["id"]))


def test_the_choice_shows_what_races(
    lesson: Lesson, lazy: LazyContent, messages: Messages, second_scenario: str, own_race: Race
) -> None:
    def chosen(own: Race) -> list[str]:
        return [tag.text for tag in find(page(lesson, lazy, own), "option", selected="*")]

    assert chosen(Race(second_scenario)) == [lazy.scenarios[second_scenario].title]
    assert chosen(own_race) == [messages("race.own")]
    found = page(lesson, lazy, Race(second_scenario))
    assert [tag.attributes["value"] for tag in find(found, "option")] == list(lazy.scenarios)


def test_a_tick_changes_no_element_but_what_it_says(lesson: Lesson, lazy: LazyContent, first_race: Race) -> None:
    def structure(at: float) -> list[tuple[str, list[str]]]:
        found = page(lesson, lazy, replace(first_race, at=at, playing=True))
        return [(tag.name, sorted(tag.attributes)) for tag in found]

    assert all(structure(before) == structure(after) for before, after in pairwise(MOMENTS[:-1]))


def test_a_tick_computes_no_day_again(lesson: Lesson, lazy: LazyContent, first_race: Race) -> None:
    page(lesson, lazy, first_race)
    before = run_of.cache_info().misses, spreads_of.cache_info().misses
    page(lesson, lazy, replace(first_race, at=0.5, playing=True))
    page(lesson, lazy, replace(first_race, many=True))
    assert (run_of.cache_info().misses, spreads_of.cache_info().misses) == before


def test_the_page_stays_small_and_every_name_in_it_is_its_own(
    lesson: Lesson, lazy: LazyContent, own_race: Race
) -> None:
    for own in (own_race, *(Race(name, many=many) for name in lazy.scenarios for many in (False, True))):
        found = page(lesson, lazy, own)
        names = [tag.attributes["id"] for tag in find(found, id="*")]
        assert len(found) < 400
        assert len(names) == len(set(names))


# The room.


def test_each_control_asks_for_an_event_of_the_room_and_each_event_has_a_control(
    lesson: Lesson, lazy: LazyContent, first_race: Race, own_race: Race
) -> None:
    states = (first_race, own_race, replace(first_race, at=0.3, playing=True), replace(first_race, many=True))
    asked = {kind for own in states for kind in asked_for(ROOM, page(lesson, lazy, own))}
    assert asked == set(ROOM.events)


def test_the_view_computes_nothing() -> None:
    assert view_imports("race") == set()
