"""The address and the state: what an address asks for, and which one leads back to what is shown.

The page as a whole understands a view and a mode; everything else in a fragment is a feature's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from engine.features import FEATURES, serving
from engine.first_screen import start
from engine.report.xapi import is_page, is_textbook, textbook
from engine.state import UNKNOWN_NAME, UNKNOWN_VALUE, State, present, unknown, with_features, without_notices
from engine.visits import with_visit

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.feature import Feature

THEMES = ("light", "dark")
RENAMED = {"drill": "failure", "part": "section"}
"""Names in addresses that learners kept, and what they are called now."""
TEXT_DIRECTIVE = ":~:"
"""Begins what browsers add to a link to a text; some leave it in the fragment."""


def opened(lesson: Lesson, query: str, fragment: str, local: bool = False, versions: str = "") -> State:
    """The state that an address asks for; `local` says that an author serves the page to themselves.

    >>> opened(lesson, "?theme=dark&embed=1", "#view=explore&mode=batch&step=upload")  # doctest: +SKIP
    """
    state = start(lesson, versions)
    asked = dict(_pairs(query.lstrip("?")))
    state = replace(
        state,
        embedded=asked.get("embed") == "1",
        author=local or asked.get("author") == "1",
        textbook=textbook(asked, lesson.name),
    )
    return with_visit(replace(_opened(replace(state, query=query), fragment), visited=frozenset()))


def followed_again(state: State) -> State:
    """The state after what the address asked for in vain was looked for in edited content."""
    if not state.may_come:
        return state if state.checked else without_notices(state, UNKNOWN_VALUE)
    first = start(state.lesson)
    begun = replace(without_notices(state, UNKNOWN_NAME, UNKNOWN_VALUE), view=first.view, mode=first.mode)
    return _opened(_reset(begun), state.followed or "")


def _opened(state: State, fragment: str) -> State:
    pairs = _pairs(state.query.lstrip("?"))
    state = _queried(_once(state, pairs), dict(pairs))
    state = replace(state, home=(state.view, state.mode), followed=fragment)
    return _followed(state, fragment) if fragment.lstrip("#") else state


def address(state: State) -> str:
    """The fragment that leads back to what is shown.

    Where the plain address leads, there is none. What may yet come stays in it.
    """
    if state.may_come:
        return state.followed or ""
    parts: dict[str, str] = {}
    for feature in serving(state.view, state.lesson.features):
        if feature.name in state.features:
            parts |= state.rooms[feature.name].to_url(state.features[feature.name], state)
    parts |= state.waiting
    if ((state.view, state.mode), parts) == (state.home, {}):
        return ""
    shows_modes = any(feature.name == state.view and feature.shows_modes for feature in FEATURES)
    return "#" + urlencode({"view": state.view, **({"mode": state.mode} if shows_modes else {}), **parts})


def navigated(state: State, fragment: str) -> State:
    """The state after the fragment of the address has changed."""
    return _followed(replace(without_notices(state, UNKNOWN_NAME, UNKNOWN_VALUE), followed=fragment), fragment)


def _followed(state: State, fragment: str) -> State:
    plain = fragment.lstrip("#").partition(TEXT_DIRECTIVE)[0]
    pairs = _pairs(plain)
    asked = dict(pairs)
    state = replace(_once(state, pairs), waiting={})
    state = with_features(state, **{name: room.stopped(own) for name, room, own in present(state)})
    if not plain:
        view, mode = state.home
        return _reset(replace(state, view=view, mode=mode))
    if not asked:
        return unknown(state, UNKNOWN_NAME, plain)
    if "mode" in asked:
        mode = asked.pop("mode")
        if mode in state.lesson.modes:
            state = _reset(replace(state, mode=mode))
        else:
            state = unknown(state, UNKNOWN_VALUE, f"mode={mode}")
    if "view" in asked:
        view = asked.pop("view")
        if _is_view(state.lesson, view):
            state = replace(state, view=view)
        else:
            state = unknown(state, UNKNOWN_VALUE, f"view={view}")
    return serve(state, _with_pane(state, asked))


def _with_pane(state: State, asked: Mapping[str, str]) -> Mapping[str, str]:
    """What an address asks for; who asks something of a feature within a view and names no pane means the feature's.

    Older links have no panes.
    """
    within = [each for each in serving(state.view, state.lesson.features) if each.within and each.keys[0] in asked]
    return {"pane": within[0].name, **asked} if within else asked


def serve(state: State, asked: Mapping[str, str]) -> State:
    """The state after the features of the view did what the address asks of them, or wait until they are there."""
    features = serving(state.view, state.lesson.features)
    wrong: list[str] = []
    waiting: dict[str, str] = {}
    walked = ""
    for feature in features:
        mine = {name: value for name, value in asked.items() if _takes(feature, name, asked)}
        if not mine:
            continue
        if feature.name not in state.features:
            waiting |= mine
            continue
        room = state.rooms[feature.name]
        own, strange = room.from_url(state.features[feature.name], asked, state)
        state = with_features(state, **{feature.name: own})
        walked = feature.name if room.shown(own, state) else walked
        wrong += strange
    if walked:
        others = {name: room.reset(own) for name, room, own in present(state) if name != walked}
        state = with_features(state, **others)
    wrong += [name for name in asked if not any(_takes(feature, name, asked) for feature in features)]
    for each in wrong:
        state = unknown(state, UNKNOWN_VALUE if "=" in each else UNKNOWN_NAME, each)
    return replace(state, waiting=waiting)


def _takes(feature: Feature, name: str, asked: Mapping[str, str]) -> bool:
    """Whether a feature understands a name in an address that asks for something."""
    if feature.lazy and not feature.within:
        return True
    return name in feature.keys and (not feature.within or feature.keys[0] in asked)


def _is_view(lesson: Lesson, name: str) -> bool:
    return any(feature.name == name and not feature.within for feature in FEATURES) and name in lesson.features


def _reset(state: State) -> State:
    """The state in which no sequence is walked."""
    return with_features(state, **{name: room.reset(own) for name, room, own in present(state)})


def _pairs(text: str) -> list[tuple[str, str]]:
    """The names and values in a query or a fragment."""
    return [(RENAMED.get(name, name), value) for name, value in parse_qsl(text, keep_blank_values=True)]


def _once(state: State, pairs: list[tuple[str, str]]) -> State:
    """The state after an author was told of what stands there twice: the last value counts."""
    last = dict(pairs)
    for name, value in pairs:
        if last[name] != value:
            state = unknown(state, UNKNOWN_NAME, f"{name}={value}")
    return state


def _queried(state: State, asked: Mapping[str, str]) -> State:
    """The state with what the query of an address asks for; what means nothing it says."""
    for name, value in asked.items():
        match name:
            case "theme" if value in THEMES:
                pass  # early.js has seen to it
            case "lang" | "chosen":
                pass  # and to this, where the lesson has the language
            case "height" if value == "content":
                pass  # and to this
            case "view" if _is_view(state.lesson, value):
                state = replace(state, view=value)
            case "mode" if value in state.lesson.modes:
                state = replace(state, mode=value)
            case "embed" | "author" | "xapi" if value in ("0", "1"):
                pass
            case "textbook" if is_textbook(value):
                pass
            case "activity" if is_page(value):
                pass
            case "theme" | "height" | "view" | "mode" | "embed" | "author":
                state = unknown(state, UNKNOWN_VALUE, f"{name}={value}")
            case "xapi" | "textbook" | "activity":  # which no learner wrote
                state = unknown(state, UNKNOWN_NAME, f"{name}={value}")
            case _:
                state = unknown(state, UNKNOWN_NAME, name)
    return state
