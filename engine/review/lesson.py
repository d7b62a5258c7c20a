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
    """The scenarios of which the model's judgement is known."""
    remarks: tuple[tuple[Remark, Problem], ...]
    """What else there is to say, each with its place."""


def review(
    content: Content,
    documents: Mapping[str, Document],
    judged: Mapping[str, Judgement],
    marks: Mapping[str, str],
    today: str,
) -> Review:
    """What there is to say of a lesson, with what the model says of scenarios and the marks of the kept drawings."""
    scenarios = {name: content.lazy.scenarios[name] for name in judged}
    remarks = [
        *(each for name, scenario in scenarios.items() for each in about_scenario(name, scenario, judged[name])),
        *about_sources(content.lesson.sources, documents, today),
        *about_figures(documents),
        *about_drawings(content.lesson, marks),
    ]
    return Review(
        tuple(compared(content.lesson, name, scenario, judged[name]) for name, scenario in scenarios.items()),
        tuple(placed(remarks, documents)),
    )
