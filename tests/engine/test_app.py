"""What the page shows, and how events change it."""

from dataclasses import replace
from typing import Any

import pytest

from engine.address import opened
from engine.app import wanted
from engine.content.lesson import Lesson
from engine.content.load import Content
from engine.features import FEATURES, views
from engine.features.explore.state import ChooseStep, Point, TogglePlay, Walk
from engine.first_screen import start
from engine.page_events import (
    ChooseMode,
    ContentEdited,
    Dismiss,
    DrawingMade,
    Navigate,
    Tick,
    ToggleAnnotation,
    ToggleText,
)
from engine.state import State
from tests.support.acting import after

VIEWS = views(tuple(feature.name for feature in FEATURES))


@pytest.fixture
def first(lesson: Lesson) -> State:
    """The state of the static page."""
    return start(lesson)


def test_the_page_starts_with_the_first_mode_and_no_step(first: State) -> None:
    assert (first.view, first.mode, first.features["explore"].step, first.features["explore"].playing) == (
        "explore",
        "counter",
        0,
        False,
    )
    assert first.annotations == {"latency", "cost"}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_can_be_chosen_from_any_other(view: str, first: State) -> None:
    for other in VIEWS:
        assert after(first, Navigate(f"#view={other}"), Navigate(f"#view={view}")).view == view


def test_a_mode_starts_without_a_step(first: State) -> None:
    state = after(first, ChooseStep(3), Point(2), ChooseMode("banquet"))
    assert (state.mode, state.features["explore"].step, state.features["explore"].pointed) == ("banquet", 0, 0)


def test_choosing_the_same_mode_again_keeps_the_step(first: State) -> None:
    assert after(first, ChooseStep(3), ChooseMode("counter")).features["explore"].step == 3


@pytest.mark.parametrize(
    "event",
    [
        ChooseMode(""),
        ChooseMode("fax"),
        ChooseStep(-2),
        ChooseStep(6),
        Point(-1),
        Point(6),
        Tick(),
        Dismiss(),
        *(ToggleAnnotation(name) for name in ("", "weather", "Cost")),
    ],
    ids=repr,
)
def test_an_event_that_makes_no_sense_changes_nothing(event: Any, first: State) -> None:
    assert after(first, event) == first


def test_the_last_step_is_chosen_by_a_number_of_its_own(first: State) -> None:
    assert after(first, ChooseStep(-1)).features["explore"].step == 5


def test_a_step_can_be_chosen_and_let_go(first: State) -> None:
    assert after(first, ChooseStep(5)).features["explore"].shown_step == 5
    assert after(first, ChooseStep(5), ChooseStep(0)).features["explore"].shown_step == 0


def test_the_step_under_the_pointer_is_shown_until_another_is_chosen(first: State) -> None:
    pointed = after(first, ChooseStep(2), Point(4))
    assert (pointed.features["explore"].step, pointed.features["explore"].shown_step) == (2, 4)
    assert after(pointed, ChooseStep(3)).features["explore"].shown_step == 3
    assert after(pointed, Walk(1)).features["explore"].shown_step == 3


@pytest.mark.parametrize(
    ("step", "by", "reached"),
    [(0, 1, 1), (0, -1, 1), (2, 1, 3), (2, -1, 1), (1, -1, 1), (5, 1, 5), (2, 100, 5), (4, -100, 1)],
)
def test_walking_stays_between_the_first_and_the_last_step(step: int, by: int, reached: int, first: State) -> None:
    assert after(first, ChooseStep(step), Walk(by)).features["explore"].step == reached


def test_play_walks_from_the_first_step_to_the_last_and_stops_there(first: State) -> None:
    state = after(first, TogglePlay())
    seen = [(state.features["explore"].step, state.features["explore"].playing)]
    while state.features["explore"].playing and len(seen) < 20:
        state = after(state, Tick())
        seen.append((state.features["explore"].step, state.features["explore"].playing))
    assert seen == [(1, True), (2, True), (3, True), (4, True), (5, False)]


def test_play_goes_on_from_the_chosen_step(first: State) -> None:
    assert after(first, ChooseStep(2), TogglePlay()).features["explore"].step == 3


def test_play_at_the_last_step_begins_again(first: State) -> None:
    assert after(first, ChooseStep(5), TogglePlay()).features["explore"].step == 1


@pytest.mark.parametrize(
    "event",
    [TogglePlay(), ChooseStep(1), Walk(1), ChooseMode("banquet"), Navigate("#view=about"), Navigate("#view=compare")],
    ids=repr,
)
def test_whatever_a_learner_does_stops_play(event: Any, first: State) -> None:
    assert not after(first, TogglePlay(), event).features["explore"].playing


def test_the_clock_moves_nothing_while_not_playing(first: State) -> None:
    assert after(first, ChooseStep(2), Tick()).features["explore"].step == 2


@pytest.mark.parametrize("annotation", ["latency", "cost", "engineering"])
def test_an_annotation_is_shown_and_hidden_in_turn(annotation: str, first: State) -> None:
    once = after(first, ToggleAnnotation(annotation))
    assert once.annotations ^ first.annotations == {annotation}
    assert after(once, ToggleAnnotation(annotation)).annotations == first.annotations


def test_the_list_stands_in_for_the_drawing_and_back(first: State) -> None:
    assert after(first, ToggleText()).as_text
    assert not after(first, ToggleText(), ToggleText()).as_text


def test_explore_wants_the_drawing_of_its_mode_and_compare_that_of_each(first: State) -> None:
    shown = first.annotations
    assert wanted(first) == [("counter", shown)]
    assert wanted(after(first, ChooseMode("banquet"))) == [("banquet", shown)]
    assert wanted(after(first, Navigate("#view=compare"))) == [(name, shown) for name in first.lesson.modes]
    assert wanted(after(first, Navigate("#view=about"))) == []


@pytest.mark.parametrize("svg", ["<svg/>", ""])
def test_a_drawing_that_was_made_or_failed_is_not_wanted_again(svg: str, first: State) -> None:
    state = after(first, DrawingMade(("counter", first.annotations), svg))
    assert wanted(state) == []
    assert wanted(after(state, ToggleAnnotation("cost"))) == [("counter", frozenset({"latency"}))]
    assert first.drawings == {}


def test_whoever_serves_the_page_to_themselves_is_an_author(lesson: Lesson) -> None:
    assert opened(lesson, "", "", local=True).author
    assert not opened(lesson, "?author=0", "").author


def test_new_content_keeps_the_mode_and_the_step(first: State, content: Content) -> None:
    renewed = replace(first.lesson)
    state = after(
        first, ChooseMode("banquet"), ChooseStep(3), Point(1), ContentEdited(content._replace(lesson=renewed))
    )
    assert state.lesson is renewed
    assert (state.mode, state.features["explore"].step, state.features["explore"].pointed) == ("banquet", 3, 0)


def test_new_content_keeps_each_drawing_until_there_is_a_new_one(first: State, content: Content) -> None:
    counter = replace(first.lesson.modes["counter"], lead="Another lead.")
    renewed = replace(first.lesson, modes={**first.lesson.modes, "counter": counter})
    shown = first.annotations
    state = after(
        first,
        DrawingMade(("counter", shown), "<svg/>"),
        DrawingMade(("banquet", shown), "<svg/>"),
        ContentEdited(content._replace(lesson=renewed)),
    )
    assert dict(state.drawings) == {("counter", shown): "<svg/>", ("banquet", shown): "<svg/>"}
    assert wanted(state) == [("counter", shown)]
    assert wanted(after(state, ChooseMode("banquet"))) == []
    drawn = after(state, DrawingMade(("counter", shown), "<svg></svg>"))
    assert (wanted(drawn), drawn.drawings["counter", shown]) == ([], "<svg></svg>")


def test_what_could_not_be_drawn_is_tried_again_when_it_is_asked_for_again(first: State) -> None:
    failed = after(first, DrawingMade(("counter", first.annotations), ""))
    assert wanted(failed) == []
    assert wanted(after(failed, ChooseStep(2))) == []
    assert wanted(after(failed, ChooseMode("banquet"), ChooseMode("counter"))) == [("counter", first.annotations)]


def test_new_content_keeps_the_step_by_its_name_and_lets_one_go_that_is_gone(first: State, content: Content) -> None:
    banquet = first.lesson.modes["banquet"]
    one = replace(banquet.steps[0], id="first")
    for steps, at in (((one, *banquet.steps), 10), (banquet.steps[1:], 8), (banquet.steps[:4], 0)):
        edited = replace(first.lesson, modes={**first.lesson.modes, "banquet": replace(banquet, steps=steps)})
        assert (
            after(first, ChooseMode("banquet"), ChooseStep(9), ContentEdited(content._replace(lesson=edited)))
            .features["explore"]
            .step
            == at
        )


def test_new_content_without_the_mode_shows_the_first_one(first: State, content: Content) -> None:
    modes = {name: mode for name, mode in first.lesson.modes.items() if name != "banquet"}
    state = after(
        first, ChooseMode("banquet"), ContentEdited(content._replace(lesson=replace(first.lesson, modes=modes)))
    )
    assert state.mode == "counter"


def test_states_that_show_the_same_are_equal(lesson: Lesson) -> None:
    assert start(lesson) == start(lesson)
    assert start(lesson) != after(start(lesson), ChooseStep(1))
