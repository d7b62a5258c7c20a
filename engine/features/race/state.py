"""What the learner has chosen to see race, and where the clock stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from simulator.address import from_address, to_address
from simulator.lesson import model_of
from simulator.simulation import number_of_days

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from simulator.workload import Workload

TICK = 0.1
"""Seconds between two ticks of the clock."""
RUN = 8.0
"""Seconds in which the clock runs over the whole axis."""
STEPS = 1000
"""The steps of the control that sets the clock, over the whole axis."""


@dataclass(frozen=True)
class Race:
    """One workload on one day, or on very many."""

    scenario: str
    workload: Workload | None = None
    """A workload of the learner's own, which races in the scenario's place."""
    seed: int = 1
    """The day, from 1 to the last of those that are shown together."""
    at: float = 1.0
    """Where the clock stands: the share of the axis that it has passed."""
    playing: bool = False
    many: bool = False
    """Whether all days are shown instead of one."""


@dataclass(frozen=True)
class ChooseScenario:
    """Let the workload of a scenario race."""

    scenario: str


@dataclass(frozen=True)
class TogglePlay:
    """Let the clock run, or stop it."""


@dataclass(frozen=True)
class Scrub:
    """Set the clock; the axis has `STEPS` steps."""

    step: int


@dataclass(frozen=True)
class AnotherDay:
    """Race on the next day."""


@dataclass(frozen=True)
class ToggleMany:
    """Show all days, or one again."""


def ticked(own: Race) -> Race:
    """The race after one tick; at the end of the axis the clock stops."""
    at = own.at + TICK / RUN
    return replace(own, at=at) if at < 1 else replace(own, at=1.0, playing=False)


def stopped(own: Race) -> Race:
    """The race with its clock stopped where it is."""
    return replace(own, playing=False) if own.playing else own


def update(own: Race, event: object, content: LazyContent) -> Race:
    """The race after an event; what means nothing changes nothing."""
    match event:
        case ChooseScenario(scenario) if scenario in content.scenarios:
            return Race(scenario, seed=own.seed, many=own.many)
        case TogglePlay() if own.playing:
            return replace(own, playing=False)
        case TogglePlay():
            return replace(own, playing=True, many=False, at=own.at if own.at < 1 and not own.many else 0.0)
        case Scrub(step) if 0 <= step <= STEPS:
            return replace(own, at=step / STEPS, playing=False, many=False)
        case AnotherDay():
            return replace(
                own, seed=own.seed % number_of_days(model_of(content)) + 1, at=1.0, playing=False, many=False
            )
        case ToggleMany():
            return replace(own, many=not own.many, at=1.0, playing=False)
    return own


def scenario_of(own: Race, content: LazyContent) -> str | None:
    """The scenario that races, unless a workload of the learner's own does; the first where it was edited away."""
    if own.workload:
        return None
    return own.scenario if own.scenario in content.scenarios else next(iter(content.scenarios))


def workload_of(own: Race, content: LazyContent) -> Workload:
    """The workload that races."""
    scenario = scenario_of(own, content)
    return cast("Workload", content.scenarios[scenario].workload if scenario else own.workload)


def to_url(own: Race, content: LazyContent) -> dict[str, str]:
    """What the address holds of the race: nothing at the start, and never where the clock stands."""
    start = next(iter(content.scenarios))
    chosen: dict[str, str] = {}
    if own.workload:
        chosen = to_address(own.workload)
    elif (own.scenario, own.seed, own.many) != (start, 1, False):
        chosen = {"scenario": own.scenario}
    if own.seed != 1:
        chosen["day"] = str(own.seed)
    if own.many:
        chosen["days"] = "many"
    return chosen


def from_url(own: Race, asked: Mapping[str, str], content: LazyContent) -> tuple[Race, list[str]]:
    """The race that an address asks for, and the names, or "name=value", that mean nothing."""
    race, unknown = Race(next(iter(content.scenarios))), []
    facts: dict[str, str] = {}
    for name, value in asked.items():
        match name:
            case "scenario" if value in content.scenarios:
                race = replace(race, scenario=value)
            case "day" if day := _number(value, 1, number_of_days(model_of(content))):
                race = replace(race, seed=day)
            case "days" if value == "many":
                race = replace(race, many=True)
            case "scenario" | "day" | "days":
                unknown.append(f"{name}={value}")
            case _:
                facts[name] = value
    if facts:
        workload, strange = from_address(facts)
        race = replace(race, workload=workload)
        unknown += strange
        if not workload:  # less than a whole workload is none
            unknown += [
                each
                for each in (f"{name}={value}" for name, value in facts.items())
                if each not in strange and each.partition("=")[0] not in strange
            ]
    same = replace(race, at=own.at, playing=own.playing) == own
    return (own if same else race), unknown


def _number(value: str, least: int, most: int) -> int | None:
    """A whole number within limits, if that is what stands there."""
    if not value.isdecimal() or len(value) > len(str(most)):
        return None
    return int(value) if least <= int(value) <= most else None
