"""What an author sets of Your workload: the section `workload` of settings.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from engine.content.limits import AtLeastOne, Identifier, Label, Line, Verbatim, Word, above_zero, entries
from simulator.workload import Fact, QuantityName

Typed = Annotated[Word, Verbatim]
"""A word that learners may type, in whichever language."""
Size = Annotated[float, above_zero(1e9)]
Counted = Literal["number", "tokens", "times_a_day", "a_minute", "price", "share", "turns"]
"""What a number counts: the units of quantities, without time, whose units have a list of their own."""


@dataclass(frozen=True, eq=False)
class FieldGroup:
    """Fields that stand together."""

    name: Label
    """What they are about."""
    facts: Annotated[tuple[Fact, ...], AtLeastOne]
    """The fields, in order."""
    folded: bool = False
    """Whether they are in a fold, since few learners know them all."""


@dataclass(frozen=True, eq=False)
class WorkloadSettings:
    """The fields of Your workload, and how their numbers may be written."""

    groups: Annotated[tuple[FieldGroup, ...], AtLeastOne]
    """The fields in groups, from top to bottom; every field stands in one."""
    sliders: Annotated[tuple[QuantityName, ...], entries(2, 4)]
    """The facts that are sliders where fewer flip the advice than there is room for."""
    hints: Mapping[Fact, Line]
    """What to type, for the fields where that is not plain."""
    units: Mapping[Word, Size]
    """How a unit of time may be written, in full or cut short, and its seconds; the first of each size is shown."""
    sizes: Mapping[Word, Size]
    """What may stand after a number to make it larger, in full or cut short, and by how much."""
    words: Mapping[Counted, Mapping[Word, Size]]
    """What may stand beside a number of a kind, in full or cut short, and what it multiplies the number by."""
    numbers: Mapping[Word, Size]
    """Words for a number, such as twice."""
    often: Mapping[Word, Size]
    """Words for how often something happens, and how many times a day that is."""
    per: Annotated[tuple[Typed, ...], AtLeastOne]
    """What stands before what is counted per; the last may also begin, such as every in "every 2 days"."""
    nothing: Annotated[tuple[Typed, ...], AtLeastOne]
    """What is typed where there is no such number."""
    unknown: Annotated[tuple[Typed, ...], AtLeastOne]
    """Which of these says that nobody knows it."""
    start: Identifier | None = None
    """The scenario whose workload one begins with; the first, where none is named."""
