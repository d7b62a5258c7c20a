"""What novel workloads are made of: the typed shape of templates.yaml, of which `sim/novel.py` makes a series."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from sim.content.limits import Label, Paragraph, above_zero, entries
from sim.content.workload import Reader, Workload

Quantity = Literal["requests", "times_a_day", "input_tokens", "output_tokens", "seconds", "deadline", "timeout",
                   "rate_limit", "price_in", "price_out"]
"""The fields of a workload that hold a number."""
Condition = Literal["independent", "partial", "webhook", "retention"]
"""Those that hold yes or no."""

Amount = Annotated[float, above_zero(100_000_000)]


@dataclass(frozen=True, eq=False)
class Between:
    """Any number from one to another, small ones as likely as large ones (on a logarithmic scale)."""

    from_: Amount
    """The least."""
    to: Amount
    """The most."""


@dataclass(frozen=True, eq=False)
class Template:
    """A kind of workload, and how one differs from the next; every combination must be plausible."""

    title: Label
    """What the workloads are called."""
    situations: Annotated[tuple[Paragraph, ...], entries(2, 4)]
    """Ways to tell it, without a number: each must hold for every workload that the template allows."""
    workload: Workload
    """A typical one; whatever does not vary is as it is here."""
    between: Mapping[Quantity, Between] | None = None
    """Numbers that lie anywhere in a range, to two figures."""
    among: Mapping[Quantity, Annotated[tuple[Amount, ...], entries(2, 10)]] | None = None
    """Numbers that are one of a few."""
    readers: Annotated[tuple[Reader, ...], entries(0, 6)] = ()
    """Whom the answer may be for, if that varies; one that stands here twice is twice as likely."""
    either: Annotated[tuple[Condition, ...], entries(0, 4)] = ()
    """What may be so or not, each as often."""
