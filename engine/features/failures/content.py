"""What a mode does when things go wrong: the typed shape of failures.yaml.

A failure has participants, frames and steps as its mode has. What `engine.content.mode` says of its classes holds here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import (
    Identifier,
    Line,
    ParticipantCount,
    StepCount,
    Word,
)
from engine.content.mode import (
    Frame,
    Participant,
    Points,
    Step,
)


@dataclass(frozen=True, eq=False)
class Failure:
    """One way in which a mode goes wrong, and what to do then."""

    name: Word
    """What goes wrong, in two or three words; the list of failures shows it."""
    lead: Line
    """What goes wrong, in one sentence."""
    participants: Annotated[tuple[Participant, ...], ParticipantCount]
    """The lifelines, from left to right; one that the mode has too bears the same name."""
    steps: Annotated[tuple[Step, ...], StepCount]
    """What happens, in order."""
    remedy: Points
    """What to do then."""
    frames: Mapping[Identifier, Frame] | None = None
    """Boxes around steps, by the name that steps use in "within"."""


AllFailures = Mapping[Identifier, Mapping[Identifier, Failure]]
"""By the mode's file name, then by the failure's own name, in the order of the list. An author may add as many."""
