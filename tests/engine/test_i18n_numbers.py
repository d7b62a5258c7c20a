"""Numbers in another language: as its readers write them, wherever a page shows one, and as they type them."""

import pytest

from engine.content.lazy_content import LazyContent
from engine.messages import Messages, Text, no_plural
from engine.sequence.narrate import duration, exact_duration
from simulator.fields import FieldError, decode, encode
from simulator.wording import Wording, number
from simulator.workload import DECLARED
from tools.content_module import written
from tools.plurals import numerals, plural

TEXTS: dict[str, Text] = {
    **{f"durations.units.{unit}": f"{{value}} {unit}" for unit in ("ms", "s", "min", "h")},
    "facts.dollars": "{amount} $",
    "facts.share": "{percent} %",
    "facts.tokens": {"one": "{shown} Token", "other": "{shown} Token"},
    "durations.days": {"one": "{number} Tag", "other": "{number} Tage"},
}


def of(language: str) -> Messages:
    """Messages that write numbers as a language does."""
    return Messages(language, TEXTS, plural, numerals(language))


@pytest.mark.parametrize(
    ("language", "four", "five", "fraction"),
    [
        ("en", "5,000", "50,000", "0.25"),
        ("de", "5.000", "50.000", "0,25"),
        ("es", "5000", "50.000", "0,25"),
        ("fr", "5\N{NARROW NO-BREAK SPACE}000", "50\N{NARROW NO-BREAK SPACE}000", "0,25"),
        ("de-CH", "5’000", "50’000", "0.25"),
        ("pt-BR", "5.000", "50.000", "0,25"),
    ],
)
def test_a_number_has_the_marks_of_its_language(language: str, four: str, five: str, fraction: str) -> None:
    assert [number(value, of(language)) for value in (5_000, 50_000, 0.25)] == [four, five, fraction]


def test_times_money_shares_and_counts_of_days_have_them_too() -> None:
    german = Wording(of("de"))
    assert duration(5400, of("de")) == "1,5 h"
    assert exact_duration(2.5, of("de")) == "2,5 s"
    assert duration(2.5 * 86400, of("de")) == "2,5 Tage"
    assert german.money(1234.5) == "1.234 $"
    assert german.money(0.5) == "0,50 $"
    assert german.figure(1440, "dollars") == "1.440 $"
    assert german.value("cached_share", 0.125) == "12,5 %"
    assert german.value("output_tokens", 12_000) == "12.000 Token"
    assert german.times(5, 2) == "2,5"


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "50,000", 50_000),
        ("de", "50.000", 50_000),
        ("es", "50.000", 50_000),
        ("fr", "50\N{NARROW NO-BREAK SPACE}000", 50_000),
        ("de-CH", "50’000", 50_000),
        ("de", "1.234.567", 1_234_567),
        ("de", "50,5k", 50_500),
    ],
)
def test_a_number_that_is_written_as_its_language_writes_it_is_understood_at_once(
    lazy: LazyContent, language: str, typed: str, meant: float
) -> None:
    assert lazy.words
    assert decode(DECLARED["requests"], typed, lazy.words.workload, numerals(language)) == meant


@pytest.mark.parametrize(("language", "typed"), [("en", "5.000"), ("de", "5,000"), ("es", "5,000")])
def test_a_number_that_is_written_as_another_language_writes_it_is_offered_in_both_readings(
    lazy: LazyContent, language: str, typed: str
) -> None:
    assert lazy.words
    found = decode(DECLARED["seconds"], f"{typed} s", lazy.words.workload, numerals(language))
    assert isinstance(found, FieldError)
    assert found.readings == (5.0, 5000.0)


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "de-CH", "pl", "ar"])
@pytest.mark.parametrize("value", [1125.0, 50_000.0, 0.25, 1.125, 1234.5])
def test_what_the_page_writes_into_a_field_it_reads_again(lazy: LazyContent, language: str, value: float) -> None:
    assert lazy.words
    declared, spellings = DECLARED["price_in"], lazy.words.workload
    value = min(value, 1000.0)
    text = encode(declared, value, spellings.units, numerals(language))
    assert decode(declared, text, spellings, numerals(language)) == value


def test_the_marks_ride_in_the_messages_of_a_page_and_cost_an_english_one_nothing() -> None:
    assert "browser.plurals.plural, (',', '.', 1))" in written(M=Messages("de", {}, no_plural, numerals("de")))
    assert "browser.plurals.plural)" in written(M=Messages("en", {}, no_plural))
