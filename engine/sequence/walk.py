"""Walking through a sequence, step by step: whatever is drawn and explained step by step is walked alike.

A feature that shows a sequence keeps `step`, `pointed` and `playing` in its own state, and has its own kinds of these
events, so that a control says which sequence it walks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from engine.content.mode import Step

Own = TypeVar("Own", bound=Any)

WORDS_A_SECOND = 3.5
"""How fast an explanation is read: 210 words a minute. Silent reading of English non-fiction is 238 on average, says
Brysbaert (2019), "How many words do we read per minute?"; who reads of steps also looks at them."""
LEAST_SECONDS = 4.0


@dataclass(frozen=True)
class ChooseStep:
    """Choose a step, by its number; 0 chooses none, -1 the last."""

    step: int


@dataclass(frozen=True)
class Point:
    """The pointer is over a step."""

    step: int


@dataclass(frozen=True)
class Walk:
    """Go so many steps on (or, below 0, back)."""

    by: int


@dataclass(frozen=True)
class TogglePlay:
    """Start to walk, or stop."""


def walked(own: Own, event: object, last: int) -> Own:
    """The walk after one of these events, in a sequence of `last` steps; after any other as it was."""
    match event:
        case ChooseStep(step) if -1 <= step <= last:
            return replace(own, step=last if step == -1 else step, pointed=0, playing=False)
        case Point(step) if 0 <= step <= last:
            return replace(own, pointed=step)
        case Walk(by):
            return replace(own, step=min(max(own.step + by, 1), last), pointed=0, playing=False)
        case TogglePlay() if own.playing:
            return replace(own, playing=False)
        case TogglePlay():
            return replace(own, playing=True, pointed=0, step=own.step % last + 1)
    return own


def ticked(own: Own, last: int) -> Own:
    """The walk one step on; at the last step it stops."""
    step = min(own.step + 1, last)
    return replace(own, step=step, playing=step < last, pointed=0)


def reading_seconds(step: Step) -> float:
    """How long a person takes to read what happens at a step.

    >>> from types import SimpleNamespace
    >>> reading_seconds(SimpleNamespace(caption="one two", explanation="word " * 33))
    10.0
    """
    words = len(f"{step.caption} {step.explanation}".split())
    return max(LEAST_SECONDS, round(words / WORDS_A_SECOND, 1))
