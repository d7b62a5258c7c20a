"""The race as a learner sees it: what picture, sentence and table say, and when."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from engine.features.race.result import result
from engine.features.race.track import (
    BINS,
    Axis,
    axis_over,
    days,
    end_of,
    failed,
)
from simulator.fact_texts import money

from engine.content.lesson import Lesson
from engine.content.practice_content import Workshop
from engine.features.race.presenter import Raced, lanes_of, spreads_of
from engine.features.race.state import STEPS, Race
from engine.features.race.view import race
from simulator.outcomes import (
    cost_a_day,
    lanes,
    spreads,
    watched,
)
from simulator.simulation import course, number_of_days
from tests.unit.markup import Tag, find, tags

DAY = 86400.0
MOMENTS = [step / 20 for step in range(21)]


def page(lesson: Lesson, workshop: Workshop, part: Race) -> list[Tag]:
    return tags(str(race(lesson, workshop, part)))


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
    lesson: Lesson, workshop: Workshop
) -> None:
    starts = set()
    for name in workshop.scenarios:
        raced = Raced(lesson, workshop, Race(name))
        starts.add(raced.axis.start)
        earliest = min(spread.samples[0] for spread in raced.spreads.values())
        assert raced.axis.place(earliest) > 0.06
        assert raced.axis.end >= DAY
        latest = max(raced.workload.deadline, *(spread.done[2] for spread in raced.spreads.values()))
        assert raced.axis.end * 1.1 >= latest
    assert starts == {0.01, 0.1}


def test_a_lane_has_a_bar_of_what_the_client_does_up_to_the_last_answer(lesson: Lesson, workshop: Workshop) -> None:
    for name, scenario in workshop.scenarios.items():
        found = page(lesson, workshop, Race(name))
        axis = Raced(lesson, workshop, Race(name)).axis
        for mode, lane in lanes(lesson.modes, workshop.model, scenario.workload, 1).items():
            box = next(find(found, id=f"lane-{mode}"))
            bars = with_class(found, "span", box)
            places = [tuple(map(float, re.findall(r"[\d.]+(?=%)", bar.attributes["style"]))) for bar in bars]
            assert [bar.attributes["class"].split()[1] for bar in bars] == [
                span.occupation for span in lane.spans if span.end > axis.start
            ]
            assert places[0][0] == 0
            assert sum(places[-1]) == pytest.approx(100 * axis.place(lane.done), abs=0.02)
            assert all(sum(before) == pytest.approx(after[0], abs=0.02) for before, after in pairwise(places))


def test_the_last_mark_says_whether_the_answer_came(lesson: Lesson, workshop: Workshop) -> None:
    seen = set()
    for name, scenario in workshop.scenarios.items():
        found = page(lesson, workshop, Race(name))
        for mode, lane in lanes(lesson.modes, workshop.model, scenario.workload, 1).items():
            marks = with_class(found, "mark", next(find(found, id=f"lane-{mode}")))
            assert marks[-1].attributes["class"] == ("mark lost" if failed(lane) else "mark done")
            assert [mark.attributes["class"] for mark in marks[:-1]] == ["mark first"] * (lane.first < end_of(lane))
            seen.add((failed(lane), len(marks)))
    assert {(False, 1), (False, 2), (True, 1)} <= seen


def test_at_the_end_of_a_lane_stand_its_cost_and_its_engineering_weight(lesson: Lesson, workshop: Workshop) -> None:
    for name, scenario in workshop.scenarios.items():
        found = page(lesson, workshop, Race(name))
        for mode in lesson.modes.values():
            price = next(
                tag for tag in with_class(found, "price") if tag.around[-1].attributes["data-colour"] == mode.colour
            )
            dollars = money(cost_a_day(mode, scenario.workload), workshop.words.facts)
            assert price.text == f"{dollars} {workshop.words.race.a_day}"
            assert len(with_class(found, "on", price)) == mode.engineering.weight


def test_nothing_is_told_before_the_clock_has_reached_it(lesson: Lesson, workshop: Workshop) -> None:
    for name in list(workshop.scenarios)[::3]:
        for at in MOMENTS[::4]:
            part = Race(name, at=at)
            raced = Raced(lesson, workshop, part)
            found = page(lesson, workshop, part)
            for mode, lane in raced.lanes.items():
                told = with_class(found, "news", next(find(found, id=f"lane-{mode}")))[0].text
                stand = raced.stand(mode)
                assert (raced.words.first in told) == (lane.first < end_of(lane) and raced.reached(lane.first))
                assert (stand.ended is not None) == raced.reached(end_of(lane))
                assert raced.standing(stand) in told
                assert (raced.words.late in told) == stand.late
                assert not stand.late or raced.now > raced.workload.deadline * 0.999


def test_while_the_clock_is_on_its_way_a_veil_lies_over_what_is_to_come(
    lesson: Lesson, workshop: Workshop, first_race: Race
) -> None:
    def veils(at: float) -> list[str]:
        found = page(lesson, workshop, replace(first_race, at=at))
        return [tag.attributes["style"] for tag in find(found, "i", within=with_class(found, "veil")[0])]

    assert veils(0.25) == ["inset-inline-start:25.00%"]
    assert veils(1.0) == []


def test_a_client_is_blocked_or_holds_on_or_is_free_until_the_end(lesson: Lesson, workshop: Workshop) -> None:
    kinds = {
        Raced(lesson, workshop, Race(name, at=at)).stand(mode).kind
        for name in workshop.scenarios
        for at in MOMENTS
        for mode in lesson.modes
    }
    assert (
        {"blocked", "holding", "free", "done", "cut"}
        <= kinds
        <= {"blocked", "holding", "free", "done", "cut", "expired"}
    )


def test_work_that_expires_is_said_to_and_marked(lesson: Lesson, workshop: Workshop) -> None:
    found = [
        (name, mode, expired.index(True))
        for name, scenario in workshop.scenarios.items()
        for mode in lesson.modes
        if any(expired := list(course(workshop.model, mode, scenario.workload).expired))
    ]
    assert found
    name, mode, day = found[0]
    part = Race(name, seed=day or number_of_days(workshop.model))
    raced = Raced(lesson, workshop, part)
    assert raced.stand(mode).kind == "expired"
    assert f"{raced.words.outcome.expired} {lesson.modes[mode].name}." in result(raced)
    html = page(lesson, workshop, part)
    assert with_class(html, "lost", next(find(html, id=f"lane-{mode}")))


def test_the_deadline_of_who_reads_along_is_for_the_first_words(lesson: Lesson, workshop: Workshop) -> None:
    words = workshop.words.race
    for name, scenario in workshop.scenarios.items():
        found = page(lesson, workshop, Race(name))
        (label,) = [tag.text for tag in with_class(found, "deadline")]
        assert label.startswith(f"{words.deadline_first} ") == watched(scenario.workload)
        assert len(with_class(found, "timeout")) == (scenario.workload.timeout is not None)


def test_a_histogram_counts_every_day_where_it_ends(lesson: Lesson, workshop: Workshop, second_scenario: str) -> None:
    raced = Raced(lesson, workshop, Race(second_scenario))
    for spread in raced.spreads.values():
        outline = next(find(tags(str(days(spread, raced.axis))), "path")).attributes["d"]
        heights = [100 - float(top) for top in re.findall(r"V([\d.e-]+)h1", outline)]
        counts = [0] * BINS
        for sample in spread.samples:
            counts[min(int(BINS * raced.axis.place(sample) + 1e-9), BINS - 1)] += 1
        assert sum(counts) == number_of_days(workshop.model)
        assert heights == pytest.approx([100 * count / max(counts) for count in counts], abs=0.01)


def test_all_days_are_told_with_median_and_tail(lesson: Lesson, workshop: Workshop, second_scenario: str) -> None:
    part = Race(second_scenario, many=True)
    raced, found = Raced(lesson, workshop, part), page(lesson, workshop, part)
    for mode in lesson.modes:
        box = next(find(found, id=f"lane-{mode}"))
        assert len(list(find(found, "path", within=box))) == 1
        assert len(with_class(found, "tick", box)) == 3
        for said in raced.usual(mode):
            assert said in with_class(found, "news", box)[0].text
            assert said in result(raced)


def test_the_table_holds_the_numbers_of_the_picture(lesson: Lesson, workshop: Workshop) -> None:
    for name, scenario in workshop.scenarios.items():
        raced = Raced(lesson, workshop, Race(name, seed=5))
        found = page(lesson, workshop, raced.part)
        head = next(find(found, "thead"))
        rows = [[cell.text for cell in find(found, "td", within=row)] for row in find(found, "tr")]
        day = lanes(lesson.modes, workshop.model, scenario.workload, 5)
        many = spreads(lesson.modes, workshop.model, scenario.workload)
        names = [each.text.strip() for each in find(found, "th", within=head)]
        assert names == [lesson.words.guide.mode, *(each.name for each in lesson.modes.values())]
        for mode, cells in zip(lesson.modes, zip(*filter(None, rows), strict=True), strict=True):
            assert cells[1] == (raced.words.table.never if failed(day[mode]) else raced.time(day[mode].done))
            assert list(cells[2:4]) == [f"{day[mode].in_flight:,}", f"{day[mode].retries:,}"]
            assert list(cells[4:7]) == [raced.time(time) for time in many[mode].done]
            assert float(cells[8].rstrip(workshop.words.race.table.percent)) == pytest.approx(
                100 * many[mode].late_share, rel=0.01
            )
            assert cells[9] == raced.cost(mode)
        assert {int(cell.attributes["colspan"]) for cell in find(found, "th", scope="rowgroup")} == {len(names)}


def test_the_sentence_names_who_is_first_cheapest_cut_and_late(lesson: Lesson, workshop: Workshop) -> None:
    openings = workshop.words.race.outcome
    for name in workshop.scenarios:
        raced = Raced(lesson, workshop, Race(name))
        said = result(raced)
        done = {mode: lane.done for mode, lane in raced.lanes.items() if not failed(lane)}
        first = [lesson.modes[mode].name for mode in done if done[mode] == min(done.values())]
        assert f"{openings.finishes} {', '.join(first)} {openings.after} {raced.time(min(done.values()))}." in said
        for opening, kind in ((openings.cut, "cut"), (openings.expired, "expired")):
            of = [lesson.modes[mode].name for mode in raced.lanes if raced.stand(mode).kind == kind]
            assert (f"{opening} {', '.join(of)}." in said) if of else (opening not in said)
        late = [lesson.modes[mode].name for mode in raced.lanes if raced.stand(mode).late]
        assert (f"{openings.late} {', '.join(late)}." in said) if late else (openings.late not in said)
        troubled = any(opening in said for opening in (openings.cut, openings.expired, openings.late))
        assert (openings.untroubled in said) != troubled


def test_the_sentence_says_how_the_modes_stand_while_the_clock_is_on_its_way(
    lesson: Lesson, workshop: Workshop, first_race: Race
) -> None:
    raced = Raced(lesson, workshop, replace(first_race, at=0.4))
    said = result(raced)
    assert said.startswith(f"{raced.words.outcome.at} {raced.time(raced.now)}: ")
    for name, mode in lesson.modes.items():
        assert f"{mode.name} {raced.standing(raced.stand(name))}" in said


def test_the_sentence_is_spoken_when_it_changed_but_not_at_every_tick(
    lesson: Lesson, workshop: Workshop, first_race: Race
) -> None:
    def spoken(part: Race) -> str:
        (status,) = find(page(lesson, workshop, part), role="status")
        return status.attributes["aria-live"]

    assert spoken(first_race) == spoken(replace(first_race, at=0.5)) == "polite"
    assert spoken(replace(first_race, at=0.5, playing=True)) == "off"


def test_the_control_of_the_clock_says_the_time(lesson: Lesson, workshop: Workshop, first_race: Race) -> None:
    for at in MOMENTS:
        found = page(lesson, workshop, replace(first_race, at=at))
        (control,) = find(found, "input", type="range")
        (shown,) = find(found, "output")
        assert control.attributes["aria-valuetext"] == shown.text
        assert control.attributes["value"] == str(round(at * STEPS))
        assert list(find(found, "label", for_=control.attributes["id"]))


def test_the_choice_shows_what_races(lesson: Lesson, workshop: Workshop, second_scenario: str, own_race: Race) -> None:
    def chosen(part: Race) -> list[str]:
        return [tag.text for tag in find(page(lesson, workshop, part), "option", selected="*")]

    assert chosen(Race(second_scenario)) == [workshop.scenarios[second_scenario].title]
    assert chosen(own_race) == [workshop.words.race.yours]
    found = page(lesson, workshop, Race(second_scenario))
    assert [tag.attributes["value"] for tag in find(found, "option")] == list(workshop.scenarios)


def test_a_tick_changes_no_element_but_what_it_says(lesson: Lesson, workshop: Workshop, first_race: Race) -> None:
    def structure(at: float) -> list[tuple[str, list[str]]]:
        found = page(lesson, workshop, replace(first_race, at=at, playing=True))
        return [(tag.name, sorted(tag.attributes)) for tag in found]

    assert all(structure(before) == structure(after) for before, after in pairwise(MOMENTS[:-1]))


def test_a_tick_computes_no_day_again(lesson: Lesson, workshop: Workshop, first_race: Race) -> None:
    page(lesson, workshop, first_race)
    before = lanes_of.cache_info().misses, spreads_of.cache_info().misses
    page(lesson, workshop, replace(first_race, at=0.5, playing=True))
    page(lesson, workshop, replace(first_race, many=True))
    assert (lanes_of.cache_info().misses, spreads_of.cache_info().misses) == before


def test_the_page_stays_small_and_every_name_in_it_is_its_own(
    lesson: Lesson, workshop: Workshop, own_race: Race
) -> None:
    for part in (own_race, *(Race(name, many=many) for name in workshop.scenarios for many in (False, True))):
        found = page(lesson, workshop, part)
        names = [tag.attributes["id"] for tag in find(found, id="*")]
        assert len(found) < 400
        assert len(names) == len(set(names))
