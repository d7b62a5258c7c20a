"""How far what a verdict rests on may plausibly be off: the shape of `readings` in model.yaml, and of each `within`.

A number that is good to `within: 2` lies between half and twice what is written in 90 of 100 plausible readings. What a
learner leaves open is one of the values that are likely for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from engine.content.limits import Paragraph, between, entries
from engine.content.mode import Basis, Cited
from simulator.workload import Fact, QuantityName

Factor = Annotated[float, between(1, 100)]
"""By how many times a number may be off, either way; 1 is exact."""
Odds = Annotated[float, between(0.001, 1000)]


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
class Likely:
    """A value that a fact may have where nobody says which."""

    value: Any
    """The value, as a workload has it; null where there is no such number."""
    weight: Odds
    """How likely it is, beside the weights of the others."""


@dataclass(frozen=True, eq=False)
class Unknown:
    """What a fact may be where a learner leaves it open."""

    values: Annotated[tuple[Likely, ...], entries(1, 8)]
    """What it may be; the first is the usual one, with which the first answer reckons."""
    basis: Basis
    """Where that comes from."""
    note: Paragraph
    """Why these."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


Doubts = Mapping[QuantityName, Doubt]
Unknowns = Mapping[Fact, Unknown]
