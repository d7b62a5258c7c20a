"""An answer that was begun and not given yet, as text: what the device stores of it, and how it goes on from that."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.content.codes import MODE, code
from engine.features.practice.encoding import fact_letter
from engine.features.practice.events import ChooseAnswer, Predict, SetSure, TakeHint, ToggleMark
from engine.features.practice.state import Attempt, Practice, record_of
from engine.features.practice.update import update

if TYPE_CHECKING:
    from engine.features.practice.material import Material

_BEGUN = re.compile(f"((?:[0-9a-z]{{{MODE}}})?)([A-Z]*)-([0-9])([0-9])([0-9])(r?)")
"""The mode, the facts, how sure, the predicted range, the hints taken, and whether it is a second look."""


def begun(attempt: Attempt, material: Material) -> str:
    """An answer that is not given yet, as text; "" for one that is, and where nothing was begun."""
    if not attempt.asking or attempt == Attempt():
        return ""
    letters = "".join(fact_letter(fact, material.facts) for fact in attempt.marks)
    numbers = f"{attempt.sure}{attempt.predicted}{attempt.hints}"
    return f"{code(attempt.mode, MODE) if attempt.mode else ''}{letters}-{numbers}{'r' * attempt.repeat}"


def with_begun(own: Practice, text: str, material: Material) -> Practice:
    """Practice whose open question has the answer that was begun; what means nothing in the text is left out.

    The learner's acts are done once more, so that no text can bring about what a learner cannot.
    """
    found = _BEGUN.fullmatch(text)
    if not found:
        return own
    mode, letters, sure, predicted, hints, repeat = found.groups()
    tried = not own.in_series and bool(record_of(own, own.scenario).tries)
    own = replace(own, attempt=Attempt(repeat=tried and bool(repeat), first=not tried))
    acts = [
        *(ChooseAnswer(name) for name in material.subject.modes if code(name, MODE) == mode),
        *(ToggleMark(fact) for fact in material.facts if fact_letter(fact, material.facts) in letters),
        SetSure(int(sure)),
        Predict(int(predicted)),
        *[TakeHint()] * int(hints),
    ]
    for act in acts:
        own = update(own, act, material, {})
    return own
