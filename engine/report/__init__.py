"""What a learner has just done, for the page around the lesson: plain records, made from the state before and after.

Every message to that page is made from these records: ours in `posted`, those of other protocols in the modules
beside it. docs/embedding.md lists them all, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from engine.report import splice, xapi
from engine.state import present, shown

if TYPE_CHECKING:
    from typing import TypeAlias

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
    for name, room, own in present(after):
        if name in before.features:
            for each in room.reports(before.features[name], own, after):
                session = _answered(each, session, before, now) if each["event"] == "answered" else session
                found.append(each)
    return found, following(after, session, now)


def following(state: State, session: Session, now: float) -> Session:
    """The session when the page shows a state."""
    question = next(filter(None, (room.question(own, state) for _, room, own in present(state))), None)
    name = question.name if question else ""
    if name != session.question:
        session = replace(session, question=name, since=now)
    if question and question.revealed:
        session = replace(session, revealed=session.revealed | {name})
    running = now if session.running is None else session.running
    return replace(session, running=running if _running(state) and not session.unseen else None)


def hidden(state: State, session: Session, now: float) -> tuple[list[Report], Session]:
    """The same when nobody sees the page any more: what plays there is not watched."""
    running = _running(state)
    ended = [_ended(running, "paused", session, now)] if running and session.running is not None else []
    return ended, replace(session, running=None, unseen=True)


def seen(state: State, session: Session, now: float) -> Session:
    """The session when the page is in sight again."""
    return following(state, replace(session, unseen=False), now)


def posted(report: Report, state: State, session: Session, utc: str, identifiers: Iterator[str]) -> list[Report]:
    """All that the page around the lesson is told of a report, in each protocol that it may listen to.

    `utc` is the time of day in ISO 8601; `identifiers` gives texts that are different from all others.
    """
    name = state.lesson.name
    found = [
        {"type": "microsim-event", "version": VERSION, "lesson": name, **report},
        *splice.posted(report, state, session.uncredited, identifiers),
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
    walked = shown(after)
    if walked.failure and walked.name != shown(before).name:
        yield {"event": "failure", "mode": after.mode, "failure": walked.failure, "title": walked.sequence.name}


def _walked(before: State, after: State) -> Iterator[Report]:
    was, walked = shown(before), shown(after)
    if not walked.step or (was.name, was.step) == (walked.name, walked.step):
        return
    step, last = walked.sequence.steps[walked.step - 1], len(walked.sequence.steps)
    playing = bool(_running(after)) or (bool(_running(before)) and walked.step == last)
    yield {
        "event": "step",
        "mode": after.mode,
        "step": step.id,
        "number": walked.step,
        "title": step.label,
        "playing": playing,
    } | ({"failure": walked.failure} if walked.failure else {})


def _running(state: State) -> tuple[str, str, Mapping[str, object]] | None:
    """What plays: the feature, the name of the report, and what it tells."""
    for name, room, own in present(state):
        if running := room.running(own, state):
            return name, *running
    return None


def _started(before: State, after: State) -> Iterator[Report]:
    running = _running(after)
    if running and running[0] != (_running(before) or ("",))[0]:
        yield {"event": running[1], "state": "started", **running[2]}


def _stopped(before: State, after: State, session: Session, now: float) -> Iterator[Report]:
    was, running = _running(before), _running(after)
    if was and (not running or running[0] != was[0]):
        finished = after.rooms[was[0]].finished(after.features[was[0]], after)
        yield _ended(was, "finished" if finished else "paused", session, now)


def _ended(was: tuple[str, str, Mapping[str, object]], how: str, session: Session, now: float) -> Report:
    since = now if session.running is None else session.running
    return {"event": was[1], "state": how, "duration": _seconds(now - since), **was[2]}


def _answered(report: Report, session: Session, before: State, now: float) -> Session:
    """Complete the report of an answer: once it had been on the page, the answer earns nothing."""
    question = str(report["question"])
    known = [room.tries(own, question, before) for _, room, own in present(before)]
    attempt = max(session.attempts.get(question, 0), *(tries for tries, _ in known)) + 1
    settled = any(each for _, each in known)
    revealed = settled or question in session.revealed
    report |= {"attempt": attempt, "revealed": revealed, "duration": _seconds(now - session.since)}
    if revealed:
        report |= {"success": False, "score": 0.0}
    if revealed and not settled:  # what was settled before keeps what it earned
        session = replace(session, uncredited=session.uncredited | {question})
    return replace(session, attempts={**session.attempts, question: attempt}, since=now)


def _seconds(duration: float) -> float:
    return round(max(duration, 0.0), 1)
