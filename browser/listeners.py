"""What a learner does to the page, as events."""

from collections.abc import Callable
from typing import Any

from pyscript import window
from pyscript.ffi import create_proxy
from pyscript.js_modules import page as browser

from browser import files
from engine.features import serving
from engine.html import link_to
from engine.page_events import Navigate
from engine.sequence.steps import name_of
from engine.state import State

Dispatch = Callable[[Any], None]
Act = Callable[[str, str | None, str], None]

ARROWS = {"ArrowRight": 1, "ArrowDown": 1, "ArrowLeft": -1, "ArrowUp": -1}
"""Keys that lead on or back."""

clicked_at = (-1, -1)
"""Where the pointer was when it last clicked: what then comes to lie under it was not pointed at."""


def attach(root: Any, state: Callable[[], State], dispatch: Dispatch, act: Act) -> None:
    """Listen to everything below `root`: one listener for each kind of browser event, for good."""

    def on_click(event: Any) -> None:
        global clicked_at
        clicked_at = (event.clientX, event.clientY)
        control = event.target.closest("[data-event]")
        if control and control.tagName not in ("INPUT", "SELECT"):
            act(control.getAttribute("data-event"), control.getAttribute("data-value"), "")
        elif (drawn := event.target.closest(".canvas [data-step]")) and (place := drawn.closest("[data-steps]")):
            choose_drawn(state(), place, drawn, dispatch, act)

    def on_change(event: Any) -> None:
        if not (name := event.target.getAttribute("data-event")):
            return
        if event.target.type == "file":
            files.take(event.target.files, name, act)
        else:
            act(name, event.target.getAttribute("data-value"), event.target.value)

    def on_input(event: Any) -> None:
        if event.target.hasAttribute("data-live"):
            on_change(event)

    def on_keydown(event: Any) -> None:
        place = event.target.closest("[data-keys]")
        if not place or event.ctrlKey or event.metaKey or event.altKey:
            return
        feature = place.closest("[data-steps]").getAttribute("data-steps")
        if not served(state(), feature):
            return
        if place.getAttribute("data-keys") == "buttons":
            if control := beside(place, event.target, event.key):
                event.preventDefault()
                browser.focus(control)
            elif event.key == "Escape":
                event.preventDefault()
                act(f"{feature}.choose-step", "0", "")
        elif asked := walked(event.key):
            event.preventDefault()
            act(f"{feature}.{asked[0]}", asked[1], "")

    def on_focus(event: Any) -> None:
        # The button that lets go of the step acts when it is pressed only: it would vanish under the focus.
        if event.target.matches('[data-event$=".choose-step"]:not([data-value="0"]):focus-visible'):
            act(event.target.getAttribute("data-event"), event.target.getAttribute("data-value"), "")

    def on_point(event: Any) -> None:
        if abs(event.clientX - clicked_at[0]) < 2 and abs(event.clientY - clicked_at[1]) < 2:
            return
        step = event.target.closest("[data-steps] [data-step]")
        if not step or event.pointerType != "mouse":
            return
        feature = step.closest("[data-steps]").getAttribute("data-steps")
        if served(state(), feature):
            act(f"{feature}.point", step.getAttribute("data-step"), "")

    for kind, listener in (
        ("click", on_click),
        ("change", on_change),
        ("input", on_input),
        ("keydown", on_keydown),
        ("focusin", on_focus),
        ("pointerover", on_point),
    ):
        root.addEventListener(kind, create_proxy(listener))
    files.attach(root, act)


def served(state: State, feature: str) -> bool:
    """Whether the shown view is the one in which a feature's steps are walked."""
    return any(each.name == feature for each in serving(state.view, state.lesson.features))


def choose_drawn(state: State, place: Any, drawn: Any, dispatch: Dispatch, act: Act) -> None:
    """A step was clicked in a drawing: it is chosen, from another view by way of the one where it is walked."""
    feature, step = place.getAttribute("data-steps"), drawn.getAttribute("data-step")
    if served(state, feature):
        act(f"{feature}.choose-step", step, "")
    else:
        mode = place.dataset.mode
        dispatch(Navigate(link_to(view=feature, mode=mode, step=name_of(state.lesson.modes[mode], int(step)))))


def beside(place: Any, control: Any, key: str) -> Any:
    """The button of a place to which a key leads from another one; None where it leads nowhere."""
    buttons = list(place.querySelectorAll("button"))
    at = next((index for index, each in enumerate(buttons) if each.isSameNode(control)), 0)
    to = {"Home": 0, "End": len(buttons) - 1}.get(key, at + ARROWS[key] if key in ARROWS else -1)
    return buttons[to] if 0 <= to < len(buttons) else None


def walked(key: str) -> tuple[str, str] | None:
    """What a key does on a diagram that has the focus: an event's own name, and its value."""
    if key in ARROWS:
        return "walk", str(ARROWS[key])
    to = {"Home": "1", "End": "-1", "Escape": "0"}.get(key)
    return ("choose-step", to) if to else None


def at_address(follow: Callable[[str], None]) -> None:
    """Listen to the address: the learner followed a link, or went back."""
    window.addEventListener("hashchange", create_proxy(lambda _event: follow(window.location.hash)))
