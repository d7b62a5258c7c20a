"""What the model of latency, cost and advice works with: the typed shape of model.yaml.

A mode is described by what happens, never by its name: whether its connection is silent, which limit it draws on, what
it needs of a workload. The price and the engineering weight of a mode stand in its own file (`modes/`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from engine.content.limits import Count, Identifier, Label, Line, Paragraph, Share, above_zero, between, entries, one_of
from engine.content.mode import Basis, Cited
from simulator.doubts import Doubt, Doubts, Factor, Unknowns
from simulator.rules import Constraints, Costs, Points, Positive, Sentences, Unit
from simulator.steps import Steps
from simulator.variants import Window
from simulator.workload import FLAGS, QuantityName

Connection = Literal["silent", "flowing", "closed"]
Away = Literal["elsewhere", "home"]
Moment = Literal[
    "asked",
    "paced",
    "sent",
    "accepted",
    "first",
    "noticed",
    "acknowledged",
    "polled",
    "told",
    "fetched",
    "done",
    "cut",
]
"""What happens to a client, in order: from each moment to the next it is in one state."""
CONSTRAINT_OF: Mapping[str, str] = {"nobody": "presence"}
"""The constraint that judges a need which is no fact; that of a fact has the fact's name."""
DEMANDS: tuple[str, ...] = (*FLAGS, *CONSTRAINT_OF, "disposable", "hosted", "unread", "heard")
"""What a mode can need: that a fact is true, or one of the needs of which the rules have a case of their own."""
Demand = Annotated[str, one_of(DEMANDS)]

Sigma = Annotated[float, between(0, 3)]
Median = Annotated[float, above_zero(7 * 24 * 3600)]
Amount = Annotated[float, between(0, 100_000_000)]


@dataclass(frozen=True, eq=False)
class Figure:
    """One number, with what it rests on."""

    value: Amount
    """The number."""
    basis: Basis
    """Where it comes from."""
    note: Paragraph
    """What it is, in which unit, how it was found, and why it may be off as far as it may."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""
    within: Factor = 1
    """By how many times it may plausibly be off, either way; 1, or left out, for what is given or chosen."""
    name: Label | None = None
    """What a learner would have to find out, where it may be off: it follows "To decide, check"."""
    unit: Unit = "none"
    """What it counts, where the name does not say so."""


@dataclass(frozen=True, eq=False)
class Component:
    """One lognormal component of a mixture."""

    share: Share
    """How much of the whole it is; the shares of a distribution add up to 1."""
    median: Median
    """Its median."""
    sigma: Sigma
    """The standard deviation of its logarithm."""


@dataclass(frozen=True, eq=False)
class Curve:
    """A distribution with a tail to the right, as a mixture of lognormals, with what it rests on."""

    components: Annotated[tuple[Component, ...], entries(1, 4)]
    """The components; the last takes what the shares leave."""
    basis: Basis
    """Where it comes from."""
    note: Paragraph
    """What it is, in which unit, how it was found, and why it may be off as far as it may."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""
    within: Factor = 1
    """By how many times its medians may plausibly be off, all together; 1, or left out, for none."""
    tail: Factor = 1
    """By how many times the standard deviations of its logarithm may, all together."""
    name: Label | None = None
    """What a learner would have to find out, where it may be off: it follows "To decide, check"."""
    unit: Unit = "none"
    """What it counts, where the name does not say so."""


@dataclass(frozen=True, eq=False)
class Notice:
    """How the client learns that work it does not wait for is done."""

    interval: Figure
    """Seconds between two polls."""
    fetch: Figure
    """Seconds to fetch the result."""
    call: Figure | None = None
    """Seconds until the vendor's call has come in and the result is fetched, where the workload has a webhook."""


@dataclass(frozen=True, eq=False)
class Completion:
    """How long the vendor's queue takes for a run of some size."""

    requests: Count
    """The size: a run between two sizes takes a time between theirs, a smaller or a larger one that of the nearest."""
    curve: Curve
    """Seconds from submission until the last answer."""


@dataclass(frozen=True, eq=False)
class Fallback:
    """What takes over in time where the queue is late: a watchdog starts it."""

    mode: Identifier
    """The mode that does the work then."""
    instead: Points
    """What its calls weigh where they do all the work; in proportion, where they do some of it."""
    means: Line
    """A sentence on a {mode} that has it."""


@dataclass(frozen=True, eq=False)
class Queue:
    """Work that the vendor does when it has the capacity."""

    completions: Annotated[tuple[Completion, ...], entries(1, 4)]
    """By number of requests, small ones first."""
    bad_days: Figure
    """The share of waves that do not come to an end before they expire."""
    expiry: Figure
    """Seconds after which the vendor gives unfinished requests up, and they are sent again."""
    capacity: Figure
    """Requests that may be queued at a time; more go in waves."""
    creations: Figure
    """Batches that may be created in an hour; each run needs one, or one for each wave."""
    fallback: Fallback | None = None
    """What can take over where a missed deadline leaves time for it."""


@dataclass(frozen=True, eq=False)
class Need:
    """What a mode needs of a workload."""

    of: Demand
    """The fact that must be true; "nobody": that no person waits or watches; "disposable": that it need not survive;
    "hosted": that the vendor runs requests in the background and may keep their data; "unread": that nobody is there
    who reads parts of an answer; "heard": that no timer on the way to a reader cuts a silent stream."""
    instead: Points | None = None
    """What the substitute adds to the engineering weight; without it, there is no substitute."""
    means: Line | None = None
    """A sentence on what a {mode} is with the substitute."""
    within: Factor = 1
    """By how many times that may plausibly be off."""


@dataclass(frozen=True, eq=False)
class ModeParameters:
    """How a mode behaves, as far as time and feasibility depend on it."""

    steps: Steps
    """Its steps, by what happens to the client."""
    connection: Connection
    """Silent until the whole answer is there, flowing from the first token on, or closed meanwhile."""
    parts: bool
    """Whether the answer can be used while it comes."""
    shared: bool
    """Whether its requests count against the limit that live traffic needs."""
    longest: Figure | None = None
    """Output tokens that one answer can have at most."""
    away: Away = "elsewhere"
    """Where the client is while the vendor works, where it does not wait: at other work, or gone home."""
    submit: Figure | None = None
    """Seconds until the vendor has taken the work and the client goes on, where it does not wait for the answer."""
    notice: Notice | None = None
    """How the client learns of the end; without it, on the connection that it holds."""
    queue: Queue | None = None
    """The vendor's queue; without it, requests are served when they come."""
    hits: Figure | None = None
    """Of the input that a cache holds for an ordinary request, the share that it holds here; all, where left out."""
    windows: Annotated[tuple[Window, ...], entries(0, 4)] = ()
    """Its variants with a completion window, the soonest first."""
    needs: tuple[Need, ...] = ()
    """What it needs of a workload."""


@dataclass(frozen=True, eq=False)
class Latency:
    """How long the model behind every mode takes for a request."""

    first_token: Figure
    """Seconds to the first token of an answer to a short prompt, typically."""
    reading: Figure
    """Tokens of a prompt read in a second, typically; that time comes on top."""
    variability: Curve
    """By what both are multiplied on a given day."""
    speed: Curve
    """Tokens written in a second."""
    length: Figure
    """How much the length of answers varies: the standard deviation of its logarithm."""
    refused: Figure
    """The share of requests that is refused (429) and sent again while a run goes at the rate limit."""


@dataclass(frozen=True, eq=False)
class Bounds:
    """Where to look for a value that would change the advice."""

    least: Positive
    """From here."""
    most: Positive
    """To here."""


@dataclass(frozen=True, eq=False)
class Readings:
    """In which plausible readings of a workload a verdict is taken: `simulator.readings` draws them."""

    worlds: Figure
    """How many readings there are."""
    days: Figure
    """How many days each of them has."""
    close: Figure
    """The difference in points that is too small to tell two modes apart."""
    late: Figure
    """What a missed deadline then counts for each tenfold, in points, unless it is a loss."""
    latest: Figure
    """How many times the deadline may be missed at most for that."""
    comparable: Figure
    """The share of readings in which a mode must be best, or so close to it, to be defensible."""
    defensible: Figure
    """The smaller share that is enough where it is best in all of them."""
    weights: Doubt
    """How far the engineering weights of the modes may be off; that of 1 is the unit."""
    about: Doubts
    """How far the numbers may be off that a learner types."""
    guess: Figure
    """How many times as wide that range is, as a ratio, where the learner only guesses."""
    unknown: Unknowns
    """What each fact may be that a learner leaves open."""


@dataclass(frozen=True, eq=False)
class Model:
    """model.yaml: how the lesson computes time and cost, and how it gives advice."""

    paced: Identifier
    """The state of a client that submits as fast as the rate limit allows, by its name in lesson.yaml."""
    latency: Latency
    """How long the model behind every mode takes."""
    modes: Mapping[Identifier, ModeParameters]
    """How each mode behaves, by its file's name."""
    constraints: Constraints
    """What makes a mode feasible."""
    costs: Costs
    """What chooses among feasible modes."""
    cached_price: Figure
    """What an input token from a cache costs, as a share of the input price, where a workload does not say."""
    dollars_per_point: Figure
    """Dollars a month that are worth one point of engineering."""
    margin: Figure
    """A number that is off its limit by at most this share of it is said to be right at it."""
    days: Figure
    """How many days the race and the advice look at."""
    readings: Readings
    """How far all of it may be off, and what is left open."""
    ranges: Mapping[QuantityName, Bounds]
    """Where a number that would change the advice is looked for."""
    sentences: Sentences
    """The sentences of the advice that belong to no rule."""
