"""The page around the lesson: what it is told, and what it gives back. What to say, `engine.report` knows.

Nothing else posts to it once Python is there, and all that it says is data that may be anything.
"""

import random
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from pyscript import document, window
from pyscript.ffi import create_proxy, to_js

from engine import report
from engine.page_events import (
    ContentEdited,
    ContentRefused,
    DrawingMade,
    Found,
    LazyArrived,
    ProgressRestored,
    Unedited,
)
from engine.report import splice
from engine.state import State

NOT_DONE = LazyArrived | ProgressRestored | ContentEdited | Unedited | ContentRefused | DrawingMade | Found
"""Events that no learner caused."""

EMBEDDED = window.parent != window
session = report.Session()
asked = ""
"""The identifier of the question for a state, while no answer has come."""
acted = False
"""Whether the learner has changed the score or the state."""


def follow(before: State, after: State, event: Any) -> None:
    """Tell what a learner has just done. Whatever goes wrong here, the lesson goes on."""
    global session
    if not EMBEDDED:
        return
    try:
        if isinstance(event, NOT_DONE):
            session = report.following(after, session, now())
        else:
            found, session = report.reports(before, after, session, now())
            tell(found, after)
    except Exception:  # noqa: BLE001
        window.console.error(traceback.format_exc())


def attach(state: Callable[[], State], dispatch: Callable[[Any], None]) -> None:
    """Listen to the page around the lesson, and to whether anybody sees this one."""
    if EMBEDDED:
        window.addEventListener("message", create_proxy(lambda event: hear(event, state, dispatch)))
        document.addEventListener("visibilitychange", create_proxy(lambda _event: look(state())))


def ask() -> None:
    """Ask for what was kept of Practice, now that there is something to do with it."""
    global asked
    question = splice.question(identifiers)
    asked = str(question["message_id"])
    post(question)


def hear(event: Any, state: Callable[[], State], dispatch: Callable[[Any], None]) -> None:
    """Take what was kept, once, and only from the page that was asked."""
    global asked
    said = event.data
    if not asked or event.source != window.parent or getattr(said, "subject", None) != splice.STATE:
        return
    if getattr(said, "message_id", None) not in (None, asked):
        return
    asked = ""
    kept = ""
    with suppress(Exception):
        kept = splice.practice_in(str(window.JSON.stringify(said.state)))
    if kept:
        dispatch(ProgressRestored(kept))
        if acted:  # it was told of less than there is
            post(splice.score_and_state(state(), session.uncredited, identifiers))


def look(state: State) -> None:
    """The page came into sight, or went out of it."""
    global session
    if document.hidden:
        found, session = report.hidden(state, session, now())
        tell(found, state)
    else:
        session = report.seen(state, session, now())


def tell(found: list[report.Report], state: State) -> None:
    """Post the messages that reports make."""
    global acted
    for each in found:
        acted = acted or each["event"] in splice.SCORED
        for message in report.posted(each, state, session, str(window.Date.new().toISOString()), identifiers):
            post(message)


def post(message: dict[str, object]) -> None:
    """Send a message to the page around the lesson, whoever that is: nothing in it says who the learner is."""
    with suppress(Exception):  # that page may be gone
        if EMBEDDED:
            window.parent.postMessage(to_js(message), "*")


def now() -> float:
    """Seconds of the browser's clock."""
    return float(window.performance.now()) / 1000


def unique() -> Iterator[str]:
    """Identifiers as RFC 9562 writes random ones."""
    while True:
        digits = f"{random.getrandbits(128):032x}"
        variant = "89ab"[int(digits[16], 16) % 4]
        yield f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"


identifiers = unique()
