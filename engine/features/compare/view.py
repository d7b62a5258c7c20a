"""All modes at once: what to look for in their diagrams, and a table of them for one workload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    a,
    caption,
    div,
    fieldset,
    h2,
    label,
    legend,
    p,
    small,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
)
from htpy import input as field

from engine.events import asks
from engine.features.compare.state import ChooseWorkload
from engine.html import sign, weight

if TYPE_CHECKING:
    from engine.features.compare.presenter import Cell, Comparison, Row, Table, Times
    from engine.messages import Messages


def heading(messages: Messages) -> Element:
    """What to look for in the diagrams."""
    return div(".compare-heading")[h2[messages("compare.heading")], p[messages("compare.lead")]]


def comparison(shown: Comparison) -> Node:
    """The workloads to choose from, and the table for the chosen one."""
    return [
        _workloads(shown) if shown.choices else None,
        p(".point")[shown.table.point] if shown.table.point else None,
        _table(shown, shown.table),
    ]


def _workloads(shown: Comparison) -> Element:
    return fieldset(".workloads", role="radiogroup", aria_labelledby="workloads-legend")[
        legend("#workloads-legend")[shown.question],
        (
            label[
                field(
                    type="radio",
                    name="compared",
                    value=each.name,
                    checked=each.chosen,
                    autocomplete="off",
                    **asks(ChooseWorkload),
                ),
                span[each.title],
            ]
            for each in shown.choices
        ),
    ]


def _table(shown: Comparison, one: Table) -> Element:
    """The table; it says its roles, as on a phone the style sheet lays each row out as a card."""
    columns = _columns(shown, one)
    return div(".comparison", tabindex="0", role="region", aria_label=one.title or shown.caption)[
        table(role="table")[
            caption(".unseen")[one.title or shown.caption],
            thead(role="rowgroup")[
                tr(role="row")[
                    th(scope="col", role="columnheader")[shown.mode],
                    (
                        th(scope="col", role="columnheader")[
                            column, _axis(one) if one.ticks and column == shown.done else None
                        ]
                        for column in columns
                    ),
                ]
            ],
            tbody(role="rowgroup")[(_row(one, row, columns) for row in one.rows)],
        ],
    ]


def _columns(shown: Comparison, one: Table) -> tuple[str, ...]:
    return (shown.first, shown.done, *one.columns) if one.ticks else one.columns


def _axis(one: Table) -> Element:
    return div(".scale", aria_hidden="true")[(span(style=f"--at: {each.at}%")[each.text] for each in one.ticks)]


def _row(one: Table, row: Row, columns: tuple[str, ...]) -> Element:
    cells = [*(_times(row.times) if one.ticks else ()), *map(_cell, row.cells)]
    return tr(role="row", data_colour=row.mode.colour)[
        th(scope="row", role="rowheader")[a(href=row.address, title=row.title)[sign(row.mode), span[row.mode.name]]],
        (
            td(class_=kind, role="cell", data_column=column)[content]
            for column, (kind, content) in zip(columns, cells, strict=True)
        ),
    ]


def _times(shown: Times | None) -> tuple[tuple[str | None, Node], ...]:
    """Two cells, each its class and what is in it: p50 large, p95 beside it.

    Below the second, a line from the first output to p50 and a thinner one to p95.
    """
    if not shown:
        return (None, None), (None, None)
    places = f"--first: {shown.first_at}%; --p50: {shown.done_at[0]}%; --p95: {shown.done_at[1]}%"
    return (
        ("number", [_time(shown.first[0], shown.is_first), " ", small[shown.first[1]]]),
        (
            "number timed",
            [
                _time(shown.done[0], shown.is_done_first),
                " ",
                small[shown.done[1]],
                div(".until", aria_hidden="true", style=places)[span(".body"), span(".tail")],
            ],
        ),
    )


def _time(text: str, is_least: bool) -> Element:
    return strong(class_="least" if is_least else None)[text]


def _cell(cell: Cell) -> tuple[str | None, Node]:
    shown = a(href=cell.address)[weight(cell.weight) if cell.weight else cell.text]
    return "number" if cell.is_number else None, [shown, small[cell.below] if cell.below else None]
