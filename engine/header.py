"""The page's head, and what it has to say about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    a,
    button,
    div,
    h1,
    h2,
    header,
    li,
    nav,
    p,
    span,
    textarea,
    ul,
)
from htpy import progress as progress_bar

from engine import path
from engine.events import asks
from engine.html import link_to
from engine.page_events import Dismiss
from engine.path import stops
from engine.sequence.narrate import who

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.messages import Messages
    from engine.path import PathStop
    from engine.state import Notice


def page_header(lesson: Lesson, view: str, done: frozenset[str]) -> Element:
    """Title, what the lesson is for, and its views as a path."""
    shown = stops(lesson, view, done)
    return header(".page-header")[
        div(".title")[
            h1[lesson.about.title],
            p(".goal")[
                lesson.about.goal,
                [" ", a(".hunch", href=path.hunch())[lesson.messages("path.hunch")]]
                if path.has_hunch(lesson)
                else None,
            ],
        ],
        nav(aria_label=lesson.messages("views.group"), class_={"long": path.is_long(shown)})[map(_stop, shown)],
    ]


def _stop(shown: PathStop) -> Element:
    return a(
        class_={"stop": True, "done": shown.is_done},
        href=link_to(view=shown.view),
        data_view=shown.view,
        aria_current="page" if shown.is_current else None,
        aria_label=shown.label or None,
    )[[span(".number")[f"{shown.number}"], " "] if shown.number else None, span(".name")[shown.name]]


def onward(lesson: Lesson, view: str, is_done: bool) -> Node:
    """The way to the next view, once this one is done; Explore has it at the end of its walk."""
    found = path.onward(lesson, view) if is_done and view != "explore" else None
    if not found:
        return None
    # By its id the link of one view is not taken for that of the next, so that the focus does not stay on it.
    return p(".onward")[a(".button.primary", id=f"onward-{view}", href=found.address)[found.text]]


def progress(messages: Messages) -> Element:
    """Real progress while Python loads; early.js moves it."""
    return div(".progress", aria_hidden="true")[
        progress_bar(max="100", value="0", aria_label=messages("notices.loading"))
    ]


def trouble(messages: Messages) -> Element:
    """The calm sentences for when Python or scripts are not there; style.css shows the one that applies."""
    again = button(type="button", data_early="again")[messages("notices.try_again")]
    return div(".trouble")[
        div(".failed")[p[messages("notices.failed")], again],
        p(".no-script")[messages("notices.no_script")],
    ]


def waiting(lesson: Lesson, view: str, missing: bool) -> Element:
    """What stands for a view that only Python can work out, until it does; `missing` where it could not be fetched."""
    messages = lesson.messages
    return div(".waiting")[
        h2[messages(f"views.{view}")],
        p(".lead")[messages(f"waiting.{view}")],
        not missing and p[messages("waiting.python")],
    ]


def notices(lesson: Lesson, shown: tuple[Notice, ...]) -> Node:
    """What the page says about itself, until it is dismissed."""
    if not shown:
        return None
    return div(".notice")[
        div[
            (
                [
                    p[notice.text],
                    ul[(li[item] for item in notice.items)] if notice.items else None,
                    textarea(readonly=True, rows="6", aria_label=notice.text)[notice.by_hand]
                    if notice.by_hand
                    else None,
                ]
                for notice in shown
            )
        ],
        button(type="button", **asks(Dismiss()))[lesson.messages("notices.dismiss")],
    ]


def announcement(lesson: Lesson, mode: Mode, step: int, shown: tuple[Notice, ...]) -> Element:
    """What a screen reader says when something changed: the page's one live region."""
    messages = lesson.messages
    said = messages("explore.announced.mode", mode=mode.name, lead=mode.lead)
    if step:
        said = messages(
            "explore.announced.step",
            number=step,
            last=len(mode.steps),
            caption=mode.steps[step - 1].caption,
            states=who(lesson, mode, step),
        )
    notice = " ".join((shown[-1].text, *shown[-1].items)) if shown else ""
    return p(".unseen", role="status", aria_live="polite", aria_atomic="false")[span[notice], " ", span[said]]
