"""Which vendor's code is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.content.snippets import Snippets


@dataclass(frozen=True)
class Code:
    """The chosen vendor; "" is the first."""

    vendor: str = ""


def update(part: Code, what: str, value: str) -> Code:
    """The part after its control `what` was set to `value`."""
    return Code(value) if what == "vendor" else part


def shown(part: Code, snippets: Snippets) -> str:
    """The vendor whose code is shown: the first where none is chosen, or one that is not there (any more)."""
    return part.vendor if part.vendor in snippets.vendors else next(iter(snippets.vendors))
