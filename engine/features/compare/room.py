"""How Compare takes part in the page; the diagrams that it shows are Explore's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.feature import Room
from engine.features.compare import presenter, view

if TYPE_CHECKING:
    from htpy import Node

    from engine.content.lesson import Lesson


def _comparison(lesson: Lesson) -> Node:
    return view.comparison(presenter.comparison(lesson))


ROOM = Room(events=(), regions=lambda _, page: {"comparison": (_comparison, (page.lesson,))})
