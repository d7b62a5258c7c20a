"""The author's page around the editor and the lesson: its frame, the files, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import htpy
from htpy import Element, Node, button, code, div, h1, h2, i, label, li, ol, p, section, small, span, ul

from engine.content.files import shape_of
from engine.messages import Messages

if TYPE_CHECKING:
    from engine.content.problems import Problem

ORDER = (
    "lesson.yaml",
    "modes/",
    "scenarios",
    "failures",
    "templates",
    "model",
    "settings",
    "sources",
    "code.",
    "code/",
    "messages.",
    "messages/",
)
"""In which order an author reads the files of a lesson."""


def page(words: Messages, title: str, files: Sequence[str]) -> Node:
    """The whole page, as it is before any script has run."""
    return div("#bench", data_pane="words")[
        htpy.header[
            h1[words("title"), " ", span[title]],
            p("#kept", role="status"),
            div("#out"),
        ],
        htpy.fieldset("#panes")[
            htpy.legend(".visually-hidden")[words("title")],
            (
                label[
                    htpy.input(type="radio", name="pane", value=name, checked=name == "words"), words(f"panes.{name}")
                ]
                for name in ("words", "lesson")
            ),
        ],
        htpy.main[
            htpy.nav("#files", aria_label=words("files.label"))[tree(words, files)],
            section("#words", aria_labelledby="file")[
                div(".file")[h2("#file", tabindex="-1"), p("#about")],
                div("#editor"),
                p("#keys")[words("editor.keys")],
                div("#panel")[listed(words, None)],
            ],
            section("#live", aria_labelledby="live-label")[
                div(".file")[
                    h2("#live-label")[words("lesson.label")], p("#standing", role="status")[words("lesson.starting")]
                ],
                htpy.iframe("#lesson", title=title),
            ],
        ],
    ]


def tree(
    words: Messages,
    files: Iterable[str],
    chosen: str = "",
    changed: Iterable[str] = (),
    wrong: Mapping[str, int] | None = None,
) -> Node:
    """The files, those of a folder together, each with what it is for and how it stands."""
    changed, wrong = set(changed), wrong or {}
    groups = [(folder, list(group)) for folder, group in groupby(in_order(files), lambda file: file.rpartition("/")[0])]

    def entry(file: str) -> Element:
        count = wrong.get(file, 0)
        return li[
            button(
                type="button",
                data_file=file,
                title=about(words, file),
                aria_current="true" if file == chosen else None,
            )[
                span(".name")[file.rpartition("/")[2]],
                i(".mark.changed", role="img", aria_label=words("files.changed")) if file in changed else None,
                small(".mark.wrong")[_count(words, count)] if count else None,
            ]
        ]

    return ul[
        (
            li(".folder")[span[folder], ul[map(entry, group)]] if folder else [*map(entry, group)]
            for folder, group in groups
        )
    ]


def _count(words: Messages, count: int) -> Node:
    return [span(aria_hidden="true")[count], span(".visually-hidden")[words("files.problems", count=count)]]


def in_order(files: Iterable[str]) -> list[str]:
    """The files in the order in which an author reads them."""
    return sorted(files, key=_place)


def _place(file: str) -> tuple[int, str]:
    found = (number for number, start in enumerate(ORDER) if file.startswith(start))
    return next(found, len(ORDER)), file


def about(words: Messages, file: str) -> str:
    """What a file is for."""
    return words(f"kinds.{'python' if file.endswith('.py') else shape_of(file) or 'other'}")


def listed(words: Messages, problems: Sequence[Problem] | None) -> Node:
    """What is wrong: each problem with its place, what it is, and the remedy. None where nobody has looked yet."""
    if problems is None:
        return p(".calm")[words("problems.waiting")]
    if not problems:
        return p(".calm.good")[words("problems.none")]
    return htpy.fragment[
        h2(".visually-hidden")[words("problems.title")], ol(".problems")[(_problem(words, each) for each in problems)]
    ]


def _problem(words: Messages, problem: Problem) -> Element:
    return li[
        button(type="button", data_go=f"{problem.file}:{problem.line}:{problem.column}")[
            words("problems.place", file=problem.file, line=problem.line)
        ],
        p[_marked(f"{problem.wrong[:1].upper()}{problem.wrong[1:]}. {problem.remedy}")],
    ]


def _marked(text: str) -> Node:
    """A text of the checker, whose words between accents are code."""
    return [code[part] if index % 2 else part for index, part in enumerate(text.split("`"))]
