"""The fields of Your workload as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, button, details, div, fieldset, label, legend, option, p, select, span, summary
from htpy import input as entry

from engine.events import asks
from engine.features.workload.form import Mean, SetFact

if TYPE_CHECKING:
    from engine.features.workload.fields import FieldView


def group(name: str, fields: tuple[FieldView, ...], above: Node = None) -> Element:
    """Fields that stand together, below what fills them."""
    return fieldset(".group")[legend[name], div(".fields")[above, map(_field, fields)]]


def fold(name: str, given: str, fields: tuple[FieldView, ...]) -> Element:
    """Fields that stand together in a fold, and how many of them are given."""
    return details("#workload-more.group")[
        summary[span[name], " ", span(".given")[given]], div(".fields")[map(_field, fields)]
    ]


def _field(field: FieldView) -> Element:
    if field.optional and field.options:
        return _select(field)
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


def _select(field: FieldView) -> Element:
    name = f"workload-{field.fact}"
    return div(".field")[
        label(for_=name)[field.name],
        select(id=name, autocomplete="off", aria_describedby=f"{name}-note", **asks(SetFact, field.fact))[
            (option(value=each.value, selected=each.chosen)[each.text] for each in field.options)
        ],
        p(".note", id=f"{name}-note")[field.note],
    ]


def _number(field: FieldView) -> Element:
    name = f"workload-{field.fact}"
    return div(".field")[
        label(for_=name)[field.name],
        entry(
            id=name,
            type="text",
            value=field.text,
            maxlength=field.longest,
            autocomplete="off",
            autocapitalize="off",
            spellcheck="false",
            **asks(SetFact, field.fact),
            data_live="",
            aria_invalid="true" if field.wrong else None,
            aria_describedby=f"{name}-note",
        ),
        p(id=f"{name}-note", class_="note error" if field.wrong else "note")[
            span[field.note], [" ", span(".still")[field.still]] if field.still else None
        ],
        _meanings(field),
    ]


def _meanings(field: FieldView) -> Node:
    """A button for each of the things that a text can mean."""
    if not field.meanings:
        return None
    return div(".meanings")[
        (button(type="button", **asks(Mean(choice)))[meaning] for choice, meaning in field.meanings)
    ]
