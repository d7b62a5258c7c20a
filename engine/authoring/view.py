"""The author's page around the editor and the lesson: its frame, the files, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import htpy
from htpy import Element, Node, button, code, div, h1, h2, i, label, li, ol, p, section, small, span, ul

from engine.messages import Messages

if TYPE_CHECKING:
    from engine.authoring.presenter import Entry, Listed

TABS = ("problems", "places", "review", "changes")
"""What the panel below the words can show."""


def page(messages: Messages, title: str, files: Sequence[tuple[str, list[Entry]]]) -> Node:
    """The whole page, as it is before any script has run."""
    return div("#bench", data_pane="words")[
        htpy.header[
            h1[messages("title"), " ", span[title]],
            p("#kept", role="status"),
            button("#take-out", type="button", data_act="tab", data_value="changes")[messages("out.open")],
        ],
        htpy.fieldset("#panes")[
            htpy.legend(".visually-hidden")[messages("title")],
            (
                label[
                    htpy.input(type="radio", name="pane", value=each, checked=each == "words"),
                    messages(f"panes.{each}"),
                ]
                for each in ("words", "lesson")
            ),
        ],
        htpy.main[
            htpy.nav("#files", aria_label=messages("files.label"))[tree(messages, files)],
            section("#words", aria_labelledby="file")[
                div(".file")[h2("#file", tabindex="-1"), p("#about")],
                div("#editor"),
                p("#keys")[messages("editor.keys")],
                div("#tabs")[tabs(messages, "problems")],
                div("#panel")[p(".calm")[messages("problems.waiting")]],
            ],
            section("#live", aria_labelledby="live-label")[
                div(".file")[
                    h2("#live-label")[messages("lesson.label")],
                    p("#standing", role="status")[messages("lesson.starting")],
                ],
                htpy.iframe("#lesson", title=title),
            ],
        ],
        p("#said", role="status"),
    ]


def tabs(messages: Messages, chosen: str, **counts: int) -> Node:
    """What the panel shows, and how much there is of each."""
    return htpy.fragment[
        (
            button(type="button", data_act="tab", data_value=each, aria_pressed="true" if each == chosen else "false")[
                messages(f"tabs.{each}"), small[counts[each]] if counts.get(each) else None
            ]
            for each in TABS
        )
    ]


def tree(messages: Messages, folders: Sequence[tuple[str, list[Entry]]]) -> Node:
    """The files, those of a folder together, each with what it is for and how it stands; what can be begun above."""
    return htpy.fragment[
        button("#begin", type="button", data_act="tab", data_value="begin")[messages("begin.open")],
        ul[
            (
                li(".folder")[span[folder], ul[map(_entry, group)]] if folder else [*map(_entry, group)]
                for folder, group in folders
            )
        ],
    ]


def _entry(entry: Entry) -> Element:
    return li[
        button(type="button", data_file=entry.file, title=entry.about, aria_current="true" if entry.chosen else None)[
            span(".name")[entry.name],
            i(".mark.changed", role="img", aria_label=entry.changed) if entry.changed else None,
            small(".mark.wrong")[span(aria_hidden="true")[entry.wrong], span(".visually-hidden")[entry.wrong_label]]
            if entry.wrong
            else None,
            small(".mark.open")[span(aria_hidden="true")[entry.open], span(".visually-hidden")[entry.open_label]]
            if entry.open
            else None,
        ]
    ]


def problems(messages: Messages, listed: Sequence[Listed]) -> Node:
    """What is wrong: each problem with its place, what it is, and the remedy."""
    if not listed:
        return p(".calm.good")[messages("problems.none")]
    return htpy.fragment[
        h2(".visually-hidden")[messages("tabs.problems")], ol(".problems")[(_problem(each) for each in listed)]
    ]


def _problem(problem: Listed) -> Element:
    return li[
        button(type="button", data_go=problem.go)[problem.place],
        p[(code[part] if index % 2 else part for index, part in enumerate(problem.text))],
        button(".remedy", type="button", data_use=problem.use)[problem.remedy] if problem.remedy else None,
    ]
