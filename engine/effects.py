"""What an update asks of the browser, as values; `browser/perform.py` does it, and may be refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Copy:
    """Put a text on the clipboard, or let the learner copy it by hand."""

    text: str


@dataclass(frozen=True)
class Save:
    """Save the drawing that a selector finds as a picture; the file's ending says of which kind."""

    file: str
    selector: str


@dataclass(frozen=True)
class Download:
    """Save a text as a file of a name."""

    file: str
    text: str


@dataclass(frozen=True)
class Today:
    """Look up the day, such as 2026-11-26, and go on with the event that `then` makes of it."""

    then: Callable[[str], Any]


@dataclass(frozen=True)
class Roll:
    """Take a number from 1 to `most` by chance, and go on with the event that `then` makes of it."""

    most: int
    then: Callable[[int], Any]


@dataclass(frozen=True)
class Store:
    """Let the device keep a text; `merge` joins to it what another tab has stored meanwhile."""

    text: str
    merge: Callable[[str, str], str]


@dataclass(frozen=True)
class Reveal:
    """Scroll the first thing that a selector finds and that is shown into view, by as little as possible."""

    selector: str


@dataclass(frozen=True)
class Focus:
    """Give the focus to what has newly appeared for the learner to go on with; its `data-focus` names it."""


@dataclass(frozen=True)
class Visit:
    """Let Back lead to a fragment of the address: to where the learner was before this change. Not in a frame, whose
    history belongs to the page around it."""

    before: str


Effect = Copy | Save | Download | Today | Roll | Store | Reveal | Focus | Visit
Effects = tuple[Effect, ...]
