"""The typed shape of scenarios.yaml: what Practice asks, and what comes of each answer.

What is said in `engine.content.mode` of such shapes holds here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import (
    AtLeastOne,
    Identifier,
    Label,
    Line,
    Paragraph,
    between,
    entries,
    form,
)
from engine.features.practice.subject import Number, Verdict
from simulator.workload import Workload

FactName = Annotated[str, form(r"^[a-z][a-z0-9_-]{0,39}$(?!\n)", "deadline")]
"""The id of a fact: lesson.yaml declares it, or the model has a field of that name."""


@dataclass(frozen=True, eq=False)
class Criterion:
    """When the lesson's objective is met; the messages `practice.criterion` say it in words."""

    row: Annotated[int, between(1, 50)]
    """So many new cases in a row."""
    good: Annotated[int, between(1, 50)]
    """At least so many of them best or defensible, with the right facts."""


@dataclass(frozen=True, eq=False)
class PracticeSettings:
    """The numbers of Practice: the section `practice` of settings.yaml."""

    criterion: Criterion
    """When the lesson's objective is met."""


@dataclass(frozen=True, eq=False)
class Guidance:
    """A place in a mode's guidance."""

    section: Identifier
    """The section, by its name in lesson.yaml."""
    point: Annotated[int, between(1, 40)] | None = None
    """Which of the section's points, from 1; without one the section as a whole."""


@dataclass(frozen=True, eq=False)
class Choice:
    """What comes of choosing a mode for a scenario."""

    verdict: Verdict
    """How good a choice it is."""
    text: Paragraph
    """What happens then, in the words of this scenario."""
    guidance: Guidance
    """The sentence of the mode's guidance that applies."""
    reading: Line | None = None
    """For a defensible choice: the reading of the scenario under which it is right."""


@dataclass(frozen=True, eq=False)
class AuthoredFlip:
    """Another value of a fact at which another mode is best, where a lesson has no model to find it."""

    value: Label
    """What the fact would have to be."""
    mode: Identifier
    """The mode that is best then."""
    because: Line
    """Why, in one sentence."""


@dataclass(frozen=True, eq=False)
class Tipping:
    """What tips the decision on a scenario at the boundary."""

    facts: Annotated[tuple[FactName, ...], entries(1, 3)]
    """The facts that tip it; a learner finds them by picking facts."""
    discussion: Paragraph
    """What guides the decision here."""
    flips: Mapping[FactName, AuthoredFlip] | None = None
    """In a lesson without a model: what would flip it, by fact. Where there is a model, it finds this out."""


@dataclass(frozen=True, eq=False)
class GuidingQuestion:
    """A question that guides the decision where several modes can be defended."""

    ask: Label
    """The question."""
    speaks_for: Annotated[tuple[Identifier, ...], entries(1, 3)]
    """The modes that its answer speaks for in this case."""
    because: Line
    """Its answer in this case, and why it speaks for them."""


@dataclass(frozen=True, eq=False)
class Scenario:
    """A case to recommend a mode for."""

    title: Label
    """The case's name."""
    situation: Paragraph
    """What a learner knows before choosing."""
    objectives: Annotated[tuple[Identifier, ...], AtLeastOne]
    """What it practises, by name in lesson.yaml."""
    because: Label
    """The fact that decides, in a few words."""
    why: Paragraph
    """The reasoning, in terms of the objectives."""
    facts: Annotated[tuple[FactName, ...], entries(1, 3)]
    """The facts that decide; a learner marks one or two, and any of these is right."""
    choices: Mapping[Identifier, Choice]
    """What comes of each mode, by its file's name; exactly one is best."""
    hints: Annotated[tuple[Line, ...], entries(2, 2)]
    """Two hints; the second builds on the first."""
    cards: Annotated[tuple[FactName, ...], entries(4, 5)] | None = None
    """The facts that a learner begins with: those that decide, and one or two others; else they are worked out."""
    workload: Workload | None = None
    """In a lesson with a model: the situation in numbers."""
    values: Mapping[FactName, Label] | None = None
    """In a lesson without a model: the value of each fact that lesson.yaml names, as it is read."""
    steady: Mapping[FactName, Line] | None = None
    """In a lesson with a model: for each deciding fact that does not flip the decision alone, why not."""
    tipping: Tipping | None = None
    """On the boundary: what tips the decision."""
    differs: Line | None = None
    """Why the model's advice is another, where it is."""
    seed: bool = False
    """Whether About shows it too."""
    questions: Mapping[FactName, GuidingQuestion] | None = None
    """Where there is no single right answer: the questions that guide the decision, each by the fact that answers it. A
    learner argues with them instead of facts, and then compares; the scenario is a stop of its own."""
    predict: Number | None = None
    """In a lesson with a model: the number of the chosen mode that a learner predicts, for no points."""
