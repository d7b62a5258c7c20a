"""What a test does to the page."""

from collections.abc import Mapping
from typing import Any

from engine.app import update
from engine.content.lazy_content import LazyContent
from engine.features.practice import events as practice
from engine.lazy import ROOMS
from engine.page_events import LazyArrived, Unedited
from engine.state import State

CONTROLS: Mapping[str, Any] = {
    "choose": practice.ChooseAnswer,
    "sure": lambda level: practice.SetSure(int(level)),
    "mark": practice.ToggleMark,
    "answer": practice.Answer,
    "hint": practice.TakeHint,
    "again": practice.TryAgain,
    "show": practice.ShowAnswer,
    "look": practice.LookAt,
    "flip": practice.PickFlip,
    "next": practice.Next,
    "open": practice.OpenScenario,
    "shuffle": practice.Shuffle,
    "teaching-order": practice.TeachingOrder,
    "go-on": practice.GoOnWithSeries,
    "series": practice.StartSeries,
    "result": practice.ShowResult,
    "restart": practice.Restart,
    "own": practice.ShowOwn,
}
"""The events of Practice by short names."""


def after(state: State, *events: Any) -> State:
    """The state after some events."""
    for event in events:
        state, _ = update(state, event)
    return state


def arrive(content: LazyContent, stored: str | None = "") -> LazyArrived:
    """The lazy features come."""
    return LazyArrived(ROOMS, content, stored)


def arrived(state: State, content: LazyContent, stored: str | None = "") -> State:
    """The state when the lazy features are there, and the content was found to be as it was built."""
    return after(state, arrive(content, stored), Unedited())


def practised(*controls: str) -> list[Any]:
    """Events of Practice: "answer", or "choose=batch"."""
    found = []
    for control in controls:
        name, given, value = control.partition("=")
        kind = CONTROLS[name]
        found.append(kind(int(value) if name == "series" else value) if given else kind())
    return found
