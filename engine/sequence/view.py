"""A sequence as HTML: its drawing, its steps as a list, and the step panel that explains one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, h2, li, ol, p, span, strong
from markupsafe import Markup

from engine.events import asks

if TYPE_CHECKING:
    from engine.sequence.presenter import Caption, Panel, StepList, Walk


def drawing(svg: str | None, undrawn: str, coming: str) -> Node:
    """The drawn diagram. "" stands for one that could not be drawn, and nothing for one that is not there yet."""
    if svg:
        return Markup(svg)  # noqa: S704 - drawn by Mermaid in strict mode from inert text
    return p(".undrawn")[undrawn if svg == "" else coming]


def step_list(shown: StepList, event: type) -> Element:
    """The ordered list: one line a step, which unfolds where the list stands in for the drawing.

    `event` is the kind of event that a line asks for, with its number.
    """
    return ol(".steps", aria_label=shown.label)[
        (
            li(data_step=line.number, class_=f"step {line.kind}")[
                button(type="button", **asks(event, line.number))[
                    span(".number")[f"{line.number}"],
                    span(".what")[strong[line.label], " ", span(".route")[line.route]],
                ],
                (p(class_=f"note note-{note.place}", data_colour=note.colour)[note.text] for note in line.notes),
                div(".more")[p[line.caption], p(".why")[line.explanation], p(".who")[line.who]],
            ]
            for line in shown.lines
        )
    ]


def walk(shown: Walk, event: type, play: Node = None) -> Element:
    """The buttons that walk, each of which asks for this kind of event, and where the learner is."""
    return div(".walk")[
        button(".previous", type="button", **asks(event, -1), aria_disabled=shown.at_start and "true")[shown.previous],
        button(".next", type="button", **asks(event, 1), aria_disabled=shown.at_end and "true")[shown.next],
        play,
        span(".position")[shown.position],
    ]


def caption(shown: Caption | None, start: str, heading: Element = h2) -> Element:
    """What happens at a step, who waits, and why it matters."""
    if not shown:
        return div(".caption.empty")[p[start]]
    return div(".caption")[heading[shown.heading], p(".who")[shown.who], p(".why")[shown.why]]


def bands(shown: Panel) -> Element:
    """A thin band for each participant: its state from each step on."""
    return div(".bands", role="group", aria_label=shown.bands_label)[
        (
            div(".band")[
                span(".name")[band.name],
                div(".cells", aria_hidden="true")[
                    (
                        span(class_="cell now" if cell.now else "cell", data_fill=cell.fill, data_colour=cell.colour)
                        for cell in band.cells
                    )
                ],
                span(".state")[band.state],
            ]
            for band in shown.bands
        )
    ]
