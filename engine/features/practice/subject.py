"""What a lesson's subject can say of a case that Practice asks about.

Two kinds of lessons have one. Where there is a model of the subject (model.yaml), `simulator.subject.Simulator` works
everything out. Where there is none, `engine.features.practice.authored.Authored` reads what the author wrote. A case
is the subject's own description of what is asked: a workload, or the scenario itself. Nobody else looks into it.

Whatever is a text here is ready to be read: worded, rounded, with its unit.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from engine.feature import Query
    from engine.features.practice.content import Scenario
    from engine.sliders.slider import Slider

Verdict = Literal["best", "defensible", "poor"]
"""How good a choice is."""
Number = Literal["cost", "p95"]
"""A number that a learner can predict: dollars a month, or the time of the last answer, p95."""
Case = Hashable
"""What is asked about, as the subject describes it."""
Answers = Mapping[Any, Any]
"""What was found out by queries, by their keys: `State.answers`."""


@dataclass(frozen=True)
class Fact:
    """Something that a learner knows of a case before choosing."""

    id: str
    name: str
    value: str


@dataclass(frozen=True)
class Deciding:
    """What decides a case: a few facts, and those that would turn it as well, which it is no mistake to name."""

    facts: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Novel:
    """A question that no author wrote."""

    title: str
    situation: str
    case: Case


@dataclass(frozen=True)
class Figure:
    """A number of one mode, and how it differs from the same number of the mode it is held against."""

    name: str
    value: str
    difference: str
    """Such as "$720 more"; "" where it does not differ."""
    other: str
    """The other mode's number."""


@dataclass(frozen=True)
class Outcome:
    """What the model says of one mode in a case."""

    mode: str
    verdict: Verdict
    against: str
    """The mode that it is held against: the best one; for the best one the next."""
    sentences: tuple[str, ...]
    """How it differs from that mode, which the sentences name."""
    veiled: tuple[str, ...]
    """The same without the name, while the learner may still look for the best mode."""
    figures: tuple[Figure, ...]
    """Its numbers, one after another."""
    cells: tuple[str, ...]
    """Its row in the table of all modes."""


@dataclass(frozen=True)
class Study:
    """What the model says of a case."""

    outcomes: tuple[Outcome, ...]
    """Of each mode, in the lesson's order."""
    best: str
    """The mode that fits best."""
    reasons: tuple[str, ...]
    """Why, in sentences, the verdict first."""
    sure: tuple[str, ...]
    """In how many plausible readings of the case each mode is best; empty while that is not known."""
    columns: tuple[str, ...]
    """The headings of the outcomes' cells."""

    def of(self, mode: str) -> Outcome:
        """What it says of a mode."""
        return next(outcome for outcome in self.outcomes if outcome.mode == mode)


@dataclass(frozen=True)
class SwitchOption:
    """A value that a fact without a number can have."""

    value: str
    """As an event names it."""
    name: str
    mode: str | None
    """The mode that is best then; None where none is feasible."""
    chosen: bool


@dataclass(frozen=True)
class Switch:
    """A fact without a number that a learner can switch."""

    fact: str
    name: str
    options: tuple[SwitchOption, ...]


@dataclass(frozen=True)
class Turn:
    """What came of changing one fact."""

    fact: str
    value: str
    mode: str | None
    """The mode that is best then; None where none is feasible."""
    turned: bool
    """Whether it is another one."""
    because: str
    """Why: a sentence; "" where nothing turned."""
    race: Mapping[str, str]
    """What the address of Race asks for to show the case as it is then."""


@dataclass(frozen=True)
class WhatIf:
    """The facts that a learner can change to see what flips the decision, each while the others stay as they are."""

    sliders: tuple[Slider, ...]
    switches: tuple[Switch, ...]
    searching: bool
    """Whether more of them may be found."""
    turn: Turn | None
    """What came of the last change; None before there is one."""


Change = tuple[str, str]
"""A fact, and what it was changed to, as an event names it: the step of a slider, or the value of a switch."""


class Subject(Protocol):
    """The subject of a lesson, as Practice sees it."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of all facts, in the order in which they are read. Stored answers name a fact by its place here."""

    @property
    def modes(self) -> tuple[str, ...]:
        """The modes that can be recommended, in the lesson's order."""

    @property
    def has_series(self) -> bool:
        """Whether it can ask about cases that no author wrote."""

    def case(self, scenario: Scenario) -> Case:
        """What a scenario asks about."""

    def known(self, case: Case) -> tuple[Fact, ...]:
        """What a learner knows of a case."""

    def cards(self, case: Case, wanted: Iterable[str]) -> tuple[str, ...]:
        """Four or five facts that a learner begins with: the `wanted` ones, and others that matter."""

    def novel(self, seed: int, number: int) -> Novel:
        """The question of that number in a series; the same two numbers always give the same one."""

    def study(self, case: Case, answers: Answers, sure: bool = False) -> Study | None:
        """What the model says of a case; None where there is no model.

        If it must be `sure`, it looks for the shares of the modes where these are not known yet.
        """

    def shares(self, case: Case, answers: Answers) -> Query | None:
        """The query that finds how sure the model is of a case; None where that is known, or there is no model."""

    def race(self, case: Case) -> Mapping[str, str] | None:
        """What the address of Race asks for to show a case; None where there is no race."""

    def query(self, case: Case) -> Query | None:
        """The query that finds what decides a case that no author wrote; None where there are no such cases."""

    def sweeps(self, case: Case, facts: Sequence[str], answers: Answers) -> Query | None:
        """The next query that finds what flips the decision along one of these facts; None where all is known."""

    def what_if(self, case: Case, facts: Sequence[str], change: Change | None, answers: Answers) -> WhatIf | None:
        """What a learner can change to see what flips the decision; None where nobody can work that out."""

    def effects(self, case: Case, facts: Sequence[str], answers: Answers) -> Mapping[str, bool]:
        """Of each of these facts whether another value of it alone makes another mode the best, where that is known."""

    def ranges(self, number: Number) -> tuple[str, ...]:
        """The ranges among which a learner predicts a number, in words; none where there is no model."""

    def basis(self, case: Case, number: Number) -> str:
        """What the number is reckoned from beside the facts; "" where they are enough, or where there is no model."""

    def outcome(self, case: Case, number: Number, mode: str) -> tuple[int, str]:
        """In which of these ranges, from 1, a mode's number is; and the number, in words."""

    def deciding(self, case: Case, answers: Answers) -> Deciding:
        """What decides a case that no author wrote; where its flips are not known yet, it looks for them."""
