"""The lesson as a whole: what lesson.yaml says of it, and all that its files are put together to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import (
    AtLeastOne,
    Identifier,
    Label,
    Line,
    Minutes,
    ModeCount,
    Paragraph,
    Pixels,
)
from engine.content.mode import (
    Annotation,
    Lines,
    Mode,
    Points,
    Source,
)
from engine.content.words import Words


@dataclass(frozen=True, eq=False)
class Activity:
    """One part of the lesson plan."""

    title: Label
    """What the class does."""
    minutes: Minutes
    """How long it takes."""
    text: Paragraph
    """How it goes."""


@dataclass(frozen=True, eq=False)
class Plan:
    """The lesson plan."""

    audience: Line
    """For whom."""
    duration: Label
    """How long in all."""
    prerequisites: Lines
    """What learners should know first."""
    activities: Annotated[tuple[Activity, ...], AtLeastOne]
    """What happens, in order."""


@dataclass(frozen=True, eq=False)
class Objective:
    """What a learner can do afterwards."""

    text: Line
    """The objective."""
    level: Label
    """Its level in Bloom's taxonomy."""


@dataclass(frozen=True, eq=False)
class Embed:
    """How another page embeds the lesson."""

    text: Line
    """What to do with the snippet."""
    relative: Line
    """From where its path leads to the lesson, where the lesson does not know its own address."""
    height: Pixels
    """The frame's height in CSS pixels."""


@dataclass(frozen=True, eq=False)
class About:
    """The lesson as a whole: lesson.yaml."""

    title: Label
    """The lesson's title."""
    lead: Line
    """What it is about, in one sentence."""
    modes: Annotated[tuple[Identifier, ...], ModeCount]
    """The modes in the order of the radio buttons, by file name; the first is shown first."""
    annotations: tuple[Annotation, ...]
    """The annotations that are shown at first."""
    how_to_use: Lines
    """How to use the page, step by step."""
    objective: Objective
    """What a learner can do afterwards."""
    ideas: Points
    """What a simpler lesson leaves out."""
    plan: Plan
    """The lesson plan."""
    assessment: Paragraph
    """When the objective is met."""
    embed: Embed
    """How another page embeds the lesson."""
    licence: Line
    """Under which terms it may be used."""
    formerly: Identifier | None = None
    """An earlier name of the lesson: what devices stored under it is still found."""


@dataclass(frozen=True, eq=False)
class Example:
    """A workload and the mode that fits it, as About shows it."""

    title: Label
    """The workload's name."""
    situation: Paragraph
    """What a learner knows before choosing."""
    best: Identifier
    """The mode that fits, by its file's name."""
    because: Label
    """The fact that decides, in a few words."""
    why: Paragraph
    """The reasoning, in terms of latency and cost."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """A lesson's folder, loaded and checked."""

    name: str
    """The name of the folder: what the lesson is called in addresses, in stored answers and in messages."""
    about: About
    modes: Mapping[str, Mode]
    """In the order that `about` lists them; the first is shown first."""
    examples: tuple[Example, ...]
    sources: Mapping[str, Source]
    words: Words
