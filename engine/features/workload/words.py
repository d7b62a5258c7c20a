"""The words of Your workload: the section `workload` of workshop.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import (
    AtLeastOne,
    Label,
    Line,
    Term,
    Word,
    above_zero,
)
from simulator.workload import Fact

Phrase = Label
Sentence = Line
Size = Annotated[float, above_zero(1e9)]


@dataclass(frozen=True, eq=False)
class FieldGroup:
    """Fields that stand together."""

    name: Phrase
    """What they are about."""
    facts: Annotated[tuple[Fact, ...], AtLeastOne]
    """The fields, in order."""


@dataclass(frozen=True, eq=False)
class WrongWords:
    """What stands beside a field that the page cannot make sense of."""

    missing: Sentence
    """Nothing stands in a field that needs a value."""
    number: Sentence
    """It is not a number."""
    duration: Sentence
    """It is not a time."""
    whole: Sentence
    """It counts something and is not whole."""
    least: Phrase
    """Before the smallest value that is allowed."""
    above: Phrase
    """Before the value that it must be more than."""
    most: Phrase
    """Before the largest value that is allowed."""


@dataclass(frozen=True, eq=False)
class RecordWords:
    """The decision record that can be copied as text."""

    title: Phrase
    """Its heading, before the mode's name."""
    workload: Phrase
    """Heading of the facts."""
    choice: Phrase
    """Heading of the mode."""
    why: Phrase
    """Heading of the reasons."""
    cost: Phrase
    """Heading of what each mode costs."""
    done: Phrase
    """After what a mode costs, before the time within which 95 of 100 runs are done."""
    flips: Phrase
    """Heading of what would change the choice."""
    model: Sentence
    """What the figures rest on."""


@dataclass(frozen=True, eq=False)
class VerdictNames:
    """How good a mode is."""

    best: Term
    """The best."""
    defensible: Term
    """Defensible."""
    poor: Term
    """Neither."""


@dataclass(frozen=True, eq=False)
class WorkloadWords:
    """The words of Your workload."""

    heading: Phrase
    """Its heading."""
    lead: Sentence
    """What to do here."""
    preset: Phrase
    """Before the list of scenarios whose workload can be loaded."""
    own: Phrase
    """What that list shows for a workload that no scenario has."""
    groups: Annotated[tuple[FieldGroup, ...], AtLeastOne]
    """The fields in groups, from top to bottom; every field stands in one."""
    hints: Mapping[Fact, Sentence]
    """What to type, for the fields where that is not plain."""
    units: Mapping[Word, Size]
    """How a unit of time may be written, in full or cut short, and its seconds; the first of each size is shown."""
    sizes: Mapping[Word, Size]
    """What may stand after a number to make it larger, in full or cut short, and by how much."""
    wrong: WrongWords
    """What stands beside a field that cannot be understood."""
    last_good: Phrase
    """Before the fields whose last good value the advice still goes by."""
    ranking: Phrase
    """Heading of the modes, best first."""
    verdicts: VerdictNames
    """How good a mode is for the workload."""
    a_month: Term
    """After what a mode costs a month."""
    flips: Phrase
    """Heading of what would change the advice."""
    no_flips: Sentence
    """Where no change of a single fact changes it."""
    looking: Sentence
    """While that is being looked for."""
    race: Phrase
    """The link to the race of this workload."""
    copy_text: Phrase
    """Copies the decision record."""
    copy_link: Phrase
    """Copies the address of this workload."""
    record: RecordWords
    """The decision record."""
