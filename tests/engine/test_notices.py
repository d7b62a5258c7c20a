"""What the page says about itself, how long that stands, and what it does not do to the page."""

from dataclasses import replace

import pytest

from engine.address import opened
from engine.content.lesson import Lesson
from engine.content.load import Content
from engine.features.explore.state import ChooseStep
from engine.first_screen import start
from engine.page_events import ContentEdited, ContentRefused, Copied, Dismiss, Navigate, NotSaved
from engine.state import Notice, State
from tests.support.acting import after

EACH_KIND = (Navigate("#mode=fax&weather=fine"), Copied("text"), ContentRefused(("a:1:1: wrong",)))
"""Events that together make a notice of every kind."""


@pytest.fixture
def first(lesson: Lesson) -> State:
    """The state of the static page, as an author sees it."""
    return replace(start(lesson), author=True)


def kinds(state: State) -> list[str]:
    return [notice.kind for notice in state.notices]


def test_at_first_there_is_nothing_to_say(first: State) -> None:
    assert first.notices == ()


def test_what_was_copied_is_said(first: State) -> None:
    assert after(first, Copied()).notices == (Notice("copy", first.lesson.messages("notices.copied")),)


def test_what_could_not_be_copied_is_shown_for_the_learner_to_copy(first: State) -> None:
    assert after(first, Copied("text")).notices == (
        Notice("copy", first.lesson.messages("notices.copy_by_hand"), by_hand="text"),
    )


def test_a_picture_that_was_not_saved_or_perhaps_not_is_no_silence(first: State) -> None:
    messages = first.lesson.messages
    unsure, unsaved = messages("notices.unsure_saved"), messages("notices.unsaved")
    assert after(first, NotSaved(certain=False)).notices == (Notice("picture", unsure),)
    assert after(first, NotSaved(certain=False), NotSaved(certain=True)).notices == (Notice("picture", unsaved),)


def test_broken_content_is_told_to_an_author_in_full(lesson: Lesson) -> None:
    state = after(opened(lesson, "?author=1", ""), ContentRefused(("a:1:1: wrong", "b:2:2: wrong")))
    said = lesson.messages("notices.author_errors")
    assert state.notices == (Notice("content", said, ("a:1:1: wrong", "b:2:2: wrong")),)


def test_broken_content_leaves_a_learner_the_last_good_page_and_a_calm_sentence(lesson: Lesson) -> None:
    state = after(opened(lesson, "", ""), ContentRefused(("a:1:1: wrong",)))
    assert state.notices == (Notice("content", lesson.messages("notices.old_content")),)
    assert state.lesson is lesson


def test_notices_of_different_kinds_stand_together(first: State) -> None:
    assert kinds(after(first, *EACH_KIND)) == ["unknown_value", "unknown_name", "copy", "content"]


def test_a_new_notice_takes_the_place_of_the_last_of_its_kind(lesson: Lesson) -> None:
    state = after(
        opened(lesson, "?author=1", ""),
        Copied("text"),
        ContentRefused(("a:1:1: wrong",)),
        ContentRefused(("b:2:2: wrong",)),
        Copied(),
    )
    assert {notice.kind: (notice.items, notice.by_hand) for notice in state.notices} == {
        "content": (("b:2:2: wrong",), ""),
        "copy": ((), ""),
    }
    assert len(state.notices) == 2


@pytest.mark.parametrize("fragment", ["", "#mode=banquet", "#view=about"])
def test_the_next_address_ends_what_was_said_about_the_last_and_nothing_else(fragment: str, first: State) -> None:
    assert kinds(after(first, *EACH_KIND, Navigate(fragment))) == ["copy", "content"]


def test_new_content_ends_the_notice_about_the_old_and_no_other(first: State, content: Content) -> None:
    assert kinds(after(first, *EACH_KIND, ContentEdited(content))) == ["unknown_value", "unknown_name", "copy"]


def test_a_step_leaves_the_notices_as_they_are(first: State) -> None:
    assert len(kinds(after(first, *EACH_KIND, ChooseStep(1)))) == 4


def test_dismissing_ends_every_notice_and_changes_nothing_else(first: State) -> None:
    told = after(first, *EACH_KIND)
    assert len(kinds(told)) == 4
    assert after(told, Dismiss()) == replace(told, notices=())
