"""A workload of the learner's own: what stands in its fields, and the last values that meant something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from engine.features.workload.fields import (
    FIELDS,
    NAMED,
    FieldError,
    coded,
    decode,
    decoded,
    encode,
)
from simulator.workload import Fact, Workload

if TYPE_CHECKING:
    from engine.content.practice_content import Workshop

_LEFT_OUT: dict[str, Any] = {fact: None for fact, takes in FIELDS.items() if takes.optional}
"""What an address leaves out where there is none."""


@dataclass(frozen=True)
class WorkloadForm:
    """Each field's last good value, and what the learner typed since an example filled the fields."""

    workload: Workload
    typed: Mapping[Fact, str] = field(default_factory=dict)
    """By field, whether it means something or not."""


@dataclass(frozen=True)
class LoadPreset:
    """Fill the fields with the workload of a scenario."""

    scenario: str


@dataclass(frozen=True)
class SetFact:
    """Something was typed or chosen in the field of a fact."""

    fact: str
    text: str


@dataclass(frozen=True)
class CopyRecord:
    """Copy the decision record."""


@dataclass(frozen=True)
class CopyLink:
    """Copy the address that leads back to this workload."""


def init(workshop: Workshop) -> WorkloadForm:
    """The first scenario's workload."""
    return WorkloadForm(next(iter(workshop.scenarios.values())).workload)


def update(own: WorkloadForm, event: object, practice: Workshop) -> WorkloadForm:
    """The form after an event: a flag is turned over, whatever the text.

    A text that means nothing stands in its field and changes nothing else.
    """
    match event:
        case LoadPreset(scenario) if scenario in practice.scenarios:
            return WorkloadForm(practice.scenarios[scenario].workload)
        case SetFact(name, value) if fact := NAMED.get(name):
            return _set(own, fact, value, practice)
    return own


def _set(own: WorkloadForm, fact: Fact, value: str, practice: Workshop) -> WorkloadForm:
    kind = FIELDS[fact].kind
    if kind == "flag":
        return _with(own, fact, not getattr(own.workload, fact))
    if kind == "choice":
        return _with(own, fact, value) if value in FIELDS[fact].choices else own
    typed = replace(own, typed={**own.typed, fact: value})
    found = decode(FIELDS[fact], value, spellings(fact, practice))
    return typed if isinstance(found, FieldError) else _with(typed, fact, found)


def text(own: WorkloadForm, fact: Fact, workshop: Workshop) -> str:
    """What stands in a field for a number."""
    if fact in own.typed:
        return own.typed[fact]
    return encode(FIELDS[fact], getattr(own.workload, fact), spellings(fact, workshop))


def field_errors(own: WorkloadForm, workshop: Workshop) -> dict[Fact, FieldError]:
    """The fields in which something stands that means nothing, and why."""
    found = {fact: decode(FIELDS[fact], typed, spellings(fact, workshop)) for fact, typed in own.typed.items()}
    return {fact: wrong for fact, wrong in found.items() if isinstance(wrong, FieldError)}


def preset(own: WorkloadForm, workshop: Workshop) -> str:
    """The scenario that has this workload; "" where none has."""
    return next((name for name, each in workshop.scenarios.items() if each.workload == own.workload), "")


def spellings(fact: Fact, workshop: Workshop) -> Mapping[str, float]:
    """What may stand after a number in a field."""
    words = workshop.words.workload
    return words.units if FIELDS[fact].kind == "duration" else words.sizes


def to_url(own: WorkloadForm, workshop: Workshop) -> dict[str, str]:
    """What the address holds of it: nothing at the start, and else the whole workload."""
    return {} if own.workload == init(workshop).workload else to_address(own.workload)


def from_url(own: WorkloadForm, asked: Mapping[str, str], workshop: Workshop) -> tuple[WorkloadForm, list[str]]:
    """The own as an address asks, and the names, or "name=value", that mean nothing.

    A field that the address leaves out, or spoils, has its value from the start.
    """
    found, wrong = _understood(asked)
    return (WorkloadForm(replace(init(workshop).workload, **(_LEFT_OUT | found))) if found else own), wrong


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
        meant = decoded(FIELDS[fact], value) if fact else FieldError("missing")
        if isinstance(meant, FieldError):
            wrong.append(f"{name}={value}" if fact else name)
        else:
            found[name] = meant
    return found, wrong


def _with(own: WorkloadForm, fact: Fact, value: Any) -> WorkloadForm:
    return replace(own, workload=replace(own.workload, **{fact: value}))
