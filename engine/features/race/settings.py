"""What an author sets of Race: the section `race` of settings.yaml."""

from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import Identifier, Seconds, entries


@dataclass(frozen=True, eq=False)
class RaceSettings:
    """What Race begins with, and its axis."""

    ticks: Annotated[tuple[Seconds, ...], entries(4, 12)]
    """What the axis names, in seconds; it starts at the first, or earlier where something ends near to it."""
    reach: Seconds
    """How far the axis reaches at least, in seconds."""
    stops: Annotated[tuple[Seconds, ...], entries(4, 100)]
    """Where deadline and idle timeout stop when a learner moves them, in seconds."""
    start: Identifier | None = None
    """The scenario that races first; the first of all where none is given."""
