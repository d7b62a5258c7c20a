"""Practice: a case in words and facts, a choice to make, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, div, fieldset, h2, header, label, legend, li, ol, p, section, span, strong, ul
from htpy import input as field

from engine.events import asks
from engine.features.practice.events import ChooseAnswer, ToggleMark
from engine.features.practice.feedback_view import feedback
from engine.features.practice.presenter import Asking, QuestionPage
from engine.features.practice.progress_view import progress
from engine.features.practice.signs import FACT_SIGNS, control_button
from engine.html import sign

if TYPE_CHECKING:
    from engine.features.practice.facts import FactRow
    from engine.features.practice.presenter import PracticePage, Remark


def practice(page: PracticePage) -> Element:
    """All of Practice."""
    return section("#practice.practice", aria_label=page.heading, data_page=page.name)[
        header(".where")[p(".here")[page.here or None], div(".ways")[map(control_button, page.ways)]],
        _remark(page.remark) if page.remark else None,
        _question(page.body) if isinstance(page.body, QuestionPage) else progress(page.body),
    ]


def _remark(remark: Remark) -> Element:
    return p(".remark")[remark.text, [" ", control_button(remark.control)] if remark.control else None]


def _question(question: QuestionPage) -> Node:
    return [
        div(".case")[
            h2(id=f"question-{question.key}", tabindex="-1", data_focus=question.focus)[question.title],
            p(".situation")[question.situation],
            _facts_to_mark(question) if isinstance(question.side, Asking) else _judged_facts(question),
        ],
        div(".decide")[_asking(question.side) if isinstance(question.side, Asking) else feedback(question.side)],
    ]


def _facts_to_mark(question: QuestionPage) -> Element:
    return fieldset(".facts")[legend[question.facts_heading], map(_fact_to_mark, question.facts)]


def _fact_to_mark(fact: FactRow) -> Element:
    return label(".fact")[
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
        strong(".value")[fact.value],
    ]


def _judged_facts(question: QuestionPage) -> Element:
    return div(".facts.judged")[
        p("#practice-facts.over")[question.facts_heading],
        ul("#practice-facts-list", aria_labelledby="practice-facts")[
            (
                li(class_=f"fact {fact.state}")[
                    span(".glyph", aria_hidden="true")[FACT_SIGNS[fact.state]],
                    span(".name")[fact.name],
                    strong(".value")[fact.value],
                    span(".unseen")[fact.judged] if fact.judged else None,
                ]
                for fact in question.facts
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
                    span[choice.mode.name],
                ]
                for choice in asking.choices
            ),
        ],
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
