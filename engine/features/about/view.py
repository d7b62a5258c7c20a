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
    nav,
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

from engine.events import asks
from engine.features.about.embed import CopySnippet
from engine.html import points, sign

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Source
    from engine.features.about.presenter import About, Case
    from engine.messages import Messages


def about(lesson: Lesson, shown: About) -> Element:
    """All of About."""
    messages, sheet = lesson.messages, lesson.about
    return div(".about")[
        _languages(lesson) if lesson.languages else None,
        p(".lead")[sheet.lead],
        _section("how-to-use", messages("about.how_to_use"), ol[(li[line] for line in sheet.how_to_use)]),
        _section(
            "objective",
            messages("about.objective"),
            p(".objective")[sheet.objective.text, " ", small(".basis")[sheet.objective.level]],
        ),
        _section("ideas", messages("about.ideas"), points(lesson, sheet.ideas, "ideas")),
        _plan(lesson),
        _cases(messages, shown.cases) if shown.cases else None,
        _section("assessment", messages("about.assessment"), p[sheet.assessment]),
        _section(
            "embed",
            messages("about.embed"),
            p[sheet.embed.text],
            pre(tabindex="0", aria_label=messages("about.embed"))[span("#snippet")[shown.snippet]],
            shown.is_relative and p[sheet.embed.relative],
            button(type="button", **asks(CopySnippet()))[messages("about.copy")],
        ),
        _references(messages, shown.references) if shown.references else None,
        _sources(messages, shown.sources) if shown.sources else None,
        _section("licence", messages("about.licence"), p[sheet.licence]),
        _answers(messages, shown.cases) if shown.cases else None,
        _section("versions", messages("about.versions"), p[shown.versions]),
    ]


def _languages(lesson: Lesson) -> Element:
    """A link to the page of each language, named as its speakers name it."""
    here = lesson.about.language
    return nav(".languages", aria_label=lesson.messages("about.languages"))[
        (
            a(
                href=each.address,
                hreflang=each.language,
                lang=each.language,
                aria_current="page" if each.language == here else None,
            )[each.name]
            for each in lesson.languages
        )
    ]


def _section(name: str, heading: str, *content: Node) -> Element:
    return section(id=f"about-{name}", aria_labelledby=f"about-{name}-heading")[
        h2(id=f"about-{name}-heading")[heading], content
    ]


def _plan(lesson: Lesson) -> Element:
    messages, plan = lesson.messages, lesson.about.plan
    return _section(
        "plan",
        messages("about.plan"),
        dl[
            dt[messages("about.audience")],
            dd[plan.audience],
            dt[messages("about.duration")],
            dd[plan.duration],
            dt[messages("about.prerequisites")],
            dd[ul[(li[each] for each in plan.prerequisites)]],
        ],
        ol(".activities")[
            (
                li[
                    strong[each.title],
                    " ",
                    small(".basis")[messages("about.minutes", count=each.minutes)],
                    p[each.text],
                ]
                for each in plan.activities
            )
        ],
    )


def _answers(messages: Messages, cases: tuple[Case, ...]) -> Element:
    """The answers once more, for paper, where nothing unfolds."""
    return section(".answers", aria_hidden="true")[
        h2[messages("about.answers")],
        ol[
            (
                li[messages.nodes("about.best", mode=strong[each.mode.name], reason=each.because), " ", each.why]
                for each in cases
            )
        ],
    ]


def _cases(messages: Messages, cases: tuple[Case, ...]) -> Element:
    return _section(
        "scenarios",
        messages("about.scenarios"),
        p[messages("about.scenarios_lead")],
        ol(".scenarios")[
            (
                li[
                    h3[each.title],
                    p[each.situation],
                    details[
                        summary[messages("about.answer")],
                        p(".answer", data_colour=each.mode.colour)[
                            sign(each.mode),
                            messages.nodes("about.best", mode=strong[each.mode.name], reason=each.because),
                        ],
                        p[each.why],
                    ],
                ]
                for each in cases
            )
        ],
    )


def _references(messages: Messages, sources: tuple[Source, ...]) -> Element:
    return _section("references", messages("about.references"), ul[(_source(messages, each) for each in sources)])


def _sources(messages: Messages, sources: tuple[Source, ...]) -> Element:
    return section(id="about-sources", aria_labelledby="about-sources-heading")[
        details[
            summary[h2("#about-sources-heading")[messages("about.sources")]],
            ul(".small")[(_source(messages, each) for each in sources)],
        ]
    ]


def _source(messages: Messages, source: Source) -> Element:
    return li[
        messages.nodes(
            "about.source",
            title=a(href=source.address)[source.title],
            publisher=source.publisher,
            read=small[messages("about.read_on", day=source.read)],
        )
    ]
