"""How Explore takes part in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.feature import Room
from engine.features.explore import state
from engine.features.explore.guidance_view import glance, guidance
from engine.features.explore.state import Explore
from engine.features.explore.view import drawing, modes, step_panel, steps, tools

if TYPE_CHECKING:
    from engine.feature import Region
    from engine.state import State


def regions(own: Explore, page: State) -> dict[str, Region]:
    """The modes, their diagrams and steps, the step panel and the guidance; Compare shows the diagrams too."""
    lesson = page.lesson
    made: dict[str, Region] = {
        "modes": (modes, (lesson, page.mode)),
        "tools": (tools, (lesson, page.annotations, page.as_text)),
    }
    for name in lesson.modes:
        made[f"drawing-{name}"] = (drawing, (lesson, page.drawings.get((name, page.annotations))))
        made[f"steps-{name}"] = (steps, (lesson, name))
    return made | {
        "dock": (step_panel, (lesson, page.chosen, own.shown_step, own.playing)),
        "glance": (glance, (lesson,)),
        "guide": (guidance, (lesson,)),
    }


ROOM = Room(
    events=(state.ChooseStep, state.Point, state.Walk, state.TogglePlay, state.CopyDiagram, state.SavePicture),
    takes_over=(state.ChooseStep, state.Walk, state.TogglePlay),
    regions=regions,
    attributes=lambda own, page: {"data-step": str(own.shown_step)},
    init=lambda *_: Explore(),
    update=state.update,
    reset=state.reset_walk,
    stopped=state.stopped,
    renewed=state.renewed,
    shown=state.shown,
    target=state.target,
    beginning=state.beginning,
    to_url=state.to_url,
    from_url=state.from_url,
    interval=lambda own, page: page.lesson.words.explore.play_seconds if own.playing else None,
    ticked=state.ticked,
    running=state.running,
    finished=lambda own, page: own.step == len(page.chosen.steps),
)
