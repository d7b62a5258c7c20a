"""What a bar on an axis of time shows, as plain values; places and sizes are shares of the axis, from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.vocabulary import Colour, Fill


@dataclass(frozen=True)
class Look:
    """How a state of a participant is drawn, and what it is called: the same as in the sequence diagrams."""

    name: str
    fill: Fill
    colour: Colour | None


@dataclass(frozen=True)
class Segment:
    """The state of a client for a while; one without size passes at once."""

    look: Look
    start: float
    size: float


@dataclass(frozen=True)
class Mark:
    """Something that happens: "first", "done" or "lost"."""

    kind: str
    place: float


@dataclass(frozen=True)
class Tail:
    """The percentiles of all days."""

    median: float
    p95: float
    p99: float


@dataclass(frozen=True)
class Dots:
    """All days of a mode, a dot for each: its place on the axis, and its height from 0 to 1."""

    kept: tuple[tuple[float, float], ...]
    """Those that keep the deadline."""
    missed: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Bar:
    """One mode on one day."""

    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]
    tail: Tail | None = None


@dataclass(frozen=True)
class Tick:
    """A name on the axis."""

    text: str
    place: float
    side: str | None
    """"first" or "last" at the ends of the axis, "near" where there may be no room beside the name at an end."""
