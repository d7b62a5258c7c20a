"""The events of the page as a whole; a feature's own stand in its folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.load import Content
    from engine.feature import Room
    from engine.state import Drawn


@dataclass(frozen=True)
class ChooseMode:
    """Show a mode."""

    mode: str


@dataclass(frozen=True)
class ToggleAnnotation:
    """Show or hide a kind of annotation on the diagrams."""

    annotation: str


@dataclass(frozen=True)
class ToggleText:
    """Show the steps as a list instead of a drawing, or the other way round."""


@dataclass(frozen=True)
class Dismiss:
    """Close the notices."""


@dataclass(frozen=True)
class Navigate:
    """The address says something new."""

    fragment: str


@dataclass(frozen=True)
class Tick:
    """While something plays: time for what comes next."""


@dataclass(frozen=True)
class DrawingMade:
    """A drawing has been made; "" says that it could not be."""

    drawn: Drawn
    svg: str


@dataclass(frozen=True)
class Copied:
    """Something was copied, or (with its text) could not be."""

    by_hand: str = ""


@dataclass(frozen=True)
class NotSaved:
    """A file could not be saved; where that is not certain, it may have been."""

    certain: bool


@dataclass(frozen=True)
class Found:
    """A query has found its answer."""

    key: Any
    answer: Any


@dataclass(frozen=True)
class LazyArrived:
    """The lazy features are there, with what they work with, and what the device keeps of them."""

    rooms: Mapping[str, Room]
    content: LazyContent
    stored: str | None
    """"" is nothing; None where the device cannot keep anything."""


@dataclass(frozen=True)
class LazyMissing:
    """The lazy features could not be fetched."""


@dataclass(frozen=True)
class ProgressRestored:
    """The page around the lesson has given back what it had kept."""

    stored: str


@dataclass(frozen=True)
class ReduceMotion:
    """The learner prefers reduced motion, or no longer does."""

    still: bool


@dataclass(frozen=True)
class ContentEdited:
    """The content was edited: here is the new one."""

    content: Content
    unlisted: tuple[str, ...] = ()
    """The names of files whose edit only an author sees, until a list of the edited names them too."""


@dataclass(frozen=True)
class Unedited:
    """The content is as it was built, or nobody can say."""


@dataclass(frozen=True)
class ContentRefused:
    """The content was edited and has these errors, so the last good lesson stays."""

    problems: tuple[str, ...]


EVENTS = (ChooseMode, ToggleAnnotation, ToggleText, Dismiss)
"""The events of the page that controls ask for."""
