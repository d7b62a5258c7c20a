"""What a learner types into a field of a workload: the value that it means, or why it means none.

What a field takes is what `Workload` declares, so an author's YAML and a learner's typing keep the same limits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from engine.content.limits import Seconds
from simulator.workload import FACTS, Fact, Workload

Value = bool | float | str | None
"""What a field of a workload can hold."""
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


@dataclass(frozen=True)
class Field:
    """What a field of `Workload` takes."""

    kind: Literal["flag", "choice", "count", "duration", "number"]
    optional: bool = False
    choices: tuple[str, ...] = ()
    least: float | None = None
    above: float | None = None
    most: float | None = None


def decode(field: Field, text: str, spellings: Spellings) -> float | FieldError | None:
    """The number that a text means for a field; a time is in seconds, and so is a bare number for one.

    >>> decode(FIELDS["requests"], "50,000", {}), decode(FIELDS["deadline"], "1 h 30 min", {"h": 3600, "min": 60})
    (50000, 5400.0)
    >>> decode(FIELDS["requests"], "0", {})
    FieldError(why='least', limit=1)
    """
    if not text.strip():
        return None if field.optional else FieldError("missing")
    value = _sum(text.strip().lower(), spellings, 1 if field.kind != "duration" else 9)
    if value is None:
        return FieldError("duration" if field.kind == "duration" else "number")
    if field.least is not None and value < field.least:
        return FieldError("least", field.least)
    if field.above is not None and value <= field.above:
        return FieldError("above", field.above)
    if field.most is not None and value > field.most:
        return FieldError("most", field.most)
    if field.kind != "count":
        return value
    return int(value) if value.is_integer() else FieldError("whole")


def encode(field: Field, value: float | None, units: Spellings) -> str:
    """A number as a learner could have typed it; the first spelling of a unit is the one that is shown.

    >>> encode(FIELDS["requests"], 50_000, {}), encode(FIELDS["deadline"], 28_800, {"h": 3600, "hours": 3600})
    ('50,000', '8 h')
    """
    if value is None:
        return ""
    if field.kind == "duration":
        names = {size: name for name, size in reversed(list(units.items()))}
        for size in sorted(names, reverse=True):
            count = value / size
            if (count >= 2 and abs(count - round(count)) < 1e-9 * count) or (size == 1 and count >= 1):
                return f"{count:,.10g} {names[size]}"
    return f"{value:,.10g}"


def coded(value: Value) -> str:
    """A value as an address holds it."""
    return value if isinstance(value, str) else f"{float(value or 0)!r}".removesuffix(".0")


def decoded(field: Field, text: str) -> Value | FieldError:
    """The value that an address means for a field."""
    match field.kind:
        case "flag":
            return text == "1" if text in ("0", "1") else FieldError("missing")
        case "choice":
            return text if text in field.choices else FieldError("missing")
    return decode(field, text, {})


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


def _field(declared: Any) -> Field:
    """What a field takes, from its declaration."""
    optional = NoneType in get_args(declared)
    if optional:
        declared = next(each for each in get_args(declared) if each is not NoneType)
    if declared is bool:
        return Field("flag")
    if get_origin(declared) is Literal:
        return Field("choice", optional, get_args(declared))
    keywords = declared.__metadata__[0].keywords
    kind: Literal["count", "duration", "number"] = (
        "count" if declared.__origin__ is int else "duration" if declared == Seconds else "number"
    )
    return Field(kind, optional, (), keywords.get("minimum"), keywords.get("exclusiveMinimum"), keywords.get("maximum"))


FIELDS: Mapping[Fact, Field] = {fact: _field(get_type_hints(Workload, include_extras=True)[fact]) for fact in FACTS}
"""Every field of a workload, in the order in which they are read."""
NAMED: Mapping[str, Fact] = {fact: fact for fact in FIELDS}
"""The field that a name from outside means."""
