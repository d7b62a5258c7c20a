"""What the page is showing, and how that changes: `update(state, event)` is the only thing that makes a new state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from sim.content.model import Annotation, Lesson, Mode
from sim.diagram import ANNOTATIONS, diagram

VIEWS = ("explore", "compare", "about")
THEMES = ("light", "dark")
PARTS = ("latency", "price", "engineering", "use")
"""The parts of the guidance that an address can point at."""

IN_QUERY = ("theme", "view", "mode", "embed", "author")
IN_FRAGMENT = ("view", "mode", "step", "part")
UNKNOWN = ("unknown_name", "unknown_value")

Drawn = tuple[str, frozenset[Annotation]]
"""Which drawing: a mode's name and the annotations in it."""


@dataclass(frozen=True)
class Notice:
    """Something that the page says about itself; a new one takes the place of the last of its kind."""

    kind: str
    text: str
    items: tuple[str, ...] = ()
    by_hand: str = ""
    """Text that the browser would not copy, for the learner to copy."""


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
    notices: tuple[Notice, ...] = ()
    home: tuple[str, str] = ("", "")
    """The view and the mode that the plain address leads to."""
    versions: str = ""
    """What the build was made of, for About."""

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
    mode = lesson.about.modes[0]
    return State(lesson, mode, frozenset(lesson.about.annotations), versions=versions, home=(VIEWS[0], mode))


def opened(lesson: Lesson, query: str, fragment: str, local: bool = False, versions: str = "") -> State:
    """The state that an address asks for; `local` says that an author serves the page to themselves.

    >>> opened(lesson, "?theme=dark&embed=1", "#view=explore&mode=batch&step=3")  # doctest: +SKIP
    """
    state = start(lesson, versions)
    asked = dict(parse_qsl(query.lstrip("?"), keep_blank_values=True))
    state = replace(state, embedded=asked.get("embed") == "1", author=local or asked.get("author") == "1")
    state = _asked(state, asked, IN_QUERY)
    state = replace(state, home=(state.view, state.mode))
    return update(state, Navigate(fragment)) if fragment else state


def address(state: State) -> str:
    """The fragment that leads back to what is shown.

    Where the plain address leads, there is none.
    """
    if ((state.view, state.mode), state.step, state.part) == (state.home, 0, ""):
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
        case Toggle(annotation) if annotation in ANNOTATIONS:
            return replace(state, annotations=state.annotations ^ {annotation})
        case ToggleText():
            return replace(state, as_text=not state.as_text)
        case Draw(drawn, svg):
            return replace(state, drawings={**state.drawings, drawn: svg})
        case Copied(by_hand):
            notices = state.lesson.words.notices
            text = notices.copy_by_hand if by_hand else notices.copied
            return _told(state, Notice("copy", text, by_hand=by_hand))
        case Dismiss():
            return replace(state, notices=())
        case Renew(lesson):
            return _renewed(state, lesson)
        case Refuse(problems):
            notices = state.lesson.words.notices
            if state.author:
                return _told(state, Notice("content", notices.author_errors, problems))
            return _told(state, Notice("content", notices.old_content))
        case Navigate(fragment):
            return _navigated(state, fragment)
    return state


def wanted(state: State) -> list[Drawn]:
    """The drawings that the shown view needs and that nobody has drawn yet."""
    names = {"explore": [state.mode], "compare": list(state.lesson.modes)}.get(state.view, [])
    return [(name, state.annotations) for name in names if (name, state.annotations) not in state.drawings]


def _told(state: State, notice: Notice) -> State:
    return replace(state, notices=(*(each for each in state.notices if each.kind != notice.kind), notice))


def _quiet(state: State, *kinds: str) -> State:
    return replace(state, notices=tuple(each for each in state.notices if each.kind not in kinds))


def _unknown(state: State, kind: str, what: str) -> State:
    """Say politely that a name or a value in the address means nothing here."""
    before = next((notice.items for notice in state.notices if notice.kind == kind), ())
    return _told(state, Notice(kind, getattr(state.lesson.words.notices, kind), (*before, what)))


def _renewed(state: State, lesson: Lesson) -> State:
    mode = state.mode if state.mode in lesson.modes else lesson.about.modes[0]
    steps = len(lesson.modes[mode].steps)
    drawings = {(name, notes): svg for (name, notes), svg in state.drawings.items()
                if name in lesson.modes and diagram(lesson, lesson.modes[name], notes).source
                == diagram(state.lesson, state.lesson.modes[name], notes).source}
    return replace(_quiet(state, "content"), lesson=lesson, mode=mode, step=min(state.step, steps), pointed=0,
                   drawings=drawings)


def _navigated(state: State, fragment: str) -> State:
    plain = fragment.lstrip("#")
    asked = dict(parse_qsl(plain, keep_blank_values=True))
    state = replace(_quiet(state, *UNKNOWN), playing=False, pointed=0, part="")
    if not plain:
        view, mode = state.home
        return replace(state, view=view, mode=mode, step=0)
    if not asked:
        return _unknown(state, "unknown_name", plain)
    if "mode" in asked:
        state = replace(state, step=0)
    return _asked(state, asked, IN_FRAGMENT)


def _asked(state: State, asked: Mapping[str, str], names: tuple[str, ...]) -> State:
    """The state with what an address asks for; what means nothing it says."""
    for name in sorted(asked, key=lambda name: name != "mode"):  # a step is one of its mode's
        value = asked[name]
        if name not in names:
            state = _unknown(state, "unknown_name", name)
            continue
        match name:
            case "theme" if value in THEMES:
                state = replace(state, theme=value)
            case "view" if value in VIEWS:
                state = replace(state, view=value)
            case "mode" if value in state.lesson.modes:
                state = replace(state, mode=value)
            case "step" if value in map(str, range(len(state.chosen.steps) + 1)):
                state = replace(state, step=int(value))
            case "part" if value in PARTS:
                state = replace(state, part=value)
            case "embed" | "author" if value in ("0", "1"):
                pass
            case _:
                state = _unknown(state, "unknown_value", f"{name}={value}")
    return state
