"""Your workload: fields on one side, and on the other the advice on what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from htpy import Element, Node, a, button, div, fieldset, h2, label, legend, p, section, small, span
from htpy import input as entry

from engine.events import asks
from engine.features.workload.advice_view import advice
from engine.features.workload.fields import FIELDS, LONGEST, FieldError
from engine.features.workload.form import (
    CopyLink,
    CopyRecord,
    LoadPreset,
    SetFact,
    WorkloadForm,
    field_errors,
    preset,
    text,
    to_address,
)
from engine.features.workload.presets import presets
from engine.html import link_to
from simulator.fact_texts import name_of, value_of

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from engine.features.workload.words import FieldGroup
    from simulator.advice import KnownFlips
    from simulator.fact_words import FactWords
    from simulator.workload import Fact

KEYBOARDS = {"count": "numeric", "number": "decimal", "duration": "text"}
"""What a phone offers for each kind of field; a unit is typed in letters."""


def workload(lesson: Lesson, workshop: Workshop, own: WorkloadForm, thoughts: KnownFlips) -> Element:
    """The fields and, beside or below them, the advice."""
    words, wrong = workshop.words.workload, field_errors(own, workshop)
    return section(".yours", aria_labelledby="yours-heading")[
        div(".inputs")[
            h2("#yours-heading.unseen")[words.heading],
            p(".lead")[words.lead],
            _presets(workshop, own),
            (_group(lesson, workshop, own, group, wrong) for group in words.groups),
        ],
        div(".outcome")[
            p(".last-good", role="status")[_last_good(lesson, workshop, own, wrong)],
            advice(lesson, workshop, own.workload, thoughts),
            div(".take-home")[
                a(".button", href=link_to(view="race", **to_address(own.workload)))[words.race],
                button(type="button", **asks(CopyRecord()))[words.copy_text],
                button(type="button", **asks(CopyLink()))[words.copy_link],
            ],
        ],
    ]


def _presets(workshop: Workshop, own: WorkloadForm) -> Element:
    words, chosen = workshop.words.workload, preset(own, workshop)
    return div(".field.preset")[
        label(for_="yours-preset")[words.preset],
        presets(workshop, "yours-preset", chosen, words.own, LoadPreset),
    ]


def _group(
    lesson: Lesson, workshop: Workshop, own: WorkloadForm, group: FieldGroup, wrong: Mapping[Fact, FieldError]
) -> Element:
    shapes = {"flag": _flag, "choice": _choice}

    def field(fact: Fact) -> Node:
        shape = shapes.get(FIELDS[fact].kind)
        return shape(workshop, own, fact) if shape else _number(lesson, workshop, own, fact, wrong.get(fact))

    return fieldset(".group")[legend[group.name], div(".fields")[(field(fact) for fact in group.facts)]]


def _flag(workshop: Workshop, own: WorkloadForm, fact: Fact) -> Element:
    return label(".flag")[
        entry(
            type="checkbox",
            value=fact,
            checked=getattr(own.workload, fact),
            autocomplete="off",
            **asks(SetFact, fact),
        ),
        span[name_of(fact, workshop.words.facts)],
    ]


def _choice(workshop: Workshop, own: WorkloadForm, fact: Fact) -> Element:
    words = workshop.words.facts
    return fieldset(".choice", role="radiogroup", aria_labelledby=f"yours-{fact}")[
        legend(id=f"yours-{fact}")[name_of(fact, words)],
        (
            label[
                entry(
                    type="radio",
                    name=f"yours-{fact}",
                    value=name,
                    checked=name == getattr(own.workload, fact),
                    autocomplete="off",
                    **asks(SetFact, fact),
                ),
                span[getattr(words.readers, name)],
            ]
            for name in FIELDS[fact].choices
        ),
    ]


def _number(lesson: Lesson, workshop: Workshop, own: WorkloadForm, fact: Fact, wrong: FieldError | None) -> Element:
    name, words = f"yours-{fact}", workshop.words
    unit = _unit(fact, words.facts)
    note = _problem(lesson, workshop, fact, wrong) if wrong else words.workload.hints.get(fact)
    return div(".field")[
        label(for_=name)[name_of(fact, words.facts), unit and [" ", small(".unit")[unit]]],
        entry(
            id=name,
            type="text",
            inputmode=KEYBOARDS[FIELDS[fact].kind],
            value=text(own, fact, workshop),
            maxlength=LONGEST,
            autocomplete="off",
            spellcheck="false",
            **asks(SetFact, fact),
            data_live="",
            aria_invalid="true" if wrong else None,
            aria_describedby=f"{name}-note" if note else None,
        ),
        note and p(id=f"{name}-note", class_="note wrong" if wrong else "note")[note],
    ]


def _unit(fact: Fact, words: FactWords) -> str:
    """What a number counts; a time has its unit with it."""
    match fact:
        case "times_a_day":
            return words.a_day
        case "input_tokens" | "output_tokens":
            return words.tokens
        case "rate_limit":
            return words.a_minute
        case "price_in" | "price_out":
            return f"{words.dollar} {words.a_million}"
    return ""


def _problem(lesson: Lesson, workshop: Workshop, fact: Fact, wrong: FieldError) -> str:
    """What is wrong with a text, in words."""
    phrase: str = getattr(workshop.words.workload.wrong, wrong.why)
    if wrong.limit is None:
        return phrase
    return f"{phrase} {value_of(fact, wrong.limit, workshop.words.facts, lesson.words.guide.units)}"


def _last_good(lesson: Lesson, workshop: Workshop, own: WorkloadForm, wrong: Mapping[Fact, FieldError]) -> str | None:
    """Which of the fields the advice takes at another value than what stands in them."""
    words, units = workshop.words.facts, lesson.words.guide.units
    kept = (f"{name_of(fact, words)} ({value_of(fact, getattr(own.workload, fact), words, units)})" for fact in wrong)
    return f"{workshop.words.workload.last_good} {', '.join(kept)}" if wrong else None
