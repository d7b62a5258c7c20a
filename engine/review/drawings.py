"""What an author should know of a lesson's drawings: those that are older than their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from engine.review.remark import Remark
from engine.sequence.diagram import diagram
from engine.state import shown_at_first

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.sequence.diagram import Diagram
    from engine.state import Drawn


def first_screen(lesson: Lesson) -> Iterator[tuple[Drawn, Diagram]]:
    """What the first screen shows: every mode, with the annotations that are on at first."""
    annotations = shown_at_first(lesson)
    for name, mode in lesson.modes.items():
        yield (name, annotations), diagram(lesson, mode, annotations)


def mark(source: str) -> str:
    """What tells from which Mermaid source something was drawn."""
    return sha256(source.encode()).hexdigest()[:16]


def stale(lesson: Lesson, mode: str, marks: Mapping[str, str]) -> bool:
    """Whether a mode is to be drawn again; `marks` say from which source the kept drawing of each mode was drawn."""
    return marks.get(mode) != mark(diagram(lesson, lesson.modes[mode], shown_at_first(lesson)).source)


def about_drawing(lesson: Lesson, mode: str, marks: Mapping[str, str]) -> Iterator[Remark]:
    """That the drawing of a mode is to be made again, where it is."""
    if stale(lesson, mode, marks):
        yield Remark(
            "mode",
            (),
            "the drawing is older than these words" if mode in marks else "there is no drawing of this mode",
            "`make diagrams` draws it; until then each browser does.",
            minor=True,
            file=f"modes/{mode}.yaml",
        )
