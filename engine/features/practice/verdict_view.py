"""A verdict as it is read: its name, and a second sign beside its colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from htpy import Element, span

if TYPE_CHECKING:
    from engine.features.practice.verdict import Verdict
    from engine.features.practice.words import Judgement

SIGNS: Mapping[Verdict, str] = {"best": "✓", "defensible": "≈", "poor": "✗"}
"""The second sign of a verdict."""


def verdict_sign(verdict: Verdict, words: Judgement) -> Element:
    """A verdict as its sign and its name."""
    return span(class_=f"verdict {verdict}")[
        span(".glyph", aria_hidden="true")[SIGNS[verdict]], " ", str(getattr(words, verdict))
    ]
