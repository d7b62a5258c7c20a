"""What an author sets of Your workload: the section `workload` of settings.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from engine.content.limits import AtLeastOne, Identifier, Label, Limit, Line, above_zero, entries
from simulator.workload import Fact, QuantityName

Typed = Annotated[Line, Limit({"x-typed": True})]
"""Words that learners may type, with commas between; a translation adds to them those of its language."""
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
class Spelt:
    """Words that mean the same number."""

    words: Typed
    """What may be typed, in full or cut short, with commas between. The first of a unit is shown in the fields."""
    size: Size
    """The number that they mean, or by how much they multiply another one."""


Words = Annotated[tuple[Spelt, ...], AtLeastOne]


@dataclass(frozen=True, eq=False)
class WorkloadSettings:
    """The fields of Your workload, and how their numbers may be written."""

    groups: Annotated[tuple[FieldGroup, ...], AtLeastOne]
    """The fields in groups, from top to bottom; every field stands in one."""
    sliders: Annotated[tuple[QuantityName, ...], entries(2, 4)]
    """The facts that are sliders where fewer flip the advice than there is room for."""
    hints: Mapping[Fact, Line]
    """What to type, for the fields where that is not plain."""
    units: Words
    """How a unit of time may be written, and its seconds."""
    sizes: Words
    """What may stand after a number to make it larger, and by how much."""
    words: Mapping[Counted, Words]
    """What may stand beside a number of a kind, and what it multiplies the number by."""
    numbers: Words
    """Words for a number, such as twice."""
    often: Words
    """Words for how often something happens, and how many times a day that is."""
    per: Typed
    """What stands before what is counted per, such as a in "twice a day". With commas between."""
    every: Typed
    """What may stand so and begin, such as every in "every 2 days". With commas between."""
    passed: Typed
    """Words that change no number, such as about in "about 2,000". With commas between."""
    nothing: Typed
    """What is typed where there is no such number. With commas between."""
    unknown: Typed
    """Which of these says that nobody knows it. With commas between."""
    start: Identifier | None = None
    """The scenario whose workload one begins with; the first, where none is named."""
