"""What a lesson is: the typed shape of everything under `content/`.

Authors write YAML; the rest of the program sees only these classes. They are the one source of the JSON Schemas in
`content/schema/` (made by `tools/schema.py`), against which every file is checked before a lesson is built from it.
The string under a field is the help that an author's editor shows.

Instances compare by identity: a lesson is loaded once, and a view asks only whether it is still the same one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol

from engine.content.limits import (
    Address,
    AtLeastOne,
    Day,
    Identifier,
    Label,
    Line,
    Multiplier,
    Paragraph,
    ParticipantCount,
    Seconds,
    StepCount,
    Term,
    Verbatim,
    Weight,
    Word,
)
from engine.vocabulary import Colour, Kind, Shape
from engine.vocabulary import Frame as FrameKind

Basis = Literal["published", "derived", "illustrative", "judgement"]

Cited = tuple[Identifier, ...]
Lines = Annotated[tuple[Line, ...], AtLeastOne]


@dataclass(frozen=True, eq=False)
class Source:
    """A document that a figure or a claim rests on."""

    title: Annotated[Line, Verbatim]
    """The document's own title."""
    publisher: Annotated[Label, Verbatim]
    """Who published it; shown beside every claim that rests on it."""
    address: Address
    """Where it is."""
    read: Day
    """The day on which it was read."""
    reference: bool = False
    """Whether it is one of the references that About recommends."""


@dataclass(frozen=True, eq=False)
class Point:
    """One thing to know, with what it rests on."""

    text: Line
    """The thing to know, in one or two sentences."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


Points = Annotated[tuple[Point, ...], AtLeastOne]


@dataclass(frozen=True, eq=False)
class Participant:
    """One lifeline of a sequence diagram."""

    name: Term
    """What the diagram calls it; steps refer to it by this name."""
    role: Line
    """What it is and who runs it."""


@dataclass(frozen=True, eq=False)
class Frame:
    """A box drawn around neighbouring steps."""

    kind: FrameKind
    """Alternatives that follow each other are drawn as one box with a divider; a loop is a box of its own."""
    label: Label
    """What the box says: the condition, or how long it repeats."""


@dataclass(frozen=True, eq=False)
class Step:
    """One message between two participants, or work that one of them does."""

    id: Identifier
    """What links to the step and marks in the code call it; it stays when the words or the order change."""
    kind: Kind
    """What the arrow means; "work" is a note over one participant and has no "to"."""
    from_: Annotated[Term, Verbatim]
    """The participant that sends, or that works."""
    label: Label
    """The words on the drawing."""
    caption: Line
    """What happens, in one sentence."""
    explanation: Paragraph
    """Why it matters, in two or three sentences."""
    to: Annotated[Term, Verbatim] | None = None
    """The participant that receives."""
    states: Mapping[str, Identifier] | None = None
    """The state of participants from this step on; who is not named stays in theirs, at first the lesson's first."""
    within: Identifier | None = None
    """The frame that this step is drawn in."""
    notes: Mapping[Identifier, Label] | None = None
    """What the lesson's annotations say at this step, by their names."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Measure:
    """How long something takes, as a distribution."""

    name: Label
    """What is measured, such as "First token"."""
    median: Seconds
    """Half of the requests are done within this many seconds."""
    p95: Seconds
    """95 of 100 are."""
    p99: Seconds
    """99 of 100 are."""
    basis: Basis
    """Where the figures come from; shown beside them."""
    note: Paragraph
    """For which workload, from which data or by which method."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Section:
    """What a section of the guidance says of a mode; which fields it needs, its kind in lesson.yaml tells."""

    short: Label | None = None
    """The section in a few words, for tables."""
    text: Paragraph | None = None
    """The section in full."""
    points: Points | None = None
    """Things to know, one by one."""
    measures: Annotated[tuple[Measure, ...], AtLeastOne] | None = None
    """How long it takes; the first is the one that tables compare."""
    multiplier: Multiplier | None = None
    """The price as a multiple of an ordinary request's."""
    weight: Weight | None = None
    """How much there is to build and to operate; a judgement, and labelled so."""
    step: Identifier | None = None
    """The step at which one sees it."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Mode:
    """One way to do what the lesson is about: how it goes, step by step, and when to choose it."""

    name: Word
    """What the mode is called."""
    colour: Colour
    """The mode's colour."""
    shape: Shape
    """The mode's second sign, for whoever does not see the colour."""
    lead: Line
    """The mode in one sentence."""
    idea: Paragraph
    """The one thing about this mode that people get wrong."""
    participants: Annotated[tuple[Participant, ...], ParticipantCount]
    """The lifelines, from left to right."""
    steps: Annotated[tuple[Step, ...], StepCount]
    """What happens, in order."""
    sections: Mapping[Identifier, Section]
    """The guidance: all the sections that lesson.yaml declares."""
    frames: Mapping[Identifier, Frame] | None = None
    """Boxes around steps, by the name that steps use in "within"."""


class Sequence(Protocol):
    """Participants, and the steps between them."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def lead(self) -> str:
        """The sequence in one sentence."""

    @property
    def participants(self) -> tuple[Participant, ...]:
        """The lifelines, from left to right."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """What happens, in order."""

    @property
    def frames(self) -> Mapping[str, Frame] | None:
        """Boxes around steps, by name."""
