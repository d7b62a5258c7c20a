"""What a learner does in Race."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChooseScenario:
    """Let the workload of a scenario race."""

    scenario: str


@dataclass(frozen=True)
class Bet:
    """Say which mode to ship, before the race."""

    mode: str


@dataclass(frozen=True)
class Guess:
    """Say within how many seconds it will be done; "" for no guess."""

    seconds: str


@dataclass(frozen=True)
class NewBet:
    """Go back to the start."""


@dataclass(frozen=True)
class TogglePlay:
    """Let the clock run, or stop it."""


@dataclass(frozen=True)
class Scrub:
    """Set the clock; the axis has `STEPS` steps."""

    step: int


@dataclass(frozen=True)
class MoveDeadline:
    """Move the deadline along the axis, in the same steps."""

    step: int


@dataclass(frozen=True)
class MoveTimeout:
    """Move the idle timeout along the axis; at the end of it there is none."""

    step: int


@dataclass(frozen=True)
class AnotherDay:
    """Race on the next day."""


@dataclass(frozen=True)
class ToggleMany:
    """Show all days, or one again."""


EVENTS: tuple[type, ...] = (
    ChooseScenario,
    Bet,
    Guess,
    NewBet,
    TogglePlay,
    Scrub,
    MoveDeadline,
    MoveTimeout,
    AnotherDay,
    ToggleMany,
)
