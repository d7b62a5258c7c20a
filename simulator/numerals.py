"""A number as people write it, with points, commas, spaces or apostrophes in it: every value that it can mean.

An English page writes 50,000 and 0.5. Others write 50.000 and 0,5, and from the digits alone nobody can tell
50.000 from fifty: such a number has two values, and who asks decides.
"""

from __future__ import annotations

import re

from engine.numerals import ENGLISH, Numerals, localized

NUMERAL = re.compile(r"[+-]?(?:[0-9]+(?:[.,_'’][0-9]+| [0-9]{3}(?![0-9]))*[.,]?|[.,][0-9]+)(?:e[+-]?[0-9]+)?")
"""A number with whatever stands between its digits."""
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,_'’ ][0-9]{3})+")


def values(numeral: str, exact: bool = False) -> tuple[float, ...]:
    """What a number can mean, the value with a decimal point first; nothing where it cannot be read.

    `exact` says that something behind it, such as "million", makes thousands apart unlikely.

    >>> values("50,000"), values("0.5"), values("0,5"), values("1.234.567,8")
    ((50000.0,), (0.5,), (0.5,), (1234567.8,))
    >>> values("50.000"), values("0,075"), values("5,00,1")
    ((50.0, 50000.0), (0.075, 75.0), ())
    """
    sign, digits, power = _parted(numeral)
    found = _readings(digits, exact or power != "")
    return tuple(float(f"{sign}{each}{power}") for each in found)


def plain(value: float, numerals: Numerals = ENGLISH) -> str:
    """A number as the page writes it, which `values` reads in one way only.

    >>> plain(50_000), plain(0.25), plain(1.125)
    ('50,000', '0.25', '1.1250')
    """
    text = f"{value:,.10g}"
    whole, _, rest = text.partition(".")
    is_unclear = len(rest) == 3 and len(whole) <= 3 and whole.strip("-") != "0"
    return localized(f"{text}0" if is_unclear else text, numerals)


def _parted(numeral: str) -> tuple[str, str, str]:
    """The sign, the digits and the power of ten of a number."""
    digits, letter, power = numeral.partition("e")
    sign = digits[0] if digits[:1] in ("+", "-") else ""
    return sign, digits[len(sign) :].rstrip(".,"), letter + power


def _readings(digits: str, exact: bool) -> list[str]:
    """The digits as Python reads them, in every way that they can be read."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        decimal = max(".,", key=digits.rfind)
        whole, _, rest = digits.rpartition(decimal)
        return [f"{_joined(whole)}.{rest}"] if decimal not in whole and _GROUPED.fullmatch(whole) else []
    if points + commas != 1:
        return [_joined(digits)] if digits.isdigit() or _GROUPED.fullmatch(digits) else []
    mark = "." if points else ","
    whole, _, rest = digits.partition(mark)
    if not (whole == "" or whole.isdigit() or _GROUPED.fullmatch(whole)) or not rest.isdigit():
        return []
    decimal, thousands = f"{_joined(whole) or 0}.{rest}", _joined(digits)
    if not _GROUPED.fullmatch(digits):
        return [decimal]
    if whole == "0":
        return [decimal] if points else [decimal, thousands]
    if commas:
        return [thousands]
    return [decimal] if exact else [decimal, thousands]


def _joined(digits: str) -> str:
    return re.sub(r"[^0-9]", "", digits)
