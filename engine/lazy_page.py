"""The regions of the desk, which come after the first screen; only those that the shown view has are worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.features.code.state import shown
from engine.features.code.view import code
from engine.features.failures.state import Drills
from engine.features.failures.view import drills
from engine.features.practice.progress_view import result
from engine.features.practice.view import practice
from engine.features.race.view import race
from engine.features.workload.record import record
from engine.features.workload.view import workload

if TYPE_CHECKING:
    from engine.lazy import Desk
    from engine.page import Region
    from engine.state import State


def regions(state: State) -> dict[str, Region]:
    """Name and ingredients of each."""
    desk, lesson = state.desk, state.lesson
    if desk is None:
        return {}
    workshop = desk.workshop
    match state.view:
        case "race":
            return {"race": (race, (lesson, workshop, desk.race))}
        case "practice":
            return {"practice": (practice, (lesson, workshop, desk.practice, desk.thoughts))}
        case "workload":
            return {"workload": (workload, (lesson, workshop, desk.workload, desk.thoughts))}
        case "explore":
            return _explored(state, desk)
    return {}


def _explored(state: State, desk: Desk) -> dict[str, Region]:
    """What stands below the chosen mode's diagram; that of another mode stays as it was, out of sight."""
    mode, workshop = state.mode, desk.workshop
    made: dict[str, Region] = {}
    drawn = desk.drawn(mode)
    svg = state.drawings.get((drawn[0], state.annotations)) if drawn else None
    made[f"drills-{mode}"] = (drills, (state.lesson, workshop, mode, desk.drills if drawn else Drills(), svg))
    if mode in workshop.snippets.clients:
        made[f"code-{mode}"] = (code, (state.lesson, workshop, mode, desk.code))
    return made


def text(state: State, what: str, here: str) -> str:
    """What a learner takes home; `here` is the page's address."""
    desk, lesson = state.desk, state.lesson
    if desk is None:
        return ""
    match what:
        case "result":
            return result(lesson, desk.workshop, desk.practice, here)
        case "workload":
            return record(lesson, desk.workshop, desk.workload, desk.thoughts, here)
        case "code":
            snippets = desk.workshop.snippets
            lines = snippets.clients[state.mode][shown(desk.code, snippets)].lines
            return "".join(f"{line.text}\n" for line in lines)
    return ""
