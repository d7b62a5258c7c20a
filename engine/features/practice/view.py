"""Practice: a case in words and facts, a choice to make, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    dd,
    details,
    div,
    dl,
    dt,
    fieldset,
    h2,
    header,
    label,
    legend,
    li,
    ol,
    p,
    section,
    small,
    span,
    strong,
    summary,
    ul,
)
from htpy import input as field

from engine.events import asks
from engine.features.practice.asking import Asking
from engine.features.practice.events import ChooseAnswer, Predict, SetSure, ToggleMark
from engine.features.practice.feedback_view import feedback
from engine.features.practice.hunch_presenter import HunchPage
from engine.features.practice.hunch_view import hunch
from engine.features.practice.presenter import QuestionPage
from engine.features.practice.progress_view import progress
from engine.features.practice.series import SeriesEnd
from engine.features.practice.series_view import dots, series_end
from engine.features.practice.signs import FACT_SIGNS, control_button
from engine.html import sign

if TYPE_CHECKING:
    from engine.features.practice.asking import Prediction, Sureness
    from engine.features.practice.facts import FactRow
    from engine.features.practice.presenter import Body, PracticePage, Remark


def practice(page: PracticePage) -> Element:
    """All of Practice."""
    return section("#practice.practice", aria_label=page.heading, data_page=page.name)[
        header(".where")[
            p(".here")[page.here or None],
            dots(page.dots) if page.dots else None,
            div(".ways")[map(control_button, page.ways)],
        ],
        _remark(page.remark) if page.remark else None,
        _body(page.body),
    ]


def _body(body: Body) -> Node:
    if isinstance(body, HunchPage):
        return hunch(body)
    if isinstance(body, QuestionPage):
        return _question(body)
    return series_end(body) if isinstance(body, SeriesEnd) else progress(body)


def _remark(remark: Remark) -> Element:
    return p(".remark")[remark.text, [" ", control_button(remark.control)] if remark.control else None]


def _question(question: QuestionPage) -> Node:
    asking = isinstance(question.side, Asking)
    return [
        div(class_="case asking" if asking else "case told")[
            header(".brief")[
                h2(id=f"question-{question.key}", tabindex="-1", data_focus=question.focus)[question.title],
                p(".situation")[strong[question.name] if question.name else None, " ", question.brief],
            ],
            p(".situation.rest")[question.rest] if question.name else None,
            _cards(question) if asking else _judged_facts(question) if question.facts.cards else None,
            _all_facts(question),
        ],
        div(class_="decide asking" if asking else "decide told")[
            _asking(question.side) if isinstance(question.side, Asking) else feedback(question.side)
        ],
    ]


def _cards(question: QuestionPage) -> Element:
    """The facts that matter, to pick from."""
    return fieldset(".facts.cards")[legend[question.facts.heading], div(".row")[map(_card, question.facts.cards)]]


def _card(fact: FactRow) -> Element:
    return label(class_="fact" if fact.value else "fact question")[
        field(
            id=f"fact-{fact.id}",
            type="checkbox",
            value=fact.id,
            checked=fact.marked,
            autocomplete="off",
            **asks(ToggleMark),
        ),
        span(".name")[fact.name],
        " ",
        strong(".value")[fact.value] if fact.value else None,
    ]


def _all_facts(question: QuestionPage) -> Element | None:
    """What else is known, for who wants to know."""
    facts = question.facts
    rest = "" if question.name else question.rest
    if not (facts.others or rest):
        return None
    return details("#practice-all-facts.all-facts")[
        summary[facts.more],
        p(".situation")[rest] if rest else None,
        dl[(div[dt[name], dd[value]] for name, value in facts.others)],
    ]


def _judged_facts(question: QuestionPage) -> Element:
    return div(".facts.judged")[
        p("#practice-facts.over")[question.facts.heading],
        ul("#practice-facts-list", aria_labelledby="practice-facts")[
            (
                li(class_=f"fact {fact.state}")[
                    span(".glyph", aria_hidden="true")[FACT_SIGNS[fact.state]],
                    span(".name")[fact.name],
                    strong(".value")[fact.value],
                    span(".unseen")[fact.judged] if fact.judged else None,
                ]
                for fact in question.facts.cards
            )
        ],
    ]


def _asking(asking: Asking) -> Node:
    return [
        fieldset(
            "#choices.choices",
            role="radiogroup",
            aria_labelledby="practice-choice",
            tabindex="-1",
            data_focus=asking.focus,
        )[
            legend("#practice-choice")[asking.legend],
            (
                label(data_colour=choice.mode.colour)[
                    field(
                        id=f"choice-{choice.id}",
                        type="radio",
                        name="choice",
                        value=choice.id,
                        checked=choice.chosen,
                        autocomplete="off",
                        **asks(ChooseAnswer),
                    ),
                    sign(choice.mode),
                    span[choice.mode.name, choice.price and small(aria_hidden="true")[choice.price]],
                ]
                for choice in asking.choices
            ),
        ],
        _prediction(asking.prediction) if asking.prediction else None,
        _sure(asking.sure),
        ol("#practice-hints.hints", aria_live="polite")[
            (
                li(tabindex="-1" if hint.focus else None, data_focus=hint.focus)[strong[hint.name], " ", hint.text]
                for hint in asking.hints
            )
        ],
        div(".buttons")[
            p("#practice-marked.marked", role="status")[asking.marked or None],
            p("#practice-unfinished.unfinished", role="alert")[asking.unfinished or None],
            map(control_button, asking.controls),
        ],
    ]


def _prediction(prediction: Prediction) -> Element:
    """A number to predict; nothing need be chosen."""
    given = p("#practice-given.given")[prediction.basis] if prediction.basis else None
    return fieldset(
        ".levels",
        role="radiogroup",
        aria_labelledby="practice-prediction",
        aria_describedby="practice-given" if given else None,
    )[
        legend("#practice-prediction")[prediction.legend],
        given,
        (_level("range", which, text, chosen, Predict) for which, text, chosen in prediction.ranges),
    ]


def _sure(sure: Sureness) -> Element:
    """How sure a learner is; nothing need be chosen."""
    return fieldset(".levels.sure-levels", role="radiogroup", aria_labelledby="practice-sure")[
        legend("#practice-sure")[sure.legend],
        (_level("sure", level, name, chosen, SetSure) for level, name, chosen in sure.levels),
    ]


def _level(group: str, level: int, text: str, chosen: bool, event: type) -> Element:
    return label[
        field(
            id=f"{group}-{level}",
            type="radio",
            name=group,
            value=str(level),
            checked=chosen,
            autocomplete="off",
            **asks(event),
        ),
        span[text],
    ]
