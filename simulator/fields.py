"""What a learner types or pastes into a field of a workload: the value that it means, or why it means none.

What a fact takes is what `Workload` declares, so an author's YAML and a learner's typing keep the same limits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Literal

from engine.numerals import ENGLISH, Numerals
from simulator.numerals import plain
from simulator.phrases import LONGEST, PERCENT, meanings, means_nothing, means_unknown
from simulator.spellings import shown
from simulator.workload import Declared, Value

if TYPE_CHECKING:
    from engine.features.workload.settings import Spelt, WorkloadSettings

Why = Literal["missing", "number", "duration", "least", "above", "most", "whole", "two_ways", "needed"]

__all__ = ("LONGEST", "FieldError", "coded", "decode", "decoded", "encode")


@dataclass(frozen=True)
class FieldError:
    """Why a text is no value of a field."""

    why: Why
    limit: float | None = None
    """The limit that it misses, if that is why."""
    readings: tuple[float, ...] = ()
    """The values that it can mean, if it is more than one."""


def decode(
    declared: Declared, text: str, spellings: WorkloadSettings, numerals: Numerals = ENGLISH
) -> float | FieldError | None:
    """The number that a text means for a fact; a time is in seconds, and so is a bare number for one.

    What can be read in two ways is not guessed: it is no value until the learner chooses.
    """
    if not text.strip():
        return None if declared.optional else FieldError("missing")
    if means_nothing(text, spellings):
        if _may_be_none_at_all(declared) and not means_unknown(text, spellings):
            return 0
        return None if declared.optional else FieldError("needed", (declared.limit or {}).get("maximum"))
    found = meanings(declared, text, spellings, numerals)
    if not found:
        return FieldError("duration" if declared.kind == "duration" else "number")
    judged = [_limited(declared, value) for value in found]
    possible = [each for each in judged if not isinstance(each, FieldError)]
    if len(possible) > 1 or (possible and found.unsure):
        return FieldError("two_ways", readings=tuple(possible))
    return possible[0] if possible else judged[0]


def _may_be_none_at_all(declared: Declared) -> bool:
    """Whether "none" is a number of its own, such as no tokens, where no number means that nobody knows."""
    unknown = declared.quantity is not None and declared.quantity.absent == "unknown"
    return unknown and (declared.limit or {}).get("minimum") == 0


def _limited(declared: Declared, value: float) -> float | FieldError:
    """A number that a fact may have, or the limit that it misses."""
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


def encode(declared: Declared, value: float | None, units: Iterable[Spelt], numerals: Numerals = ENGLISH) -> str:
    """A number as a learner could have typed it; the first spelling of a unit is the one that is shown.

    >>> from engine.features.workload.settings import Spelt
    >>> from simulator.workload import DECLARED
    >>> units = Spelt("min", 60), Spelt("h, hours", 3600)
    >>> encode(DECLARED["requests"], 50_000, units), encode(DECLARED["deadline"], 9900, units)
    ('50,000', '2 h 45 min')
    """
    if value is None:
        return ""
    if declared.quantity and declared.quantity.unit == "share":
        return f"{plain(100 * value, numerals)} {PERCENT}"
    if declared.kind != "duration":
        return plain(value, numerals)
    names = {each.size: shown(each.words) for each in units}
    sizes = sorted(names, reverse=True)
    for size, smaller in zip(sizes, [*sizes[1:], 0.0], strict=True):
        count = value / size
        if (count >= 2 and _is_whole(count)) or (size in (1, 3600) and count >= 1 and (size == 1 or _is_whole(count))):
            return f"{plain(count, numerals)} {names[size]}"
        if (
            1 < count < 100
            and (count >= 2 or size <= 3600)
            and smaller >= 1
            and count * size >= 100
            and _is_whole(value / smaller)
        ):
            large, small = divmod(round(value / smaller), round(size / smaller))
            return f"{large} {names[size]} {small} {names[smaller]}"
    return plain(value, numerals)


def _is_whole(count: float) -> bool:
    return abs(count - round(count)) < 1e-9 * count


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
    if not text.strip():
        return None if declared.optional else FieldError("missing")
    over, _, under = text.partition("/")
    try:
        value = float(over.replace(",", "")) / float(under or 1)
    except (ValueError, ZeroDivisionError):
        return FieldError("number")
    return FieldError("number") if isnan(value) else _limited(declared, value)
