"""How sure a learner is of the numbers of a workload, as plain values: the choice, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.workload.fields import Option
from simulator.exactness import EXACTNESS, off_by
from simulator.lesson import model_of
from simulator.wording import number

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.features.workload.form import WorkloadForm


@dataclass(frozen=True)
class ExactnessView:
    """The choice, below what depends on it."""

    label: str
    options: tuple[Option, ...]
    note: str
    """How far the numbers may then be off."""


def present_exactness(content: LazyContent, own: WorkloadForm) -> ExactnessView:
    """The choice."""
    messages = content.messages
    return ExactnessView(
        messages("workload.exactness.label"),
        tuple(Option(each, messages(f"workload.exactness.{each}"), each == own.exactness) for each in EXACTNESS),
        exactness_text(content, own),
    )


def exactness_text(content: LazyContent, own: WorkloadForm) -> str:
    """How far the numbers may be off that the learner typed."""
    factors = off_by(model_of(content), own.workload, own.exactness)
    if factors is None:
        return content.messages("workload.doubt.none")
    least, most = (number(float(f"{factor:.2g}"), content.messages) for factor in factors)
    return content.messages("workload.doubt.by", least=least, most=most)
