"""A mode at a glance: its price, how long it takes, what there is to build, each as the lesson's sections have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.html import link_to
from engine.sections import Weight, measures, price, shown_weight
from engine.sequence.narrate import times
from engine.sequence.spread import Axis, Tick

if TYPE_CHECKING:
    from engine.content.lesson import GuidanceSection, Lesson
    from engine.content.mode import Measure, Mode, Section


@dataclass(frozen=True)
class LatencyBar:
    """How long a mode takes, on an axis that all modes share: a logarithmic one."""

    name: str
    """What is measured."""
    p50: Tick
    p95: Tick
    p99: Tick
    ticks: tuple[Tick, ...]
    label: str
    """The same in words."""


@dataclass(frozen=True)
class Entry:
    """What one section says of a mode in a few words; what it does not have is empty."""

    section: str
    heading: str
    address: str
    """Of the section in the guidance."""
    text: str = ""
    number: str = ""
    """A price multiplier, which is shown large."""
    weight: Weight | None = None
    spread: LatencyBar | None = None


@dataclass(frozen=True)
class Profile:
    """A mode at a glance."""

    name: str
    mode: Mode
    label: str
    entries: tuple[Entry, ...]


def profiles(lesson: Lesson) -> tuple[Profile, ...]:
    """Every mode at a glance, in order."""
    axis = _axis(lesson)
    return tuple(
        Profile(
            name,
            mode,
            lesson.messages("explore.profile", name=mode.name),
            tuple(
                _entry(lesson, name, each, declared, axis)
                for each, declared in lesson.about.sections.items()
                if declared.kind not in ("points", "step")
            ),
        )
        for name, mode in lesson.modes.items()
    )


def _entry(lesson: Lesson, name: str, section: str, declared: GuidanceSection, axis: Axis | None) -> Entry:
    mode, found = lesson.modes[name], lesson.modes[name].sections[section]
    return Entry(
        section,
        declared.heading,
        link_to(view="explore", mode=name, section=section),
        text=found.short or "",
        number=price(lesson, found.multiplier) if found.multiplier else "",
        weight=shown_weight(lesson, mode) if declared.kind == "weight" else None,
        spread=_latency_bar(lesson, found, axis),
    )


def _axis(lesson: Lesson) -> Axis | None:
    """The axis of all modes' times; None where a lesson has none."""
    first = [found[0] for mode in lesson.modes.values() if (found := measures(mode))]
    return Axis(min(each.median for each in first), max(each.p99 for each in first)) if first else None


def _latency_bar(lesson: Lesson, section: Section, axis: Axis | None) -> LatencyBar | None:
    if not section.measures or not axis:
        return None
    measure = section.measures[0]
    p50, p95, p99 = times(lesson, measure)
    return LatencyBar(
        measure.name,
        Tick(axis.place(measure.median), p50),
        Tick(axis.place(measure.p95), p95),
        Tick(axis.place(measure.p99), p99),
        axis.ticks(lesson.messages),
        _in_words(lesson, measure),
    )


def _in_words(lesson: Lesson, measure: Measure) -> str:
    p50, p95, p99 = times(lesson, measure)
    return lesson.messages("explore.spread", measure=measure.name, p50=p50, p95=p95, p99=p99)
