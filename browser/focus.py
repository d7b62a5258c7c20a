"""Where the focus and the scroll go: to the chosen step, to what the address points at, to what comes next."""

from typing import Any

from pyscript import document
from pyscript.js_modules import page as browser

from engine import app
from engine.state import State, shown

IN_CODE = ".listing :is(button:focus, .block:hover)"
"""What was chosen in the code."""

led_to: set[str] = set()
"""The names of what is there for the learner to go on with."""


def go_to_target(state: State) -> None:
    """Go to what the address points at."""
    name = app.target(state)
    if name and (element := document.getElementById(name)):
        browser.focus(element.querySelector("h3"))
        browser.reveal(element, True)


def keep(selector: str) -> None:
    """Scroll the first thing that a selector finds and that is shown into view, by as little as possible."""
    if element := _first(selector):
        browser.reveal(element)


def moved(before: State, state: State) -> bool:
    """Whether a step has been chosen, or a failure that has one has just been drawn."""
    walked, was = shown(state), shown(before)
    drawn, was_drawn = ((each.name, at.annotations) in at.drawings for each, at in ((walked, state), (was, before)))
    return walked.step > 0 and (
        (walked.failure, walked.step) != (was.failure, was.step) or (walked.failure != "" and drawn != was_drawn)
    )


def keep_step(state: State) -> None:
    """Scroll the chosen step into view: in the drawing, or where that is not shown in the list.

    Who walks the list or the code by keyboard must see what has the focus, and who chose a step in the code that code,
    above what explains it.
    """
    if document.querySelector("li[data-step] :focus"):
        return  # the browser has scrolled to it
    if document.querySelector(IN_CODE):
        keep(IN_CODE)
        return
    walked = shown(state)
    keep(f'{walked.figure} [data-step="{walked.step}"]')


def lead(move: bool = True) -> None:
    """Give the focus to what has newly appeared for the learner to go on with; its `data-focus` names it."""
    global led_to
    found = {each.getAttribute("data-focus"): each for each in document.querySelectorAll("[data-focus]")}
    new = [element for name, element in found.items() if name not in led_to]
    led_to = set(found)
    if move and new:
        browser.focus(new[0])


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
