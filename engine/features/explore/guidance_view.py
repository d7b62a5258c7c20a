"""When to use a mode and when to avoid it, and whatever else the lesson says before one chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, div, h2, h3, label, p, section, small, span, table, tbody, td, th, thead, tr
from htpy import input as field

from engine.events import asks
from engine.features.explore.state import ToggleMore
from engine.html import cited, points, weight

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.features.explore.presenter import Guide, Percentiles, SectionShown


def guidance(lesson: Lesson, guides: tuple[Guide, ...], more: bool) -> Node:
    """The guidance of every mode; a style sheet shows that of the chosen one, in brief where there is little room."""
    return [
        (_guide(lesson, guide, slot) for slot, guide in enumerate(guides, 1)),
        label(".more")[
            field(type="checkbox", checked=more, autocomplete="off", **asks(ToggleMore())),
            span[lesson.messages("guide.more")],
        ],
    ]


def _guide(lesson: Lesson, guide: Guide, slot: int) -> Element:
    """What to know before choosing a mode; `slot` is the number of its radio."""
    name, mode = guide.name, guide.mode
    return section(
        class_=f"guide slot-{slot}", data_mode=name, data_colour=mode.colour, aria_labelledby=f"guide-{name}"
    )[
        h2(".unseen", id=f"guide-{name}")[mode.name],
        p(".lead")[mode.lead],
        (_section(lesson, name, each) for each in guide.first),
        p(".idea")[mode.idea],
        (_section(lesson, name, each) for each in guide.others),
    ]


def _section(lesson: Lesson, mode: str, shown: SectionShown) -> Element:
    return section(id=f"{mode}-{shown.name}", class_=f"section {shown.sign}".rstrip())[
        h3(tabindex="-1")[shown.heading],
        p(".short")[shown.short] if shown.short else None,
        p(".short")[weight(shown.weight), " ", small(".basis")[shown.basis]] if shown.weight else None,
        _percentiles(lesson, shown.percentiles) if shown.percentiles else None,
        p[shown.text, cited(lesson, shown.sources)] if shown.text else None,
        points(lesson, shown.points, shown.sign or "neutral") if shown.points else None,
    ]


def _percentiles(lesson: Lesson, shown: Percentiles) -> Element:
    """How long a mode takes, as distributions."""
    return div(".percentiles")[
        table[
            thead[tr[(th(scope="col")[column] for column in shown.columns)]],
            tbody[
                (
                    tr[
                        th(scope="row")[row.name, " ", small(".basis")[row.basis]],
                        (td(".number")[time] for time in row.times),
                    ]
                    for row in shown.rows
                )
            ],
        ],
        (p(".note")[row.note, cited(lesson, row.sources)] for row in shown.rows),
    ]
