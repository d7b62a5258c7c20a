"""What the page is showing: everything that it depends on, in one value that never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    from engine.content.lesson import Lesson
    from engine.content.mode import Annotation, Mode
    from engine.content.practice_content import Workshop
    from engine.lazy import Desk

DECIDING = ("race", "practice", "workload")
"""The views in which a learner decides: they are worked out at the desk, which comes after the first screen."""
VIEWS = ("explore", "compare", *DECIDING, "about")

HOPED = "unknown_value"
"""The kind of notice about a mode, a step or a scenario that is not here: one that an author added on the host is here
only after the edited content has been fetched.
"""

Drawn: TypeAlias = "tuple[str, frozenset[Annotation]]"
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
class Textbook:
    """The textbook to which xAPI statements belong."""

    version: str
    """The IRI of its version: …/textbook/NAME/VERSION."""
    page: str
    """The IRI of the lesson's page in it."""


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
    drawings: Mapping[Drawn, str] = field(default_factory=dict)
    """SVG text, or "" where Mermaid could not draw."""
    outdated: frozenset[Drawn] = frozenset()
    """The drawings that are shown until others, of edited content, take their place."""
    notices: tuple[Notice, ...] = ()
    home: tuple[str, str] = ("", "")
    """The view and the mode that the plain address leads to."""
    versions: str = ""
    """What the build was made of, for About."""
    here: str = ""
    """The page's own address, where others can reach it."""
    desk: Desk | None = None
    """What a learner decides with, once it is there."""
    workshop: Workshop | None = None
    """What the desk works with, where it was edited after the build."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """What the address asks of the desk, until it is there."""
    query: str = field(default="", compare=False)
    """The query of the address."""
    sought: str | None = field(default="", compare=False)
    """The fragment that was followed last; None once the learner has gone on from there."""
    looked: bool = False
    """Whether it is known if the content was edited after the build."""
    textbook: Textbook | None = None
    """Where the page around the lesson asks for xAPI statements."""

    @property
    def shown_step(self) -> int:
        """The step that lights up."""
        return self.pointed or self.step

    @property
    def hoping(self) -> bool:
        """Whether the address asks for what edited content may bring."""
        return not self.looked and self.sought is not None and any(each.kind == HOPED for each in self.notices)

    @property
    def said(self) -> tuple[Notice, ...]:
        """The notices that are shown: what may yet come is not missed."""
        return self.notices if self.looked else tuple(each for each in self.notices if each.kind != HOPED)

    @property
    def chosen(self) -> Mode:
        """The mode that is shown."""
        return self.lesson.modes[self.mode]


def start(lesson: Lesson, versions: str = "") -> State:
    """The state that the static page shows."""
    mode = lesson.about.modes[0]
    return State(lesson, mode, frozenset(lesson.about.annotations), versions=versions, home=(VIEWS[0], mode))


def giving_way(state: State) -> State:
    """The state in which the mode's own diagram is left as it began, where a drill has taken its place."""
    drilled = state.desk and state.desk.drawn(state.mode)
    return replace(state, step=0, pointed=0, part="", playing=False) if drilled else state


def undrilled(state: State) -> State:
    """The state without a drill, whether it is shown or only asked for."""
    asked = state.asked
    if "drill" in asked:
        asked = {name: value for name, value in asked.items() if name not in ("drill", "step")}
    return replace(state, asked=asked, desk=state.desk and state.desk.undrilled())


def told(state: State, notice: Notice) -> State:
    """The state with a notice, in place of the last of its kind."""
    return replace(state, notices=(*(each for each in state.notices if each.kind != notice.kind), notice))


def quiet(state: State, *kinds: str) -> State:
    """The state without notices of some kinds."""
    return replace(state, notices=tuple(each for each in state.notices if each.kind not in kinds))


def unknown(state: State, kind: str, what: str) -> State:
    """Say politely that a name or a value in the address means nothing here.

    A name that is not ours is somebody else's, such as a campaign's: that is told to an author alone.
    """
    if kind == "unknown_name" and not state.author:
        return state
    before = next((notice.items for notice in state.notices if notice.kind == kind), ())
    text = state.lesson.messages("notices.unknown_name" if kind == "unknown_name" else "notices.unknown_value")
    return told(state, Notice(kind, text, (*before, what)))
