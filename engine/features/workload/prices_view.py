"""The choice of a model as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, div, label, optgroup, option, p, select

from engine.events import asks
from engine.features.workload.form import ChooseModel

if TYPE_CHECKING:
    from engine.features.workload.prices import PricesView

NAME = "workload-model"


def model_choice(shown: PricesView | None) -> Node:
    """The models to choose from, what is said of the chosen one, and how old the list is."""
    if shown is None:
        return None
    messages = shown.messages
    return div(".model")[
        label(for_=NAME)[messages("workload.prices.model")],
        select(id=NAME, **asks(ChooseModel), autocomplete="off", aria_describedby=f"{NAME}-source")[
            option(value="", selected=shown.typed)[messages("workload.prices.typed")],
            (
                optgroup(label=vendor)[(option(value=each.value, selected=each.chosen)[each.text] for each in models)]
                for vendor, models in shown.vendors
            ),
        ],
        (p(".note")[each] for each in shown.notes),
        _source(shown),
    ]


def _source(shown: PricesView) -> Element:
    """Where the list is from, of which day, and where a vendor says it itself."""
    messages, source = shown.messages, a(href=shown.address)[shown.source]
    return p(".note", id=f"{NAME}-source")[
        messages.nodes("workload.prices.source", source=source, day=shown.day),
        [" ", messages.nodes("workload.prices.check", vendor=a(href=shown.page)[shown.vendor])] if shown.page else None,
    ]
