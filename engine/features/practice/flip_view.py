"""What would flip the decision: facts to slide and to switch, or facts to pick from, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, details, div, fieldset, h3, label, legend, p, section, small, span, strong, summary
from htpy import input as field

from engine.events import asks
from engine.features.practice.events import ChangeFact, PickFlip
from engine.features.practice.flips import FlipPicking, FlipSliders, ShownSwitch
from engine.features.practice.signs import TIPS
from engine.html import sign
from engine.sliders.view import slider

if TYPE_CHECKING:
    from engine.features.practice.flips import Discussion, Finding, Option, ShownOption, ShownTurn, Swing
    from engine.sliders.slider import Slider

ARROW = (" ", span(".arrow")["→"], " ")
"""It points to where the lines of the language go on."""

EFFECT_SIGNS = {"tips": TIPS, "still": "="}
"""The second sign of a fact that flips the decision, and of one that does not."""


def flips(shown: FlipSliders | FlipPicking) -> Element:
    """All of it."""
    return section(".flips", aria_labelledby="flip-title")[
        h3("#flip-title")[shown.heading],
        _sliders(shown) if isinstance(shown, FlipSliders) else _picking(shown),
        _discussion(shown.discussion) if shown.discussion else None,
    ]


def _discussion(shown: Discussion) -> Element:
    return details("#practice-discussion.discussion")[summary[shown.heading], p[shown.text]]


def _sliders(shown: FlipSliders) -> Node:
    return [
        # What came of a change stays in sight above what is changed, in a place of its own: nothing moves under a hand.
        div("#practice-turn.turn", aria_live="polite")[_turn(shown.turn) if shown.turn else div(".same")[p[shown.lead]]]
        if shown.lead
        else None,
        div(".levers")[map(_lever, shown.levers)],
        p(".to-race")[a(href=shown.turn.race.address)[shown.turn.race.text] if shown.turn else None]
        if shown.lead
        else None,
        details("#practice-levers.more-levers")[
            summary[shown.more],
            p(".colours")[shown.colours] if shown.colours else None,
            div(".levers")[map(_lever, shown.others)],
        ]
        if shown.others
        else None,
        p(".remark-line")[shown.remark] if shown.remark else None,
        (p(".steady")[strong[said], " ", reason] for said, reason in shown.steady),
    ]


def _lever(lever: Slider | ShownSwitch) -> Element:
    return _switch(lever) if isinstance(lever, ShownSwitch) else slider(lever, ChangeFact, "if")


def _switch(switch: ShownSwitch) -> Element:
    name = f"if-{switch.fact}"
    return fieldset(".switch", role="radiogroup", aria_labelledby=f"{name}-legend")[
        legend(id=f"{name}-legend")[switch.name],
        div(".row")[(_switch_option(option, switch.fact, name) for option in switch.options)],
    ]


def _switch_option(option: ShownOption, fact: str, name: str) -> Element:
    return label(data_colour=option.mode.colour if option.mode else "grey")[
        field(
            id=f"{name}-{option.value}",
            type="radio",
            name=name,
            value=option.value,
            checked=option.chosen,
            autocomplete="off",
            **asks(ChangeFact, fact),
        ),
        span(".name")[option.name],
        small[sign(option.mode) if option.mode else None, " ", option.mode_name],
    ]


def _turn(turn: ShownTurn) -> Element:
    return div(class_="turned" if turn.turned else "same", data_colour=turn.mode.colour if turn.mode else "grey")[
        p[strong[turn.sentence], " ", turn.because or None]
    ]


def _picking(shown: FlipPicking) -> Node:
    return [
        fieldset(".options", role="radiogroup", aria_labelledby="flip-legend")[
            legend("#flip-legend")[shown.legend], map(_option, shown.options)
        ],
        div(".finding", aria_live="polite")[_finding(shown.finding) if shown.finding else None],
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
        span(".values")[swing.now, ARROW, strong[swing.then]],
        " ",
        span(".winners")[
            span(data_colour=swing.old.colour)[sign(swing.old)],
            " ",
            swing.old.name,
            ARROW,
            sign(swing.new),
            " ",
            strong[swing.new.name],
        ],
    ]
