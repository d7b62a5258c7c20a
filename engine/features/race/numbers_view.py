"""The race in numbers and the workload in facts, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from htpy import Element, Node, caption, dd, div, dl, dt, h2, span, table, tbody, td, th, thead, tr

from engine.html import sign, weight

if TYPE_CHECKING:
    from engine.features.race.numbers import Numbers
    from engine.messages import Messages


def table_of(messages: Messages, numbers: Numbers) -> Element:
    """The numbers of the picture as a table: a column for each mode, and rows for one day, for all, and for either."""
    weights = [
        span(data_colour=mode.colour)[weight(each)] for mode, each in zip(numbers.modes, numbers.weights, strict=True)
    ]
    return div(".numbers", tabindex="0", role="region", aria_label=messages("race.table.caption"))[
        table[
            caption[messages("race.table.caption")],
            thead[
                tr[
                    th(scope="col")[messages("race.table.mode")],
                    (th(scope="col", data_colour=mode.colour)[sign(mode), " ", mode.name] for mode in numbers.modes),
                ]
            ],
            _rows(numbers.day, numbers.day_rows, len(weights)),
            _rows(numbers.days, numbers.days_rows, len(weights)),
            _rows("", ((numbers.cost_heading, numbers.costs), (numbers.weight_heading, weights)), len(weights)),
        ]
    ]


def _rows(name: str, rows: Iterable[tuple[str, Sequence[Node]]], modes: int) -> Element:
    """A group of rows, with a heading of its own where it has a name."""
    return tbody[
        name and tr[th(".over", scope="rowgroup", colspan=modes + 1)[name]],
        (tr[th(scope="row")[row], (td[value] for value in values)] for row, values in rows),
    ]


def facts(messages: Messages, known: Iterable[tuple[str, str]]) -> Element:
    """What is known of the workload."""
    return div(".facts")[
        h2[messages("race.facts")],
        dl[(div[dt[name], dd[value]] for name, value in known)],
    ]
