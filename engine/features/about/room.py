"""How About takes part in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.effects import Copy, Effects
from engine.feature import Room
from engine.features.about import presenter, view
from engine.features.about.embed import CopySnippet, public, snippet

if TYPE_CHECKING:
    from htpy import Node

    from engine.content.lesson import Lesson
    from engine.state import State


def update(own: None, event: object, page: State) -> tuple[None, Effects]:
    """Nothing changes; the line is copied."""
    return own, (Copy(snippet(page.lesson, public(page.location))),)


def _about(lesson: Lesson, versions: str, here: str) -> Node:
    return view.about(lesson, presenter.about(lesson, versions, here))


ROOM = Room(
    events=(CopySnippet,),
    regions=lambda _, page: {"about": (_about, (page.lesson, page.versions, public(page.location)))},
    update=update,
)
