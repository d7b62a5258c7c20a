"""The modes at once: their figures (which Explore has too, one at a time) and a table below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, a, caption, div, h2, p, small, span, table, tbody, td, th, thead, tr

from engine.html import sign, weight

if TYPE_CHECKING:
    from engine.features.compare.presenter import Cell, Comparison
    from engine.messages import Messages


def heading(messages: Messages) -> Element:
    """What to look for."""
    return div(".compare-heading")[h2[messages("compare.heading")], p[messages("compare.lead")]]


def comparison(shown: Comparison) -> Element:
    """The table; each cell leads to the step or the section of the guidance that it sums up."""
    return div(".comparison", tabindex="0", role="region", aria_label=shown.caption)[
        table[
            caption[shown.caption],
            thead[tr[(th(scope="col")[column] for column in shown.columns)]],
            tbody[
                (
                    tr(data_colour=row.mode.colour)[
                        th(scope="row")[a(href=row.address, title=row.title)[sign(row.mode), span[row.mode.name]]],
                        (_cell(cell) for cell in row.cells),
                    ]
                    for row in shown.rows
                )
            ],
        ],
    ]


def _cell(cell: Cell) -> Element:
    return td(class_="number" if cell.is_number else None)[
        a(href=cell.address)[weight(cell.weight) if cell.weight else cell.text],
        small(class_="basis" if cell.is_basis else None)[cell.below] if cell.below else None,
    ]
