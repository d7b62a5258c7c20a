"""Which vendor's code is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.features.code.content import Snippets


@dataclass(frozen=True)
class Code:
    """The chosen vendor; "" is the first."""

    vendor: str = ""


def address(part: Code, snippets: Snippets) -> dict[str, str]:
    """What the address holds of it: nothing where the first vendor is shown."""
    vendor = shown(part, snippets)
    return {} if vendor == shown(Code(), snippets) else {"vendor": vendor}


def followed(part: Code, asked: Mapping[str, str], snippets: Snippets) -> tuple[Code, list[str]]:
    """The part as an address asks, and each "name=value" in it that means nothing; else the vendor stays."""
    vendor = asked.get("vendor")
    if vendor is None:
        return part, []
    return (Code(vendor), []) if vendor in snippets.vendors else (part, [f"vendor={vendor}"])


def update(part: Code, what: str, value: str) -> Code:
    """The part after its control `what` was set to `value`."""
    return Code(value) if what == "vendor" else part


def shown(part: Code, snippets: Snippets) -> str:
    """The vendor whose code is shown: the first where none is chosen, or one that is not there (any more)."""
    return part.vendor if part.vendor in snippets.vendors else next(iter(snippets.vendors))
