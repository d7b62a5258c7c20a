"""How Compare takes part in the page; the diagrams below its table are those of Explore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.feature import Room
from engine.features.compare import presenter, state, view
from engine.features.compare.state import Compare

if TYPE_CHECKING:
    from htpy import Node

    from engine.content.lesson import Lesson


def _comparison(lesson: Lesson, workload: str) -> Node:
    return view.comparison(presenter.comparison(lesson, workload))


ROOM = Room(
    events=(state.ChooseWorkload,),
    regions=lambda own, page: {"comparison": (_comparison, (page.lesson, state.chosen(own, page.lesson)))},
    init=lambda *_: Compare(),
    update=state.update,
    stopped=lambda _: Compare(),
    to_url=state.to_url,
    from_url=state.from_url,
)
