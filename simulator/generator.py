"""An endless series of new workloads out of content templates, so that practice cannot be learnt by heart."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.workload import DECLARED

if TYPE_CHECKING:
    from simulator.templates import Between, Template
    from simulator.workload import Value, Workload


class Novel(NamedTuple):
    """A workload that no author wrote."""

    title: str
    situation: str
    workload: Workload


def novel(templates: Mapping[str, Template], seed: int, number: int) -> Novel:
    """The workload of that number in the series of a seed; the same two numbers always give the same one.

    Each round plays every template once, in an order of its own, and no template comes twice in a row.
    """
    deals, place = divmod(number, len(templates))
    template = templates[_dealt(templates, seed, deals)[place]]
    random = Random(f"{seed} {number}")  # noqa: S311
    return Novel(template.title, random.choice(template.situations), workload_from(template, random))


def workload_from(template: Template, random: Random) -> Workload:
    """One of the workloads that a template allows."""
    typical = template.workload
    changed: dict[str, Any] = {name: _number(name, span, random) for name, span in (template.between or {}).items()}
    changed |= {name: _as(name, random.choice(numbers)) for name, numbers in (template.among or {}).items()}
    changed |= {name: random.random() < 0.5 for name in template.either}
    for changes in (template.together or {}).values():
        change = random.choice(changes)
        changed |= {fact: _as(fact, value) for fact, value in change.items()}
    return replace(typical, **changed)


def _dealt(templates: Mapping[str, Template], seed: int, deals: int) -> list[str]:
    """The order of a round: where it would begin as the last one ended, its first two change places."""
    order = _shuffled(templates, seed, deals)
    if deals and order[0] == _shuffled(templates, seed, deals - 1)[-1]:
        order[:2] = reversed(order[:2])
    return order


def _shuffled(templates: Mapping[str, Template], seed: int, deals: int) -> list[str]:
    return Random(f"{seed} round {deals}").sample(list(templates), len(templates))  # noqa: S311


def _number(fact: str, span: Between, random: Random) -> Value:
    """A number of two figures, on a logarithmic scale."""
    drawn = span.from_ * math.exp(random.random() * math.log(span.to / span.from_))
    return _as(fact, min(max(float(f"{drawn:.1e}"), span.from_), span.to))


def _as(fact: str, value: Any) -> Value:
    """A value as the fact holds it: what is counted is whole."""
    match DECLARED[fact].kind:
        case "count":
            return int(value)
        case "number" | "duration":
            return float(value)
    chosen: Value = value
    return chosen
