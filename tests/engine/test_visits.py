"""What the device keeps of the path: ticks come back, and one button clears them with the answers."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from engine.address import opened
from engine.app import update
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.effects import Store
from engine.features.practice.events import AskToRestart, Restart, ShowAnswer
from engine.first_screen import start
from engine.page import regions
from engine.page_events import ChooseMode, Navigate
from engine.state import State
from engine.visits import done, keep_visits, restored
from tests.support.acting import after, arrive


def kept_after(state: State, *events: Any, kept: str = "") -> str:
    """What the device keeps after some events."""
    for event in events:
        state, effects = update(state, event)
        for effect in effects:
            if isinstance(effect, Store):
                kept = effect.merge(effect.text, kept)
    return kept


def seen(text: str) -> set[str]:
    """What was looked at, as it is kept."""
    return {*dict(parse_qsl(text)).get("seen", "").split()}


def test_what_is_done_comes_back_on_the_next_visit(lesson: Lesson) -> None:
    state = start(lesson)
    kept = kept_after(state, *map(ChooseMode, lesson.about.modes[1:]), Navigate("#view=compare"))
    again = restored(start(lesson), kept)
    assert done(again) == {"explore", "compare"}
    assert regions(again)["header"] != regions(start(lesson))["header"]


@pytest.mark.parametrize("text", ["", "answers=&order=0&scenario=", "seen=", "seen=no+mode%2Fnone", "%%%", "seen=%ff"])
def test_what_was_kept_before_or_means_nothing_ticks_nothing(text: str, lesson: Lesson) -> None:
    state = start(lesson)
    assert restored(state, text) is state


def test_what_is_seen_is_kept_once_for_each_change(lesson: Lesson) -> None:
    state, effects = update(start(lesson), Navigate("#view=compare"))
    assert [type(each) for each in effects] == [Store]
    assert update(state, Navigate("#view=compare"))[1] == ()


def test_answers_stay_where_only_a_view_was_seen_and_the_other_way_round(lesson: Lesson, lazy: LazyContent) -> None:
    state = after(opened(lesson, "", "#view=compare"), Navigate("#view=practice"), arrive(lazy))
    kept = kept_after(state, ShowAnswer(), kept="answers=zzzsi&seen=mode%2Fbuffet")
    assert "zzzsi" in kept
    assert dict(parse_qsl(kept))["answers"].count(".") == 1
    assert seen(kept) == {"mode/buffet"}
    kept = kept_after(state, Navigate("#view=about"), kept=kept)
    assert seen(kept) == {"mode/buffet", "compare", "about"}
    assert "zzzsi" in kept


def test_another_tabs_visits_are_joined(lesson: Lesson) -> None:
    effect = keep_visits(replace(start(lesson), visited=frozenset({"compare"})))
    assert seen(effect.merge(effect.text, "seen=race")) == {"compare", "race"}


def test_the_button_that_deletes_the_answers_deletes_the_ticks(lesson: Lesson, lazy: LazyContent) -> None:
    state = after(opened(lesson, "", "#view=compare"), Navigate("#view=practice"), arrive(lazy), ShowAnswer())
    kept = kept_after(state, AskToRestart(), Restart(), kept="answers=zzzsi&seen=race+compare")
    assert seen(kept) == set()
    assert done(after(state, Restart())) == frozenset()


def test_answers_that_came_with_a_link_delete_nothing(lesson: Lesson, lazy: LazyContent) -> None:
    state = after(opened(lesson, "", "#view=compare"), Navigate("#view=practice"), arrive(lazy), ShowAnswer())
    shared = replace(state.features["practice"], own=state.features["practice"])
    state = replace(state, features={**state.features, "practice": shared})
    assert done(after(state, Restart())) == {"compare"}
