"""A number that a learner predicts before the answer: in which of a few ranges it will be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from simulator.advice import advise
from simulator.cost import MONTH, list_price
from simulator.wording import number as shown_number
from simulator.workload import calls

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from engine.features.practice.subject import Number
    from simulator.parameters import Model
    from simulator.wording import Wording
    from simulator.workload import Workload

BOUNDS: Mapping[Number, tuple[float, ...]] = {"cost": (10, 100, 1000), "p95": (10, 600, 7200)}
"""Where one range ends and the next begins, in dollars a month and in seconds."""


def ranges(number: Number, wording: Wording) -> tuple[str, ...]:
    """The ranges in words."""
    messages, bounds = wording.messages, [_shown(number, bound, wording) for bound in BOUNDS[number]]
    return (
        messages("practice.predict.under", limit=bounds[0]),
        *(messages("practice.predict.between", low=low, high=high) for low, high in pairwise(bounds)),
        messages("practice.predict.over", limit=bounds[-1]),
    )


def basis(model: Model, number: Number, workload: Workload, wording: Wording) -> str:
    """What a number is reckoned from beside the facts; "" where they are enough."""
    if number != "cost":
        return ""
    requests = round(calls(workload) * workload.times_a_day * MONTH)
    shown = wording.messages("facts.requests", count=requests, shown=shown_number(requests, wording.messages))
    return wording.messages(
        "practice.predict.basis", requests=shown, dollars=wording.money(list_price(model, workload))
    )


def outcome(
    modes: Mapping[str, Mode], model: Model, workload: Workload, number: Number, mode: str, wording: Wording
) -> tuple[int, str]:
    """In which range, from 1, a mode's number is; and the number, in words."""
    each = advise(modes, model, workload).of(mode)
    value = each.cost_a_day * MONTH if number == "cost" else each.spread.done[1]
    return bisect_right(BOUNDS[number], value) + 1, _shown(number, value, wording)


def _shown(number: Number, value: float, wording: Wording) -> str:
    return wording.money(value) if number == "cost" else wording.duration(value)
