"""The words in which the facts of a workload are read: the section `facts` of workshop.yaml."""

from dataclasses import dataclass

from engine.content.limits import (
    Label,
    Short,
    Symbol,
    Term,
    Word,
)

Phrase = Label


@dataclass(frozen=True, eq=False)
class FactNames:
    """What each fact of a workload is called, before its value."""

    requests: Phrase
    """How many requests start together."""
    times_a_day: Phrase
    """How often that happens."""
    independent: Phrase
    """Whether all are known up front and none needs another's answer."""
    input_tokens: Phrase
    """Tokens in, a request."""
    output_tokens: Phrase
    """Tokens out, a request."""
    seconds: Phrase
    """How long the model takes for a request at the median."""
    reader: Phrase
    """Whether a person waits."""
    partial: Phrase
    """Whether part of an answer is useful and safe to show."""
    deadline: Phrase
    """When the last answer must be there, or the first words."""
    timeout: Phrase
    """The tightest idle timer on the path."""
    rate_limit: Phrase
    """Requests a minute that the vendor takes."""
    webhook: Phrase
    """Whether we can receive a call."""
    retention: Phrase
    """Whether the vendor may keep the data."""
    price_in: Phrase
    """The price of tokens in."""
    price_out: Phrase
    """The price of tokens out."""


@dataclass(frozen=True, eq=False)
class ReaderNames:
    """What the person at the other end does."""

    waiting: Phrase
    """Waits for the whole answer."""
    watching: Phrase
    """Watches it come."""
    gone: Phrase
    """Is not there."""


@dataclass(frozen=True, eq=False)
class FactWords:
    """The words in which facts are read."""

    names: FactNames
    """What each fact is called."""
    readers: ReaderNames
    """What the person at the other end does."""
    affirmed: Short
    """A fact that is so."""
    denied: Short
    """A fact that is not so."""
    none: Short
    """Where there is no timer."""
    a_day: Term
    """After how many times a day."""
    every: Short
    """Before the number of days after which it happens again."""
    a_minute: Term
    """After a number of requests."""
    tokens: Term
    """After a number of tokens."""
    dollar: Symbol
    """Before an amount of money."""
    a_million: Word
    """After the price of a million tokens."""
