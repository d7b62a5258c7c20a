"""What goes wrong with the chosen mode: a list to choose from, and the chosen drill in its mode's three renderings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, figure, h2, h3, p, section

from engine.events import asks
from engine.features.explore import view as explore
from engine.features.failures.state import ChooseFailure, ChooseStep, Walk
from engine.html import points

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from engine.features.failures.content import Drill, DrillWords
    from engine.features.failures.state import Failures


def failures(lesson: Lesson, workshop: Workshop, mode: str, part: Failures, svg: str | None) -> Node:
    """The drills of a mode, by its file's name; nothing where it has none.

    `svg` is the drawing of the chosen drill: "" stands for one that could not be drawn, None for one not there yet.
    """
    mode_drills = workshop.drills.get(mode, {})
    if not mode_drills:
        return None
    words, chosen = workshop.words.drills, mode_drills.get(part.failure)
    return section(".drills", data_colour=lesson.modes[mode].colour, aria_labelledby=f"drills-title-{mode}")[
        h2(id=f"drills-title-{mode}")[words.heading],
        _choice(words, mode, mode_drills, part.failure),
        _figure(lesson, words, mode, chosen, part, svg) if chosen else None,
    ]


def _choice(words: DrillWords, mode: str, mode_drills: Mapping[str, Drill], chosen: str) -> Element:
    """The mode itself and each of its drills; the one that is shown is pressed."""
    names = {"": words.none} | {name: drill.name for name, drill in mode_drills.items()}
    shown = chosen if chosen in names else ""
    return div(".choice", role="group", aria_labelledby=f"drills-title-{mode}")[
        (
            button(type="button", **asks(ChooseFailure(name)), aria_pressed=str(name == shown).lower())[label]
            for name, label in names.items()
        )
    ]


def _figure(lesson: Lesson, words: DrillWords, mode: str, drill: Drill, part: Failures, svg: str | None) -> Element:
    """The mode's figure while a drill is chosen: drawing, list, dock, and what the client must do.

    `data-step` says which step of it is lit.
    """
    step, explored = part.shown_step, lesson.words.explore
    title = f"{drill.name} {explored.diagram}"
    return figure(data_mode=mode, data_steps="failures", data_drill=part.failure, data_step=step, aria_label=title)[
        p(".lead")[drill.lead],
        div(
            class_={"canvas": True, "coming": svg is None},
            tabindex="0",
            role="group",
            aria_label=f"{title}. {explored.keys}",
            data_keys="walk",
        )[explore.drawing(lesson, svg)],
        explore.step_list(lesson, drill, ChooseStep),
        div(".beside")[
            div(".dock", data_colour=lesson.modes[mode].colour)[
                explore.walk(lesson, drill, step, Walk),
                explore.bands(lesson, drill, step),
                div(aria_live="polite")[explore.caption(lesson, drill, step, h3)],
            ],
            div(".remedy")[h3[words.remedy], points(lesson, drill.remedy, "use"), explore.take(lesson)],
        ],
    ]
