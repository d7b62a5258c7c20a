"""A workload of the learner's own: what stands in its fields, and the last values that meant something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from engine.features.workload.fields import (
    FIELDS,
    NAMED,
    Wrong,
    coded,
    decoded,
    read,
    written,
)
from simulator.workload import Fact, Workload

if TYPE_CHECKING:
    from engine.content.practice_content import Workshop

_LEFT_OUT: dict[str, Any] = {fact: None for fact, takes in FIELDS.items() if takes.optional}
"""What an address leaves out where there is none."""


@dataclass(frozen=True)
class Yours:
    """Each field's last good value, and what the learner typed since an example filled the fields."""

    workload: Workload
    typed: Mapping[Fact, str] = field(default_factory=dict)
    """By field, whether it means something or not."""


def opened(workshop: Workshop) -> Yours:
    """The first scenario's workload."""
    return Yours(next(iter(workshop.scenarios.values())).workload)


def update(part: Yours, what: str, value: str, workshop: Workshop) -> Yours:
    """The part after its control `what` was set to `value`: a flag is turned over, whatever the value.

    A text that means nothing stands in its field and changes nothing else.
    """
    if what == "preset" and value in workshop.scenarios:
        return Yours(workshop.scenarios[value].workload)
    fact = NAMED.get(what)
    if not fact:
        return part
    kind = FIELDS[fact].kind
    if kind == "flag":
        return _with(part, fact, not getattr(part.workload, fact))
    if kind == "choice":
        return _with(part, fact, value) if value in FIELDS[fact].choices else part
    typed = replace(part, typed={**part.typed, fact: value})
    found = read(FIELDS[fact], value, spellings(fact, workshop))
    return typed if isinstance(found, Wrong) else _with(typed, fact, found)


def text(part: Yours, fact: Fact, workshop: Workshop) -> str:
    """What stands in a field for a number."""
    if fact in part.typed:
        return part.typed[fact]
    return written(FIELDS[fact], getattr(part.workload, fact), spellings(fact, workshop))


def wrongs(part: Yours, workshop: Workshop) -> dict[Fact, Wrong]:
    """The fields in which something stands that means nothing, and why."""
    found = {fact: read(FIELDS[fact], typed, spellings(fact, workshop)) for fact, typed in part.typed.items()}
    return {fact: wrong for fact, wrong in found.items() if isinstance(wrong, Wrong)}


def preset(part: Yours, workshop: Workshop) -> str:
    """The scenario that has this workload; "" where none has."""
    return next((name for name, each in workshop.scenarios.items() if each.workload == part.workload), "")


def puzzle(part: Yours) -> Workload:
    """The workload for which it is asked what would flip the advice."""
    return part.workload


def spellings(fact: Fact, workshop: Workshop) -> Mapping[str, float]:
    """What may stand after a number in a field."""
    words = workshop.words.workload
    return words.units if FIELDS[fact].kind == "duration" else words.sizes


def address(part: Yours, workshop: Workshop) -> dict[str, str]:
    """What the address holds of it: nothing at the start, and else the whole workload."""
    return {} if part.workload == opened(workshop).workload else to_address(part.workload)


def followed(part: Yours, asked: Mapping[str, str], workshop: Workshop) -> tuple[Yours, list[str]]:
    """The part as an address asks, and the names, or "name=value", that mean nothing.

    A field that the address leaves out, or spoils, has its value from the start.
    """
    found, wrong = _understood(asked)
    return (Yours(replace(opened(workshop).workload, **(_LEFT_OUT | found))) if found else part), wrong


def to_address(workload: Workload) -> dict[str, str]:
    """A workload by the names of its fields; times are in seconds, and what there is not is left out."""
    values = {fact: getattr(workload, fact) for fact in FIELDS}
    return {fact: coded(value) for fact, value in values.items() if value is not None}


def from_address(asked: Mapping[str, str]) -> tuple[Workload | None, list[str]]:
    """The workload in an address, None where it holds no whole one, and the names, or "name=value", that mean nothing.

    >>> from_address({"requests": "many", "colour": "blue"})
    (None, ['requests=many', 'colour'])
    """
    found, wrong = _understood(asked)
    whole = found.keys() | _LEFT_OUT.keys() >= FIELDS.keys()
    return (Workload(**found) if whole else None), wrong


def _understood(asked: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The values of the fields that an address names, and what in it means nothing."""
    found: dict[str, Any] = {}
    wrong = []
    for name, value in asked.items():
        fact = NAMED.get(name)
        meant = decoded(FIELDS[fact], value) if fact else Wrong("missing")
        if isinstance(meant, Wrong):
            wrong.append(f"{name}={value}" if fact else name)
        else:
            found[name] = meant
    return found, wrong


def _with(part: Yours, fact: Fact, value: Any) -> Yours:
    return replace(part, workload=replace(part.workload, **{fact: value}))
