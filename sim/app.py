"""What the page is showing, and how that changes: `update(state, event)` is the only thing that makes a new state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from sim.content.model import Annotation, Lesson, Mode
from sim.diagram import diagram

VIEWS = ("explore", "compare", "about")
THEMES = ("light", "dark")
PARTS = ("latency", "price", "engineering", "use")
"""The parts of the guidance that an address can point at."""

Drawn = tuple[str, frozenset[Annotation]]
"""Which drawing: a mode's name and the annotations in it."""


@dataclass(frozen=True)
class State:
    """Everything that the page depends on."""

    lesson: Lesson
    mode: str
    annotations: frozenset[Annotation]
    view: str = "explore"
    step: int = 0
    """The chosen step, from 1; 0 is none."""
    pointed: int = 0
    """The step that the pointer was over last, which is shown instead until another one is chosen."""
    part: str = ""
    """The part of the guidance that the address points at."""
    as_text: bool = False
    playing: bool = False
    embedded: bool = False
    author: bool = False
    theme: str = ""
    """"light" or "dark" where the address says so; else the operating system decides."""
    drawings: Mapping[Drawn, str] = field(default_factory=dict)
    """SVG text, or "" where Mermaid could not draw."""
    notice: str = ""
    notice_items: tuple[str, ...] = ()
    versions: str = ""
    """What the build was made of, for About."""
    by_hand: str = ""
    """Text that the browser would not copy, for the learner to copy."""

    @property
    def shown_step(self) -> int:
        """The step that lights up."""
        return self.pointed or self.step

    @property
    def chosen(self) -> Mode:
        """The mode that is shown."""
        return self.lesson.modes[self.mode]


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


def start(lesson: Lesson, versions: str = "") -> State:
    """The state that the static page shows."""
    return State(lesson, lesson.about.modes[0], frozenset(lesson.about.annotations), versions=versions)


def opened(lesson: Lesson, query: str, fragment: str, local: bool = False, versions: str = "") -> State:
    """The state that an address asks for; `local` says that an author serves the page to themselves.

    >>> opened(lesson, "?theme=dark&embed=1", "#view=explore&mode=batch&step=3")  # doctest: +SKIP
    """
    state = start(lesson, versions)
    asked = dict(parse_qsl(query.lstrip("?"), keep_blank_values=True))
    state = replace(state, embedded=asked.get("embed") == "1", author=local or asked.get("author") == "1")
    state = _asked(state, {name: asked[name] for name in ("theme", "view", "mode") if name in asked})
    return update(state, Navigate(fragment)) if fragment else state


def address(state: State) -> str:
    """The fragment that leads back to what is shown.

    The start of the page has none, so that a plain address stays plain.
    """
    first = start(state.lesson)
    if (state.view, state.mode, state.step, state.part) == (first.view, first.mode, 0, ""):
        return ""
    parts: dict[str, str | int] = {"view": state.view}
    if state.view != "about":
        parts["mode"] = state.mode
    if state.view == "explore" and state.step:
        parts["step"] = state.step
    if state.view == "explore" and state.part:
        parts["part"] = state.part
    return "#" + urlencode(parts)


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
        case Toggle(annotation):
            return replace(state, annotations=state.annotations ^ {annotation})
        case ToggleText():
            return replace(state, as_text=not state.as_text)
        case Draw(drawn, svg):
            return replace(state, drawings={**state.drawings, drawn: svg})
        case Copied(by_hand):
            notices = state.lesson.words.notices
            return replace(_quiet(state), notice=notices.copy_by_hand if by_hand else notices.copied, by_hand=by_hand)
        case Dismiss():
            return _quiet(state)
        case Renew(lesson):
            return _renewed(state, lesson)
        case Refuse(problems):
            notices = state.lesson.words.notices
            notice = notices.author_errors if state.author else notices.old_content
            return replace(_quiet(state), notice=notice, notice_items=problems if state.author else ())
        case Navigate(fragment):
            return _navigated(state, fragment)
    return state


def wanted(state: State) -> list[Drawn]:
    """The drawings that the shown view needs and that nobody has drawn yet."""
    names = {"explore": [state.mode], "compare": list(state.lesson.modes)}.get(state.view, [])
    return [(name, state.annotations) for name in names if (name, state.annotations) not in state.drawings]


def _quiet(state: State) -> State:
    return replace(state, notice="", notice_items=(), by_hand="")


def _unknown(state: State, notice: str, what: str) -> State:
    return replace(state, notice=notice, notice_items=(*state.notice_items, what))


def _renewed(state: State, lesson: Lesson) -> State:
    mode = state.mode if state.mode in lesson.modes else lesson.about.modes[0]
    steps = len(lesson.modes[mode].steps)
    drawings = {(name, notes): svg for (name, notes), svg in state.drawings.items()
                if name in lesson.modes and diagram(lesson, lesson.modes[name], notes).source
                == diagram(state.lesson, state.lesson.modes[name], notes).source}
    return replace(_quiet(state), lesson=lesson, mode=mode, step=min(state.step, steps), pointed=0, drawings=drawings)


def _navigated(state: State, fragment: str) -> State:
    notices = state.lesson.words.notices
    asked = dict(parse_qsl(fragment.lstrip("#"), keep_blank_values=True))
    if not fragment.lstrip("#"):
        first = start(state.lesson)
        return replace(state, view=first.view, mode=first.mode, step=0, pointed=0, part="", playing=False)
    if not asked:
        return _unknown(state, notices.unknown_name, fragment.lstrip("#"))
    return _asked(replace(state, playing=False, pointed=0, part=""), asked)


def _asked(state: State, asked: Mapping[str, str]) -> State:
    """The state with what an address asks for; what it does not know it says."""
    notices = state.lesson.words.notices
    for name, value in sorted(asked.items(), key=lambda item: item[0] != "mode"):  # a step belongs to its mode
        match name:
            case "theme" if value in THEMES:
                state = replace(state, theme=value)
            case "view" if value in VIEWS:
                state = replace(state, view=value)
            case "mode" if value in state.lesson.modes:
                state = update(state, ChooseMode(value))
            case "step" if value in map(str, range(len(state.chosen.steps) + 1)):
                state = replace(state, step=int(value))
            case "part" if value in PARTS:
                state = replace(state, part=value)
            case "theme" | "view" | "mode" | "step" | "part":
                state = _unknown(state, notices.unknown_value, f"{name}={value}")
            case _:
                state = _unknown(state, notices.unknown_name, name)
    return state
