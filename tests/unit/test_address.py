"""The address: what it holds, what it leads to, and what becomes of an address that makes no sense."""

import pytest

from sim.app import PARTS, VIEWS, ChooseMode, ChooseStep, ChooseView, Navigate, State, address, opened, start, update
from sim.content.model import Lesson

MODES = ("sync", "streaming", "async", "batch")


def shown(state: State) -> tuple[str, str, int, str]:
    return state.view, state.mode, state.step, state.part


def test_the_start_has_a_plain_address(lesson: Lesson) -> None:
    assert address(start(lesson)) == ""
    assert opened(lesson, "", "") == start(lesson)


def test_an_address_holds_what_a_learner_would_share(lesson: Lesson) -> None:
    state = update(update(start(lesson), ChooseMode("batch")), ChooseStep(3))
    assert address(state) == "#view=explore&mode=batch&step=3"


@pytest.mark.parametrize("mode", MODES)
def test_every_step_of_every_mode_is_found_again_by_its_address(mode: str, lesson: Lesson) -> None:
    for step in range(len(lesson.modes[mode].steps) + 1):
        state = update(update(start(lesson), ChooseMode(mode)), ChooseStep(step))
        assert opened(lesson, "", address(state)) == state


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_guidance_is_found_again_by_its_address(mode: str, part: str, lesson: Lesson) -> None:
    state = opened(lesson, "", f"#view=explore&mode={mode}&part={part}")
    assert shown(state) == ("explore", mode, 0, part)
    assert opened(lesson, "", address(state)) == state


@pytest.mark.parametrize("mode", MODES)
def test_compare_is_found_again_with_its_mode(mode: str, lesson: Lesson) -> None:
    state = update(update(start(lesson), ChooseMode(mode)), ChooseView("compare"))
    assert opened(lesson, "", address(state)) == state


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("step", [0, 1, 3])
def test_an_address_leads_to_a_page_with_the_same_address(view: str, mode: str, step: int, lesson: Lesson) -> None:
    state = update(update(update(start(lesson), ChooseMode(mode)), ChooseStep(step)), ChooseView(view))
    assert opened(lesson, "", address(state)).view == view
    assert address(opened(lesson, "", address(state))) == address(state)


@pytest.mark.parametrize(("query", "expected"), [
    ("?mode=batch", ("explore", "batch", 0, "")),
    ("?view=about", ("about", "sync", 0, "")),
    ("?view=compare&mode=async", ("compare", "async", 0, "")),
])
def test_the_query_sets_the_start(query: str, expected: tuple[str, str, int, str], lesson: Lesson) -> None:
    assert shown(opened(lesson, query, "")) == expected


def test_the_fragment_wins_over_the_query(lesson: Lesson) -> None:
    assert shown(opened(lesson, "?mode=batch", "#mode=async&step=2")) == ("explore", "async", 2, "")


@pytest.mark.parametrize(("query", "theme", "embedded"), [
    ("", "", False), ("?theme=dark", "dark", False), ("?theme=light&embed=1", "light", True), ("?embed=0", "", False),
])
def test_theme_and_embedding_come_from_the_query(query: str, theme: str, embedded: bool, lesson: Lesson) -> None:
    state = opened(lesson, query, "")
    assert (state.theme, state.embedded, state.notice) == (theme, embedded, "")


@pytest.mark.parametrize("value", ["view=practice", "mode=fax", "mode=", "step=99", "step=-1", "step=x", "step=1.0",
                                   "part=weather", "view=<script>"])
def test_an_unknown_value_is_reported_and_changes_nothing_else(value: str, lesson: Lesson) -> None:
    state = opened(lesson, "", f"#{value}")
    assert shown(state) == shown(start(lesson))
    assert state.notice == lesson.words.notices.unknown_value
    assert state.notice_items == (value,)


@pytest.mark.parametrize("value", ["theme=pink", "view=practice", "mode=fax"])
def test_an_unknown_value_in_the_query_is_reported_too(value: str, lesson: Lesson) -> None:
    state = opened(lesson, f"?{value}", "")
    assert shown(state) == shown(start(lesson))
    assert (state.notice, state.notice_items) == (lesson.words.notices.unknown_value, (value,))


@pytest.mark.parametrize("fragment", ["#weather=fine", "#weather", "#about-plan"])
def test_an_unknown_name_is_reported_and_changes_nothing_else(fragment: str, lesson: Lesson) -> None:
    state = opened(lesson, "", fragment)
    assert shown(state) == shown(start(lesson))
    assert state.notice == lesson.words.notices.unknown_name
    assert state.notice_items == (fragment[1:].partition("=")[0],)


def test_what_is_known_is_done_beside_what_is_not(lesson: Lesson) -> None:
    state = opened(lesson, "", "#mode=batch&step=99&weather=fine")
    assert shown(state) == ("explore", "batch", 0, "")
    assert state.notice_items == ("step=99", "weather")


def test_a_step_is_one_of_the_mode_that_the_address_names(lesson: Lesson) -> None:
    assert opened(lesson, "", "#step=11&mode=batch").step == 11
    assert opened(lesson, "", "#step=11&mode=sync").step == 0


def test_another_mode_starts_without_the_step_of_the_last(lesson: Lesson) -> None:
    state = opened(lesson, "", "#mode=batch&step=5")
    assert update(state, Navigate("#mode=async")).step == 0


def test_a_part_is_left_behind_by_the_next_address(lesson: Lesson) -> None:
    state = opened(lesson, "", "#mode=batch&part=price")
    assert update(state, Navigate("#mode=batch")).part == ""


@pytest.mark.parametrize("fragment", [
    "", "#", "#%", "#%ff=%ff", "#=", "#&&&", "#mode=batch&mode=sync", "#" + "a" * 100_000,
    "#" + "&".join(f"a{number}=1" for number in range(2000)), "#\ud800", "#step=٣",
], ids=lambda fragment: ascii(fragment[:20]))
def test_no_address_stops_the_page(fragment: str, lesson: Lesson) -> None:
    assert opened(lesson, fragment.replace("#", "?"), fragment).view == "explore"
