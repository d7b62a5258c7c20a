"""The rules by which modes are judged, and their words: the second half of the shape of model.yaml."""

from dataclasses import dataclass
from typing import Annotated, Literal

from engine.content.limits import (
    Label,
    Line,
    Short,
    Symbol,
    Term,
    Word,
    above_zero,
    between,
)
from engine.content.mode import Cited

Unit = Literal["seconds", "dollars", "requests", "points", "none"]
Positive = Annotated[float, above_zero(100_000_000)]
Points = Annotated[float, between(0, 20)]


@dataclass(frozen=True, eq=False)
class Toll:
    """Points for what is more than bearable: so many for each tenfold."""

    beyond: Positive
    """Up to here it costs nothing."""
    each_tenfold: Points
    """Points for every tenfold of that."""


@dataclass(frozen=True, eq=False)
class Saying:
    """A sentence about a mode. The mode's name stands before it, and numbers between its phrases."""

    opening: Label
    """Before the first number, or the whole sentence where there is none."""
    middle: Label | None = None
    """After the first number; before the second, if there is one."""
    closing: Label | None = None
    """After the second number."""


@dataclass(frozen=True, eq=False)
class Must:
    """A rule that a mode keeps or is not feasible."""

    name: Label
    """What a learner calls it."""
    unit: Unit
    """What its numbers count."""
    reason: Line
    """Why it is a rule."""
    passes: Saying
    """Of a mode that keeps it, with its number and the limit."""
    fails: Saying
    """Of a mode that does not, with the same."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Weigh:
    """A rule that chooses among feasible modes; its numbers are judgement."""

    name: Label
    """What a learner calls it."""
    unit: Unit
    """What its number counts."""
    reason: Line
    """Why it is a rule."""
    says: Saying
    """Of a mode, with its number."""
    tolls: tuple[Toll, ...] = ()
    """What that number adds to the points; without any it is counted as it is, and money by `dollars_a_point`."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Musts:
    """The rules that a mode must keep to be feasible, in the order in which they are asked."""

    independent: Must
    """Requests that must be known up front are."""
    retention: Must
    """The vendor may keep what it must keep."""
    presence: Must
    """Nobody waits for a queue that promises no time."""
    timeout: Must
    """No timer cuts more than one request in a hundred."""
    rate: Must
    """The requests of a day fit into a day of the rate limit."""
    deadline: Must
    """95 of 100 runs keep the deadline."""


@dataclass(frozen=True, eq=False)
class Weighs:
    """The rules that choose among feasible modes; each adds points, and the fewest points win."""

    engineering: Weigh
    """What must be built: the mode's weight, and what its substitutes add."""
    wait: Weigh
    """How long a person looks at nothing."""
    hold: Weigh
    """How long a connection must survive."""
    crowd: Weigh
    """How long a run fills the limit that live traffic needs."""
    money: Weigh
    """Dollars a month."""


@dataclass(frozen=True, eq=False)
class Phrases:
    """What holds the sentences of the advice together; a mode's name or a number stands where they leave room."""

    best: Label
    """After the name of the mode that fits best."""
    it: Term
    """That mode, as the subject of the next sentence."""
    none: Line
    """Where no mode is feasible."""
    nearest: Label
    """After the name of the mode that comes nearest then."""
    defensible: Label
    """After the name of another mode that is defensible."""
    late_on: Term
    """Before the share of runs, out of 100, on which the best mode fails."""
    late: Label
    """After that share."""
    against: Word
    """Before the same number of another mode."""
    of_mode: Word
    """After that number and before the other mode's name."""
    or_more: Term
    """After a value at which another mode becomes best on the way up."""
    or_less: Term
    """After such a value on the way down."""
    then: Short
    """Before the name of the mode that is best then."""
    is_best: Label
    """After it."""
    stop: Symbol
    """What ends a sentence."""
    dollar: Symbol
    """Before an amount of money."""
