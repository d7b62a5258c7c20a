"""What the page is showing: everything that it depends on, in one value that never changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from engine.features import FEATURES

if TYPE_CHECKING:
    from typing import TypeAlias

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.feature import Room, Shown

UNKNOWN_NAME, UNKNOWN_VALUE = "unknown_name", "unknown_value"
"""The kinds of notices about an address that asks for what is not here.

A mode, a step or a scenario that an author added on the host is here only after the edited content has been fetched.
"""

Drawn: TypeAlias = "tuple[str, frozenset[str]]"
"""Which drawing: the name of what is drawn, and the annotations in it."""


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
    """The mode that is shown, by its file's name."""
    view: str
    features: Mapping[str, Any]
    """The state of each feature that is there, by name; only the feature's own functions understand it."""
    rooms: Mapping[str, Room] = field(compare=False)
    """The functions of each feature that is there."""
    annotations: frozenset[str]
    """Those that are shown on the diagrams."""
    as_text: bool = False
    """Whether the steps are shown as a list instead of a drawing."""
    loaded: LazyContent | None = None
    """What lazy features work with, once they are there."""
    edited: LazyContent | None = None
    """The same, where it was edited after the build and they are not there yet."""
    drawings: Mapping[Drawn, str] = field(default_factory=dict)
    """SVG text, or "" where Mermaid could not draw."""
    outdated: frozenset[Drawn] = frozenset()
    """The drawings that are shown until others, of edited content, take their place."""
    answers: Mapping[Any, Any] = field(default_factory=dict)
    """What was found out by queries, by their keys."""
    notices: tuple[Notice, ...] = ()
    home: tuple[str, str] = ("", "")
    """The view and the mode that the plain address leads to."""
    waiting: Mapping[str, str] = field(default_factory=dict)
    """What the address asks of lazy features, until they are there."""
    query: str = field(default="", compare=False)
    """The query of the address."""
    followed: str | None = field(default="", compare=False)
    """The fragment that was followed last; None once the learner has gone on from there."""
    checked: bool = False
    """Whether it is known if the content was edited after the build."""
    location: str = ""
    """The page's own address without fragment."""
    embedded: bool = False
    author: bool = False
    still: bool = False
    """Whether the learner prefers reduced motion."""
    textbook: Textbook | None = None
    """Where the page around the lesson asks for xAPI statements."""
    versions: str = ""
    """What the build was made of, for About."""
    visited: frozenset[str] = frozenset()
    """The views that the learner is through with, and the modes that were looked at (`engine.visits.visit`)."""

    @property
    def chosen(self) -> Mode:
        """The mode that is shown."""
        return self.lesson.modes[self.mode]

    @property
    def content(self) -> LazyContent:
        """What lazy features work with; each of them is there only once that is."""
        return cast("LazyContent", self.loaded)

    @property
    def may_come(self) -> bool:
        """Whether the address asks for what edited content may bring."""
        return not self.checked and self.followed is not None and any(n.kind == UNKNOWN_VALUE for n in self.notices)

    @property
    def shown_notices(self) -> tuple[Notice, ...]:
        """The notices that are shown: what may yet come is not missed."""
        return self.notices if self.checked else tuple(each for each in self.notices if each.kind != UNKNOWN_VALUE)

    @property
    def is_waiting(self) -> bool:
        """Whether the view, what it shows, or what the address asks of it, needs a feature that is not there yet."""
        lazy = any(feature.name == self.view and feature.lazy for feature in FEATURES)
        within = any(name == self.view and room.waits(own, self) for name, room, own in present(self))
        return self.loaded is None and (lazy or within or bool(self.waiting))


def shown_at_first(lesson: Lesson) -> frozenset[str]:
    """The annotations that diagrams have until the learner chooses others."""
    return frozenset(name for name, annotation in lesson.about.annotations.items() if annotation.shown)


def present(state: State) -> Iterator[tuple[str, Room, Any]]:
    """The features that are there: name, functions and own state, in the order of the features."""
    for feature in FEATURES:
        if feature.name in state.features:
            yield feature.name, state.rooms[feature.name], state.features[feature.name]


def shown(state: State) -> Shown:
    """The sequence that is walked: the mode's own, or what a feature shows in its place."""
    found = [room.shown(own, state) for _, room, own in present(state)]
    return next(filter(None, reversed(found)))


def with_features(state: State, **features: Any) -> State:
    """The state with other states of some features."""
    known = state.features
    changed = {name: own for name, own in features.items() if name not in known or own is not known[name]}
    return replace(state, features={**known, **changed}) if changed else state


def with_notice(state: State, notice: Notice) -> State:
    """The state with a notice, in place of the last of its kind."""
    return replace(state, notices=(*(each for each in state.notices if each.kind != notice.kind), notice))


def without_notices(state: State, *kinds: str) -> State:
    """The state without notices of some kinds."""
    return replace(state, notices=tuple(each for each in state.notices if each.kind not in kinds))


def unknown(state: State, kind: str, what: str) -> State:
    """Say politely that a name or a value in the address means nothing here.

    A name that is not ours is somebody else's, such as a campaign's: that is told to an author alone.
    """
    if kind == UNKNOWN_NAME and not state.author:
        return state
    before = next((notice.items for notice in state.notices if notice.kind == kind), ())
    return with_notice(
        state,
        Notice(
            kind,
            state.lesson.messages("notices.unknown_name" if kind == UNKNOWN_NAME else "notices.unknown_value"),
            (*before, what),
        ),
    )
