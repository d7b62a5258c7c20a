"""Work that takes time: none of it forgotten half way, none of it done twice, and no failure swallowed."""

import asyncio
import traceback
from collections.abc import Coroutine
from typing import Any

from pyscript import window

under_way: dict[object, asyncio.Future[None]] = {}
"""What is being drawn, fetched or thought."""
kept: set[asyncio.Future[None]] = set()
"""All of it, since what nobody refers to may be collected."""


def begin(what: object, work: Coroutine[Any, Any, None]) -> asyncio.Future[None]:
    """Do what takes time, unless it is under way."""
    if what in under_way and not under_way[what].done():  # one that has just ended sees nothing new
        work.close()
        return under_way[what]
    under_way[what] = task = later(work)
    task.add_done_callback(lambda _: under_way.get(what) is task and under_way.pop(what))
    return task


def later(work: Coroutine[Any, Any, None]) -> asyncio.Future[None]:
    """Do what takes time; a reference keeps it from being forgotten half way."""
    task = asyncio.ensure_future(work)
    kept.add(task)
    task.add_done_callback(finished)
    return task


def finished(task: asyncio.Future[None]) -> None:
    """What went wrong is never swallowed."""
    kept.discard(task)
    if not task.cancelled() and (error := task.exception()):
        window.console.error("".join(traceback.format_exception(error)))
