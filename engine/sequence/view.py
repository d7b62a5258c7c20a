"""A sequence as HTML: its drawing, its steps as a list, the buttons that walk it, and what happens at a step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, h2, li, ol, p, span, strong, svg, use
from markupsafe import Markup

from engine.events import asks

if TYPE_CHECKING:
    from engine.sequence.presenter import Caption, StepList, Walk


def drawing(drawn: str | None, undrawn: str, coming: str) -> Node:
    """The drawn diagram. "" stands for one that could not be drawn, and nothing for one that is not there yet."""
    if drawn:
        return [_heads(drawn), Markup(drawn)]  # noqa: S704 - drawn by Mermaid in strict mode from inert text
    return p(".undrawn")[undrawn if drawn == "" else coming]


def _heads(drawing: str) -> Node:
    """The participants of a drawing once more, to stay in sight while it scrolls."""
    found = re.search(r'viewBox="(\S+ \S+ \S+) \S+"', drawing)
    sizes = re.search(r'style="(--width[^"]+)"', drawing)
    group = re.search(r'id="(heads-[^"]+)"', drawing)
    tall = re.search(r'data-height="(\d+)"', drawing)
    if not found or not group or not sizes:
        return None
    return svg(".pinned", viewBox=f"{found[1]} {tall[1] if tall else 28}", style=sizes[1], aria_hidden="true")[
        use(href=f"#{group[1]}")
    ]


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


def lit(step: int) -> dict[str, str]:
    """The attributes of what holds a sequence that say which step of it is lit; 0 is none.

    Style sheets find the step by its number, and compare the number with that at which a bar begins.
    """
    return {"data-step": str(step), "style": f"--step: {step}" if step else ""}


def walk(shown: Walk, event: type, play: Node = None, onward: Node = None) -> Element:
    """The buttons that walk, each of which asks for this kind of event, and where the learner is.

    `onward` is the way on from the whole sequence, and what is to do next where there is one.
    """
    return div(".walk")[
        play,
        button(".previous", type="button", **asks(event, -1), aria_disabled=shown.at_start and "true")[shown.previous],
        button(
            class_={"next": True, "primary": not onward},
            type="button",
            **asks(event, 1),
            aria_disabled=shown.at_end and "true",
        )[shown.next],
        onward or span(".position")[shown.position],
    ]


def caption(shown: Caption, heading: Element = h2) -> Element:
    """What happens at a step, who waits, and why it matters."""
    return div(".caption")[heading[shown.heading], p(".why")[shown.why], p(".who")[shown.who]]
