"""One mode at a time: the radio buttons, what the diagram shows, and its figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, button, div, fieldset, figcaption, figure, i, label, p, small, span
from htpy import input as field
from htpy import legend as legend_element

from engine.events import asks
from engine.features.explore.state import DIAGRAM, ChoosePane, ChooseStep, CopyDiagram, SavePicture, TogglePlay, Walk
from engine.html import sign
from engine.page_events import ChooseMode, ToggleAnnotation, ToggleText
from engine.sequence import view as sequence

if TYPE_CHECKING:
    from engine.content.lesson import Lesson, ParticipantState
    from engine.features.explore.presenter import Card, Explanation, Player, Toggle
    from engine.messages import Messages
    from engine.sequence.presenter import StepList


def modes(lesson: Lesson, cards: tuple[Card, ...], chosen: str) -> Element:
    """The radio group; a style sheet shows what belongs to the checked one, with or without Python."""
    return fieldset(".modes", role="radiogroup", aria_labelledby="modes-legend")[
        legend_element("#modes-legend")[lesson.messages("explore.modes")],
        div(".segments")[
            (
                label(data_colour=card.mode.colour)[
                    field(
                        type="radio",
                        name="mode",
                        value=card.name,
                        checked=card.name == chosen,
                        autocomplete="off",
                        aria_label=card.mode.name,
                        aria_describedby=f"brief-{card.name}",
                        **asks(ChooseMode),
                    ),
                    span(".name")[sign(card.mode), span[card.mode.name]],
                    small(".brief", id=f"brief-{card.name}")[(span[text] for text in card.texts)],
                ]
                for card in cards
            )
        ],
    ]


def tools(messages: Messages, panes: tuple[str, ...], pane: str, toggles: tuple[Toggle, ...], as_text: bool) -> Element:
    """What is shown of the mode, and what its diagram shows."""
    return div(".tools")[
        fieldset(".panes", role="radiogroup", aria_label=messages("explore.panes.group"))[
            (
                label(".pane")[
                    field(
                        type="radio",
                        name="pane",
                        value=name,
                        checked=name == pane,
                        autocomplete="off",
                        **asks(ChoosePane),
                    ),
                    span[messages(f"explore.panes.{name}")],
                ]
                for name in panes
            )
        ]
        if len(panes) > 1
        else None,
        fieldset(".toggles")[
            legend_element[messages("explore.show")],
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
                    i(".mark", aria_hidden="true"),
                ]
                for toggle in toggles
            ),
            label(".toggle.as-text")[
                field(type="checkbox", checked=as_text, autocomplete="off", **asks(ToggleText())),
                span[messages("explore.as_text")],
            ],
        ],
    ]


def legend(messages: Messages, states: tuple[ParticipantState, ...]) -> Element:
    """What the bars on the lines mean."""
    return p(".legend")[
        span(".unseen")[messages("explore.legend")],
        (
            span(".state")[i(".swatch", data_fill=each.fill, data_colour=each.colour, aria_hidden="true"), each.name]
            for each in states
        ),
        span(".marked")[i(".mark", aria_hidden="true"), messages("explore.marks")],
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
    """A mode's figure: its drawing, the key to it, and the same as a list; `slot` is the number of its radio."""
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


def steps(shown: StepList, states: tuple[ParticipantState, ...], messages: Messages) -> Node:
    """The key to a mode's drawing, and the list of its steps."""
    return [legend(messages, states), sequence.step_list(shown, ChooseStep)]


def coming(messages: Messages) -> Element:
    """What stands for code and failures until they are there."""
    return p(".coming")[messages("explore.coming")]


def explanation(shown: Explanation | None) -> Node:
    """What happens at the chosen step, in the place of the guidance, and the way back to that."""
    if not shown:
        return None
    return div(".explanation", data_colour=shown.colour)[
        sequence.caption(shown.caption),
        shown.diagram and button(".back", type="button", **asks(ChoosePane(DIAGRAM)))[shown.diagram],
        button(".back", type="button", **asks(ChooseStep(0)))[shown.back],
    ]


def player(shown: Player) -> Element:
    """The buttons that walk the chosen mode; after its last step one leads on to the next mode."""
    play = button(".play", type="button", **asks(TogglePlay()), aria_pressed=str(shown.playing).lower())[shown.play]
    link = shown.onward
    onward = a(".primary", href=link.address, aria_label=link.text)[link.name] if link else None
    return sequence.walk(shown.walk, Walk, play, onward)
