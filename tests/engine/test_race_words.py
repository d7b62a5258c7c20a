"""The race as a learner reads it: the answer to the bet, all days, the numbers, and its controls."""

from dataclasses import replace
from itertools import pairwise

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.race.events import Bet
from engine.features.race.presenter import RaceView, present, race_of
from engine.features.race.room import ROOM
from engine.features.race.standing import Run, advice_of, run_of, standing
from engine.features.race.state import STEPS, Race, ended, update
from engine.features.race.texts import ended_text, missed_text, standing_text, time_text
from engine.features.race.view import race
from engine.messages import Messages
from engine.timeline import Dots
from simulator.cost import cost_a_day
from simulator.lesson import model_of
from simulator.parameters import Model
from simulator.simulation import number_of_days
from simulator.timeline import dots
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


# The bet is answered.


def test_the_bet_is_answered_in_one_sentence_that_says_how_it_went_and_what_fits_better(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name in lazy.scenarios:
        found = run(lesson, lazy, Race(name))
        best = lesson.modes[found.advice.best.mode].name
        for bet, mode in lesson.modes.items():
            (text,) = view(lesson, lazy, ran(name, bet=bet)).answer
            assert text.count(". ") == 0
            assert mode.name in text
            assert ended_text(messages, wording, found, bet) in text
            assert (best in text) or bet == found.advice.best.mode
        (text,) = view(lesson, lazy, ran(name)).answer
        assert text.startswith(best) or messages("race.answer.nearest", best=best, ended="").split(":")[0] in text


def test_a_time_that_was_said_is_answered_too(
    lesson: Lesson, lazy: LazyContent, messages: Messages, first_race: Race
) -> None:
    own = replace(ended(first_race), bet=next(iter(lesson.modes)))
    _, right = view(lesson, lazy, replace(own, guess=DAY)).answer
    assert right == messages("race.guess.right", guess="1 day") or "24 h" in right
    _, wrong = view(lesson, lazy, replace(own, guess=0.01)).answer
    assert wrong != right
    assert len(view(lesson, lazy, replace(own, guess=DAY, many=True)).answer) == 1


def test_on_the_way_the_bet_is_named_and_the_best_mode_is_not(
    lesson: Lesson, lazy: LazyContent, messages: Messages, first_race: Race
) -> None:
    bet, mode = next(iter(lesson.modes.items()))
    own = replace(first_race, begun=True, at=0.5)
    assert view(lesson, lazy, own).answer == (messages("race.bet.none"),)
    shown = view(lesson, lazy, replace(own, bet=bet))
    assert shown.answer == (messages("race.bet.placed", mode=mode.name),)
    assert [track.id for track in shown.tracks if track.bet] == [bet]
    assert not any(track.best for track in shown.tracks)


# All days.


def test_every_day_is_a_dot_at_its_time(lesson: Lesson, lazy: LazyContent, model: Model) -> None:
    for name in lazy.scenarios:
        found = run(lesson, lazy, Race(name))
        for spread in found.spreads.values():
            drawn = dots(spread, found.axis)
            for shown, times in ((drawn.kept, spread.kept), (drawn.missed, spread.missed)):
                assert sorted(place for place, _ in shown) == pytest.approx([found.axis.place(each) for each in times])
                assert all(0 <= height <= 1 for _, height in shown)
            assert len(drawn.kept) + len(drawn.missed) == number_of_days(model)


def test_all_days_are_a_thousand_dots_and_those_beyond_the_deadline_are_counted(
    lesson: Lesson, lazy: LazyContent, messages: Messages
) -> None:
    for name in list(lazy.scenarios)[::2]:
        own = ran(name, many=True)
        found, html = run(lesson, lazy, own), page(lesson, lazy, own)
        for track in view(lesson, lazy, own).tracks:
            spread = found.spreads[track.id]
            assert isinstance(track.picture, Dots)
            kept, missed = (
                path.attributes["d"].count("M")
                for path in find(html, "path", within=box_of(html, track.id))
                if "class" in path.attributes
            )
            assert (kept, missed) == (len(spread.kept), len(spread.missed))
            assert track.words == missed_text(messages, spread)


@pytest.mark.parametrize(("missed", "text"), [(0, "none"), (1, "1 of 1,000"), (31, "31 of 1,000"), (1000, "all")])
def test_the_tail_is_counted_in_words(
    lesson: Lesson, lazy: LazyContent, messages: Messages, first_race: Race, missed: int, text: str
) -> None:
    spread = next(iter(run(lesson, lazy, first_race).spreads.values()))
    found = missed_text(messages, replace(spread, missed=spread.samples[:missed]))
    expected = {"none": messages("race.missed.none", days="1,000"), "all": messages("race.missed.all", days="1,000")}
    assert found == expected.get(text, found)
    assert text in expected or found.startswith(text)


# Numbers.


def test_the_table_holds_the_numbers_of_the_picture(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording
) -> None:
    for name, workload in workloads(lazy).items():
        own = ran(name, seed=5)
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
            assert float(cells[8].rstrip("%")) == pytest.approx(100 * spread.late_share, abs=0.51)
            model = model_of(lazy)
            dollars = wording.money(cost_a_day(lesson.modes[mode], model.modes[mode], model, workload))
            assert cells[9] == messages("race.cost", dollars=dollars)
        assert {int(cell.attributes["colspan"]) for cell in find(html, "th", scope="rowgroup")} == {len(names)}


def test_who_does_not_see_the_picture_is_told_how_the_modes_stand(
    lesson: Lesson, lazy: LazyContent, messages: Messages, wording: Wording, first_race: Race
) -> None:
    own = replace(first_race, at=0.4, begun=True)
    found, text = run(lesson, lazy, own), view(lesson, lazy, own).standings
    now = time_text(wording, found.axis.moment(0.4))
    assert text.startswith(messages("race.now.all", time=now, standings="").rstrip("."))
    for name, mode in lesson.modes.items():
        stands = standing_text(messages, wording, found, name, standing(found, name, 0.4))
        assert messages("race.now.mode", mode=mode.name, standing=stands) in text
    assert view(lesson, lazy, ended(first_race)).standings == ""


def test_the_sentence_is_spoken_when_it_changed_but_not_at_every_tick(
    lesson: Lesson, lazy: LazyContent, first_race: Race
) -> None:
    def spoken(own: Race) -> str:
        (status,) = find(page(lesson, lazy, own), role="status")
        return status.attributes["aria-live"]

    assert spoken(ended(first_race)) == spoken(replace(first_race, at=0.5, begun=True)) == "polite"
    assert spoken(replace(first_race, at=0.5, begun=True, playing=True)) == "off"


def test_the_control_of_the_clock_says_the_time(lesson: Lesson, lazy: LazyContent, first_race: Race) -> None:
    for at in MOMENTS:
        found = page(lesson, lazy, replace(first_race, at=at, begun=True))
        (control,) = find(found, "input", id="race-clock")
        (shown,) = find(found, "output", for_="race-clock")
        assert control.attributes["aria-valuetext"] == shown.text
        assert control.attributes["value"] == str(round(at * STEPS))
        assert list(find(found, "label", for_=control.attributes["id"]))


def test_the_choice_shows_what_races(
    lesson: Lesson, lazy: LazyContent, messages: Messages, second_scenario: str, own_race: Race
) -> None:
    def options(own: Race, **wanted: str) -> list[Tag]:
        found = page(lesson, lazy, own)
        return list(find(found, "option", within=next(find(found, id="race-scenario")), **wanted))

    assert [tag.text for tag in options(Race(second_scenario), selected="*")] == [lazy.scenarios[second_scenario].title]
    assert [tag.text for tag in options(own_race, selected="*")] == [messages("race.own")]
    assert [tag.attributes["value"] for tag in options(Race(second_scenario))] == list(lazy.scenarios)


def test_a_tick_changes_no_element_but_what_it_says(lesson: Lesson, lazy: LazyContent, first_race: Race) -> None:
    def structure(at: float) -> list[tuple[str, list[str]]]:
        found = page(lesson, lazy, replace(first_race, at=at, begun=True, playing=True))
        return [(tag.name, sorted(tag.attributes)) for tag in found]

    assert all(structure(before) == structure(after) for before, after in pairwise(MOMENTS[:-1]))


def test_a_tick_computes_no_day_again(lesson: Lesson, lazy: LazyContent, first_race: Race) -> None:
    page(lesson, lazy, first_race)
    before = run_of.cache_info().misses, advice_of.cache_info().misses
    page(lesson, lazy, replace(first_race, at=0.5, begun=True, playing=True))
    page(lesson, lazy, replace(ended(first_race), many=True))
    assert (run_of.cache_info().misses, advice_of.cache_info().misses) == before


def test_the_page_stays_small_and_every_name_in_it_is_its_own(
    lesson: Lesson, lazy: LazyContent, own_race: Race
) -> None:
    for own in (
        own_race,
        *(Race(name) for name in lazy.scenarios),
        *(ran(name, many=many) for name in lazy.scenarios for many in (False, True)),
    ):
        found = page(lesson, lazy, own)
        names = [tag.attributes["id"] for tag in find(found, id="*")]
        assert len(found) < 400
        assert len(names) == len(set(names))


# The room.


def test_each_control_asks_for_an_event_of_the_room_and_each_event_has_a_control(
    lesson: Lesson, lazy: LazyContent, first_race: Race, own_race: Race
) -> None:
    over = ended(first_race)
    own_states = (first_race, own_race, replace(over, at=0.3, playing=True), over, replace(over, many=True))
    asked = {kind for own in own_states for kind in asked_for(ROOM, page(lesson, lazy, own))}
    assert asked == set(ROOM.events)


def test_a_bet_means_nothing_once_the_race_has_begun(lesson: Lesson, lazy: LazyContent, first_race: Race) -> None:
    over = ended(first_race)
    assert update(over, Bet(next(iter(lesson.modes))), lazy, run(lesson, lazy, over).axis) == over


def test_the_view_computes_nothing() -> None:
    assert view_imports("race") == set()
