"""The simulator as the subject of a lesson: what Practice asks of it, worked out from workloads and worded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from engine.features.practice.subject import (
    Answers,
    Case,
    Change,
    Deciding,
    Fact,
    Novel,
    Number,
    Outcome,
    Study,
    WhatIf,
)
from simulator.address import to_address
from simulator.advice import advise
from simulator.differences import Pair, figures, sentences
from simulator.flips import flips, flips_query
from simulator.generator import novel
from simulator.lesson import model_of, wording
from simulator.outcomes import modelled
from simulator.prediction import basis, outcome, ranges
from simulator.readings import known_shares, shares, shares_query
from simulator.readings_words import Sureness
from simulator.relevance import cards
from simulator.sensitivity import deciding, unseating
from simulator.sentences import reasons
from simulator.what_if import Levers, effects, next_sweep, what_if
from simulator.windows import window_text
from simulator.wording import Wording
from simulator.workload import FACTS, Workload

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Query
    from engine.features.practice.content import Scenario
    from simulator.advice import Advice, Ranked
    from simulator.parameters import Model
    from simulator.shares import Shares


@dataclass(frozen=True)
class Simulator:
    """The subject of a lesson with a model: a case is a workload."""

    lesson: Lesson
    content: LazyContent

    @property
    def facts(self) -> tuple[str, ...]:
        """The fields of a workload."""
        return FACTS

    @property
    def modes(self) -> tuple[str, ...]:
        """The modes that the model knows."""
        return tuple(modelled(self.lesson.modes, self._model))

    @property
    def has_series(self) -> bool:
        """Whether there are templates to make workloads of."""
        return bool(self.content.templates)

    def case(self, scenario: Scenario) -> Case:
        """A scenario's workload."""
        return scenario.workload

    def known(self, case: Case) -> tuple[Fact, ...]:
        """The fields of a workload as they are read."""
        return tuple(Fact(*each) for each in self._wording.facts(_workload(case)))

    def cards(self, case: Case, wanted: Iterable[str]) -> tuple[str, ...]:
        """The wanted fields, and others that matter in such a workload."""
        return cards(_workload(case), wanted)

    def novel(self, seed: int, number: int) -> Novel:
        """A workload made of a template."""
        return Novel(*novel(self.content.templates, seed, number))

    def study(self, case: Case, answers: Answers, sure: bool = False) -> Study:
        """Each mode judged, with its numbers."""
        workload, messages = _workload(case), self.content.messages
        shares = known_shares(answers, workload) or (_shares(self.lesson, self._model, workload) if sure else None)
        advice = advise(self.lesson.modes, self._model, workload, shares)
        order = list(self.lesson.modes)
        return Study(
            tuple(
                self._outcome(_workload(case), each, advice)
                for each in sorted(advice.ranked, key=lambda each: order.index(each.mode))
            ),
            advice.best.mode,
            tuple(self._reasons(_workload(case), advice)),
            Sureness(self.lesson.modes, self._model, self._wording).sentences(shares) if shares else (),
            (
                messages("practice.figures.cost_column"),
                messages("practice.figures.done_column"),
                messages("practice.figures.late"),
                messages("practice.figures.engineering"),
            ),
        )

    def race(self, case: Case) -> Mapping[str, str]:
        """A workload by the names of its fields."""
        return to_address(_workload(case))

    def shares(self, case: Case, answers: Answers) -> Query | None:
        """The readings, one after another."""
        if known_shares(answers, _workload(case)):
            return None
        return shares_query(self.lesson.modes, self._model, _workload(case))

    def query(self, case: Case) -> Query:
        """The search for flips, one fact after another."""
        return flips_query(self.lesson.modes, self._model, _workload(case))

    def sweeps(self, case: Case, facts: Sequence[str], answers: Answers) -> Query | None:
        """The sweep of the next fact with a number."""
        return next_sweep(Levers(self.lesson, self.content, _workload(case), facts), answers)

    def what_if(self, case: Case, facts: Sequence[str], change: Change | None, answers: Answers) -> WhatIf:
        """Sliders and switches, and what came of the last change."""
        return what_if(Levers(self.lesson, self.content, _workload(case), facts), change, answers)

    def effects(self, case: Case, facts: Sequence[str], answers: Answers) -> Mapping[str, bool]:
        """A fact without a number is tried; one with a number has its sweep."""
        return effects(Levers(self.lesson, self.content, _workload(case), facts), answers)

    def ranges(self, number: Number) -> tuple[str, ...]:
        """A few ranges of dollars a month, or of times."""
        return ranges(number, self._wording)

    def basis(self, case: Case, number: Number) -> str:
        """How many requests a month, at what price."""
        return basis(self._model, number, _workload(case), self._wording)

    def outcome(self, case: Case, number: Number, mode: str) -> tuple[int, str]:
        """The range of a mode's number, and the number."""
        return outcome(self.lesson.modes, self._model, _workload(case), number, mode, self._wording)

    def deciding(self, case: Case, answers: Answers) -> Deciding:
        """Of the facts that a learner begins with, those that turn it most easily; and all others that turn it."""
        workload, modes = _workload(case), self.lesson.modes
        found = answers.get(workload)
        if found is None:
            found = tuple(flips(modes, self._model, workload))
        advice = advise(modes, self._model, workload)
        unseated = unseating(modes, self._model, workload, advice.best.mode)
        return deciding(workload, advice, found, unseated, self.cards(case, ()))

    def _outcome(self, workload: Workload, each: Ranked, advice: Advice) -> Outcome:
        messages, modes = self.content.messages, self.lesson.modes
        other = advice.best if each is not advice.best else advice.ranked[min(1, len(advice.ranked) - 1)]
        pair = Pair(modes, self._model, self._wording, each, other)
        shown = figures(pair, workload)
        cost, *_, late, work = shown
        return Outcome(
            each.mode,
            each.verdict or "poor",
            other.mode,
            sentences(pair, modes[other.mode].name),
            sentences(pair, messages("practice.feedback.best_mode")),
            shown,
            (cost.value, self._wording.duration(each.spread.done[1]), late.value, work.value),
        )

    def _reasons(self, workload: Workload, advice: Advice) -> Iterator[str]:
        modes, model, words = self.lesson.modes, self._model, self._wording
        yield from reasons(modes, model, advice, words)
        if saved := window_text(modes, model, workload, advice, words):
            yield saved

    @property
    def _model(self) -> Model:
        return model_of(self.content)

    @property
    def _wording(self) -> Wording:
        return wording(self.content)


@lru_cache(maxsize=16)
def _shares(lesson: Lesson, model: Model, workload: Workload) -> Shares:
    return shares(lesson.modes, model, workload)


def _workload(case: object) -> Workload:
    return cast("Workload", case)
