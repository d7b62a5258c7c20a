"""Where a learner is in the sequence of the chosen mode."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.effects import Copy, Effects, Save
from engine.feature import Shown
from engine.features import FEATURES
from engine.sequence import walk
from engine.sequence.diagram import diagram
from engine.sequence.steps import name_of, number_of
from engine.state import shown as shown_on

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.state import State


DIAGRAM = "diagram"
"""The pane that Explore begins with."""
FAILURES = "failures"
"""The pane that an address with a failure asks for."""
CODE = "code"
"""The pane of the code."""


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
    pane: str = DIAGRAM
    """What is shown of the mode."""
    more: bool = False
    """Whether all of the guidance is shown, also where there is little room."""

    @property
    def shown_step(self) -> int:
        """The step that lights up."""
        return self.pointed or self.step


class ChooseStep(walk.ChooseStep):
    """Choose a step of the mode."""


class Point(walk.Point):
    """The pointer is over a step of the mode."""


class Walk(walk.Walk):
    """Walk the mode."""


class TogglePlay(walk.TogglePlay):
    """Play the mode, or stop."""


@dataclass(frozen=True)
class ChoosePane:
    """Show the diagram, or what a feature has to say of the mode in its place."""

    pane: str


@dataclass(frozen=True)
class ToggleMore:
    """Show all of the guidance, or what decides first."""


@dataclass(frozen=True)
class CopyDiagram:
    """Copy the shown diagram as Mermaid's source."""


@dataclass(frozen=True)
class SavePicture:
    """Save the shown diagram as a picture, "svg" or "png"."""

    kind: str


def update(own: Explore, event: object, page: State) -> tuple[Explore, Effects]:
    """The walk after an event, and the effects asked for."""
    match event:
        case ChoosePane(pane) if pane in panes(page.lesson):
            return replace(own, pane=pane, playing=False), ()
        case ToggleMore():
            return replace(own, more=not own.more, section=""), ()
        case CopyDiagram():
            return own, (Copy(diagram(page.lesson, shown_on(page).sequence, page.annotations).source),)
        case SavePicture(kind) if kind in ("svg", "png"):
            return own, (_save(shown_on(page), kind, page),)
    return walk.walked(own, event, len(page.chosen.steps)), ()


def lit(own: Explore) -> int:
    """The step of the mode that lights up; none where a failure's own stand in their place."""
    return 0 if own.pane == FAILURES else own.shown_step


def explained(own: Explore) -> int:
    """The step that is explained; in code one that was chosen, as what explains it takes room from the lines."""
    return own.step if own.pane == CODE else own.shown_step


def panes(lesson: Lesson) -> tuple[str, ...]:
    """What Explore can show of a mode: its diagram, and each feature within it that the lesson has."""
    within = (each.name for each in FEATURES if each.within == "explore" and each.name in lesson.features)
    return (DIAGRAM, *within)


def interval(own: Explore, page: State) -> float | None:
    """Seconds that Play stays at the step where it is: as long as a person needs to read."""
    return walk.reading_seconds(page.chosen.steps[own.step - 1]) if own.playing else None


def ticked(own: Explore, page: State) -> Explore:
    """The walk one step on; at the last step it stops."""
    return walk.ticked(own, len(page.chosen.steps))


def reset_walk(own: Explore) -> Explore:
    """The walk before its first step."""
    return replace(own, step=0, pointed=0, section="", playing=False)


def stopped(own: Explore) -> Explore:
    """The walk at rest, at the step where it is, in the diagram."""
    return replace(own, pointed=0, section="", playing=False, pane=DIAGRAM)


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
    """What the address holds of the walk and the pane: nothing while a failure stands in their place."""
    if shown_on(page).failure or "failure" in page.waiting:
        return {}
    found = {"step": name_of(page.chosen, own.step)} if own.step else {}
    found |= {"section": own.section} if own.section else {}
    return found | ({"pane": own.pane} if own.pane != DIAGRAM else {})


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
        own = replace(own, section=asked["section"], more=True) if known else own
        wrong += [] if known else [f"section={asked['section']}"]
    there = panes(page.lesson)
    if "failure" in asked:
        return (replace(own, pane=FAILURES), wrong) if FAILURES in there else (own, [*wrong, "failure"])
    pane = asked.get("pane", own.pane)
    return (replace(own, pane=pane), wrong) if pane in there else (own, [*wrong, f"pane={pane}"])


def running(own: Explore, page: State) -> tuple[str, Mapping[str, object]] | None:
    """What plays."""
    return ("play", {"mode": page.mode, "title": page.chosen.name}) if own.playing else None


def _save(drawn: Shown, kind: str, page: State) -> Save:
    return Save(f"{page.lesson.name}-{drawn.name.replace('/', '-')}.{kind}", f"{drawn.figure} .drawing")
