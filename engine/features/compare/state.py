"""For which workload the modes are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.effects import Effects
    from engine.state import State


@dataclass(frozen=True)
class Compare:
    """The chosen workload, by its scenario's name; "" is the lesson's first."""

    workload: str = ""


@dataclass(frozen=True)
class ChooseWorkload:
    """Compare the modes for another workload."""

    workload: str


def chosen(own: Compare, lesson: Lesson) -> str:
    """The workload that is shown; "" where the lesson names none."""
    names = [each.name for each in lesson.compared]
    return own.workload if own.workload in names else next(iter(names), "")


def update(own: Compare, event: object, page: State) -> tuple[Compare, Effects]:
    """The state after an event; what the lesson does not compare is not chosen."""
    match event:
        case ChooseWorkload(name) if any(each.name == name for each in page.lesson.compared):
            return Compare(name), ()
    return own, ()


def to_url(own: Compare, page: State) -> dict[str, str]:
    """What the address holds of it: nothing while the first workload is shown."""
    return {"workload": own.workload} if chosen(own, page.lesson) != chosen(Compare(), page.lesson) else {}


def from_url(own: Compare, asked: Mapping[str, str], page: State) -> tuple[Compare, list[str]]:
    """The state as an address asks, and each "name=value" in it that means nothing."""
    name = asked.get("workload", "")
    if any(each.name == name for each in page.lesson.compared):
        return Compare(name), []
    return own, [f"workload={name}"] if name else []
