"""The address of Explore: the drill, its step and the vendor, which wait until the desk is there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.address import address, opened
from engine.app import (
    Arrive,
    ChooseMode,
    ChooseStep,
    Decide,
    Event,
    Miss,
    Navigate,
    Play,
    Tick,
    Unedited,
    Walk,
    update,
)
from engine.content.lesson import Lesson
from engine.content.practice_content import Workshop
from engine.features.failures.state import Drills
from engine.lazy import opened as desk_opened
from engine.page import root_attributes
from engine.state import (
    VIEWS,
    Notice,
    State,
    start,
)

MODES = ("sync", "streaming", "async", "batch")
DRILLS = ("proxy-timeout", "double-run", "cut-stream", "lost-webhook", "expired-batch", "submitted-twice")
VENDORS = ("anthropic", "openai", "gemini")
DRILL = "#view=explore&mode=batch&drill=expired-batch&step=queue"

decisions = some.one_of(
    some.sampled_from(MODES).map(ChooseMode),
    some.integers(0, 11).map(ChooseStep),
    some.sampled_from([Walk(1), Walk(-1), Play(), Tick()]),
    some.sampled_from(["", *DRILLS]).map(lambda name: Decide("drills.choose", name)),
    some.integers(0, 11).map(lambda step: Decide("drills.step", str(step))),
    some.sampled_from(VENDORS).map(lambda vendor: Decide("code.vendor", vendor)),
    some.sampled_from(VIEWS).map(lambda view: Navigate(f"#view={view}")),
    some.sampled_from(["", "#mode=batch", "#view=compare&mode=async", "#step=2", DRILL, f"{DRILL}&vendor=openai"]).map(
        Navigate
    ),
)


def arrived(state: State, workshop: Workshop) -> State:
    """The state when the desk has come, and the content was found to be as it was built."""
    return update(update(state, Arrive(desk_opened(workshop, None))), Unedited())


def place(state: State) -> tuple[object, ...]:
    """What a learner is shown of Explore."""
    assert state.desk
    return (
        state.view,
        state.mode,
        state.step,
        state.part,
        state.desk.drawn(state.mode),
        state.desk.drills.step if state.desk.drawn(state.mode) else 0,
        state.desk.code.vendor or VENDORS[0],
    )


@pytest.fixture
def first(lesson: Lesson, workshop: Workshop) -> State:
    """The start, with the desk."""
    return arrived(start(lesson), workshop)


def after(state: State, *events: Event) -> State:
    for event in events:
        state = update(state, event)
    return state


def test_the_address_holds_the_drill_its_step_and_a_vendor_that_is_not_the_first(first: State) -> None:
    state = after(first, ChooseMode("batch"), Decide("drills.choose", "expired-batch"), Decide("drills.step", "3"))
    assert address(state) == DRILL
    assert address(update(state, Decide("code.vendor", "openai"))) == f"{DRILL}&vendor=openai"
    assert address(update(state, Decide("code.vendor", "anthropic"))) == DRILL
    assert address(after(first, Decide("code.vendor", "gemini"))) == "#view=explore&mode=sync&vendor=gemini"


@pytest.mark.parametrize("mode", MODES)
def test_every_step_of_every_drill_is_found_again_by_its_address(
    mode: str, first: State, lesson: Lesson, workshop: Workshop
) -> None:
    for name, drill in workshop.drills[mode].items():
        for step in range(len(drill.steps) + 1):
            state = after(first, ChooseMode(mode), Decide("drills.choose", name), Decide("drills.step", str(step)))
            assert f"drill={name}" in address(state)
            assert arrived(opened(lesson, "", address(state)), workshop) == state


@given(events=some.lists(decisions, max_size=8))
def test_whatever_was_done_its_address_leads_back_to_what_is_shown(
    events: list[Event], lesson: Lesson, workshop: Workshop
) -> None:
    state = after(arrived(start(lesson), workshop), *events)
    waiting = opened(lesson, "", address(state))
    assert address(waiting) == address(state)
    there = arrived(waiting, workshop)
    assert address(there) == address(state)
    assert there.notices == ()
    if state.view == "explore":
        assert place(there) == place(state)


@given(events=some.lists(decisions, max_size=8))
def test_one_step_is_chosen_at_a_time_the_modes_or_the_drills(
    events: list[Event], lesson: Lesson, workshop: Workshop
) -> None:
    state = after(arrived(start(lesson), workshop), *events)
    assert state.desk
    if state.desk.drawn(state.mode):
        assert (state.step, state.playing) == (0, False)
    else:
        assert state.desk.drills == Drills()


def test_until_the_desk_is_there_the_address_stays_as_it_is(lesson: Lesson) -> None:
    state = opened(lesson, "", f"{DRILL}&vendor=openai")
    assert (state.view, state.mode, state.step, state.notices) == ("explore", "batch", 0, ())
    assert address(state) == f"{DRILL}&vendor=openai"


def test_a_desk_that_cannot_be_had_is_told_where_the_address_asks_something_of_it(lesson: Lesson) -> None:
    assert [notice.kind for notice in update(opened(lesson, "", DRILL), Miss()).notices] == ["desk"]
    assert update(opened(lesson, "", "#mode=batch&step=3"), Miss()).notices == ()


@pytest.mark.parametrize("asked", ["drill=fire", "drill=", "drill=lost-webhook", "vendor=acme", "vendor="])
def test_an_unknown_drill_or_vendor_is_reported_and_ignored(asked: str, lesson: Lesson, workshop: Workshop) -> None:
    state = arrived(opened(lesson, "", f"#mode=batch&{asked}"), workshop)
    assert state.notices == (Notice("unknown_value", lesson.messages("notices.unknown_value"), (asked,)),)
    assert address(state) == "#view=explore&mode=batch"


@pytest.mark.parametrize("step", ["11", "99", "job-id", "-1", "x", "", "1.0", "٣"])
def test_a_step_that_the_drill_has_not_is_reported_and_the_drill_is_shown(
    step: str, lesson: Lesson, workshop: Workshop
) -> None:
    state = arrived(opened(lesson, "", f"#mode=batch&drill=expired-batch&step={step}"), workshop)
    assert [notice.items for notice in state.notices] == [(f"step={step}",)]
    assert address(state) == "#view=explore&mode=batch&drill=expired-batch"


def test_the_step_of_a_drill_that_is_not_there_is_no_step_of_the_mode(lesson: Lesson, workshop: Workshop) -> None:
    state = arrived(opened(lesson, "", "#mode=batch&drill=fire&step=3"), workshop)
    assert (state.step, [notice.items for notice in state.notices]) == (0, [("drill=fire",)])


@pytest.mark.parametrize("query", ["?drill=expired-batch", "?vendor=openai"])
def test_only_the_fragment_asks_for_a_drill_or_a_vendor(query: str, lesson: Lesson) -> None:
    state = opened(lesson, f"{query}&author=1", "")
    assert [(notice.kind, notice.items) for notice in state.notices] == [
        ("unknown_name", (query[1:].partition("=")[0],))
    ]


@pytest.mark.parametrize(
    "event",
    [
        ChooseMode("async"),
        ChooseStep(2),
        Walk(1),
        Play(),
        Navigate("#mode=batch"),
        Navigate("#mode=async"),
        Navigate("#step=2"),
        Navigate(""),
    ],
    ids=repr,
)
@pytest.mark.parametrize("early", [True, False], ids=["before the desk", "at the desk"])
def test_another_mode_or_a_step_of_the_mode_ends_the_drill_and_keeps_the_vendor(
    event: Event, early: bool, lesson: Lesson, workshop: Workshop
) -> None:
    state = opened(lesson, "", f"{DRILL}&vendor=openai")
    if early and not isinstance(event, Navigate):
        state = arrived(update(state, event), workshop)
    else:
        state = update(arrived(state, workshop), event)
    assert state.desk
    assert (state.desk.drills, state.desk.code.vendor) == (Drills(), "openai")


def test_a_drill_of_another_mode_is_not_kept_for_later(first: State) -> None:
    state = after(first, Navigate(DRILL), ChooseMode("async"), ChooseMode("batch"))
    assert address(state) == "#view=explore&mode=batch"


def test_a_step_of_a_drill_is_asked_for_by_its_number_in_older_links(first: State) -> None:
    assert address(update(first, Navigate("#view=explore&mode=batch&drill=expired-batch&step=3"))) == DRILL


def test_an_address_without_a_mode_keeps_the_drill_as_it_keeps_the_step(first: State) -> None:
    assert address(after(first, Navigate(DRILL), Navigate("#view=compare"), Navigate("#view=explore"))) == DRILL


@pytest.mark.parametrize(
    "event", [Navigate("#view=explore&drill=failed-items"), Decide("drills.choose", "failed-items")], ids=repr
)
def test_a_drill_takes_the_place_of_the_modes_own_diagram_and_of_its_step(event: Event, first: State) -> None:
    state = after(first, Navigate("#mode=batch&step=5&part=price"), Play(), event)
    assert (state.step, state.part, state.playing) == (0, "", False)
    assert address(state) == "#view=explore&mode=batch&drill=failed-items"


def test_a_drill_takes_no_place_in_another_view(first: State) -> None:
    state = update(first, Navigate(DRILL))
    assert root_attributes(state)["data-drilled"] == "yes"
    assert root_attributes(update(state, Navigate("#view=compare")))["data-drilled"] == "no"


def test_an_edited_drill_keeps_its_step_by_name_and_lets_one_go_that_is_gone(first: State, workshop: Workshop) -> None:
    state = update(first, Navigate("#mode=batch&drill=expired-batch&step=sync-calls"))
    drill = workshop.drills["batch"]["expired-batch"]
    fewer = {"batch": {"expired-batch": replace(drill, steps=drill.steps[:8])}}
    assert state.desk
    assert state.desk.renewed(workshop).drills == Drills("expired-batch", 9)
    later = {"batch": {"expired-batch": replace(drill, steps=(replace(drill.steps[0], id="first"), *drill.steps))}}
    assert state.desk.renewed(replace(workshop, drills=later)).drills == Drills("expired-batch", 10)
    assert state.desk.renewed(replace(workshop, drills=fewer)).drills == Drills("expired-batch")
    assert state.desk.renewed(replace(workshop, drills={})).drills.step == 0
