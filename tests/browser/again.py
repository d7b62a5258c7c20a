"""Runs in the page, after `main.py`: another first visit in the interpreter that is there (tests/browser/visits.py)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pyscript import window
from pyscript.ffi import create_proxy

from browser import device, embedder, focus, listeners, rendered, runtime, tasks


async def visit_again(fragment: str) -> None:
    """Start the lesson as `runtime.start` does, on the page as the build wrote it, with nothing stored."""
    await end()
    window.asBuilt(fragment)
    with at_once():
        runtime.adopt()
        await runtime.finish_start()


async def end() -> None:
    """Give up what is under way, and forget what modules remember of the visit before."""
    for task in [*tasks.kept, *filter(None, [runtime.clock])]:
        task.cancel()
    while tasks.kept:
        await asyncio.sleep(0)
    tasks.under_way.clear()
    rendered.renderings.clear()
    runtime.clock, runtime.visiting = None, False
    focus.led_to, listeners.clicked_at = set(), (-1, -1)


@contextmanager
def at_once() -> Iterator[None]:
    """While it runs nothing waits for the browser to be idle, and nothing is listened to: what was attached at the first
    start still listens.
    """
    nothing = create_proxy(lambda *_: None)
    others: list[tuple[Any, str, Any]] = [
        (listeners, "attach", lambda *_: None),
        (listeners, "at_address", lambda *_: None),
        (embedder, "attach", lambda *_: None),
        (runtime, "create_proxy", lambda _: nothing),
        (device, "idle", soon),
    ]
    own = [(module, name, getattr(module, name)) for module, name, _ in others]
    try:
        for module, name, value in others:
            setattr(module, name, value)
        yield
    finally:
        for module, name, value in own:
            setattr(module, name, value)


async def soon() -> None:
    """Instead of waiting until the browser has nothing better to do, which may be long after a click."""
    await asyncio.sleep(0)


window.visitAgain = create_proxy(visit_again)
