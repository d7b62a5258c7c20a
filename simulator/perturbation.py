"""The numbers of a model that may be off: where they stand, and the model in which they are others.

A part of the model is known by its fields and not by its class: a page holds the model as plain records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.parameters import Model

Key = tuple[str | int, ...]
"""The path to a number, such as ("latency", "first_token", "value")."""
MOVED = ("value", "instead", "beyond", "each_tenfold")
"""The fields that `within` is about, where they are numbers; of a curve it is about the medians."""
DOUBTED = ("latency", "modes", "costs", "dollars_per_point")
"""The parts of the model with numbers that may be off."""


def numbers_that_may_be_off(model: Model) -> Iterator[tuple[Key, float]]:
    """Where the numbers stand that may be off, and by how many times they may."""
    return (found for name in DOUBTED for found in _doubted(getattr(model, name), (name,)))


def is_of_model(key: Key) -> bool:
    """Whether a path leads to a number of the model."""
    return key[0] in DOUBTED


def multiplied(model: Model, factors: Mapping[Key, float]) -> Model:
    """The model with some of its numbers multiplied."""
    nested: dict[Any, Any] = {}
    for (*path, last), factor in factors.items():
        inner = nested
        for step in path:
            inner = inner.setdefault(step, {})
        inner[last] = factor
    changed: Model = _scaled(model, nested)
    return changed


def number_at(model: Model, key: Key) -> float:
    """A number of the model; of what varies, the median or the spread of its first component."""
    part = part_at(model, key)
    number: float = getattr(part.components[0] if hasattr(part, "components") else part, str(key[-1]))
    return number


def part_at(model: Model, key: Key) -> Any:
    """The part of the model that has a number."""
    part: Any = model
    for step in key[:-1]:
        part = getattr(part, str(step)) if hasattr(part, "__dict__") else part[step]
    return part


def _doubted(part: Any, at: Key) -> Iterator[tuple[Key, float]]:
    """The numbers in a part of the model that may be off: where they stand, and by how many times."""
    for field, within in _own(part):
        if within > 1:
            yield (*at, field), within
    for name, inner in _inner(part):
        yield from _doubted(inner, (*at, name))


def _own(part: Any) -> Iterator[tuple[str, float]]:
    """The numbers of a part that a factor moves, each with how far it may be off."""
    if hasattr(part, "components"):
        yield "median", part.within
        yield "sigma", part.tail
    elif hasattr(part, "within"):
        yield from ((name, part.within) for name in MOVED if getattr(part, name, None) is not None)


def _inner(part: Any) -> Iterator[tuple[str | int, Any]]:
    """The parts of a part."""
    if isinstance(part, Mapping):
        yield from part.items()
    elif isinstance(part, tuple):
        yield from enumerate(part)
    elif hasattr(part, "__dict__"):
        yield from vars(part).items()


def _scaled(part: Any, factors: Mapping[Any, Any]) -> Any:
    """A part of the model with numbers multiplied; `factors` are nested as they stand in it."""
    if not factors:
        return part
    if isinstance(part, Mapping):
        return {name: _scaled(inner, factors.get(name, {})) for name, inner in part.items()}
    if isinstance(part, tuple):
        return tuple(_scaled(inner, factors.get(index, {})) for index, inner in enumerate(part))
    if hasattr(part, "components"):
        components = (
            replace(each, median=each.median * factors.get("median", 1), sigma=each.sigma * factors.get("sigma", 1))
            for each in part.components
        )
        return replace(part, components=tuple(components))
    return replace(
        part,
        **{
            name: getattr(part, name) * factor
            if isinstance(factor, float | int)
            else _scaled(getattr(part, name), factor)
            for name, factor in factors.items()
        },
    )
