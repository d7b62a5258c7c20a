"""How the failures of a mode take part in Explore: in their pane one stands in place of the mode's own sequence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.effects import Effects, Reveal
from engine.feature import Room, Shown
from engine.features.failures import presenter, state, view
from engine.features.failures.state import ChooseFailure, Failures
from engine.html import region_id

if TYPE_CHECKING:
    from htpy import Node

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Region
    from engine.features.failures.content import Failure
    from engine.state import State


def of_mode(page: State) -> Mapping[str, Failure]:
    """The failures of the mode that is shown, by name."""
    return page.content.failures.get(page.mode, {})


def chosen(own: Failures, page: State) -> Failures:
    """The state with the failure that is shown: the mode's first, where none of its own is chosen."""
    failures = of_mode(page)
    return own if own.failure in failures else Failures(next(iter(failures), ""))


def update(own: Failures, event: object, page: State) -> tuple[Failures, Effects]:
    """The state after an event; another failure is brought into view."""
    own = chosen(own, page)
    new = state.update(own, event, of_mode(page))
    changed = new.failure != own.failure
    return new, (Reveal(f"#{region_id('failures-' + page.mode)} .choice"),) if changed else ()


def renewed(own: Failures, before: State, page: State) -> Failures:
    """The state in edited content; without its mode no failure is shown."""
    if page.mode != before.mode:
        return Failures()
    return state.renewed(own, of_mode(before).get(own.failure), of_mode(page).get(own.failure))


def shown(own: Failures, page: State) -> Shown | None:
    """The failure that is shown, and the step in it."""
    if page.features["explore"].pane != "failures":
        return None
    own = chosen(own, page)
    failure = of_mode(page).get(own.failure)
    figure = f'figure[data-failure][data-mode="{page.mode}"]'
    return Shown(f"{page.mode}/{own.failure}", failure, own.step, figure, own.failure) if failure else None


def running(own: Failures, page: State) -> tuple[str, Mapping[str, object]] | None:
    """What plays."""
    drawn = shown(own, page)
    if not drawn or not own.playing:
        return None
    return "play", {"mode": page.mode, "failure": drawn.failure, "title": drawn.sequence.name}


def finished(own: Failures, page: State) -> bool:
    """Whether what played has come to its end."""
    drawn = shown(own, page)
    return drawn is not None and drawn.step == len(drawn.sequence.steps)


def to_url(own: Failures, page: State) -> dict[str, str]:
    """What the address holds of the failure that is shown."""
    return state.to_url(chosen(own, page), of_mode(page)) if shown(own, page) else {}


def regions(own: Failures, page: State) -> dict[str, Region]:
    """What stands below the diagram of the chosen mode; that of another mode stays as it was, out of sight."""
    drawn = shown(own, page)
    svg = page.drawings.get((drawn.name, page.annotations)) if drawn else None
    ingredients = (page.lesson, page.content, page.mode, chosen(own, page), svg)
    return {f"failures-{page.mode}": (_failures, ingredients)} if page.view == "explore" else {}


def _failures(lesson: Lesson, content: LazyContent, mode: str, own: Failures, svg: str | None) -> Node:
    return view.failures(lesson, presenter.failures(lesson, content, mode, own), svg)


ROOM = Room(
    events=(ChooseFailure, state.ChooseStep, state.Point, state.Walk, state.TogglePlay),
    takes_over=(ChooseFailure, state.ChooseStep, state.Walk, state.TogglePlay),
    regions=regions,
    init=lambda *_: Failures(),
    update=update,
    reset=state.reset,
    stopped=lambda own: replace(own, playing=False),
    renewed=renewed,
    shown=shown,
    interval=lambda own, page: state.interval(own, of_mode(page)),
    ticked=lambda own, page: state.ticked(own, of_mode(page)),
    running=running,
    finished=finished,
    to_url=to_url,
    from_url=lambda own, asked, page: state.from_url(own, asked, of_mode(page)),
)
