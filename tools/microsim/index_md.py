"""index.md: the lesson's own page in a book, made from the content.

It must read alike under MkDocs with any of the usual extensions, Zensical and their kin, so what the content says is
text there and never markup: what a Markdown extension, a mathematics plug-in or a macro would take for its own is
written as a character reference.
"""

import json
import re
from collections.abc import Iterable, Iterator

from engine.content.load import Content
from engine.content.mode import Source
from engine.features.about.embed import snippet

MARKS = re.compile(r"[\\`*\[\]{}<>&$|~^]|(?<!\w)_|_(?!\w)|==|\+\+|--+|(?<!\S):(?=\w)|:(?=\w+:)|//|@(?=\w)")
"""What means something somewhere in Markdown, but not between the letters of a word."""
AT_THE_START = re.compile(r"^(?:[#+\-=>!?:/]|\d+(?=[.)]\s))")
"""What means something where a line begins."""


def index_md(content: Content, page: str = "main.html") -> str:
    """The text of index.md, whose frame shows a page."""
    return "\n".join((*_head(content), "", *_body(content, page))) + "\n"


def plain(text: str) -> str:
    """A text in Markdown that reads as it stands.

    >>> plain("- a_b costs $2 * {n}")
    '&#45; a_b costs &#36;2 &#42; &#123;n&#125;'
    """
    one_line = " ".join(text.split())
    return AT_THE_START.sub(_references, MARKS.sub(_references, one_line))


def _references(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(letter)};" for letter in found[0])


def _head(content: Content) -> Iterator[str]:
    """The front matter: one plain value a line, since some readers of it know no more of YAML."""
    about, name = content.lesson.about, content.lesson.name
    picture = f"/sims/{name}/{name}.png"
    yield "---"
    yield f"title: {json.dumps(about.title, ensure_ascii=False)}"
    yield f"description: {json.dumps(about.lead, ensure_ascii=False)}"
    yield from (f"{field}: {picture}" for field in ("image", "og:image", "twitter:image"))
    yield "quality_score: 100"
    yield "---"


def _body(content: Content, page: str) -> Iterator[str]:
    about, messages = content.lesson.about, content.lesson.messages
    objective = f"{plain(about.objective.text)} ({plain(about.objective.level)})"
    yield from (f"# {plain(about.title)}", "")
    yield from (plain(about.lead), "")
    yield from (snippet(content.lesson, page), "")
    yield from (f"[{plain(messages('about.full_screen'))}]({page}){{ .md-button .md-button--primary }}", "")
    yield from _section(messages("about.objective"), [objective])
    yield from _section(messages("about.how_to_use"), _numbered(about.how_to_use))
    yield from _section(messages("about.ideas"), _dotted(each.text for each in about.ideas))
    yield from _plan(content)
    line = ["```html", snippet(content.lesson, f"sims/{content.lesson.name}/{page}"), "```"]
    yield from _section(messages("about.embed"), [plain(about.embed.text), "", *line, "", plain(about.embed.relative)])
    yield from _section(
        messages("about.references"),
        map(_reference, range(1, 1000), (each for each in content.lesson.sources.values() if each.reference)),
    )
    yield from _section(messages("about.licence"), [plain(about.licence)])


def _plan(content: Content) -> Iterator[str]:
    about, messages = content.lesson.about, content.lesson.messages
    plan = about.plan
    yield from _section(messages("about.plan"), [])
    yield from _section(messages("about.audience"), [plain(plan.audience)], "###")
    yield from _section(messages("about.duration"), [plain(plan.duration)], "###")
    yield from _section(messages("about.prerequisites"), _dotted(plan.prerequisites), "###")
    yield from _section(
        messages("about.activities"),
        (
            f"{number}. **{plain(each.title)}** "
            f"({plain(messages('about.minutes', count=each.minutes))}): {plain(each.text)}"
            for number, each in enumerate(plan.activities, 1)
        ),
        "###",
    )
    yield from _section(messages("about.assessment"), [plain(about.assessment)], "###")


def _section(heading: str, lines: Iterable[str], level: str = "##") -> Iterator[str]:
    yield from (f"{level} {plain(heading)}", "")
    if body := list(lines):
        yield from (*body, "")


def _numbered(texts: Iterable[str]) -> Iterator[str]:
    return (f"{number}. {plain(text)}" for number, text in enumerate(texts, 1))


def _dotted(texts: Iterable[str]) -> Iterator[str]:
    return (f"- {plain(text)}" for text in texts)


def _reference(number: int, source: Source) -> str:
    return f"{number}. [{plain(source.title)}](<{source.address}>) - {source.read} - {plain(source.publisher)}"
