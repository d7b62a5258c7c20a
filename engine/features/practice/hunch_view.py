"""The page with the two workloads to decide on a hunch, and the hunches in the result, as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, a, div, fieldset, h2, h3, label, li, p, section, span, strong, ul
from htpy import input as field

from engine.events import asks
from engine.features.practice.events import Guess
from engine.features.practice.signs import control_or_link
from engine.html import sign

if TYPE_CHECKING:
    from engine.features.practice.hunch_presenter import Guessing, HunchLines, HunchPage


def hunch(shown: HunchPage) -> Element:
    """Both workloads, each with its modes as radios, and what leads on."""
    return div(".hunches")[
        div(tabindex="-1", data_focus=shown.focus)[h2[shown.heading], p(".lead")[shown.lead]],
        map(_case, shown.cases),
        div(".buttons")[control_or_link(shown.onward)],
    ]


def _case(case: Guessing) -> Element:
    name = f"hunch-{case.id}"
    return section(aria_labelledby=f"{name}-title")[
        h3(id=f"{name}-title")[case.title],
        p[case.situation],
        p(".before")[case.before] if case.before else None,
        fieldset(".choices", role="radiogroup", aria_label=case.choice)[
            (
                label(data_colour=mode.colour)[
                    field(
                        id=f"{name}-{mode_name}",
                        type="radio",
                        name=name,
                        value=mode_name,
                        checked=chosen,
                        autocomplete="off",
                        **asks(Guess, case.id),
                    ),
                    sign(mode),
                    span[mode.name],
                ]
                for mode_name, mode, chosen in case.modes
            )
        ],
        p(".outcome", role="status")[[strong[case.result], " ", case.because] if case.result else None],
    ]


def hunch_lines(shown: HunchLines) -> Element:
    """The hunches in the result, and the link to decide again."""
    return section(".hunch-lines", aria_labelledby="hunch-title")[
        h3("#hunch-title")[shown.heading],
        ul[(li[strong[title], " ", span[line]] for title, line in shown.lines)],
        a(href=shown.again.address)[shown.again.text],
    ]
