"""The features that the first screen has, and the state that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.features.about.room import ROOM as ABOUT
from engine.features.compare.room import ROOM as COMPARE
from engine.features.explore.room import ROOM as EXPLORE
from engine.state import State, shown_at_first, with_features
from engine.visits import with_visit

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.feature import Room

FIRST: Mapping[str, Room] = {"explore": EXPLORE, "compare": COMPARE, "about": ABOUT}


def start(lesson: Lesson, versions: str = "") -> State:
    """The state that the static page shows."""
    view, mode = lesson.features[0], lesson.about.modes[0]
    state = State(lesson, mode, view, {}, FIRST, shown_at_first(lesson), home=(view, mode))
    own_states = {name: room.init(state, "") for name, room in FIRST.items()}
    return with_visit(replace(with_features(state, **own_states), versions=versions))
