"""Where the eye and the keyboard are led: to the step, to the part of the guidance, to what comes next."""

from typing import Any

from pyscript import document
from pyscript.js_modules import page as browser

from engine.state import State

led_to: set[str] = set()
"""The names of what is there for the learner to go on with."""


def go_to_part(state: State) -> None:
    """Go to the part of the guidance that the address points at."""
    if state.part and (part := document.getElementById(f"{state.mode}-{state.part}")):
        browser.focus(part.querySelector("h3"))
        browser.reveal(part, True)


def keep(selector: str) -> None:
    """Scroll the first thing that a selector finds and that is shown into view, by as little as possible."""
    if element := _first(selector):
        browser.reveal(element)


def moved(before: State, state: State) -> bool:
    """Whether a step has been chosen, or a drill that has one has just been drawn."""
    drilled, place = _place(state)
    return place > 0 and (drilled, place) != _place(before)


def _place(state: State) -> tuple[object, int]:
    """The drill that is shown, with whether it is drawn, and the chosen step."""
    drawn = state.desk.drawn(state.mode) if state.desk else []
    if not drawn or not state.desk:
        return None, state.step
    return (drawn, (drawn[0], state.annotations) in state.drawings), state.desk.drills.step


def keep_step(state: State) -> None:
    """Scroll the chosen step into view: in the drawing, or where that is not shown in the list.

    Who walks the list or the code by keyboard must see what has the focus, and who chose a step in the code that code.
    """
    if document.querySelector("li[data-step] :focus, .listing :is(:focus, :hover)"):
        return  # the browser has scrolled to it
    if state.desk and state.desk.drawn(state.mode):
        keep(f'figure[data-drill][data-mode="{state.mode}"] [data-step="{state.desk.drills.step}"]')
    else:
        keep(f'figure[data-mode="{state.mode}"] [data-step="{state.step}"]')


def lead(move: bool = True) -> None:
    """Give the focus to what has newly appeared for the learner to go on with; its `data-focus` names it."""
    global led_to
    found = {each.getAttribute("data-focus"): each for each in document.querySelectorAll("[data-focus]")}
    new = [element for name, element in found.items() if name not in led_to]
    led_to = set(found)
    if move and new:
        browser.focus(new[0])


def beginning(state: State) -> list[str]:
    """Selectors of where one begins in a view, the best first; there may be no such place."""
    if state.view != "explore":
        return [f'#region-{state.view} [tabindex="-1"]']
    drilled, step = _place(state)
    if not drilled and not step:
        return ["#region-modes input:checked"]
    figure = f'figure[data-mode="{state.mode}"]'
    return [f"{figure} .canvas", f'{figure} li[data-step="{step}"] button']


def has_focus() -> bool:
    """Whether anything that is shown has the focus."""
    active = document.activeElement
    return bool(active and not active.isSameNode(document.body) and browser.seen(active))


def regain(*places: str) -> None:
    """Where what had the focus is gone or out of sight, give it to the first place that is shown, else to all of it."""
    if not has_focus():
        browser.focus(next(filter(None, map(_first, places)), document.getElementById("main")))


def _first(selector: str) -> Any:
    """The first element of a selector that is shown; None if there is none."""
    return next(filter(browser.seen, document.querySelectorAll(selector)), None)
