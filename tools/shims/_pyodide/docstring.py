"""Stands in for Pyodide's module of the same name, which looks for the signature of every method of a JavaScript object
whenever Python starts, so that `help` could show it.
"""

from collections.abc import Callable
from typing import Any


def dedent_docstring(_text: str) -> str:
    """What `help` shows."""
    return ""


def get_cmeth_docstring(_method: Callable[..., Any]) -> str:
    """What `help` shows of a method."""
    return ""
