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
"""The view that is no step of the path."""
HUNCH_VIEW = "practice"
"""The view that asks for a hunch."""
KEPT = "seen"
"""The name, in the text that the device keeps, of what was looked at."""


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
    """What a screen reader says: its number, its name, and whether it is done."""


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
    """The views that are done: once is enough."""
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
    """The link to the view after this one, from the last one to the hunches of the start; None where there are none."""
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
    """The address of the two workloads to decide on a hunch, and, at the end, again."""
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
    """Let the device keep what was looked at, beside all else that it keeps; `forget` what it kept of that before."""
    return Store(" ".join(sorted(state.visited)), _replaced if forget else _joined)


def beside_visits(merge: Callable[[str, str], str]) -> Callable[[str, str], str]:
    """The way to join a feature's text to the stored one that leaves what was looked at as it is."""
    return lambda own, stored: _texts(merge(own, stored), _kept(stored))


def _joined(own: str, stored: str) -> str:
    return _texts(stored, " ".join(sorted({*own.split(), *_kept(stored).split()})))


def _replaced(own: str, stored: str) -> str:
    return _texts(stored, own)


def _kept(text: str) -> str:
    return dict(parse_qsl(text)).get(KEPT, "")


def _texts(text: str, visits: str) -> str:
    """What the device keeps, with these visits."""
    others = [pair for pair in parse_qsl(text, keep_blank_values=True) if pair[0] != KEPT]
    return urlencode([*others, *([(KEPT, visits)] if visits else [])])
