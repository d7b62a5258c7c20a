"""What a textbook page would want to know of the lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    a,
    button,
    dd,
    details,
    div,
    dl,
    dt,
    h2,
    h3,
    li,
    ol,
    p,
    pre,
    section,
    small,
    span,
    strong,
    summary,
    ul,
)
from markupsafe import escape

from engine.html import points, sign

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Source


def about(lesson: Lesson, versions: str, here: str) -> Element:
    """All of About; `here` is the page's own address, where others can reach it."""
    words, sheet = lesson.words.about, lesson.about
    return div(".about")[
        p(".lead")[sheet.lead],
        _part("how-to-use", words.how_to_use, ol[(li[line] for line in sheet.how_to_use)]),
        _part(
            "objective",
            words.objective,
            p(".objective")[sheet.objective.text, " ", small(".basis")[sheet.objective.level]],
        ),
        _part("ideas", words.ideas, points(lesson, sheet.ideas, "ideas")),
        _plan(lesson),
        _scenarios(lesson),
        _part("assessment", words.assessment, p[sheet.assessment]),
        _part(
            "embed",
            words.embed,
            p[sheet.embed.text],
            pre(tabindex="0", aria_label=words.embed)[span("#snippet")[snippet(lesson, here)]],
            not here and p[sheet.embed.relative],
            button(type="button", data_event="copy", data_value="snippet")[words.copy],
        ),
        _part(
            "references",
            words.references,
            ul[(_source(lesson, each) for each in lesson.sources.values() if each.reference)],
        ),
        section(id="about-sources", aria_labelledby="about-sources-heading")[
            details[
                summary[h2("#about-sources-heading")[words.sources]],
                ul(".small")[(_source(lesson, each) for each in lesson.sources.values() if not each.reference)],
            ]
        ],
        _part("licence", words.licence, p[sheet.licence]),
        _part("versions", words.versions, p[versions]),
    ]


def snippet(lesson: Lesson, address: str = "") -> str:
    """The line that embeds the lesson in another page, which finds it at an address.

    Without an address it is the front page of a book that has the lesson's folder in its folder `sims`.
    """
    sheet, place = lesson.about, address or f"sims/{lesson.name}/main.html"
    title, height = escape(" ".join(sheet.title.split())), sheet.embed.height
    # Where a frame can size itself the style does it; the attribute is for tools that look for a height.
    return (
        f'<iframe src="{escape(place)}" title="{title}" width="100%" height="{height}" allow="clipboard-write" '
        f'style="border: 0; frame-sizing: content-height; height: auto; min-height: {height}px"></iframe>'
    )


def _part(name: str, heading: str, *content: Node) -> Element:
    return section(id=f"about-{name}", aria_labelledby=f"about-{name}-heading")[
        h2(id=f"about-{name}-heading")[heading], content
    ]


def _plan(lesson: Lesson) -> Element:
    words, plan = lesson.words.about, lesson.about.plan
    return _part(
        "plan",
        words.plan,
        dl[
            dt[words.audience],
            dd[plan.audience],
            dt[words.duration],
            dd[plan.duration],
            dt[words.prerequisites],
            dd[ul[(li[each] for each in plan.prerequisites)]],
        ],
        ol(".activities")[
            (
                li[strong[each.title], " ", small(".basis")[f"{each.minutes} {words.minutes}"], p[each.text]]
                for each in plan.activities
            )
        ],
    )


def _scenarios(lesson: Lesson) -> Element:
    words = lesson.words.about
    return _part(
        "scenarios",
        words.scenarios,
        p[words.scenarios_lead],
        ol(".scenarios")[
            (
                li[
                    h3[each.title],
                    p[each.situation],
                    details[
                        summary[words.answer],
                        p(".answer", data_colour=lesson.modes[each.best].colour)[
                            sign(lesson.modes[each.best]), strong[lesson.modes[each.best].name], ": ", each.because
                        ],
                        p[each.why],
                    ],
                ]
                for each in lesson.examples
            )
        ],
    )


def _source(lesson: Lesson, source: Source) -> Element:
    return li[
        a(href=source.address)[source.title],
        ", ",
        source.publisher,
        small[f" ({lesson.words.about.read_on} {source.read})"],
    ]
