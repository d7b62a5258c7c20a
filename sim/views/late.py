"""The regions of the desk, which come after the first screen; only those that the shown view has are worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.desk.code import shown
from sim.views import nothing
from sim.views.code import code
from sim.views.drills import drills
from sim.views.practice import practice
from sim.views.race import race
from sim.views.record import record
from sim.views.tally import result
from sim.views.workload import workload

if TYPE_CHECKING:
    from sim.state import State
    from sim.views import Region


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
            svg = next((state.drawings.get((name, state.annotations)) for name in desk.drawn(state.mode)), None)
            return {"drills": (drills, (lesson, workshop, state.mode, desk.drills, svg)),
                    "code": (code, (lesson, workshop, state.mode, desk.code))
                    if state.mode in workshop.snippets.clients else (nothing, ())}
    return {}


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
