"""What the page is showing, and how that changes: `update(state, event)` is the only thing that makes a new state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from sim.content.model import Annotation, Lesson, Mode

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
        return self.pointed or self.step

    @property
    def chosen(self) -> Mode:
        return self.lesson.modes[self.mode]

    @property
    def drawing(self) -> Drawn:
        """The drawing that the chosen mode shows now."""
        return self.mode, self.annotations


@dataclass(frozen=True)
class ChooseView:
    view: str


@dataclass(frozen=True)
class ChooseMode:
    mode: str


@dataclass(frozen=True)
class ChooseStep:
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


Event = (ChooseView | ChooseMode | ChooseStep | Point | Walk | Play | Tick | Toggle | ToggleText | Draw | Copied | Dismiss
         | Renew | Refuse | Navigate)


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
    for name, choices in (("theme", THEMES), ("view", VIEWS), ("mode", tuple(lesson.modes))):
        if name in asked:
            if asked[name] in choices:
                state = replace(state, **{name: asked[name]})
            else:
                state = _unknown(state, lesson.words.notices.unknown_value, f"{name}={asked[name]}")
    return update(state, Navigate(fragment))


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
    return replace(_quiet(state), lesson=lesson, mode=mode, step=min(state.step, steps), pointed=0, drawings={})


def _navigated(state: State, fragment: str) -> State:
    notices = state.lesson.words.notices
    asked = dict(parse_qsl(fragment.lstrip("#"), keep_blank_values=True))
    if fragment.lstrip("#") and not asked:
        return _unknown(state, notices.unknown_name, fragment.lstrip("#"))
    state = replace(state, playing=False, pointed=0, part="")
    for name in ("view", "mode", "step", "part"):
        if name not in asked:
            continue
        value = asked.pop(name)
        steps = [str(number) for number in range(len(state.chosen.steps) + 1)]
        choices = {"view": VIEWS, "mode": tuple(state.lesson.modes), "step": steps, "part": PARTS}[name]
        if value not in choices:
            state = _unknown(state, notices.unknown_value, f"{name}={value}")
        elif name == "step":
            state = replace(state, step=int(value))
        else:
            if name == "mode" and value != state.mode:
                state = replace(state, step=0)
            state = replace(state, **{name: value})
    for name in asked:
        state = _unknown(state, notices.unknown_name, name)
    return state
