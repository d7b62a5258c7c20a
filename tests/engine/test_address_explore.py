"""The address of Explore: the failure, its step and the vendor, which wait until the lazy features are there."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.address import address, opened
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.content.load import Content
from engine.features import FEATURES, views
from engine.features.code.state import ChooseVendor
from engine.features.explore.state import ChoosePane, ChooseStep, TogglePlay, Walk
from engine.features.failures import state as failures
from engine.features.failures.state import ChooseFailure, Failures
from engine.first_screen import start
from engine.page import root_attributes
from engine.page_events import ChooseMode, ContentEdited, LazyMissing, Navigate, Tick
from engine.state import Notice, State
from engine.state import shown as walked
from tests.support.acting import after, arrived

VIEWS = views(tuple(feature.name for feature in FEATURES))


MODES = ("counter", "buffet", "ticket", "banquet")
FAILURES = ("closed-counter", "served-twice", "empty-buffet", "lost-bell", "cold-banquet", "ordered-twice")
VENDORS = ("acme", "bell", "core")
FAILURE = "#view=explore&mode=banquet&failure=cold-banquet&step=wait"

decisions = some.one_of(
    some.sampled_from(MODES).map(ChooseMode),
    some.integers(0, 11).map(ChooseStep),
    some.sampled_from(["diagram", "failures", "code", "recipe"]).map(ChoosePane),
    some.sampled_from([Walk(1), Walk(-1), TogglePlay(), Tick()]),
    some.sampled_from(["", *FAILURES]).map(lambda name: ChooseFailure(name)),
    some.integers(0, 11).map(lambda step: failures.ChooseStep(step)),
    some.sampled_from(VENDORS).map(lambda vendor: ChooseVendor(vendor)),
    some.sampled_from(VIEWS).map(lambda view: Navigate(f"#view={view}")),
    some.sampled_from(
        ["", "#mode=banquet", "#view=compare&mode=ticket", "#step=2", FAILURE, f"{FAILURE}&vendor=bell"]
    ).map(Navigate),
)


def place(state: State) -> tuple[object, ...]:
    """What a learner is shown of Explore; a failure stands in its own pane."""
    failure = walked(state).failure
    return (
        state.view,
        state.mode,
        state.features["explore"].pane,
        "" if failure else state.features["explore"].section,
        failure,
        walked(state).step,
        (state.features["code"].vendor or VENDORS[0]) if state.features["explore"].pane == "code" else "",
    )


@pytest.fixture
def first(lesson: Lesson, lazy: LazyContent) -> State:
    """The start, with all features."""
    return arrived(start(lesson), lazy)


def test_the_address_holds_the_failure_and_its_step_and_of_code_a_vendor_that_is_not_the_first(first: State) -> None:
    there = after(first, ChooseMode("banquet"), ChoosePane("failures"))
    state = after(there, ChooseFailure("cold-banquet"), failures.ChooseStep(3))
    assert address(state) == FAILURE
    code = after(first, ChoosePane("code"), ChooseVendor("core"))
    assert address(code) == "#view=explore&mode=counter&pane=code&vendor=core"
    assert address(after(code, ChooseVendor("acme"))) == "#view=explore&mode=counter&pane=code"
    assert address(after(code, ChoosePane("diagram"))) == ""


def test_an_address_with_a_vendor_and_no_pane_leads_to_the_code(lesson: Lesson, lazy: LazyContent) -> None:
    state = arrived(opened(lesson, "", "#mode=banquet&vendor=bell"), lazy)
    assert (state.features["explore"].pane, state.features["code"].vendor) == ("code", "bell")
    assert after(state, Navigate("#mode=banquet&step=2")).features["explore"].pane == "diagram"
    shown = arrived(opened(lesson, "", "#mode=banquet&pane=diagram&vendor=bell"), lazy)
    assert (shown.features["explore"].pane, shown.notices) == ("diagram", ())


def test_in_a_lesson_without_code_an_address_with_a_vendor_means_nothing(lesson: Lesson) -> None:
    without = replace(lesson, features=tuple(name for name in lesson.features if name != "code"))
    state = opened(without, "?author=1", "#mode=banquet&vendor=bell")
    assert [(notice.kind, notice.items) for notice in state.notices] == [("unknown_name", ("vendor",))]
    assert state.features["explore"].pane == "diagram"


@pytest.mark.parametrize("mode", MODES)
def test_every_step_of_every_failure_is_found_again_by_its_address(
    mode: str, first: State, lesson: Lesson, lazy: LazyContent
) -> None:
    for name, failure in lazy.failures[mode].items():
        for step in range(len(failure.steps) + 1):
            state = after(
                first, ChooseMode(mode), ChoosePane("failures"), ChooseFailure(name), failures.ChooseStep(step)
            )
            assert address(state).startswith(f"#view=explore&mode={mode}&failure={name}")
            found = arrived(opened(lesson, "", address(state)), lazy)
            assert replace(found, visited=state.visited) == state


@given(events=some.lists(decisions, max_size=8))
def test_whatever_was_done_its_address_leads_back_to_what_is_shown(
    events: list[Any], lesson: Lesson, lazy: LazyContent
) -> None:
    state = after(arrived(start(lesson), lazy), *events)
    waiting = opened(lesson, "", address(state))
    assert address(waiting) == address(state)
    there = arrived(waiting, lazy)
    assert address(there) == address(state)
    assert there.notices == ()
    if state.view == "explore":
        assert place(there) == place(state)


@given(events=some.lists(decisions, max_size=8))
def test_one_step_lights_up_at_a_time_the_modes_or_the_failures(
    events: list[Any], lesson: Lesson, lazy: LazyContent
) -> None:
    state = after(arrived(start(lesson), lazy), *events)
    if walked(state).failure:
        assert root_attributes(state)["data-step"] == "0"
    else:
        assert not state.features["failures"].playing


def test_until_the_lazy_features_are_there_the_address_stays_as_it_is(lesson: Lesson) -> None:
    state = opened(lesson, "", f"{FAILURE}&vendor=bell")
    assert (state.view, state.mode, state.features["explore"].step, state.notices) == ("explore", "banquet", 0, ())
    assert address(state) == f"{FAILURE}&vendor=bell"


def test_features_that_cannot_be_had_are_told_where_the_address_asks_something_of_them(lesson: Lesson) -> None:
    assert [notice.kind for notice in after(opened(lesson, "", FAILURE), LazyMissing()).notices] == ["lazy"]
    assert after(opened(lesson, "", "#mode=banquet&step=3"), LazyMissing()).notices == ()


@pytest.mark.parametrize("asked", ["failure=fire", "failure=", "failure=lost-bell", "vendor=zeta", "vendor="])
def test_an_unknown_failure_or_vendor_is_reported_and_none_is_chosen(
    asked: str, lesson: Lesson, lazy: LazyContent
) -> None:
    """Who asked for a failure sees the list of those that there are, and the first of them."""
    state = arrived(opened(lesson, "", f"#mode=banquet&{asked}"), lazy)
    assert state.notices == (Notice("unknown_value", lesson.messages("notices.unknown_value"), (asked,)),)
    first = "&failure=burnt-dishes" if asked.startswith("failure") else "&pane=code"
    assert address(state) == f"#view=explore&mode=banquet{first}"


def test_in_a_lesson_without_failures_an_address_with_one_means_nothing(lesson: Lesson) -> None:
    without = replace(lesson, features=tuple(name for name in lesson.features if name != "failures"))
    state = opened(without, "?author=1", "#mode=banquet&failure=fire")
    assert [(notice.kind, notice.items) for notice in state.notices] == [("unknown_name", ("failure",))]
    assert state.features["explore"].pane == "diagram"


@pytest.mark.parametrize("pane", ["diagram", "code", "recipe"])
def test_a_failure_is_shown_in_its_own_pane_whatever_the_address_says_of_it(
    pane: str, lesson: Lesson, lazy: LazyContent
) -> None:
    state = arrived(opened(lesson, "", f"{FAILURE}&pane={pane}"), lazy)
    assert (state.features["explore"].pane, state.notices, address(state)) == ("failures", (), FAILURE)


@pytest.mark.parametrize("pane", ["diagram", "code"])
def test_another_pane_leads_back_from_a_failure(pane: str, first: State) -> None:
    state = after(first, Navigate(FAILURE), ChoosePane(pane))
    assert (state.features["failures"], walked(state).failure) == (Failures(), "")


def test_the_pane_of_failures_begins_with_the_first_of_the_mode(first: State) -> None:
    state = after(first, ChooseMode("banquet"), ChoosePane("failures"))
    assert (walked(state).failure, walked(state).step) == ("burnt-dishes", 0)
    assert address(state) == "#view=explore&mode=banquet&failure=burnt-dishes"
    assert walked(after(state, ChooseMode("counter"))).failure == "closed-counter"
    assert walked(after(state, failures.Walk(1))).step == 1


def test_the_steps_of_the_mode_light_up_none_of_a_failure_and_are_there_again_after_it(first: State) -> None:
    state = after(first, ChooseStep(3), ChoosePane("failures"))
    assert (root_attributes(state)["data-step"], address(state)) == (
        "0",
        "#view=explore&mode=counter&failure=closed-counter",
    )
    assert root_attributes(after(state, ChoosePane("diagram")))["data-step"] == "3"


@pytest.mark.parametrize("step", ["11", "99", "slip-id", "-1", "x", "", "1.0", "٣"])
def test_a_step_that_the_failure_has_not_is_reported_and_the_failure_is_shown(
    step: str, lesson: Lesson, lazy: LazyContent
) -> None:
    state = arrived(opened(lesson, "", f"#mode=banquet&failure=cold-banquet&step={step}"), lazy)
    assert [notice.items for notice in state.notices] == [(f"step={step}",)]
    assert address(state) == "#view=explore&mode=banquet&failure=cold-banquet"


def test_the_step_of_a_failure_that_is_not_there_is_no_step_of_the_mode(lesson: Lesson, lazy: LazyContent) -> None:
    state = arrived(opened(lesson, "", "#mode=banquet&failure=fire&step=3"), lazy)
    assert (state.features["explore"].step, [notice.items for notice in state.notices]) == (0, [("failure=fire",)])


@pytest.mark.parametrize("query", ["?failure=cold-banquet", "?vendor=bell"])
def test_only_the_fragment_asks_for_a_failure_or_a_vendor(query: str, lesson: Lesson) -> None:
    state = opened(lesson, f"{query}&author=1", "")
    assert [(notice.kind, notice.items) for notice in state.notices] == [
        ("unknown_name", (query[1:].partition("=")[0],))
    ]


@pytest.mark.parametrize(
    "event",
    [
        ChooseMode("ticket"),
        ChooseStep(2),
        Walk(1),
        TogglePlay(),
        Navigate("#mode=banquet"),
        Navigate("#mode=ticket"),
        Navigate("#step=2"),
        Navigate(""),
    ],
    ids=repr,
)
@pytest.mark.parametrize("early", [True, False], ids=["before they are there", "when they are there"])
def test_another_mode_or_a_step_of_the_mode_ends_the_failure_and_keeps_the_vendor(
    event: Any, early: bool, lesson: Lesson, lazy: LazyContent
) -> None:
    state = opened(lesson, "", f"{FAILURE}&vendor=bell")
    if early and not isinstance(event, Navigate):
        state = arrived(after(state, event), lazy)
    else:
        state = after(arrived(state, lazy), event)
    assert (state.features["failures"], state.features["code"].vendor) == (Failures(), "bell")


def test_a_failure_of_another_mode_is_not_kept_for_later(first: State) -> None:
    state = after(first, Navigate(FAILURE), ChooseMode("ticket"), ChooseMode("banquet"))
    assert address(state) == "#view=explore&mode=banquet&failure=burnt-dishes"


def test_older_links_call_a_failure_a_drill(first: State) -> None:
    assert address(after(first, Navigate(FAILURE.replace("failure=", "drill=")))) == FAILURE


def test_a_step_of_a_failure_is_asked_for_by_its_number_in_older_links(first: State) -> None:
    assert address(after(first, Navigate("#view=explore&mode=banquet&failure=cold-banquet&step=3"))) == FAILURE


def test_an_address_that_names_no_failure_leads_from_it_to_the_diagram(first: State) -> None:
    for follow in ("#view=explore", "#view=explore&mode=banquet"):
        state = after(first, Navigate(FAILURE), Navigate("#view=compare"), Navigate(follow))
        assert address(state) == "#view=explore&mode=banquet"


@pytest.mark.parametrize(
    "events",
    [
        [Navigate("#view=explore&failure=burnt-dishes")],
        [ChoosePane("failures")],
        [ChoosePane("failures"), ChooseFailure("burnt-dishes")],
    ],
    ids=repr,
)
def test_a_failure_takes_the_place_of_the_modes_own_diagram_and_of_its_step(events: list[Any], first: State) -> None:
    state = after(first, Navigate("#mode=banquet&step=5&section=price"), TogglePlay(), *events)
    assert not state.features["explore"].playing
    assert (root_attributes(state)["data-fails"], root_attributes(state)["data-step"]) == ("yes", "0")
    assert address(state) == "#view=explore&mode=banquet&failure=burnt-dishes"


def test_a_failure_takes_no_place_in_another_view(first: State) -> None:
    state = after(first, Navigate(FAILURE))
    assert root_attributes(state)["data-fails"] == "yes"
    assert root_attributes(after(state, Navigate("#view=compare")))["data-fails"] == "no"


def test_an_edited_failure_keeps_its_step_by_name_and_lets_one_go_that_is_gone(
    first: State, lazy: LazyContent, content: Content
) -> None:
    state = after(first, Navigate("#mode=banquet&failure=cold-banquet&step=counter-calls"))
    failure = lazy.failures["banquet"]["cold-banquet"]
    fewer = {"banquet": {"cold-banquet": replace(failure, steps=failure.steps[:8])}}
    assert after(state, ContentEdited(content)).features["failures"] == Failures("cold-banquet", 9)
    later = {
        "banquet": {"cold-banquet": replace(failure, steps=(replace(failure.steps[0], id="first"), *failure.steps))}
    }
    assert after(state, ContentEdited(content._replace(lazy=replace(lazy, failures=later)))).features[
        "failures"
    ] == Failures("cold-banquet", 10)
    assert after(state, ContentEdited(content._replace(lazy=replace(lazy, failures=fewer)))).features[
        "failures"
    ] == Failures("cold-banquet")
    assert after(state, ContentEdited(content._replace(lazy=replace(lazy, failures={})))).features["failures"].step == 0
