"""A mode in words: who does what at each step, durations, and the whole life of a request as text.

Whatever has participants and steps is narrated alike: a mode, and a drill of what goes wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.content.drills import Drill
    from sim.content.model import Lesson, Mode, Occupation, Step
    from sim.content.words import UnitNames

    Exchange = Mode | Drill
    """Participants, and the steps between them."""


@dataclass(frozen=True)
class Occupations:
    """What each participant, by name, does up to a step and from it on."""

    before: Mapping[str, Occupation]
    during: Mapping[str, Occupation]


def occupations(told: Exchange) -> list[Occupations]:
    """What the participants do around each step.

    A participant goes on with what it did unless a step says otherwise; every alternative starts from where the first
    one started.
    """
    now: dict[str, Occupation] = {participant.name: "free" for participant in told.participants}
    at_fork = now
    found: list[Occupations] = []
    frame: str | None = None
    for step in told.steps:
        if step.within != frame:
            if _is_alternative(told, frame) and _is_alternative(told, step.within):
                now = at_fork
            else:
                at_fork = now
            frame = step.within
        after = {**now, **(step.states or {})}
        found.append(Occupations(now, after))
        now = after
    return found


def duration(seconds: float, units: UnitNames) -> str:
    """Seconds as a reader says them, in two significant figures.

    >>> from sim.content.words import UnitNames
    >>> duration(0.95, UnitNames("ms", "s", "min", "h")), duration(6600, UnitNames("ms", "s", "min", "h"))
    ('0.95 s', '1.8 h')
    """
    for least, unit in ((3600, units.h), (60, units.min), (0.1, units.s)):
        if seconds >= least * 0.9995:
            return f"{_two_figures(seconds / max(least, 1))} {unit}"
    return f"{_two_figures(seconds * 1000)} {units.ms}"


def who(lesson: Lesson, told: Exchange, number: int) -> str:
    """What each participant does from step `number` (from 1) on."""
    names = lesson.words.explore.states
    during = occupations(told)[number - 1].during
    return " · ".join(f"{name}: {getattr(names, state)}" for name, state in during.items())


def route(step: Step) -> str:
    """Who sends to whom, or who works."""
    return f"{step.from_} → {step.to}" if step.to else step.from_


def prose(lesson: Lesson, mode: Mode) -> str:
    """The whole mode as plain text, for those who read it without a page."""
    units = lesson.words.guide.units
    lines = [*_steps(lesson, mode), ""]
    for measure in mode.measures:
        times = ", ".join(duration(seconds, units) for seconds in (measure.median, measure.p95, measure.p99))
        lines.append(f"{measure.name}: {times} ({getattr(lesson.words.guide.bases, measure.basis)})")
    return "\n".join(lines) + "\n"


def drill_prose(lesson: Lesson, drill: Drill) -> str:
    """A whole drill as plain text: what goes wrong, and what the client must do."""
    return "\n".join([*_steps(lesson, drill), "", *(f"- {point.text}" for point in drill.remedy)]) + "\n"


def _steps(lesson: Lesson, told: Exchange) -> list[str]:
    lines = [told.name, told.lead, ""]
    for number, step in enumerate(told.steps, 1):
        frame = f" [{(told.frames or {})[step.within].label}]" if step.within else ""
        lines += [f"{number}. {route(step)}{frame}: {step.label}", f"   {step.caption}", f"   {step.explanation}",
                  f"   {who(lesson, told, number)}"]
    return lines


def _is_alternative(told: Exchange, frame: str | None) -> bool:
    return frame is not None and (told.frames or {})[frame].kind == "alternative"


def _two_figures(value: float) -> str:
    return f"{value:.0f}" if value >= 9.95 else f"{value:.2g}"
