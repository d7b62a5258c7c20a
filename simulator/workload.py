"""What a learner can know of a workload before choosing a mode: the typed shape of one, wherever content has one."""

from dataclasses import dataclass
from typing import Literal, get_args

from engine.content.limits import (
    Count,
    Dollars,
    Seconds,
    Times,
    Tokens,
)

Reader = Literal["waiting", "watching", "gone"]
Fact = Literal[
    "requests",
    "times_a_day",
    "independent",
    "input_tokens",
    "output_tokens",
    "seconds",
    "reader",
    "partial",
    "deadline",
    "timeout",
    "rate_limit",
    "webhook",
    "retention",
    "price_in",
    "price_out",
]
"""The names of a workload's fields: what can decide, and what can tip a decision."""
FACTS: tuple[Fact, ...] = get_args(Fact)


@dataclass(frozen=True)
class Workload:
    """Requests that start together, so many times a day."""

    requests: Count
    """How many requests start together: 1 for a click, 100,000 for a nightly run."""
    times_a_day: Times
    """How often a day that happens; 0.03 is once a month."""
    independent: bool
    """Whether all requests are known up front and none needs another's answer."""
    input_tokens: Tokens
    """Tokens in, a request."""
    output_tokens: Tokens
    """Tokens out, a request."""
    reader: Reader
    """Whether a person waits for the whole answer, watches it come (and reads along), or is gone."""
    partial: bool
    """Whether part of an answer is useful, and safe to show before the rest has been checked."""
    deadline: Seconds
    """When the last answer must be there, counted from the start; for who watches a useful part, its first words."""
    rate_limit: Count
    """Requests a minute that the vendor takes from us."""
    webhook: bool
    """Whether we can receive a call at a public address."""
    retention: bool
    """Whether the vendor may keep the data until the results are fetched."""
    price_in: Dollars
    """Dollars for a million tokens in, at list price."""
    price_out: Dollars
    """Dollars for a million tokens out, at list price."""
    timeout: Seconds | None = None
    """After how much silence the tightest timer between user and model cuts a connection, if there is one."""
    seconds: Seconds | None = None
    """How long the model takes for a request at the median, where that is known better than from its tokens."""
