"""What goes wrong with the chosen mode: a list to choose from, and the chosen one in three renderings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, figure, h2, h3, p, section

from engine.events import asks
from engine.features.explore.view import drawing, legend, take
from engine.features.failures.state import ChooseFailure, ChooseStep, TogglePlay, Walk
from engine.html import points
from engine.sequence.view import caption, lit, step_list, walk

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.features.failures.presenter import FailuresShown, Figure


def failures(lesson: Lesson, shown: FailuresShown | None, svg: str | None) -> Node:
    """The failures of a mode; nothing where it has none.

    `svg` is the drawing of the chosen failure: "" stands for one that could not be drawn, None for one not there yet.
    """
    if not shown:
        return None
    title = f"failures-title-{shown.mode}"
    return section(".failures", data_colour=shown.colour, aria_labelledby=title)[
        h2(id=title)[shown.heading],
        div(".choice", role="group", aria_labelledby=title)[
            (
                button(type="button", **asks(ChooseFailure(each.name)), aria_pressed=str(each.pressed).lower())[
                    each.label
                ]
                for each in shown.choices
            )
        ],
        _figure(lesson, shown, shown.figure, svg) if shown.figure else None,
    ]


def _figure(lesson: Lesson, shown: FailuresShown, chosen: Figure, svg: str | None) -> Element:
    """The mode's figure while a failure is chosen: drawing, list, step panel, and what to do then."""
    return figure(
        lit(chosen.step),
        data_mode=shown.mode,
        data_steps="failures",
        data_failure=chosen.name,
        aria_label=chosen.title,
    )[
        div(
            class_={"canvas": True, "coming": svg is None},
            tabindex="0",
            role="group",
            aria_label=chosen.canvas,
            data_keys="walk",
        )[div[drawing(lesson, svg)], legend(lesson.messages, chosen.states)],
        step_list(chosen.steps, ChooseStep),
        div(".beside")[
            walk(
                chosen.walk,
                Walk,
                button(".play", type="button", **asks(TogglePlay()), aria_pressed=str(chosen.playing).lower())[
                    chosen.play
                ],
            ),
            div(aria_live="polite")[caption(chosen.caption, h3) if chosen.caption else p(".lead")[chosen.lead]],
            div(".remedy")[h3[chosen.remedy_heading], points(lesson, chosen.remedy, "good"), take(lesson.messages)],
        ],
    ]
