"""Stands in for CPython's package of the same name, which imports all that is in it whenever Python starts.

A page has no sockets, no processes and no threads, and its event loop is Pyodide's. What is for those comes when it is
asked for.
"""

import importlib
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.events import _BaseDefaultEventLoopPolicy as DefaultEventLoopPolicy  # type: ignore[attr-defined]
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.tasks import *
from asyncio.timeouts import *
from typing import Any

LATER = (
    "base_events",
    "graph",
    "protocols",
    "streams",
    "subprocess",
    "taskgroups",
    "threads",
    "transports",
    "unix_events",
)


def __getattr__(name: str) -> Any:
    if name in LATER:
        return importlib.import_module(f"asyncio.{name}")
    for module in (importlib.import_module(f"asyncio.{each}") for each in LATER):
        if name in module.__all__:
            return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
