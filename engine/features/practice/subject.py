"""Which subject a lesson has."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from engine.features.practice.authored import Authored
from simulator.subject import Simulator

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.subject import Subject


@lru_cache(maxsize=2)
def subject_of(lesson: Lesson, content: LazyContent) -> Subject:
    """The simulator where the lesson has a model, or else what its authors wrote."""
    return Simulator(lesson, content) if content.model else Authored(lesson)
