"""All that an author should know of a lesson whose content is right: on a terminal, and beside the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.review.drawings import about_drawing
from engine.review.figures import about_figures
from engine.review.remark import placed
from engine.review.sources import about_sources
from engine.review.verdicts import about_scenario, compared

if TYPE_CHECKING:
    from engine.content.document import Document
    from engine.content.lesson import Lesson
    from engine.content.problems import Problem
    from engine.features.practice.content import Scenario
    from engine.review.remark import Remark
    from engine.review.verdicts import Compared, Judgement


@dataclass(frozen=True)
class Review:
    """What an author should know of a lesson."""

    compared: tuple[Compared, ...]
    """The scenarios, each as its author judges it and as the model does."""
    remarks: tuple[tuple[Remark, Problem], ...]
    """What else there is to say, each with its place."""


def of_files(
    lesson: Lesson, documents: Mapping[str, Document], marks: Mapping[str, str], today: str
) -> Iterator[list[Remark]]:
    """What there is to say of all but the scenarios, in pieces; `marks` are those of the kept drawings."""
    yield list(about_sources(lesson.sources, documents, today))
    yield list(about_figures(documents))
    for mode in lesson.modes:
        yield list(about_drawing(lesson, mode, marks))


def review(
    scenarios: Mapping[str, Scenario],
    judged: Mapping[str, Judgement | None],
    others: Iterable[Remark],
    documents: Mapping[str, Document],
) -> Review:
    """What there is to say of a lesson: `others` is what there is to say of all but the scenarios.

    What the model says of a scenario may not be known yet: it is None then.
    """
    remarks = [
        *(each for name, known in judged.items() if known for each in about_scenario(name, scenarios[name], known)),
        *others,
    ]
    return Review(
        tuple(compared(name, scenarios[name], known) for name, known in judged.items()),
        tuple(placed(remarks, documents)),
    )
