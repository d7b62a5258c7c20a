"""Answers as a short text, for addresses and for what the device stores.

Scenarios and modes are known by checksums of their names, so that others may be added, removed and moved. A fact is
known by its place among the lesson's facts, so that new facts are added at the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from engine.content.codes import MODE, SCENARIO, code
from engine.features.practice.scoring import MOST_MARKS, Record, with_try

if TYPE_CHECKING:
    from engine.features.practice.content import Scenario
    from engine.features.practice.material import Material

SHOWN = "~"
"""Says that the answer was shown."""
SURE = "-"
"""Stands before how sure the learner was."""
_ANSWER = re.compile(f"((?:[0-9a-z]{{{MODE}}})*)([A-Z]{{0,{MOST_MARKS}}})(?:{SURE}([1-3]))?({SHOWN}?)")
"""What stands after a scenario's own letters."""


def encode(records: Mapping[str, Record], facts: tuple[str, ...]) -> str:
    """Records as a short text, a few letters for each scenario that was tried."""
    return ".".join(
        code(name, SCENARIO)
        + "".join(code(mode, MODE) for mode in record.tries)
        + "".join(fact_letter(fact, facts) for fact in record.marks)
        + (f"{SURE}{record.sure}" if record.sure and record.tries else "")
        + SHOWN * record.shown
        for name, record in records.items()
        if record.tries or record.shown
    )


def decode(text: str, material: Material) -> tuple[dict[str, Record], list[str]]:
    """The records in a text, and what in it means nothing: a scenario that is gone, letters that are none."""
    names = {code(name, SCENARIO): name for name in material.scenarios}
    records: dict[str, Record] = {}
    unknown = []
    for answer in filter(None, text.split(".")):
        name = names.get(answer[:SCENARIO], "")
        record = _record(answer[SCENARIO:], material.scenarios[name], material.facts) if name else None
        if record:
            records[name] = record
        else:
            unknown.append(answer)
    return {name: records[name] for name in material.scenarios if name in records}, unknown


def by_scenario(text: str) -> dict[str, str]:
    """The answers in such a text, each with the letters of its scenario.

    >>> by_scenario("ex5siA~.kk4siA")
    {'ex5': 'ex5siA~', 'kk4': 'kk4siA'}
    """
    return {answer[:SCENARIO]: answer for answer in filter(None, text.split("."))}


def is_answer(text: str) -> bool:
    """Whether a text could be an answer, to a scenario that may not be here."""
    return bool(re.fullmatch(f"[0-9a-z]{{{SCENARIO}}}", text[:SCENARIO]) and _ANSWER.fullmatch(text[SCENARIO:]))


def _record(text: str, scenario: Scenario, facts: tuple[str, ...]) -> Record | None:
    """What the letters after a scenario's own say; None where they say nothing."""
    found = _ANSWER.fullmatch(text)
    if not found or not (found[1] or found[4]):
        return None
    modes = {code(mode, MODE): mode for mode in scenario.choices}
    tries = [modes.get(found[1][at : at + MODE]) for at in range(0, len(found[1]), MODE)]
    marks = tuple(fact for fact in facts if fact_letter(fact, facts) in found[2])
    record = Record()
    for mode in tries:
        if mode is None:
            return None
        record = with_try(record, mode, marks, scenario, int(found[3] or 0))
    return Record(record.tries, record.marks, bool(found[4]), record.sure)


def fact_letter(fact: str, facts: tuple[str, ...]) -> str:
    """The letter of a fact: its place among the lesson's facts."""
    return chr(ord("A") + facts.index(fact))
