"""The sections of the guidance by what they hold: their numbers for whoever computes with them, and as they are read.

A lesson has at most one section with measures, one with a multiplier and one with a weight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.content.lesson import GuidanceSection, Lesson, SectionKind
    from engine.content.mode import Measure, Mode


def of_kind(lesson: Lesson, kind: SectionKind) -> GuidanceSection | None:
    """The first section of a kind; None where the lesson has none."""
    return next((each for each in lesson.about.sections.values() if each.kind == kind), None)


def heading(lesson: Lesson, kind: SectionKind) -> str:
    """The heading of the first section of a kind; "" where the lesson has none."""
    found = of_kind(lesson, kind)
    return found.heading if found else ""


def multiplier(mode: Mode) -> float:
    """The price of a mode as a multiple of an ordinary request's."""
    return next((each.multiplier for each in mode.sections.values() if each.multiplier), 1.0)


def weight(mode: Mode) -> int:
    """How much there is to build and to operate in a mode; 0 where nothing says."""
    return next((each.weight for each in mode.sections.values() if each.weight), 0)


def measures(mode: Mode) -> tuple[Measure, ...]:
    """How long a mode takes."""
    return next((each.measures for each in mode.sections.values() if each.measures), ())


def price(lesson: Lesson, value: float) -> str:
    """A multiplier as it is read, with as many decimals as it has and at least one: "0.25×", "1.0×"."""
    whole, _, fraction = f"{value:.6f}".partition(".")
    number = f"{whole}.{fraction.rstrip('0') or '0'}"
    return lesson.messages("guide.multiplier", number=lesson.messages.numeral(number))


@dataclass(frozen=True)
class Weight:
    """A weight as it is shown: so many dots of so many."""

    value: int
    heaviest: int
    label: str
    """For those who do not see the dots."""


def shown_weight(lesson: Lesson, mode: Mode) -> Weight:
    """How much there is to build and to operate in a mode, of the most that there is."""
    section = of_kind(lesson, "weight")
    heaviest = section.heaviest if section else 0
    label = lesson.messages("guide.weight", weight=weight(mode), heaviest=heaviest)
    return Weight(weight(mode), heaviest, label)
