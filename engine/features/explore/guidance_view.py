"""When to use a mode and when to avoid it, and whatever else the lesson says before one chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, caption, div, h2, h3, p, section, small, span, table, tbody, td, th, thead, tr

from engine.events import asks
from engine.html import cited, link_to, points, sign, weight
from engine.page_events import ChooseMode

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.features.explore.presenter import Cell, Glance, Guide, Percentiles, SectionShown


def glance(shown: Glance | None) -> Node:
    """All modes in one small table; a style sheet marks the row of the chosen one."""
    if not shown:
        return None
    return table(".glance")[
        caption[shown.caption],
        thead[tr[(th(scope="col")[column] for column in shown.columns)]],
        tbody[
            (
                tr(class_=f"slot-{slot}", data_colour=row.mode.colour)[
                    th(scope="row")[
                        a(href=link_to(view="explore", mode=row.name), **asks(ChooseMode(row.name)))[
                            sign(row.mode), span[row.mode.name]
                        ]
                    ],
                    (_cell(cell) for cell in row.cells),
                ]
                for slot, row in enumerate(shown.rows, 1)
            )
        ],
    ]


def guidance(lesson: Lesson, guides: tuple[Guide, ...]) -> Node:
    """The guidance of every mode; a style sheet shows that of the chosen one."""
    return (_guide(lesson, guide, slot) for slot, guide in enumerate(guides, 1))


def _cell(cell: Cell) -> Element:
    if cell.weight:
        return td[weight(cell.weight)]
    return td(".number")[cell.text] if cell.is_number else td[cell.text]


def _guide(lesson: Lesson, guide: Guide, slot: int) -> Element:
    """What to know before choosing a mode; `slot` is the number of its radio."""
    name, mode = guide.name, guide.mode
    return section(
        class_=f"guide slot-{slot}", data_mode=name, data_colour=mode.colour, aria_labelledby=f"guide-{name}"
    )[
        h2(id=f"guide-{name}")[sign(mode), span[mode.name]],
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
