"""What a learner has just done, for the page around the lesson: plain records, made from the state before and after.

Every message to that page is made from these records: ours in `messages`, those of other protocols in the modules
beside it. docs/embedding.md lists them all, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from engine.report import splice, xapi

if TYPE_CHECKING:
    from typing import TypeAlias

    from engine.lazy import Desk
    from engine.state import State

Report: TypeAlias = "dict[str, object]"
"""One thing that happened: "event" names it, the other entries tell of it."""

VERSION = 1
"""Of our messages: a later one adds fields and events, and takes none away."""


@dataclass(frozen=True)
class Session:
    """What a visit remembers, so that a report can say how long, at which attempt, and whether the answer was known.

    Times are in seconds of the browser's clock.
    """

    question: str = ""
    """The question that is open; "" is none."""
    since: float = 0.0
    """When it was opened, or answered last."""
    running: float | None = None
    """Since when something plays that the learner sees."""
    unseen: bool = False
    """Whether the page is out of sight."""
    attempts: Mapping[str, int] = field(default_factory=dict)
    """How often each question was answered."""
    revealed: frozenset[str] = frozenset()
    """The questions whose answer has been on the page."""
    uncredited: frozenset[str] = frozenset()
    """Those of them that were answered only then."""


def reports(before: State, after: State, session: Session, now: float) -> tuple[list[Report], Session]:
    """What has happened between two states, in order, and the session after it."""
    found = [
        *_started(before, after),
        *_chosen(before, after),
        *_walked(before, after),
        *_stopped(before, after, session, now),
    ]
    if before.desk and after.desk:
        for report in after.desk.reports(before.desk):
            session = _answered(report, session, before.desk, now) if report["event"] == "answered" else session
            found.append(report)
    return found, following(after, session, now)


def following(state: State, session: Session, now: float) -> Session:
    """The session when the page shows a state."""
    question = state.desk.question() if state.desk and state.view == "practice" else ""
    if question != session.question:
        session = replace(session, question=question, since=now)
    if state.desk and question and state.desk.practice.attempt.over:
        session = replace(session, revealed=session.revealed | {question})
    running = now if session.running is None else session.running
    return replace(session, running=running if _running(state) and not session.unseen else None)


def hidden(state: State, session: Session, now: float) -> tuple[list[Report], Session]:
    """The same when nobody sees the page any more: what plays there is not watched."""
    ended = [_ended(state, "paused", session, now)] if _running(state) and session.running is not None else []
    return ended, replace(session, running=None, unseen=True)


def seen(state: State, session: Session, now: float) -> Session:
    """The session when the page is in sight again."""
    return following(state, replace(session, unseen=False), now)


def messages(report: Report, state: State, session: Session, utc: str, identifiers: Iterator[str]) -> list[Report]:
    """All that the page around the lesson is told of a report, in each protocol that it may listen to.

    `utc` is the time of day in ISO 8601; `identifiers` gives texts that are different from all others.
    """
    name = state.lesson.name
    found = [
        {"type": "microsim-event", "version": VERSION, "lesson": name, **report},
        *splice.messages(report, state, session.uncredited, identifiers),
    ]
    if state.textbook and (statement := xapi.statement(report, state.textbook, state.lesson.about.title, utc)):
        found.append(
            {
                "type": "microsim-xapi",
                "version": VERSION,
                "lesson": name,
                "statements": [{"id": next(identifiers), **statement}],
            }
        )
    return found


def _chosen(before: State, after: State) -> Iterator[Report]:
    if before.mode != after.mode:
        yield {"event": "mode", "mode": after.mode, "title": after.chosen.name}
    drill = _drill(after)
    if drill and drill != _drill(before) and after.desk and (shown := after.desk.drill(drill)):
        yield {"event": "failure", "mode": after.mode, "failure": drill.partition("/")[2], "title": shown.name}


def _walked(before: State, after: State) -> Iterator[Report]:
    drill, number = _place(after)
    if not number or (before.mode, *_place(before)) == (after.mode, drill, number):
        return
    shown = after.desk.drill(drill) if after.desk and drill else after.chosen
    if shown:
        step = shown.steps[number - 1]
        playing = after.playing or (before.playing and number == len(shown.steps))
        yield {
            "event": "step",
            "mode": after.mode,
            "step": step.id,
            "number": number,
            "title": step.label,
            "playing": playing,
        } | ({"failure": drill.partition("/")[2]} if drill else {})


def _drill(state: State) -> str:
    """The drawing of the failure that is shown; "" where none is."""
    drawn = state.desk.drawn(state.mode) if state.desk else []
    return drawn[0] if drawn else ""


def _place(state: State) -> tuple[str, int]:
    """The same, with the chosen step; 0 is none."""
    drill = _drill(state)
    return drill, state.desk.drills.step if state.desk and drill else state.step


def _running(state: State) -> str:
    """What plays: "race", "play" for the steps of a mode, or "" for nothing."""
    return "race" if state.desk and state.desk.race.playing else "play" if state.playing else ""


def _started(before: State, after: State) -> Iterator[Report]:
    if _running(after) and _running(after) != _running(before):
        yield {"event": _running(after), "state": "started", **_what(after)}


def _stopped(before: State, after: State, session: Session, now: float) -> Iterator[Report]:
    was = _running(before)
    if was and was != _running(after):
        ended = {
            "race": after.desk is not None and after.desk.race.at >= 1,
            "play": before.mode == after.mode and after.step == len(after.chosen.steps),
        }[was]
        yield _ended(before, "finished" if ended else "paused", session, now)


def _ended(state: State, how: str, session: Session, now: float) -> Report:
    since = now if session.running is None else session.running
    return {"event": _running(state), "state": how, "duration": _seconds(now - since), **_what(state)}


def _what(state: State) -> Report:
    """What plays. Of a workload of the learner's own only that it is one."""
    if _running(state) == "play":
        return {"mode": state.mode, "title": state.chosen.name}
    return state.desk.racing() if state.desk else {}


def _answered(report: Report, session: Session, before: Desk, now: float) -> Session:
    """Complete the report of an answer: once it had been on the page, the answer earns nothing."""
    question = str(report["question"])
    attempt = max(session.attempts.get(question, 0), before.tries(question)) + 1
    settled = before.settled(question)
    revealed = settled or question in session.revealed
    report |= {"attempt": attempt, "revealed": revealed, "duration": _seconds(now - session.since)}
    if revealed:
        report |= {"success": False, "score": 0.0}
    if revealed and not settled:  # what was settled before keeps what it earned
        session = replace(session, uncredited=session.uncredited | {question})
    return replace(session, attempts={**session.attempts, question: attempt}, since=now)


def _seconds(duration: float) -> float:
    return round(max(duration, 0.0), 1)
