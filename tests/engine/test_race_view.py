"""The race as a learner sees it: what picture, sentence and table say, and when."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.race.events import MoveDeadline
from engine.features.race.figures import FIGURES
from engine.features.race.presenter import RaceView, TrackView, present, race_of
from engine.features.race.standing import Run, advice_of, standing
from engine.features.race.state import STEPS, Race, ended, movable, update, workload_of
from engine.features.race.texts import ended_text, standing_text, time_text
from engine.features.race.view import race
from engine.messages import Messages
from engine.sections import shown_weight
from engine.timeline import Bar
from simulator.client import states
from simulator.cost import cost_a_day
from simulator.lesson import model_of
from simulator.outcomes import counting
from simulator.parameters import Model
from simulator.simulation import number_of_days, simulate
from simulator.timeline import Axis, axis_over
from simulator.wording import Wording
from simulator.workload import Workload, first_words_by
from tests.support.markup import Tag, find, tags

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
    return race_of(lesson, lazy, own)


def ran(name: str, **others: object) -> Race:
    """A scenario's race, seen to its end."""
    return replace(ended(Race(name)), **others)  # type: ignore[arg-type]


def workloads(lazy: LazyContent) -> dict[str, Workload]:
    return {name: each.workload for name, each in lazy.scenarios.items() if each.workload}


def with_class(found: list[Tag], name: str, within: Tag | None = None) -> list[Tag]:
    return [tag for tag in find(found, within=within, class_="*") if name in tag.attributes["class"].split()]


def box_of(found: list[Tag], mode: str) -> Tag:
    return next(find(found, id=f"track-{mode}"))


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


# Before the race.


def test_before_the_race_nothing_is_told_of_its_end(lesson: Lesson, lazy: LazyContent, messages: Messages) -> None:
    for name in lazy.scenarios:
        for own in (Race(name), Race(name, bet=next(iter(lesson.modes)))):
            found, shown = page(lesson, lazy, own), view(lesson, lazy, own)
            assert [with_class(found, kind) for kind in ("span", "mark", "numbers", "best")] == [[], [], [], []]
            assert {each.words for each in shown.tracks} == {messages("race.client.ready")}
            assert (shown.answer, shown.standings, shown.numbers, shown.at) == ((), "", None, 0.0)
            assert not any(each.best for each in shown.tracks)


def test_one_bets_on_a_mode_and_if_one_likes_on_a_time_and_then_plays(
    lesson: Lesson, lazy: LazyContent, messages: Messages, first_race: Race
) -> None:
    found = page(lesson, lazy, replace(first_race, bet=list(lesson.modes)[2], guess=60.0))
    stakes = list(find(found, "input", type="radio"))
    assert [each.attributes["value"] for each in stakes] == list(lesson.modes)
    assert [each.attributes["value"] for each in stakes if "checked" in each.attributes] == [list(lesson.modes)[2]]
    guess = next(find(found, id="race-guess"))
    assert [each.text for each in find(found, "option", within=guess, selected="*")] == ["60 s"]
    assert next(find(found, "option", within=guess)).text == messages("race.bet.any")
    (primary,) = with_class(found, "primary")
    assert primary.text == messages("race.play")


def test_one_button_at_most_is_the_one_to_press(lesson: Lesson, lazy: LazyContent, first_race: Race) -> None:
    over = ended(first_race)
    for own, count in (
        (first_race, 1),
        (replace(first_race, begun=True, at=0.4), 1),
        (replace(first_race, begun=True, at=0.4, playing=True), 0),
        (over, 0),
        (replace(over, many=True), 0),
    ):
        assert len(with_class(page(lesson, lazy, own), "primary")) == count


# The picture of a day.


def test_a_track_has_a_bar_of_the_states_of_the_client_up_to_the_last_answer(lesson: Lesson, lazy: LazyContent) -> None:
    for name in lazy.scenarios:
        html, found = page(lesson, lazy, ran(name)), run(lesson, lazy, Race(name))
        for mode, track in found.tracks.items():
            segments = with_class(html, "span", box_of(html, mode))
            places = [tuple(map(float, re.findall(r"[\d.]+(?=%)", each.attributes["style"]))) for each in segments]
            declared = states(lesson, found.model, mode)
            assert [each.attributes["data-fill"] for each in segments] == [
                declared[span.moment].fill for span in track.spans
            ]
            assert places[0][0] == 0
            assert sum(places[-1]) == pytest.approx(100 * found.axis.place(track.done), abs=0.02)
            assert all(sum(before) == pytest.approx(after[0], abs=0.02) for before, after in pairwise(places))


def test_the_last_mark_says_whether_the_answer_came(lesson: Lesson, lazy: LazyContent) -> None:
    seen = set()
    for name in lazy.scenarios:
        html = page(lesson, lazy, ran(name))
        for mode, track in run(lesson, lazy, Race(name)).tracks.items():
            marks = with_class(html, "mark", box_of(html, mode))
            assert marks[-1].attributes["class"] == ("mark lost" if track.failed else "mark done")
            assert [mark.attributes["class"] for mark in marks[:-1]] == ["mark first"] * track.shows_first
            seen.add((track.failed, len(marks)))
    assert {(False, 1), (False, 2), (True, 1)} <= seen


def test_the_key_names_the_states_that_occur_and_each_once(lesson: Lesson, lazy: LazyContent) -> None:
    names = {state.name for state in lesson.about.states.values()}
    seen: set[str] = set()
    for name in lazy.scenarios:
        html, shown = page(lesson, lazy, ran(name)), view(lesson, lazy, ran(name))
        listed = [tag.text for tag in find(html, "li", within=with_class(html, "key")[0])]
        drawn = {
            each.look.name
            for track in shown.tracks
            if isinstance(track.picture, Bar)
            for each in track.picture.segments
        }
        assert len(listed) == len(set(listed))
        assert {each for each in listed if each in names} == drawn
        seen |= drawn
    assert seen == names


def test_at_the_end_of_a_track_stand_its_cost_and_its_engineering_weight(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name, workload in workloads(lazy).items():
        html, model = page(lesson, lazy, Race(name)), model_of(lazy)
        for id_, mode in lesson.modes.items():
            dollars = cost_a_day(mode, model.modes[id_], model, workload)
            price = next(
                tag for tag in with_class(html, "price") if tag.around[-1].attributes["data-colour"] == mode.colour
            )
            assert price.text == messages("race.cost", dollars=wording.money(dollars))
            assert len(with_class(html, "on", price)) == shown_weight(lesson, mode).value


# The client, as a figure and in words.


def test_nothing_is_said_before_the_clock_has_reached_it(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name in list(lazy.scenarios)[::3]:
        for at in MOMENTS[:-1:4]:
            own = Race(name, at=at, begun=True)
            html, found = page(lesson, lazy, own), run(lesson, lazy, own)
            for mode, track in found.tracks.items():
                news = with_class(html, "news", box_of(html, mode))[0].text
                stands = standing(found, mode, at)
                assert stands.over == found.reached(track.end, at)
                assert news == standing_text(messages, wording, found, mode, stands)
                assert (ended_text(messages, wording, found, mode) in news) == stands.over
                assert track.failed or not stands.late or found.axis.moment(at) > found.workload.deadline * 0.999


def every_standing(lesson: Lesson, lazy: LazyContent) -> Iterator[tuple[Run, float, TrackView]]:
    for name in lazy.scenarios:
        for at in MOMENTS:
            own = Race(name, at=at, begun=True)
            yield from ((run(lesson, lazy, own), at, track) for track in view(lesson, lazy, own).tracks)


def test_a_client_is_told_by_its_state_and_by_what_it_does(
    lesson: Lesson, lazy: LazyContent, messages: Messages
) -> None:
    declared = {state.name for state in lesson.about.states.values()}
    seen: dict[str, set[str]] = {}
    for found, at, track in every_standing(lesson, lazy):
        stands = standing(found, track.id, at)
        assert track.figure == stands.figure
        if not stands.over:
            assert stands.state in declared
            assert track.words.startswith(f"{stands.state}, {messages(f'race.client.{stands.figure}')}")
        seen.setdefault(stands.figure, set()).add(stands.state)
    assert seen["frozen"] == {"blocked"}
    assert seen["reading"] == seen["collecting"] == seen["sending"] == {"busy"}
    assert seen["elsewhere"] == seen["home"] == {"free"}
    assert seen["paced"] == {"submitting"}
    assert {"done", "late", "cut"} <= set(seen)


def test_each_thing_that_a_client_does_has_a_figure_of_its_own() -> None:
    assert len(set(FIGURES.values())) == len(FIGURES)


def test_done_and_late_are_one_sentence(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    late = 0
    for name in lazy.scenarios:
        found = run(lesson, lazy, Race(name))
        for track in view(lesson, lazy, ran(name)).tracks:
            text = track.words
            day = found.tracks[track.id]
            came, deadline = counting(day.first, day.done, found.workload)
            if day.failed:
                assert time_text(wording, day.end) in text
                continue
            assert time_text(wording, came) in text
            just = abs(came - deadline) <= 0.05 * deadline
            margin = time_text(wording, abs(came - deadline))
            if came > deadline:
                late += 1
                expected = messages("race.margin.just_late") if just else messages("race.margin.late", time=margin)
            else:
                expected = messages("race.margin.just_before") if just else messages("race.margin.before", time=margin)
            assert expected in text
    assert late


def test_where_only_the_whole_answer_is_late_its_lateness_is_told(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    (name, *_) = (name for name, workload in workloads(lazy).items() if first_words_by(workload))
    quick = replace(workloads(lazy)[name], first_words=3600, deadline=0.5)
    found = run(lesson, lazy, Race(name, workload=quick))
    for mode, day in found.tracks.items():
        said = ended_text(messages, wording, found, mode)
        assert day.failed or messages("race.margin.late", time=time_text(wording, day.done - 0.5)) in said
    kept = run(lesson, lazy, Race(name, workload=replace(quick, deadline=604_800)))
    for mode in kept.tracks:
        assert messages("race.margin.late", time="").strip() not in ended_text(messages, wording, kept, mode)


def test_while_the_clock_is_on_its_way_a_veil_lies_over_what_is_to_come(
    lesson: Lesson, lazy: LazyContent, first_race: Race
) -> None:
    def veils(own: Race) -> list[str]:
        found = page(lesson, lazy, own)
        return [tag.attributes["style"] for tag in find(found, "i", within=with_class(found, "veil")[0])]

    assert veils(replace(first_race, at=0.25, begun=True)) == ["inset-inline-start:25.00%"]
    assert veils(ended(first_race)) == []


def test_work_that_expires_is_said_to_be_sent_again(lesson: Lesson, lazy: LazyContent, model: Model) -> None:
    found = [
        (name, mode, expired.index(True))
        for name, workload in workloads(lazy).items()
        for mode in lesson.modes
        if any(expired := list(simulate(model, mode, workload).expired))
    ]
    assert found
    name, mode, day = found[0]
    own = ran(name, seed=day or number_of_days(model))
    track = next(track for track in view(lesson, lazy, own).tracks if track.id == mode)
    assert track.figure in ("done", "late")
    assert track.words.startswith("expired once and was sent again; done after")


# Deadline and timeout.


def test_the_deadline_of_who_reads_along_is_for_the_first_words(
    lesson: Lesson, lazy: LazyContent, messages: Messages
) -> None:
    for name, workload in workloads(lazy).items():
        html = page(lesson, lazy, Race(name))
        (label,) = [tag.text for tag in find(html, "label", for_="race-deadline")]
        assert (label == messages("race.handles.first")) == (first_words_by(workload) is not None)
        (limits,) = with_class(html, "limits")
        assert len(list(find(html, "i", within=limits))) == 1 + (workload.timeout is not None)


def test_a_handle_stands_at_its_line_and_says_its_time(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name, workload in workloads(lazy).items():
        html, found = page(lesson, lazy, Race(name)), run(lesson, lazy, Race(name))
        for handle, seconds in (("deadline", movable(workload)[1]), ("timeout", workload.timeout)):
            control = next(find(html, "input", id=f"race-{handle}"))
            (shown,) = find(html, "output", for_=f"race-{handle}")
            said = messages("race.handles.none") if seconds is None else wording.exact_duration(seconds)
            assert control.attributes["aria-valuetext"] == shown.text == said
            assert control.attributes["type"] == "range"
            place = 1 if seconds is None else found.axis.place(seconds)
            assert int(control.attributes["value"]) == round(STEPS * place)


def test_moving_the_deadline_keeps_the_axis_and_changes_who_fits_best(lesson: Lesson, lazy: LazyContent) -> None:
    best = set()
    for name in lazy.scenarios:
        own, before = ran(name), run(lesson, lazy, Race(name))
        for step in range(0, STEPS + 1, 20):
            moved = update(own, MoveDeadline(step), lazy, before.axis)
            found = run(lesson, lazy, moved)
            assert found.axis == before.axis
            winner = next(track.id for track in view(lesson, lazy, moved).tracks if track.best)
            assert winner == advice_of(lesson, lazy, workload_of(moved, lazy)).best.mode
            best.add((name, winner))
    assert len(best) > len(lazy.scenarios)
