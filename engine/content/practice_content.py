"""What a learner decides with, fetched after the first screen: scenarios, drills, code and the model's parameters.

The second half of the shape of `content/` (the first is `model.py`); what is said there holds here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from engine.content.limits import (
    AtLeastOne,
    Identifier,
    Label,
    Line,
    Paragraph,
    between,
    entries,
)
from engine.features.code.content import CodeWords, Snippets
from engine.features.failures.content import AllDrills, DrillWords
from engine.features.practice.verdict import Objective, Verdict
from engine.features.practice.words import PracticeWords
from engine.features.race.words import RaceWords
from engine.features.workload.words import WorkloadWords
from simulator.fact_words import FactWords
from simulator.parameters import Model
from simulator.templates import Template
from simulator.workload import Fact, Workload

Part = Literal["use", "avoid", "latency", "price", "engineering"]


@dataclass(frozen=True, eq=False)
class Guidance:
    """A place in a mode's guidance."""

    part: Part
    """The section."""
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
class Tipping:
    """What tips the decision on a scenario at the boundary."""

    facts: Annotated[tuple[Fact, ...], entries(1, 3)]
    """The attributes that tip it; the model is shown doing so for the one that the learner picks."""
    discussion: Paragraph
    """What guides the decision here."""


@dataclass(frozen=True, eq=False)
class Scenario:
    """A workload to recommend a mode for."""

    title: Label
    """The workload's name."""
    situation: Paragraph
    """What a learner knows before choosing."""
    workload: Workload
    """The same in numbers, for the model."""
    objectives: Annotated[tuple[Objective, ...], AtLeastOne]
    """What it practises."""
    because: Label
    """The fact that decides, in a few words."""
    why: Paragraph
    """The reasoning, in terms of latency and cost."""
    facts: Annotated[tuple[Fact, ...], entries(1, 3)]
    """The facts of the workload that decide; a learner marks one or two, and any of these is right."""
    choices: Mapping[Identifier, Choice]
    """What comes of each mode, by its file's name; exactly one is best."""
    hints: Annotated[tuple[Line, ...], entries(2, 2)]
    """Two hints; the second builds on the first."""
    tipping: Tipping | None = None
    """On the boundary: what tips the decision."""
    differs: Line | None = None
    """Why the model's advice is another, where it is."""
    seed: bool = False
    """Whether About shows it too."""


@dataclass(frozen=True, eq=False)
class WorkshopWords:
    """workshop.yaml: the words of what comes after the first screen."""

    facts: FactWords
    """How a workload's facts are read."""
    race: RaceWords
    """Of Race."""
    practice: PracticeWords
    """Of Practice."""
    workload: WorkloadWords
    """Of Your workload."""
    drills: DrillWords
    """Of the failure drills."""
    code: CodeWords
    """Around the code."""


@dataclass(frozen=True, eq=False)
class Workshop:
    """Everything that a learner decides with, loaded and checked; a lesson may come without any of it."""

    scenarios: Mapping[str, Scenario]
    """In teaching order."""
    templates: Mapping[str, Template]
    """Of which novel workloads are made."""
    model: Model
    """None where the lesson has no model.yaml."""
    drills: AllDrills
    snippets: Snippets
    words: WorkshopWords
    """None where the lesson has no workshop.yaml."""
