"""How Race takes part in the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.effects import Effects
from engine.feature import Room
from engine.features.race import address, state
from engine.features.race.events import EVENTS, Scrub, TogglePlay
from engine.features.race.presenter import present, race_of
from engine.features.race.state import STEPS, TICK, Race
from engine.features.race.view import race as view
from engine.features.workload.measuring import measured_in
from simulator.lesson import model_of
from simulator.measured import with_measured
from simulator.readings import known_shares, shares_query

if TYPE_CHECKING:
    from htpy import Element

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Query, Region
    from engine.state import State
    from simulator.shares import Shares
    from simulator.workload import Workload


def show(lesson: Lesson, content: LazyContent, own: Race, shares: Shares | None) -> Element:
    """The race as HTML."""
    return view(present(lesson, content, own, shares))


def regions(own: Race, page: State) -> dict[str, Region]:
    """The race, while its view is open."""
    if page.view != "race":
        return {}
    shares = known_shares(page.answers, _workload(own, page), own.exactness)
    return {"race": (show, (page.lesson, page.content, own, shares))}


def query(own: Race, page: State) -> Query:
    """What to look for: how sure it is which mode fits best."""
    return shares_query(page.lesson.modes, model_of(page.content), _workload(own, page), own.exactness)


def _workload(own: Race, page: State) -> Workload:
    return state.workload_of(own, page.content)


def update(own: Race, event: object, page: State) -> tuple[Race, Effects]:
    """The race after an event; for who prefers reduced motion it is over at once."""
    if isinstance(event, TogglePlay) and page.still:
        event = Scrub(STEPS)
    return state.update(own, event, page.content, race_of(page.lesson, page.content, own).axis), ()


def from_url(own: Race, asked: Mapping[str, str], page: State) -> tuple[Race, list[str]]:
    """The race that an address asks for; that of the learner's own workload has the times that were measured for it."""
    found, unknown = address.from_url(own, asked, page.content)
    workload = with_measured(found.workload, measured_in(page)) if found.workload else None
    return (found if workload is found.workload else replace(found, workload=workload)), unknown


def running(own: Race, page: State) -> tuple[str, Mapping[str, object]] | None:
    """What plays, and the bet on it. Of a workload of the learner's own only that it is one."""
    if not own.playing:
        return None
    scenario = state.scenario_of(own, page.content)
    bet = {"bet": own.bet} if own.bet else {}
    if scenario:
        return "race", {"scenario": scenario, "title": page.content.scenarios[scenario].title, **bet}
    return "race", {"own": True, **bet}


ROOM = Room(
    events=EVENTS,
    regions=regions,
    init=lambda page, _: Race(state.first(page.content)),
    update=update,
    stopped=state.stopped,
    to_url=lambda own, page: address.to_url(own, page.content),
    from_url=from_url,
    query=query,
    interval=lambda own, page: TICK if own.playing else None,
    ticked=lambda own, page: state.ticked(own),
    running=running,
    finished=lambda own, page: own.at >= 1,
    done=lambda own, page: own.seen,
)
