"""What would flip the decision, as a plain value: of a scenario facts to pick from, of a new case all that flips it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.features.practice.controls import Link
from engine.features.practice.material import material_of
from engine.features.practice.scoring import best
from engine.html import link_to

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.content import Scenario, Tipping
    from engine.features.practice.state import Attempt, Question
    from engine.features.practice.subject import Answers, Fact, Flip, Turn, Verdict
    from engine.messages import Messages

Effect = Literal["", "tips", "still"]
"""What another value of a fact does to the decision; "" until the fact is picked."""


@dataclass(frozen=True)
class FlipList:
    """Every flip in a sentence, or a sentence where there is none, or none is known yet."""

    heading: str
    sentences: tuple[tuple[Mode, str], ...]
    """Each with the mode that is best then."""
    remark: str


@dataclass(frozen=True)
class Option:
    """A fact to pick."""

    id: str
    name: str
    value: str
    chosen: bool
    effect: Effect
    """What it does, once it was picked."""
    effect_name: str


@dataclass(frozen=True)
class TurnRow:
    """How a mode is judged now and then."""

    mode: Mode
    now: tuple[Verdict, str]
    then: tuple[Verdict, str]
    wins: bool


@dataclass(frozen=True)
class TurnTable:
    """How each mode is judged now and then."""

    caption: str
    mode: str
    now: tuple[str, str]
    """The heading of a column: when, and the fact's value."""
    then: tuple[str, str]
    rows: tuple[TurnRow, ...]


@dataclass(frozen=True)
class Swing:
    """From which value to which, and from which mode to which."""

    now: str
    then: str
    old: Mode
    new: Mode


@dataclass(frozen=True)
class Finding:
    """What the picked fact does."""

    effect: str
    count: str
    """How many facts that tip the decision were found."""
    sentence: str
    swing: Swing | None
    table: TurnTable | None
    race: Link | None


@dataclass(frozen=True)
class FlipPicking:
    """Facts to pick from, and what was found of the one that is picked."""

    heading: str
    legend: str
    options: tuple[Option, ...]
    finding: Finding | None
    discussion: str
    """What guides the decision; "" until a fact that tips it was found."""


def present_flips(
    lesson: Lesson, content: LazyContent, attempt: Attempt, asked: Question, answers: Answers
) -> FlipList | FlipPicking | None:
    """What would flip the decision; None for a scenario that is not on the boundary."""
    scenario, messages = asked.scenario, content.messages
    if scenario and not scenario.tipping:
        return None
    flips = material_of(lesson, content).subject.flips(asked.case, answers)
    if flips is None:
        return FlipList(messages("practice.flips.heading"), (), messages("practice.flips.searching"))
    if scenario and scenario.tipping:
        return _picking(lesson, content, attempt, scenario, scenario.tipping, flips)
    return _list(lesson, content, asked, flips)


def _list(lesson: Lesson, content: LazyContent, asked: Question, flips: tuple[Flip, ...]) -> FlipList:
    subject, messages = material_of(lesson, content).subject, content.messages
    return FlipList(
        messages("practice.flips.heading"),
        tuple((lesson.modes[flip.mode], subject.turn(asked.case, flip).sentence) for flip in flips),
        "" if flips else messages("practice.flips.nothing"),
    )


def _picking(
    lesson: Lesson,
    content: LazyContent,
    attempt: Attempt,
    scenario: Scenario,
    tipping: Tipping,
    flips: tuple[Flip, ...],
) -> FlipPicking:
    subject, messages = material_of(lesson, content).subject, content.messages
    facts = {fact.id: fact for fact in subject.known(subject.case(scenario))}
    found = {flip.fact: flip for flip in flips}
    choice = subject.offered(scenario, flips)
    picked = attempt.picked[-1] if attempt.picked else ""
    tips = [fact for fact in choice if fact in found]
    known = [fact for fact in tips if fact in attempt.picked]
    count = messages("practice.flips.found", found=len(known), all=len(tips))
    return FlipPicking(
        messages("practice.flips.heading"),
        messages("practice.flips.pick"),
        tuple(_option(facts[fact], attempt, fact in found, messages) for fact in choice),
        _finding(lesson, content, scenario, facts[picked], found.get(picked), count) if picked in facts else None,
        tipping.discussion if known else "",
    )


def _option(fact: Fact, attempt: Attempt, tips: bool, messages: Messages) -> Option:
    effect: Effect = "" if fact.id not in attempt.picked else "tips" if tips else "still"
    chosen = bool(attempt.picked) and attempt.picked[-1] == fact.id
    name = messages(f"practice.flips.option_{effect}") if effect else ""
    return Option(fact.id, fact.name, fact.value, chosen, effect, name)


def _finding(
    lesson: Lesson, content: LazyContent, scenario: Scenario, fact: Fact, flip: Flip | None, count: str
) -> Finding:
    subject, messages = material_of(lesson, content).subject, content.messages
    if flip is None:
        still = messages("practice.flips.still", fact=fact.name)
        return Finding(still, count, messages("practice.flips.none"), None, None, None)
    turn = subject.turn(subject.case(scenario), flip)
    before = next((mode for mode, now, _ in turn.verdicts if now == "best"), best(scenario))
    return Finding(
        messages("practice.flips.tips", fact=fact.name),
        count,
        turn.because,
        Swing(fact.value, turn.then, lesson.modes[before], lesson.modes[flip.mode]),
        _table(lesson, fact, flip, turn, messages) if turn.verdicts else None,
        Link(messages("practice.flips.race"), link_to(view="race", **turn.race)) if turn.race is not None else None,
    )


def _table(lesson: Lesson, fact: Fact, flip: Flip, turn: Turn, messages: Messages) -> TurnTable:
    def named(verdict: Verdict) -> tuple[Verdict, str]:
        return verdict, messages(f"practice.verdicts.{verdict}")

    return TurnTable(
        messages("practice.flips.table"),
        messages("practice.modes.mode"),
        (messages("practice.flips.now"), fact.value),
        (messages("practice.flips.then"), turn.then),
        tuple(
            TurnRow(lesson.modes[mode], named(now), named(then), mode == flip.mode) for mode, now, then in turn.verdicts
        ),
    )
