"""A state as HTML. The page is made of named regions; each is a function of only what it shows.

`page` gives the whole, for the static first screen; `regions` says of which pieces it consists, so that the browser
renders again just those whose ingredients changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Node, div, fragment, main

from engine import header, visits
from engine.features import FEATURES, views
from engine.features.compare.view import heading
from engine.features.explore.view import drawing, figure_of, take
from engine.html import region_id
from engine.state import State, present, shown

if TYPE_CHECKING:
    from engine.feature import Region


def regions(state: State) -> dict[str, Region]:
    """Every region's name, with what it is made of."""
    lesson = state.lesson
    made: dict[str, Region] = {
        "header": (header.page_header, (lesson, state.view, visits.ticked(state))),
        "onward": (header.onward, (lesson, state.view, state.view in visits.done(state))),
        "notices": (header.notices, (lesson, state.shown_notices)),
    }
    for _, room, own in present(state):
        made |= room.regions(own, state)
    if state.loaded is None:
        missing = any(notice.kind == "lazy" for notice in state.notices)
        made |= {name: (header.waiting, (lesson, name, missing)) for name in _lazy_views(state)}
    sequence = shown(state)
    step = 0 if sequence.failure else sequence.step
    made["announcement"] = (header.announcement, (lesson, state.chosen, step, state.shown_notices))
    return made


def _lazy_views(state: State) -> list[str]:
    """The views of the lesson that come after the first screen."""
    return [each.name for each in FEATURES if each.lazy and not each.within and each.name in state.lesson.features]


def _beside(state: State) -> list[str]:
    """The features that Explore shows below the diagram of a mode."""
    return [each.name for each in FEATURES if each.within and each.name in state.lesson.features]


def root_attributes(state: State) -> dict[str, str]:
    """What style sheets need to know to show one thing and hide another."""
    found = {
        "data-view": state.view,
        "data-mode": state.mode,
        "data-fails": "yes" if state.view == "explore" and shown(state).failure else "no",
        "data-shows": " ".join(
            f"note-{place}" for place, name in enumerate(state.lesson.about.annotations, 1) if name in state.annotations
        ),
        "data-form": "text" if state.as_text else "drawing",
        "data-embedded": "yes" if state.embedded else "no",
    }
    for _, room, own in present(state):
        found |= room.attributes(own, state)
    return found


def render(region: Region) -> str:
    """A region's HTML."""
    view, ingredients = region
    return str(fragment[view(*ingredients)])


def pending(region: Region) -> bool:
    """Whether a region of the page waits for a drawing and stays as it is until then."""
    view, ingredients = region
    return view is drawing and ingredients[-1] is None


def nothing() -> Node:
    """What a region holds that is not shown yet."""
    return None


def page(state: State) -> Node:
    """The whole page below `body`."""
    return div("#sim", root_attributes(state))[contents(state)]


def contents(state: State) -> list[Node]:
    """What the page consists of, whatever it shows."""
    made, messages, lazy = regions(state), state.lesson.messages, _lazy_views(state)

    def place(name: str) -> Node:
        view, ingredients = made.get(name, (nothing, ()))
        kind = f"{name.split('-')[0]}-region"
        return div(id=region_id(name), class_=["region", kind, name in lazy and "lazy"])[view(*ingredients)]

    return [
        place("header"),
        header.progress(messages),
        main("#main", tabindex="-1")[
            header.trouble(messages),
            place("notices"),
            div(".controls")[place("modes")],
            div(".workbench")[
                place("tools"),
                div(".stage.own-scroll", tabindex="0", role="region", aria_label=messages("explore.stage"))[
                    place("comparison"),
                    heading(messages),
                    div(".figures")[
                        (
                            figure_of(name, slot, state.lesson, place(f"drawing-{name}"), place(f"steps-{name}"))
                            for slot, name in enumerate(state.lesson.modes, 1)
                        )
                    ],
                    take(messages),
                    div(".extras")[
                        (
                            div(class_=f"slot-{slot}")[(place(f"{each}-{name}") for each in _beside(state))]
                            for slot, name in enumerate(state.lesson.modes, 1)
                        )
                    ],
                ],
                div(".guidance.own-scroll", tabindex="0", role="region", aria_label=messages("guide.guidance"))[
                    place("profile"), place("explanation"), place("guide")
                ],
                place("player"),
            ],
            [place(name) for name in views(state.lesson.features) if name not in ("explore", "compare")],
            place("onward"),
        ],
        place("announcement"),
    ]
