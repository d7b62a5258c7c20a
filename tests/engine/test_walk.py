"""Walking through a sequence: every feature that shows one walks it alike."""

from dataclasses import dataclass, replace

import pytest

from engine.app import interval
from engine.content.lesson import Lesson
from engine.features.explore import state as explore
from engine.features.failures import state as failures
from engine.first_screen import start
from engine.page_events import Navigate, Tick
from engine.sequence.walk import (
    LEAST_SECONDS,
    WORDS_A_SECOND,
    ChooseStep,
    Point,
    TogglePlay,
    Walk,
    reading_seconds,
    ticked,
    walked,
)
from tests.support.acting import after

LAST = 5


@dataclass(frozen=True)
class Own:
    """What a feature keeps of its walk."""

    step: int = 0
    pointed: int = 0
    playing: bool = False


@pytest.mark.parametrize(
    ("before", "event", "expected"),
    [
        (Own(), Walk(1), Own(1)),
        (Own(), Walk(-1), Own(1)),
        (Own(2, 4, True), Walk(1), Own(3)),
        (Own(2), Walk(100), Own(LAST)),
        (Own(4), Walk(-100), Own(1)),
        (Own(2, 4, True), ChooseStep(3), Own(3)),
        (Own(2), ChooseStep(0), Own()),
        (Own(2), ChooseStep(-1), Own(LAST)),
        (Own(2, playing=True), Point(4), Own(2, 4, True)),
        (Own(2, 4), Point(0), Own(2)),
        (Own(), TogglePlay(), Own(1, playing=True)),
        (Own(2, 4), TogglePlay(), Own(3, playing=True)),
        (Own(LAST), TogglePlay(), Own(1, playing=True)),
        (Own(2, playing=True), TogglePlay(), Own(2)),
    ],
    ids=repr,
)
def test_an_event_of_the_walk_leads_to(before: Own, event: object, expected: Own) -> None:
    assert walked(before, event, LAST) == expected


@pytest.mark.parametrize("event", [ChooseStep(6), ChooseStep(-2), Point(6), Point(-1), Navigate(""), "next"], ids=repr)
def test_what_means_nothing_for_the_walk_changes_nothing(event: object) -> None:
    assert walked(Own(2, 4, True), event, LAST) == Own(2, 4, True)


def test_a_tick_leads_to_the_next_step_and_stops_at_the_last() -> None:
    assert ticked(Own(3, 1, True), LAST) == Own(4, playing=True)
    assert ticked(Own(4, playing=True), LAST) == Own(LAST)


@pytest.mark.parametrize("kind", ["ChooseStep", "Point", "Walk", "TogglePlay"])
def test_each_feature_that_walks_has_events_of_its_own(kind: str) -> None:
    own = [getattr(module, kind) for module in (explore, failures)]
    assert len({*own}) == 2
    assert all(issubclass(each, globals()[kind]) for each in own)


def test_play_stays_at_a_step_as_long_as_reading_it_takes(lesson: Lesson) -> None:
    step = lesson.modes["counter"].steps[0]
    longer = replace(step, explanation="word " * 70)
    words = len(f"{longer.caption} {longer.explanation}".split())
    assert reading_seconds(longer) == pytest.approx(words / WORDS_A_SECOND, abs=0.05)
    assert reading_seconds(replace(step, caption="Short.", explanation="Done.")) == LEAST_SECONDS


def test_the_page_waits_for_the_step_that_is_shown_and_not_at_all_while_nothing_plays(lesson: Lesson) -> None:
    long = replace(lesson.modes["counter"].steps[1], explanation="word " * 70)
    steps = (lesson.modes["counter"].steps[0], long, *lesson.modes["counter"].steps[2:])
    edited = replace(lesson, modes={**lesson.modes, "counter": replace(lesson.modes["counter"], steps=steps)})
    first = start(edited)
    assert interval(first) is None
    playing = after(first, explore.TogglePlay())
    assert interval(playing) == reading_seconds(steps[0])
    assert interval(after(playing, Tick())) == reading_seconds(long) > reading_seconds(steps[0])
    assert interval(after(playing, Navigate("#view=compare"))) is None
