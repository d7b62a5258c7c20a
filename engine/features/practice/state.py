"""What Practice shows: the question that is open, the answers given, and a series of new cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from engine.features.practice.scoring import Record, best, good_enough, settled, shuffled

if TYPE_CHECKING:
    from engine.features.practice.content import Scenario
    from engine.features.practice.material import Material
    from engine.features.practice.subject import Case, Verdict

Page = Literal["question", "series", "result", "hunch", "again"]
"""What is shown; "hunch" are the two workloads of the start, and "again" the same at the end."""
Unfinished = Literal["", "mode", "marks", "many"]


@dataclass(frozen=True)
class Attempt:
    """The question that is open, and how far the learner is with it."""

    mode: str = ""
    marks: tuple[str, ...] = ()
    hints: int = 0
    """How many hints are shown."""
    unfinished: Unfinished = ""
    """What was missing when the learner wanted to answer."""
    verdict: Verdict | Literal[""] = ""
    """How good the answer was; "" until there is one."""
    sure: int = 0
    """How sure the learner is; 0 where that was not said."""
    predicted: int = 0
    """The range in which the learner predicts the scenario's number, from 1; 0 for none."""
    deciding: tuple[str, ...] = ()
    """Once there is an answer: the facts that decide."""
    also: tuple[str, ...] = ()
    """Once there is an answer: those that would turn the decision as well."""
    repeat: bool = False
    """Whether it is a second look at a scenario that was missed."""
    shown: bool = False
    """Whether the answer was shown instead."""
    first: bool = True
    """Whether nothing was answered before it."""
    look: str = ""
    """The mode that is looked at, where it is not the chosen one."""
    change: tuple[str, str] | tuple[()] = ()
    """The fact that was changed last to see what flips the decision, and to what."""
    picked: tuple[str, ...] = ()
    """The facts picked to see what they flip, the one that is shown last."""
    left: bool = False
    """Whether the learner has been elsewhere since the answer, such as in Race."""
    compared: bool = False
    """Where the case was argued: whether the reasons are compared with the questions that guide the decision."""

    @property
    def asking(self) -> bool:
        """Whether there is no answer yet."""
        return not (self.verdict or self.shown)

    @property
    def over(self) -> bool:
        """Whether nothing is left to find out."""
        return self.shown or (self.verdict != "" and good_enough(self.verdict))


@dataclass(frozen=True)
class Series:
    """New cases, one after another, all drawn from a seed."""

    seed: int
    number: int = 1
    """Which one is open."""
    start: int = 1
    """The number of the first one in the row of answers."""
    row: str = ""
    """The answers since then, a letter each; who skips one starts a new row."""
    sure: str = ""
    """How sure the learner was at each of them, a digit each."""

    def counting(self, letter: str, sure: int = 0) -> Series:
        """The series after the open one was answered: the first answer counts."""
        if self.number < self.start + len(self.row):
            return self
        if self.number > self.start + len(self.row):
            return replace(self, start=self.number, row=letter, sure=str(sure))
        return replace(self, row=self.row + letter, sure=f"{self.sure}{sure}")

    def place(self, length: int) -> int:
        """Which case of its round the open one is, from 1."""
        return (self.number - self.first(length)) + 1

    def first(self, length: int) -> int:
        """The number of the first case of the round that the open one belongs to."""
        if not self.start <= self.number <= self.start + len(self.row):
            return self.number
        return self.start + (self.number - self.start) // length * length

    def round(self, length: int) -> str:
        """The answers of the round that the open one belongs to."""
        done = self.first(length) - self.start
        return self.row[done : done + length] if 0 <= done <= len(self.row) else ""

    def complete(self, length: int) -> bool:
        """Whether the round has all its answers."""
        return len(self.round(length)) == length

    def ended(self, length: int) -> bool:
        """Whether the open case was the last of its round, which is complete."""
        return self.complete(length) and self.place(length) == length


@dataclass(frozen=True)
class Hunch:
    """The modes that a learner said for a scenario on a hunch and at the end; "" where that was skipped."""

    first: str = ""
    then: str = ""


@dataclass(frozen=True)
class Practice:
    """All that a learner did, and what is open now."""

    records: Mapping[str, Record] = field(default_factory=dict)
    elsewhere: tuple[str, ...] = ()
    """Stored answers, as text, to scenarios that are not here, or not until edited content is."""
    scenario: str = ""
    """The scenario that is open; "" is the first in the order."""
    attempt: Attempt = Attempt()
    order: int = 0
    """0 is the teaching order; else the seed of another one."""
    series: Series | None = None
    in_series: bool = False
    """Whether a new case of the series is open instead of a scenario."""
    met: bool = False
    """Whether a series ever met the criterion."""
    again: tuple[tuple[str, int], ...] = ()
    """Scenarios that were missed and come back: their names, and after how many others."""
    hunches: Mapping[str, Hunch] = field(default_factory=dict)
    page: Page = "question"
    confirming: bool = False
    """Whether the learner is asked if all answers shall be forgotten."""
    own: Practice | None = None
    """While answers are shown that came with a link: the learner's own, which the device goes on storing."""
    can_store: bool = True
    """Whether the device stores it."""
    given: int = 0
    """How many answers were given in this visit."""


@dataclass(frozen=True)
class Question:
    """What is asked, whether an author wrote it or a seed drew it."""

    title: str
    situation: str
    case: Case
    scenario: Scenario | None = None


def order(own: Practice, material: Material) -> tuple[str, ...]:
    """The scenarios in the learner's order."""
    return shuffled(material.scenarios, own.order)


def current(own: Practice, material: Material) -> str:
    """The scenario that is open, or would be if no series were."""
    return own.scenario if own.scenario in material.scenarios else order(own, material)[0]


def question(own: Practice, material: Material) -> Question:
    """What is asked now."""
    if own.in_series and own.series:
        novel = material.subject.novel(own.series.seed, own.series.number)
        return Question(novel.title, novel.situation, novel.case)
    scenario = material.scenarios[current(own, material)]
    return Question(scenario.title, scenario.situation, material.subject.case(scenario), scenario)


def record_of(own: Practice, name: str) -> Record:
    """What the learner did with a scenario."""
    return own.records.get(name, Record())


def is_settled(own: Practice, name: str, material: Material) -> bool:
    """Whether nothing is left to find out in a scenario."""
    return settled(record_of(own, name), material.scenarios[name])


def with_scenario(own: Practice, name: str, material: Material) -> Practice:
    """Practice with a scenario open, as the learner left it."""
    scenario, record = material.scenarios[name], record_of(own, name)
    attempt, compared = Attempt(), bool(scenario.questions)
    if record.shown:
        attempt = Attempt(best(scenario), record.marks, deciding=scenario.facts, shown=True, compared=compared)
    elif record.tries:
        mode = record.tries[-1]
        attempt = Attempt(
            mode,
            record.marks,
            verdict=scenario.choices[mode].verdict,
            sure=record.sure,
            deciding=scenario.facts,
            compared=compared,
        )
    return replace(own, scenario=name, attempt=attempt, in_series=False, page="question", confirming=False)


def with_unsettled(own: Practice, names: tuple[str, ...], material: Material) -> Practice:
    """Practice at the first of these scenarios that is not settled yet, or at the result where there is none."""
    name = next((name for name in names if not is_settled(own, name, material)), None)
    return with_scenario(own, name, material) if name else replace(own, page="result", confirming=False)


def with_series(own: Practice, series: Series) -> Practice:
    """Practice with a case of a series open."""
    return replace(own, series=series, in_series=True, attempt=Attempt(), page="question", confirming=False)
