"""The simulator as the subject of a lesson: what Practice asks of it, worked out from workloads and worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from engine.features.practice.subject import Answers, Case, Fact, Figure, Flip, Novel, Outcome, Study, Turn
from simulator.address import to_address
from simulator.advice import advise, burden
from simulator.flips import Flip as SimulatedFlip
from simulator.flips import flips, flips_query
from simulator.generator import novel
from simulator.lesson import model_of, wording
from simulator.outcomes import modelled
from simulator.sensitivity import deciding, offered, turned, unseating
from simulator.sentences import compared, finding_text, flip_text, flipped_value, reasons
from simulator.wording import Wording
from simulator.workload import FACTS, Workload

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Query
    from engine.features.practice.content import Scenario
    from engine.messages import Messages
    from simulator.advice import Advice, Ranked
    from simulator.parameters import Model


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

    def novel(self, seed: int, number: int) -> Novel:
        """A workload made of a template."""
        return Novel(*novel(self.content.templates, seed, number))

    def study(self, case: Case) -> Study:
        """Each mode judged, with its numbers."""
        advice, messages = advise(self.lesson.modes, self._model, _workload(case)), self.content.messages
        order = list(self.lesson.modes)
        return Study(
            tuple(
                self._outcome(_workload(case), each, advice)
                for each in sorted(advice.ranked, key=lambda each: order.index(each.mode))
            ),
            advice.best.mode,
            tuple(reasons(self.lesson.modes, self._model, advice, self._wording)),
            (
                messages("practice.figures.cost_column"),
                messages("practice.figures.done_column"),
                messages("practice.figures.late"),
            ),
        )

    def race(self, case: Case) -> Mapping[str, str]:
        """A workload by the names of its fields."""
        return to_address(_workload(case))

    def query(self, case: Case) -> Query:
        """The search for flips, one fact after another."""
        return flips_query(self.lesson.modes, self._model, _workload(case))

    def flips(self, case: Case, answers: Answers) -> tuple[Flip, ...] | None:
        """The flips that were found."""
        return cast("tuple[Flip, ...] | None", answers.get(case))

    def turn(self, case: Case, flip: Flip) -> Turn:
        """The advice before and after a flip, and the rule or the cost that brings it about."""
        workload, modes, found = _workload(case), self.lesson.modes, cast("SimulatedFlip", flip)
        turn = turned(modes, self._model, workload, found)
        before, after = ({each.mode: each.verdict for each in advice.ranked} for advice in (turn.before, turn.after))
        if turn.rule:
            mode, finding = turn.rule
            because = finding_text(self._model, modes[mode].name, finding, self._wording)
        else:
            worse = turn.after.of(turn.before.best.mode)
            because = compared(modes, self._model, worse, turn.after.best, self._wording)
        return Turn(
            flipped_value(workload, found, self._wording),
            because,
            flip_text(modes, workload, found, self._wording),
            tuple((mode, before[mode], after[mode]) for mode in modes if mode in after),
            to_address(turn.workload),
        )

    def deciding(self, case: Case, answers: Answers) -> tuple[str, ...]:
        """The facts of which another value would change the advice, and those that rule out a better mode."""
        workload, modes = _workload(case), self.lesson.modes
        found = answers.get(workload)
        if found is None:
            found = tuple(flips(modes, self._model, workload))
        advice = advise(modes, self._model, workload)
        return deciding(workload, advice, found, unseating(modes, self._model, workload, advice.best.mode))

    def offered(self, scenario: Scenario, flips: tuple[Flip, ...]) -> tuple[str, ...]:
        """Facts that tip the decision, and plausible others."""
        tipping = scenario.tipping.facts if scenario.tipping else ()
        found = cast("tuple[SimulatedFlip, ...]", flips)
        return offered(_workload(scenario.workload), tipping, scenario.facts, found)

    def _outcome(self, workload: Workload, ranked: Ranked, advice: Advice) -> Outcome:
        messages, wording, spread = self.content.messages, self._wording, ranked.spread
        dollars, late = wording.money(ranked.cost_a_day), share(spread.late_share, messages)

        def times(name: str, times: tuple[float, float, float]) -> Figure:
            p95 = messages("practice.figures.p95", time=wording.duration(times[1]))
            return Figure(name, wording.duration(times[0]), (messages("practice.figures.median"), p95))

        figures = [
            Figure(messages("practice.figures.cost"), dollars, (messages("practice.figures.a_day"),)),
            times(messages("practice.figures.first"), spread.first),
        ]
        if spread.done != spread.first:
            figures.append(times(messages("practice.figures.done"), spread.done))
        if workload.timeout is not None:
            figures.append(Figure(messages("practice.figures.cut"), share(spread.cut_share, messages)))
        figures.append(Figure(messages("practice.figures.late"), late))
        cells = (dollars, wording.duration(spread.done[1]), late)
        return Outcome(ranked.mode, ranked.verdict, self._sentences(ranked, advice.best), tuple(figures), cells)

    def _sentences(self, ranked: Ranked, best: Ranked) -> tuple[str, ...]:
        """The rules that a mode breaks, or the last that it keeps and its worst burden."""
        name = self.lesson.modes[ranked.mode].name
        kept = [finding for finding in ranked.findings if finding.points is None][-1:]
        found = ranked.failing or (*kept, *(() if ranked is best else (burden(ranked, best),)))
        return tuple(finding_text(self._model, name, finding, self._wording) for finding in found)

    @property
    def _model(self) -> Model:
        return model_of(self.content)

    @property
    def _wording(self) -> Wording:
        return wording(self.content)


def share(part: float, messages: Messages) -> str:
    """A share as it is read, such as "12 %"."""
    if part == 0:
        return messages("practice.figures.no_share")
    if part < 0.005:
        return messages("practice.figures.small_share", percent=1)
    return messages("practice.figures.share", percent=f"{100 * part:.0f}")


def _workload(case: object) -> Workload:
    return cast("Workload", case)
