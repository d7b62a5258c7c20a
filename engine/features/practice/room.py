"""How Practice takes part in the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.effects import Copy, Effects, Reveal, Roll
from engine.feature import Query, Question, Room
from engine.features.practice import address, reports, storage
from engine.features.practice.events import EVENTS, CopyResult, CopySeries, NewSeries, PickFlip, Restart, StartSeries
from engine.features.practice.flips import facts_to_change
from engine.features.practice.material import material_of
from engine.features.practice.path import path_done
from engine.features.practice.presenter import place, present
from engine.features.practice.progress import result_text
from engine.features.practice.series import series_text
from engine.features.practice.state import Practice, question
from engine.features.practice.update import LARGEST
from engine.features.practice.update import update as updated
from engine.features.practice.view import practice as view
from engine.path import stops

if TYPE_CHECKING:
    from htpy import Element

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Region
    from engine.features.practice.material import Material
    from engine.features.practice.subject import Answers
    from engine.path import PathStop
    from engine.state import State


def init(page: State, stored: str | None) -> Practice:
    """Practice as the device stored it."""
    return replace(storage.restored(stored or "", _material(page)), can_store=stored is not None)


def update(own: Practice, event: object, page: State) -> tuple[Practice, Effects]:
    """Practice after an event, and the effects asked for."""
    match event:
        case NewSeries():
            return own, (Roll(LARGEST, StartSeries),)
        case CopyResult():
            return own, (Copy(result_text(page.lesson, page.content, own, page.location)),)
        case CopySeries():
            return own, _series_copied(own, page)
    new = updated(own, event, _material(page), page.answers)
    return new, (Reveal("#practice .finding"),) if isinstance(event, PickFlip) else ()


def regions(own: Practice, page: State) -> dict[str, Region]:
    """The question that is open, or the result."""
    if page.view != "practice":
        return {}
    return {"practice": (_shown, (page.lesson, page.content, own, page.answers, _open_stops(page)))}


def _open_stops(page: State) -> tuple[PathStop, ...]:
    """The stops of the path that the learner is not through with: those after the questions, then those before."""
    found = [stop for stop in stops(page.lesson, page.view, page.visited) if stop.number]
    here = next(at for at, stop in enumerate(found) if stop.is_current)
    return tuple(stop for stop in [*found[here:], *found[:here]] if not stop.is_done)


def query(own: Practice, page: State) -> Query | None:
    """How sure the model is; then what decides a new case; of a scenario, or after an answer, what would flip it."""
    material = _material(page)
    asked = question(own, material)
    if shares := material.subject.shares(asked.case, page.answers):
        return shares
    if own.page == "question" and (own.attempt.over or asked.scenario):
        return material.subject.sweeps(asked.case, facts_to_change(material, asked, own.attempt), page.answers)
    return None if asked.scenario else material.subject.query(asked.case)


def _series_copied(own: Practice, page: State) -> Effects:
    criterion = _material(page).criterion
    if own.series is None or criterion is None:
        return ()
    return (Copy(series_text(page.lesson, page.content, own.series, criterion.row, page.location)),)


def open_question(own: Practice, page: State) -> Question | None:
    """The question that is open."""
    name = reports.open_question(own, _material(page)) if page.view == "practice" else ""
    return Question(name, own.attempt.over) if name else None


def _material(page: State) -> Material:
    return material_of(page.lesson, page.content)


def _shown(
    lesson: Lesson, content: LazyContent, own: Practice, answers: Answers, open_stops: tuple[PathStop, ...]
) -> Element:
    return view(present(lesson, content, own, answers, open_stops))


def stopped(own: Practice) -> Practice:
    """Practice while the learner goes elsewhere: to the race of what was argued, or away from the two hunches."""
    if own.page in ("hunch", "again"):
        return replace(own, page="question")
    argued = own.page == "question" and own.attempt.over and not own.attempt.compared
    return replace(own, attempt=replace(own.attempt, left=True)) if argued else own


ROOM = Room(
    events=EVENTS,
    forgets=(Restart,),
    regions=regions,
    init=init,
    update=update,
    renewed=lambda own, before, page: storage.renewed(own, _material(before), _material(page)),
    to_url=lambda own, page: address.to_url(own, _material(page)),
    from_url=lambda own, asked, page: address.from_url(own, asked, _material(page)),
    query=query,
    reports=lambda before, own, page: reports.reports(before, own, _material(page)),
    question=open_question,
    tries=lambda own, name, page: reports.tries(own, name, _material(page)),
    score=lambda own, page, uncredited: reports.score(own, _material(page), uncredited),
    place=lambda own, page: place(own, _material(page)),
    done=lambda own, page: path_done(own, _material(page)),
    stopped=stopped,
    stored=lambda own, page: storage.stored(own, _material(page)),
    merge=storage.merge_stored,
    resumed=lambda own, stored, page: storage.resumed(own, stored, _material(page)),
)
