"""What a bar on an axis of time shows, as plain values; places and sizes are shares of the axis, from 0 to 1."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Segment:
    """What a client does for a while."""

    client: str
    """Blocked, connected or free."""
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
class Bar:
    """One mode: one day, or as a histogram all days."""

    tail: Tail
    segments: tuple[Segment, ...] = ()
    marks: tuple[Mark, ...] = ()
    histogram: tuple[float, ...] = ()
    """The height of each column, the highest being 1."""


@dataclass(frozen=True)
class Tick:
    """A name on the axis."""

    text: str
    place: float
    side: str | None
    """"first" or "last" at the ends of the axis, "near" where there may be no room beside the name at an end."""
