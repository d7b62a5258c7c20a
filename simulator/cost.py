"""What a workload costs: its tokens at their list prices, times the price multiplier of a mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.sections import multiplier
from simulator.workload import calls

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model, ModeParameters
    from simulator.workload import Workload

MONTH = 30
MILLION = 1_000_000


def cost(mode: Mode, parameters: ModeParameters, model: Model, workload: Workload) -> float:
    """Dollars for the requests that start together."""
    hits = min(parameters.hits.value, 1.0) if parameters.hits else 1.0
    return calls(workload) * list_price(model, workload, hits) * multiplier(mode)


def cost_a_day(mode: Mode, parameters: ModeParameters, model: Model, workload: Workload) -> float:
    """Dollars a day."""
    return cost(mode, parameters, model, workload) * workload.times_a_day


def list_price(model: Model, workload: Workload, hits: float = 1.0) -> float:
    """Dollars for one request, before the price multiplier of a mode.

    `hits` is the share of what the cache holds that is found there. What the model thinks is billed as output.
    """
    cached = (workload.cached_share or 0) * hits
    an_input = (1 - cached) * workload.price_in + cached * cached_price(model, workload)
    written = workload.output_tokens + (workload.thinking_tokens or 0)
    return (workload.input_tokens * an_input + written * workload.price_out) / MILLION


def cached_price(model: Model, workload: Workload) -> float:
    """Dollars per million input tokens that are read from a cache: as the workload says, or a usual share."""
    if workload.price_cached is not None:
        return workload.price_cached
    return workload.price_in * model.cached_price.value
