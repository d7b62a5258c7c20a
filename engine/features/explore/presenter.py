"""What Explore shows, computed and worded: the modes to choose from, the walk through one, and the guidance of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.html import link_to
from engine.path import Onward, onward
from engine.sections import Weight, price, shown_weight
from engine.sequence.narrate import times
from engine.sequence.presenter import Caption, Walk, caption, walk

if TYPE_CHECKING:
    from engine.content.lesson import GuidanceSection, Lesson
    from engine.content.mode import Measure, Mode, Point, Section
    from engine.vocabulary import Colour


@dataclass(frozen=True)
class Card:
    """A mode to choose, with what tells it from the others in a few words."""

    name: str
    mode: Mode
    texts: tuple[str, ...]


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
class Player:
    """The buttons that walk the chosen mode, and the one that plays it."""

    walk: Walk
    play: str
    playing: bool
    onward: Onward | None
    """Before the first step and at the last: the way to the next mode, or from the last one to the next view."""


@dataclass(frozen=True)
class Explanation:
    """What happens at the chosen step, and the ways on: to its diagram from code, and back."""

    colour: Colour
    caption: Caption
    diagram: str
    """The way to the step in the diagram; "" where that is shown."""
    back: str


def player(lesson: Lesson, name: str, step: int, playing: bool) -> Player:
    """The buttons that walk a mode at a step, from 1; 0 is before the first."""
    mode = lesson.modes[name]
    return Player(
        walk(lesson, mode, step),
        lesson.messages("explore.pause" if playing else "explore.play"),
        playing,
        _onward(lesson, name) if step in {0, len(mode.steps)} else None,
    )


def _onward(lesson: Lesson, name: str) -> Onward | None:
    names = list(lesson.modes)
    following = names[names.index(name) + 1 :]
    if not following:
        return onward(lesson, "explore")
    mode = lesson.modes[following[0]].name
    return Onward(link_to(view="explore", mode=following[0]), lesson.messages("explore.onward", name=mode), mode)


def explanation(lesson: Lesson, name: str, step: int, in_code: bool) -> Explanation | None:
    """What happens at a step of a mode, beside its diagram or below its code; None before the first."""
    mode, messages = lesson.modes[name], lesson.messages
    found = caption(lesson, mode, step)
    if not found:
        return None
    if in_code:
        return Explanation(mode.colour, found, messages("explore.in_diagram"), messages("explore.close"))
    return Explanation(mode.colour, found, "", messages("explore.back", name=mode.name))


def toggles(lesson: Lesson, shown: frozenset[str]) -> tuple[Toggle, ...]:
    """The annotations that can be shown and hidden."""
    annotations = lesson.about.annotations.items()
    return tuple(Toggle(name, each.name, each.colour, name in shown) for name, each in annotations)


def cards(lesson: Lesson) -> tuple[Card, ...]:
    """The modes to choose from, each with the columns of the lesson's `glance`."""
    columns = lesson.about.glance.columns if lesson.about.glance else ()
    return tuple(
        Card(name, mode, tuple(_brief(lesson, mode.sections[column]) for column in columns))
        for name, mode in lesson.modes.items()
    )


def guides(lesson: Lesson) -> tuple[Guide, ...]:
    """The guidance of every mode."""
    return tuple(_guide(lesson, name, mode) for name, mode in lesson.modes.items())


def _brief(lesson: Lesson, section: Section) -> str:
    return price(lesson, section.multiplier) if section.multiplier else section.short or ""


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
