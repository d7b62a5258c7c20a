"""What a learner can know of a workload before choosing a mode: `Workload` declares each fact, and all else follows.

A fact is a field. Its type says of which kind it is and what it may be, `Quantity` how its number is read, and the
docstring below it what it means. The order of the fields is the order in which facts are read. Names stand in the
messages `facts.names`, and ways to write a number in `facts.values`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from engine.content.limits import Count, Dollars, Limit, Seconds, Share, SomeTokens, Times, Tokens, one_of

Kind = Literal["flag", "choice", "count", "number", "duration"]
Value = bool | float | str | None
"""What a fact can be."""
Reader = Literal["waiting", "watching", "gone"]
Missed = Literal["fallback", "annoyance", "loss"]


@dataclass(frozen=True)
class Quantity:
    """How the number of a fact is read."""

    unit: Literal["number", "tokens", "times_a_day", "a_minute", "duration", "price", "share", "turns"]
    absent: Literal["", "derived", "unlimited", "unknown"] = ""
    """What it means where there is no number: it follows from other facts, there is none, or nobody knows; "" where
    there must be one."""
    limit: bool = False
    """Whether an unknown one may also be none at all."""


@dataclass(frozen=True, kw_only=True)
class Workload:
    """Requests that start together, so many times a day."""

    requests: Annotated[Count, Quantity("number")]
    """How many requests start together: 1 for a click, 100,000 for a nightly run."""
    times_a_day: Annotated[Times, Quantity("times_a_day")]
    """How often a day that happens; 0.03 is once a month."""
    independent: bool
    """Whether all requests are known up front and none needs another's answer."""
    turns: Annotated[Count | None, Quantity("turns", absent="unknown")] = None
    """How many calls a request takes, each of which needs the answer before; tokens and seconds are those of a call."""
    concurrency: Annotated[Count | None, Quantity("number", absent="unknown", limit=True)] = None
    """How many requests run at a time."""
    input_tokens: Annotated[Tokens, Quantity("tokens")]
    """Input tokens per request."""
    cached_share: Annotated[Share | None, Quantity("share", absent="unknown")] = None
    """The share of the input tokens that is read from a cache; 0 where nothing is."""
    output_tokens: Annotated[Tokens, Quantity("tokens")]
    """Output tokens of the answer to a request, typically."""
    thinking_tokens: Annotated[SomeTokens | None, Quantity("tokens", absent="unknown")] = None
    """Tokens that the model thinks before it answers, which are billed as output: 0 where it does not think."""
    longest: Annotated[Tokens | None, Quantity("tokens", absent="derived")] = None
    """Output tokens of the longest answer that may come: 1 answer in 100 is as long."""
    seconds: Annotated[Seconds | None, Quantity("duration", absent="derived")] = None
    """How long the model takes for a request at the median, where that is known better than from its tokens."""
    reader: Reader
    """Whether a person waits for the whole answer, watches it come (and reads along), or is gone."""
    partial: bool
    """Whether part of an answer is useful, and safe to show before the rest has been checked."""
    first_words: Annotated[Seconds | None, Quantity("duration", absent="unlimited")] = None
    """When the first words must be there, counted from the start; asked only where someone watches a useful part."""
    deadline: Annotated[Seconds, Quantity("duration")]
    """When the last whole answer must be there, in seconds from the start."""
    missed: Missed | None = None
    """What a missed deadline means: plain calls take over in time, it is an annoyance, or it is a loss."""
    timeout: Annotated[Seconds | None, Quantity("duration", absent="unlimited")] = None
    """After how much silence the tightest timer between user and model cuts a connection, if there is one."""
    caller_timeout: Annotated[Seconds | None, Quantity("duration", absent="unknown", limit=True)] = None
    """Within how many seconds whoever calls us must have the whole answer, or gives up; a stream does not help."""
    rate_limit: Annotated[Count, Quantity("a_minute")]
    """Requests a minute that the vendor takes from us."""
    shared_limit: bool | None = None
    """Whether live traffic needs the same rate limit."""
    webhook: bool
    """Whether we can receive a call at a public address."""
    retention: bool
    """Whether the vendor may keep the data until the results are fetched."""
    background: bool | None = None
    """Whether the vendor runs a request in the background; if not, that takes a queue and workers of our own."""
    survives: bool | None = None
    """Whether the work must survive a closed page, or a restart of whoever waits for it."""
    price_in: Annotated[Dollars, Quantity("price")]
    """Dollars per million input tokens, at list price."""
    price_out: Annotated[Dollars, Quantity("price")]
    """Dollars per million output tokens, at list price."""
    price_cached: Annotated[Dollars | None, Quantity("price", absent="derived")] = None
    """Dollars per million input tokens that are read from a cache."""


@dataclass(frozen=True, kw_only=True)
class MeasuredWorkload(Workload):
    """A workload whose times were measured. An address holds its facts, and never the times."""

    measured: Any
    """What `simulator.measured` makes of them."""


@dataclass(frozen=True)
class Declared:
    """What the declaration of a fact says."""

    kind: Kind
    choices: tuple[str, ...] = ()
    quantity: Quantity | None = None
    limit: Mapping[str, Any] | None = None
    """What its number may be, in keywords of JSON Schema."""
    optional: bool = False
    """Whether there may be none, or it may be unknown."""

    @property
    def guessed(self) -> bool:
        """Whether the model says what an unknown one usually is."""
        return self.optional and (self.quantity is None or self.quantity.absent == "unknown")

    @property
    def unlimited(self) -> bool:
        """Whether there may be none at all, so that none is more than any number."""
        return self.quantity is not None and (self.quantity.absent == "unlimited" or self.quantity.limit)


def _declared(hint: Any) -> Declared:
    optional = type(None) in get_args(hint)
    plain = next(each for each in get_args(hint) if each is not type(None)) if optional else hint
    if plain is bool:
        return Declared("flag", optional=optional)
    if get_origin(plain) is Literal:
        return Declared("choice", get_args(plain), optional=optional)
    leaves = list(_leaves(hint))
    quantity = next(each for each in leaves if isinstance(each, Quantity))
    limit = next(each for each in leaves if isinstance(each, Limit))
    kind: Kind = "duration" if quantity.unit == "duration" else "count" if int in leaves else "number"
    return Declared(kind, quantity=quantity, limit=limit.keywords, optional=quantity.absent != "")


def _leaves(hint: Any) -> Iterator[Any]:
    """The plain types in a type, and what they are annotated with."""
    inner = get_args(hint)
    if not inner:
        yield hint
    for each in inner:
        yield from _leaves(each)


DECLARED: Mapping[str, Declared] = {
    name: _declared(hint) for name, hint in get_type_hints(Workload, include_extras=True).items()
}
"""Every fact of a workload, in the order in which they are read."""
FACTS: tuple[str, ...] = tuple(DECLARED)
QUANTITIES: tuple[str, ...] = tuple(name for name, declared in DECLARED.items() if declared.quantity)
"""The facts that hold a number."""
FLAGS: tuple[str, ...] = tuple(name for name, declared in DECLARED.items() if declared.kind == "flag")
"""Those that hold yes or no."""
GUESSED: tuple[str, ...] = tuple(name for name, declared in DECLARED.items() if declared.guessed)
"""Those that may be unknown, of which the model says what they usually are."""

Fact = Annotated[str, one_of(FACTS)]
QuantityName = Annotated[str, one_of(QUANTITIES)]
FlagName = Annotated[str, one_of(FLAGS)]


def calls(workload: Workload) -> int:
    """How many calls a run makes, with every turn of every request."""
    return workload.requests * (workload.turns or 1)


def lanes(workload: Workload) -> tuple[int, int]:
    """How many requests run at a time, and how many calls follow each other in each such lane.

    All run at a time unless something limits that; requests that need each other's answers are one lane, unless it is
    said how many run at a time.
    """
    most = workload.concurrency or (workload.requests if workload.independent else 1)
    beside = min(most, workload.requests)
    return beside, ceil(workload.requests / beside) * (workload.turns or 1)


def watched(workload: Workload) -> bool:
    """Whether somebody reads a useful part while it comes."""
    return workload.reader == "watching" and workload.partial


def held_throughout(workload: Workload) -> bool:
    """Whether a person waits on one connection for the whole run, since its calls need each other's answers.

    Those of an independent run have connections of their own, and whoever wants them all need not hold any.
    """
    return workload.reader != "gone" and (not workload.independent or (workload.turns or 1) > 1)


def first_words_by(workload: Workload) -> float | None:
    """The deadline of the first words, where there is one and somebody reads them."""
    return workload.first_words if watched(workload) else None


def known(workload: Workload) -> Iterator[tuple[str, Value]]:
    """Each fact of a workload with its value, without what nobody knows, and what is not asked of it."""
    for fact, declared in DECLARED.items():
        value: Value = getattr(workload, fact)
        if fact == "first_words" and not watched(workload):
            continue
        if value is not None or (declared.quantity and declared.quantity.absent == "unlimited"):
            yield fact, value


def options(fact: str) -> tuple[Value, ...]:
    """All values of a fact without a number, in the order in which they are offered; None where it may be unknown."""
    declared = DECLARED[fact]
    unknown: tuple[Value, ...] = (None,) if declared.optional else ()
    match declared.kind:
        case "flag":
            return (*unknown, True, False)
        case "choice":
            return (*unknown, *declared.choices)
    return ()


def key(value: Value) -> str:
    """How an event names a value of a fact without a number; "" is an unknown one.

    >>> key("gone"), key(True), key(None)
    ('gone', 'yes', '')
    """
    if value is None or isinstance(value, str):
        return value or ""
    return "yes" if value else "no"


def others(fact: str, value: Value) -> tuple[Value, ...]:
    """The other values that a fact without a number can have; of an unknown one, all."""
    return tuple(each for each in options(fact) if each is not None and each != value)
