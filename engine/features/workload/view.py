"""Your workload as HTML: fields on one side, and on the other the advice on what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, button, div, fieldset, h2, h3, i, label, legend, li, ol, p, section, small, span, ul
from htpy import input as entry

from engine.events import asks
from engine.features.workload.form import CopyLink, CopyRecord, LoadPreset, SetFact
from engine.html import choice_of, link_to, sign
from engine.timeline_view import at, bar, key

if TYPE_CHECKING:
    from engine.features.workload.presenter import AdviceView, FieldView, RankedView, WorkloadView
    from engine.messages import Messages


def workload(shown: WorkloadView) -> Element:
    """The fields and, beside or below them, the advice."""
    messages = shown.messages
    return section(".workload", aria_labelledby="workload-heading")[
        div(".inputs")[
            h2("#workload-heading.unseen")[messages("workload.heading")],
            p(".lead")[messages("workload.lead")],
            div(".field.preset")[
                label(for_="workload-preset")[messages("workload.preset")],
                choice_of("workload-preset", shown.scenarios, shown.chosen, messages("workload.own"), LoadPreset),
            ],
            (
                fieldset(".group")[legend[name], div(".fields")[(_field(field) for field in fields)]]
                for name, fields in shown.groups
            ),
        ],
        div(".advice")[
            p(".last-good", role="status")[shown.last_good],
            _advice(messages, shown.advice),
            div(".actions")[
                a(".button", href=shown.race)[messages("workload.race")],
                button(type="button", **asks(CopyRecord()))[messages("workload.copy_text")],
                button(type="button", **asks(CopyLink()))[messages("workload.copy_link")],
            ],
        ],
    ]


def _field(field: FieldView) -> Element:
    match field.kind:
        case "flag":
            return _flag(field)
        case "choice":
            return _choice(field)
    return _number(field)


def _flag(field: FieldView) -> Element:
    return label(".flag")[
        entry(
            type="checkbox",
            value=field.fact,
            checked=field.checked,
            autocomplete="off",
            **asks(SetFact, field.fact),
        ),
        span[field.name],
    ]


def _choice(field: FieldView) -> Element:
    name = f"workload-{field.fact}"
    return fieldset(".choice", role="radiogroup", aria_labelledby=name)[
        legend(id=name)[field.name],
        (
            label[
                entry(
                    type="radio",
                    name=name,
                    value=option.value,
                    checked=option.chosen,
                    autocomplete="off",
                    **asks(SetFact, field.fact),
                ),
                span[option.text],
            ]
            for option in field.options
        ),
    ]


def _number(field: FieldView) -> Element:
    name = f"workload-{field.fact}"
    return div(".field")[
        label(for_=name)[field.name, field.unit and [" ", small(".unit")[field.unit]]],
        entry(
            id=name,
            type="text",
            inputmode=field.keyboard,
            value=field.text,
            maxlength=field.longest,
            autocomplete="off",
            spellcheck="false",
            **asks(SetFact, field.fact),
            data_live="",
            aria_invalid="true" if field.wrong else None,
            aria_describedby=f"{name}-note" if field.note else None,
        ),
        field.note and p(id=f"{name}-note", class_="note error" if field.wrong else "note")[field.note],
    ]


def _advice(messages: Messages, advice: AdviceView) -> Node:
    colour = advice.best.colour
    return [
        div(".best-mode", role="status", data_colour=colour)[sign(advice.best), span[advice.verdict]],
        p(".reasons", data_colour=colour)[advice.reasons],
        section(aria_labelledby="workload-ranking")[
            h3("#workload-ranking")[messages("workload.ranking")],
            p(".deadline-key")[i(".deadline-line", aria_hidden="true"), advice.deadline],
            key(messages, (each.bar for each in advice.ranking)),
            div(".scale", aria_hidden="true")[
                (span(class_=tick.side, style=at(tick.place))[tick.text] for tick in advice.ticks)
            ],
            ol(".ranking")[(_ranked(each, advice.deadline_place) for each in advice.ranking)],
        ],
        section(".flip-list", aria_labelledby="workload-flips")[
            h3("#workload-flips")[messages("workload.flips")],
            _flips(messages, advice),
        ],
    ]


def _ranked(each: RankedView, deadline: float) -> Element:
    """One mode: its verdict, what it costs, its race on the day in the middle, and what speaks against it."""
    return li(data_colour=each.mode.colour)[
        div(".head")[
            a(".name", href=link_to(view="explore", mode=each.id))[sign(each.mode), span[each.mode.name]],
            span(".grade", data_verdict=each.verdict)[each.grade],
            span(".price")[each.cost],
        ],
        div(".timeline")[bar(each.bar), i(".deadline-line", style=at(deadline))],
        p(".times")[each.times],
        (p(".against")[sentence] for sentence in each.against),
    ]


def _flips(messages: Messages, advice: AdviceView) -> Element:
    if not advice.flips:
        return p[messages("workload.looking" if advice.flips is None else "workload.no_flips")]
    return ul[(li(data_colour=mode.colour)[sign(mode), span[sentence]] for mode, sentence in advice.flips)]
