"""Each control of Explore, Compare, About and what stands beside them has its event, and each event its control."""

import ast
from pathlib import Path

import pytest

from engine import page_events
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.events import kinds_by_name, read
from engine.features.about.room import ROOM as ABOUT
from engine.features.code.room import ROOM as CODE
from engine.features.compare.room import ROOM as COMPARE
from engine.features.explore import state as explore
from engine.features.explore.room import ROOM as EXPLORE
from engine.features.failures import state as failures
from engine.features.failures.room import ROOM as FAILURES
from engine.first_screen import start
from engine.page import contents
from engine.page_events import Dismiss, DrawingMade, Navigate
from engine.state import Notice, State, with_notice
from tests.support.acting import after, arrived
from tests.support.markup import Tag, tags

ROOMS = {"explore": EXPLORE, "failures": FAILURES, "code": CODE, "compare": COMPARE, "about": ABOUT}
KINDS = kinds_by_name([kind for room in ROOMS.values() for kind in room.events] + [*page_events.EVENTS])
LISTENERS = {explore.Point, failures.Point}
"""Events that the browser asks for when the pointer is over a step."""
VIEWS = [file for name in ROOMS for file in sorted(Path("engine/features", name).glob("*view.py"))]


def pages(lesson: Lesson, lazy: LazyContent) -> list[State]:
    """States in which all that these rooms can show is shown."""
    first = start(lesson)
    there = arrived(first, lazy)
    mode, chosen = next((mode, next(iter(each))) for mode, each in lazy.failures.items() if each)
    failed = after(there, Navigate(f"#view=explore&mode={mode}&failure={chosen}&step=2"))
    drawn = [DrawingMade((f"{mode}/{chosen}", failed.annotations), svg) for svg in ("<svg></svg>", "")]
    return [
        first,
        with_notice(there, Notice("copy", "Copied.")),
        after(there, explore.ChooseStep(2)),
        after(there, explore.TogglePlay()),
        failed,
        *(after(failed, each) for each in drawn),
        *(after(there, Navigate(f"#view={view}")) for view in ("compare", "about")),
    ]


@pytest.fixture(scope="module")
def controls(lesson: Lesson, lazy: LazyContent) -> list[Tag]:
    """Every control in all of these pages, but those of other rooms."""
    shown = [tag for state in pages(lesson, lazy) for tag in tags(f"<div>{''.join(map(str, contents(state)))}</div>")]
    asking = [tag for tag in shown if "data-event" in tag.attributes]
    return [tag for tag in asking if tag.attributes["data-event"].partition(".")[0] in (*ROOMS, "page")]


def test_each_control_asks_for_an_event_that_a_room_or_the_page_understands(controls: list[Tag]) -> None:
    for tag in controls:
        name, given = tag.attributes["data-event"], tag.attributes.get("data-value")
        assert read(KINDS, name, given, tag.attributes.get("value") or "") is not None, tag.attributes


def test_each_event_has_a_control_or_a_listener(controls: list[Tag]) -> None:
    asked = {KINDS[tag.attributes["data-event"]] for tag in controls}
    assert set(KINDS.values()) - asked == LISTENERS


def test_a_dismissed_notice_is_gone(lesson: Lesson) -> None:
    assert after(with_notice(start(lesson), Notice("copy", "Copied.")), Dismiss()).notices == ()


@pytest.mark.parametrize("file", VIEWS, ids=str)
def test_a_view_computes_nothing(file: Path) -> None:
    """It takes what its presenter made: it knows neither model nor sequence, and formats no number."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {node.module or "" for node in ast.iter_child_nodes(tree) if isinstance(node, ast.ImportFrom)}
    computing = ("simulator", "engine.content", "engine.sections", "engine.sequence.narrate", "engine.sequence.diagram")
    assert not [name for name in imported if name.startswith(computing)]
