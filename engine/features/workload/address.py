"""Your workload in an address: its facts, the model that has its prices, and how sure the learner is of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.features.workload.form import WorkloadForm, init
from simulator.address import LEFT_OUT, NUMBERS, exactness_in, facts_in, numbers, to_address
from simulator.measured import measured_of, with_measured
from simulator.prices import listed, recognised

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent

MODEL = "model"
"""The name of the chosen model in an address."""


def to_url(own: WorkloadForm, content: LazyContent) -> dict[str, str]:
    """What the address holds of it: nothing at the start, and else all of it."""
    start = init(content)
    same = (with_measured(own.workload, None), own.model, own.exactness) == (start.workload, "", start.exactness)
    return {} if same else address(own)


def address(own: WorkloadForm) -> dict[str, str]:
    """The form in an address: the workload with its prices, the model that has them, and how exact the numbers are."""
    return to_address(own.workload) | ({MODEL: own.model} if own.model else {}) | numbers(own.exactness)


def from_url(own: WorkloadForm, asked: Mapping[str, str], content: LazyContent) -> tuple[WorkloadForm, list[str]]:
    """The form as an address asks, and the names, or "name=value", that mean nothing.

    A field that the address leaves out, or spoils, has its value from the start. The prices in it count, whatever a
    newer list says; only where both say the same is the model chosen.
    """
    named, (exactness, strange) = asked.get(MODEL, ""), exactness_in(asked)
    found, unknown = facts_in({name: value for name, value in asked.items() if name not in (MODEL, NUMBERS)})
    model = listed(content.prices, named)
    unknown += strange
    if named and not model:
        unknown.append(f"{MODEL}={named}")
    if not found and NUMBERS in asked and not strange:
        return replace(own, exactness=exactness), unknown
    if not found:
        return own, unknown
    workload = replace(init(content).workload, **{**LEFT_OUT, **found})
    at_list_prices = model and recognised(workload, model[1], found)
    workload = with_measured(at_list_prices or workload, measured_of(own.workload))
    return WorkloadForm(workload, model=named if at_list_prices else "", exactness=exactness), unknown
