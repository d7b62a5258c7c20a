"""List prices to choose from: what each model costs, and how the chosen one fills a workload.

The build takes them from a maintained data set (`tools/prices.py`), so they are as old as their date says.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.workload import DECLARED

if TYPE_CHECKING:
    from simulator.workload import Workload

PRICES = ("price_in", "price_out", "price_cached")
"""The facts that a chosen model fills."""


@dataclass(frozen=True, eq=False)
class Rates:
    """Dollars per million tokens."""

    input: float
    output: float
    cached: float | None = None
    """For input tokens that are read from a cache; None where the list has no such price."""


@dataclass(frozen=True, eq=False)
class ListedModel:
    """A model with its list prices on the day of the list."""

    id: str
    """As the vendor's API calls it."""
    name: str
    rates: Rates
    beyond: int = 0
    """A request with more input tokens than this costs `long`; 0 where all requests cost the same."""
    long: Rates | None = None
    since: str = ""
    """The day from which `later` holds, as announced; "" where no change is."""
    later: Rates | None = None


@dataclass(frozen=True, eq=False)
class ListedVendor:
    """A vendor's models, and where it publishes their prices itself."""

    name: str
    page: str
    models: tuple[ListedModel, ...]


@dataclass(frozen=True, eq=False)
class PriceList:
    """The models of some vendors, and where the prices come from."""

    source: str = ""
    """What the data set is called, with its version."""
    address: str = ""
    day: str = ""
    """The day of the data set: 2026-11-10."""
    vendors: tuple[ListedVendor, ...] = ()


NO_PRICES = PriceList()


def listed(prices: PriceList, name: str) -> tuple[ListedVendor, ListedModel] | None:
    """A model with its vendor, by the name that the vendor's API gives it; None where the list does not have it."""
    found = ((vendor, model) for vendor in prices.vendors for model in vendor.models if model.id == name)
    return next(found, None)


def rates_of(model: ListedModel, input_tokens: float) -> Rates:
    """What a model costs for a request with so many input tokens."""
    return model.long if model.long and input_tokens > model.beyond else model.rates


def priced(workload: Workload, model: ListedModel) -> Workload:
    """The workload at the list prices of a model."""
    rates = rates_of(model, workload.input_tokens)
    return replace(workload, price_in=rates.input, price_out=rates.output, price_cached=rates.cached)


def recognised(workload: Workload, model: ListedModel, given: Collection[str]) -> Workload | None:
    """The workload at the prices of a model, where the prices that an address gives are the same; else None.

    A price that may be left out is not in an address from before there was such a fact.
    """
    found = priced(workload, model)
    told = (fact for fact in PRICES if fact in given or not DECLARED[fact].optional)
    return found if all(getattr(found, fact) == getattr(workload, fact) for fact in told) else None
