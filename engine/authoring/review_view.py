"""The review of a lesson: how far author and model agree, what is odd, and every scenario with both judgements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import htpy
from htpy import Element, Node, button, code, h2, li, p, small, span, td, th, tr, ul
from markupsafe import Markup

if TYPE_CHECKING:
    from engine.authoring.review import Row, Said, Share, Table
    from engine.messages import Messages


def review(messages: Messages, shown: Table | None, problems: int) -> Node:
    """The whole panel. Nothing is shown before the first look; while there are problems, what was found before them."""
    if shown is None:
        return p(".calm")[messages("review.later")]
    return htpy.fragment[
        h2(".visually-hidden")[messages("tabs.review")],
        p(class_=["summary", "good" if shown.good and not problems else None])[
            ((span[each], " ") for each in shown.summary)
        ],
        p(".calm")[messages("review.before", count=problems)] if problems else None,
        ul(".said")[map(_said, shown.said)] if shown.said else None,
        _table(messages, shown.rows) if shown.rows else None,
    ]


def _said(said: Said) -> Element:
    return li(class_="minor" if said.minor else None)[
        button(".go", type="button", data_go=said.go)[said.place],
        p[(code[part] if index % 2 else part for index, part in enumerate(said.text))],
    ]


def _table(messages: Messages, rows: Sequence[Row]) -> Element:
    return htpy.table(".verdicts")[
        htpy.caption(".visually-hidden")[messages("review.caption")],
        htpy.thead[tr[(th(scope="col")[messages(f"review.columns.{each}")] for each in ("scenario", "you", "model"))]],
        [_row(messages, row) for row in rows],
    ]


@lru_cache(maxsize=256)
def _row(messages: Messages, row: Row) -> Markup:
    """A scenario; most of them look as they did when one of them changes."""
    return Markup(str(_both(messages, row)))  # noqa: S704 -- made by htpy


def _both(messages: Messages, row: Row) -> Element:
    return htpy.tbody(data_agreement=row.agreement)[
        tr[
            th(scope="row")[
                button(".go", type="button", data_go=row.go)[row.title],
                span(".visually-hidden")[" ", row.sign],
            ],
            td(data_label=messages("review.columns.you"))[row.best, " " if row.also else None, small[row.also]],
            td(data_label=messages("review.columns.model"))[row.told, _bar(row.shares)],
        ],
        tr(".why")[td(colspan="3")[(p[each] for each in row.different), p[row.why] if row.why else None]]
        if row.different
        else None,
    ]


def _bar(shares: Sequence[Share]) -> Element:
    """How the readings are shared out between the modes, for the eye; the words beside it say the same."""
    return htpy.svg(".shares", viewBox="0 0 100 4", preserveAspectRatio="none", aria_hidden="true")[
        (htpy.rect(class_=each.colour, x=each.before, y=0, width=each.percent, height=4) for each in shares)
    ]
