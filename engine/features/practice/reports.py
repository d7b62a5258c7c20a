"""What a learner did in Practice, for the page around the lesson; see `engine.report`, which completes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.features.practice import state
from engine.features.practice.scoring import (
    FACTS_RIGHT,
    FULL,
    GOOD,
    MOST_POINTS,
    PARTIAL,
    facts_right,
    good_enough,
    points,
)
from engine.features.practice.state import Attempt, current, question, record_of

if TYPE_CHECKING:
    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice


def open_question(own: Practice, material: Material) -> str:
    """The name of the question that is open, the same on every visit; "" where none is."""
    if own.page != "question":
        return ""
    return f"series-{own.series.seed}-{own.series.number}" if own.in_series and own.series else current(own, material)


def reports(before: Practice, after: Practice, material: Material) -> Iterator[dict[str, object]]:
    """What happened in Practice, in order."""
    if (before.records or before.series) and not (after.records or after.series) and not after.own:
        yield {"event": "restarted"}
    name = open_question(after, material)
    if not name:
        return
    asked = question(after, material)
    which = {"question": name, "title": asked.title}
    if after.given == before.given + 1:
        yield {"event": "answered", **which, **_answer(after, material)}
    elif name == open_question(before, material) and after.attempt.shown and not before.attempt.shown:
        yield {"event": "revealed", **which}
    elif name == open_question(before, material) and after.attempt.hints > before.attempt.hints:
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


def tries(own: Practice, name: str, material: Material) -> tuple[int, bool]:
    """How many different modes were tried for a scenario, on this visit and before, and whether it is settled."""
    return len(record_of(own, name).tries), name in own.records and state.is_settled(own, name, material)


def score(own: Practice, material: Material, uncredited: frozenset[str]) -> float:
    """How far the learner is, from 0 to 1: the criterion of a series met, or else the share of all points.

    Scenarios in `uncredited` earn none.
    """
    own = own.own or own
    if own.met:
        return 1.0
    earned = sum(
        points(record, material.scenarios[name])
        for name, record in own.records.items()
        if name in material.scenarios and name not in uncredited
    )
    return _rounded(earned / (len(material.scenarios) * MOST_POINTS))


def _answer(own: Practice, material: Material) -> dict[str, object]:
    attempt, scenario = own.attempt, question(own, material).scenario
    series = own.series
    found: dict[str, object] = {}
    if scenario:
        found |= {"scenario": own.scenario, "objectives": list(scenario.objectives)}
        worth = points(own.records[own.scenario], scenario)
    else:
        found |= {"seed": series.seed, "number": series.number} if series else {}
        worth = _worth(attempt)
    return found | {
        "mode": attempt.mode,
        "verdict": attempt.verdict,
        "firstTry": attempt.first and not attempt.repeat,
        "factsRight": facts_right(attempt.marks, attempt.deciding, attempt.also),
        **({"sure": attempt.sure} if attempt.sure else {}),
        "success": attempt.verdict != "" and good_enough(attempt.verdict),
        "score": _rounded(worth / MOST_POINTS),
    }


def _worth(attempt: Attempt) -> int:
    """What the answer to a new case is worth, by the rules for scenarios."""
    facts = FACTS_RIGHT if attempt.first and facts_right(attempt.marks, attempt.deciding, attempt.also) else 0
    if attempt.verdict == "" or not good_enough(attempt.verdict):
        return facts
    return facts + (FULL if attempt.first and attempt.verdict == "best" else PARTIAL)


def _rounded(share: float) -> float:
    return round(share, 3)
