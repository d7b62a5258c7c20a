"""The race in an address: what races, on which day, and where deadline and timeout were moved to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.features.race.state import NEVER, Race, ended, first, workload_of
from simulator.address import exactness_in, facts_in, from_address, numbers, to_address
from simulator.exactness import ABOUT_RIGHT, EXACTNESS
from simulator.lesson import model_of
from simulator.simulation import number_of_days

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent

NONE = "none"
"""How an address writes that there is no idle timeout."""
MOVED = ("deadline", "timeout")
"""The facts of a scenario that a learner moves."""


def to_url(own: Race, content: LazyContent) -> dict[str, str]:
    """What the address holds of the race: nothing at the start, and never the bet, nor where the clock stands."""
    start = first(content)
    chosen: dict[str, str] = {}
    if own.workload:
        chosen = to_address(workload_of(own, content)) | numbers(own.exactness)
    elif (own.scenario, own.deadline, own.timeout, own.seed, own.many) != (start, None, None, 1, False):
        chosen = {"scenario": own.scenario}
        for name in MOVED:
            seconds = getattr(own, name)
            if seconds is not None:
                chosen[name] = NONE if seconds == NEVER else f"{seconds:g}"
    if own.seed != 1:
        chosen["day"] = str(own.seed)
    if own.many:
        chosen["days"] = "many"
    return chosen


def from_url(own: Race, asked: Mapping[str, str], content: LazyContent) -> tuple[Race, list[str]]:
    """The race that an address asks for, and the names, or "name=value", that mean nothing."""
    race, unknown = Race(first(content)), []
    facts: dict[str, str] = {}
    of_scenario = "scenario" in asked and "requests" not in asked
    for name, value in asked.items():
        match name:
            case "scenario" if value in content.scenarios:
                race = replace(race, scenario=value)
            case "day" if day := _number(value, 1, number_of_days(model_of(content))):
                race = replace(race, seed=day)
            case "days" if value == "many":
                race = replace(ended(race), many=True)
            case "timeout" if of_scenario and value == NONE:
                race = replace(race, timeout=NEVER)
            case "deadline" | "timeout" if of_scenario and (moved := facts_in({name: value})[0]):
                race = _with_moved(race, moved)
            case "numbers" if "requests" in asked and value in EXACTNESS:
                race = replace(race, exactness=exactness_in(asked)[0])
            case "numbers":
                unknown.append(f"{name}={value}")
            case "scenario" | "day" | "days":
                unknown.append(f"{name}={value}")
            case _:
                facts[name] = value
    if facts:
        workload, strange = from_address(facts)
        race = replace(race, workload=workload, exactness=race.exactness if workload else ABOUT_RIGHT)
        unknown += strange
        if not workload:  # less than a whole workload is none
            unknown += [
                each
                for each in (f"{name}={value}" for name, value in facts.items())
                if each not in strange and each.partition("=")[0] not in strange
            ]
    return (own if _asked_for(own, content) == _asked_for(race, content) else race), unknown


def _with_moved(race: Race, moved: Mapping[str, Any]) -> Race:
    return replace(race, **moved)


def _asked_for(own: Race, content: LazyContent) -> dict[str, str]:
    """What tells a race from others that an address may ask for."""
    return {**to_url(own, content), "scenario": own.scenario if not own.workload else ""}


def _number(value: str, least: int, most: int) -> int | None:
    """A whole number within limits, if that is what stands there."""
    if not value.isdecimal() or len(value) > len(str(most)):
        return None
    return int(value) if least <= int(value) <= most else None
