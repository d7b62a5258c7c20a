"""Which facts of a workload a learner begins with: a few that matter, chosen without asking the model.

What would flip the advice takes a search (`flips`); a question must be there at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from simulator.workload import FACTS, known

if TYPE_CHECKING:
    from simulator.workload import Workload

MOST_CARDS = 5
"""How many facts a learner begins with, at most."""
BESIDES = 2
"""How many facts stand beside those that decide, as far as there is room."""
ONE = ("first_words", "deadline", "output_tokens", "seconds", "timeout", "reader", "partial", "retention", "webhook")
"""What matters where requests come one at a time, the most telling first."""
MANY = ("deadline", "requests", "reader", "independent", "output_tokens", "retention", "times_a_day", "rate_limit")
"""What matters where many start together."""


def cards(workload: Workload, wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """The facts that a learner begins with: the `wanted` ones, and others that matter, as they are read."""
    facts = {fact for fact, value in known(workload) if value is not None}
    chosen = [fact for fact in dict.fromkeys(wanted) if fact in facts][:MOST_CARDS]
    most = min(max(len(chosen) + BESIDES, MOST_CARDS - 1), MOST_CARDS) if chosen else MOST_CARDS
    chosen += [fact for fact in dict.fromkeys(_telling(workload)) if fact in facts and fact not in chosen]
    return tuple(fact for fact in FACTS if fact in chosen[:most])


def _telling(workload: Workload) -> Iterator[str]:
    """All facts, the most telling first: what a vendor or a reader forbids, then what usually matters."""
    one = workload.requests == 1
    if not workload.retention:
        yield "retention"
    if workload.survives:
        yield "survives"
    if not workload.independent and not one:
        yield "independent"
    for fact in ONE if one else MANY:
        # The time of the model is known instead of the length, or beside it.
        if fact != "output_tokens" or workload.seconds is None or not one:
            yield fact
    yield from FACTS
