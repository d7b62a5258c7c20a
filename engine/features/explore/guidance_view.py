"""When to use a mode and when to avoid it, what it costs, how long it takes, what it takes to build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, caption, div, h2, h3, p, section, small, span, table, tbody, td, th, thead, tr

from engine.events import asks
from engine.html import (
    cited,
    link_to,
    points,
    sign,
    weight,
)
from engine.page_events import ChooseMode
from engine.sequence.narrate import duration

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Measure, Mode


def glance(lesson: Lesson) -> Element:
    """All modes in one small table; style.css marks the row of the chosen one."""
    words = lesson.words.guide
    return table(".glance")[
        caption[words.glance],
        thead[tr[th(scope="col")[words.mode], th(scope="col")[words.cost], th(scope="col")[words.latency]]],
        tbody[
            (
                tr(class_=f"slot-{slot}", data_colour=mode.colour)[
                    th(scope="row")[
                        a(href=link_to(view="explore", mode=name), **asks(ChooseMode(name)))[
                            sign(mode), span[mode.name]
                        ]
                    ],
                    td(".number")[price(lesson, mode)],
                    td[mode.latency],
                ]
                for slot, (name, mode) in enumerate(lesson.modes.items(), 1)
            )
        ],
    ]


def guidance(lesson: Lesson) -> Node:
    """The guidance of every mode; style.css shows that of the chosen one."""
    return (mode_guidance(lesson, name, slot) for slot, name in enumerate(lesson.modes, 1))


def mode_guidance(lesson: Lesson, name: str, slot: int) -> Element:
    """What to know before choosing a mode; `slot` is the number of its radio."""
    mode = lesson.modes[name]
    words = lesson.words.guide

    def part(which: str, heading: str, *content: Node) -> Element:
        return section(id=f"{name}-{which}", class_=f"part {which}")[h3(tabindex="-1")[heading], content]

    return section(
        class_=f"guide slot-{slot}", data_mode=name, data_colour=mode.colour, aria_labelledby=f"guide-{name}"
    )[
        h2(id=f"guide-{name}")[sign(mode), span[mode.name]],
        p(".lead")[mode.lead],
        part("use", words.use_when, points(lesson, mode.use_when, "use")),
        part("avoid", words.avoid_when, points(lesson, mode.avoid_when, "avoid")),
        p(".idea")[mode.idea],
        part("latency", words.latency, p(".short")[mode.latency], percentiles(lesson, mode)),
        part(
            "price", words.cost, p(".short")[price(lesson, mode)], p[mode.price.text, cited(lesson, mode.price.sources)]
        ),
        part(
            "engineering",
            words.engineering,
            p(".short")[weight(mode.engineering.weight, words.weight_of), " ", small(".basis")[words.bases.judgement]],
            p[mode.engineering.text],
            points(lesson, mode.engineering.build, "build"),
        ),
    ]


def price(lesson: Lesson, mode: Mode) -> str:
    """A price multiplier as it is read, with as many decimals as it has and at least one: "0.25×", "1.0×"."""
    whole, _, fraction = f"{mode.price.multiplier:.6f}".partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}{lesson.words.guide.times}"


def percentiles(lesson: Lesson, mode: Mode) -> Element:
    """How long a mode takes, as distributions."""
    words = lesson.words.guide
    return div(".percentiles")[
        table[
            thead[tr[(th(scope="col")[name] for name in (words.measure, words.median, words.p95, words.p99))]],
            tbody[
                (
                    tr[
                        th(scope="row")[measure.name, " ", small(".basis")[getattr(words.bases, measure.basis)]],
                        (td(".number")[time] for time in times(lesson, measure)),
                    ]
                    for measure in mode.measures
                )
            ],
        ],
        (p(".note")[measure.name, ": ", measure.note, cited(lesson, measure.sources)] for measure in mode.measures),
    ]


def times(lesson: Lesson, measure: Measure) -> tuple[str, str, str]:
    """Median, 95th and 99th percentile as they are read."""
    units = lesson.words.guide.units
    return duration(measure.median, units), duration(measure.p95, units), duration(measure.p99, units)
