"""The address and the state: what an address asks for, and which one leads back to what is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from engine.report.xapi import is_page, is_textbook, textbook
from engine.sequence.steps import name_of, number_of
from engine.state import (
    DECIDING,
    HOPED,
    VIEWS,
    State,
    giving_way,
    quiet,
    start,
    undrilled,
    unknown,
)

if TYPE_CHECKING:
    from engine.content.lesson import Lesson

THEMES = ("light", "dark")
PARTS = ("latency", "price", "engineering", "use", "avoid")
"""The parts of the guidance that an address can point at."""

IN_QUERY = ("theme", "view", "mode", "embed", "author", "height", "xapi", "textbook", "activity")
IN_FRAGMENT = ("view", "mode", "step", "part")
AT_DESK = ("drill", "step", "vendor")
"""What Explore does only once the desk is there; without a drill the step is the mode's own."""
UNKNOWN = ("unknown_name", HOPED)
PRIVATE = re.compile(
    r"(.+\.)?(localhost|local|internal|test)|0\.0\.0\.0|(127|10)(\.\d+){3}"
    r"|(192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d+){2}|::1?|f[cde].*:.*|"
)
"""Names and numbers of hosts that mean something else, or nothing, on another machine."""
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
    return _sought(replace(state, query=query), fragment)


def sought_again(state: State) -> State:
    """The state after what the address asked for in vain was looked for in edited content."""
    if not state.hoping:
        return state if state.looked else quiet(state, HOPED)
    begun = replace(quiet(state, *UNKNOWN), view=VIEWS[0], mode=state.lesson.about.modes[0], step=0)
    return _sought(begun, state.sought or "")


def _sought(state: State, fragment: str) -> State:
    pairs = _pairs(state.query.lstrip("?"))
    state = _asked(_once(state, pairs), dict(pairs), IN_QUERY)
    state = replace(state, home=(state.view, state.mode), sought=fragment)
    return _followed(state, fragment) if fragment.lstrip("#") else state


def address(state: State) -> str:
    """The fragment that leads back to what is shown.

    Where the plain address leads, there is none. What may yet come stays in it.
    """
    if state.hoping:
        return state.sought or ""
    decided = state.desk.address(state.view, state.mode) if state.desk else state.asked
    if ((state.view, state.mode), state.step, state.part, decided) == (state.home, 0, "", {}):
        return ""
    parts = {"view": state.view}
    if state.view in ("explore", "compare"):
        parts["mode"] = state.mode
    if state.view == "explore" and state.step:
        parts["step"] = name_of(state.chosen, state.step)
    if state.view == "explore" and state.part:
        parts["part"] = state.part
    if state.view in ("explore", *DECIDING):
        parts |= decided
    return "#" + urlencode(parts)


def navigated(state: State, fragment: str) -> State:
    """The state after the fragment of the address has changed."""
    state = _followed(replace(quiet(state, *UNKNOWN), sought=fragment), fragment)
    return state if state.view in DECIDING else quiet(state, "desk")


def _followed(state: State, fragment: str) -> State:
    plain = fragment.lstrip("#").partition(TEXT_DIRECTIVE)[0]
    pairs = _pairs(plain)
    asked = dict(pairs)
    state = _once(state, pairs)
    state = replace(state, playing=False, pointed=0, part="", asked={}, desk=state.desk and state.desk.at_rest())
    if not plain:
        view, mode = state.home
        return undrilled(replace(state, view=view, mode=mode, step=0))
    if not asked:
        return unknown(state, "unknown_name", plain)
    if asked.get("mode") in state.lesson.modes:
        state = replace(state, step=0)
    if asked.get("mode") in state.lesson.modes or "step" in asked:  # whose step it is, a drill beside it says
        state = undrilled(state)
    if asked.get("view") in DECIDING:
        view = asked.pop("view")
        return at_desk(replace(state, view=view, asked=asked))
    later = [name for name in AT_DESK if name in asked and (name != "step" or "drill" in asked)]
    waiting = {name: asked.pop(name) for name in later}
    return at_desk(replace(_asked(state, asked, IN_FRAGMENT), asked=waiting))


def _pairs(text: str) -> list[tuple[str, str]]:
    """The names and values in a query or a fragment."""
    return parse_qsl(text, keep_blank_values=True)


def _once(state: State, pairs: list[tuple[str, str]]) -> State:
    """The state after an author was told of what stands there twice: the last value counts."""
    last = dict(pairs)
    for name, value in pairs:
        if last[name] != value:
            state = unknown(state, "unknown_name", f"{name}={value}")
    return state


def at_desk(state: State) -> State:
    """The state after the desk, if it is there, has done what the address asks of it."""
    if not (state.desk and state.asked):
        return state
    desk, wrong = state.desk.followed(state.view, state.mode, state.asked)
    state = giving_way(replace(state, desk=desk, asked={}))
    for each in wrong:
        state = unknown(state, "unknown_value" if "=" in each else "unknown_name", each)
    return state


def _asked(state: State, asked: Mapping[str, str], names: tuple[str, ...]) -> State:
    """The state with what an address asks for; what means nothing it says."""
    for name in sorted(asked, key=lambda name: name != "mode"):  # a step is one of its mode's
        value = asked[name]
        if name not in names:
            state = unknown(state, "unknown_name", name)
            continue
        match name:
            case "theme" if value in THEMES:
                pass  # early.js has seen to it
            case "height" if value == "content":
                pass  # and to this
            case "view" if value in VIEWS:
                state = replace(state, view=value)
            case "mode" if value in state.lesson.modes:
                state = replace(state, mode=value)
            case "step" if (number := number_of(state.chosen, value)) is not None:
                state = replace(state, step=number)
            case "part" if value in PARTS:
                state = replace(state, part=value)
            case "embed" | "author" | "xapi" if value in ("0", "1"):
                pass
            case "textbook" if is_textbook(value):
                pass
            case "activity" if is_page(value):
                pass
            case "xapi" | "textbook" | "activity":  # which no learner wrote
                state = unknown(state, "unknown_name", f"{name}={value}")
            case _:
                state = unknown(state, "unknown_value", f"{name}={value}")
    return state


def public(address: str) -> str:
    """The page's own address without query and fragment, where others can reach it; "" where only its author can.

    >>> public("https://example.org/sims/flow/main.html?theme=dark#view=race")
    'https://example.org/sims/flow/main.html'
    >>> public("http://127.0.0.1:8000/"), public("file:///home/me/main.html"), public("about:srcdoc")
    ('', '', '')
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or PRIVATE.fullmatch(parts.hostname or ""):
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
