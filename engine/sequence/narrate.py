"""A sequence in words: who does what at each step, durations, and all of it as text.

Whatever has participants and steps is narrated alike: a mode, and what happens when something goes wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.sections import measures

if TYPE_CHECKING:
    from engine.content.lesson import Lesson, ParticipantState
    from engine.content.mode import Measure, Mode, Sequence, Step
    from engine.messages import Messages


@dataclass(frozen=True)
class States:
    """The state of each participant, by name, up to a step and from it on."""

    before: Mapping[str, str]
    during: Mapping[str, str]


def states_around(lesson: Lesson, sequence: Sequence) -> list[States]:
    """The states of the participants around each step.

    A participant stays in its state unless a step says otherwise; every alternative starts from where the first one
    started.
    """
    first = next(iter(lesson.about.states))
    now = {participant.name: first for participant in sequence.participants}
    at_fork = now
    found: list[States] = []
    frame: str | None = None
    for step in sequence.steps:
        if step.within != frame:
            if _is_alternative(sequence, frame) and _is_alternative(sequence, step.within):
                now = at_fork
            else:
                at_fork = now
            frame = step.within
        after = {**now, **(step.states or {})}
        found.append(States(now, after))
        now = after
    return found


def states_of(lesson: Lesson, sequence: Sequence) -> tuple[ParticipantState, ...]:
    """The states that participants of a sequence are ever in, in the lesson's order."""
    seen = {
        name
        for each in states_around(lesson, sequence)
        for around in (each.before, each.during)
        for name in around.values()
    }
    return tuple(state for name, state in lesson.about.states.items() if name in seen)


ROUNDED_UP = 0.995
"""From this share of the next unit on, two figures would read as one of it."""
WHOLE_MINUTES = 5
"""From so many minutes on, nobody says a tenth of one."""
UNITS = ((86400, 172_800, "days"), (3600, 3600, "h"), (60, 100, "min"), (1, 0.1, "s"))
"""The seconds of each unit, from how many on it is used, and its name."""


def duration(seconds: float, messages: Messages, figures: int = 2) -> str:
    """Seconds as a reader says them, in two significant figures or more.

    Seconds go to a hundred, so that 64 s are not 1.1 min, and hours to two days. From five on, minutes are whole.

    >>> from engine.messages import Messages, no_plural
    >>> texts = {f"durations.units.{unit}": f"{{value}} {unit}" for unit in ("ms", "s", "min", "h")}
    >>> [duration(seconds, Messages("en", texts, no_plural)) for seconds in (0.95, 64, 576, 6600)]
    ['0.95 s', '64 s', '10 min', '1.8 h']
    """
    share = ROUNDED_UP if figures == 2 else 1.0
    for size, least, unit in UNITS:
        if seconds >= least * share:
            count = max(seconds, least) / size
            is_whole = unit == "min" and figures == 2 and count >= WHOLE_MINUTES
            return _with_unit(f"{round(count)}" if is_whole else _in_figures(count, figures), unit, messages)
    return _with_unit(_in_figures(seconds * 1000, figures), "ms", messages)


def exact_duration(seconds: float, messages: Messages) -> str:
    """A duration as people write it, exactly: in one unit or two, such as 2 h 45 min, or in two significant figures.

    >>> from engine.messages import Messages, no_plural
    >>> texts = {f"durations.units.{unit}": f"{{value}} {unit}" for unit in ("ms", "s", "min", "h")}
    >>> texts["durations.pair"] = "{large} {small}"
    >>> [exact_duration(seconds, Messages("en", texts, no_plural)) for seconds in (90, 3600, 9900, 2.5)]
    ['90 s', '1 h', '2 h 45 min', '2.5 s']
    """
    for size, least, unit in UNITS:
        count = seconds / size
        if seconds >= least and count < 1000 and _is_short(count, 1 if unit in ("days", "s") else 0):
            return _with_unit(f"{round(count, 1):g}", unit, messages)
        pair = {"h": (60, "min"), "min": (1, "s")}.get(unit)
        if pair and least <= seconds < 60 * least and _is_short(seconds / pair[0], 0):
            large, small = divmod(round(seconds / pair[0]), size // pair[0])
            shown = (_with_unit(str(large), unit, messages), _with_unit(str(small), pair[1], messages))
            return messages("durations.pair", large=shown[0], small=shown[1])
    thousandths = seconds * 1000
    if 1 <= thousandths < 100 and _is_short(thousandths, 1):
        return _with_unit(f"{round(thousandths, 1):g}", "ms", messages)
    return duration(seconds, messages)


def _is_short(count: float, places: int) -> bool:
    """Whether a number has no more than so many places behind the point."""
    return abs(count - round(count, places)) < 1e-9 * count


def _with_unit(number: str, unit: str, messages: Messages) -> str:
    """A number and its unit with a plain space between, since durations are copied, and typed into fields."""
    if unit == "days":
        return messages("durations.days", count=float(number), number=messages.numeral(number))
    return messages(f"durations.units.{unit}", value=messages.numeral(number)).replace("\N{NO-BREAK SPACE}", " ")


def times(lesson: Lesson, measure: Measure) -> tuple[str, str, str]:
    """Median, 95th and 99th percentile as they are read."""
    messages = lesson.messages
    return duration(measure.median, messages), duration(measure.p95, messages), duration(measure.p99, messages)


def who(lesson: Lesson, sequence: Sequence, number: int) -> str:
    """What each participant does from step `number` (from 1) on."""
    during = states_around(lesson, sequence)[number - 1].during
    states = [
        lesson.messages("explore.state", participant=name, state=lesson.about.states[state].name)
        for name, state in during.items()
    ]
    return lesson.messages.listed("states", states)


def route(lesson: Lesson, sequence: Sequence, step: Step) -> str:
    """Who sends to whom, or who works, and in which frame."""
    messages = lesson.messages
    ends = messages("explore.route", sender=step.from_, receiver=step.to) if step.to else step.from_
    if not step.within:
        return ends
    return messages("explore.framed", route=ends, frame=(sequence.frames or {})[step.within].label)


def prose(lesson: Lesson, mode: Mode) -> str:
    """The whole mode as plain text, for those who read it without a page."""
    lines = [sequence_prose(lesson, mode), ""]
    for measure in measures(mode):
        basis = lesson.messages(f"bases.{measure.basis}")
        lines.append(f"{measure.name}: {', '.join(times(lesson, measure))} ({basis})")
    return "\n".join(lines) + "\n"


def sequence_prose(lesson: Lesson, sequence: Sequence) -> str:
    """A sequence as plain text, step by step."""
    lines = [sequence.name, sequence.lead, ""]
    for number, step in enumerate(sequence.steps, 1):
        lines += [
            f"{number}. {route(lesson, sequence, step)}: {step.label}",
            f"   {step.caption}",
            f"   {step.explanation}",
            f"   {who(lesson, sequence, number)}",
        ]
    return "\n".join(lines)


def _is_alternative(sequence: Sequence, frame: str | None) -> bool:
    return frame is not None and (sequence.frames or {})[frame].kind == "alternative"


def _in_figures(value: float, figures: int) -> str:
    return f"{value:.0f}" if value >= 9.95 and figures == 2 else f"{float(f'{value:.{figures}g}'):g}"
