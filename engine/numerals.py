"""How a language writes numbers: what stands before a fraction and between thousands."""

from __future__ import annotations

from typing import NamedTuple


class Numerals(NamedTuple):
    """The marks of a language's numbers, as CLDR has them."""

    decimal: str
    group: str
    least: int
    """So many digits stand at least before the first mark between thousands: 2 where 5,000 has none."""


ENGLISH = Numerals(".", ",", 1)
"""As Python formats numbers."""


def localized(number: str, numerals: Numerals) -> str:
    """A number that Python has formatted, as a language writes it.

    >>> localized("50,000.5", Numerals(",", ".", 1)), localized("5,000", Numerals(",", ".", 2))
    ('50.000,5', '5000')
    """
    whole, point, fraction = number.partition(".")
    first = whole.lstrip("-").partition(",")[0]
    groups = numerals.group if whole.count(",") > 1 or len(first) >= numerals.least else ""
    return whole.replace(",", groups) + (numerals.decimal if point else "") + fraction


def swapped(text: str, numerals: Numerals) -> str:
    """A number that somebody typed, with point and comma exchanged where the language has a decimal comma."""
    return text.translate(_EXCHANGED) if numerals.decimal == "," else text


_EXCHANGED = str.maketrans(".,", ",.")
