"""What Compare says of the modes in its table, computed and worded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.html import link_to
from engine.sections import Weight, price, shown_weight
from engine.sequence.narrate import times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.content.lesson import GuidanceSection, Lesson
    from engine.content.mode import Mode, Section


@dataclass(frozen=True)
class Cell:
    """What the table says of a mode: a text or a weight that leads somewhere, and what stands below it."""

    address: str
    text: str
    weight: Weight | None = None
    below: str = ""
    is_basis: bool = False
    """Whether what stands below says what the figure rests on."""
    is_number: bool = False


@dataclass(frozen=True)
class Row:
    """A mode, and where its name leads."""

    mode: Mode
    address: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison:
    """The table of all modes."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def comparison(lesson: Lesson) -> Comparison:
    """The table of all modes; each cell leads to the step or the section of the guidance that it sums up."""
    messages = lesson.messages
    table = lesson.about.compare
    names = table.columns if table else tuple(lesson.about.sections)
    headings: list[str] = [messages("guide.mode")]
    for name in names:
        declared = lesson.about.sections[name]
        headings.append(declared.heading)
        if declared.kind == "measures":
            headings += [messages("guide.median"), messages("guide.p95")]
    return Comparison(
        messages("compare.table"),
        tuple(headings),
        tuple(
            Row(
                mode,
                link_to(view="explore", mode=key),
                messages("compare.open", mode=mode.name),
                tuple(cell for name in names for cell in _cells(lesson, key, mode, name)),
            )
            for key, mode in lesson.modes.items()
        ),
    )


def _cells(lesson: Lesson, key: str, mode: Mode, name: str) -> Iterator[Cell]:
    """What a section has to say in the table; how long something takes needs three columns."""
    declared, section = lesson.about.sections[name], mode.sections[name]
    place = {"step": section.step} if section.step else {"section": name}
    address = link_to(view="explore", mode=key, **place)
    messages = lesson.messages
    if declared.kind == "weight":
        yield Cell(address, "", shown_weight(lesson, mode), messages("bases.judgement"), is_basis=True)
        return
    yield Cell(address, _text(lesson, declared, section), is_number=declared.kind == "multiplier")
    if section.measures:
        first = section.measures[0]
        median, p95, _ = times(lesson, first)
        yield Cell(address, median, below=first.name, is_number=True)
        yield Cell(address, p95, below=messages(f"bases.{first.basis}"), is_basis=True, is_number=True)


def _text(lesson: Lesson, declared: GuidanceSection, section: Section) -> str:
    """A section in a few words, or as few as there are."""
    if declared.kind == "multiplier" and section.multiplier:
        return price(lesson, section.multiplier)
    return section.short or section.text or next((point.text for point in section.points or ()), "")
