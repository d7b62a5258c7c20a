"""Room for a phone: how wide a drawing is, where its notes stand, and what stands for annotations that are not shown."""

import re
from pathlib import Path

import pytest

from engine.content.lesson import Lesson
from engine.sequence.diagram import SPACING, diagram
from engine.sequence.narrate import states_around
from tests.engine.test_diagram import ANNOTATIONS, NONE, each_choice, each_mode, skeleton

(HEAD,) = (
    int(found)
    for found in re.findall(r"const HEAD_WIDTH = (\d+);", Path("browser/heads.js").read_text(encoding="utf-8"))
)
"""The width of a participant's box."""
WIDEST = 334
"""Pixels that a phone of 360 px has for a drawing at its own size; a narrower one shrinks it a little."""


@each_mode
def test_a_drawing_has_its_lines_as_far_apart_as_its_participants_allow(name: str, lesson: Lesson) -> None:
    count = len(lesson.modes[name].participants)
    assert diagram(lesson, lesson.modes[name], NONE).spacing == SPACING[count]


@pytest.mark.parametrize("count", SPACING)
def test_the_lines_of_a_drawing_are_within_the_width_of_a_phone(count: int) -> None:
    assert SPACING[count] * (count - 1) + HEAD <= WIDEST


@each_mode
@each_choice
def test_a_mark_stands_for_each_annotation_that_is_not_shown_and_has_a_note(
    name: str, shown: frozenset[str], lesson: Lesson
) -> None:
    mode = lesson.modes[name]
    drawn = diagram(lesson, mode, shown)
    colours = {each: annotation.colour for each, annotation in lesson.about.annotations.items()}
    for meaning in drawn.messages + drawn.notes:
        noted = mode.steps[meaning["step"] - 1].notes or {}
        assert meaning["marks"] == [colours[each] for each in ANNOTATIONS if each in noted and each not in shown]


@each_mode
def test_a_note_stands_inside_the_outer_lines(name: str, lesson: Lesson) -> None:
    mode = lesson.modes[name]
    drawn = diagram(lesson, mode, NONE)
    names = [participant.name for participant in mode.participants]
    sides = {0: "right of", len(names) - 1: "left of"}
    starts = [start.strip() for start in skeleton(drawn) if start.strip().startswith("Note ")]
    for meaning, start in zip(drawn.notes, starts, strict=True):
        place = names.index(mode.steps[meaning["step"] - 1].from_)
        side = sides.get(place, "over")
        assert (meaning["participant"], meaning["side"]) == (place, side)
        assert start == f"Note {side} p{place + 1}:"


@each_mode
def test_a_bar_names_the_step_from_which_it_is_there(name: str, lesson: Lesson) -> None:
    """The states of the fixture have a fill from the first step whose participant is in them."""
    mode = lesson.modes[name]
    bars = diagram(lesson, mode, NONE).bars
    assert [bar["step"] for bar in bars] == sorted(bar["step"] for bar in bars)
    before = {participant.name: "free" for participant in mode.participants}
    changed = set()
    for number, around in enumerate(states_around(lesson, mode), 1):
        found = {each for each in before if around.during[each] != before[each] and around.during[each] != "free"}
        changed |= {number} if found else set()
        before = dict(around.during)
    assert changed <= {bar["step"] for bar in bars}
