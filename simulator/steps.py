"""The steps of a mode at which its client changes its state."""

from dataclasses import dataclass

from engine.content.limits import Identifier


@dataclass(frozen=True, eq=False)
class Steps:
    """The steps of the mode at which the client's state is that of a moment: so both tell the same."""

    sent: Identifier
    """It sends a request."""
    done: Identifier
    """The whole answer is there."""
    asked: Identifier | None = None
    """The reader asks it, where one does."""
    accepted: Identifier | None = None
    """The vendor has taken the work, and it goes on."""
    first: Identifier | None = None
    """The first token is there."""
    noticed: Identifier | None = None
    """The vendor's call comes in."""
    acknowledged: Identifier | None = None
    """It has answered that call."""
    polled: Identifier | None = None
    """It asks whether the work is done."""
    told: Identifier | None = None
    """It is told."""
    fetched: Identifier | None = None
    """It fetches the result."""
