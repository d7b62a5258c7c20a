"""The changed files, how they can be taken out, and what to do about newer ones on the host."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import htpy
from htpy import Element, Node, button, code, div, h2, p, pre, section, span, summary

from engine.messages import Messages

if TYPE_CHECKING:
    from engine.authoring.changes import Change


def changes(messages: Messages, found: Sequence[Change], newer: Sequence[Change], ways: Sequence[str]) -> Node:
    """The changes. The host has gone on from those that are `newer`; `ways` are how to take them out here."""
    if not found:
        return p(".calm")[messages("changes.none")]
    others = [each for each in found if each.file not in {every.file for every in newer}]
    return htpy.fragment[
        h2(".visually-hidden")[messages("tabs.changes")],
        div(".ways")[(button(type="button", data_act=way)[messages(f"out.{way}")] for way in ways)],
        [_newer(messages, each) for each in newer],
        [_change(messages, each) for each in others],
    ]


def _button(messages: Messages, act: str, file: str, label: str = "") -> Element:
    return button(type="button", data_act=act, data_value=file)[messages(f"changes.ways.{label or act}")]


def _newer(messages: Messages, change: Change) -> Element:
    return section(".newer", aria_label=change.file)[
        p[messages("changes.newer", file=change.file)],
        _diff(change.lines),
        div(".ways")[_button(messages, "mine", change.file), _button(messages, "theirs", change.file)],
    ]


def _change(messages: Messages, change: Change) -> Element:
    added, taken = (sum(line.startswith(sign) for line in change.lines) for sign in "+-")
    return htpy.details(".change")[
        summary[code[change.file], " ", span(".count")[messages("changes.lines", added=added, taken=taken)]],
        _diff(change.lines),
        div(".ways")[
            _button(messages, "one", change.file) if change.after is not None else None,
            _button(messages, "revert", change.file, "revert" if change.before is not None else "remove"),
        ],
    ]


def _diff(lines: Sequence[str]) -> Element:
    kinds = {"+": "added", "-": "taken", "@": "place"}
    return pre(".diff", tabindex="0")[(span(class_=kinds.get(line[:1], "same"))[f"{line}\n"] for line in lines)]
