"""What novel workloads are made of: the typed shape of templates.yaml, from which `generator` makes a series."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from engine.content.limits import (
    Count,
    Dollars,
    Identifier,
    Label,
    Paragraph,
    Seconds,
    Times,
    Tokens,
    above_zero,
    entries,
)
from simulator.workload import Reader, Workload

Quantity = Literal[
    "requests",
    "times_a_day",
    "input_tokens",
    "output_tokens",
    "seconds",
    "deadline",
    "timeout",
    "rate_limit",
    "price_in",
    "price_out",
]
"""The fields of a workload that hold a number."""
Condition = Literal["independent", "partial", "webhook", "retention"]
"""Those that hold yes or no."""

Amount = Annotated[float, above_zero(100_000_000)]


@dataclass(frozen=True, eq=False)
class Between:
    """Any number from one to another, small ones as likely as large ones (on a logarithmic scale)."""

    from_: Amount
    """The least."""
    to: Amount
    """The most."""


@dataclass(frozen=True, eq=False)
class Change:
    """Facts that change together; what is left out stays as it is."""

    requests: Count | None = None
    """How many start together."""
    times_a_day: Times | None = None
    """How often a day."""
    independent: bool | None = None
    """Whether all are known up front and independent."""
    input_tokens: Tokens | None = None
    """Tokens in, a request."""
    output_tokens: Tokens | None = None
    """Tokens out, a request."""
    seconds: Seconds | None = None
    """How long the model takes."""
    reader: Reader | None = None
    """Who reads the answer."""
    partial: bool | None = None
    """Whether part of an answer is useful and safe."""
    deadline: Seconds | None = None
    """When the last answer must be there."""
    timeout: Seconds | None = None
    """The tightest timer on the path."""
    rate_limit: Count | None = None
    """Requests a minute."""
    webhook: bool | None = None
    """Whether we can receive a call."""
    retention: bool | None = None
    """Whether the vendor may keep the data."""
    price_in: Dollars | None = None
    """Dollars for a million tokens in."""
    price_out: Dollars | None = None
    """Dollars for a million tokens out."""


@dataclass(frozen=True, eq=False)
class Template:
    """A kind of workload, and how one differs from the next; every combination must be plausible."""

    title: Label
    """What the workloads are called; it must not give the mode away."""
    situations: Annotated[tuple[Paragraph, ...], entries(2, 4)]
    """Ways to tell it, without a number: each must hold for every workload that the template allows."""
    workload: Workload
    """A typical one; whatever does not vary is as it is here."""
    together: Mapping[Identifier, Annotated[tuple[Change, ...], entries(2, 10)]] | None = None
    """Facts that vary only together, such as the two prices: one of each list; what stands twice is twice as likely."""
    between: Mapping[Quantity, Between] | None = None
    """Numbers that lie anywhere in a range, to two figures."""
    among: Mapping[Quantity, Annotated[tuple[Amount, ...], entries(2, 10)]] | None = None
    """Numbers that are one of a few."""
    either: Annotated[tuple[Condition, ...], entries(0, 4)] = ()
    """What may be so or not, each as often."""
