"""The path through the lesson: its views in order, which of them are done, and the one that comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from engine.effects import Store
from engine.feature import as_soon_as_shown
from engine.features import views
from engine.html import link_to
from engine.state import present

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.content.lesson import Lesson
    from engine.state import State

BESIDE = "about"
"""The view that is no stop of the path."""
HUNCH_VIEW = "practice"
"""The view that asks for a hunch."""
KEPT = "seen"
"""The name under which the device keeps the visits."""


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


def with_visit(state: State) -> State:
    """The state that remembers what has been looked at, and what is done."""
    seen = _with(state, {visit(state.mode)} if state.view == "explore" else set())
    return _with(seen, {name for name, room, own in present(seen) if name == seen.view and room.done(own, seen)})


def _with(state: State, found: set[str]) -> State:
    return state if found <= state.visited else replace(state, visited=state.visited | found)


def visit(mode: str) -> str:
    """How a mode that was looked at is remembered."""
    return f"mode/{mode}"


def done(state: State) -> frozenset[str]:
    """The views that are done; a view that was done once stays done."""
    return frozenset(view for view in views(state.lesson.features) if view in state.visited)


def ticked(state: State) -> frozenset[str]:
    """The views that are done and show it: one that asks for nothing does so once the learner has gone on."""
    shown = {name for name, room, _ in present(state) if name == state.view and room.done is as_soon_as_shown}
    return done(state) - shown


def stops(lesson: Lesson, view: str, done: frozenset[str]) -> tuple[PathStop, ...]:
    """The views in the order of the path, the one beside it last."""
    found = [each for each in views(lesson.features) if each != BESIDE]
    numbered = [(each, number) for number, each in enumerate(found, 1)]
    return tuple(_stop(lesson, each, number, view, each in done) for each, number in [*numbered, (BESIDE, 0)])


def onward(lesson: Lesson, view: str) -> Onward | None:
    """The link to the next view; after the last view, to the two hunches again, or None in a lesson without them.

    From the view beside the path it leads to the first.
    """
    found = [each for each in views(lesson.features) if each != BESIDE]
    following = found[found.index(view) + 1 :] if view in found else found[:1]
    if not following:
        return Onward(hunch(again=True), lesson.messages("path.last")) if has_hunch(lesson) else None
    number, name = found.index(following[0]) + 1, lesson.messages(f"views.{following[0]}")
    return Onward(link_to(view=following[0]), lesson.messages("path.onward", number=number, name=name))


def has_hunch(lesson: Lesson) -> bool:
    """Whether the lesson has two workloads to decide on a hunch."""
    return bool(lesson.about.hunch) and HUNCH_VIEW in lesson.features


def hunch(again: bool = False) -> str:
    """The address of the page on which two workloads are decided on a hunch; `again` is the one at the end."""
    return link_to(view=HUNCH_VIEW, hunch="2" if again else "1")


def _stop(lesson: Lesson, view: str, number: int, current: str, is_done: bool) -> PathStop:
    name = lesson.messages(f"views.{view}")
    label = lesson.messages("path.done", number=number, name=name) if is_done and number else ""
    return PathStop(view, number, name, view == current, bool(is_done and number), label)


# What the device keeps


def restored(state: State, text: str) -> State:
    """The state with what was looked at on earlier visits, of what the lesson has."""
    known = {*views(state.lesson.features), *map(visit, state.lesson.modes)}
    return _with(state, known & {*_kept(text).split()})


def keep_visits(state: State, forget: bool = False) -> Store:
    """The effect that stores the visits and leaves all else that is stored as it is; `forget` drops earlier visits."""
    return Store(" ".join(sorted(state.visited)), _replaced if forget else _joined)


def beside_visits(merge: Callable[[str, str], str]) -> Callable[[str, str], str]:
    """A feature's `merge` that leaves the stored visits as they are."""
    return lambda own, stored: _texts(merge(own, stored), _kept(stored))


def _joined(own: str, stored: str) -> str:
    return _texts(stored, " ".join(sorted({*own.split(), *_kept(stored).split()})))


def _replaced(own: str, stored: str) -> str:
    return _texts(stored, own)


def _kept(text: str) -> str:
    return dict(parse_qsl(text)).get(KEPT, "")


def _texts(text: str, visits: str) -> str:
    """A stored text with these visits in place of its own."""
    others = [pair for pair in parse_qsl(text, keep_blank_values=True) if pair[0] != KEPT]
    return urlencode([*others, *([(KEPT, visits)] if visits else [])])
