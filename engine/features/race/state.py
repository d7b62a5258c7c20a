"""What the learner has chosen to see race, and where the clock stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.features.workload.form import from_address, to_address
from simulator.simulation import number_of_days

if TYPE_CHECKING:
    from engine.content.practice_content import Workshop
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


def ticked(part: Race) -> Race:
    """The race after one tick; at the end of the axis the clock stops."""
    at = part.at + TICK / RUN
    return replace(part, at=at) if at < 1 else replace(part, at=1.0, playing=False)


def update(part: Race, what: str, value: str, workshop: Workshop) -> Race:
    """The race after one of its controls was used; what means nothing changes nothing."""
    match what:
        case "scenario" if value in workshop.scenarios:
            return Race(value, seed=part.seed, many=part.many)
        case "play" if part.playing:
            return replace(part, playing=False)
        case "play":
            return replace(part, playing=True, many=False, at=part.at if part.at < 1 and not part.many else 0.0)
        case "scrub" if (step := _number(value, 0, STEPS)) is not None:
            return replace(part, at=step / STEPS, playing=False, many=False)
        case "another":
            return replace(part, seed=part.seed % number_of_days(workshop.model) + 1, at=1.0, playing=False, many=False)
        case "many":
            return replace(part, many=not part.many, at=1.0, playing=False)
    return part


def scenario_of(part: Race, workshop: Workshop) -> str | None:
    """The scenario that races, unless a workload of the learner's own does; the first where it was edited away."""
    if part.workload:
        return None
    return part.scenario if part.scenario in workshop.scenarios else next(iter(workshop.scenarios))


def workload_of(part: Race, workshop: Workshop) -> Workload:
    """The workload that races."""
    scenario = scenario_of(part, workshop)
    return workshop.scenarios[scenario].workload if scenario else part.workload  # type: ignore[return-value]


def address(part: Race, workshop: Workshop) -> dict[str, str]:
    """What the address holds of the race: nothing at the start, and never where the clock stands."""
    start = next(iter(workshop.scenarios))
    chosen: dict[str, str] = {}
    if part.workload:
        chosen = to_address(part.workload)
    elif (part.scenario, part.seed, part.many) != (start, 1, False):
        chosen = {"scenario": part.scenario}
    if part.seed != 1:
        chosen["day"] = str(part.seed)
    if part.many:
        chosen["days"] = "many"
    return chosen


def followed(part: Race, asked: Mapping[str, str], workshop: Workshop) -> tuple[Race, list[str]]:
    """The race that an address asks for, and the names, or "name=value", that mean nothing."""
    race, wrong = Race(next(iter(workshop.scenarios))), []
    facts: dict[str, str] = {}
    for name, value in asked.items():
        match name:
            case "scenario" if value in workshop.scenarios:
                race = replace(race, scenario=value)
            case "day" if day := _number(value, 1, number_of_days(workshop.model)):
                race = replace(race, seed=day)
            case "days" if value == "many":
                race = replace(race, many=True)
            case "scenario" | "day" | "days":
                wrong.append(f"{name}={value}")
            case _:
                facts[name] = value
    if facts:
        workload, strange = from_address(facts)
        race = replace(race, workload=workload)
        wrong += strange
        if not workload:  # less than a whole workload is none
            wrong += [
                each
                for each in (f"{name}={value}" for name, value in facts.items())
                if each not in strange and each.partition("=")[0] not in strange
            ]
    same = replace(race, at=part.at, playing=part.playing) == part
    return (part if same else race), wrong


def _number(value: str, least: int, most: int) -> int | None:
    """A whole number within limits, if that is what stands there."""
    if not value.isdecimal() or len(value) > len(str(most)):
        return None
    return int(value) if least <= int(value) <= most else None
