"""How Explore takes part in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.feature import Room
from engine.features.explore import guidance_view, presenter, state, view
from engine.features.explore.state import Explore
from engine.sequence.presenter import step_list

if TYPE_CHECKING:
    from htpy import Node

    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.feature import Region
    from engine.state import State


def regions(own: Explore, page: State) -> dict[str, Region]:
    """The modes, their diagrams and steps, the step panel and the guidance; Compare shows the diagrams too."""
    lesson = page.lesson
    made: dict[str, Region] = {
        "modes": (view.modes, (lesson, page.mode)),
        "tools": (_tools, (lesson, page.annotations, page.as_text)),
    }
    for name in lesson.modes:
        made[f"drawing-{name}"] = (view.drawing, (lesson, page.drawings.get((name, page.annotations))))
        made[f"steps-{name}"] = (_steps, (lesson, name))
    return made | {
        "panel": (_step_panel, (lesson, page.chosen, own.shown_step, own.playing)),
        "glance": (_glance, (lesson,)),
        "guide": (_guidance, (lesson,)),
    }


def _tools(lesson: Lesson, annotations: frozenset[str], as_text: bool) -> Node:
    return view.tools(lesson.messages, presenter.toggles(lesson, annotations), as_text)


def _steps(lesson: Lesson, name: str) -> Node:
    return view.steps(step_list(lesson, lesson.modes[name]))


def _step_panel(lesson: Lesson, mode: Mode, step: int, playing: bool) -> Node:
    return view.step_panel(presenter.step_panel(lesson, mode, step, playing))


def _glance(lesson: Lesson) -> Node:
    return guidance_view.glance(presenter.glance(lesson))


def _guidance(lesson: Lesson) -> Node:
    return guidance_view.guidance(lesson, presenter.guides(lesson))


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
    interval=lambda own, page: page.lesson.about.play_seconds if own.playing else None,
    ticked=state.ticked,
    running=state.running,
    finished=lambda own, page: own.step == len(page.chosen.steps),
)
