"""What novel workloads are made of: the typed shape of templates.yaml, from which `generator` makes a series."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from engine.content.limits import Identifier, Label, Paragraph, SomeOf, above_zero, entries
from simulator.workload import FlagName, QuantityName, Workload

Amount = Annotated[float, above_zero(100_000_000)]


@dataclass(frozen=True, eq=False)
class Between:
    """Any number from one to another, small ones as likely as large ones (on a logarithmic scale)."""

    from_: Amount
    """The least."""
    to: Amount
    """The most."""


Change = Annotated[Mapping[str, Any], SomeOf(Workload)]
"""Facts that change together; what is left out stays as it is."""


@dataclass(frozen=True, eq=False)
class Template:
    """A kind of workload, and how one differs from the next; every combination must be plausible."""

    title: Label
    """What the workloads are called; it must not give the mode away."""
    situations: Annotated[tuple[Paragraph, ...], entries(2, 4)]
    """Ways to tell it, without a number: each must hold for every workload that the template allows."""
    workload: Workload
    """A typical one; whatever does not vary is as it is here."""
    together: Mapping[Identifier, Annotated[tuple[Change, ...], entries(2, 10)]] | None = None
    """Facts that vary only together, such as the two prices: one of each list; what stands twice is twice as likely."""
    between: Mapping[QuantityName, Between] | None = None
    """Numbers that lie anywhere in a range, to two figures."""
    among: Mapping[QuantityName, Annotated[tuple[Amount, ...], entries(2, 10)]] | None = None
    """Numbers that are one of a few."""
    either: Annotated[tuple[FlagName, ...], entries(0, 4)] = ()
    """What may be so or not, each as often."""
