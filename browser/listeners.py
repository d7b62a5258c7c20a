"""What a learner does to the page, as events of `engine.app`."""

from collections.abc import Callable, Iterator
from typing import Any

from pyscript import window
from pyscript.ffi import create_proxy
from pyscript.js_modules import page as browser

from engine import app
from engine.html import link_to
from engine.sequence.steps import name_of
from engine.state import State

Dispatch = Callable[[app.Event], None]
Act = Callable[[str, str], None]

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
            act(control.getAttribute("data-event"), control.getAttribute("data-value") or "")
        elif drawn := event.target.closest(".canvas [data-step]"):
            for each in drawn_step(state(), drawn):
                dispatch(each)

    def on_change(event: Any) -> None:
        if name := event.target.getAttribute("data-event"):
            act(name, event.target.value)

    def on_input(event: Any) -> None:
        if event.target.hasAttribute("data-live"):
            on_change(event)

    def on_keydown(event: Any) -> None:
        place = event.target.closest("[data-keys]")
        if not place or event.ctrlKey or event.metaKey or event.altKey:
            return
        if asked := walked(state(), place.getAttribute("data-keys"), event.key):
            event.preventDefault()
            dispatch(asked)
        elif place.getAttribute("data-keys") == "code" and (control := beside(place, event.target, event.key)):
            event.preventDefault()
            browser.focus(control)

    def on_focus(event: Any) -> None:
        if event.target.matches(':is([data-event="step"], [data-event="drills.step"]):focus-visible'):
            act(event.target.getAttribute("data-event"), event.target.getAttribute("data-value"))

    def on_point(event: Any) -> None:
        if abs(event.clientX - clicked_at[0]) < 2 and abs(event.clientY - clicked_at[1]) < 2:
            return
        step = event.target.closest(":is(figure, .code) [data-step]")
        if not step or event.pointerType != "mouse" or state().view != "explore":
            return
        if step.closest("[data-drill]"):
            dispatch(app.Decide("drills.point", step.dataset.step))
        elif int(step.dataset.step) != state().pointed:
            dispatch(app.Point(int(step.dataset.step)))

    for kind, listener in (
        ("click", on_click),
        ("change", on_change),
        ("input", on_input),
        ("keydown", on_keydown),
        ("focusin", on_focus),
        ("pointerover", on_point),
    ):
        root.addEventListener(kind, create_proxy(listener))


def drawn_step(state: State, drawn: Any) -> Iterator[app.Event]:
    """A step was clicked in a drawing: it is chosen, from Compare by way of Explore."""
    figure, step = drawn.closest("figure"), drawn.dataset.step
    mode = figure.dataset.mode
    if figure.hasAttribute("data-drill"):
        yield app.Decide("drills.step", step)
    elif state.view == "explore":
        yield app.ChooseStep(int(step))
    else:
        yield app.Navigate(link_to(view="explore", mode=mode, step=name_of(state.lesson.modes[mode], int(step))))


def beside(place: Any, control: Any, key: str) -> Any:
    """The button of a place to which a key leads from another one; None where it leads nowhere."""
    buttons = list(place.querySelectorAll("button"))
    at = next((index for index, each in enumerate(buttons) if each.isSameNode(control)), 0)
    to = {"Home": 0, "End": len(buttons) - 1}.get(key, at + ARROWS[key] if key in ARROWS else -1)
    return buttons[to] if 0 <= to < len(buttons) else None


def walked(state: State, keys: str, key: str) -> app.Event | None:
    """What a key does on a diagram that has the focus; `keys` says which diagram it is."""
    by = ARROWS.get(key)
    if keys == "code":
        return app.ChooseStep(0) if key == "Escape" else None
    if keys == "drill":
        at = {"Home": "1", "End": "last", "Escape": "0"}.get(key)
        return app.Decide("drills.walk", str(by)) if by else app.Decide("drills.step", at) if at else None
    if state.view != "explore":
        return None
    to = {"Home": 1, "End": len(state.chosen.steps), "Escape": 0}.get(key)
    return app.Walk(by) if by else app.ChooseStep(to) if to is not None else None


def at_address(follow: Callable[[str], None]) -> None:
    """Listen to the address: the learner followed a link, or went back."""
    window.addEventListener("hashchange", create_proxy(lambda _event: follow(window.location.hash)))
