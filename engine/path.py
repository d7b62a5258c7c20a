"""The path through the lesson: its views in order, and the one that comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features import views
from engine.html import link_to

if TYPE_CHECKING:
    from engine.content.lesson import Lesson

BESIDE = "about"
"""The view that is no stop of the path."""
LETTERS = 37
"""What the names of the views may have between them to stand in one row on a phone, each with its number."""
HUNCH_VIEW = "practice"
"""The view that asks for a hunch."""


@dataclass(frozen=True)
class PathStop:
    """A view of the lesson, as the path shows it."""

    view: str
    number: int
    """From 1; 0 for the view beside the path."""
    name: str
    is_current: bool
    is_done: bool
    label: str
    """What a screen reader says of a view that is done; "" where it reads number and name as they stand."""


@dataclass(frozen=True)
class Onward:
    """The link to what comes next."""

    address: str
    text: str
    name: str
    """What it leads to, for where there is no room for more."""


def stops(lesson: Lesson, view: str, done: frozenset[str]) -> tuple[PathStop, ...]:
    """The views in the order of the path, the one beside it last."""
    found = on_the_path(lesson)
    numbered = [(each, number) for number, each in enumerate(found, 1)]
    return tuple(_stop(lesson, each, number, view, each in done) for each, number in [*numbered, (BESIDE, 0)])


def onward(lesson: Lesson, view: str) -> Onward | None:
    """The link to the next view; after the last view, to the two hunches again, or None in a lesson without them.

    From the view beside the path it leads to the first.
    """
    found = on_the_path(lesson)
    following = found[found.index(view) + 1 :] if view in found else found[:1]
    if not following:
        text = lesson.messages("path.last")
        return Onward(hunch(again=True), text, text) if has_hunch(lesson) else None
    number, name = found.index(following[0]) + 1, lesson.messages(f"views.{following[0]}")
    return Onward(link_to(view=following[0]), lesson.messages("path.onward", number=number, name=name), name)


def is_long(shown: tuple[PathStop, ...]) -> bool:
    """Whether the names of the stops leave no room for their numbers on a phone."""
    return sum(len(each.name) for each in shown) > LETTERS


def has_hunch(lesson: Lesson) -> bool:
    """Whether the lesson has two workloads to decide on a hunch."""
    return bool(lesson.about.hunch) and HUNCH_VIEW in lesson.features


def hunch(again: bool = False) -> str:
    """The address of the page on which two workloads are decided on a hunch; `again` is the one at the end."""
    return link_to(view=HUNCH_VIEW, hunch="2" if again else "1")


def on_the_path(lesson: Lesson) -> list[str]:
    """The views that are stops of the path, in order."""
    return [each for each in views(lesson.features) if each != BESIDE]


def _stop(lesson: Lesson, view: str, number: int, current: str, is_done: bool) -> PathStop:
    name = lesson.messages(f"views.{view}")
    label = lesson.messages("path.done", number=number, name=name) if is_done and number else ""
    return PathStop(view, number, name, view == current, bool(is_done and number), label)
