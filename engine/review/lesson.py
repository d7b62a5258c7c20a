"""All that an author should know of a lesson whose content is right: on a terminal, and beside the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.review.drawings import about_drawings
from engine.review.figures import about_figures
from engine.review.remark import placed
from engine.review.sources import about_sources
from engine.review.verdicts import about_scenario, compared

if TYPE_CHECKING:
    from engine.content.document import Document
    from engine.content.load import Content
    from engine.content.problems import Problem
    from engine.review.remark import Remark
    from engine.review.verdicts import Compared, Judgement


@dataclass(frozen=True)
class Review:
    """What an author should know of a lesson."""

    compared: tuple[Compared, ...]
    """The scenarios, each as its author judges it and as the model does."""
    remarks: tuple[tuple[Remark, Problem], ...]
    """What else there is to say, each with its place."""


def review(
    content: Content,
    documents: Mapping[str, Document],
    judged: Mapping[str, Judgement | None],
    marks: Mapping[str, str],
    today: str,
) -> Review:
    """What there is to say of a lesson, with what the model says of scenarios and the marks of the kept drawings.

    What the model says may not be known yet: it is None then.
    """
    scenarios = content.lazy.scenarios
    remarks = [
        *(each for name, known in judged.items() if known for each in about_scenario(name, scenarios[name], known)),
        *about_sources(content.lesson.sources, documents, today),
        *about_figures(documents),
        *about_drawings(content.lesson, marks),
    ]
    return Review(
        tuple(compared(name, scenarios[name], known) for name, known in judged.items()),
        tuple(placed(remarks, documents)),
    )
