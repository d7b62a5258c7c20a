"""How Practice takes part in the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.effects import Copy, Effects, Reveal, Roll
from engine.feature import Query, Question, Room
from engine.features.practice import reports, storage
from engine.features.practice.events import EVENTS, CopyResult, NewSeries, PickFlip, StartSeries
from engine.features.practice.progress_view import result
from engine.features.practice.state import Practice, question
from engine.features.practice.update import LARGEST, from_url, to_url
from engine.features.practice.update import update as updated
from engine.features.practice.view import practice as view
from engine.features.workload.flips import flips_query

if TYPE_CHECKING:
    from engine.feature import Region
    from engine.state import State


def init(page: State, stored: str | None) -> Practice:
    """Practice as the device keeps it."""
    return replace(storage.restored(stored or "", page.content), kept=stored is not None)


def update(own: Practice, event: object, page: State) -> tuple[Practice, Effects]:
    """Practice after an event, and the effects asked for."""
    match event:
        case NewSeries():
            return own, (Roll(LARGEST, StartSeries),)
        case CopyResult():
            return own, (Copy(result(page.lesson, page.content, own, page.location)),)
    new = updated(own, event, page.lesson, page.content, page.answers)
    return new, (Reveal("#practice .told"),) if isinstance(event, PickFlip) else ()


def regions(own: Practice, page: State) -> dict[str, Region]:
    """The question that is open, or the result."""
    return {"practice": (view, (page.lesson, page.content, own, page.answers))} if page.view == "practice" else {}


def query(own: Practice, page: State) -> Query | None:
    """The flips of a scenario with a tipping fact, and of every new workload."""
    asked = question(own, page.content)
    wanted = asked.scenario is None or asked.scenario.tipping
    return flips_query(asked.workload, page) if wanted else None


def open_question(own: Practice, page: State) -> Question | None:
    """The question that is open."""
    name = reports.open_question(own, page.content) if page.view == "practice" else ""
    return Question(name, own.attempt.over) if name else None


def tries(own: Practice, name: str, page: State) -> tuple[int, bool]:
    """How many different modes were tried for a question, and whether it is settled."""
    return reports.tries(own, name), reports.is_settled(own, name, page.content)


ROOM = Room(
    events=EVENTS,
    regions=regions,
    init=init,
    update=update,
    renewed=lambda own, _, page: storage.renewed(own, page.content),
    to_url=lambda own, page: to_url(own),
    from_url=lambda own, asked, page: from_url(own, asked, page.content),
    query=query,
    reports=lambda before, own, page: reports.practised(before, own, page.content),
    question=open_question,
    tries=tries,
    score=lambda own, page, uncredited: reports.score(own, page.content, uncredited),
    stored=storage.stored,
    merge=storage.merge,
    resumed=lambda own, stored, page: storage.resumed(own, stored, page.content),
)
