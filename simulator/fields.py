"""What a learner types into a field of a workload: the value that it means, or why it means none.

What a fact takes is what `Workload` declares, so an author's YAML and a learner's typing keep the same limits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import Literal

from simulator.workload import Declared, Value

Spellings = Mapping[str, float]
"""What may stand after a number, in small letters, and what it multiplies the number by."""
Why = Literal["missing", "number", "duration", "least", "above", "most", "whole"]

LONGEST = 40
"""Characters of a number that somebody would type."""


@dataclass(frozen=True)
class FieldError:
    """Why a text is no value of a field, and the limit that it misses if that is why."""

    why: Why
    limit: float | None = None


def decode(declared: Declared, text: str, spellings: Spellings) -> float | FieldError | None:
    """The number that a text means for a fact; a time is in seconds, and so is a bare number for one.

    >>> from simulator.workload import DECLARED
    >>> decode(DECLARED["requests"], "50,000", {}), decode(DECLARED["deadline"], "1 h 30 min", {"h": 3600, "min": 60})
    (50000, 5400.0)
    >>> decode(DECLARED["requests"], "0", {})
    FieldError(why='least', limit=1)
    """
    if not text.strip():
        return None if declared.optional else FieldError("missing")
    value = _sum(text.strip().lower(), spellings, 1 if declared.kind != "duration" else 9)
    if value is None:
        return FieldError("duration" if declared.kind == "duration" else "number")
    limit = declared.limit or {}
    if value < limit.get("minimum", value):
        return FieldError("least", limit["minimum"])
    if "exclusiveMinimum" in limit and value <= limit["exclusiveMinimum"]:
        return FieldError("above", limit["exclusiveMinimum"])
    if value > limit.get("maximum", value):
        return FieldError("most", limit["maximum"])
    if declared.kind != "count":
        return value
    return int(value) if value.is_integer() else FieldError("whole")


def encode(declared: Declared, value: float | None, units: Spellings) -> str:
    """A number as a learner could have typed it; the first spelling of a unit is the one that is shown.

    >>> from simulator.workload import DECLARED
    >>> encode(DECLARED["requests"], 50_000, {}), encode(DECLARED["deadline"], 28_800, {"h": 3600, "hours": 3600})
    ('50,000', '8 h')
    """
    if value is None:
        return ""
    if declared.kind == "duration":
        names = {size: name for name, size in reversed(list(units.items()))}
        for size in sorted(names, reverse=True):
            count = value / size
            if (count >= 2 and abs(count - round(count)) < 1e-9 * count) or (size == 1 and count >= 1):
                return f"{count:,.10g} {names[size]}"
    return f"{value:,.10g}"


def coded(value: Value) -> str:
    """A value as an address holds it."""
    return value if isinstance(value, str) else f"{float(value or 0)!r}".removesuffix(".0")


def decoded(declared: Declared, text: str) -> Value | FieldError:
    """The value that an address means for a fact."""
    match declared.kind:
        case "flag":
            return text == "1" if text in ("0", "1") else FieldError("missing")
        case "choice":
            return text if text in declared.choices else FieldError("missing")
    return decode(declared, text, {})


_NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?"
_PIECE = rf"({_NUMBER})(?:\s*/\s*({_NUMBER}))?\s*([^\W0-9_]*)[.,]?\s*"


def _sum(text: str, spellings: Spellings, most: int) -> float | None:
    """What a text such as 50,000, 1.5e6, 1/7, 5 million or 1 h 30 min comes to; None where it cannot be read."""
    plain = re.sub(r"(?<=[0-9])[,_'’\s](?=[0-9]{3}(?![0-9]))", "", text)
    pieces = list(re.finditer(_PIECE, plain))
    if len(text) > LONGEST or "".join(piece[0] for piece in pieces) != plain or not 1 <= len(pieces) <= most:
        return None
    found = 0.0
    for number, divisor, size in (piece.groups() for piece in pieces):
        by = _size(size, spellings) if size else 1 if len(pieces) == 1 else None
        if by is None or not float(divisor or 1):
            return None
        found += float(number) / float(divisor or 1) * by
    return None if isnan(found) else found


def _size(name: str, spellings: Spellings) -> float | None:
    """What a spelling, or the beginning of one, multiplies by: while it is being typed, it already means something."""
    return next((by for spelling, by in spellings.items() if spelling.startswith(name)), None)
