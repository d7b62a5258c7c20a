"""Everything that comes after the first screen: what the lazy features read, in one record."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.features.code.content import CodeWords, Snippets
from engine.features.failures.content import AllDrills, DrillWords
from engine.features.practice.content import Scenario
from engine.features.practice.words import PracticeWords
from engine.features.race.words import RaceWords
from engine.features.workload.words import WorkloadWords
from engine.messages import Messages
from simulator.fact_words import FactWords
from simulator.parameters import Model
from simulator.templates import Template


@dataclass(frozen=True, eq=False)
class LazyWords:
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
class LazyContent:
    """Everything that comes after the first screen, loaded and checked; what a lesson has no file for is empty."""

    scenarios: Mapping[str, Scenario]
    """In teaching order."""
    templates: Mapping[str, Template]
    """Of which novel workloads are made."""
    model: Model | None
    """Of the subject; None where a lesson has none."""
    drills: AllDrills
    snippets: Snippets
    words: LazyWords
    messages: Messages
    """The words of what comes after the first screen."""
