"""The price list that learners choose from, taken from the package genai-prices when the lesson is built.

It holds what three vendors charge for the models below, on the day of the data set: a build is the same on every day.
No learner downloads the package, and none of its data is kept in this repository.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from importlib.metadata import version

from genai_prices.data import providers
from genai_prices.types import ModelInfo, ModelPrice, StartDateConstraint, TieredPrices

from simulator.prices import ListedModel, ListedVendor, PriceList, Rates

PACKAGE = "genai-prices"
RELEASED = {"0.2.3": date(2026, 11, 10)}
"""The version in requirements.txt, and the day on which it came out: whoever moves to a new one writes its day here."""
ADDRESS = "https://github.com/pydantic/genai-prices"
MODELS = {
    "anthropic": (
        *("claude-fable-5-2", "claude-opus-5-5", "claude-opus-5", "claude-opus-4-8"),
        *("claude-sonnet-5-5", "claude-sonnet-5", "claude-haiku-5-5", "claude-haiku-4-5"),
    ),
    "openai": (
        *("gpt-6-astra", "gpt-6.1-sol", "gpt-6-sol", "gpt-6.1-terra", "gpt-6-luna"),
        *("gpt-5.6-sol", "gpt-5.6-terra", "gpt-5.6-luna", "gpt-5.5", "gpt-5.4-mini", "gpt-5.2"),
    ),
    "google": (
        *("gemini-4-argon", "gemini-3.8-flash", "gemini-3.5-flash-lite", "gemini-3.1-pro-preview"),
        *("gemini-3.1-flash-lite", "gemini-2.5-pro", "gemini-2.5-flash"),
    ),
}
"""What is offered, by the names of the data set: models for text that each vendor sells now, in all modes."""


class OutdatedListError(Exception):
    """The installed data set is not the one that this list was made for."""


@cache
def price_list() -> PriceList:
    """The list; raises `OutdatedListError` where the data set is another one, or lacks a model."""
    installed = version(PACKAGE)
    if installed not in RELEASED:
        raise OutdatedListError(f"Write the day of {PACKAGE} {installed} into RELEASED of tools/prices.py.")
    day = RELEASED[installed]
    vendors = tuple(_vendor(name, models, day) for name, models in MODELS.items())
    return PriceList(f"{PACKAGE} {installed}", ADDRESS, day.isoformat(), vendors)


def _vendor(name: str, models: Iterable[str], day: date) -> ListedVendor:
    provider = next(each for each in providers if each.id == name)
    there = {each.id: each for each in provider.models}
    if missing := [model for model in models if model not in there]:
        raise OutdatedListError(f"{PACKAGE} has no {', '.join(missing)}: take it out of MODELS in tools/prices.py.")
    page = next(iter(provider.pricing_urls or ()), "")
    return ListedVendor(provider.name, page, tuple(_model(there[model], day) for model in models))


def _model(model: ModelInfo, day: date) -> ListedModel:
    now, later = _prices(model, day), _later(model, day)
    beyond = {tier.start for price in _of(now) if isinstance(price, TieredPrices) for tier in price.tiers}
    if len(beyond) > 1:
        raise OutdatedListError(
            f"{model.id} has more than two prices, by the size of the input: its entry can hold two."
        )
    return ListedModel(
        model.id,
        model.name or model.id,
        _rates(now),
        next(iter(beyond), 0),
        _rates(now, long=True) if beyond else None,
        later.isoformat() if later else "",
        _rates(_prices(model, later)) if later else None,
    )


def _prices(model: ModelInfo, day: date) -> ModelPrice:
    return model.get_prices(datetime.combine(day, time(), UTC))


def _later(model: ModelInfo, day: date) -> date | None:
    """The next day on which the prices change, as far as announced."""
    conditional = model.prices if isinstance(model.prices, list) else []
    starts = [each.constraint.start_date for each in conditional if isinstance(each.constraint, StartDateConstraint)]
    return min((start for start in starts if start > day), default=None)


def _of(prices: ModelPrice) -> tuple[Decimal | TieredPrices | None, ...]:
    return prices.input_mtok, prices.output_mtok, prices.cache_read_mtok


def _rates(prices: ModelPrice, long: bool = False) -> Rates:
    each_in, each_out, cached = (_dollars(price, long) for price in _of(prices))
    if each_in is None or each_out is None:
        raise OutdatedListError(f"{PACKAGE} has a model without a price for input or output.")
    return Rates(each_in, each_out, cached)


def _dollars(price: Decimal | TieredPrices | None, long: bool) -> float | None:
    if isinstance(price, TieredPrices):
        price = price.tiers[-1].price if long else price.base
    return None if price is None else float(price)
