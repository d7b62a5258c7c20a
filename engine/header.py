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

from engine.events import asks
from engine.features import views
from engine.html import link_to
from engine.page_events import Dismiss
from engine.sequence.narrate import who

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.messages import Messages
    from engine.state import Notice


def page_header(lesson: Lesson, view: str) -> Element:
    """Title and views."""
    messages = lesson.messages
    return header(".page-header")[
        h1[lesson.about.title],
        nav(aria_label=messages("views.group"))[
            (
                a(
                    href=link_to(view=name),
                    data_view=name,
                    data_name=messages(f"views.{name}"),
                    aria_current="page" if name == view else None,
                )[messages(f"views.{name}")]
                for name in views(lesson.features)
            )
        ],
    ]


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
