"""The words of the page that are not messages yet: the typed shape of interface.yaml."""

from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import Label, Line, Short, Symbol, Term, letters

Phrase = Label
Sentence = Line


@dataclass(frozen=True, eq=False)
class UnitNames:
    """Units of time."""

    ms: Symbol
    """Milliseconds."""
    s: Annotated[Symbol, letters(2)]
    """Seconds."""
    min: Symbol
    """Minutes."""
    h: Symbol
    """Hours."""
    days: Short
    """Days, of which there are at least two."""


@dataclass(frozen=True, eq=False)
class Guide:
    """The words around figures."""

    mode: Term
    """Column: the mode."""
    median: Short
    """Column."""
    p95: Short
    """Column."""
    p99: Short
    """Column."""
    units: UnitNames
    """Units of time."""


@dataclass(frozen=True, eq=False)
class Words:
    """interface.yaml: the words of the page that are not messages yet."""

    guide: Guide
    """Around figures."""
