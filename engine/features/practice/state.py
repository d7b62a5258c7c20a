"""What stands in Practice: the question that is open, the answers given, and a series of new workloads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from engine.features.practice.scoring import Record, good_enough, shuffled
from simulator.generator import novel

if TYPE_CHECKING:
    from engine.content.practice_content import Scenario, Workshop
    from engine.features.practice.verdict import Verdict
    from simulator.workload import Fact, Workload

Page = Literal["question", "result"]
Unfinished = Literal["", "mode", "marks", "many"]


@dataclass(frozen=True)
class Attempt:
    """The question that is open, and how far the learner is with it."""

    mode: str = ""
    marks: tuple[Fact, ...] = ()
    hints: int = 0
    """How many are told."""
    unfinished: Unfinished = ""
    """What was missing when the learner wanted to answer."""
    verdict: Verdict | Literal[""] = ""
    """How good the answer was; "" until there is one."""
    deciding: tuple[Fact, ...] = ()
    """Once there is an answer: the facts that decide."""
    shown: bool = False
    """Whether the answer was shown instead."""
    first: bool = True
    """Whether nothing was answered before it."""
    look: str = ""
    """The mode whose consequences are looked at, where it is not the chosen one."""
    picked: tuple[Fact, ...] = ()
    """The facts picked to see what they flip, the one that is shown last."""

    @property
    def over(self) -> bool:
        """Whether nothing is left to find out."""
        return self.shown or (self.verdict != "" and good_enough(self.verdict))


@dataclass(frozen=True)
class Series:
    """New workloads, one after another, all drawn from a seed."""

    seed: int
    number: int = 1
    """Which one is open."""
    start: int = 1
    """The number of the first one in the row of answers."""
    row: str = ""
    """The answers since then, a letter each; who skips one starts a new row."""

    def counting(self, letter: str) -> Series:
        """The series after the open one was answered: the first answer counts."""
        if self.number < self.start + len(self.row):
            return self
        if self.number > self.start + len(self.row):
            return replace(self, start=self.number, row=letter)
        return replace(self, row=self.row + letter)


@dataclass(frozen=True)
class Practice:
    """All that a learner did, and what is open now."""

    records: Mapping[str, Record] = field(default_factory=dict)
    elsewhere: tuple[str, ...] = ()
    """Answers that the device keeps, as text, to scenarios that are not here, or not until edited content is."""
    at: str = ""
    """The scenario that is open; "" is the first in the order."""
    attempt: Attempt = Attempt()
    order: int = 0
    """0 is the teaching order; else the seed of another one."""
    series: Series | None = None
    drawn: bool = False
    """Whether a new workload of the series is open instead of a scenario."""
    met: bool = False
    """Whether a series ever met the criterion."""
    page: Page = "question"
    leaving: bool = False
    """Whether the learner is asked if all answers shall be forgotten."""
    mine: Practice | None = None
    """While answers are shown that came with a link: the learner's own, which the device goes on keeping."""
    kept: bool = True
    """Whether the device keeps it."""
    given: int = 0
    """How many answers were given in this visit."""


@dataclass(frozen=True)
class Question:
    """What is asked, whether an author wrote it or a seed drew it."""

    title: str
    situation: str
    workload: Workload
    scenario: Scenario | None = None


def order(own: Practice, workshop: Workshop) -> tuple[str, ...]:
    """The scenarios in the learner's order."""
    return shuffled(workshop.scenarios, own.order)


def at(own: Practice, workshop: Workshop) -> str:
    """The scenario that is open, or would be if no series were."""
    return own.at if own.at in workshop.scenarios else order(own, workshop)[0]


def question(own: Practice, workshop: Workshop) -> Question:
    """What is asked now."""
    if own.drawn and own.series:
        return Question(*novel(workshop.templates, own.series.seed, own.series.number))
    scenario = workshop.scenarios[at(own, workshop)]
    return Question(scenario.title, scenario.situation, scenario.workload, scenario)
