"""The list prices of Your workload as plain values: the models to choose from, and what is said of the chosen one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.workload.fields import Option
from simulator.lesson import wording
from simulator.prices import PRICES, ListedModel, PriceList, listed

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.features.workload.form import WorkloadForm
    from engine.messages import Messages
    from simulator.wording import Wording


@dataclass(frozen=True)
class PricesView:
    """The choice of a model, beside the fields that it fills."""

    messages: Messages
    typed: bool
    """Whether prices are typed."""
    vendors: tuple[tuple[str, tuple[Option, ...]], ...]
    """Each vendor's name and its models."""
    notes: tuple[str, ...]
    """What the fields do not show of the prices of the chosen model."""
    source: str
    address: str
    day: str
    vendor: str
    """Whose own prices to check; "" where no model is chosen."""
    page: str


def present_prices(content: LazyContent, own: WorkloadForm) -> PricesView | None:
    """The choice; None where there is no list."""
    prices: PriceList = content.prices
    if not prices.vendors:
        return None
    vendor, model = listed(prices, own.model) or (None, None)
    return PricesView(
        content.messages,
        model is None,
        tuple(
            (each.name, tuple(Option(one.id, one.name, one.id == own.model) for one in each.models))
            for each in prices.vendors
        ),
        tuple(_notes(content.messages, wording(content), model)) if model else (),
        prices.source,
        prices.address,
        prices.day,
        vendor.name if vendor else "",
        vendor.page if vendor else "",
    )


def belongs(facts: tuple[str, ...]) -> bool:
    """Whether the choice stands with these fields: those that it fills, the first of them."""
    return PRICES[0] in facts


def _notes(messages: Messages, words: Wording, model: ListedModel) -> Iterator[str]:
    if model.later:
        yield messages(
            "workload.prices.later",
            day=model.since,
            input=words.money(model.later.input),
            output=words.money(model.later.output),
        )
    if model.long:
        yield messages(
            "workload.prices.long",
            tokens=words.value("input_tokens", model.beyond),
            input=words.money(model.long.input),
            output=words.money(model.long.output),
        )
    if model.rates.cached is not None:
        yield messages("workload.prices.cached", cached=words.money(model.rates.cached))
