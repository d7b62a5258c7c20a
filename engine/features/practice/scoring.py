"""Answers and what they are worth: judging, credit, progress by objective, and the criterion of a series.

Credit is counted in points, so that it needs no fractions. The rules, all of them:

- the best mode at the first try earns 2 points, and at a later one 1;
- a defensible mode earns 1, whenever it is chosen, and ends the scenario as the best one does;
- the facts that decided, marked at the first try and none beside them, earn 1, whatever the mode;
- hints cost nothing, and what is answered after the answer was shown earns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args
from zlib import crc32

from engine.content.codes import MODE, SCENARIO, code
from engine.features.practice.verdict import Objective, Verdict, best
from simulator.workload import FACTS, Fact

if TYPE_CHECKING:
    from engine.content.practice_content import Scenario

State = Literal["right", "wrong", "missed", "also", "plain"]
"""What an answer makes of a fact: rightly marked, wrongly marked, wrongly not marked, deciding beside those that were
rightly marked, or none of these."""
OBJECTIVES: tuple[Objective, ...] = get_args(Objective)

FULL, PART, FACTS_RIGHT = 2, 1, 1
MOST_MARKS = 2
"""How many facts a learner marks at most."""


@dataclass(frozen=True)
class Record:
    """What a learner did with a scenario."""

    tries: tuple[str, ...] = ()
    """The modes chosen, in order, none twice, until one was good enough."""
    marks: tuple[Fact, ...] = ()
    """The facts marked at the first try."""
    shown: bool = False
    """Whether the answer was shown."""


@dataclass(frozen=True)
class Score:
    """Points earned, of those that could have been."""

    points: int = 0
    possible: int = 0

    @property
    def share(self) -> float:
        """The part of the possible points, from 0 to 1."""
        return self.points / self.possible if self.possible else 0.0


def good_enough(verdict: Verdict) -> bool:
    """Whether an answer ends a scenario."""
    return verdict != "poor"


def facts_right(marks: Iterable[Fact], deciding: Iterable[Fact]) -> bool:
    """Whether something was marked, and nothing that did not decide."""
    marked = set(marks)
    return bool(marked) and marked <= set(deciding)


def state_of(fact: Fact, marks: Iterable[Fact], deciding: Iterable[Fact], over: bool) -> State:
    """How a fact was judged; deciding ones that are not marked are told when nothing is left to find out.

    They are missed only where the marks earn nothing, since some of those that decide are enough.
    """
    if fact in marks:
        return "right" if fact in deciding else "wrong"
    if not over or fact not in deciding:
        return "plain"
    return "also" if facts_right(marks, deciding) else "missed"


def tried(record: Record, mode: str, marks: tuple[Fact, ...], scenario: Scenario) -> Record:
    """The record after an answer; a scenario that is settled stays as it is."""
    if settled(record, scenario):
        return record
    tries = record.tries if mode in record.tries else (*record.tries, mode)
    return Record(tries, record.marks if record.tries else marks)


def settled(record: Record, scenario: Scenario) -> bool:
    """Whether nothing is left to find out: a good answer was given, or the answer was shown."""
    return record.shown or any(good_enough(scenario.choices[mode].verdict) for mode in record.tries)


def first_time(record: Record, scenario: Scenario) -> bool:
    """Whether the best mode was chosen at the first try."""
    return bool(record.tries) and record.tries[0] == best(scenario)


def points(record: Record, scenario: Scenario) -> int:
    """What a record is worth, by the rules above."""
    good = any(good_enough(scenario.choices[mode].verdict) for mode in record.tries)
    mode = FULL if first_time(record, scenario) else PART if good else 0
    return mode + (FACTS_RIGHT if record.tries and facts_right(record.marks, scenario.facts) else 0)


def scores(records: Mapping[str, Record], scenarios: Mapping[str, Scenario]) -> dict[Objective, Score]:
    """Points by objective over the scenarios that are settled; one counts for each of its objectives."""
    found = {}
    for objective in OBJECTIVES:
        done = [
            (record, scenarios[name])
            for name, record in records.items()
            if objective in scenarios[name].objectives and settled(record, scenarios[name])
        ]
        found[objective] = Score(sum(points(*each) for each in done), len(done) * (FULL + FACTS_RIGHT))
    return found


def strongest(found: Mapping[Objective, Score]) -> Objective | None:
    """The objective with the largest share of its points, if any has been earned."""
    known: list[Objective] = [each for each, score in found.items() if score.points]
    return max(known, key=lambda each: found[each].share, default=None)


def weakest(found: Mapping[Objective, Score]) -> Objective | None:
    """The objective with the smallest share of its points, unless all have been earned."""
    known: list[Objective] = [each for each, score in found.items() if score.points < score.possible]
    return min(known, key=lambda each: found[each].share, default=None)


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
"""How an answer of a series is written down: best or defensible with the facts named correctly, or not so."""


def written(records: Mapping[str, Record]) -> str:
    """Records as a short text for an address, a few letters for each scenario that was tried.

    Scenarios and modes are known by checksums of their names, so that others may be added, removed and moved.
    """
    return ".".join(
        code(name, SCENARIO)
        + "".join(code(mode, MODE) for mode in record.tries)
        + "".join(chr(ord("A") + FACTS.index(fact)) for fact in record.marks)
        + SHOWN * record.shown
        for name, record in records.items()
        if record.tries or record.shown
    )


def read(text: str, scenarios: Mapping[str, Scenario]) -> tuple[dict[str, Record], list[str]]:
    """The records in a text, and its parts that mean nothing: a scenario that is gone, letters that are none."""
    names = {code(name, SCENARIO): name for name in scenarios}
    records: dict[str, Record] = {}
    wrong = []
    for part in filter(None, text.split(".")):
        name = names.get(part[:SCENARIO], "")
        record = _record(part[SCENARIO:], scenarios[name]) if name else None
        if record:
            records[name] = record
        else:
            wrong.append(part)
    return {name: records[name] for name in scenarios if name in records}, wrong


def by_scenario(text: str) -> dict[str, str]:
    """The parts of such a text, each with the letters of its scenario.

    >>> by_scenario("ex5siA~.kk4siA")
    {'ex5': 'ex5siA~', 'kk4': 'kk4siA'}
    """
    return {part[:SCENARIO]: part for part in filter(None, text.split("."))}


SHOWN = "~"
"""Says that the answer was shown."""
_ANSWER = re.compile(f"((?:[0-9a-z]{{{MODE}}})*)([A-Z]{{0,{MOST_MARKS}}})({SHOWN}?)")
"""What stands after a scenario's own letters."""


def is_answer(part: str) -> bool:
    """Whether a part of such a text could be an answer, to a scenario that may not be here."""
    return bool(re.fullmatch(f"[0-9a-z]{{{SCENARIO}}}", part[:SCENARIO]) and _ANSWER.fullmatch(part[SCENARIO:]))


def _record(text: str, scenario: Scenario) -> Record | None:
    """What the letters after a scenario's own say; None where they say nothing."""
    found = _ANSWER.fullmatch(text)
    if not found or not (found[1] or found[3]):
        return None
    modes = {code(mode, MODE): mode for mode in scenario.choices}
    tries = [modes.get(found[1][at : at + MODE]) for at in range(0, len(found[1]), MODE)]
    marks = tuple(fact for fact in FACTS if chr(ord("A") + FACTS.index(fact)) in found[2])
    record = Record()
    for mode in tries:
        if mode is None:
            return None
        record = tried(record, mode, marks, scenario)
    return Record(record.tries, record.marks, bool(found[3]))
