"""What can happen, and how it changes what is shown: only `update(state, event)` makes a new state."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sim.address import navigated
from sim.content.model import Annotation, Lesson
from sim.diagram import ANNOTATIONS, diagram
from sim.state import VIEWS, Drawn, Notice, State, quiet, told


@dataclass(frozen=True)
class ChooseView:
    """Show a view."""

    view: str


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
class Dismiss:
    """Close the notice."""


@dataclass(frozen=True)
class Renew:
    """The content was edited: here is the new lesson."""

    lesson: Lesson


@dataclass(frozen=True)
class Refuse:
    """The content was edited and has these errors, so the last good lesson stays."""

    problems: tuple[str, ...]


@dataclass(frozen=True)
class Navigate:
    """The address says something new."""

    fragment: str


Event = (ChooseView | ChooseMode | ChooseStep | Point | Walk | Play | Tick | Toggle | ToggleText | Draw | Copied
         | Dismiss | Renew | Refuse | Navigate)


def update(state: State, event: Event) -> State:
    """The state after an event."""
    last = len(state.chosen.steps)
    match event:
        case ChooseView(view) if view in VIEWS:
            return replace(state, view=view, playing=False, pointed=0, part="")
        case ChooseMode(mode) if mode in state.lesson.modes and mode != state.mode:
            return replace(state, mode=mode, step=0, pointed=0, playing=False, part="")
        case ChooseStep(step) if 0 <= step <= last:
            return replace(state, step=step, pointed=0, playing=False)
        case Point(step) if 0 <= step <= last:
            return replace(state, pointed=step)
        case Walk(by):
            return replace(state, step=min(max(state.step + by, 1), last), pointed=0, playing=False)
        case Play():
            if state.playing:
                return replace(state, playing=False)
            return replace(state, playing=True, pointed=0, step=state.step % last + 1)
        case Tick() if state.playing:
            step = min(state.step + 1, last)
            return replace(state, step=step, playing=step < last, pointed=0)
        case Toggle(annotation) if annotation in ANNOTATIONS:
            return replace(state, annotations=state.annotations ^ {annotation})
        case ToggleText():
            return replace(state, as_text=not state.as_text)
        case Draw(drawn, svg):
            return replace(state, drawings={**state.drawings, drawn: svg})
        case Copied(by_hand):
            notices = state.lesson.words.notices
            text = notices.copy_by_hand if by_hand else notices.copied
            return told(state, Notice("copy", text, by_hand=by_hand))
        case Dismiss():
            return replace(state, notices=())
        case Renew(lesson):
            return _renewed(state, lesson)
        case Refuse(problems):
            notices = state.lesson.words.notices
            if state.author:
                return told(state, Notice("content", notices.author_errors, problems))
            return told(state, Notice("content", notices.old_content))
        case Navigate(fragment):
            return navigated(state, fragment)
    return state


def wanted(state: State) -> list[Drawn]:
    """The drawings that the shown view needs and that nobody has drawn yet."""
    names = {"explore": [state.mode], "compare": list(state.lesson.modes)}.get(state.view, [])
    return [(name, state.annotations) for name in names if (name, state.annotations) not in state.drawings]


def _renewed(state: State, lesson: Lesson) -> State:
    mode = state.mode if state.mode in lesson.modes else lesson.about.modes[0]
    step = min(state.step, len(lesson.modes[mode].steps)) if mode == state.mode else 0
    home = state.home if state.home[1] in lesson.modes else (state.home[0], lesson.about.modes[0])
    drawings = {(name, notes): svg for (name, notes), svg in state.drawings.items()
                if name in lesson.modes and diagram(lesson, lesson.modes[name], notes).source
                == diagram(state.lesson, state.lesson.modes[name], notes).source}
    return replace(quiet(state, "content"), lesson=lesson, mode=mode, step=step, pointed=0, home=home,
                   drawings=drawings)
