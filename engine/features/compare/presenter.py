"""What Compare says of the modes in its table, computed and worded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.html import link_to
from engine.sections import Weight, price, shown_weight
from engine.sequence.narrate import duration
from engine.sequence.spread import Axis, Tick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.content.lesson import Compared, GuidanceSection, Lesson, Outcome
    from engine.content.mode import Mode, Section


@dataclass(frozen=True)
class Cell:
    """What a section says of a mode: a text or a weight, linked to its place in Explore, and what stands below it."""

    address: str
    text: str
    weight: Weight | None = None
    below: str = ""
    is_number: bool = False


@dataclass(frozen=True)
class Times:
    """When a mode shows something, and when it is done, as texts and as places on the axis, in per cent."""

    first: tuple[str, str]
    """p50 and p95 of the first useful output."""
    done: tuple[str, str]
    """The same of the whole answer."""
    first_at: float
    """p50 of the first output."""
    done_at: tuple[float, float]
    """p50 and p95 of the whole answer."""
    is_first: bool
    """Whether no other mode shows something earlier."""
    is_done_first: bool
    """Whether no other mode has the whole answer earlier."""


@dataclass(frozen=True)
class Row:
    """A mode, and where its name leads."""

    mode: Mode
    address: str
    title: str
    times: Times | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The table of all modes, for a workload or in general."""

    title: str
    """The workload; "" in general."""
    point: str
    """In one sentence, which mode is first and which costs least; "" in general."""
    columns: tuple[str, ...]
    """The headings after those of the times."""
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class Choice:
    """A workload to compare the modes for."""

    name: str
    title: str
    chosen: bool


@dataclass(frozen=True)
class Comparison:
    """The table for the chosen workload."""

    caption: str
    question: str
    mode: str
    """The heading of the modes."""
    first: str
    done: str
    choices: tuple[Choice, ...]
    """The workloads to choose from; none where there is nothing to choose."""
    table: Table


def comparison(lesson: Lesson, workload: str) -> Comparison:
    """The table of all modes for the chosen workload, by its scenario's name, or one in general."""
    messages = lesson.messages
    choices = tuple(Choice(each.name, each.title, each.name == workload) for each in lesson.compared)
    chosen = next((each for each in lesson.compared if each.name == workload), None)
    return Comparison(
        messages("compare.table"),
        messages("compare.question"),
        messages("guide.mode"),
        messages("compare.first"),
        messages("compare.done"),
        choices if len(choices) > 1 else (),
        _table(lesson, chosen),
    )


def _table(lesson: Lesson, compared: Compared | None) -> Table:
    names = lesson.about.compare.columns if lesson.about.compare else tuple(lesson.about.sections)
    outcomes = compared.outcomes if compared else {}
    times = [each for found in outcomes.values() for each in (*found.first, *found.done)]
    axis = Axis(min(times), max(times)) if times else None
    return Table(
        compared.title if compared else "",
        _point(lesson, outcomes) if outcomes else "",
        tuple(lesson.about.sections[name].heading for name in names),
        tuple(
            Row(
                mode,
                link_to(view="explore", mode=key),
                lesson.messages("compare.open", mode=mode.name),
                _times(lesson, outcomes, key, axis) if axis and key in outcomes else None,
                tuple(_cell(lesson, key, mode, name, outcomes.get(key)) for name in names),
            )
            for key, mode in lesson.modes.items()
        ),
        axis.ticks(lesson.messages) if axis else (),
    )


def _point(lesson: Lesson, outcomes: Mapping[str, Outcome]) -> str:
    """Which modes show something first, and which one costs least."""
    messages, first = lesson.messages, min(each.first[0] for each in outcomes.values())
    early = [lesson.modes[name].name for name, each in outcomes.items() if each.first[0] == first]
    cheap = min(outcomes, key=lambda name: outcomes[name].dollars)
    return messages(
        "compare.point",
        count=len(early),
        early=messages.listed("compare.early", early),
        first=duration(first, messages),
        cheap=lesson.modes[cheap].name,
        cost=outcomes[cheap].cost,
        done=duration(outcomes[cheap].done[0], messages),
    )


def _times(lesson: Lesson, outcomes: Mapping[str, Outcome], key: str, axis: Axis) -> Times:
    def texts(times: tuple[float, ...]) -> tuple[str, str]:
        return duration(times[0], lesson.messages), duration(times[1], lesson.messages)

    outcome = outcomes[key]
    return Times(
        texts(outcome.first),
        texts(outcome.done),
        axis.place(outcome.first[0]),
        (axis.place(outcome.done[0]), axis.place(outcome.done[1])),
        outcome.first[0] <= min(each.first[0] for each in outcomes.values()),
        outcome.done[0] <= min(each.done[0] for each in outcomes.values()),
    )


def _cell(lesson: Lesson, key: str, mode: Mode, name: str, outcome: Outcome | None) -> Cell:
    """What a section has to say in the table; a multiplier, what a run costs as well."""
    declared, section = lesson.about.sections[name], mode.sections[name]
    place = {"step": section.step} if section.step else {"section": name}
    address = link_to(view="explore", mode=key, **place)
    if declared.kind == "weight":
        return Cell(address, "", shown_weight(lesson, mode), section.short or lesson.messages("bases.judgement"))
    if declared.kind == "multiplier":
        below = lesson.messages("compare.run", cost=outcome.cost) if outcome else ""
        return Cell(address, _text(lesson, declared, section), below=below, is_number=True)
    return Cell(address, _text(lesson, declared, section))


def _text(lesson: Lesson, declared: GuidanceSection, section: Section) -> str:
    """A section in a few words, or as few as there are."""
    if declared.kind == "multiplier" and section.multiplier:
        return price(lesson, section.multiplier)
    return section.short or section.text or next((point.text for point in section.points or ()), "")
