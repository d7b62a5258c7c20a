"""What comes after an argument, as HTML: what to do next, then every question with the modes that it speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, h3, li, ol, p, section, span, strong

from engine.features.practice.signs import FACT_SIGNS, TIPS
from engine.html import sign

if TYPE_CHECKING:
    from engine.features.practice.argument import Argued, Reason, Reasons


def argued(shown: Argued) -> Element:
    """What to do after the argument."""
    return section(".argued", aria_labelledby="argued-title")[h3("#argued-title")[shown.heading], p[shown.lead]]


def reasons(shown: Reasons) -> Element:
    """Each question, the modes that it speaks for, and why."""
    return section("#reasons.reasons", tabindex="-1", data_focus=shown.focus, aria_labelledby="reasons-title")[
        h3("#reasons-title")[shown.heading],
        p[shown.lead],
        ol[(_reason(each, shown.speaks_for) for each in shown.rows)],
    ]


def _reason(row: Reason, speaks_for: str) -> Element:
    return li(class_="own" if row.own else None)[
        p(".ask")[
            strong[row.ask],
            span(".tag.chosen")[span(aria_hidden="true")[FACT_SIGNS["right"]], " ", row.own] if row.own else None,
            span(".tag.tips")[span(aria_hidden="true")[TIPS], " ", row.tips] if row.tips else None,
        ],
        p(".for")[
            span(".to")[speaks_for],
            (span(".mode", data_colour=mode.colour)[sign(mode), " ", mode.name] for mode in row.modes),
        ],
        p(".because")[row.because],
    ]
