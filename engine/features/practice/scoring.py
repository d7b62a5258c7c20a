"""What answers earn: points, progress by objective, and the criterion of a series.

Credit is counted in points, so that it needs no fractions. The rules, all of them:

- the best mode at the first try earns 2 points, and at a later one 1;
- a defensible mode earns 1, whenever it is chosen, and ends the scenario as the best one does;
- the facts that decided, marked at the first try and none beside them, earn 1, whatever the mode;
- hints cost nothing, and what is answered after the answer was shown earns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from zlib import crc32

if TYPE_CHECKING:
    from engine.features.practice.content import Scenario
    from engine.features.practice.subject import Verdict

FactState = Literal["right", "wrong", "missed", "also", "plain"]
"""What an answer makes of a fact: rightly marked, wrongly marked, wrongly not marked, deciding or turning the decision
beside those that were rightly marked, or none of these."""
Outcome = Literal["best", "defensible", "later", "shown"]
"""How a scenario went: the best mode at the first try, a defensible one at the first try, a good one at a later try, or
the answer was shown."""
LEVELS = (1, 2, 3)
"""How sure a learner can be; 0 is not said."""

FULL, PARTIAL, FACTS_RIGHT = 2, 1, 1
MOST_POINTS = FULL + FACTS_RIGHT
"""What an answer can earn."""
MOST_MARKS = 2
"""How many facts a learner marks at most."""


@dataclass(frozen=True)
class Record:
    """What a learner did with a scenario."""

    tries: tuple[str, ...] = ()
    """The modes chosen, in order, none twice, until one was good enough."""
    marks: tuple[str, ...] = ()
    """The facts marked at the first try."""
    shown: bool = False
    """Whether the answer was shown."""
    sure: int = 0
    """How sure the learner was at the first try, of `LEVELS`; 0 where that was not said."""


@dataclass(frozen=True)
class Score:
    """Points earned, of those that could have been."""

    points: int = 0
    possible: int = 0

    @property
    def share(self) -> float:
        """The share of the possible points, from 0 to 1."""
        return self.points / self.possible if self.possible else 0.0


def best(scenario: Scenario) -> str:
    """The mode that fits a scenario best, by its file's name."""
    return next(mode for mode, choice in scenario.choices.items() if choice.verdict == "best")


def good_enough(verdict: Verdict) -> bool:
    """Whether an answer ends a scenario."""
    return verdict != "poor"


def facts_right(marks: Iterable[str], deciding: Iterable[str], also: Iterable[str] = ()) -> bool:
    """Whether something that decides was marked, and nothing that neither decides nor turns the decision as well."""
    marked, few = set(marks), set(deciding)
    return bool(marked & few) and marked <= few | set(also)


def state_of(
    fact: str, marks: Iterable[str], deciding: Iterable[str], over: bool, also: Iterable[str] = ()
) -> FactState:
    """How a fact was judged. Deciding ones that are not marked show only once nothing is left to find out.

    They are missed only where the marks earn nothing, since some of those that decide are enough.
    """
    if fact in marks:
        return "right" if fact in deciding else "also" if fact in also else "wrong"
    if not over or fact not in deciding:
        return "plain"
    return "also" if facts_right(marks, deciding, also) else "missed"


def with_try(record: Record, mode: str, marks: tuple[str, ...], scenario: Scenario, sure: int = 0) -> Record:
    """The record after an answer; a scenario that is settled stays as it is."""
    if settled(record, scenario):
        return record
    tries = record.tries if mode in record.tries else (*record.tries, mode)
    first = not record.tries
    return Record(tries, marks if first else record.marks, sure=sure if first else record.sure)


def settled(record: Record, scenario: Scenario) -> bool:
    """Whether nothing is left to find out: a good answer was given, or the answer was shown."""
    return record.shown or any(good_enough(scenario.choices[mode].verdict) for mode in record.tries)


def first_time(record: Record, scenario: Scenario) -> bool:
    """Whether the best mode was chosen at the first try."""
    return bool(record.tries) and record.tries[0] == best(scenario)


def right(record: Record, scenario: Scenario) -> bool:
    """Whether the first answer was right: a best or defensible mode, and the facts that decide."""
    good = bool(record.tries) and good_enough(scenario.choices[record.tries[0]].verdict)
    return good and facts_right(record.marks, scenario.facts)


def outcome(record: Record, scenario: Scenario) -> Outcome | None:
    """How a scenario went; None where it is not settled."""
    if not settled(record, scenario):
        return None
    if record.shown:
        return "shown"
    first = scenario.choices[record.tries[0]].verdict
    return "later" if first == "poor" else first


def missed(record: Record, scenario: Scenario) -> bool:
    """Whether a scenario is worth a second look: it was answered poorly at first, or its answer was shown."""
    return outcome(record, scenario) in ("later", "shown")


def points(record: Record, scenario: Scenario) -> int:
    """What a record is worth, by the rules above."""
    good = any(good_enough(scenario.choices[mode].verdict) for mode in record.tries)
    mode = FULL if first_time(record, scenario) else PARTIAL if good else 0
    return mode + (FACTS_RIGHT if record.tries and facts_right(record.marks, scenario.facts) else 0)


def scores(
    records: Mapping[str, Record], scenarios: Mapping[str, Scenario], objectives: Iterable[str]
) -> dict[str, Score]:
    """Points by objective over the scenarios that are settled; one counts for each of its objectives."""
    found = {}
    for objective in objectives:
        done = [
            (record, scenarios[name])
            for name, record in records.items()
            if objective in scenarios[name].objectives and settled(record, scenarios[name])
        ]
        found[objective] = Score(sum(points(*each) for each in done), len(done) * MOST_POINTS)
    return found


def strongest(found: Mapping[str, Score]) -> str | None:
    """The objective with the largest share of its points, if any has been earned."""
    known = [objective for objective, score in found.items() if score.points]
    return max(known, key=lambda objective: found[objective].share, default=None)


def weakest(found: Mapping[str, Score]) -> str | None:
    """The objective with the smallest share of its points, unless all have been earned."""
    known = [objective for objective, score in found.items() if score.points < score.possible]
    return min(known, key=lambda objective: found[objective].share, default=None)


def shuffled(names: Iterable[str], seed: int) -> tuple[str, ...]:
    """Names in an order that depends on nothing but the seed; 0 leaves them as they are.

    Sorted by a checksum, so that a name that is added later moves no other.
    """
    return tuple(sorted(names, key=lambda name: crc32(f"{seed} {name}".encode()))) if seed else tuple(names)


def met(row: str, length: int, needed: int) -> bool:
    """Whether some `length` answers in a row hold at least `needed` good ones; `row` has a letter for each answer.

    >>> met(GOOD * 7 + BAD * 2 + GOOD, 10, 8), met(BAD + GOOD * 8 + BAD, 10, 8)
    (True, True)
    """
    return any(row[end - length : end].count(GOOD) >= needed for end in range(length, len(row) + 1))


GOOD, BAD = "g", "b"
"""How an answer of a series is stored: best or defensible with the right facts, or not so."""
