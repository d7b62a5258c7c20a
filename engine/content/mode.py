"""What a lesson is: the typed shape of everything under `content/`.

Authors write YAML; the rest of the program sees only these classes. They are the one source of the JSON Schemas in
`content/schema/` (made by `tools/schema.py`), against which every file is checked before a lesson is built from it.
The string under a field is the help that an author's editor shows.

Instances compare by identity: a lesson is loaded once, and a view asks only whether it is still the same one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

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
    Weight,
    Word,
)

Kind = Literal["request", "reply", "notification", "data", "work"]
Occupation = Literal["busy", "blocked", "free"]
Annotation = Literal["latency", "cost", "engineering"]
Basis = Literal["published", "derived", "illustrative", "judgement"]

Cited = tuple[Identifier, ...]
Lines = Annotated[tuple[Line, ...], AtLeastOne]


@dataclass(frozen=True, eq=False)
class Source:
    """A document that a figure or a claim rests on."""

    title: Line
    """The document's own title."""
    publisher: Label
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

    kind: Literal["alternative", "loop"]
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
    from_: Term
    """The participant that sends, or that works."""
    label: Label
    """The words on the drawing."""
    caption: Line
    """What happens, in one sentence."""
    explanation: Paragraph
    """Why it matters, in two or three sentences."""
    to: Term | None = None
    """The participant that receives."""
    states: Mapping[str, Occupation] | None = None
    """What participants do from this step on; one that is not named goes on as before (at first: free)."""
    within: Identifier | None = None
    """The frame that this step is drawn in."""
    latency: Label | None = None
    """What the Latency annotation says at this step."""
    cost: Label | None = None
    """What the Cost annotation says at this step."""
    engineering: Label | None = None
    """What the Engineering annotation says at this step."""
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
class Price:
    """What a mode costs."""

    multiplier: Multiplier
    """The price as a multiple of a synchronous call's."""
    text: Paragraph
    """What is and is not discounted."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Engineering:
    """What a team must build and operate."""

    weight: Weight
    """Relative to a synchronous call, which is 1; a judgement, and labelled so."""
    text: Line
    """The weight in words."""
    build: Points
    """The parts to build and operate."""


@dataclass(frozen=True, eq=False)
class Mode:
    """One way to call the API: its life of a request and when to choose it."""

    name: Word
    """What the mode is called."""
    colour: Literal["blue", "teal", "purple", "green"]
    """The mode's colour."""
    shape: Literal["circle", "triangle", "diamond", "square"]
    """The mode's second sign, for whoever does not see the colour."""
    lead: Line
    """The mode in one sentence."""
    latency: Label
    """The latency to expect, in a few words."""
    client: Label
    """What the client's thread does meanwhile, in a few words."""
    idea: Paragraph
    """The one thing about this mode that people get wrong."""
    participants: Annotated[tuple[Participant, ...], ParticipantCount]
    """The lifelines, from left to right."""
    steps: Annotated[tuple[Step, ...], StepCount]
    """The life of a request, in order."""
    measures: Annotated[tuple[Measure, ...], AtLeastOne]
    """How long it takes; the first is the one that tables compare."""
    use_when: Points
    """When to choose it."""
    avoid_when: Points
    """When not to."""
    price: Price
    """What it costs."""
    engineering: Engineering
    """What it takes to build."""
    frames: Mapping[Identifier, Frame] | None = None
    """Boxes around steps, by the name that steps use in "within"."""
