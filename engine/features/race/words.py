"""The words of Race: the section `race` of workshop.yaml."""

from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import (
    Label,
    Line,
    Seconds,
    Short,
    Symbol,
    Term,
    Word,
    entries,
)

Phrase = Label
Sentence = Line


@dataclass(frozen=True, eq=False)
class ClientNames:
    """What a mode's client does; shown in the lanes and explained in the key."""

    blocked: Term
    """It waits and can do nothing else."""
    holding: Term
    """It holds a connection, and takes what comes."""
    free: Term
    """It can do other things."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """The openings of the sentence that says how the race went; names and numbers follow each."""

    at: Phrase
    """Before where the clock stands; then what each mode's client does."""
    shows: Phrase
    """Before the mode whose first useful output comes first."""
    finishes: Phrase
    """Before the mode that is done first."""
    last: Phrase
    """Before the mode that is done last."""
    over: Phrase
    """Before the number of days; then the median and the tail of each mode."""
    after: Phrase
    """Between a mode and a time."""
    least: Phrase
    """Before the mode that costs least."""
    untroubled: Phrase
    """When no timer cuts a connection and everything is there before the deadline."""
    cut: Phrase
    """Before the modes whose connection a timer cuts."""
    late: Phrase
    """Before the modes that come after the deadline."""
    expired: Phrase
    """Before the modes whose work expires undone."""


@dataclass(frozen=True, eq=False)
class RaceTable:
    """The table that holds the race's numbers."""

    caption: Phrase
    """What it holds."""
    first: Phrase
    """Column: the first useful output."""
    done: Phrase
    """Column: the last answer."""
    in_flight: Phrase
    """Column: requests that are under way at once."""
    retries: Phrase
    """Column: attempts that the rate limit turned away."""
    cut: Phrase
    """Column: the share of requests whose connection a timer cuts."""
    late: Phrase
    """Column: the share of days on which the deadline is missed."""
    percent: Symbol
    """After a share."""
    never: Short
    """Where something does not happen."""


@dataclass(frozen=True, eq=False)
class RaceWords:
    """The words of Race."""

    heading: Phrase
    """Its heading."""
    workload: Term
    """Before the choice of a scenario."""
    yours: Phrase
    """What that choice says when the learner's own workload races."""
    facts: Phrase
    """Above the workload's facts."""
    play: Term
    """Starts the clock."""
    pause: Term
    """Stops it."""
    another: Phrase
    """Draws another day."""
    day: Short
    """Before the number of the day."""
    many: Short
    """After the number of days that are shown instead of one."""
    clock: Term
    """The name of the control that sets the clock."""
    lanes: Phrase
    """The name of the picture, for whoever hears the page."""
    key: Phrase
    """The name of the list of signs that the picture uses."""
    client: ClientNames
    """What a mode's client does."""
    key_first: Phrase
    """The key to the mark of the first useful output."""
    key_done: Phrase
    """The key to the mark of the last answer."""
    median: Term
    """Before the median of all days."""
    p95: Short
    """Before their 95th percentile."""
    p99: Short
    """Before their 99th percentile."""
    tail: Phrase
    """The key to the thin line that shows the median and the tail."""
    histogram: Phrase
    """The key to the histogram."""
    first: Word
    """Before the time of the first useful output."""
    done: Word
    """Before the time of the last answer."""
    cut: Word
    """Before the time at which a timer cuts a connection."""
    expired: Word
    """Before the time at which work expires undone."""
    late: Term
    """The word for what is not there at the deadline."""
    deadline: Term
    """Before the deadline, at its line."""
    deadline_first: Phrase
    """The same where the deadline is for the first words."""
    timeout: Term
    """Before the tightest idle timer, at its line."""
    a_day: Term
    """After a cost."""
    outcome: Outcome
    """The sentence that says how the race went."""
    table: RaceTable
    """The table that holds the numbers."""
    basis: Sentence
    """What the numbers rest on."""
    ticks: Annotated[tuple[Seconds, ...], entries(4, 12)]
    """What the axis names, in seconds; it starts at the first, or earlier where something ends near to it."""
    reach: Seconds
    """How far the axis reaches at least, in seconds."""
