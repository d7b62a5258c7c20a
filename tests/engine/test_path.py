"""The path through the lesson: its views in order, what is done, and the one link that leads on."""

from dataclasses import replace
from itertools import pairwise

import pytest

from engine.address import opened
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.explore.presenter import player
from engine.features.explore.state import ChooseStep, Walk
from engine.first_screen import start
from engine.page import regions, render
from engine.page_events import ChooseMode, Navigate
from engine.path import onward, stops
from engine.state import State
from engine.visits import done, ticked
from tests.support.acting import after, arrived
from tests.support.markup import Tag, find, tags

MODES = ("counter", "buffet", "ticket", "banquet")
VIEWS = ("explore", "compare", "race", "practice", "workload")
NAMES = ("See", "Compare", "Race", "Decide", "Your own")
NOTHING: frozenset[str] = frozenset()


def without(lesson: Lesson, *gone: str) -> Lesson:
    """The lesson that lacks some features."""
    return replace(lesson, features=tuple(name for name in lesson.features if name not in gone))


def strip(state: State) -> list[Tag]:
    """The links of the strip in the head."""
    return list(find(tags(render(regions(state)["header"])), "a", data_view="*"))


def test_the_stops_are_the_views_in_order_and_about_is_beside_them(lesson: Lesson) -> None:
    found = stops(lesson, "compare", NOTHING)
    assert [each.view for each in found] == [*VIEWS, "about"]
    assert [each.name for each in found] == [*NAMES, "About"]
    assert [each.number for each in found] == [1, 2, 3, 4, 5, 0]
    assert [each.view for each in found if each.is_current] == ["compare"]


def test_a_lesson_with_fewer_views_has_no_gap_in_the_numbers(lesson: Lesson) -> None:
    found = stops(without(lesson, "race", "workload"), "explore", NOTHING)
    assert [(each.view, each.number) for each in found] == [
        ("explore", 1),
        ("compare", 2),
        ("practice", 3),
        ("about", 0),
    ]


def test_what_is_done_is_ticked_and_said_and_about_is_never_done(lesson: Lesson) -> None:
    found = stops(lesson, "compare", frozenset({"explore", "about"}))
    assert [each.view for each in found if each.is_done] == ["explore"]
    assert [each.label for each in found if each.label] == ["1 See, done"]


def test_the_strip_shows_number_and_name_and_says_what_is_done(lesson: Lesson) -> None:
    state = replace(start(lesson), view="compare", visited=frozenset({"explore"}))
    links = strip(state)
    assert [link.text for link in links] == ["1 See", "2 Compare", "3 Race", "4 Decide", "5 Your own", "About"]
    assert [link.attributes["data-view"] for link in links if "aria-current" in link.attributes] == ["compare"]
    assert [link.attributes["data-view"] for link in links if "done" in link.attributes["class"].split()] == ["explore"]
    assert links[0].attributes["aria-label"] == "1 See, done"
    assert all("aria-label" not in link.attributes for link in links[1:])


# What is done


def test_at_first_nothing_is_done(lesson: Lesson) -> None:
    assert done(start(lesson)) == NOTHING


def test_explore_is_done_once_every_mode_was_looked_at(lesson: Lesson) -> None:
    state = start(lesson)
    for name in MODES[1:]:
        assert "explore" not in done(state)
        state = after(state, ChooseMode(name))
    assert "explore" in done(state)


def test_modes_that_were_not_looked_at_in_explore_do_not_count(lesson: Lesson) -> None:
    state = opened(lesson, "", "#view=about")
    for name in MODES[1:]:
        state = after(state, Navigate(f"#view=explore&mode={name}"))
    assert "explore" not in done(state)
    assert "explore" in done(after(state, ChooseMode(MODES[0])))


def test_a_view_that_asks_for_nothing_is_done_as_soon_as_it_is_looked_at(lesson: Lesson) -> None:
    assert "compare" not in done(start(lesson))
    state = after(start(lesson), Navigate("#view=compare"))
    assert "compare" in done(state)
    assert "compare" in done(after(state, Navigate("#view=explore")))


def test_it_is_ticked_once_the_learner_has_gone_on(lesson: Lesson) -> None:
    state = after(start(lesson), Navigate("#view=compare"))
    assert "compare" not in ticked(state)
    assert "compare" in ticked(after(state, Navigate("#view=explore")))


def test_explore_is_ticked_as_soon_as_it_is_done(lesson: Lesson) -> None:
    state = start(lesson)
    for name in MODES[1:]:
        state = after(state, ChooseMode(name))
    assert "explore" in ticked(state)


def test_what_an_address_opens_is_looked_at_and_no_more(lesson: Lesson) -> None:
    assert "compare" in done(opened(lesson, "", "#view=compare"))
    assert "compare" in done(opened(lesson, "?view=compare", ""))
    assert "compare" not in done(opened(lesson, "", "#view=about"))


def test_a_lazy_view_is_not_done_before_it_is_there(lesson: Lesson, lazy: LazyContent) -> None:
    state = opened(lesson, "", "#view=practice")
    assert "practice" not in done(state)
    assert "practice" not in done(arrived(state, lazy)), "no question was answered"


# The link that leads on


@pytest.mark.parametrize(("view", "following"), list(pairwise(VIEWS)))
def test_each_view_leads_on_to_the_next(view: str, following: str, lesson: Lesson) -> None:
    found = onward(lesson, view)
    assert found
    number = VIEWS.index(following)
    assert found.text == f"Next: {number + 1} {NAMES[number]}"
    assert opened(lesson, "", found.address).view == following


def test_the_last_view_leads_nowhere_and_about_leads_to_the_first(lesson: Lesson) -> None:
    assert onward(lesson, "workload") is None
    about = onward(lesson, "about")
    assert about
    assert opened(lesson, "", about.address).view == "explore"


def test_a_view_that_a_lesson_lacks_is_left_out(lesson: Lesson) -> None:
    found = onward(without(lesson, "race"), "compare")
    assert found
    assert (found.text, opened(lesson, "", found.address).view) == ("Next: 3 Decide", "practice")


def test_the_link_stands_at_the_end_of_every_view_but_explore_which_has_it_in_its_player(lesson: Lesson) -> None:
    assert render(regions(start(lesson))["onward"]) == ""
    compare = after(start(lesson), Navigate("#view=compare"))
    (link,) = find(tags(render(regions(compare)["onward"])), "a")
    assert (link.text, opened(lesson, "", link.attributes["href"]).view) == ("Next: 3 Race", "race")


def test_a_view_that_is_not_done_has_its_own_next_thing_to_do(lesson: Lesson, lazy: LazyContent) -> None:
    asked = arrived(opened(lesson, "", "#view=practice"), lazy)
    assert render(regions(asked)["onward"]) == ""


@pytest.mark.parametrize(("mode", "following"), list(pairwise(MODES)))
def test_after_its_last_step_a_mode_leads_on_to_the_next(mode: str, following: str, lesson: Lesson) -> None:
    last = len(lesson.modes[mode].steps)
    assert player(lesson, mode, last - 1, playing=False).onward is None
    found = player(lesson, mode, last, playing=False).onward
    assert found
    assert found.text == f"Next: {lesson.modes[following].name}"
    assert (opened(lesson, "", found.address).view, opened(lesson, "", found.address).mode) == ("explore", following)


def test_after_its_last_step_the_last_mode_leads_on_to_the_next_view(lesson: Lesson) -> None:
    found = player(lesson, "banquet", len(lesson.modes["banquet"].steps), playing=False).onward
    assert found
    assert (found.text, opened(lesson, "", found.address).view) == ("Next: 2 Compare", "compare")


@pytest.mark.parametrize("step", [0, -1])
def test_who_follows_only_the_links_has_seen_every_mode_and_the_next_view(lesson: Lesson, step: int) -> None:
    state = start(lesson)
    for _ in MODES:
        state = after(state, ChooseStep(step))
        link = next(find(tags(render(regions(state)["player"])), "a", class_="primary"))
        state = after(state, Navigate(link.attributes["href"]))
    assert (state.view, done(state) >= {"explore", "compare"}) == ("compare", True)


def test_the_player_leads_on_before_the_first_step_and_at_the_last_and_says_where_one_is_between(
    lesson: Lesson,
) -> None:
    def buttons(state: State) -> list[str]:
        found = tags(render(regions(state)["player"]))
        return [tag.text for tag in found if tag.name in ("a", "button", "span")]

    state = start(lesson)
    assert buttons(state) == ["Play", "Previous", "Next", "Buffet"]
    assert buttons(after(state, Walk(1))) == ["Play", "Previous", "Next", "1 / 5"]
    assert buttons(after(state, ChooseStep(5))) == ["Play", "Previous", "Next", "Buffet"]
