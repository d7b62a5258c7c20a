"""The facts of a workload as they are read: what each is called, and its value with its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.sequence.narrate import exact_duration
from simulator.workload import FACTS, Fact, Workload

if TYPE_CHECKING:
    from engine.content.words import UnitNames
    from simulator.fact_words import FactWords

Value = bool | float | str | None
"""What a field of a workload can hold."""


def facts(workload: Workload, words: FactWords, units: UnitNames) -> list[tuple[Fact, str, str]]:
    """Each fact of a workload with its name and its value in words; a duration that nobody knows is left out."""
    return [
        (fact, name_of(fact, words), value_of(fact, getattr(workload, fact), words, units))
        for fact in FACTS
        if fact != "seconds" or workload.seconds is not None
    ]


def name_of(fact: Fact, words: FactWords) -> str:
    """What a fact is called."""
    return str(getattr(words.names, fact))


def value_of(fact: Fact, value: Value, words: FactWords, units: UnitNames) -> str:
    """A value that a fact has, or would have if it were another one, in words and with its unit."""
    match value:
        case None:
            return words.none
        case bool():
            return words.affirmed if value else words.denied
        case str():
            return str(getattr(words.readers, value))
    match fact:
        case "times_a_day":
            return times_a_day(value, words, units)
        case "input_tokens" | "output_tokens":
            return f"{number(value)} {words.tokens}"
        case "seconds" | "deadline" | "timeout":
            return exact_duration(value, units)
        case "rate_limit":
            return f"{number(value)} {words.a_minute}"
        case "price_in" | "price_out":
            return f"{money(value, words)} {words.a_million}"
    return number(value)


def times_a_day(times: float, words: FactWords, units: UnitNames) -> str:
    """How often something happens: so many times a day, or once in so many days."""
    if times > 0 and round(1 / times) > 1:
        return f"{words.every} {number(round(1 / times))} {units.days}"
    return f"{number(times)} {words.a_day}"


def money(dollars: float, words: FactWords) -> str:
    """Dollars as they are read: whole ones, or cents; below a cent two significant figures."""
    if dollars >= 100 or round(dollars, 2) == round(dollars) > 0:
        return f"{words.dollar}{dollars:,.0f}"
    if dollars >= 0.01:
        return f"{words.dollar}{dollars:,.2f}"
    return words.dollar + f"{float(f'{dollars:.2g}'):.12f}".rstrip("0").rstrip(".")


def number(value: float) -> str:
    """A number with its thousands apart; a fraction keeps three significant figures.

    >>> number(50_000), number(0.25), number(3.0)
    ('50,000', '0.25', '3')
    """
    rounded = value if value == round(value) else float(f"{value:.3g}")
    return f"{rounded:,.0f}" if rounded == round(rounded) else f"{rounded:,}"
