"""Reports in the words of SPLICE, by which Runestone, PreTeXt and others keep a score and a state.

The protocol: https://cssplice.org/slcp/iframe-protocol-specification.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from engine.state import present
from engine.untrusted_json import read_json

if TYPE_CHECKING:
    from engine.state import State

GET_STATE, STATE = "SPLICE.getState", "SPLICE.getState.response"
SCORED = ("answered", "revealed", "restarted")
"""What changes the score or the state."""
VERSION = 1
"""Of the state."""
LONGEST = 20_000
"""Letters of a state that may be ours."""


def posted(
    report: dict[str, object], state: State, uncredited: frozenset[str], identifiers: Iterator[str]
) -> list[dict[str, object]]:
    """What is sent of a report: the event, and where it changes them the score and the state."""
    data = {"lesson": state.lesson.name, **{name: value for name, value in report.items() if name != "event"}}
    event = {"subject": "SPLICE.sendEvent", "message_id": next(identifiers), "name": report["event"], "data": data}
    if report["event"] not in SCORED:
        return [event]
    return [event, score_and_state(state, uncredited, identifiers)]


def score_and_state(state: State, uncredited: frozenset[str], identifiers: Iterator[str]) -> dict[str, object]:
    """The score, from 0 to 1, and what the learner did in Practice, for the host to keep."""
    score, stored = 0.0, ""
    for _, room, own in present(state):
        if room.score and room.stored:
            score, stored = room.score(own, state, uncredited), room.stored(own, state)
    return {
        "subject": "SPLICE.reportScoreAndState",
        "message_id": next(identifiers),
        "score": score,
        "state": {"version": VERSION, "practice": stored},
    }


def question(identifiers: Iterator[str]) -> dict[str, object]:
    """The question for the state that the host has kept."""
    return {"subject": GET_STATE, "message_id": next(identifiers)}


def practice_in(answer: str) -> str:
    """What the learner did in Practice, from the JSON of a state that a host gives back; "" where it is none of ours.

    Some hosts give back the JSON text of what they were given.

    >>> practice_in('{"version": 1, "practice": "order=0"}'), practice_in('[{}]'), practice_in('"{"')
    ('order=0', '', '')
    """
    state: Any = answer
    for _ in range(3):
        if not isinstance(state, str) or len(state) > LONGEST:
            break
        try:
            state = read_json(state)
        except ValueError:
            return ""
    if not isinstance(state, dict) or state.get("version") != VERSION or not isinstance(state.get("practice"), str):
        return ""
    return str(state["practice"])
