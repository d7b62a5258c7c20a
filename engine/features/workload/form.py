"""A workload of the learner's own: what stands in its fields, and the last values that meant something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from simulator.address import LEFT_OUT, facts_in, to_address
from simulator.fields import FieldError, decode, encode
from simulator.workload import DECLARED

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from simulator.workload import Workload


@dataclass(frozen=True)
class WorkloadForm:
    """Each field's last good value, and what the learner typed since an example filled the fields."""

    workload: Workload
    typed: Mapping[str, str] = field(default_factory=dict)
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


def init(content: LazyContent) -> WorkloadForm:
    """The first scenario's workload."""
    return WorkloadForm(_workload(content, next(iter(content.scenarios))))


def update(own: WorkloadForm, event: object, content: LazyContent) -> WorkloadForm:
    """The form after an event: a flag is turned over, whatever the text.

    A text that means nothing stands in its field and changes nothing else.
    """
    match event:
        case LoadPreset(scenario) if scenario in content.scenarios:
            return WorkloadForm(_workload(content, scenario))
        case SetFact(fact, text) if fact in DECLARED:
            return _set(own, fact, text, content)
    return own


def _set(own: WorkloadForm, fact: str, value: str, content: LazyContent) -> WorkloadForm:
    kind = DECLARED[fact].kind
    if kind == "flag":
        return _with(own, fact, not getattr(own.workload, fact))
    if kind == "choice":
        return _with(own, fact, value) if value in DECLARED[fact].choices else own
    typed = replace(own, typed={**own.typed, fact: value})
    found = decode(DECLARED[fact], value, spellings(fact, content))
    return typed if isinstance(found, FieldError) else _with(typed, fact, found)


def text(own: WorkloadForm, fact: str, content: LazyContent) -> str:
    """What stands in a field for a number."""
    if fact in own.typed:
        return own.typed[fact]
    return encode(DECLARED[fact], getattr(own.workload, fact), spellings(fact, content))


def field_errors(own: WorkloadForm, content: LazyContent) -> dict[str, FieldError]:
    """The fields in which something stands that means nothing, and why."""
    found = {fact: decode(DECLARED[fact], typed, spellings(fact, content)) for fact, typed in own.typed.items()}
    return {fact: error for fact, error in found.items() if isinstance(error, FieldError)}


def preset(own: WorkloadForm, content: LazyContent) -> str:
    """The scenario that has this workload; "" where none has."""
    return next((name for name, each in content.scenarios.items() if each.workload == own.workload), "")


def spellings(fact: str, content: LazyContent) -> Mapping[str, float]:
    """What may stand after a number in a field."""
    settings = content.words.workload
    return settings.units if DECLARED[fact].kind == "duration" else settings.sizes


def to_url(own: WorkloadForm, content: LazyContent) -> dict[str, str]:
    """What the address holds of it: nothing at the start, and else the whole workload."""
    return {} if own.workload == init(content).workload else to_address(own.workload)


def from_url(own: WorkloadForm, asked: Mapping[str, str], content: LazyContent) -> tuple[WorkloadForm, list[str]]:
    """The form as an address asks, and the names, or "name=value", that mean nothing.

    A field that the address leaves out, or spoils, has its value from the start.
    """
    found, unknown = facts_in(asked)
    return (WorkloadForm(replace(init(content).workload, **{**LEFT_OUT, **found})) if found else own), unknown


def _with(own: WorkloadForm, fact: str, value: Any) -> WorkloadForm:
    return replace(own, workload=replace(own.workload, **{fact: value}))


def _workload(content: LazyContent, scenario: str) -> Workload:
    """A scenario's workload; in a lesson with a model each has one."""
    return cast("Workload", content.scenarios[scenario].workload)
