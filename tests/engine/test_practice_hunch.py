"""Two workloads on a hunch, before anything else and again at the end."""

from dataclasses import replace

import pytest

from engine.address import opened
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice import storage
from engine.features.practice.address import from_url, to_url
from engine.features.practice.state import Hunch, Practice
from engine.first_screen import start
from engine.page import regions, render
from engine.page_events import Navigate
from engine.path import has_hunch, onward
from engine.state import State
from tests.support.acting import after, arrived
from tests.support.markup import Tag, find, tags
from tests.support.practising import Exercise, small

FIRST, AGAIN = replace(Practice(), page="hunch"), replace(Practice(), page="again")


@pytest.fixture
def hunched(lesson: Lesson) -> Lesson:
    """A lesson with two workloads to decide on a hunch."""
    return replace(lesson, about=replace(lesson.about, hunch=("second", "third")))


@pytest.fixture
def at(hunched: Lesson, lazy: LazyContent) -> Exercise:
    return Exercise(hunched, small(hunched, lazy))


def guess(at: Exercise, own: Practice, *modes: int) -> Practice:
    """After a hunch for the first of them, and one for the second."""
    names = zip(("second", "third"), modes, strict=False)
    return at.act(own, *(f"guess={name}:{at.modes[mode]}" for name, mode in names))


def primary(found: list[Tag]) -> list[str]:
    return [tag.text for tag in found if "primary" in tag.attributes.get("class", "").split()]


def test_the_first_screen_has_one_quiet_link_to_them_where_the_lesson_has_them(hunched: Lesson, lesson: Lesson) -> None:
    assert not has_hunch(lesson)
    assert "hunch" not in render(regions(start(lesson))["header"])
    (link,) = find(tags(render(regions(start(hunched))["header"])), "a", class_="hunch")
    assert (link.text, link.attributes["href"]) == ("Guess two first", "#view=practice&hunch=1")
    assert not has_hunch(replace(hunched, features=("explore", "compare", "about")))


def test_both_are_asked_with_one_tap_each_and_nothing_is_said_of_them(at: Exercise) -> None:
    found = at.seen(FIRST)
    radios = list(find(found, "input", type="radio"))
    assert len(radios) == 2 * len(at.modes)
    assert [tag.text for tag in find(found, "h3")] == ["The second", "The third"]
    said = at.html(guess(at, FIRST, 0, 1))
    assert "best" not in said
    assert "Why" not in said


def test_they_can_be_skipped_and_once_both_are_decided_the_first_view_is_next(at: Exercise) -> None:
    link = next(tag for tag in find(at.seen(FIRST), "a") if tag.text == "Skip")
    assert (link.attributes["href"], primary(at.seen(FIRST))) == ("#view=explore", [])
    assert primary(at.seen(guess(at, FIRST, 0))) == []
    assert primary(at.seen(guess(at, FIRST, 0, 1))) == ["Next: 1 See"]


@pytest.mark.parametrize(
    ("first", "then", "key"),
    [
        (1, 1, "same_best"),
        (0, 0, "same_other"),
        (0, 1, "changed_best"),
        (1, 2, "changed_other"),
        (None, 1, "only_best"),
        (None, 2, "only_other"),
    ],
)
def test_at_the_end_one_sentence_says_what_changed(at: Exercise, first: int | None, then: int, key: str) -> None:
    own = guess(at, FIRST, first) if first is not None else FIRST
    own = replace(own, page="again")
    names = [mode.name for mode in at.lesson.modes.values()]
    if first is None:
        assert at.says("practice.hunch.unsaid") in at.html(own)
    else:
        assert at.says("practice.hunch.said", mode=names[first]) in at.html(own)
    own = guess(at, own, then)
    possible = {"first": names[first or 0], "then": names[then], "best": names[1]}
    used = ["then", *(["first"] if key.startswith("changed") else []), *(["best"] if key.endswith("other") else [])]
    assert at.says(f"practice.hunch.result.{key}", **{name: possible[name] for name in used}) in at.html(own)
    assert "It has time" in at.html(own)


def test_the_last_view_leads_to_them_and_they_lead_to_the_result(at: Exercise) -> None:
    last = onward(at.lesson, "workload")
    assert last
    assert (last.text, last.address) == ("Last: the two from the start", "#view=practice&hunch=2")
    own = guess(at, replace(guess(at, FIRST, 0, 0), page="again"), 1, 2)
    assert primary(at.seen(own)) == [at.says("practice.to_result")]
    assert at.says("practice.hunch.decide_again") in at.html(at.act(own, "result"))
    assert at.says("practice.hunch.decide_again") not in at.html(at.act(Practice(), "result"))


def test_an_address_leads_there_and_back(at: Exercise) -> None:
    for page in (FIRST, AGAIN):
        assert from_url(Practice(), to_url(page, at.material), at.material) == (page, [])
    assert from_url(Practice(), {"hunch": "3"}, at.material)[1] == ["hunch=3"]
    plain = replace(at.material, hunch=())
    assert from_url(Practice(), {"hunch": "1"}, plain)[1] == ["hunch=1"]


def page(at: Exercise, fragment: str) -> State:
    return arrived(opened(at.lesson, "", fragment), at.content)


def test_whoever_goes_on_to_practice_finds_its_questions(at: Exercise) -> None:
    state = page(at, "#view=practice&hunch=1")
    assert state.features["practice"].page == "hunch"
    state = after(state, Navigate("#view=explore"), Navigate("#view=practice"))
    assert state.features["practice"].page == "question"
    assert after(state, Navigate("#view=practice&hunch=2")).features["practice"].page == "again"


def test_hunches_survive_being_stored_and_read_again(at: Exercise) -> None:
    own = guess(at, replace(guess(at, FIRST, 0, 3), page="again"), 1)
    kept = storage.stored(own, at.material)
    assert storage.restored(kept, at.material).hunches == own.hunches
    assert storage.restored("answers=&order=0", at.material).hunches == {}
    assert storage.restored("hunch=zzz_si_si.__.x", at.material).hunches == {}
    assert "hunch" not in storage.stored(Practice(), at.material)


def test_another_tab_or_keeper_adds_its_hunches_and_takes_none(at: Exercise) -> None:
    own = at.answered(guess(at, replace(FIRST, page="hunch"), 0), 0, "deadline")
    other = storage.stored(guess(at, FIRST, 1, 1), at.material)
    plain = storage.stored(at.answered(Practice(), 0, "deadline"), at.material)
    joined = storage.merge_stored(plain, other)
    assert storage.restored(joined, at.material).hunches["third"] == Hunch(at.modes[1])
    resumed = storage.resumed(own, other, at.material)
    assert resumed.hunches == {"second": Hunch(at.modes[0]), "third": Hunch(at.modes[1])}


def test_the_button_that_deletes_all_answers_deletes_the_hunches(at: Exercise) -> None:
    own = at.act(guess(at, FIRST, 0, 1), "go=first", "show", "result", "leave", "restart")
    assert own.hunches == {}
