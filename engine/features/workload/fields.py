"""The fields of Your workload as plain values: what stands in them, what was understood, or what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.workload.form import WorkloadForm, entered, text
from simulator.doubts import usual
from simulator.fields import LONGEST
from simulator.lesson import model_of
from simulator.measured import measured_of
from simulator.wording import number
from simulator.workload import DECLARED, Kind, key, options

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.messages import Messages
    from simulator.fields import FieldError
    from simulator.wording import Wording


@dataclass(frozen=True)
class Option:
    """One of the values to choose from."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class FieldView:
    """The field of a fact."""

    fact: str
    kind: Kind
    name: str
    text: str
    """What stands in it."""
    longest: int
    """How many characters may stand in it."""
    checked: bool
    """Whether a flag is set."""
    optional: bool
    """Whether it may be left out."""
    options: tuple[Option, ...]
    note: str
    """What was understood, what is wrong, or what to type; "" for nothing."""
    wrong: bool
    still: str = ""
    """With which value the advice goes on meanwhile; "" where that is what stands in the field."""
    meanings: tuple[tuple[str, str], ...] = ()
    """What a text that can be read in two ways can mean: as a control asks for it, and in words."""


def present_field(
    content: LazyContent, words: Wording, own: WorkloadForm, fact: str, error: FieldError | None
) -> FieldView:
    """The field of a fact."""
    declared, value = DECLARED[fact], getattr(own.workload, fact)
    return FieldView(
        fact,
        declared.kind,
        words.name(fact),
        text(own, fact, content) if declared.quantity else "",
        LONGEST,
        value is True,
        declared.optional,
        tuple(
            Option(key(each), words.value(fact, each), each == value)
            for each in (options(fact) if declared.optional or declared.choices else ())
        ),
        error_text(content.messages, words, fact, error) if error else _note(content, words, own, fact),
        error is not None,
        content.messages("workload.still", value=words.value(fact, value)) if error else "",
        tuple((f"{fact}={entered(fact, each, content)}", words.value(fact, each)) for each in error.readings)
        if error
        else (),
    )


def _note(content: LazyContent, words: Wording, own: WorkloadForm, fact: str) -> str:
    """What was understood of what was typed; before that what may be typed, or what the number counts."""
    if fact == "seconds" and measured_of(own.workload):
        return content.messages("workload.measured.scales")
    if fact in own.typed and own.typed[fact].strip():
        return content.messages("workload.means", value=words.value(fact, getattr(own.workload, fact)))
    hint = content.words.workload.hints.get(fact, "") or words.unit(fact)
    if DECLARED[fact].guessed and getattr(own.workload, fact) is None:
        taken = usual(model_of(content).readings, fact)
        told = (
            content.messages("workload.no_limit")
            if taken is None
            else content.messages("workload.usual", value=words.value(fact, taken))
        )
        return " ".join(filter(None, (hint, told)))
    return hint


def error_text(messages: Messages, words: Wording, fact: str, error: FieldError) -> str:
    """What to enter instead."""
    if error.limit is None:
        return messages(f"workload.errors.{error.why}")
    if error.why == "above":
        return messages(f"workload.above.{DECLARED[fact].kind}", limit=number(error.limit, messages))
    return messages(f"workload.limits.{error.why}", limit=words.value(fact, error.limit))
