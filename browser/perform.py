"""Does what an update asks of the browser, and tells what came of it."""

import random
import time
from collections.abc import Awaitable, Callable
from typing import Any

from browser import device, focus, tasks
from engine.effects import Copy, Download, Effect, Focus, Reveal, Roll, Save, Store, Today
from engine.page_events import Copied, NotSaved

Dispatch = Callable[[Any], None]


def perform(effect: Effect, dispatch: Dispatch) -> None:
    """Do what an update asks of the browser."""
    match effect:
        case Copy(text):
            tasks.later(_copy(text, dispatch))
        case Save(file, selector):
            tasks.later(_save(device.saved(file, selector), dispatch))
        case Download(file, text):
            tasks.later(_save(device.saved_text(file, text), dispatch))
        case Today(then):
            tasks.later(_go_on(then(time.strftime("%Y-%m-%d")), dispatch))
        case Roll(most, then):
            tasks.later(_go_on(then(random.randint(1, most)), dispatch))  # noqa: S311
        case Store(text, merge):
            device.remember(merge(text, device.remembered() or ""))
        case Reveal(selector):
            focus.keep(selector)
        case Focus():
            focus.lead()


async def _copy(text: str, dispatch: Dispatch) -> None:
    """Put a text on the clipboard, or show it to be copied by hand."""
    dispatch(Copied() if await device.copied(text) else Copied(by_hand=text))


async def _save(saving: Awaitable[str], dispatch: Dispatch) -> None:
    """Save a file, and say so where a reader may look for it in vain."""
    outcome = await saving
    if outcome != "saved":
        dispatch(NotSaved(certain=outcome == "failed"))


async def _go_on(event: Any, dispatch: Dispatch) -> None:
    """Go on with another event once the one before it is done."""
    dispatch(event)
