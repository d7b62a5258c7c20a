"""The address and the state: what an address asks for, and which one leads back to what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from sim.content.model import Lesson
from sim.state import VIEWS, State, quiet, start, unknown

THEMES = ("light", "dark")
PARTS = ("latency", "price", "engineering", "use")
"""The parts of the guidance that an address can point at."""

IN_QUERY = ("theme", "view", "mode", "embed", "author")
IN_FRAGMENT = ("view", "mode", "step", "part")
UNKNOWN = ("unknown_name", "unknown_value")


def opened(lesson: Lesson, query: str, fragment: str, local: bool = False, versions: str = "") -> State:
    """The state that an address asks for; `local` says that an author serves the page to themselves.

    >>> opened(lesson, "?theme=dark&embed=1", "#view=explore&mode=batch&step=3")  # doctest: +SKIP
    """
    state = start(lesson, versions)
    asked = dict(parse_qsl(query.lstrip("?"), keep_blank_values=True))
    state = replace(state, embedded=asked.get("embed") == "1", author=local or asked.get("author") == "1")
    state = _asked(state, asked, IN_QUERY)
    state = replace(state, home=(state.view, state.mode))
    return _followed(state, fragment) if fragment.lstrip("#") else state


def address(state: State) -> str:
    """The fragment that leads back to what is shown.

    Where the plain address leads, there is none.
    """
    if ((state.view, state.mode), state.step, state.part) == (state.home, 0, ""):
        return ""
    parts: dict[str, str | int] = {"view": state.view}
    if state.view != "about":
        parts["mode"] = state.mode
    if state.view == "explore" and state.step:
        parts["step"] = state.step
    if state.view == "explore" and state.part:
        parts["part"] = state.part
    return "#" + urlencode(parts)


def navigated(state: State, fragment: str) -> State:
    """The state after the fragment of the address has changed."""
    return _followed(quiet(state, *UNKNOWN), fragment)


def _followed(state: State, fragment: str) -> State:
    plain = fragment.lstrip("#")
    asked = dict(parse_qsl(plain, keep_blank_values=True))
    state = replace(state, playing=False, pointed=0, part="")
    if not plain:
        view, mode = state.home
        return replace(state, view=view, mode=mode, step=0)
    if not asked:
        return unknown(state, "unknown_name", plain)
    if asked.get("mode") in state.lesson.modes:
        state = replace(state, step=0)
    return _asked(state, asked, IN_FRAGMENT)


def _asked(state: State, asked: Mapping[str, str], names: tuple[str, ...]) -> State:
    """The state with what an address asks for; what means nothing it says."""
    for name in sorted(asked, key=lambda name: name != "mode"):  # a step is one of its mode's
        value = asked[name]
        if name not in names:
            state = unknown(state, "unknown_name", name)
            continue
        match name:
            case "theme" if value in THEMES:
                state = replace(state, theme=value)
            case "view" if value in VIEWS:
                state = replace(state, view=value)
            case "mode" if value in state.lesson.modes:
                state = replace(state, mode=value)
            case "step" if value in map(str, range(len(state.chosen.steps) + 1)):
                state = replace(state, step=int(value))
            case "part" if value in PARTS:
                state = replace(state, part=value)
            case "embed" | "author" if value in ("0", "1"):
                pass
            case _:
                state = unknown(state, "unknown_value", f"{name}={value}")
    return state
