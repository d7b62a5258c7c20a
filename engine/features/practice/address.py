"""What an address says of Practice, and what it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.features.practice.encoding import decode, encode
from engine.features.practice.state import Page, Practice, Series, with_scenario, with_series
from engine.features.practice.update import LARGEST

if TYPE_CHECKING:
    from engine.features.practice.material import Material
    from engine.features.practice.scoring import Record

ASKED = ("order", "answers", "scenario", "seed", "number", "page", "hunch")
"""What an address may ask for, in the order in which it is done."""
HUNCHES: Mapping[str, Page] = {"1": "hunch", "2": "again"}
"""The two workloads of the start as an address asks for them, and the same at the end."""


def to_url(own: Practice, material: Material) -> dict[str, str]:
    """What the address holds after the view; of the answers only those that came with it."""
    found = {"order": str(own.order)} if own.order else {}
    if own.own is not None:
        found["answers"] = encode(own.records, material.facts)
    if own.page == "result":
        return found | {"page": own.page}
    if number := next((number for number, page in HUNCHES.items() if page == own.page), ""):
        return found | {"hunch": number}
    if own.in_series and own.series:
        return found | {"seed": str(own.series.seed), "number": str(own.series.number)}
    return found | ({"scenario": own.scenario} if own.scenario else {})


def result_url(own: Practice, material: Material) -> dict[str, str]:
    """What the address of the result with all answers holds."""
    return {"answers": encode(own.records, material.facts), "page": "result"}


def from_url(own: Practice, asked: Mapping[str, str], material: Material) -> tuple[Practice, list[str]]:
    """Practice as an address asks, and the names, or "name=value", in it that mean nothing.

    Answers in it are shown; they become the learner's own only where there are none yet.
    """
    unknown = [name for name in asked if name not in ASKED]
    series: dict[str, int] = {}
    for name in filter(asked.__contains__, ASKED):
        value = asked[name]
        match name:
            case "order" if whole_number(value, 0, -1) >= 0:
                own = replace(own, order=int(value))
            case "answers":
                records, others = decode(value, material)
                unknown += [f"{name}={each}" for each in others]
                own = _with_shared(own, records)
            case "scenario" if value in material.scenarios:
                is_open = (own.scenario, own.in_series, own.page) == (value, False, "question")
                own = own if is_open else with_scenario(own, value, material)
            case "seed" | "number" if whole_number(value, 1, 0) and material.subject.has_series:
                series[name] = int(value)
            case "page" if value == "result":
                own = replace(own, page="result")
            case "hunch" if value in HUNCHES and material.hunch:
                own = replace(own.own or own, page=HUNCHES[value], confirming=False)
            case _:
                unknown.append(f"{name}={value}")
    return _with_case(own, series["seed"], series.get("number", 1)) if "seed" in series else own, unknown


def whole_number(text: str, least: int, otherwise: int) -> int:
    """A number that is written in digits, or another one where it is not or is out of bounds."""
    return int(text) if text.isascii() and text.isdigit() and least <= int(text[:9]) <= LARGEST else otherwise


def _with_shared(own: Practice, records: Mapping[str, Record]) -> Practice:
    """Practice with answers that came with a link."""
    if not records or records == own.records:
        return own
    learners = own.own or (own if own.records or own.series else None)
    return Practice(records, own.elsewhere, order=own.order, own=learners, can_store=own.can_store, given=own.given)


def _with_case(own: Practice, seed: int, number: int) -> Practice:
    """Practice with a case of a series that a link names; the row goes on where it is of the same series."""
    series = own.series if own.series and own.series.seed == seed else Series(seed, start=number)
    if own.in_series and own.page in ("question", "series") and own.series == replace(series, number=number):
        return own
    return with_series(own, replace(series, number=number))
