"""Small pieces that the views of Practice share: buttons, and signs beside colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from htpy import Element, a, button, span

from engine.events import asks
from engine.features.practice.controls import Control

if TYPE_CHECKING:
    from engine.features.practice.controls import Link
    from engine.features.practice.scoring import FactState, Outcome
    from engine.features.practice.subject import Verdict

VERDICT_SIGNS: Mapping[Verdict, str] = {"best": "✓", "defensible": "≈", "poor": "✗"}
"""The second sign of a verdict, so that colour is never alone."""
TIPS = "⇄"
"""Stands for what flips a decision."""
OUTCOME_SIGNS: Mapping[Outcome, str] = {"best": "✓", "defensible": "≈", "later": "↻", "shown": "○"}
"""The second sign of how a scenario went."""
FACT_SIGNS: Mapping[FactState, str] = {"right": "✓", "wrong": "✗", "missed": "○", "also": "+", "plain": ""}
"""The second sign of a judged fact."""


def verdict_sign(verdict: Verdict, name: str) -> Element:
    """A verdict as its sign and its name."""
    return span(class_=f"verdict {verdict}")[span(".glyph", aria_hidden="true")[VERDICT_SIGNS[verdict]], " ", name]


def control_or_link(shown: Control | Link) -> Element:
    """A button, or a link that stands among buttons."""
    if isinstance(shown, Control):
        return control_button(shown)
    return a(class_="button primary" if shown.primary else "button", href=shown.address)[shown.text]


def control_button(control: Control) -> Element:
    """A button."""
    return button(
        id=control.id,
        class_="primary" if control.primary else None,
        type="button",
        **asks(control.event),
        data_focus=control.focus,
    )[control.text]
