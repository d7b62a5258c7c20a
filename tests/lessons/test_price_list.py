"""The price list of the lessons: where it comes from, and published prices that the advice reproduces to the cent."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from importlib.metadata import version
from pathlib import Path

import pytest
from genai_prices.data import providers

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.sections import multiplier
from simulator.cost import cost
from simulator.prices import ListedModel, PriceList, listed, priced, rates_of
from simulator.workload import Workload
from tests.support.workloads import CLICK
from tools import prices as tool
from tools.prices import MODELS, PACKAGE, RELEASED, OutdatedListError, price_list

GUIDES = "https://platform.claude.com/docs/en/about-claude/use-case-guides"
PRICING = "https://platform.claude.com/docs/en/about-claude/pricing"
USAGES = "github.com/pydantic/genai-prices at 47df840, tests/dataset/usages.json"

PUBLISHED = [
    # A thousand million posts a month, of 28.6 tokens each, 3 % of them answered in 50: 28,600 and 1,500 million tokens.
    (f"{GUIDES}/content-moderation", "claude-haiku-4-5", 100_000, 286_000, 15_000, 28_600, 7_500),
    (f"{GUIDES}/content-moderation", "claude-opus-5", 100_000, 286_000, 15_000, 143_000, 37_500),
    (f"{GUIDES}/content-moderation", "claude-opus-4-8", 100_000, 286_000, 15_000, 143_000, 37_500),
    # A thousand subleases, summarized: 86 and 0.35 million tokens.
    (f"{GUIDES}/legal-summarization", "claude-haiku-4-5", 1_000, 86_000, 350, 86.00, 1.75),
    (f"{GUIDES}/legal-summarization", "claude-opus-5", 1_000, 86_000, 350, 430.00, 8.75),
    (f"{GUIDES}/legal-summarization", "claude-opus-4-8", 1_000, 86_000, 350, 430.00, 8.75),
    # The tokens of a coding session of one hour, without the price of its runtime.
    (f"{PRICING}, Managed Agents, worked example", "claude-opus-5", 1, 50_000, 15_000, 0.25, 0.375),
    # Requests that were made, with what the data set's own tests say that they cost.
    (USAGES, "gpt-5.2", 1, 8_530, 98, 0.0149275, 0.001372),
    (USAGES, "gpt-5.5", 1, 63, 72, 0.000315, 0.00216),
    (USAGES, "gpt-5.4-mini", 1, 72, 14, 0.000054, 0.000063),
    (USAGES, "gemini-2.5-pro", 1, 1_106, 1_867, 0.0013825, 0.01867),
    (USAGES, "gemini-2.5-flash", 1, 8, 778, 0.0000024, 0.001945),
    (USAGES, "gemini-3.1-flash-lite", 1, 15, 7, 0.00000375, 0.0000105),
]
"""Where it is published, the model, requests, input and output tokens per request, and the dollars for each in all."""
PUBLISHED_IN_PARTS = [
    # The same session with 40,000 of its input tokens read from a cache.
    (f"{PRICING}, Managed Agents, worked example", "claude-opus-5", 50_000, 40_000, 0, 15_000, 0.05 + 0.02 + 0.375),
    (USAGES, "claude-haiku-4-5", 9_514, 9_511, 0, 1_944, 0.0009541 + 0.00972),
    (USAGES, "claude-opus-5", 13, 0, 33, 11, 0.000065 + 0.0011),
    (USAGES, "claude-sonnet-5", 2_482, 0, 71, 95, 0.004964 + 0.00166),
    (USAGES, "gpt-5.2", 34, 0, 59, 167, 0.0000595 + 0.003164),
    (USAGES, "gpt-5.5", 18, 0, 9, 7, 0.00009 + 0.00048),
]
"""Where it is published, the model, input tokens and how many of them are cached, tokens of thinking and of the answer,
and the dollars for one request."""


def model(name: str) -> ListedModel:
    found = listed(price_list(), name)
    assert found
    return found[1]


@pytest.mark.parametrize("example", PUBLISHED)
def test_a_published_price_is_reproduced_to_the_cent(
    example: tuple[str, str, int, int, int, float, float], lesson: Lesson, lazy: LazyContent
) -> None:
    _, name, requests, tokens_in, tokens_out, for_input, for_output = example
    workload = replace(CLICK, requests=requests, input_tokens=tokens_in, output_tokens=tokens_out)
    _costs(priced(workload, model(name)), for_input + for_output, lesson, lazy)


@pytest.mark.parametrize("example", PUBLISHED_IN_PARTS)
def test_a_published_price_of_cached_input_or_of_thinking_is_reproduced_to_the_cent(
    example: tuple[str, str, int, int, int, int, float], lesson: Lesson, lazy: LazyContent
) -> None:
    _, name, tokens_in, cached, thought, written, dollars = example
    workload = replace(
        CLICK,
        input_tokens=tokens_in,
        cached_share=cached / tokens_in,
        thinking_tokens=thought,
        output_tokens=written,
    )
    _costs(priced(workload, model(name)), dollars, lesson, lazy)


def _costs(workload: Workload, dollars: float, lesson: Lesson, lazy: LazyContent) -> None:
    """An ordinary request costs so much in each mode that has no price of its own."""
    if not lazy.model:
        pytest.skip("it has no prices")
    for name, mode in lesson.modes.items():
        if multiplier(mode) == 1:
            assert cost(mode, lazy.model.modes[name], lazy.model, workload) == pytest.approx(dollars, rel=1e-9)


def test_enough_published_prices_of_every_vendor_are_reproduced() -> None:
    assert len({(source, name, tokens) for source, name, _, tokens, *_ in PUBLISHED}) >= 10
    assert all(any(name in models for _, name, *_ in PUBLISHED) for models in MODELS.values())


def test_every_listed_model_costs_in_a_batch_what_the_lesson_says(lesson: Lesson) -> None:
    if "workload" not in lesson.features:
        pytest.skip("it has no prices")
    cheaper = {multiplier(mode) for mode in lesson.modes.values()} - {1.0}
    day = datetime.combine(RELEASED[version(PACKAGE)], time(), UTC)
    for provider in providers:
        for each in provider.models:
            if each.id in MODELS.get(provider.id, ()):
                batch, standard = each.get_prices(day, {"processing": "batch"}), each.get_prices(day)
                for price, of in ((batch.input_mtok, standard.input_mtok), (batch.output_mtok, standard.output_mtok)):
                    dollars, listed_dollars = (tool._dollars(one, long=False) for one in (price, of))
                    assert dollars and listed_dollars and {dollars / listed_dollars} == cheaper


def test_where_a_batch_makes_cached_input_cheaper_it_halves_it_and_at_google_it_does_not_always() -> None:
    """What content and model say of caches in a batch."""
    day = datetime.combine(RELEASED[version(PACKAGE)], time(), UTC)
    cheaper: dict[str, set[bool]] = {}
    for provider in providers:
        for each in provider.models:
            if each.id in MODELS.get(provider.id, ()):
                found = [
                    tool._dollars(prices.cache_read_mtok, long=False)
                    for prices in (each.get_prices(day, {"processing": "batch"}), each.get_prices(day))
                ]
                cheaper.setdefault(provider.id, set()).add(bool(found[0] and found[1] and found[0] < 0.9 * found[1]))
    assert cheaper == {"anthropic": {True}, "openai": {True}, "google": {True, False}}


def test_the_list_names_its_source_and_its_day_and_every_model_once() -> None:
    found = price_list()
    assert found.source == f"{PACKAGE} {version(PACKAGE)}"
    assert found.day == RELEASED[version(PACKAGE)].isoformat()
    assert [vendor.name for vendor in found.vendors] == ["Anthropic", "OpenAI", "Google"]
    names = [each.id for vendor in found.vendors for each in vendor.models]
    assert len(names) == len(set(names)) > 20
    assert all(address.startswith("https://") for address in (found.address, *(v.page for v in found.vendors)))


def test_the_pinned_data_set_is_the_one_whose_day_is_known() -> None:
    pinned = Path("requirements.txt").read_text(encoding="utf-8")
    assert [f"{PACKAGE}=={known} \\" in pinned for known in RELEASED] == [True]


def test_a_large_input_costs_what_the_vendor_asks_for_it() -> None:
    sol = model("gpt-6.1-sol")
    assert [rates_of(sol, tokens).input for tokens in (272_000, 272_001)] == [2.0, 4.0]
    assert priced(replace(CLICK, input_tokens=300_000), sol).price_out == 15.0


def test_a_change_that_a_vendor_has_announced_is_in_the_list() -> None:
    argon = model("gemini-4-argon")
    assert argon.since > price_list().day
    assert argon.later and argon.later.input > argon.rates.input


def test_a_data_set_of_an_unknown_day_or_without_a_model_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "RELEASED", {"0.0.1": date(2026, 1, 1)})
    with pytest.raises(OutdatedListError, match="RELEASED"):
        price_list.__wrapped__()
    monkeypatch.setattr(tool, "RELEASED", RELEASED)
    monkeypatch.setattr(tool, "MODELS", {"openai": ("gpt-0",)})
    with pytest.raises(OutdatedListError, match="gpt-0"):
        price_list.__wrapped__()


def test_nothing_of_the_data_set_is_kept_here() -> None:
    assert isinstance(price_list(), PriceList)
    kept = [file for folder in ("engine", "simulator", "content") for file in Path(folder).rglob("*.py")]
    assert not [file for file in kept if "genai_prices" in file.read_text(encoding="utf-8")]
