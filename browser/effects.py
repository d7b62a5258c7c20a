"""What the page does beyond showing a state: fetching, drawing, copying, saving, remembering.

Each function is one wish to the browser, which may refuse: a policy, a sandbox or a lost network forbids it, and the
page goes on.
"""

import asyncio
import importlib
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from pyodide.ffi import create_once_callable
from pyscript import document, window
from pyscript.ffi import to_js
from pyscript.js_modules import page as browser

from sim.diagram import Diagram

MEMORY = "api-modes-lesson"
"""The name under which the device keeps what a learner did."""


async def drawn(name: str, diagram: Diagram) -> str:
    """The SVG that Mermaid makes of a diagram; "" if it cannot."""
    key = json.dumps({"messages": diagram.messages, "notes": diagram.notes, "bars": diagram.bars})
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


async def text_at(address: str) -> str | None:
    """The text at an address beside the page; None if nothing is there, where some hosts answer with their own page.

    Raises `OSError` if it cannot be had just now.
    """
    answer = await fetched(address, cache="no-cache")
    if answer.status in (404, 410) or (answer.headers.get("content-type") or "").startswith("text/html"):
        return None
    if not answer.ok:
        raise OSError(address)
    return str(await answer.text())


async def fetched(address: str, **options: str) -> Any:
    """What a host answers. Raises `OSError` if the network is gone."""
    try:
        return await window.fetch(address, to_js(options))
    except Exception as error:
        raise OSError(address) from error


async def install(archive: str) -> None:
    """Fetch an archive of Python modules and make them importable, also those below packages that are there already.

    Raises `OSError` where it cannot be had.
    """
    place = Path("/", Path(archive).name)
    if place.exists():
        return
    answer = await fetched(archive)
    if not answer.ok:
        raise OSError(archive)
    place.write_bytes((await answer.arrayBuffer()).to_bytes())
    sys.path.append(str(place))
    parents = importlib.import_module(f"{place.name.partition('-')[0]}_parents")
    for package in parents.NAMES:
        importlib.import_module(package).__path__.append(f"{place}/{package.replace('.', '/')}")


async def wear(sheet: str) -> None:
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
    """What the device has kept, "" if nothing; None where it cannot keep anything."""
    with suppress(Exception):
        window.localStorage.setItem(f"{MEMORY}-probe", "")
        window.localStorage.removeItem(f"{MEMORY}-probe")
        return window.localStorage.getItem(MEMORY) or ""
    return None


def remember(text: str) -> None:
    """Let the device keep a text."""
    with suppress(Exception):
        window.localStorage.setItem(MEMORY, text)
