"""The places that still need words, each a click away; and what can be begun, called otherwise and deleted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import htpy
from htpy import Element, Node, button, form, h2, h3, label, li, ol, option, p, section, select, span

from engine.authoring.beginning import KINDS
from engine.messages import Messages

if TYPE_CHECKING:
    from engine.content.problems import Problem


def places(messages: Messages, found: Sequence[Problem]) -> Node:
    """The places that still need words, by file, each with what is meant there."""
    if not found:
        return p(".calm.good")[messages("places.none")]
    return htpy.fragment[
        h2(".visually-hidden")[messages("tabs.places")],
        p(".calm")[messages("places.all", count=len(found))],
        (
            section(".places")[
                h3[messages("places.file", file=file, places=messages("places.count", count=len(of_file)))],
                ol[map(_place, of_file)],
            ]
            for file, of_file in ((file, list(group)) for file, group in groupby(found, lambda each: each.file))
        ),
    ]


def waiting(messages: Messages, found: Sequence[Problem]) -> Node:
    """That the review waits until the places have words."""
    return p(".calm")[messages("places.before", count=len(found))] if found else htpy.fragment[None]


def _place(place: Problem) -> Element:
    where = place.path.removeprefix(place.file.removesuffix(".yaml").replace("/", ".")).lstrip(".")
    return li[
        button(type="button", data_go=f"{place.file}:{place.line}:{place.column}")[
            span(".where")[where or place.line], " ", span(".meant")[place.remedy]
        ]
    ]


def begin(
    messages: Messages, modes: Sequence[str], file: str, scenarios: Sequence[str], referring: Sequence[str], spare: bool
) -> Node:
    """What can be begun; and for the open file, where it may have another name, that name and its deletion; without
    one that is not `spare`, there is no lesson."""
    return htpy.fragment[
        h2(".visually-hidden")[messages("begin.title")],
        form(".begin", data_act="begin", autocomplete="off")[
            h3[messages("begin.new")],
            label[
                messages("begin.kind"),
                select(name="kind")[(option(value=each)[messages(f"begin.kinds.{each}")] for each in KINDS)],
            ],
            label[messages("begin.name"), htpy.input(name="name", required=True, maxlength=60)],
            label(".of-mode")[
                messages("begin.mode"), select(name="mode")[(option(value=each)[each] for each in modes)]
            ],
            button(type="submit")[messages("begin.insert")],
        ],
        form(".begin", data_act="rename", autocomplete="off")[
            h3[messages("begin.rename")],
            label[
                messages("begin.what"),
                select(name="what")[
                    option(value=file)[file] if "/" in file else None,
                    (option(value=each)[each] for each in scenarios),
                ],
            ],
            label[messages("begin.another"), htpy.input(name="name", required=True, maxlength=60)],
            button(type="submit")[messages("begin.apply")],
            p(".calm")[messages("begin.kept_names")],
        ]
        if "/" in file or scenarios
        else None,
        spare
        and form(".begin", data_act="delete")[
            h3[messages("begin.delete")],
            p(".calm")[messages("begin.referring", files=", ".join(referring))] if referring else None,
            htpy.input(type="hidden", name="what", value=file),
            button(type="submit")[messages("begin.remove", file=file)],
        ],
    ]
