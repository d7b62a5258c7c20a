"""Each control of Practice asks for an event that the room knows, and each event has a control; the views only lay out."""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.events import kinds_by_name, read
from engine.features.practice import events
from engine.features.practice.presenter import present
from engine.features.practice.room import ROOM
from engine.features.practice.state import Practice
from engine.features.practice.subject import Answers
from simulator.sweep import sweep
from tests.support.markup import Tag
from tests.support.practising import Exercise, arguing, authored, small

FOLDER = Path("engine/features/practice")
VIEWS = sorted([*FOLDER.glob("*view.py"), FOLDER / "signs.py"])
KINDS = kinds_by_name(ROOM.events)


pytestmark = pytest.mark.xdist_group("practice controls")  # what the tests share is made once


@pytest.fixture(scope="module")
def at(lesson: Lesson, lazy: LazyContent) -> Exercise:
    return Exercise(lesson, small(lesson, lazy))


def pages(at: Exercise) -> Iterator[Practice]:
    """A state of each kind."""
    asked, settled = Practice(), at.answered(Practice(), 0, "deadline")
    yield from (asked, at.act(asked, "answer"), at.act(asked, "hint", "hint"), at.answered(asked, 2, "deadline"))
    yield from (settled, at.act(settled, "flip=timeout"), at.act(settled, "next"), at.act(asked, "show"))
    for state in (asked, settled, at.act(asked, "shuffle"), Practice(own=settled)):
        yield at.act(state, "result")
    yield at.act(settled, "result", "leave")
    yield Practice(settled.records, own=asked)
    series = at.act(settled, "seed=71")
    yield from (series, at.act(series, "show"), at.hurried(series, "show", "result"), at.act(series, "go=second"))
    yield at.hurried(series, *["show", "next"] * 10)
    missed = at.act(asked, "show")
    yield from (at.act(missed, "result"), at.act(missed, "look-again=first"))


@pytest.fixture(scope="module")
def every(at: Exercise) -> list[Practice]:
    """All these states."""
    return [*pages(at)]


@pytest.fixture(scope="module")
def shown(at: Exercise, every: list[Practice]) -> list[Tag]:
    """The tags of all their pages, and of one in a lesson without a model."""
    swept = {case: answers(at, case) for case in {at.case(own) for own in every}}
    found = [tag for own in every for tag in at.seen(own, swept[at.case(own)])]
    predicting = replace(at.content, scenarios={"first": replace(at.first, predict="cost")})
    found += Exercise(at.lesson, predicting).seen(Practice())
    twice = replace(at.lesson, about=replace(at.lesson.about, hunch=("first", "second")))
    both = Exercise(twice, at.content)
    found += both.seen(replace(Practice(), page="hunch"))
    guesses = [f"guess={name}:{at.modes[0]}" for name in ("first", "second")]
    found += both.seen(both.act(replace(Practice(), page="again"), *guesses))
    grey = arguing(at.lesson, at.content)
    found += grey.seen(grey.answered(grey.act(Practice(), "go=grey"), 1, "timeout"))
    without_model = authored(at.lesson, at.content)
    return [*found, *without_model.seen(without_model.answered(Practice(), 0, "twice"))]


def answers(at: Exercise, case: Any) -> Answers:
    """What queries found: nothing that flips a new case, and a sweep of a scenario."""
    model = at.content.model
    assert model
    return {case: (), (case, "deadline"): (sweep(at.lesson.modes, model, case, "deadline"),)}


def test_each_control_asks_for_an_event_of_the_room(shown: list[Tag]) -> None:
    for tag in shown:
        if name := tag.attributes.get("data-event"):
            own = tag.attributes.get("value") or ""
            assert read(KINDS, name, tag.attributes.get("data-value"), own) is not None, tag.attributes


def test_each_event_of_the_room_has_a_control(shown: list[Tag]) -> None:
    asked = {KINDS[name] for tag in shown if (name := tag.attributes.get("data-event"))}
    assert set(ROOM.events) - asked == {events.StartSeries}, "a seed is drawn by the browser, not by a control"


def test_what_a_view_gets_is_worded_already(at: Exercise, every: list[Practice]) -> None:
    """No function, and no value that is still to be computed, is among what the presenter makes."""

    def values(value: Any) -> Iterator[Any]:
        yield value
        if isinstance(value, tuple):
            for each in value:
                yield from values(each)
        elif is_dataclass(value) and type(value).__module__.startswith("engine.features.practice"):
            for field in fields(value):
                yield from values(getattr(value, field.name))

    for own in every:
        page = present(at.lesson, at.content, own, {})
        assert page == present(at.lesson, at.content, own, {})
        assert not [value for value in values(page) if callable(value)]


@pytest.mark.parametrize("file", VIEWS, ids=lambda file: file.stem)
def test_a_view_calls_no_model_asks_for_no_message_and_knows_no_state(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    forbidden = (
        "simulator",
        "engine.features.practice.subject",
        "engine.messages",
        "engine.content",
        "engine.features.practice.state",
    )
    at_runtime = {node.module or "" for node in ast.iter_child_nodes(tree) if isinstance(node, ast.ImportFrom)}
    assert not [name for name in at_runtime if name.startswith(forbidden)]
    assert not [name for name in imported if (name or "").startswith(forbidden[:1])]
