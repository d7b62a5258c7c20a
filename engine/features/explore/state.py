"""Where a learner is in the sequence of the chosen mode."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.effects import Copy, Effects, Save
from engine.feature import Shown
from engine.sequence.diagram import diagram
from engine.sequence.steps import name_of, number_of
from engine.state import shown as shown_on

if TYPE_CHECKING:
    from engine.state import State


@dataclass(frozen=True)
class Explore:
    """The chosen step, and whether the walk plays."""

    step: int = 0
    """From 1; 0 is none."""
    pointed: int = 0
    """The step that the pointer was over last, which is shown instead until another one is chosen."""
    section: str = ""
    """The section of the guidance that the address points at."""
    playing: bool = False

    @property
    def shown_step(self) -> int:
        """The step that lights up."""
        return self.pointed or self.step


@dataclass(frozen=True)
class ChooseStep:
    """Choose a step of the mode, by its number; 0 chooses none, -1 the last."""

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


@dataclass(frozen=True)
class CopyDiagram:
    """Copy the shown diagram as Mermaid's source."""


@dataclass(frozen=True)
class SavePicture:
    """Save the shown diagram as a picture, "svg" or "png"."""

    kind: str


def update(own: Explore, event: object, page: State) -> tuple[Explore, Effects]:
    """The walk after an event, and the effects asked for."""
    last = len(page.chosen.steps)
    match event:
        case ChooseStep(step) if -1 <= step <= last:
            return replace(own, step=last if step == -1 else step, pointed=0, playing=False), ()
        case Point(step) if 0 <= step <= last:
            return replace(own, pointed=step), ()
        case Walk(by):
            return replace(own, step=min(max(own.step + by, 1), last), pointed=0, playing=False), ()
        case TogglePlay() if own.playing:
            return replace(own, playing=False), ()
        case TogglePlay():
            return replace(own, playing=True, pointed=0, step=own.step % last + 1), ()
        case CopyDiagram():
            return own, (Copy(diagram(page.lesson, shown_on(page).sequence, page.annotations).source),)
        case SavePicture(kind) if kind in ("svg", "png"):
            return own, (_save(shown_on(page), kind, page),)
    return own, ()


def ticked(own: Explore, page: State) -> Explore:
    """The walk one step on; at the last step it stops."""
    last = len(page.chosen.steps)
    step = min(own.step + 1, last)
    return replace(own, step=step, playing=step < last, pointed=0)


def reset_walk(own: Explore) -> Explore:
    """The walk before its first step."""
    return replace(own, step=0, pointed=0, section="", playing=False)


def stopped(own: Explore) -> Explore:
    """The walk at rest, at the step where it is."""
    return replace(own, pointed=0, section="", playing=False)


def renewed(own: Explore, before: State, page: State) -> Explore:
    """The walk in edited content: the chosen step stays, wherever it is now; one that is gone is let go."""
    same = before.mode == page.mode
    step = number_of(page.chosen, name_of(before.chosen, own.step)) if same else 0
    return replace(own, step=step or 0, pointed=0)


def shown(own: Explore, page: State) -> Shown:
    """The mode's own sequence, and the step in it."""
    return Shown(page.mode, page.chosen, own.step, f'figure[data-mode="{page.mode}"]')


def target(own: Explore, page: State) -> str:
    """The section of the guidance that the address points at."""
    return f"{page.mode}-{own.section}" if own.section else ""


def beginning(own: Explore, page: State) -> list[str]:
    """The chosen mode, or where the learner is in what is walked."""
    walked = shown_on(page)
    if not walked.failure and not walked.step:
        return ["#region-modes input:checked"]
    return [f"{walked.figure} .canvas", f'{walked.figure} li[data-step="{walked.step}"] button']


def to_url(own: Explore, page: State) -> dict[str, str]:
    """What the address holds of the walk."""
    found = {"step": name_of(page.chosen, own.step)} if own.step else {}
    return found | ({"section": own.section} if own.section else {})


def from_url(own: Explore, asked: Mapping[str, str], page: State) -> tuple[Explore, list[str]]:
    """The walk that an address asks for, and each "name=value" in it that means nothing.

    The step of a failure is none of the mode's.
    """
    wrong = []
    if "step" in asked and "failure" not in asked:
        number = number_of(page.chosen, asked["step"])
        own = replace(own, step=own.step if number is None else number)
        wrong += [f"step={asked['step']}"] if number is None else []
    if "section" in asked:
        section = page.lesson.about.sections.get(asked["section"])
        known = section is not None and section.kind != "step"
        own = replace(own, section=asked["section"]) if known else own
        wrong += [] if known else [f"section={asked['section']}"]
    return own, wrong


def running(own: Explore, page: State) -> tuple[str, Mapping[str, object]] | None:
    """What plays."""
    return ("play", {"mode": page.mode, "title": page.chosen.name}) if own.playing else None


def _save(drawn: Shown, kind: str, page: State) -> Save:
    return Save(f"{page.lesson.name}-{drawn.name.replace('/', '-')}.{kind}", f"{drawn.figure} .drawing")
