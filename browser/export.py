"""What leaves the page: the text that a Copy button means, and the drawing that a Download button means."""

import importlib

from engine import app
from engine.features.about.view import snippet
from engine.sequence.diagram import diagram
from engine.state import State


def text(state: State, what: str, here: str) -> str:
    """The text to copy; `here` is the address of what is shown. "" for what is not there yet."""
    match what:
        case "mermaid":
            shown = app.sequence(state, app.drawn(state)) or state.chosen
            return diagram(state.lesson, shown, state.annotations).source
        case "snippet":
            return snippet(state.lesson, state.here)
        case "link":
            return here
    return str(importlib.import_module("engine.lazy_page").text(state, what, here)) if state.desk else ""


def picture(state: State, kind: str) -> tuple[str, str]:
    """The name of the file to save, "svg" or "png", and the selector of its drawing."""
    name = app.drawn(state)
    figure = f'figure{"" if name == state.mode else "[data-drill]"}[data-mode="{state.mode}"]'
    return f"{state.lesson.name}-{name.replace('/', '-')}.{kind}", f"{figure} .drawing"
