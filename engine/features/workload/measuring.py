"""Measured seconds in Your workload: what a learner pasted or dropped, until it is used, and as plain values.

They stay in the state of this page: no address holds them, and nothing stores or sends them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.measured import Measured, measured_of
from simulator.measured_words import measured_text
from simulator.measurements import FEWEST, LONGEST, Meaning, Measurements, Problem, Timed, read
from simulator.wording import number

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.messages import Messages
    from engine.state import State
    from simulator.workload import Workload

NAMED = 5
"""How many of the lines that cannot be read are named."""
UNREADABLE = ("object", "broken")
"""The reasons for which a line is not even a row."""


@dataclass(frozen=True)
class ReadSeconds:
    """A text with measured seconds was pasted, or a file with them was dropped or chosen."""

    text: str


@dataclass(frozen=True)
class ChooseMeaning:
    """Of what the columns can mean, one was chosen, by its place."""

    place: int


@dataclass(frozen=True)
class UseMeasured:
    """Use the calls that could be read, without the others."""


@dataclass(frozen=True)
class RemoveMeasured:
    """Take the measured seconds, or the text that is asked about, away."""


@dataclass(frozen=True, eq=False)
class Pasted:
    """A text about which the learner has to decide."""

    text: str
    measurements: Measurements


def pasted(text: str, place: int | None = None) -> Pasted:
    """A text that is read, by one of its meanings."""
    return Pasted(text, read(text, place))


def whole(text: Pasted) -> Measured | None:
    """The calls in a text about which there is nothing to decide."""
    return text.measurements.measured if not text.measurements.problems else None


@dataclass(frozen=True)
class MeasuringView:
    """The place for measured seconds, and what was found in them."""

    messages: Messages
    asked: tuple[str, ...]
    """What the columns can mean, where the learner has to choose."""
    told: tuple[str, ...]
    """What was read, what could not be read, or what is wrong with the text as a whole."""
    wrong: bool
    """Whether that is a mistake."""
    lines: tuple[str, ...]
    """The lines that could not be read, each with the reason."""
    use: str
    """What the button says that uses the others; "" where there is none."""
    remove: str
    """What the button says that takes all away; "" where there is nothing."""
    focus: str
    """What has newly appeared for the learner to go on with."""


def present_measuring(lesson: Lesson, content: LazyContent, workload: Workload, text: Pasted | None) -> MeasuringView:
    """What stands at the place for measured seconds."""
    messages = content.messages
    if text is None:
        measured = measured_of(workload)
        told = measured_text(lesson, content, workload)
        remove = messages("workload.measured.remove") if measured else ""
        return MeasuringView(messages, (), told, False, (), "", remove, "used" if measured else "paste")
    measurements, discard = text.measurements, messages("workload.measured.discard")
    if len(measurements.meanings) > 1 and not measurements.rows:
        told = (messages("workload.measured.ask"),)
        asked = tuple(_meaning(messages, each) for each in measurements.meanings)
        return MeasuringView(messages, asked, told, False, (), "", discard, "ask")
    found = len(measurements.measured.totals) if measurements.measured else 0
    return MeasuringView(
        messages,
        (),
        tuple(_told(messages, measurements, found)),
        True,
        tuple(_lines(messages, measurements.problems)),
        messages("workload.measured.use", count=found, shown=number(found, messages)) if found else "",
        discard,
        "unread",
    )


def measured_in(page: State) -> Measured | None:
    """What the learner measured, for other views."""
    own = page.features.get("workload")
    return measured_of(own.workload) if own else None


def _told(messages: Messages, measurements: Measurements, found: int) -> Iterator[str]:
    match measurements.trouble:
        case "long":
            yield messages("workload.measured.too_long", most=number(LONGEST // 1_000_000, messages))
        case "column":
            yield messages("workload.measured.no_column", columns=messages.listed("facts.all_of", measurements.columns))
        case _:
            count, good = measurements.rows, measurements.rows - len(measurements.problems)
            yield messages(
                "workload.measured.read", count=count, shown=number(good, messages), all=number(count, messages)
            )
    if measurements.trouble == "few":
        yield messages("workload.measured.few", fewest=number(FEWEST, messages))


def _lines(messages: Messages, problems: tuple[Problem, ...]) -> Iterator[str]:
    for problem in problems[:NAMED]:
        if problem.why in UNREADABLE:
            yield messages(f"workload.measured.unreadable.{problem.why}", line=problem.line)
        else:
            yield messages(f"workload.measured.lines.{problem.why}", line=problem.line, text=problem.text)
    if more := len(problems[NAMED:]):
        yield messages("workload.measured.more", count=more, shown=number(more, messages))


def _meaning(messages: Messages, meaning: Meaning) -> str:
    total = _named(messages, meaning.total)
    if meaning.first is None:
        return total
    return messages("workload.measured.both", total=total, first=_named(messages, meaning.first))


def _named(messages: Messages, column: Timed) -> str:
    name = column.name or messages("workload.measured.unnamed")
    return messages(f"workload.measured.units.{column.unit}", column=name)
