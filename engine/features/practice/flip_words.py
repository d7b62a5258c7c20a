"""The words around what would flip a choice: the section `practice.flip` of workshop.yaml."""

from dataclasses import dataclass

from engine.content.limits import (
    Label,
    Line,
    Short,
    Term,
)


@dataclass(frozen=True, eq=False)
class FlipWords:
    """What would flip the choice."""

    heading: Label
    """Its heading."""
    pick: Line
    """Asks for a fact; the name of the group of facts to pick from."""
    tips: Label
    """After the name of a fact that tips the decision."""
    still: Label
    """After the name of one that does not."""
    does_tip: Term
    """At a fact that was picked and tips it."""
    does_not: Term
    """At one that was picked and does not."""
    found: Term
    """Before how many facts that tip it were found, of those that there are."""
    of: Short
    """Between these two numbers."""
    none: Line
    """Where the model finds no value that flips the choice."""
    searching: Line
    """While the model is looking for it."""
    turn: Label
    """The caption of how every mode is judged now and then."""
    now: Short
    """Before the value that the fact has."""
    then: Short
    """Before the nearest one that flips the choice."""
    race: Label
    """The link to the race of the workload as it is then."""
