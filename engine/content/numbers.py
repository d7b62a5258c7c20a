"""How a number is written: what to do about a text that was meant to be one."""

import re

from engine.content.characters import shown

_UNITS = {
    "ms": 0.001,
    "s": 1,
    "sec": 1,
    "second": 1,
    "seconds": 1,
    "m": 60,
    "min": 60,
    "minute": 60,
    "minutes": 60,
    "h": 3600,
    "hour": 3600,
    "hours": 3600,
    "d": 86400,
    "day": 86400,
    "days": 86400,
}
_SIZES = {"k": 1e3, "mn": 1e6, "mio": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_PLAIN = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
GENERAL = "Write a number, such as 40 or 0.5."


def as_number(text: str) -> str:
    """The remedy for a text that stands where a number belongs.

    >>> as_number("40,5"), as_number("50 000"), as_number("12:30")
    ('Write 40.5.', 'Write 50000.', 'Write the seconds: 750.')
    """
    text = text.strip().replace("−", "-")
    if len(text) > 40:
        return GENERAL
    if re.fullmatch(_PLAIN, text):
        return f"Write {text} without quotation marks." if text.isascii() else f"Write {_short(float(text))}."
    if re.fullmatch(r"[-+]?\d{1,3}(?:([,. _'’\u00a0\u202f])\d{3})(?:\1\d{3})*", text):
        return f"Write {re.sub(r'[^-+0-9]', '', text)}."
    if re.fullmatch(r"[-+]?\d+(?:_\d+)+", text):
        return f"Write {text.replace('_', '')}."
    if re.fullmatch(r"[-+]?\d+,\d+", text):
        return f"Write {text.replace(',', '.')}."
    if found := re.fullmatch(r"(?:(\d+):)?(\d+):(\d\d)", text):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return f"Write the seconds: {hours * 3600 + minutes * 60 + seconds}."
    if found := re.fullmatch(rf"({_PLAIN})\s*/\s*({_PLAIN})", text):
        return f"Write {_short(float(found[1]) / float(found[2]))}." if float(found[2]) else GENERAL
    if found := re.fullmatch(rf"[$€£]?\s*({_PLAIN})\s*([^\W\d_]*|%|[$€£])", text):
        return _with_unit(float(found[1]), found[2])
    return GENERAL


def _with_unit(number: float, unit: str) -> str:
    if unit == "%":
        return f"Write {_short(number / 100)}, the share of 1, or {_short(number)} where the field counts percent."
    if unit.lower() in _SIZES:
        return f"Write {_short(number * _SIZES[unit.lower()])}."
    if unit.lower() in _UNITS:
        return f"Write the seconds: {_short(number * _UNITS[unit.lower()])}."
    return f"Write only the number: {_short(number)}."


def as_flag(text: str) -> str:
    """The remedy for a text that stands where true or false belongs.

    >>> as_flag("yes"), as_flag("perhaps")
    ('Write true.', 'Write true or false.')
    """
    word = text.strip().lower()
    if word in ("true", "yes", "on", "y", "t", "1"):
        return "Write true."
    return "Write false." if word in ("false", "no", "off", "n", "f", "0") else "Write true or false."


def _short(number: float) -> str:
    """A number in at most twelve figures and without an exponent where it can do without."""
    return f"{number:.12g}" if abs(number) < 1e12 else shown(f"{number:g}")
