"""The subject of a lesson without a model: all that is known of a case is what its author wrote in scenarios.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from engine.features.practice.subject import Answers, Case, Change, Deciding, Fact, Novel, Number

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.features.practice.content import Scenario

MOST_CARDS = 5
"""How many facts a learner begins with, at most."""
BESIDES = 2
"""How many of them decide nothing, as far as there is room."""


@dataclass(frozen=True)
class Authored:
    """The subject of a lesson without a model: a case is a scenario."""

    lesson: Lesson

    has_series = False

    @property
    def facts(self) -> tuple[str, ...]:
        """Those that lesson.yaml names."""
        return tuple(self.lesson.about.facts)

    @property
    def modes(self) -> tuple[str, ...]:
        """All modes of the lesson."""
        return tuple(self.lesson.modes)

    def case(self, scenario: Scenario) -> Case:
        """The scenario itself."""
        return scenario

    def known(self, case: Case) -> tuple[Fact, ...]:
        """The scenario's values."""
        values = _scenario(case).values or {}
        return tuple(Fact(name, self.lesson.about.facts[name].name, values[name]) for name in self.facts)

    def cards(self, case: Case, wanted: Iterable[str]) -> tuple[str, ...]:
        """The wanted facts, and the first of the others."""
        chosen = list(dict.fromkeys(wanted))[:MOST_CARDS]
        most = min(max(len(chosen) + BESIDES, MOST_CARDS - 1), MOST_CARDS)
        chosen = list(dict.fromkeys([*chosen, *self.facts]))[:most]
        return tuple(fact for fact in self.facts if fact in chosen)

    def novel(self, seed: int, number: int) -> Novel:
        """There are no cases but the author's."""
        raise LookupError((seed, number))

    def study(self, case: Case, answers: Answers, sure: bool = False) -> None:
        """Nobody worked it out."""

    def shares(self, case: Case, answers: Answers) -> None:
        """Nothing needs to be looked for."""

    def race(self, case: Case) -> None:
        """There is no race."""

    def query(self, case: Case) -> None:
        """Nothing needs to be looked for."""

    def sweeps(self, case: Case, facts: Sequence[str], answers: Answers) -> None:
        """Nothing needs to be looked for."""

    def what_if(self, case: Case, facts: Sequence[str], change: Change | None, answers: Answers) -> None:
        """Nobody works out what would flip it; the author says so, in the scenario."""

    def effects(self, case: Case, facts: Sequence[str], answers: Answers) -> Mapping[str, bool]:
        """Where the author says what flips the decision, those facts do."""
        tipping = _scenario(case).tipping
        return dict.fromkeys(tipping.flips or (), True) if tipping else {}

    def ranges(self, number: Number) -> tuple[str, ...]:
        """There are no numbers to predict."""
        return ()

    def basis(self, case: Case, number: Number) -> str:
        """There are no numbers to predict."""
        return ""

    def outcome(self, case: Case, number: Number, mode: str) -> tuple[int, str]:
        """There are no numbers to predict."""
        raise LookupError((number, mode))

    def deciding(self, case: Case, answers: Answers) -> Deciding:
        """The facts that the author says decide."""
        return Deciding(_scenario(case).facts)


def _scenario(case: object) -> Scenario:
    return cast("Scenario", case)
