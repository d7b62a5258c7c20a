"""What would flip the choice: facts to choose among, and the model's finding when the chosen one is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    a,
    caption,
    div,
    fieldset,
    h3,
    label,
    legend,
    li,
    p,
    section,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)
from htpy import input as field

from engine.events import asks
from engine.features.practice.events import PickFlip
from engine.features.practice.verdict_view import verdict_sign
from engine.features.workload.form import to_address
from engine.html import link_to, sign
from simulator.advice import (
    Flip,
    compared,
    finding_text,
    flip_text,
    way_text,
)
from simulator.fact_texts import name_of, value_of
from simulator.sensitivity import Turn, offered, turned

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Scenario, Workshop
    from engine.features.practice.state import Attempt, Question
    from simulator.workload import Fact, Workload


def flip(lesson: Lesson, workshop: Workshop, attempt: Attempt, asked: Question, flips: tuple[Flip, ...] | None) -> Node:
    """On the boundary the facts to pick from and what the model finds; of a new workload, all that flips it."""
    words, scenario = workshop.words.practice.flip, asked.scenario
    if scenario and not scenario.tipping:
        return None
    return section(".flips", aria_labelledby="flip-title")[
        h3("#flip-title")[words.heading],
        p[words.searching]
        if flips is None
        else _picking(lesson, workshop, attempt, scenario, flips)
        if scenario
        else _listed(lesson, workshop, asked, flips),
    ]


def _listed(lesson: Lesson, workshop: Workshop, asked: Question, flips: tuple[Flip, ...]) -> Element:
    """Every flip in a sentence."""
    if not flips:
        return p[workshop.words.practice.flip.none]
    return ul[
        (
            li[
                span(data_colour=lesson.modes[each.mode].colour)[sign(lesson.modes[each.mode])],
                " ",
                span[
                    flip_text(
                        lesson.modes,
                        workshop.model,
                        asked.workload,
                        each,
                        f"{_name(workshop, each.fact)}: {_now(lesson, workshop, asked.workload, each.fact)} →",
                        _value(lesson, workshop, each),
                    )
                ],
            ]
            for each in flips
        )
    ]


def _picking(lesson: Lesson, workshop: Workshop, attempt: Attempt, scenario: Scenario, flips: tuple[Flip, ...]) -> Node:
    """A choice of facts, and what the model finds for the one that is picked."""
    words, tipping = workshop.words.practice.flip, scenario.tipping
    found = {each.fact: each for each in flips}
    choice = offered(scenario.workload, tipping.facts if tipping else (), scenario.facts, flips)
    picked = attempt.picked[-1] if attempt.picked else None
    tips = [fact for fact in choice if fact in found]
    known = [fact for fact in tips if fact in attempt.picked]
    turn = turned(lesson.modes, workshop.model, scenario.workload, found[picked]) if picked in found else None
    return [
        fieldset(".options", role="radiogroup", aria_labelledby="flip-legend")[
            legend("#flip-legend")[words.pick],
            (
                _option(
                    lesson,
                    workshop,
                    scenario.workload,
                    fact,
                    "" if fact not in attempt.picked else "tips" if fact in found else "still",
                    fact == picked,
                )
                for fact in choice
            ),
        ],
        div(".told", aria_live="polite")[
            [
                p(".finding")[
                    strong[_name(workshop, picked), ": ", words.tips if turn else words.still],
                    " ",
                    span(".count")[f"{words.found} {len(known)} {words.of} {len(tips)}"],
                ],
                [_swing(lesson, workshop, scenario.workload, found[picked], turn), _because(lesson, workshop, turn)]
                if turn
                else p[words.none],
            ]
            if picked
            else None
        ],
        _turn(lesson, workshop, found[picked], turn, scenario.workload) if picked and turn else None,
        p(".discussion")[tipping.discussion] if tipping and known else None,
    ]


def _option(lesson: Lesson, workshop: Workshop, workload: Workload, fact: Fact, state: str, chosen: bool) -> Element:
    """A fact to pick, with its value, and once it was picked what it does."""
    words = workshop.words.practice.flip
    return label(class_=f"option {state}")[
        field(
            id=f"flip-{fact}",
            type="radio",
            name="flip",
            value=fact,
            checked=chosen,
            autocomplete="off",
            **asks(PickFlip),
        ),
        span(".name")[_name(workshop, fact)],
        strong(".value")[_now(lesson, workshop, workload, fact)],
        span(".state")[
            span(".glyph", aria_hidden="true")[SIGNS[state]], " ", words.does_tip if state == "tips" else words.does_not
        ]
        if state
        else None,
    ]


SIGNS = {"tips": "⇄", "still": "="}
"""The second sign of a fact that tips the decision, and of one that does not."""


def _swing(lesson: Lesson, workshop: Workshop, workload: Workload, flip: Flip, turn: Turn) -> Element:
    """From which value to which, and from which mode to which."""
    old, new = (lesson.modes[advice.best.mode] for advice in (turn.before, turn.after))
    return p(".swing", data_colour=new.colour)[
        span(".values")[
            _now(lesson, workshop, workload, flip.fact), " → ", strong[_then(lesson, workshop, workload, flip)]
        ],
        " ",
        span(".winners")[
            span(data_colour=old.colour)[sign(old)], " ", old.name, " → ", sign(new), " ", strong[new.name]
        ],
    ]


def _because(lesson: Lesson, workshop: Workshop, turn: Turn) -> Element:
    """The rule that turns the advice, or what then weighs most against the mode that was the best."""
    model, units = workshop.model, lesson.words.guide.units
    if turn.rule:
        mode, finding = turn.rule
        return p[f"{lesson.modes[mode].name} {finding_text(model, finding, units)}"]
    worse = next(each for each in turn.after.ranked if each.mode == turn.before.best.mode)
    return p[compared(lesson.modes, model, worse, turn.after.best, units)]


def _turn(lesson: Lesson, workshop: Workshop, flip: Flip, turn: Turn, workload: Workload) -> Element:
    """How the model judges every mode now and then, and the race of the workload as it is then."""
    words, verdicts = workshop.words.practice.flip, workshop.words.practice.after.verdicts
    now, then = ({each.mode: each for each in advice.ranked} for advice in (turn.before, turn.after))
    return div(".turn", data_colour=lesson.modes[flip.mode].colour)[
        table[
            caption[words.turn],
            thead[
                tr[
                    th(scope="col")[workshop.words.practice.numbers.mode],
                    th(scope="col")[span(".when")[words.now], " ", _now(lesson, workshop, workload, flip.fact)],
                    th(scope="col")[span(".when")[words.then], " ", _then(lesson, workshop, workload, flip)],
                ]
            ],
            tbody[
                (
                    tr(data_colour=mode.colour, aria_current="true" if name == flip.mode else None)[
                        th(scope="row")[sign(mode), " ", mode.name],
                        td[verdict_sign(now[name].verdict, verdicts)],
                        td[verdict_sign(then[name].verdict, verdicts)],
                    ]
                    for name, mode in lesson.modes.items()
                    if name in then
                )
            ],
        ],
        a(href=link_to(view="race", **to_address(turn.workload)))[words.race],
    ]


def _name(workshop: Workshop, fact: Fact) -> str:
    return name_of(fact, workshop.words.facts)


def _now(lesson: Lesson, workshop: Workshop, workload: Workload, fact: Fact) -> str:
    return value_of(fact, getattr(workload, fact), workshop.words.facts, lesson.words.guide.units)


def _then(lesson: Lesson, workshop: Workshop, workload: Workload, flip: Flip) -> str:
    """A flip's value, and whether more or less of it does the same."""
    return way_text(workshop.model, workload, flip, _value(lesson, workshop, flip))


def _value(lesson: Lesson, workshop: Workshop, flip: Flip) -> str:
    return value_of(flip.fact, flip.value, workshop.words.facts, lesson.words.guide.units)
