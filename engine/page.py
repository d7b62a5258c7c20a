"""A state as HTML. The page is made of named regions; each is a function of only what it shows.

`page` gives the whole, for the static first screen; `regions` says of which pieces it consists, so that the browser
renders again just those whose ingredients changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from htpy import Node, div, fragment, main

from engine import header as masthead
from engine.features.about import view as about
from engine.features.compare import view as compare
from engine.features.explore import guidance_view as guide
from engine.features.explore import view as explore
from engine.html import region_id
from engine.state import DECIDING, State

Region = tuple[Callable[..., Node], tuple[Any, ...]]
"""A view and its ingredients: equal regions look the same, so nothing needs to be rendered to compare them."""


def regions(state: State) -> dict[str, Region]:
    """Every region's name, in the order of the page, with what it is made of."""
    lesson = state.lesson
    made: dict[str, Region] = {
        "masthead": (masthead.masthead, (lesson, state.view)),
        "notices": (masthead.notices, (lesson, state.said)),
        "modes": (explore.modes, (lesson, state.mode)),
        "tools": (explore.tools, (lesson, state.annotations, state.as_text)),
    }
    for name in lesson.modes:
        drawing = state.drawings.get((name, state.annotations))
        made[f"drawing-{name}"] = (explore.drawing, (lesson, drawing))
        made[f"steps-{name}"] = (explore.steps, (lesson, name))
    if state.desk:
        from engine.lazy_page import regions as at_desk  # it has come with the desk

        made |= at_desk(state)
    else:
        missing = any(notice.kind == "desk" for notice in state.notices)
        made |= {name: (masthead.waiting, (lesson, name, missing)) for name in DECIDING}
    return made | {
        "dock": (explore.dock, (lesson, state.chosen, state.shown_step, state.playing)),
        "glance": (guide.glance, (lesson,)),
        "guide": (guide.guidance, (lesson,)),
        "comparison": (compare.comparison, (lesson,)),
        "about": (about.about, (lesson, state.versions, state.here)),
        "announcement": (masthead.announcement, (lesson, state.chosen, state.step, state.said)),
    }


def root_attributes(state: State) -> dict[str, str]:
    """What style.css needs to know to show one thing and hide another."""
    return {
        "data-view": state.view,
        "data-mode": state.mode,
        "data-step": str(state.shown_step),
        "data-drilled": "yes" if state.view == "explore" and state.desk and state.desk.drawn(state.mode) else "no",
        "data-shows": " ".join(sorted(state.annotations)),
        "data-form": "text" if state.as_text else "drawing",
        "data-embedded": "yes" if state.embedded else "no",
    }


def render(region: Region) -> str:
    """A region's HTML."""
    view, ingredients = region
    return str(fragment[view(*ingredients)])


def pending(region: Region) -> bool:
    """Whether a region of the page waits for a drawing and stays as it is until then."""
    view, ingredients = region
    return view is explore.drawing and ingredients[-1] is None


def nothing() -> Node:
    """What a region holds that is not shown yet."""
    return None


def page(state: State) -> Node:
    """The whole page below `body`."""
    return div("#sim", root_attributes(state))[contents(state)]


def contents(state: State) -> list[Node]:
    """What the page consists of, whatever it shows."""
    made = regions(state)

    def place(name: str) -> Node:
        view, ingredients = made.get(name, (nothing, ()))
        return div(id=region_id(name), class_=f"region {name.split('-')[0]}-region")[view(*ingredients)]

    words = state.lesson.words
    return [
        place("masthead"),
        masthead.progress(state.lesson.messages),
        main("#main", tabindex="-1")[
            masthead.trouble(state.lesson.messages),
            place("notices"),
            div(".controls")[place("modes")],
            div(".workbench")[
                div(".stage", tabindex="0", role="region", aria_label=words.explore.stage)[
                    place("tools"),
                    compare.heading(state.lesson),
                    div(".figures")[
                        (
                            explore.figure_of(
                                name, slot, state.lesson, place(f"drawing-{name}"), place(f"steps-{name}")
                            )
                            for slot, name in enumerate(state.lesson.modes, 1)
                        )
                    ],
                    explore.take(state.lesson),
                    div(".extras")[
                        (
                            div(class_=f"slot-{slot}")[place(f"drills-{name}"), place(f"code-{name}")]
                            for slot, name in enumerate(state.lesson.modes, 1)
                        )
                    ],
                    place("comparison"),
                ],
                place("dock"),
                div(".guidance", tabindex="0", role="region", aria_label=words.guide.guidance)[
                    place("glance"), place("guide")
                ],
            ],
            [place(name) for name in DECIDING],
            place("about"),
        ],
        place("announcement"),
    ]
