"""What a lesson's subject can say of a case that Practice asks about.

Two kinds of lessons have one. Where there is a model of the subject (model.yaml), `simulator.subject.Simulator` works
everything out. Where there is none, `engine.features.practice.authored.Authored` reads what the author wrote. A case
is the subject's own description of what is asked: a workload, or the scenario itself. Nobody else looks into it.

Whatever is a text here is ready to be read: worded, rounded, with its unit.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from engine.feature import Query
    from engine.features.practice.content import Scenario

Verdict = Literal["best", "defensible", "poor"]
"""How good a choice is."""
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
    columns: tuple[str, ...]
    """The headings of the outcomes' cells."""

    def of(self, mode: str) -> Outcome:
        """What it says of a mode."""
        return next(outcome for outcome in self.outcomes if outcome.mode == mode)


@dataclass(frozen=True)
class Flip:
    """Another value of one fact at which another mode becomes the best."""

    fact: str
    value: Any
    """As the subject describes it."""
    mode: str


@dataclass(frozen=True)
class Turn:
    """What a flip does, in words."""

    then: str
    """The fact's new value."""
    because: str
    """Why another mode is best then: a sentence."""
    sentence: str
    """The whole flip as one sentence, with the fact and both values."""
    verdicts: tuple[tuple[str, Verdict, Verdict], ...] = ()
    """Mode, verdict now, verdict then, in the lesson's order; nothing where nobody judged the modes again."""
    race: Mapping[str, str] | None = None
    """What the address of Race asks for to show the case as it is then; None where there is no race."""


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

    def study(self, case: Case) -> Study | None:
        """What the model says of a case; None where there is no model."""

    def race(self, case: Case) -> Mapping[str, str] | None:
        """What the address of Race asks for to show a case; None where there is no race."""

    def query(self, case: Case) -> Query | None:
        """The query that finds what would flip the decision; None where it is known at once."""

    def flips(self, case: Case, answers: Answers) -> tuple[Flip, ...] | None:
        """What would flip the decision; None while the query has not been answered."""

    def turn(self, case: Case, flip: Flip) -> Turn:
        """What a flip does."""

    def deciding(self, case: Case, answers: Answers) -> Deciding:
        """What decides a case that no author wrote; where its flips are not known yet, it looks for them."""

    def offered(self, scenario: Scenario, flips: tuple[Flip, ...]) -> tuple[str, ...]:
        """The facts that a learner chooses among to find what would flip the decision on a scenario."""
