"""Runs the code that learners could start from, against a vendor on this machine: no key, no network, no pause."""

import runpy
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support.openai_api import SECRET_TEXT
from tests.support.vendors import Vendor
from tools.content import CONTENT

FILES = {file.stem: file.resolve() for file in CONTENT.glob("*/code/*.py")}


class Client:
    """A file of code, not run yet; what it prints is for `capsys`, and the pauses that it asked for are noted and not made."""

    def __init__(self, vendor: Vendor, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.vendor = vendor
        self.pauses: list[float] = []
        self.monkeypatch = monkeypatch
        self.folder = folder

    def run(self, name: str) -> Any:
        """What the file defines, once it has run to its end."""
        if name not in FILES:
            pytest.skip("no lesson has such code")
        address = self.vendor.address
        environment = {
            "ANTHROPIC_API_KEY": "none",
            "ANTHROPIC_BASE_URL": address,
            "OPENAI_API_KEY": "none",
            "OPENAI_BASE_URL": f"{address}/v1",
            "OPENAI_WEBHOOK_SECRET": SECRET_TEXT,
            "GEMINI_API_KEY": "none",
            "GOOGLE_GEMINI_BASE_URL": address,
            "NO_PROXY": "127.0.0.1",
        }
        for key, value in environment.items():
            self.monkeypatch.setenv(key, value)
        self.monkeypatch.chdir(self.folder)
        self.monkeypatch.setattr(time, "sleep", self.pauses.append)
        return Names(runpy.run_path(str(FILES[name])))


class Names:
    """What a file defines, by name. A function's globals are those of the file, so what it changes is seen."""

    def __init__(self, defined: dict[str, Any]) -> None:
        function = next(value for value in defined.values() if getattr(value, "__module__", "") == "<run_path>")
        self.defined: dict[str, Any] = function.__globals__

    def __getattr__(self, name: str) -> Any:
        return self.defined[name]


@contextmanager
def fails(kind: str, match: str | None = None) -> Iterator[None]:
    """What runs in the context ends with an error of a class, named and not imported: the vendors' packages take seconds."""
    with pytest.raises(Exception, match=match) as caught:
        yield
    assert kind in [each.__name__ for each in type(caught.value).__mro__]
