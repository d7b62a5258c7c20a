"""What Practice asks about: the scenarios of a lesson, its subject, and the criterion of a series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.features.practice.authored import Authored
from simulator.subject import Simulator

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.features.practice.content import Criterion, Scenario
    from engine.features.practice.subject import Subject


@dataclass(frozen=True)
class Material:
    """What Practice asks about."""

    scenarios: Mapping[str, Scenario]
    """In teaching order."""
    subject: Subject
    objectives: tuple[str, ...]
    """The names of what the scenarios practise, in the lesson's order."""
    criterion: Criterion | None
    """When the objective is met by a series; None in a lesson without settings for one."""
    hunch: tuple[str, ...] = ()
    """The names of the scenarios to decide on a hunch."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of all facts."""
        return self.subject.facts


@lru_cache(maxsize=2)
def material_of(lesson: Lesson, content: LazyContent) -> Material:
    """The material of a lesson. Its subject is the simulator where there is a model, or else what authors wrote."""
    subject: Subject = Simulator(lesson, content) if content.model else Authored(lesson)
    criterion = content.words.practice.criterion if content.words else None
    return Material(content.scenarios, subject, tuple(lesson.about.objectives), criterion, lesson.about.hunch or ())
