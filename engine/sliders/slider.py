"""What a slider shows, as plain values; places and sizes are shares of the track, from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from engine.content.mode import Mode


@dataclass(frozen=True)
class Zone:
    """A part of the track along which one mode is recommended."""

    mode: Mode | None
    """None where no mode is feasible."""
    name: str
    length: Literal["short", "medium", "long"]
    """How long its name is: where there is no room for it, its sign stands alone, and the sentence below names it."""
    start: float
    size: float


@dataclass(frozen=True)
class Mark:
    """A value on the track with a name, such as the one that the case had at first."""

    text: str
    place: float


@dataclass(frozen=True)
class Slider:
    """A fact that a learner can slide along its range."""

    fact: str
    name: str
    value: str
    """What it is now."""
    mode: Mode | None
    """The mode that is recommended now; None where none is feasible, or nobody has looked yet."""
    best: str
    """The same in words; "" where nobody has looked yet."""
    step: int
    """Where the thumb stands, of the steps from 0 to `last`."""
    last: int
    spoken: str
    """Its value and what is recommended, for who does not see the track."""
    zones: tuple[Zone, ...]
    """Empty while they are being looked for."""
    summary: str
    """The zones in a sentence."""
    first: Mark | None
    """What the fact was at first; None where it still is."""
