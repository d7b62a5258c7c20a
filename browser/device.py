"""What the device does for the page: fetching, drawing, copying, saving, remembering.

Each function asks the browser for one thing, and it may refuse: a policy, a sandbox or a lost network forbids it,
and the page goes on.
"""

import asyncio
import importlib
import json
import sys
from contextlib import suppress
from pathlib import Path

from lesson import LESSON
from pyodide.ffi import create_once_callable
from pyscript import document, window
from pyscript.ffi import to_js
from pyscript.js_modules import page as browser

from engine.renewal import Answer
from engine.sequence.diagram import Diagram


async def drawn(name: str, diagram: Diagram) -> str:
    """The SVG that Mermaid makes of a diagram; "" if it cannot."""
    names = ("spacing", "messages", "notes", "bars")
    key = json.dumps({name: getattr(diagram, name) for name in names})
    try:
        return str(await browser.draw(name.replace("/", "-"), diagram.source, key))
    except Exception as error:  # noqa: BLE001 - whatever Mermaid throws, the list stands in
        window.console.warn(f"{name}: {error}")
        return ""


async def copied(text: str) -> bool:
    """Whether a text could be put on the clipboard."""
    policy = getattr(document, "featurePolicy", None)
    try:
        if policy and not policy.allowsFeature("clipboard-write"):  # asking all the same would log an error
            return False
        await window.navigator.clipboard.writeText(text)
    except Exception:  # noqa: BLE001 - forbidden or missing
        return False
    return True


async def saved(name: str, selector: str) -> str:
    """Save a drawing as a picture that stands alone: "saved"; "unsure" if a frame may forbid it; "failed"."""
    svg = document.querySelector(selector)
    try:
        return str(await browser.save(svg, name)) if svg else "failed"
    except Exception:  # noqa: BLE001 - what saves it could not be fetched
        return "failed"


async def saved_text(name: str, text: str) -> str:
    """Save a text as a file: "saved"; "unsure" if a frame may forbid it; "failed"."""
    try:
        return str(await browser.saveText(text, name))
    except Exception:  # noqa: BLE001 - what saves it could not be fetched
        return "failed"


async def answer_at(address: str) -> Answer:
    """What the host answers at an address beside the page; none without a network, or where the line breaks."""
    if window.navigator.onLine:  # asking all the same would log an error
        with suppress(Exception):
            answer = await window.fetch(address, to_js({"cache": "no-cache"}))
            kind = answer.headers.get("content-type") or ""
            return Answer(answer.status, kind, (await answer.arrayBuffer()).to_bytes())
    return Answer()


async def install(archive: str) -> None:
    """Fetch an archive of Python modules and make them importable, also those below packages that are there already.

    Raises `OSError` where it cannot be had.
    """
    place = Path("/", Path(archive).name)
    if place.exists():
        return
    try:
        answer = await window.sim.fetched(archive)
        place.write_bytes((await answer.arrayBuffer()).to_bytes())
    except Exception as error:
        raise OSError(archive) from error
    sys.path.append(str(place))
    parents = importlib.import_module(f"{place.name.partition('-')[0]}_parents")
    for package in parents.NAMES:
        importlib.import_module(package).__path__.append(f"{place}/{package.replace('.', '/')}")


async def load_stylesheet(sheet: str) -> None:
    """Add a style sheet and wait until it is there."""
    link = document.createElement("link")
    link.rel, link.href = "stylesheet", sheet
    loaded = asyncio.Event()
    for kind in ("load", "error"):  # without its looks a view still works
        link.addEventListener(kind, create_once_callable(lambda _event: loaded.set()))
    document.head.append(link)
    await loaded.wait()


async def idle() -> None:
    """Wait until the browser has nothing better to do."""
    waited = asyncio.Event()
    later = create_once_callable(lambda *_: waited.set())
    if hasattr(window, "requestIdleCallback"):
        window.requestIdleCallback(later)
    else:
        window.setTimeout(later, 200)
    await waited.wait()


def remembered() -> str | None:
    """What the device has kept of this lesson, "" if nothing; None where it cannot keep anything.

    What it kept under the lesson's earlier name is found until something is kept under the present one.
    """
    with suppress(Exception):
        storage = window.localStorage
        storage.setItem(f"{LESSON.name}-probe", "")
        storage.removeItem(f"{LESSON.name}-probe")
        found = (storage.getItem(name) for name in (LESSON.name, LESSON.about.formerly) if name)
        return next((text for text in found if isinstance(text, str)), "")
    return None


def remember(text: str) -> None:
    """Let the device keep a text."""
    with suppress(Exception):
        window.localStorage.setItem(LESSON.name, text)
