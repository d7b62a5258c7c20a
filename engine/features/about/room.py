"""How About takes part in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.effects import Copy, Effects
from engine.feature import Room
from engine.features.about.embed import CopySnippet, public, snippet
from engine.features.about.view import about

if TYPE_CHECKING:
    from engine.state import State


def update(own: None, event: object, page: State) -> tuple[None, Effects]:
    """Nothing changes; the line is copied."""
    return own, (Copy(snippet(page.lesson.about, public(page.location))),)


ROOM = Room(
    events=(CopySnippet,),
    regions=lambda _, page: {"about": (about, (page.lesson, page.versions, public(page.location)))},
    update=update,
)
