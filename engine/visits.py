"""What a learner has looked at and which views are done, and how the device remembers that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from engine.effects import Store
from engine.feature import as_soon_as_shown
from engine.features import views
from engine.state import present

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.state import State

KEPT = "seen"
"""The name under which the device keeps the visits."""


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
