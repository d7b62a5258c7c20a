"""Events are values, and a control carries the one that it asks for in two attributes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any


@cache
def name_of(kind: Any) -> str:
    """The name of a kind of event: its feature's and its own, such as "race.toggle-play".

    >>> from engine.page_events import ChooseMode
    >>> name_of(ChooseMode)
    'page.choose-mode'
    """
    feature = kind.__module__.partition(".features.")[2].partition(".")[0] or "page"
    own = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__)
    return f"{feature}.{own.removeprefix('-')}"


def asks(event: Any, *given: object) -> dict[str, str]:
    """The attributes, by their names in htpy, that make a control ask for an event.

    A kind of event stands for one whose last field is the control's own value, such as what is typed in it; what is
    `given` are the fields before that.
    """
    kind = event if isinstance(event, type) else type(event)
    values = given if kind is event else tuple(getattr(event, field) for field in event.__match_args__)
    found = {"data_event": name_of(kind)}
    return found | {"data_value": str(values[0])} if values else found


def kinds_by_name(kinds: Iterable[type]) -> dict[str, type]:
    """Kinds of events by their names."""
    return {name_of(kind): kind for kind in kinds}


def read(kinds: Mapping[str, type], name: str, given: str | None, own: str) -> Any:
    """The event for which a control asks by its name, its `data-value` and its own value; None where it makes none."""
    kind = kinds.get(name)
    if kind is None:
        return None
    fields: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
    texts = ([given] if given is not None else []) + [own]
    values: list[object] = []
    for field, text in zip(fields, texts, strict=False):
        try:
            values.append(int(text) if _annotation(kind, field) in ("int", int) else text)
        except ValueError:
            return None
    return kind(*values)


def _annotation(kind: type, field: str) -> object:
    """The type of a field as it is written, in the class or in one that it stands for."""
    found = (getattr(base, "__annotations__", {}) for base in kind.__mro__)
    return next(types[field] for types in found if field in types)
