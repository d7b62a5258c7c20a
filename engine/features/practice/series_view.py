"""A series of new cases as HTML: its dots, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, a, div, h2, h3, li, ol, p, section, span

from engine.features.practice.signs import VERDICT_SIGNS, control_button
from engine.html import sign

if TYPE_CHECKING:
    from engine.features.practice.series import Dots, MissedCase, SeriesEnd


def dots(shown: Dots) -> Element:
    """The answers of a round, a dot each."""
    return ol(".dots", aria_label=shown.label)[
        (
            li(class_="good" if good else "bad")[
                span(aria_hidden="true")[VERDICT_SIGNS["best" if good else "poor"]], span(".unseen")[name]
            ]
            for good, name in shown.answers
        ),
        (li(".open", aria_hidden="true") for _ in range(shown.missing)),
    ]


def series_end(shown: SeriesEnd) -> Element:
    """How a round went, what to look at again, and what to take away."""
    return div("#series-end.series-end", tabindex="-1", data_focus=shown.focus, data_met="yes" if shown.met else "no")[
        section(".verdict-card", aria_labelledby="series-end-title")[
            h2("#series-end-title")[shown.heading],
            dots(shown.dots),
            p(".lead")[shown.lead],
            div(".buttons")[map(control_button, shown.controls), a(href=shown.link.address)[shown.link.text]],
            p(".basis")[shown.basis],
        ],
        section(".again", aria_labelledby="series-again-title")[
            h3("#series-again-title")[shown.again], ol[map(_missed, shown.missed)] if shown.missed else None
        ],
    ]


def _missed(case: MissedCase) -> Element:
    return li[
        a(href=case.link.address)[case.link.text],
        a(href=case.guidance.address, data_colour=case.mode.colour)[sign(case.mode), " ", case.guidance.text],
    ]
