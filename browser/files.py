"""Files that a learner drops on a place, pastes or chooses: their text goes to the event that the place asks for.

A file is read in the page and goes nowhere else.
"""

from collections.abc import Callable
from typing import Any

from pyscript.ffi import create_proxy

from browser import tasks

Act = Callable[[str, str | None, str], None]

MOST = 5_000_001
"""How many bytes of a file are read: one more than any event takes, so that it can say so."""


def attach(root: Any, act: Act) -> None:
    """Let files be dropped on the places below `root` that say for which event, in `data-drop`; text be pasted, too."""

    def over(event: Any) -> Any:
        """The place on which a file would fall; it shows that."""
        place = event.target.closest("[data-drop]") if event.target.closest else None
        for each in root.querySelectorAll("[data-over]"):
            each.removeAttribute("data-over")
        if place and event.dataTransfer.types.includes("Files"):
            event.preventDefault()
            return place
        return None

    def on_drag(event: Any) -> None:
        if place := over(event):
            place.setAttribute("data-over", "")

    def on_drop(event: Any) -> None:
        if place := over(event):
            take(event.dataTransfer.files, place.getAttribute("data-drop"), act)

    def on_paste(event: Any) -> None:
        """A long text need not pass through its field; where something was typed, it belongs to that."""
        place = event.target.closest("[data-drop]")
        if place and not event.target.value:
            event.preventDefault()
            name, data = place.getAttribute("data-drop"), event.clipboardData
            if data.files.length:
                take(data.files, name, act)
            else:
                act(name, None, data.getData("text/plain"))

    for kind, listener in (("dragover", on_drag), ("dragleave", over), ("drop", on_drop), ("paste", on_paste)):
        root.addEventListener(kind, create_proxy(listener))


def take(files: Any, name: str, act: Act) -> None:
    """Let an event have the text of the first of some files."""
    if files.length:
        tasks.later(_read(files.item(0), name, act))


async def _read(file: Any, name: str, act: Act) -> None:
    act(name, None, await file.slice(0, MOST).text())
