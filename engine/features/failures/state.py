"""Which of the things that can go wrong with the chosen mode is shown, and where the learner is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.sequence.steps import name_of, number_of

if TYPE_CHECKING:
    from engine.features.failures.content import Drill


@dataclass(frozen=True)
class Drills:
    """The chosen drill; "" is none, and one of another mode is as good as none."""

    drill: str = ""
    step: int = 0
    """The chosen step, from 1; 0 is none."""
    pointed: int = 0
    """The step that the pointer was over last, which is shown instead until another one is chosen."""

    @property
    def shown_step(self) -> int:
        """The step that lights up."""
        return self.pointed or self.step


def address(part: Drills, mode_drills: Mapping[str, Drill]) -> dict[str, str]:
    """What the address holds of a drill of the mode that is shown: its name, and its step where one is chosen."""
    if part.drill not in mode_drills:
        return {}
    return {"drill": part.drill} | ({"step": name_of(mode_drills[part.drill], part.step)} if part.step else {})


def followed(part: Drills, asked: Mapping[str, str], mode_drills: Mapping[str, Drill]) -> tuple[Drills, list[str]]:
    """The part as an address asks, and each "name=value" in it that means nothing.

    A step is one of the drill's, and goes unread where the mode has no such drill.
    """
    if "drill" not in asked:
        return part, []
    if asked["drill"] not in mode_drills:
        return part, [f"drill={asked['drill']}"]
    step = asked.get("step", "0")
    number = number_of(mode_drills[asked["drill"]], step)
    return Drills(asked["drill"], number or 0), [f"step={step}"] if number is None else []


def renewed(part: Drills, before: Drill | None, now: Drill | None) -> Drills:
    """The part when its drill was edited: the chosen step stays, wherever it is now; one that is gone is let go."""
    step = number_of(now, name_of(before, part.step)) if before and now else 0
    return replace(part, step=step or 0, pointed=0)


def update(part: Drills, what: str, value: str, mode_drills: Mapping[str, Drill]) -> Drills:
    """The part after its control `what` ("choose", "step", "point" or "walk") was used with a value.

    A value is a drill's name, the number of a step or "last", or by how many steps to walk. `mode_drills` are those of
    the mode that is shown; what means nothing for them changes nothing.
    """
    if what == "choose":
        return Drills(value) if value in mode_drills or not value else part
    if part.drill not in mode_drills:
        return part
    last = len(mode_drills[part.drill].steps)
    number = last if value == "last" else int(value)
    match what:
        case "step" if 0 <= number <= last:
            return replace(part, step=number, pointed=0)
        case "point" if 0 <= number <= last:
            return replace(part, pointed=number)
        case "walk":
            return replace(part, step=min(max(part.step + number, 1), last), pointed=0)
    return part
