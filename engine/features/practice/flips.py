"""What would flip the decision, as a plain value: with a model facts to slide and switch, without one facts to pick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.features.practice.controls import Link
from engine.features.practice.facts import cards
from engine.features.practice.material import material_of
from engine.features.practice.scoring import best
from engine.html import link_to

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.content import Scenario, Tipping
    from engine.features.practice.material import Material
    from engine.features.practice.state import Attempt, Question
    from engine.features.practice.subject import Answers, Fact, Turn, WhatIf
    from engine.messages import Messages
    from engine.sliders.slider import Slider

MOST_OFFERED = 6
"""How many facts a learner picks from."""
Effect = Literal["", "tips", "still"]
"""What another value of a fact does to the decision; "" until the fact is picked."""


@dataclass(frozen=True)
class Discussion:
    """What guides the decision, for who opens it."""

    heading: str
    text: str


@dataclass(frozen=True)
class ShownOption:
    """A value to switch to, and the mode that is best then."""

    value: str
    name: str
    mode: Mode | None
    mode_name: str
    chosen: bool


@dataclass(frozen=True)
class ShownSwitch:
    """A fact to switch."""

    fact: str
    name: str
    options: tuple[ShownOption, ...]


@dataclass(frozen=True)
class ShownTurn:
    """What came of the last change."""

    sentence: str
    mode: Mode | None
    turned: bool
    because: str
    race: Link


@dataclass(frozen=True)
class FlipSliders:
    """Facts to slide and to switch."""

    heading: str
    lead: str
    colours: str
    """What the colours of the sliders mean; "" where there are none."""
    sliders: tuple[Slider, ...]
    switches: tuple[ShownSwitch, ...]
    remark: str
    """What is said while they are looked for, or where there are none; "" else."""
    turn: ShownTurn | None
    discussion: Discussion | None


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
    """How many facts that flip the decision were found."""
    sentence: str
    swing: Swing | None


@dataclass(frozen=True)
class FlipPicking:
    """Facts to pick from, and what was found of the one that is picked."""

    heading: str
    legend: str
    options: tuple[Option, ...]
    finding: Finding | None
    discussion: Discussion | None


def present_flips(
    lesson: Lesson, content: LazyContent, attempt: Attempt, asked: Question, answers: Answers
) -> FlipSliders | FlipPicking | None:
    """What would flip the decision; None where nobody says or works it out."""
    material, scenario = material_of(lesson, content), asked.scenario
    found = material.subject.what_if(
        asked.case, facts_to_change(material, asked, attempt), attempt.change or None, answers
    )
    if found is not None:
        tipping = scenario.tipping if scenario else None
        return _sliders(lesson, found, _discussion(tipping, content.messages), content.messages)
    if scenario and scenario.tipping:
        return _picking(lesson, content, attempt, scenario, scenario.tipping)
    return None


def facts_to_change(material: Material, asked: Question, attempt: Attempt) -> tuple[str, ...]:
    """The facts that may flip the decision: those that tip it for its author, those that decide, the other cards."""
    scenario = asked.scenario
    tipping = scenario.tipping.facts if scenario and scenario.tipping else ()
    return tuple(dict.fromkeys([*tipping, *attempt.deciding, *cards(material, asked)]))


def offered(scenario: Scenario, facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts that an author says flip the decision, those that decide, and others, as they are read."""
    flips = scenario.tipping.flips if scenario.tipping and scenario.tipping.flips else {}
    chosen = list(dict.fromkeys([*flips, *scenario.facts, *facts]))[:MOST_OFFERED]
    return tuple(fact for fact in facts if fact in chosen)


def _discussion(tipping: Tipping | None, messages: Messages) -> Discussion | None:
    return Discussion(messages("practice.flips.discussion"), tipping.discussion) if tipping else None


def _sliders(lesson: Lesson, found: WhatIf, discussion: Discussion | None, messages: Messages) -> FlipSliders:
    nothing = not (found.sliders or found.switches)
    remark = messages("practice.flips.searching") if found.searching else ""
    if nothing and not found.searching:
        remark = messages("practice.flips.nothing")
    return FlipSliders(
        messages("practice.flips.heading"),
        "" if nothing else messages("practice.flips.lead"),
        messages("sliders.colours") if found.sliders else "",
        found.sliders,
        tuple(
            ShownSwitch(
                switch.fact,
                switch.name,
                tuple(
                    ShownOption(
                        each.value,
                        each.name,
                        lesson.modes[each.mode] if each.mode else None,
                        lesson.modes[each.mode].name if each.mode else messages("practice.flips.no_mode"),
                        each.chosen,
                    )
                    for each in switch.options
                ),
            )
            for switch in found.switches
        ),
        remark,
        _turn(lesson, found.turn, messages) if found.turn else None,
        discussion,
    )


def _turn(lesson: Lesson, turn: Turn, messages: Messages) -> ShownTurn:
    mode = lesson.modes[turn.mode] if turn.mode else None
    if mode is None:
        sentence = messages("practice.flips.fits_none", fact=turn.fact, value=turn.value)
    elif turn.turned:
        sentence = messages("practice.flips.turned", fact=turn.fact, value=turn.value, mode=mode.name)
    else:
        sentence = messages("practice.flips.same", fact=turn.fact, value=turn.value, mode=mode.name)
    race = Link(messages("practice.flips.race"), link_to(view="race", **turn.race))
    return ShownTurn(sentence, mode, turn.turned, turn.because, race)


def _picking(
    lesson: Lesson, content: LazyContent, attempt: Attempt, scenario: Scenario, tipping: Tipping
) -> FlipPicking:
    material, messages = material_of(lesson, content), content.messages
    facts = {fact.id: fact for fact in material.subject.known(material.subject.case(scenario))}
    flips = tipping.flips or {}
    choice = offered(scenario, material.facts)
    picked = attempt.picked[-1] if attempt.picked else ""
    tips = [fact for fact in choice if fact in flips]
    known = [fact for fact in tips if fact in attempt.picked]
    count = messages("practice.flips.found", found=len(known), all=len(tips))
    return FlipPicking(
        messages("practice.flips.heading"),
        messages("practice.flips.pick"),
        tuple(_option(facts[fact], attempt, fact in flips, messages) for fact in choice),
        _finding(lesson, scenario, tipping, facts[picked], count, messages) if picked in facts else None,
        _discussion(tipping, messages),
    )


def _option(fact: Fact, attempt: Attempt, tips: bool, messages: Messages) -> Option:
    effect: Effect = "" if fact.id not in attempt.picked else "tips" if tips else "still"
    chosen = bool(attempt.picked) and attempt.picked[-1] == fact.id
    name = messages(f"practice.flips.option.{effect}") if effect else ""
    return Option(fact.id, fact.name, fact.value, chosen, effect, name)


def _finding(
    lesson: Lesson, scenario: Scenario, tipping: Tipping, fact: Fact, count: str, messages: Messages
) -> Finding:
    flip = (tipping.flips or {}).get(fact.id)
    if flip is None:
        still = messages("practice.flips.still", fact=fact.name)
        return Finding(still, count, messages("practice.flips.none"), None)
    return Finding(
        messages("practice.flips.tips", fact=fact.name),
        count,
        flip.because,
        Swing(fact.value, flip.value, lesson.modes[best(scenario)], lesson.modes[flip.mode]),
    )
