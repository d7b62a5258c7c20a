"""The rules by which modes are judged, and their words: the second half of the shape of model.yaml.

A sentence has named placeholders, such as `{mode}`; which ones each may have, `PLACEHOLDERS` says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from engine.content.limits import Label, Line, Term, above_zero, between
from engine.content.mode import Cited
from simulator.doubts import Factor

Unit = Literal["seconds", "dollars", "requests", "tokens", "batches", "points", "share", "spread", "none"]
Positive = Annotated[float, above_zero(100_000_000)]
Points = Annotated[float, between(0, 20)]

_RULE = ("mode", "value", "limit")
_COMPARED = ("mode", "value", "than", "other", "difference", "times")

PLACEHOLDERS: Mapping[str, tuple[str, ...]] = {
    "passes": _RULE,
    "easily": _RULE,
    "narrowly": _RULE,
    "fails": _RULE,
    "nearly": _RULE,
    "says": ("mode", "value"),
    "means": ("mode", "share"),
    "compares": _COMPARED,
    "gains": _COMPARED,
    "avoids": _COMPARED,
    "best": ("mode",),
    "nearest": ("mode",),
    "grey": ("mode",),
    "late": ("share",),
    "window": ("vendor", "mode", "window", "value", "difference", "than"),
    "own_window": ("vendor", "mode", "window", "value", "difference"),
}
"""What the sentences of model.yaml may leave open, by the name of their field."""
NEEDED = ("best", "grey", "nearest", "late")
"""The sentences that must have their placeholder: on nothing else can they be."""


@dataclass(frozen=True, eq=False)
class Penalty:
    """Points for what is more than bearable: so many for each tenfold."""

    beyond: Positive
    """Up to here it costs nothing."""
    each_tenfold: Points
    """Points for every tenfold of that."""
    blind: bool = False
    """Whether it counts only where nothing shows that the work goes on."""
    within: Factor = 1
    """By how many times each of the two may plausibly be off, either way."""


@dataclass(frozen=True, eq=False)
class Constraint:
    """A rule that a mode keeps or is not feasible."""

    name: Label
    """What a learner calls it."""
    unit: Unit
    """What its numbers count."""
    reason: Line
    """Why it is a rule."""
    passes: Line
    """A sentence on a {mode} that keeps it, with its {value} and the {limit} where the rule has numbers."""
    fails: Line
    """A sentence on a {mode} that does not, with the same."""
    easily: Line | None = None
    """The same on one whose number is at most half of the limit, where that is worth saying."""
    narrowly: Line | None = None
    """The same on one whose number is within the margin of the limit."""
    nearly: Line | None = None
    """A sentence on a {mode} that misses the limit by no more than the margin."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Cost:
    """A rule that chooses among feasible modes; its numbers are judgement."""

    name: Label
    """What a learner calls it."""
    unit: Unit
    """What its number counts."""
    reason: Line
    """Why it is a rule."""
    says: Line
    """A sentence on a {mode}, with its {value}, where no other mode has such a number."""
    compares: Line
    """What speaks against a {mode} with its {value}: by how much it is more, in all (its {difference}) or so many
    {times}, than the {other} value of the mode {than}."""
    gains: Line
    """What speaks for a {mode} with its {value}, with the same of the worse mode {than}."""
    avoids: Line | None = None
    """The same where the {mode} has no such number at all, and the mode {than} has the {other} one."""
    penalties: tuple[Penalty, ...] = ()
    """What that number adds to the points; without any it is counted as it is, and money by `dollars_per_point`."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class Constraints:
    """The rules that a mode must keep to be feasible, in the order in which they are asked."""

    independent: Constraint
    """Requests that must be known up front are."""
    retention: Constraint
    """The vendor may keep what it must keep."""
    presence: Constraint
    """Nobody waits for a queue that guarantees no finish time."""
    output: Constraint
    """No answer is longer than one call can return."""
    timeout: Constraint
    """No timer cuts more than one request in a hundred."""
    caller_timeout: Constraint
    """No more than one whole answer in a hundred comes after the caller has given up."""
    rate: Constraint
    """The requests of a day fit into a day of the rate limit."""
    creations: Constraint
    """No more batches are created than may be."""
    deadline: Constraint
    """95 of 100 runs keep the deadline of the last whole answer."""
    loss: Constraint
    """Where a missed deadline is a loss, 99 of 100 runs keep it."""
    watchdog: Constraint
    """Where plain calls take over in time, they need less than the deadline."""
    first_words: Constraint
    """95 of 100 runs keep the deadline of the first words, where somebody reads them as they come."""


@dataclass(frozen=True, eq=False)
class Costs:
    """The rules that choose among feasible modes; each adds points, and the fewest points win."""

    engineering: Cost
    """What must be built: the mode's weight, and what its substitutes add."""
    wait: Cost
    """How long a person looks at nothing."""
    hold: Cost
    """How long a connection must survive the person at its end."""
    endurance: Cost
    """How long a connection must survive the machines on its path, whoever waits."""
    silence: Cost
    """How long nothing comes on it, which is when timers that nobody has listed cut it."""
    occupancy: Cost
    """How long a run fills the rate limit that live traffic needs."""
    money: Cost
    """Dollars a month."""


@dataclass(frozen=True, eq=False)
class Sentences:
    """The sentences of the advice that belong to no rule."""

    best: Line
    """On the {mode} that fits best."""
    grey: Line
    """On the {mode} that fits best where another one is defensible."""
    nearest: Line
    """Where no mode is feasible: on the {mode} that comes nearest."""
    it: Term
    """What stands for {mode} where the sentence before has named it."""
    window: Line
    """On a {mode} with a {vendor}'s {window}: its {value} a month, and its {difference} to the best mode, {than}."""
    own_window: Line
    """The same where the {mode} is the best one itself."""
    late: Line
    """On how many percent of the runs, {share}, the best mode misses the deadline."""
