"""How far what a verdict rests on may be off: what is known about, and the values that an unknown fact may have.

A number that is good to `within: 2` lies between half and twice what is written in 90 of 100 plausible readings. An
unknown fact has one of its values, and meanwhile the advice takes the first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from engine.content.limits import Limit, Paragraph, between, one_of
from engine.content.mode import Basis, Cited
from simulator.workload import DECLARED, GUESSED, QuantityName, Value, Workload

if TYPE_CHECKING:
    from simulator.parameters import Readings

NONE = "none"
"""How a file writes that there is none."""

_WORDS = (NONE, *(choice for fact in GUESSED for choice in DECLARED[fact].choices))
_VALUE = {"anyOf": [{"type": "boolean"}, {"type": "number", "minimum": 0}, {"enum": list(_WORDS)}]}
_WEIGHT = {"type": "number", "exclusiveMinimum": 0, "maximum": 1000}
_PAIR = {"type": "array", "prefixItems": [_VALUE, _WEIGHT], "minItems": 2, "maxItems": 2}
Values = Annotated[tuple[Any, ...], Limit({"items": _PAIR, "minItems": 1, "maxItems": 8})]


Factor = Annotated[float, between(1, 100)]
"""By how many times a number may be off, either way; 1 is exact."""


@dataclass(frozen=True, eq=False)
class Doubt:
    """How far numbers of a kind may be off."""

    within: Factor
    """In 90 of 100 plausible readings the number lies between itself divided by this, and times this."""
    basis: Basis
    """Where that comes from."""
    note: Paragraph
    """Why so far."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Unknown:
    """What an unknown fact may be."""

    values: Values
    """Pairs of a value and its weight; the first is the most usual one, which the advice takes. `none` is no limit."""
    basis: Basis
    """Where they come from."""
    note: Paragraph
    """Why these, and why the first is the usual one."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


Doubts = Mapping[QuantityName, Doubt]
Unknowns = Mapping[Annotated[str, one_of(GUESSED)], Unknown]


def usual(readings: "Readings", fact: str) -> Value:
    """What an unknown fact usually is."""
    return meant(readings.unknown[fact].values[0][0])


def meant(value: Any) -> Value:
    """A value as a workload holds it."""
    return None if value == NONE else value


@lru_cache(maxsize=256)
def settled(readings: "Readings", workload: Workload) -> Workload:
    """The workload in which each unknown fact has its usual value."""
    change: dict[str, Any] = {fact: usual(readings, fact) for fact in GUESSED if getattr(workload, fact) is None}
    return replace(workload, **change) if change else workload
