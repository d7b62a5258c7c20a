"""The rival in stock PyScript: reads the content, builds a mode's Mermaid source in Python, lets Mermaid draw it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from pyscript import document, when, window
from pyscript.ffi import to_js
from pyscript.js_modules import mermaid

from engine.messages import Messages, no_plural
from engine.sequence.diagram import diagram

FIGURE = document.querySelector("figure")
OPTIONAL = dict.fromkeys(("to", "states", "within", "notes"))


def read(name: str) -> Any:
    """A content file."""
    return yaml.safe_load(Path(f"content/{name}.yaml").read_text())


def mode(data: dict[str, Any]) -> SimpleNamespace:
    """What the diagram asks of a mode; `from_` is `from` in a file."""
    steps = [SimpleNamespace(**{**OPTIONAL, **step, "from_": step["from"]}) for step in data["steps"]]
    frames = {name: SimpleNamespace(**frame) for name, frame in data.get("frames", {}).items()}
    participants = [SimpleNamespace(**participant) for participant in data["participants"]]
    return SimpleNamespace(name=data["name"], lead=data["lead"], participants=participants, steps=steps, frames=frames)


def records(group: dict[str, dict[str, Any]]) -> dict[str, SimpleNamespace]:
    """Named groups of fields; a field that is left out is None."""
    return {name: SimpleNamespace(**{"colour": None, **each}) for name, each in group.items()}


about, explore = read("lesson"), read("messages/en")["explore"]
lesson: Any = SimpleNamespace(
    about=SimpleNamespace(annotations=records(about["annotations"]), states=records(about["states"])),
    messages=Messages("en", {f"explore.{key}": text for key, text in explore.items()}, no_plural),
)
shown = frozenset(name for name, annotation in about["annotations"].items() if annotation["shown"])
modes: dict[str, Any] = {name: mode(read(f"modes/{name}")) for name in about["modes"]}


async def draw() -> None:
    """Show the chosen mode."""
    name = document.querySelector("input:checked").value
    source = diagram(lesson, modes[name], shown).source
    drawn = await mermaid.default.render("drawing", source)
    FIGURE.innerHTML = drawn.svg
    FIGURE.dataset.mode = name


@when("change", "fieldset")
async def choose(_event: Any) -> None:
    """Another mode was chosen."""
    await draw()


mermaid.default.initialize(to_js({"startOnLoad": False}))
await draw()  # noqa: F704 - PyScript runs a script as a coroutine
window.performance.mark("sim:ready")
