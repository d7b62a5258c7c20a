"""One mode at a time: the radio buttons, the diagram, its steps, and the dock below that explains a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, fieldset, figcaption, figure, h2, label, legend, li, ol, p, span, strong
from htpy import input as field
from markupsafe import Markup

from engine.events import asks
from engine.features.explore.state import ChooseStep, CopyDiagram, SavePicture, TogglePlay, Walk
from engine.html import sign
from engine.page_events import ChooseMode, ToggleAnnotation, ToggleText
from engine.sequence.diagram import ANNOTATIONS
from engine.sequence.narrate import occupations, route, who

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Annotation, Mode
    from engine.sequence.narrate import Exchange


def modes(lesson: Lesson, chosen: str) -> Element:
    """The radio group; style.css shows what belongs to the checked one, with or without Python."""
    return fieldset(".modes", role="radiogroup", aria_labelledby="modes-legend")[
        legend("#modes-legend")[lesson.words.explore.modes],
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


def tools(lesson: Lesson, annotations: frozenset[Annotation], as_text: bool) -> Element:
    """What the diagram shows."""
    words = lesson.words.explore
    return div(".tools")[
        fieldset(".toggles")[
            legend[words.show],
            (
                label(class_=f"toggle {name}")[
                    field(
                        type="checkbox",
                        value=name,
                        checked=name in annotations,
                        autocomplete="off",
                        **asks(ToggleAnnotation),
                    ),
                    span[getattr(words.annotations, name)],
                ]
                for name in ANNOTATIONS
            ),
            label(".toggle.as-text")[
                field(type="checkbox", checked=as_text, autocomplete="off", **asks(ToggleText())),
                span[words.as_text],
            ],
        ],
    ]


def take(lesson: Lesson) -> Element:
    """What can be taken home from a diagram."""
    words = lesson.words.explore
    return div(".take")[
        button(type="button", **asks(CopyDiagram()))[words.copy_mermaid],
        (
            button(type="button", **asks(SavePicture(kind)))[label]
            for kind, label in (("svg", words.download_svg), ("png", words.download_png))
        ),
    ]


def figure_of(name: str, slot: int, lesson: Lesson, drawing: Node, steps: Node) -> Element:
    """A mode's figure: its drawing and the same life of a request as a list; `slot` is the number of its radio."""
    mode = lesson.modes[name]
    title = f"{mode.name} {lesson.words.explore.diagram}"
    return figure(
        class_=f"slot-{slot}",
        data_mode=name,
        data_colour=mode.colour,
        data_steps="explore",
        aria_labelledby=f"title-{name}",
    )[
        figcaption(id=f"title-{name}")[sign(mode), span[title]],
        div(
            ".canvas", tabindex="0", role="group", aria_label=f"{title}. {lesson.words.explore.keys}", data_keys="walk"
        )[drawing],
        steps,
    ]


def drawing(lesson: Lesson, svg: str | None) -> Node:
    """The drawn diagram. "" stands for one that could not be drawn, and nothing for one that is not there yet."""
    if svg:
        return Markup(svg)  # noqa: S704 - drawn by Mermaid in strict mode from inert text
    notice = lesson.messages("notices.undrawn") if svg == "" else lesson.words.explore.drawing
    return p(".undrawn")[notice]


def steps(lesson: Lesson, name: str) -> Element:
    """The list of a mode's steps, by the mode's file name."""
    return step_list(lesson, lesson.modes[name], ChooseStep)


def step_list(lesson: Lesson, told: Exchange, event: type) -> Element:
    """The ordered list: one line a step, which unfolds where the list stands in for the drawing.

    `event` is the kind of event that a line asks for, with its number.
    """
    words, frames = lesson.words.explore, told.frames or {}
    return ol(".steps", aria_label=f"{told.name}: {words.steps}")[
        (
            li(data_step=number, class_=f"step {step.kind}")[
                button(type="button", **asks(event, number))[
                    span(".number")[f"{number}"],
                    span(".what")[
                        strong[step.label],
                        " ",
                        span(".route")[route(step), step.within and f" [{frames[step.within].label}]"],
                    ],
                ],
                (
                    p(class_=f"note {annotation}")[getattr(words.annotations, annotation), ": ", text]
                    for annotation in ANNOTATIONS
                    if (text := getattr(step, annotation))
                ),
                div(".more")[p[step.caption], p(".why")[step.explanation], p(".who")[who(lesson, told, number)]],
            ]
            for number, step in enumerate(told.steps, 1)
        )
    ]


def step_panel(lesson: Lesson, mode: Mode, step: int, playing: bool) -> Element:
    """The caption of the shown step, the bands, and the buttons that walk."""
    words = lesson.words.explore
    play = button(".play", type="button", **asks(TogglePlay()), aria_pressed=str(playing).lower())[
        words.pause if playing else words.play
    ]
    return div(".dock", data_colour=mode.colour)[
        walk(lesson, mode, step, Walk, play),
        bands(lesson, mode, step),
        caption(lesson, mode, step),
    ]


def walk(lesson: Lesson, told: Exchange, step: int, event: type, play: Node = None) -> Element:
    """The buttons that walk, each of which asks for this kind of event, and where the learner is."""
    words = lesson.words.explore
    last = len(told.steps)
    return div(".walk")[
        button(".previous", type="button", **asks(event, -1), aria_disabled=step <= 1 and "true")[words.previous],
        button(".next", type="button", **asks(event, 1), aria_disabled=step >= last and "true")[words.next],
        play,
        span(".position")[step > 0 and f"{step} / {last}"],
    ]


def caption(lesson: Lesson, told: Exchange, step: int, heading: Element = h2) -> Element:
    """What happens at a step, who waits, and why it matters."""
    if not step:
        return div(".caption.empty")[p[lesson.words.explore.start]]
    shown = told.steps[step - 1]
    return div(".caption")[
        heading[f"{step}. {shown.caption}"],
        p(".who")[who(lesson, told, step)],
        p(".why")[shown.explanation],
    ]


def bands(lesson: Lesson, told: Exchange, step: int) -> Element:
    """A thin band for each participant: what it does from each step on."""
    names = lesson.words.explore.states
    during = [each.during for each in occupations(told)]
    return div(".bands", role="group", aria_label=lesson.words.explore.bands)[
        (
            div(".band")[
                span(".name")[participant.name],
                div(".cells", aria_hidden="true")[
                    (
                        span(class_=f"cell {state[participant.name]}{' now' if number == step else ''}")
                        for number, state in enumerate(during, 1)
                    )
                ],
                span(".state")[step > 0 and getattr(names, during[step - 1][participant.name])],
            ]
            for participant in told.participants
        )
    ]
