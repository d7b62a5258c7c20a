"""The place for measured seconds as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, fieldset, label, legend, li, p, textarea, ul
from htpy import input as entry

from engine.events import asks, name_of
from engine.features.workload.measuring import ChooseMeaning, ReadSeconds, RemoveMeasured, UseMeasured

if TYPE_CHECKING:
    from engine.features.workload.measuring import MeasuringView

NAME = "workload-measured"


def measuring(shown: MeasuringView) -> Element:
    """A field to paste into and a file to choose, or what was found; a file may be dropped on all of it."""
    messages = shown.messages
    return fieldset(".group.measured", data_drop=name_of(ReadSeconds))[
        legend[messages("workload.measured.heading")],
        div(".fields")[
            div(role="status", tabindex="-1", data_focus=shown.focus if shown.told else None)[_found(shown)],
            None if shown.told else _entry(shown),
            p(".note")[messages("workload.measured.private")],
        ],
    ]


def _entry(shown: MeasuringView) -> Node:
    messages = shown.messages
    return [
        label(for_=NAME)[messages("workload.measured.label")],
        textarea(
            id=NAME,
            rows=2,
            autocomplete="off",
            autocapitalize="off",
            spellcheck="false",
            aria_describedby=f"{NAME}-hint",
            **asks(ReadSeconds),
            data_focus=shown.focus,
        ),
        p(".note", id=f"{NAME}-hint")[messages("workload.measured.hint")],
        label(for_=f"{NAME}-file")[messages("workload.measured.file")],
        entry(id=f"{NAME}-file", type="file", accept=".csv,.tsv,.txt,.jsonl,.ndjson,.json", **asks(ReadSeconds)),
    ]


def _found(shown: MeasuringView) -> Node:
    if not shown.told:
        return None
    return [
        (p(class_="note error" if shown.wrong else "told")[each] for each in shown.told),
        ul(".unread")[(li[each] for each in shown.lines)] if shown.lines else None,
        div(".meanings")[
            (button(type="button", **asks(ChooseMeaning(place)))[each] for place, each in enumerate(shown.asked)),
            button(type="button", **asks(UseMeasured()))[shown.use] if shown.use else None,
            button(type="button", **asks(RemoveMeasured()))[shown.remove],
        ],
    ]
