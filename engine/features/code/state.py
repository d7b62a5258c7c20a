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


@dataclass(frozen=True)
class ChooseVendor:
    """Show another vendor's code."""

    vendor: str


@dataclass(frozen=True)
class CopyCode:
    """Copy the code that is shown."""


def to_url(own: Code, snippets: Snippets) -> dict[str, str]:
    """What the address holds of it: nothing where the first vendor is shown."""
    vendor = shown(own, snippets)
    return {} if vendor == shown(Code(), snippets) else {"vendor": vendor}


def from_url(own: Code, asked: Mapping[str, str], snippets: Snippets) -> tuple[Code, list[str]]:
    """The state as an address asks, and each "name=value" in it that means nothing; else the vendor stays."""
    vendor = asked.get("vendor")
    if vendor is None:
        return own, []
    return (Code(vendor), []) if vendor in snippets.vendors else (own, [f"vendor={vendor}"])


def shown(own: Code, snippets: Snippets) -> str:
    """The vendor whose code is shown: the first where none is chosen, or one that is not there (any more)."""
    return own.vendor if own.vendor in snippets.vendors else next(iter(snippets.vendors))
