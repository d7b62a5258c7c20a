"""How Explore takes part in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.feature import Room
from engine.features.explore import guidance_view, presenter, profile, profile_view, state, view
from engine.features.explore.state import Explore
from engine.sequence.narrate import states_of
from engine.sequence.presenter import step_list
from engine.sequence.view import lit
from engine.visits import visit

if TYPE_CHECKING:
    from htpy import Node

    from engine.content.lesson import Lesson
    from engine.feature import Region
    from engine.state import State


def regions(own: Explore, page: State) -> dict[str, Region]:
    """The modes, their diagrams and steps, the walk and the guidance; Compare shows the diagrams too."""
    lesson, step = page.lesson, state.explained(own)
    made: dict[str, Region] = {
        "modes": (_modes, (lesson, page.mode)),
        "tools": (_tools, (lesson, page.annotations, page.as_text, own.pane)),
    }
    for name in lesson.modes:
        made[f"drawing-{name}"] = (view.drawing, (lesson, page.drawings.get((name, page.annotations))))
        made[f"steps-{name}"] = (_steps, (lesson, name))
    if page.loaded is None and own.pane != state.DIAGRAM:
        made[f"{own.pane}-{page.mode}"] = (view.coming, (lesson.messages,))
    return made | {
        "profile": (_profile, (lesson,)),
        "explanation": (_explanation, (lesson, page.mode, step, step > 0 and own.pane == state.CODE)),
        "guide": (_guidance, (lesson, own.more)),
        "player": (_player, (lesson, page.mode, own.step, own.playing)),
    }


def _modes(lesson: Lesson, chosen: str) -> Node:
    return view.modes(lesson, presenter.cards(lesson), chosen)


def _tools(lesson: Lesson, annotations: frozenset[str], as_text: bool, pane: str) -> Node:
    return view.tools(lesson.messages, state.panes(lesson), pane, presenter.toggles(lesson, annotations), as_text)


def _steps(lesson: Lesson, name: str) -> Node:
    mode = lesson.modes[name]
    return view.steps(step_list(lesson, mode), states_of(lesson, mode), lesson.messages)


def _profile(lesson: Lesson) -> Node:
    return profile_view.profile(profile.profiles(lesson))


def _explanation(lesson: Lesson, mode: str, step: int, in_code: bool) -> Node:
    return view.explanation(presenter.explanation(lesson, mode, step, in_code))


def _player(lesson: Lesson, mode: str, step: int, playing: bool) -> Node:
    return view.player(presenter.player(lesson, mode, step, playing))


def _guidance(lesson: Lesson, more: bool) -> Node:
    return guidance_view.guidance(lesson, presenter.guides(lesson), more)


ROOM = Room(
    events=(
        state.ChooseStep,
        state.Point,
        state.Walk,
        state.TogglePlay,
        state.ChoosePane,
        state.ToggleMore,
        state.CopyDiagram,
        state.SavePicture,
    ),
    takes_over=(state.ChooseStep, state.Walk, state.TogglePlay, state.ChoosePane),
    regions=regions,
    attributes=lambda own, page: lit(state.lit(own)) | {"data-pane": own.pane},
    init=lambda *_: Explore(),
    update=state.update,
    reset=state.reset_walk,
    waits=lambda own, _: own.pane != state.DIAGRAM,
    stopped=state.stopped,
    renewed=state.renewed,
    shown=state.shown,
    done=lambda _, page: all(visit(name) in page.visited for name in page.lesson.modes),
    target=state.target,
    beginning=state.beginning,
    to_url=state.to_url,
    from_url=state.from_url,
    interval=state.interval,
    ticked=state.ticked,
    running=state.running,
    finished=lambda own, page: own.step == len(page.chosen.steps),
)
