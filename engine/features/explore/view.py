"""One mode at a time: the radio buttons, what the diagram shows, and its figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, fieldset, figcaption, figure, label, legend, span
from htpy import input as field

from engine.events import asks
from engine.features.explore.state import ChooseStep, CopyDiagram, SavePicture, TogglePlay, Walk
from engine.html import sign
from engine.page_events import ChooseMode, ToggleAnnotation, ToggleText
from engine.sequence import view as sequence

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.features.explore.presenter import StepPanel, Toggle
    from engine.messages import Messages
    from engine.sequence.presenter import StepList


def modes(lesson: Lesson, chosen: str) -> Element:
    """The radio group; a style sheet shows what belongs to the checked one, with or without Python."""
    return fieldset(".modes", role="radiogroup", aria_labelledby="modes-legend")[
        legend("#modes-legend")[lesson.messages("explore.modes")],
        div(".segments")[
            (
                label(data_colour=mode.colour)[
                    field(
                        type="radio",
                        name="mode",
                        value=name,
                        checked=name == chosen,
                        autocomplete="off",
                        **asks(ChooseMode),
                    ),
                    sign(mode),
                    span[mode.name],
                ]
                for name, mode in lesson.modes.items()
            )
        ],
    ]


def tools(messages: Messages, toggles: tuple[Toggle, ...], as_text: bool) -> Element:
    """What the diagram shows."""
    return div(".tools")[
        fieldset(".toggles")[
            legend[messages("explore.show")],
            (
                label(".toggle", data_colour=toggle.colour)[
                    field(
                        type="checkbox",
                        value=toggle.name,
                        checked=toggle.shown,
                        autocomplete="off",
                        **asks(ToggleAnnotation),
                    ),
                    span[toggle.label],
                ]
                for toggle in toggles
            ),
            label(".toggle.as-text")[
                field(type="checkbox", checked=as_text, autocomplete="off", **asks(ToggleText())),
                span[messages("explore.as_text")],
            ],
        ],
    ]


def take(messages: Messages) -> Element:
    """What can be taken home from a diagram."""
    return div(".take")[
        button(type="button", **asks(CopyDiagram()))[messages("explore.copy_mermaid")],
        (
            button(type="button", **asks(SavePicture(kind)))[messages(f"explore.download_{kind}")]
            for kind in ("svg", "png")
        ),
    ]


def figure_of(name: str, slot: int, lesson: Lesson, drawing: Node, steps: Node) -> Element:
    """A mode's figure: its drawing and the same sequence as a list; `slot` is the number of its radio."""
    mode, messages = lesson.modes[name], lesson.messages
    return figure(
        class_=f"slot-{slot}",
        data_mode=name,
        data_colour=mode.colour,
        data_steps="explore",
        aria_labelledby=f"title-{name}",
    )[
        figcaption(id=f"title-{name}")[sign(mode), span[messages("explore.diagram", name=mode.name)]],
        div(
            ".canvas",
            tabindex="0",
            role="group",
            aria_label=messages("explore.canvas", name=mode.name),
            data_keys="walk",
        )[drawing],
        steps,
    ]


def drawing(lesson: Lesson, svg: str | None) -> Node:
    """The drawn diagram. "" stands for one that could not be drawn, and nothing for one that is not there yet."""
    return sequence.drawing(svg, lesson.messages("notices.undrawn"), lesson.messages("explore.drawing"))


def steps(shown: StepList) -> Element:
    """The list of a mode's steps."""
    return sequence.step_list(shown, ChooseStep)


def step_panel(shown: StepPanel) -> Element:
    """The caption of the shown step, the bands, and the buttons that walk."""
    play = button(".play", type="button", **asks(TogglePlay()), aria_pressed=str(shown.playing).lower())[shown.play]
    return div(".step-panel", data_colour=shown.colour)[
        sequence.walk(shown.panel.walk, Walk, play),
        sequence.bands(shown.panel),
        sequence.caption(shown.panel.caption, shown.panel.start),
    ]
