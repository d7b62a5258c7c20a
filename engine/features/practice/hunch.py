"""Hunches on two workloads, before anything else and again at the end: how one is added, and how they are stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.content.codes import MODE, SCENARIO, code
from engine.features.practice.state import Hunch, Practice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.features.practice.material import Material


def guessed(own: Practice, name: str, mode: str) -> Practice:
    """Practice after the learner chose a mode for one of the two workloads, at the start or at the end."""
    hunch = own.hunches.get(name, Hunch())
    if own.page not in ("hunch", "again"):
        return own
    said = replace(hunch, first=mode) if own.page == "hunch" else replace(hunch, then=mode)
    return replace(own, hunches={**own.hunches, name: said})


def kept(hunches: Mapping[str, Hunch]) -> str:
    """The hunches as text: for each scenario its letters and those of the two modes."""
    return ".".join(
        "_".join((code(name, SCENARIO), _letters(hunch.first), _letters(hunch.then))) for name, hunch in hunches.items()
    )


def from_kept(text: str, material: Material) -> dict[str, Hunch]:
    """The hunches in such a text, of the scenarios and modes that are here."""
    scenarios = {code(name, SCENARIO): name for name in material.hunch}
    modes = {_letters(mode): mode for mode in material.subject.modes}
    found = {}
    for each in text.split("."):
        name, first, then = [*each.split("_"), "", "", ""][:3]
        hunch = Hunch(modes.get(first, ""), modes.get(then, ""))
        if name in scenarios and hunch != Hunch():
            found[scenarios[name]] = hunch
    return found


def _letters(mode: str) -> str:
    return code(mode, MODE) if mode else ""
