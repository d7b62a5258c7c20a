"""Everything that comes after the first screen: what the lazy features read, in one record."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.features.code.content import Snippets
from engine.features.failures.content import AllFailures
from engine.features.practice.content import PracticeSettings, Scenario
from engine.features.race.settings import RaceSettings
from engine.features.workload.settings import WorkloadSettings
from engine.messages import Messages
from simulator.parameters import Model
from simulator.prices import NO_PRICES, PriceList
from simulator.templates import Template


@dataclass(frozen=True, eq=False)
class Settings:
    """settings.yaml: the words of what comes after the first screen."""

    race: RaceSettings
    """Of Race."""
    practice: PracticeSettings
    """The numbers of Practice."""
    workload: WorkloadSettings
    """Of Your workload."""


@dataclass(frozen=True, eq=False)
class LazyContent:
    """Everything that comes after the first screen, loaded and checked; what a lesson has no file for is empty."""

    scenarios: Mapping[str, Scenario]
    """In teaching order."""
    templates: Mapping[str, Template]
    """Of which novel workloads are made."""
    model: Model | None
    """Of the subject; None where a lesson has none."""
    failures: AllFailures
    snippets: Snippets
    words: Settings
    messages: Messages
    """The words of what comes after the first screen."""
    prices: PriceList = NO_PRICES
    """The list prices of models, which the build adds; empty without a build."""
