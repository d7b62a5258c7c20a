"""How facts and numbers are written: what a fact is called, and a value with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.sequence.narrate import duration, exact_duration
from simulator.workload import DECLARED, Value, Workload, known

if TYPE_CHECKING:
    from engine.messages import Messages
    from simulator.rules import Unit

MOST_FIGURES = 6
"""Numbers that so many figures do not tell apart are as good as the same."""
DAYS_OF_A_WEEK = 7
NEAR = 0.1
"""What happens once in so many days, to within this share, is not read as so many times a week."""


@dataclass(frozen=True, eq=False)
class Wording:
    """The words in which facts and numbers are written."""

    messages: Messages

    def facts(self, workload: Workload) -> list[tuple[str, str, str]]:
        """Each fact of a workload with its name and its value, without what nobody knows."""
        return [(fact, self.name(fact), self.value(fact, value)) for fact, value in known(workload)]

    def name(self, fact: str) -> str:
        """What a fact is called."""
        return self.messages(f"facts.names.{fact}")

    def value(self, fact: str, value: Value) -> str:
        """A value that a fact has, or would have if it were another one."""
        quantity = DECLARED[fact].quantity
        match value:
            case None:
                return self.messages("facts.none" if quantity else "facts.unknown")
            case bool():
                return self.messages("facts.is_so" if value else "facts.is_not_so")
            case str():
                return self.messages(f"facts.choices.{value}")
        match quantity and quantity.unit:
            case "number":
                return self.messages("facts.requests", count=value, shown=number(value, self.messages))
            case "times_a_day":
                return self.times_a_day(value)
            case "tokens":
                return self.messages("facts.tokens", count=value, shown=number(value, self.messages))
            case "duration":
                return exact_duration(value, self.messages)
            case "a_minute":
                return self.messages("facts.a_minute", count=value, shown=number(value, self.messages))
            case "turns":
                return self.messages("facts.turns", count=value, shown=number(value, self.messages))
            case "share":
                return self.messages("facts.share", percent=number(100 * value, self.messages))
            case "price":
                return self.messages("facts.price", dollars=self.money(value))
        return number(value, self.messages)

    def rounded(self, fact: str, value: float) -> str:
        """A value at which something changes: two figures are all that the model is worth."""
        return self.duration(value) if DECLARED[fact].kind == "duration" else self.value(fact, value)

    def unit(self, fact: str) -> str:
        """What the number of a fact counts, where its field does not say so; a time has its unit with it."""
        quantity = DECLARED[fact].quantity
        if quantity is None or quantity.unit == "duration":
            return ""
        return self.messages(f"facts.units.{quantity.unit}")

    def times_a_day(self, times: float) -> str:
        """How often something happens: so many times a day or a week, or once in so many days."""
        if 0 < times < 1:
            days, weekly = round(1 / times), round(DAYS_OF_A_WEEK * times)
            if weekly > 1 and abs(days * times - 1) > NEAR:
                return self.messages("facts.times_a_week", count=weekly, shown=number(weekly, self.messages))
            if days == DAYS_OF_A_WEEK:
                return self.messages("facts.weekly")
            if days > 1:
                return self.messages("facts.every_days", count=days, shown=number(days, self.messages))
        if times == 1:
            return self.messages("facts.daily")
        return self.messages("facts.times_a_day", count=times, shown=number(times, self.messages))

    def times(self, more: float, less: float) -> str:
        """How many times as much something is, in two figures."""
        if less and more / less < 100:
            return self.messages.numeral(f"{more / less:.2g}")
        return number(round(more / less) if less else more, self.messages)

    def money(self, dollars: float) -> str:
        """Dollars: whole ones, or cents; below a cent two significant figures."""
        return self.messages("facts.dollars", amount=self.messages.numeral(amount(dollars)))

    def duration(self, seconds: float) -> str:
        """A duration in two significant figures."""
        return duration(seconds, self.messages)

    def exact_duration(self, seconds: float) -> str:
        """A duration in the unit that keeps it exact and short."""
        return exact_duration(seconds, self.messages)

    def compared(self, one: float | None, other: float | None, unit: Unit) -> tuple[str, str]:
        """Two numbers of a rule that are held against each other, in as few figures as tell them apart."""
        pairs = (
            (self.figure(one, unit, figures), self.figure(other, unit, figures))
            for figures in range(2, MOST_FIGURES + 1)
        )
        first = next(pairs)
        return first if one == other else next((pair for pair in (first, *pairs) if pair[0] != pair[1]), first)

    def figure(self, value: float | None, unit: Unit, figures: int = 2) -> str:
        """The number of a rule; `figures` are two, or more where two do not tell it from another one."""
        if value is None:
            return ""
        match unit:
            case "seconds":
                return duration(value, self.messages, figures)
            case "dollars":
                places = 0 if value >= 10 and figures == 2 else 2
                return self.messages("facts.dollars", amount=self.messages.numeral(f"{value:,.{places}f}"))
            case "share":
                return self.messages("facts.share", percent=number(float(f"{100 * value:.2g}"), self.messages))
        if figures == 2:
            return self.messages.numeral(f"{value:,.0f}" if value >= 10 else f"{round(value, 2):g}")
        return self.messages.numeral(f"{round(value, figures - 2):,}".removesuffix(".0"))


def amount(dollars: float) -> str:
    """The number of an amount of money, as Python formats it.

    >>> amount(450), amount(0.5), amount(0.00123)
    ('450', '0.50', '0.0012')
    """
    if dollars >= 100 or round(dollars, 2) == round(dollars) > 0:
        return f"{dollars:,.0f}"
    if dollars >= 0.01:
        return f"{dollars:,.2f}"
    return f"{float(f'{dollars:.2g}'):.12f}".rstrip("0").rstrip(".")


def number(value: float, messages: Messages) -> str:
    """A number with its thousands apart; a fraction keeps three significant figures.

    >>> from engine.messages import Messages, no_plural
    >>> [number(value, Messages("en", {}, no_plural)) for value in (50_000, 0.25, 3.0)]
    ['50,000', '0.25', '3']
    """
    rounded = value if value == round(value) else float(f"{value:.3g}")
    return messages.numeral(f"{rounded:,.0f}" if rounded == round(rounded) else f"{rounded:,}")


def together(text: str) -> str:
    """A text in which no number is parted from its unit at the end of a line.

    >>> together("p95 is 2.8 h of 12 h").replace("\N{NO-BREAK SPACE}", "_")
    'p95 is 2.8_h of 12_h'
    """
    return re.sub(r"(?<=[0-9]) (?=(?:ms|s|min|h|days?)\b|%)", "\N{NO-BREAK SPACE}", text)
