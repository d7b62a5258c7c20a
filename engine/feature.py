"""What a feature is: a record that is known from the start, and the functions by which it takes part in the page.

The functions may come later, in an archive of their own. Each feature has a state of its own, which only its own
functions understand; `page` is the whole state, to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.content.mode import Sequence
    from engine.effects import Effects
    from engine.state import State


Region = tuple[Callable[..., Any], tuple[Any, ...]]
"""A view and its ingredients: equal regions look the same, so nothing is rendered to compare them."""


@dataclass(frozen=True)
class Feature:
    """What is known of a feature before its code is there."""

    name: str
    """Its folder; where it is a view, also its name in the address."""
    needs: tuple[str, ...] = ()
    """The kinds of content files without which a lesson does not have it."""
    within: str = ""
    """The view beside whose own content it is shown; "" for a feature that is a view itself."""
    keys: tuple[str, ...] = ()
    """The names in an address that it understands, the one that the others depend on first; a lazy view takes all."""
    lazy: bool = False
    """Whether its code and its style come after the first screen."""
    shows_modes: bool = False
    """Whether the address of its view names a mode."""

    @property
    def view(self) -> str:
        """The view in which it is shown."""
        return self.within or self.name


@dataclass(frozen=True)
class Shown:
    """A sequence that is drawn and walked."""

    name: str
    """Of its drawing: a mode's name, or "mode/failure"."""
    sequence: Sequence
    step: int
    """The chosen step, from 1; 0 is none."""
    figure: str
    """The selector of the figure in which it is drawn."""
    failure: str = ""
    """The failure's name, where it is one."""


@dataclass(frozen=True)
class Query:
    """A question that takes long to answer: `pieces` finds the answer bit by bit, so that the page can breathe."""

    key: Any
    """What tells it from other questions."""
    pieces: Callable[[], Iterator[Any]] = field(compare=False)


@dataclass(frozen=True)
class Question:
    """A question that is put to a learner, for who keeps the score."""

    name: str
    """The same on every visit."""
    revealed: bool
    """Whether its answer is on the page."""


def _nothing(*_: object) -> None:
    """No answer: a feature that does not do such a thing."""


def as_soon_as_shown(*_: object) -> bool:
    """A view that asks for nothing: a learner is through with it when it has been shown."""
    return True


def _none(*_: object) -> dict[str, Any]:
    return {}


def _same(own: Any, *_: object) -> Any:
    return own


@dataclass(frozen=True)
class Room:
    """The functions of a feature; what it leaves out it does not do. `own` is its own state."""

    events: tuple[type, ...]
    """The kinds of events that its controls ask for."""
    regions: Callable[[Any, State], dict[str, Region]] = _none
    """(own, page) → the regions that it shows now, by name."""
    attributes: Callable[[Any, State], dict[str, str]] = _none
    """(own, page) → what style sheets need to know of it, as attributes of the whole page."""
    init: Callable[[State, str | None], Any] = _nothing
    """(page, stored) → its state at first; `stored` is what the device has kept, None where it cannot keep anything."""
    update: Callable[[Any, Any, State], tuple[Any, Effects]] = lambda own, *_: (own, ())
    """(own, event, page) → its state after one of its events, and the effects asked for."""
    reset: Callable[[Any], Any] = _same
    """(own) → its state when another mode, or another sequence of the mode, is walked."""
    stopped: Callable[[Any], Any] = _same
    """(own) → its state when the address leads elsewhere: nothing runs on."""
    renewed: Callable[[Any, State, State], Any] = _same
    """(own, page before, page now) → its state with edited content."""
    takes_over: tuple[type, ...] = ()
    """Those of its events after which its sequence is the one that is walked."""
    forgets: tuple[type, ...] = ()
    """Those of its events after which all that was done is forgotten, where they change its state."""
    waits: Callable[[Any, State], bool] = lambda *_: False
    """(own, page) → whether it shows, in its view, what a lazy feature brings."""
    shown: Callable[[Any, State], Shown | None] = _nothing
    """(own, page) → the sequence that it draws."""
    target: Callable[[Any, State], str] = lambda *_: ""
    """(own, page) → the id of the element that the address points at; "" for none."""
    beginning: Callable[[Any, State], list[str]] = lambda *_: []
    """(own, page) → selectors of where one begins in its view, the best first."""
    to_url: Callable[[Any, State], dict[str, str]] = _none
    """(own, page) → what the address holds of it."""
    from_url: Callable[[Any, Mapping[str, str], State], tuple[Any, list[str]]] = lambda own, *_: (own, [])
    """(own, asked, page) → its state as an address asks, and each "name=value", or name, that means nothing."""
    interval: Callable[[Any, State], float | None] = _nothing
    """(own, page) → seconds between the ticks of its clock, while that runs."""
    ticked: Callable[[Any, State], Any] = _same
    """(own, page) → its state after a tick."""
    query: Callable[[Any, State], Query | None] = _nothing
    """(own, page) → what it would like to know and nobody has looked for."""
    running: Callable[[Any, State], tuple[str, Mapping[str, object]] | None] = _nothing
    """(own, page) → what plays: the name of the report, and what it tells."""
    finished: Callable[[Any, State], bool] = lambda *_: False
    """(own, page) → whether what played has come to its end."""
    reports: Callable[[Any, Any, State], Iterable[dict[str, object]]] = lambda *_: ()
    """(own before, own, page) → what the learner has done with it, for the page around the lesson."""
    done: Callable[[Any, State], bool] = as_soon_as_shown
    """(own, page) → whether the learner is through with its view; left out, that is so as soon as it is shown."""
    question: Callable[[Any, State], Question | None] = _nothing
    """(own, page) → the question that is open."""
    tries: Callable[[Any, str, State], tuple[int, bool]] = lambda *_: (0, False)
    """(own, question, page) → how many different answers were given to it, and whether it is settled."""
    score: Callable[[Any, State, frozenset[str]], float] | None = None
    """(own, page, uncredited) → how far the learner is, from 0 to 1; some questions earn nothing."""
    stored: Callable[[Any, State], str] | None = None
    """(own, page) → what the device should keep of it."""
    merge: Callable[[str, str], str] = lambda own, _: own
    """(own, other) → what the device should keep, with what another tab has let it keep meanwhile."""
    resumed: Callable[[Any, str, State], Any] = _same
    """(own, stored, page) → its state with what another keeper has of it."""
