"""What Explore shows, computed and worded: the step panel, the table of all modes, and the guidance of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.sections import Weight, price, shown_weight
from engine.sequence.narrate import times
from engine.sequence.presenter import Panel, panel

if TYPE_CHECKING:
    from engine.content.lesson import GuidanceSection, Lesson
    from engine.content.mode import Measure, Mode, Point, Section
    from engine.vocabulary import Colour


@dataclass(frozen=True)
class Cell:
    """What a table says of a mode in a column: a text, or a weight."""

    text: str
    weight: Weight | None = None
    is_number: bool = False


@dataclass(frozen=True)
class Row:
    """A mode in the table of all modes."""

    name: str
    mode: Mode
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Glance:
    """All modes in one small table."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class MeasureRow:
    """How long something takes."""

    name: str
    basis: str
    times: tuple[str, str, str]
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Percentiles:
    """How long a mode takes, as distributions."""

    columns: tuple[str, str, str, str]
    rows: tuple[MeasureRow, ...]


@dataclass(frozen=True)
class SectionShown:
    """A section of the guidance of a mode; what it does not have is empty."""

    name: str
    heading: str
    short: str = ""
    weight: Weight | None = None
    basis: str = ""
    """What the weight rests on."""
    percentiles: Percentiles | None = None
    text: str = ""
    sources: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    sign: str = ""
    """Which sign the points have, and its heading's colour: "good", "bad" or none."""


@dataclass(frozen=True)
class Guide:
    """The guidance of a mode."""

    name: str
    mode: Mode
    first: tuple[SectionShown, ...]
    """The sections above the idea: what speaks for the mode, and what against it."""
    others: tuple[SectionShown, ...]


@dataclass(frozen=True)
class Toggle:
    """A kind of annotation that can be shown and hidden."""

    name: str
    label: str
    colour: Colour
    shown: bool


@dataclass(frozen=True)
class StepPanel:
    """The step panel of the chosen mode, with the button that plays."""

    colour: Colour
    panel: Panel
    play: str
    playing: bool


def step_panel(lesson: Lesson, mode: Mode, step: int, playing: bool) -> StepPanel:
    """The step panel of a mode at a step, from 1; 0 is before the first."""
    play = lesson.messages("explore.pause" if playing else "explore.play")
    return StepPanel(mode.colour, panel(lesson, mode, step), play, playing)


def toggles(lesson: Lesson, shown: frozenset[str]) -> tuple[Toggle, ...]:
    """The annotations that can be shown and hidden."""
    annotations = lesson.about.annotations.items()
    return tuple(Toggle(name, each.name, each.colour, name in shown) for name, each in annotations)


def glance(lesson: Lesson) -> Glance | None:
    """All modes in one small table; None where the lesson declares none."""
    if not lesson.about.glance:
        return None
    columns = lesson.about.glance.columns
    return Glance(
        lesson.messages("guide.glance"),
        (lesson.messages("guide.mode"), *(lesson.about.sections[column].heading for column in columns)),
        tuple(
            Row(name, mode, tuple(_cell(lesson, mode, column) for column in columns))
            for name, mode in lesson.modes.items()
        ),
    )


def guides(lesson: Lesson) -> tuple[Guide, ...]:
    """The guidance of every mode."""
    return tuple(_guide(lesson, name, mode) for name, mode in lesson.modes.items())


def _cell(lesson: Lesson, mode: Mode, column: str) -> Cell:
    declared, section = lesson.about.sections[column], mode.sections[column]
    if section.short:
        return Cell(section.short)
    if declared.kind == "multiplier" and section.multiplier:
        return Cell(price(lesson, section.multiplier), is_number=True)
    return Cell("", shown_weight(lesson, mode))


def _guide(lesson: Lesson, name: str, mode: Mode) -> Guide:
    shown = {each: declared for each, declared in lesson.about.sections.items() if declared.kind != "step"}
    first = tuple(each for each, declared in shown.items() if declared.sign)
    others = tuple(each for each in shown if each not in first)
    return Guide(name, mode, _sections(lesson, mode, first), _sections(lesson, mode, others))


def _sections(lesson: Lesson, mode: Mode, names: tuple[str, ...]) -> tuple[SectionShown, ...]:
    return tuple(_section(lesson, mode, name, lesson.about.sections[name], mode.sections[name]) for name in names)


def _section(lesson: Lesson, mode: Mode, name: str, declared: GuidanceSection, section: Section) -> SectionShown:
    is_weight = declared.kind == "weight"
    return SectionShown(
        name=name,
        heading=declared.heading,
        short=section.short or (price(lesson, section.multiplier) if section.multiplier else ""),
        weight=shown_weight(lesson, mode) if is_weight else None,
        basis=lesson.messages("bases.judgement") if is_weight else "",
        percentiles=_percentiles(lesson, section.measures) if section.measures else None,
        text=section.text or "",
        sources=section.sources,
        points=section.points or (),
        sign=declared.sign or "",
    )


def _percentiles(lesson: Lesson, measures: tuple[Measure, ...]) -> Percentiles:
    messages = lesson.messages
    return Percentiles(
        (messages("guide.measure"), messages("guide.median"), messages("guide.p95"), messages("guide.p99")),
        tuple(
            MeasureRow(
                measure.name,
                messages(f"bases.{measure.basis}"),
                times(lesson, measure),
                messages("guide.measured", measure=measure.name, note=measure.note),
                measure.sources,
            )
            for measure in measures
        ),
    )
