"""What a learner did at the desk, for the page around the lesson; see `engine.report`, which completes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.features.practice.scoring import (
    FACTS_RIGHT,
    FULL,
    GOOD,
    PART,
    Record,
    facts_right,
    good_enough,
    points,
    settled,
)
from engine.features.practice.state import Attempt, at, question

if TYPE_CHECKING:
    from engine.content.practice_content import Workshop
    from engine.features.practice.state import Practice


def open_question(own: Practice, workshop: Workshop) -> str:
    """The name of the question that is open, the same on every visit; "" where none is."""
    if own.page != "question":
        return ""
    return f"series-{own.series.seed}-{own.series.number}" if own.drawn and own.series else at(own, workshop)


def practised(before: Practice, after: Practice, workshop: Workshop) -> Iterator[dict[str, object]]:
    """What happened in Practice, in order."""
    if (before.records or before.series) and not (after.records or after.series) and not after.mine:
        yield {"event": "restarted"}
    name = open_question(after, workshop)
    if not name:
        return
    asked = question(after, workshop)
    which = {"question": name, "title": asked.title}
    if after.given == before.given + 1:
        yield {"event": "answered", **which, **_answer(after, workshop)}
    elif name == open_question(before, workshop) and after.attempt.shown and not before.attempt.shown:
        yield {"event": "revealed", **which}
    elif name == open_question(before, workshop) and after.attempt.hints > before.attempt.hints:
        yield {"event": "hint", **which, "number": after.attempt.hints}
    series = after.series
    if series and before.series and series.row and series.row != before.series.row:
        right = series.row.count(GOOD)
        yield {
            "event": "series",
            "seed": series.seed,
            "answered": len(series.row),
            "right": right,
            "score": _rounded(right / len(series.row)),
            "met": after.met,
        }


def tries(own: Practice, name: str) -> int:
    """How many different modes were tried for a scenario, on this visit and before."""
    return len(own.records.get(name, Record()).tries)


def is_settled(own: Practice, name: str, workshop: Workshop) -> bool:
    """Whether a scenario is settled."""
    return name in own.records and settled(own.records[name], workshop.scenarios[name])


def score(own: Practice, workshop: Workshop, uncredited: frozenset[str]) -> float:
    """How far the learner is, from 0 to 1: the criterion of a series met, or else the share of all points.

    Scenarios in `uncredited` earn none.
    """
    own = own.mine or own
    if own.met:
        return 1.0
    earned = sum(
        points(record, workshop.scenarios[name])
        for name, record in own.records.items()
        if name in workshop.scenarios and name not in uncredited
    )
    return _rounded(earned / (len(workshop.scenarios) * (FULL + FACTS_RIGHT)))


def _answer(own: Practice, workshop: Workshop) -> dict[str, object]:
    attempt, scenario = own.attempt, question(own, workshop).scenario
    series = own.series
    told: dict[str, object] = {}
    if scenario:
        told |= {"scenario": own.at, "objectives": list(scenario.objectives)}
        worth = points(own.records[own.at], scenario)
    else:
        told |= {"seed": series.seed, "number": series.number} if series else {}
        worth = _worth(attempt)
    right = facts_right(attempt.marks, attempt.deciding)
    return told | {
        "mode": attempt.mode,
        "verdict": attempt.verdict,
        "firstTry": attempt.first,
        "factsRight": right,
        "success": attempt.verdict != "" and good_enough(attempt.verdict),
        "score": _rounded(worth / (FULL + FACTS_RIGHT)),
    }


def _worth(attempt: Attempt) -> int:
    """What the answer to a new workload is worth, by the rules for scenarios."""
    facts = FACTS_RIGHT if attempt.first and facts_right(attempt.marks, attempt.deciding) else 0
    if attempt.verdict == "" or not good_enough(attempt.verdict):
        return facts
    return facts + (FULL if attempt.first and attempt.verdict == "best" else PART)


def _rounded(share: float) -> float:
    return round(share, 3)
