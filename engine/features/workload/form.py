"""A workload of the learner's own: what stands in its fields, where its sliders began, and what can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import isclose
from typing import TYPE_CHECKING, Any, cast

from engine.features.workload.measuring import (
    ChooseMeaning,
    Pasted,
    ReadSeconds,
    RemoveMeasured,
    UseMeasured,
    pasted,
    whole,
)
from simulator.exactness import ABOUT_RIGHT, EXACTNESS, Exactness
from simulator.fields import FieldError, decode, encode
from simulator.lesson import model_of
from simulator.measured import Measured, measured_of, with_measured
from simulator.prices import PRICES, listed, priced
from simulator.sliders import value_at
from simulator.wording import Wording
from simulator.workload import DECLARED, key, options

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from simulator.sweep import Sweep
    from simulator.workload import Workload

UNDONE = 20
"""How many changes can be undone."""


@dataclass(frozen=True)
class Known:
    """What was found before the last change, and stays on the page until there is better."""

    levers: tuple[str, ...] = ()
    """The facts that are sliders."""
    sweeps: Mapping[str, Sweep] = field(default_factory=dict)


@dataclass(frozen=True)
class WorkloadForm:
    """Each field's last good value, and what the learner typed since an example filled the fields."""

    workload: Workload
    typed: Mapping[str, str] = field(default_factory=dict)
    """By field, whether it means something or not."""
    first: Workload | None = None
    """The workload before anything was slid; None where nothing has been."""
    past: tuple[WorkloadForm, ...] = ()
    """The form before each change, the last change at the end; these have no past of their own."""
    changing: str = ""
    """The field that is being changed: what is typed or slid next in it belongs to the same change."""
    known: Known = Known()
    model: str = ""
    """The model at whose list prices the workload is, as the price list calls it; "" where prices are typed."""
    exactness: Exactness = ABOUT_RIGHT
    """How sure the learner is of the numbers."""
    pasted: Pasted | None = None
    """Measured seconds about which the learner has to decide; those that are used stand in the workload."""

    @property
    def start(self) -> Workload:
        """Where the sliders began."""
        return self.first or self.workload


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
class Mean:
    """Of what was typed in a field and can be read in two ways, one was chosen: "fact=text"."""

    choice: str


@dataclass(frozen=True)
class ChooseModel:
    """Take the list prices of a model; "" to type prices."""

    model: str


@dataclass(frozen=True)
class SaySure:
    """Say how sure one is of one's numbers: "exact", "about" or "guess"."""

    exactness: str


@dataclass(frozen=True)
class Slide:
    """A slider was moved to one of its stops."""

    fact: str
    step: int


@dataclass(frozen=True)
class Undo:
    """Take the last change back."""


@dataclass(frozen=True)
class CopyRecord:
    """Copy the decision record; without a day, that is looked up first."""

    day: str = ""


@dataclass(frozen=True)
class SaveRecord:
    """Save the decision record as a file, likewise."""

    day: str = ""


@dataclass(frozen=True)
class SaveRanking:
    """Save the ranking as a file, likewise."""

    day: str = ""


@dataclass(frozen=True)
class CopyLink:
    """Copy the address that leads back to this workload."""


def init(content: LazyContent) -> WorkloadForm:
    """The workload that the author begins with, or the first scenario's where that was edited away."""
    start = content.words.workload.start or ""
    return WorkloadForm(_workload(content, start if start in content.scenarios else next(iter(content.scenarios))))


def update(own: WorkloadForm, event: object, content: LazyContent) -> WorkloadForm:
    """The form after an event: a flag is turned over, whatever the text.

    A text that means nothing stands in its field and changes nothing else.
    """
    match event:
        case LoadPreset(scenario) if scenario in content.scenarios:
            new = WorkloadForm(_workload(content, scenario))
            return _changed(own, _with_times(new, measured_of(own.workload)), "")
        case ChooseModel(model) if not model or listed(content.prices, model):
            typed = {fact: text for fact, text in own.typed.items() if not model or fact not in PRICES}
            return _changed(own, _at_list_prices(replace(own, typed=typed, model=model, first=None), content), "")
        case SaySure(exactness) if exactness in EXACTNESS:
            return _changed(own, replace(own, exactness=exactness), "")
        case SetFact(fact, text) if fact in DECLARED:
            new = replace(_set(own, fact, text, content), first=None)
            return _changed(own, _priced(new, fact, content), fact if DECLARED[fact].quantity else "")
        case Mean(choice) if (parts := choice.partition("="))[0] in DECLARED:
            new = replace(_set(own, parts[0], parts[2], content), first=None)
            return _changed(own, _priced(new, parts[0], content), "")
        case Slide(fact, step) if fact in DECLARED and DECLARED[fact].quantity:
            return _changed(own, _priced(_slid(own, fact, step, content), fact, content), f"slider {fact}")
        case ReadSeconds(text) if text.strip():
            return _read(own, pasted(text))
        case ChooseMeaning(place) if own.pasted and 0 <= place < len(own.pasted.measurements.meanings):
            return _read(own, pasted(own.pasted.text, place))
        case UseMeasured() if own.pasted and own.pasted.measurements.measured:
            return _changed(own, _with_times(own, own.pasted.measurements.measured), "")
        case RemoveMeasured() if own.pasted:
            return replace(own, pasted=None)
        case RemoveMeasured():
            return _changed(own, replace(own, workload=with_measured(own.workload, None), first=None), "")
        case Undo() if own.past:
            return replace(own.past[-1], past=own.past[:-1], known=own.known)
    return own


def _changed(own: WorkloadForm, new: WorkloadForm, changing: str) -> WorkloadForm:
    """The new form, from which one comes back to the old one; the steps of one change are undone together."""
    if _told(new) == _told(own):
        return own
    new = replace(new, known=own.known)
    if changing and changing == own.changing:
        return replace(new, past=own.past, changing=changing)
    before = replace(own, past=(), changing="", pasted=None)
    return replace(new, past=(*own.past, before)[-UNDONE:], changing=changing)


def _told(own: WorkloadForm) -> tuple[object, ...]:
    """What a learner has said of a workload."""
    return own.workload, own.typed, own.model, own.exactness


def _read(own: WorkloadForm, text: Pasted) -> WorkloadForm:
    """The form after measured seconds were read: they are used where there is nothing to decide."""
    found = whole(text)
    return _changed(own, _with_times(own, found), "") if found else replace(own, pasted=text)


def _with_times(own: WorkloadForm, measured: Measured | None) -> WorkloadForm:
    """The form with measured times, as they are: a median that was typed before counts no more."""
    if measured is None:
        return own
    typed = {fact: text for fact, text in own.typed.items() if fact != "seconds"}
    workload = with_measured(replace(own.workload, seconds=None), measured)
    return replace(own, workload=workload, typed=typed, first=None, pasted=None)


def _priced(own: WorkloadForm, fact: str, content: LazyContent) -> WorkloadForm:
    """The form after a fact was set: who sets a price types prices from then on."""
    return replace(own, model="") if fact in PRICES else _at_list_prices(own, content)


def _at_list_prices(own: WorkloadForm, content: LazyContent) -> WorkloadForm:
    """The form at the list prices of its model, which may depend on the size of the input."""
    found = listed(content.prices, own.model)
    return replace(own, workload=priced(own.workload, found[1])) if found else own


def _set(own: WorkloadForm, fact: str, value: str, content: LazyContent) -> WorkloadForm:
    kind = DECLARED[fact].kind
    if kind == "flag" and not DECLARED[fact].optional:
        return _with(own, fact, not getattr(own.workload, fact))
    if kind in ("flag", "choice"):
        chosen = {key(each): each for each in options(fact)}
        return _with(own, fact, chosen[value]) if value in chosen else own
    typed = replace(own, typed={**own.typed, fact: value})
    found = decode(DECLARED[fact], value, content.words.workload, content.messages.numerals)
    return typed if isinstance(found, FieldError) else _with(typed, fact, found)


def _slid(own: WorkloadForm, fact: str, step: int, content: LazyContent) -> WorkloadForm:
    """The form in which a fact is what its slider says: so it stands in its field, too."""
    value = value_at(model_of(content), fact, getattr(own.start, fact), step)
    typed = {name: text for name, text in own.typed.items() if name != fact}
    return replace(_with(own, fact, value), typed=typed, first=own.start)


def text(own: WorkloadForm, fact: str, content: LazyContent) -> str:
    """What stands in a field for a number."""
    if fact in own.typed:
        return own.typed[fact]
    return entered(fact, getattr(own.workload, fact), content)


def entered(fact: str, value: float | None, content: LazyContent) -> str:
    """A number as a learner could have typed it; how often something happens in words, where the words are exact."""
    declared, spellings, numerals = DECLARED[fact], content.words.workload, content.messages.numerals
    if fact == "times_a_day" and value and value < 1:
        said = Wording(content.messages).times_a_day(value)
        meant = decode(declared, said, spellings, numerals)
        if isinstance(meant, float) and isclose(meant, value):
            return said
    return encode(declared, value, spellings.units, numerals)


def field_errors(own: WorkloadForm, content: LazyContent) -> dict[str, FieldError]:
    """The fields in which something stands that is no value, and why."""
    spellings, numerals = content.words.workload, content.messages.numerals
    found = {fact: decode(DECLARED[fact], typed, spellings, numerals) for fact, typed in own.typed.items()}
    return {fact: error for fact, error in found.items() if isinstance(error, FieldError)}


def preset(own: WorkloadForm, content: LazyContent) -> str:
    """The scenario that has this workload; "" where none has."""
    workload = with_measured(own.workload, None)
    return next((name for name, each in content.scenarios.items() if each.workload == workload), "")


def _with(own: WorkloadForm, fact: str, value: Any) -> WorkloadForm:
    return replace(own, workload=replace(own.workload, **{fact: value}))


def _workload(content: LazyContent, scenario: str) -> Workload:
    """A scenario's workload; in a lesson with a model each has one."""
    return cast("Workload", content.scenarios[scenario].workload)
