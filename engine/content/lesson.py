"""The lesson as a whole: what lesson.yaml says of it, and all that its files are put together to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from engine.content.limits import (
    AtLeastOne,
    Identifier,
    Label,
    Language,
    Line,
    Minutes,
    ModeCount,
    Paragraph,
    Pixels,
    Term,
    Weight,
    Word,
    entries,
)
from engine.content.mode import (
    Lines,
    Mode,
    Points,
    Source,
)
from engine.messages import Messages
from engine.vocabulary import Colour, Fill


@dataclass(frozen=True, eq=False)
class Annotation:
    """A kind of remark that steps have in few words, which learners show and hide on the diagrams."""

    name: Term
    """What the toggle and each remark call it."""
    colour: Colour
    """The colour of its remarks."""
    shown: bool
    """Whether it is shown at first."""


@dataclass(frozen=True, eq=False)
class ParticipantState:
    """What a participant can be doing."""

    name: Term
    """What it is called where a step is explained."""
    fill: Fill
    """How the bar on the lifeline is filled meanwhile; "none" has no bar."""
    colour: Colour | None = None
    """The colour of the bar, where it is not the mode's."""


SectionKind = Literal["points", "text", "measures", "multiplier", "weight", "step"]
"""What a section of the guidance holds: points; a text; how long it takes; a price as a multiple; how much there is to
build; or a few words with the step at which one sees it, which stand in tables only."""


@dataclass(frozen=True, eq=False)
class GuidanceSection:
    """A section of the guidance that every mode has."""

    heading: Word
    """Its heading, also of its column in a table."""
    kind: SectionKind
    """What it holds."""
    sign: Literal["good", "bad"] | None = None
    """The sign before its points: that they speak for the mode, or against it."""
    heaviest: Weight = 5
    """The heaviest weight that there is, where it holds a weight."""


@dataclass(frozen=True, eq=False)
class Table:
    """A table of all modes."""

    columns: Annotated[tuple[Identifier, ...], AtLeastOne]
    """The sections that it sums up, in order."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """Compare: the sections that its table sums up, and the workloads that it compares the modes for."""

    columns: Annotated[tuple[Identifier, ...], AtLeastOne]
    """The sections, in order; what a model works out stands before them."""
    workloads: tuple[Identifier, ...] = ()
    """The scenarios of which the model works out times and cost, beginning with the one that is shown at first."""


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
    """How demanding it is, in the terms of a taxonomy of objectives."""


@dataclass(frozen=True, eq=False)
class Named:
    """Something that lesson.yaml declares by an id, and what learners call it."""

    name: Label
    """What it is called."""


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
    goal: Label
    """What a learner can do after it, and how long it takes; stands beside the title."""
    language: Language
    """The language of the page, as a web page names it; `messages/` has a catalogue of it."""
    modes: Annotated[tuple[Identifier, ...], ModeCount]
    """The modes in the order of the radio buttons, by file name; the first is shown first."""
    annotations: Mapping[Identifier, Annotation]
    """The kinds of remarks on steps, in order."""
    sections: Mapping[Identifier, GuidanceSection]
    """The sections of the guidance, in order; those with a sign stand first."""
    states: Mapping[Identifier, ParticipantState]
    """What participants can be doing; at first each is in the first state, which has no bar."""
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
    objectives: Mapping[Identifier, Named] = field(default_factory=dict)
    """What the scenarios practise, by the names that they use."""
    facts: Mapping[Identifier, Named] = field(default_factory=dict)
    """In a lesson without a model: what learners know of a case, in order. Add new ones at the end."""
    glance: Table | None = None
    """What each mode's radio shows under its name; without it the name alone."""
    compare: Comparison | None = None
    """What Compare shows; without it the table has a column for every section."""
    hunch: Annotated[tuple[Identifier, ...], entries(2, 2)] | None = None
    """Two scenarios to decide on a hunch before anything else, and again at the end."""
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
class Outcome:
    """How a mode does on a workload. Times are p50 and p95, in seconds from the start."""

    first: tuple[float, ...]
    """Until the first useful output."""
    done: tuple[float, ...]
    """Until the whole answer, or the last one."""
    dollars: float
    """The price of one run."""
    cost: str
    """The same as it is read."""


@dataclass(frozen=True, eq=False)
class Compared:
    """A workload that Compare compares the modes for."""

    name: str
    """The scenario's."""
    title: str
    outcomes: Mapping[str, Outcome]
    """By mode."""


@dataclass(frozen=True, eq=False)
class InLanguage:
    """The page of a lesson in a language."""

    language: str
    name: str
    """What those who speak the language call it."""
    address: str
    """Where it is, from the page that says so."""


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
    features: tuple[str, ...]
    """The names of the features that it has content for."""
    messages: Messages
    """The words of the first screen."""
    compared: tuple[Compared, ...] = ()
    """What Compare compares the modes for, where the lesson has a model."""
    languages: tuple[InLanguage, ...] = ()
    """Its pages, the author's language first; none where it has one language. The build knows them."""
