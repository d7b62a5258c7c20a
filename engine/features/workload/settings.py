"""What an author sets of Your workload: the section `workload` of settings.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import AtLeastOne, Label, Line, Word, above_zero
from simulator.workload import Fact

Size = Annotated[float, above_zero(1e9)]


@dataclass(frozen=True, eq=False)
class FieldGroup:
    """Fields that stand together."""

    name: Label
    """What they are about."""
    facts: Annotated[tuple[Fact, ...], AtLeastOne]
    """The fields, in order."""


@dataclass(frozen=True, eq=False)
class WorkloadSettings:
    """The fields of Your workload, and how their numbers may be written."""

    groups: Annotated[tuple[FieldGroup, ...], AtLeastOne]
    """The fields in groups, from top to bottom; every field stands in one."""
    hints: Mapping[Fact, Line]
    """What to type, for the fields where that is not plain."""
    units: Mapping[Word, Size]
    """How a unit of time may be written, in full or cut short, and its seconds; the first of each size is shown."""
    sizes: Mapping[Word, Size]
    """What may stand after a number to make it larger, in full or cut short, and by how much."""
