"""A button or a link as a plain value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Control:
    """A button: what it says, and the event that it asks for."""

    id: str
    text: str
    event: object
    primary: bool = False
    """Whether it is the one thing to do next."""
    focus: str | None = None
    """Where the focus belongs when the button appears."""


@dataclass(frozen=True)
class Link:
    """A link: what it says, and where it leads."""

    text: str
    address: str
    primary: bool = False
    """Whether it is the one thing to do next."""
