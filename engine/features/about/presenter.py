"""What About shows of a lesson beside its own texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.about.embed import snippet

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode, Source


@dataclass(frozen=True)
class Case:
    """A scenario to decide on, and its answer."""

    title: str
    situation: str
    mode: Mode
    because: str
    why: str


@dataclass(frozen=True)
class About:
    """What About shows; a list may be empty, and then its heading is not there either."""

    cases: tuple[Case, ...]
    snippet: str
    is_relative: bool
    """Whether the snippet does not say on which site the lesson is."""
    references: tuple[Source, ...]
    sources: tuple[Source, ...]
    """All others."""
    versions: str


def about(lesson: Lesson, versions: str, here: str) -> About:
    """What About shows; `here` is the page's own address, where others can reach it."""
    return About(
        cases=tuple(
            Case(each.title, each.situation, lesson.modes[each.best], each.because, each.why)
            for each in lesson.examples
        ),
        snippet=snippet(lesson, here),
        is_relative=not here,
        references=tuple(source for source in lesson.sources.values() if source.reference),
        sources=tuple(source for source in lesson.sources.values() if not source.reference),
        versions=versions,
    )
