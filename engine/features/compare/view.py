"""The four modes at once: their figures (which Explore has too, one at a time) and a table below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, a, caption, div, h2, p, small, span, table, tbody, td, th, thead, tr

from engine.features.explore.guidance_view import price, times
from engine.html import link_to, sign, weight
from engine.sequence.narrate import occupations

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode


def heading(lesson: Lesson) -> Element:
    """What to look for."""
    return div(".compare-heading")[h2[lesson.messages("compare.heading")], p[lesson.messages("compare.lead")]]


def comparison(lesson: Lesson) -> Element:
    """The table; each cell leads to the step or the guidance that it sums up."""
    words = lesson.words.guide
    columns = (
        words.mode,
        words.latency,
        words.median,
        words.p95,
        words.cost,
        words.client,
        words.engineering,
        words.use_when,
    )
    name = lesson.messages("compare.table")
    return div(".comparison", tabindex="0", role="region", aria_label=name)[
        table[
            caption[name],
            thead[tr[(th(scope="col")[column] for column in columns)]],
            tbody[(_row(lesson, key, mode) for key, mode in lesson.modes.items())],
        ],
    ]


def _row(lesson: Lesson, name: str, mode: Mode) -> Element:
    words = lesson.words.guide

    def lead(section: str = "", **place: str) -> str:
        return link_to(view="explore", mode=name, **({"section": section} if section else {}), **place)

    measure = mode.measures[0]
    median, p95, _ = times(lesson, measure)
    return tr(data_colour=mode.colour)[
        th(scope="row")[
            a(href=lead(), title=lesson.messages("compare.open", mode=mode.name))[sign(mode), span[mode.name]]
        ],
        td[a(href=lead("latency"))[mode.latency]],
        td(".number")[a(href=lead("latency"))[median], small[measure.name]],
        td(".number")[a(href=lead("latency"))[p95], small(".basis")[getattr(words.bases, measure.basis)]],
        td(".number")[a(href=lead("price"))[price(lesson, mode)]],
        td[a(href=lead(step=_waiting_step(mode)))[mode.client]],
        td[
            a(href=lead("engineering"))[weight(mode.engineering.weight, words.weight_of)],
            small(".basis")[words.bases.judgement],
        ],
        td[a(href=lead("use"))[mode.use_when[0].text]],
    ]


def _waiting_step(mode: Mode) -> str:
    """The name of the step at which one sees what the client does while the vendor works."""
    client = mode.steps[0].from_
    for step, around in zip(mode.steps, occupations(mode), strict=True):
        if (
            step.kind == "work"
            and step.from_ == client
            and "busy" in (state for name, state in around.during.items() if name != client)
        ):
            return step.id
    return mode.steps[0].id
