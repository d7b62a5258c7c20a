"""Which failure of the chosen mode is shown, and where the learner is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.sequence import walk
from engine.sequence.steps import name_of, number_of

if TYPE_CHECKING:
    from engine.features.failures.content import Failure


@dataclass(frozen=True)
class Failures:
    """The chosen failure; "" or one of another mode stands for the first of the mode."""

    failure: str = ""
    step: int = 0
    """The chosen step, from 1; 0 is none."""
    pointed: int = 0
    """The step that the pointer was over last, which is shown instead until another one is chosen."""
    playing: bool = False

    @property
    def shown_step(self) -> int:
        """The step that lights up."""
        return self.pointed or self.step


@dataclass(frozen=True)
class ChooseFailure:
    """Show a failure of the mode."""

    failure: str


class ChooseStep(walk.ChooseStep):
    """Choose a step of the failure."""


class Point(walk.Point):
    """The pointer is over a step of the failure."""


class Walk(walk.Walk):
    """Walk the failure."""


class TogglePlay(walk.TogglePlay):
    """Play the failure, or stop."""


def update(own: Failures, event: object, failures: Mapping[str, Failure]) -> Failures:
    """The state after an event; `failures` are those of the mode that is shown.

    What means nothing for them changes nothing.
    """
    if isinstance(event, ChooseFailure):
        return Failures(event.failure) if event.failure in failures else own
    if own.failure not in failures:
        return own
    return walk.walked(own, event, len(failures[own.failure].steps))


def interval(own: Failures, failures: Mapping[str, Failure]) -> float | None:
    """Seconds that Play stays at the step where it is: as long as a person needs to read."""
    chosen = failures.get(own.failure)
    return walk.reading_seconds(chosen.steps[own.step - 1]) if chosen and own.playing else None


def ticked(own: Failures, failures: Mapping[str, Failure]) -> Failures:
    """The walk one step on; at the last step it stops."""
    return walk.ticked(own, len(failures[own.failure].steps)) if own.failure in failures else own


def reset(own: Failures) -> Failures:
    """No failure is shown."""
    return Failures() if own.failure else own


def renewed(own: Failures, before: Failure | None, now: Failure | None) -> Failures:
    """The state when its failure was edited: the chosen step stays, wherever it is now; one that is gone is let go."""
    step = number_of(now, name_of(before, own.step)) if before and now else 0
    return replace(own, step=step or 0, pointed=0)


def to_url(own: Failures, failures: Mapping[str, Failure]) -> dict[str, str]:
    """What the address holds of a failure of the mode that is shown: its name, and its step where one is chosen."""
    if own.failure not in failures:
        return {}
    return {"failure": own.failure} | ({"step": name_of(failures[own.failure], own.step)} if own.step else {})


def from_url(own: Failures, asked: Mapping[str, str], failures: Mapping[str, Failure]) -> tuple[Failures, list[str]]:
    """The state as an address asks, and each "name=value" in it that means nothing.

    A step is one of the failure's, and goes unread where the mode has no such failure.
    """
    if "failure" not in asked:
        return own, []
    if asked["failure"] not in failures:
        return own, [f"failure={asked['failure']}"]
    step = asked.get("step", "0")
    number = number_of(failures[asked["failure"]], step)
    return Failures(asked["failure"], number or 0), [f"step={step}"] if number is None else []
