"""What would flip the decision: facts to pick from and what was found, or a list of all flips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    a,
    caption,
    div,
    fieldset,
    h3,
    label,
    legend,
    li,
    p,
    section,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)
from htpy import input as field

from engine.events import asks
from engine.features.practice.events import PickFlip
from engine.features.practice.flips import FlipList, FlipPicking
from engine.features.practice.signs import verdict_sign
from engine.html import sign

if TYPE_CHECKING:
    from engine.features.practice.flips import Finding, Option, Swing, TurnTable

EFFECT_SIGNS = {"tips": "⇄", "still": "="}
"""The second sign of a fact that tips the decision, and of one that does not."""


def flips(shown: FlipList | FlipPicking) -> Element:
    """All of it."""
    return section(".flips", aria_labelledby="flip-title")[
        h3("#flip-title")[shown.heading],
        _list(shown) if isinstance(shown, FlipList) else _picking(shown),
    ]


def _list(shown: FlipList) -> Element:
    if shown.remark:
        return p[shown.remark]
    return ul[
        (li[span(data_colour=mode.colour)[sign(mode)], " ", span[sentence]] for mode, sentence in shown.sentences)
    ]


def _picking(shown: FlipPicking) -> Node:
    finding = shown.finding
    return [
        fieldset(".options", role="radiogroup", aria_labelledby="flip-legend")[
            legend("#flip-legend")[shown.legend], map(_option, shown.options)
        ],
        div(".finding", aria_live="polite")[_finding(finding) if finding else None],
        _turn(finding) if finding and finding.swing else None,
        p(".discussion")[shown.discussion] if shown.discussion else None,
    ]


def _option(option: Option) -> Element:
    """A fact to pick, with its value, and once it was picked what it does."""
    return label(class_=f"option {option.effect}")[
        field(
            id=f"flip-{option.id}",
            type="radio",
            name="flip",
            value=option.id,
            checked=option.chosen,
            autocomplete="off",
            **asks(PickFlip),
        ),
        span(".name")[option.name],
        strong(".value")[option.value],
        span(".state")[span(".glyph", aria_hidden="true")[EFFECT_SIGNS[option.effect]], " ", option.effect_name]
        if option.effect
        else None,
    ]


def _finding(finding: Finding) -> Node:
    return [
        p(".effect")[strong[finding.effect], " ", span(".count")[finding.count]],
        _swing(finding.swing) if finding.swing else None,
        p[finding.sentence],
    ]


def _swing(swing: Swing) -> Element:
    return p(".swing", data_colour=swing.new.colour)[
        span(".values")[swing.now, " → ", strong[swing.then]],
        " ",
        span(".winners")[
            span(data_colour=swing.old.colour)[sign(swing.old)],
            " ",
            swing.old.name,
            " → ",
            sign(swing.new),
            " ",
            strong[swing.new.name],
        ],
    ]


def _turn(finding: Finding) -> Element | None:
    """How each mode is judged now and then, and the race of the case as it is then."""
    if not (finding.table or finding.race):
        return None
    return div(".turn", data_colour=finding.swing.new.colour if finding.swing else None)[
        _table(finding.table) if finding.table else None,
        a(href=finding.race.address)[finding.race.text] if finding.race else None,
    ]


def _table(shown: TurnTable) -> Element:
    return table[
        caption[shown.caption],
        thead[
            tr[
                th(scope="col")[shown.mode],
                (th(scope="col")[span(".when")[when], " ", value] for when, value in (shown.now, shown.then)),
            ]
        ],
        tbody[
            (
                tr(data_colour=row.mode.colour, aria_current="true" if row.wins else None)[
                    th(scope="row")[sign(row.mode), " ", row.mode.name],
                    td[verdict_sign(*row.now)],
                    td[verdict_sign(*row.then)],
                ]
                for row in shown.rows
            )
        ],
    ]
