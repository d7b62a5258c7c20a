"""What can happen, and how it changes what is shown: only `update(state, event)` makes a new state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.address import at_desk, navigated, sought_again
from engine.sequence.diagram import ANNOTATIONS, diagram
from engine.sequence.steps import name_of, number_of
from engine.state import (
    DECIDING,
    Drawn,
    Notice,
    State,
    giving_way,
    quiet,
    told,
    undrilled,
)

if TYPE_CHECKING:
    from engine.content.load import Content
    from engine.content.mode import Annotation, Mode
    from engine.features.failures.content import Drill
    from engine.lazy import Desk
    from simulator.advice import Thoughts


@dataclass(frozen=True)
class ChooseMode:
    """Show a mode."""

    mode: str


@dataclass(frozen=True)
class ChooseStep:
    """Choose a step of the mode; 0 chooses none."""

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
class Play:
    """Start to walk, or stop."""


@dataclass(frozen=True)
class Tick:
    """While playing: time for the next step."""


@dataclass(frozen=True)
class Toggle:
    """Show or hide a kind of annotation."""

    annotation: Annotation


@dataclass(frozen=True)
class ToggleText:
    """Show the steps as a list instead of a drawing, or the other way round."""


@dataclass(frozen=True)
class Draw:
    """A drawing has been made; "" says that it could not be."""

    drawn: Drawn
    svg: str


@dataclass(frozen=True)
class Copied:
    """Something was copied, or (with its text) could not be."""

    by_hand: str = ""


@dataclass(frozen=True)
class Unsaved:
    """A picture could not be saved; where that is not certain, it may have been."""

    certain: bool


@dataclass(frozen=True)
class Dismiss:
    """Close the notice."""


@dataclass(frozen=True)
class Arrive:
    """The desk is there."""

    desk: Desk


@dataclass(frozen=True)
class Resume:
    """The page around the lesson has given back what it had kept of Practice."""

    kept: str


@dataclass(frozen=True)
class Miss:
    """The desk could not be fetched."""


@dataclass(frozen=True)
class Decide:
    """A control of the desk was used: `name` says which, such as "race.day"."""

    name: str
    value: str


@dataclass(frozen=True)
class Think:
    """What would flip the advice on a workload has been found."""

    thoughts: Thoughts


@dataclass(frozen=True)
class Renew:
    """The content was edited: here is the new one."""

    content: Content
    unlisted: tuple[str, ...] = ()
    """The names of files whose edit only an author sees, until a list of the edited names them too."""


@dataclass(frozen=True)
class Unedited:
    """The content is as it was built, or nobody can say."""


@dataclass(frozen=True)
class Refuse:
    """The content was edited and has these errors, so the last good lesson stays."""

    problems: tuple[str, ...]


@dataclass(frozen=True)
class Navigate:
    """The address says something new."""

    fragment: str


Event = (
    ChooseMode
    | ChooseStep
    | Point
    | Walk
    | Play
    | Tick
    | Toggle
    | ToggleText
    | Draw
    | Copied
    | Unsaved
    | Dismiss
    | Arrive
    | Resume
    | Miss
    | Decide
    | Think
    | Renew
    | Unedited
    | Refuse
    | Navigate
)


def update(state: State, event: Event) -> State:
    """The state after an event."""
    if isinstance(event, ChooseMode | Toggle | Decide | Navigate) and "" in state.drawings.values():
        state = replace(state, drawings={drawn: svg for drawn, svg in state.drawings.items() if svg})  # tried again
    if isinstance(event, ChooseMode | ChooseStep | Walk | Play | Decide):
        state = replace(state, sought=None)
    last = len(state.chosen.steps)
    messages = state.lesson.messages
    match event:
        case ChooseMode(mode) if mode in state.lesson.modes and mode != state.mode:
            return undrilled(replace(state, mode=mode, step=0, pointed=0, playing=False, part=""))
        case ChooseStep(step) if 0 <= step <= last:
            return undrilled(replace(state, step=step, pointed=0, playing=False))
        case Point(step) if 0 <= step <= last:
            return replace(state, pointed=step)
        case Walk(by):
            return undrilled(replace(state, step=min(max(state.step + by, 1), last), pointed=0, playing=False))
        case Play():
            if state.playing:
                return replace(state, playing=False)
            return undrilled(replace(state, playing=True, pointed=0, step=state.step % last + 1))
        case Tick() if state.desk and state.view in DECIDING:
            return replace(state, desk=state.desk.ticked())
        case Tick() if state.playing:
            step = min(state.step + 1, last)
            return replace(state, step=step, playing=step < last, pointed=0)
        case Toggle(annotation) if annotation in ANNOTATIONS:
            return replace(state, annotations=state.annotations ^ {annotation})
        case ToggleText():
            return replace(state, as_text=not state.as_text)
        case Draw(drawn, svg):
            return replace(state, drawings={**state.drawings, drawn: svg}, outdated=state.outdated - {drawn})
        case Copied(by_hand):
            text = messages("notices.copy_by_hand" if by_hand else "notices.copied")
            return told(state, Notice("copy", text, by_hand=by_hand))
        case Unsaved(certain):
            return told(state, Notice("picture", messages("notices.unsaved" if certain else "notices.unsure_saved")))
        case Dismiss():
            return quiet(state, *(notice.kind for notice in state.said))
        case Arrive(desk):
            desk = desk.renewed(state.workshop) if state.workshop else desk
            return at_desk(replace(quiet(state, "desk"), desk=desk))
        case Resume(kept) if state.desk:
            return replace(state, desk=state.desk.resumed(kept))
        case Miss() if state.view in DECIDING or state.asked:
            return told(state, Notice("desk", messages("notices.no_desk")))
        case Decide(name, value) if state.desk:
            return giving_way(replace(state, desk=state.desk.decided(name, value, state.lesson, state.mode)))
        case Think(thoughts) if state.desk:
            return replace(state, desk=state.desk.knowing(thoughts))
        case Renew(content, unlisted):
            state = replace(sought_again(_renewed(state, content)), looked=True)
            told_of = Notice("content", state.lesson.messages("notices.unlisted"), unlisted)
            return told(state, told_of) if unlisted else state
        case Unedited():
            return replace(state, looked=True)
        case Refuse(problems):
            state = replace(state, looked=True)
            if state.author:
                return told(state, Notice("content", messages("notices.author_errors"), problems))
            return told(state, Notice("content", messages("notices.old_content")))
        case Navigate(fragment):
            return navigated(state, fragment)
    return state


def wanted(state: State) -> list[Drawn]:
    """The drawings that the shown view needs and that nobody has drawn yet, or not of the present content."""
    names = {"explore": [state.mode], "compare": list(state.lesson.modes)}.get(state.view, [])
    if state.desk and state.view == "explore":
        names += state.desk.drawn(state.mode)
    drawn = state.drawings.keys() - state.outdated
    return [(name, state.annotations) for name in names if (name, state.annotations) not in drawn]


def tick(state: State) -> float | None:
    """Seconds until the next `Tick`, while something plays."""
    if state.desk and state.view in DECIDING:
        return state.desk.ticking(state.view)
    return state.lesson.words.explore.play_seconds if state.playing else None


def drawn(state: State) -> str:
    """Whose drawing Explore shows: a mode's name, or that of a failure in its place."""
    failures = state.desk.drawn(state.mode) if state.desk else []
    return failures[0] if failures else state.mode


def sequence(state: State, name: str) -> Mode | Drill | None:
    """What a drawing of that name is of: a mode, or a drill of one."""
    return state.lesson.modes.get(name) or (state.desk.drill(name) if state.desk else None)


def _renewed(state: State, content: Content) -> State:
    lesson = content.lesson
    mode = state.mode if state.mode in lesson.modes else lesson.about.modes[0]
    step = number_of(lesson.modes[mode], name_of(state.chosen, state.step)) if mode == state.mode else 0
    home = state.home if state.home[1] in lesson.modes else (state.home[0], lesson.about.modes[0])
    drawings = {(name, notes): svg for (name, notes), svg in state.drawings.items() if name in lesson.modes}
    outdated = {
        (name, notes)
        for name, notes in drawings
        if diagram(lesson, lesson.modes[name], notes).source
        != diagram(state.lesson, state.lesson.modes[name], notes).source
    }
    return replace(
        quiet(state, "content"),
        lesson=lesson,
        mode=mode,
        step=step or 0,
        pointed=0,
        home=home,
        drawings=drawings,
        outdated=state.outdated | outdated,
        workshop=content.workshop,
        desk=state.desk and state.desk.renewed(content.workshop),
    )
