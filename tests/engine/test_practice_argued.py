"""A case without a single right answer: argue it, see it in Race, compare the reasons, and go on."""

from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice import storage
from engine.features.practice.path import FIRST, path_done
from engine.features.practice.repeats import with_repeat
from engine.features.practice.room import ROOM
from engine.features.practice.state import Practice, current
from engine.first_screen import start
from engine.page import regions, render
from engine.page_events import Navigate
from engine.state import State, with_features
from tests.support.acting import after, arrived
from tests.support.markup import Tag, find, tags
from tests.support.practising import Exercise, arguing, small


@pytest.fixture
def at(lesson: Lesson, lazy: LazyContent) -> Exercise:
    return arguing(lesson, lazy)


def with_class(found: list[Tag], name: str) -> list[Tag]:
    """The tags that have a class, perhaps among others."""
    return [tag for tag in found if name in tag.attributes.get("class", "").split()]


def grey(at: Exercise, mode: int = 1, *facts: str) -> Practice:
    """After an argument."""
    return at.answered(at.act(Practice(), "go=grey"), mode, *(facts or ("timeout",)))


def primary(found: list[Tag]) -> list[str]:
    """What the filled buttons say."""
    return [tag.text for tag in found if "primary" in tag.attributes.get("class", "").split()]


def test_it_says_that_there_is_no_single_right_answer_and_asks_the_questions(at: Exercise) -> None:
    own = at.act(Practice(), "go=grey")
    found = at.seen(own)
    assert next(find(found, "h2")).text == at.says("practice.argue.title")
    assert [tag.text.strip() for tag in with_class(found, "question")] == [
        "Who waits?",
        "Which timer is first?",
        "How long is long?",
    ]
    assert "The grey one" in at.html(own)
    assert at.says("practice.argue.here") in at.html(own)


def test_one_that_comes_back_is_called_a_second_look(at: Exercise) -> None:
    html = at.html(with_repeat(at.act(Practice(), "go=grey", "show"), "grey"))
    assert at.says("practice.here.repeat") in html
    assert at.says("practice.argue.here") not in html


def test_after_the_argument_the_race_is_next_and_nothing_is_compared_yet(at: Exercise) -> None:
    found = at.seen(grey(at))
    assert primary(found) == [at.says("practice.argue.to_race")]
    link = next(tag for tag in find(found, "a") if tag.text == at.says("practice.argue.to_race"))
    assert link.attributes["href"] == "#view=race&scenario=grey"
    assert not with_class(found, "reasons")
    assert not with_class(found, "flips")
    assert at.says("practice.argue.defended") in at.html(grey(at))
    assert "points" not in at.html(grey(at))


def test_whoever_comes_back_finds_the_comparison_next_and_loses_nothing(lesson: Lesson, lazy: LazyContent) -> None:
    at = arguing(lesson, lazy)
    state = arrived(replace(start(lesson), view="practice"), at.content)
    state = with_features(state, practice=grey(at))
    state = after(state, Navigate("#view=race&scenario=grey"), Navigate("#view=practice"))
    own = state.features["practice"]
    assert (own.attempt.mode, own.attempt.marks, own.attempt.left) == (at.modes[1], ("timeout",), True)
    assert primary(at.seen(own)) == [at.says("practice.argue.to_compare")]
    back = after(state, Navigate("#view=race&scenario=grey"), Navigate("#view=practice&scenario=grey"))
    assert back.features["practice"] == own, "Back finds it as well"


def test_each_question_says_for_whom_it_speaks_and_which_are_ones_own_and_tip_it(at: Exercise) -> None:
    found = at.seen(at.act(grey(at), "compare"))
    rows = [tag for tag in find(found, "li") if at.says("practice.argue.speaks_for") in tag.text]
    assert ["Who waits?" in row.text for row in rows] == [True, False, False]
    assert [at.says("practice.argue.own") in row.text for row in rows] == [False, True, False]
    assert [at.says("practice.argue.tips") in row.text for row in rows] == [False, True, False]
    names = [mode.name for mode in at.lesson.modes.values()]
    assert [[name for name in names if name in row.text] for row in rows] == [names[:2], names[:1], names[2:3]]
    said = at.says("practice.argue.count.argued", count=1, all=3, mode=names[1])
    assert said in at.html(at.act(grey(at), "compare"))


def test_a_mode_that_nothing_speaks_for_is_told_so_and_one_that_is_shown_is_named(at: Exercise) -> None:
    names = [mode.name for mode in at.lesson.modes.values()]
    shown = at.html(at.act(Practice(), "go=grey", "show"))
    assert at.says("practice.argue.count.shown", count=2, all=3, mode=names[0]) in shown
    questions = {
        name: replace(each, speaks_for=(at.modes[0],))
        for name, each in (at.content.scenarios["grey"].questions or {}).items()
    }
    scenarios = {**at.content.scenarios, "grey": replace(at.content.scenarios["grey"], questions=questions)}
    other = Exercise(at.lesson, replace(at.content, scenarios=scenarios))
    assert at.says("practice.argue.none", all=3, mode=names[1]) in other.html(other.act(grey(other), "compare"))


def test_a_mode_that_cannot_be_defended_is_tried_again(at: Exercise) -> None:
    found = at.seen(grey(at, len(at.modes) - 1))
    assert primary(found) == [at.says("practice.again")]
    assert not with_class(found, "argued")


def test_what_was_argued_on_an_earlier_visit_opens_at_the_comparison(at: Exercise) -> None:
    kept = storage.stored(grey(at), at.material)
    own = at.act(storage.restored(kept, at.material), "go=grey")
    assert own.attempt.marks == ("timeout",)
    assert with_class(at.seen(own), "reasons")


def settled(at: Exercise, count: int) -> Practice:
    """After so many of the first scenarios."""
    own = Practice()
    for number in range(1, count + 1):
        own = at.answered(at.act(own, f"go=plain-{number}"), 0, "deadline")
    return own


def test_after_the_first_five_the_button_leads_there_by_name(lesson: Lesson, lazy: LazyContent) -> None:
    at = arguing(lesson, lazy, before=FIRST)
    assert primary(at.seen(settled(at, FIRST - 1))) == [at.says("practice.next")]
    own = settled(at, FIRST)
    assert primary(at.seen(own)) == [at.says("practice.argue.next")]
    assert current(at.act(own, "next"), at.material) == "grey"


def test_it_is_part_of_the_path_and_then_your_own_is_next(lesson: Lesson, lazy: LazyContent) -> None:
    at = arguing(lesson, lazy, before=FIRST)
    own = settled(at, FIRST)
    assert not path_done(own, at.material)
    own = at.answered(at.act(own, "next"), 0, "timeout")
    assert path_done(own, at.material)
    assert ROOM.done(own, page(at, own))
    assert primary(at.seen(at.act(own, "compare"))) == ["Next: 5 Your own"]


def page(at: Exercise, own: Practice) -> State:
    """The page with Practice like this."""
    state = arrived(replace(start(at.lesson), view="practice"), at.content)
    return with_features(state, practice=own)


def test_as_many_others_do_not_stand_in_for_it_but_six_do_where_there_is_none(
    lesson: Lesson, lazy: LazyContent
) -> None:
    at = arguing(lesson, lazy, before=FIRST)
    own = at.answered(at.act(settled(at, FIRST), "go=after"), 0, "deadline")
    assert not path_done(own, at.material)
    plain = Exercise(lesson, small(lesson, lazy))
    assert not path_done(Practice(), plain.material)
    assert path_done(plain.act(Practice(), "show", "next", "show", "next", "show"), plain.material)


def test_an_argued_case_renders_within_the_page(at: Exercise) -> None:
    html = render(regions(page(at, at.act(grey(at), "compare")))["practice"])
    assert next(find(tags(html), "h3")).text == at.says("practice.argue.compare")
