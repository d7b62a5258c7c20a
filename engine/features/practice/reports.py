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
from engine.features.race.state import scenario_of

if TYPE_CHECKING:
    from engine.content.practice_content import Workshop
    from engine.features.practice.state import Practice
    from engine.features.race.state import Race


def open_question(part: Practice, workshop: Workshop) -> str:
    """The name of the question that is open, the same on every visit; "" where none is."""
    if part.page != "question":
        return ""
    return f"series-{part.series.seed}-{part.series.number}" if part.drawn and part.series else at(part, workshop)


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


def racing(part: Race, workshop: Workshop) -> dict[str, object]:
    """Which workload races; of a learner's own only that it is one."""
    scenario = scenario_of(part, workshop)
    return {"scenario": scenario, "title": workshop.scenarios[scenario].title} if scenario else {"own": True}


def tries(part: Practice, name: str) -> int:
    """How many different modes were tried for a scenario, on this visit and before."""
    return len(part.records.get(name, Record()).tries)


def is_settled(part: Practice, name: str, workshop: Workshop) -> bool:
    """Whether a scenario is settled."""
    return name in part.records and settled(part.records[name], workshop.scenarios[name])


def score(part: Practice, workshop: Workshop, uncredited: frozenset[str]) -> float:
    """How far the learner is, from 0 to 1: the criterion of a series met, or else the share of all points.

    Scenarios in `uncredited` earn none.
    """
    part = part.mine or part
    if part.met:
        return 1.0
    earned = sum(
        points(record, workshop.scenarios[name])
        for name, record in part.records.items()
        if name in workshop.scenarios and name not in uncredited
    )
    return _rounded(earned / (len(workshop.scenarios) * (FULL + FACTS_RIGHT)))


def _answer(part: Practice, workshop: Workshop) -> dict[str, object]:
    attempt, scenario = part.attempt, question(part, workshop).scenario
    series = part.series
    told: dict[str, object] = {}
    if scenario:
        told |= {"scenario": part.at, "objectives": list(scenario.objectives)}
        worth = points(part.records[part.at], scenario)
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
