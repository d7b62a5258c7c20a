"""What a mode does when things go wrong: the typed shape of failures.yaml, and the words around it.

A failure is a variant of its mode's life of a request, told with the same participants, frames and steps. What
`model.py` says of its own classes holds here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import (
    Identifier,
    Label,
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
    """One way in which a mode goes wrong, and what its client then does."""

    name: Word
    """What goes wrong, in two or three words; the list of failures shows it."""
    lead: Line
    """What goes wrong, in one sentence."""
    participants: Annotated[tuple[Participant, ...], ParticipantCount]
    """The lifelines, from left to right; one that the mode has too bears the same name."""
    steps: Annotated[tuple[Step, ...], StepCount]
    """What happens, in order."""
    remedy: Points
    """What the client must do."""
    frames: Mapping[Identifier, Frame] | None = None
    """Boxes around steps, by the name that steps use in "within"."""


AllFailures = Mapping[Identifier, Mapping[Identifier, Failure]]
"""By the mode's file name, then by the failure's own name, in the order of the list. An author may add as many."""


@dataclass(frozen=True, eq=False)
class FailureWords:
    """The words around the failures."""

    heading: Label
    """Above the list of failures."""
    none: Label
    """First in the list: the mode itself, as its own diagram shows it."""
    remedy: Label
    """Above what the client must do."""
