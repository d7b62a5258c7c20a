"""Failures: what goes wrong with a mode, told, drawn and shown like the mode itself."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.explore import view as explore
from engine.features.explore.state import TogglePlay
from engine.features.failures.content import Failure
from engine.features.failures.presenter import failures as presented
from engine.features.failures.state import ChooseFailure, ChooseStep, Failures, Point, Walk, update
from engine.features.failures.view import failures
from engine.sequence.diagram import (
    LINE,
    NOTE_LINE,
    diagram,
)
from engine.sequence.narrate import sequence_prose
from tests.support.markup import Tag, find, tags
from tests.support.texts import HOSTILE, _changed

MODES = ("counter", "buffet", "ticket", "banquet")
FAILURES = (
    "closed-counter",
    "served-twice",
    "full-house",
    "empty-buffet",
    "covered-buffet",
    "late-fire",
    "lost-bell",
    "bell-twice",
    "false-bell",
    "burnt-dishes",
    "cold-banquet",
    "ordered-twice",
)
ALL = frozenset({"latency", "cost", "engineering"})

each_failure = pytest.mark.parametrize("name", FAILURES)


@pytest.fixture(scope="session")
def every(lazy: LazyContent) -> Mapping[str, Failure]:
    """Every failure by its own name."""
    return {name: failure for of_mode in lazy.failures.values() for name, failure in of_mode.items()}


@pytest.fixture
def of_ticket(lazy: LazyContent) -> Mapping[str, Failure]:
    return lazy.failures["ticket"]


def shown(
    lesson: Lesson, lazy: LazyContent, part: Failures, mode: str = "ticket", svg: str | None = "<svg></svg>"
) -> list[Tag]:
    """The elements of the view."""
    return tags(f"<div>{failures(lesson, presented(lesson, lazy, mode, part), svg)}</div>")


# How it is drawn and told


@each_failure
def test_the_prose_tells_every_step(name: str, lesson: Lesson, every: Mapping[str, Failure]) -> None:
    prose, failure = sequence_prose(lesson, every[name]), every[name]
    assert all(text in prose for step in failure.steps for text in (step.label, step.caption, step.explanation))


@each_failure
def test_every_step_of_a_failure_is_drawn_once(name: str, lesson: Lesson, every: Mapping[str, Failure]) -> None:
    drawn = diagram(lesson, every[name], ALL)
    numbers = sorted(meaning["step"] for meaning in drawn.messages + drawn.notes)
    assert numbers == list(range(1, len(every[name].steps) + 1))


@each_failure
def test_the_words_of_a_failure_fit_into_their_lines(name: str, lesson: Lesson, every: Mapping[str, Failure]) -> None:
    """Measured without the entities, as they are drawn."""
    width = LINE[len(every[name].participants)]
    for line in diagram(lesson, every[name], ALL).source.splitlines():
        if found := re.match(r" {4}(Note over p\d|p\d\S+p\d): (.*)", line):
            parts = [re.sub(r"#\d+;", "·", part) for part in found[2].split("<br/>")]
            assert max(map(len, parts)) <= (NOTE_LINE if found[1].startswith("Note") else width)


# What a learner does with it


def test_at_first_no_failure_is_chosen() -> None:
    assert Failures() == Failures(failure="", step=0)


def test_choosing_a_failure_begins_before_its_first_step(of_ticket: Mapping[str, Failure]) -> None:
    assert update(Failures("bell-twice", 4, 5), ChooseFailure("lost-bell"), of_ticket) == Failures("lost-bell")


def test_choosing_none_leads_back_to_the_mode(of_ticket: Mapping[str, Failure]) -> None:
    assert update(Failures("lost-bell", 4), ChooseFailure(""), of_ticket) == Failures()


def test_a_failure_of_another_mode_cannot_be_chosen(of_ticket: Mapping[str, Failure]) -> None:
    assert update(Failures("lost-bell", 4), ChooseFailure("empty-buffet"), of_ticket) == Failures("lost-bell", 4)


@pytest.mark.parametrize(
    ("before", "by", "after"), [(0, 1, 1), (3, 1, 4), (9, 1, 9), (3, -1, 2), (1, -1, 1), (0, -1, 1)]
)
def test_walking_stays_between_the_first_step_and_the_last(
    before: int, by: int, after: int, of_ticket: Mapping[str, Failure]
) -> None:
    assert update(Failures("lost-bell", before), Walk(by), of_ticket) == Failures("lost-bell", after)


@pytest.mark.parametrize(("number", "after"), [(0, 0), (9, 9), (-1, 9), (10, 2), (-2, 2)])
def test_a_step_is_chosen_if_the_failure_has_it(number: int, after: int, of_ticket: Mapping[str, Failure]) -> None:
    assert update(Failures("lost-bell", 2), ChooseStep(number), of_ticket).step == after


def test_a_step_that_is_pointed_at_is_shown_until_another_one_is_chosen(of_ticket: Mapping[str, Failure]) -> None:
    pointed = update(Failures("lost-bell", 2), Point(5), of_ticket)
    assert (pointed.step, pointed.shown_step) == (2, 5)
    assert update(pointed, Walk(1), of_ticket) == Failures("lost-bell", 3)
    assert update(pointed, ChooseStep(7), of_ticket) == Failures("lost-bell", 7)


@pytest.mark.parametrize("event", [ChooseStep(1), Walk(1), Point(1), TogglePlay()], ids=repr)
def test_nothing_is_walked_where_no_failure_of_this_mode_is_shown(
    event: object, of_ticket: Mapping[str, Failure]
) -> None:
    for part in (Failures(), Failures("empty-buffet", 2)):
        assert update(part, event, of_ticket) == part


# What is shown


def test_the_list_begins_with_the_mode_itself_which_is_pressed_at_first(lesson: Lesson, lazy: LazyContent) -> None:
    buttons = list(find(shown(lesson, lazy, Failures()), "button", data_event="failures.choose-failure"))
    assert [button.attributes["data-value"] for button in buttons] == ["", *lazy.failures["ticket"]]
    assert buttons[0].text == lazy.messages("failures.none")
    assert [button.attributes["aria-pressed"] for button in buttons] == ["true", "false", "false", "false"]


@pytest.mark.parametrize("part", [Failures(), Failures("empty-buffet", 3), Failures("no-such-failure")], ids=repr)
def test_without_a_failure_of_this_mode_there_is_a_list_and_no_figure(
    part: Failures, lesson: Lesson, lazy: LazyContent
) -> None:
    found = shown(lesson, lazy, part)
    assert len(list(find(found, aria_pressed="true"))) == 1
    assert not list(find(found, "figure"))


def test_a_mode_without_failures_has_no_list(lesson: Lesson, lazy: LazyContent) -> None:
    assert presented(lesson, lazy, "no-such-mode", Failures()) is None
    assert failures(lesson, None, None) is None


@pytest.mark.parametrize("mode", MODES)
def test_a_chosen_failure_is_told_by_a_drawing_a_list_a_caption_and_what_to_do(
    mode: str, lesson: Lesson, lazy: LazyContent
) -> None:
    for name, failure in lazy.failures[mode].items():
        found = shown(lesson, lazy, Failures(name, 2), mode)
        figure = next(find(found, "figure", data_mode=mode, data_failure=name, data_step="2"))
        assert next(find(found, "svg", within=figure)).around[-1].attributes["class"] == "canvas"
        numbers = [tag.attributes["data-step"] for tag in find(found, "li", within=figure, data_step="*")]
        assert numbers == [str(number) for number in range(1, len(failure.steps) + 1)]
        assert next(find(found, "h3", within=figure)).text == f"2. {failure.steps[1].caption}"
        remedy = next(find(found, "div", class_="remedy"))
        assert all(point.text in remedy.text for point in failure.remedy)


def test_the_step_that_is_pointed_at_lights_up(lesson: Lesson, lazy: LazyContent) -> None:
    found = shown(lesson, lazy, Failures("lost-bell", 2, pointed=6))
    assert next(find(found, "figure")).attributes["data-step"] == "6"
    assert next(find(found, "span", class_="position")).text == "6 / 9"


def test_a_failure_is_walked_by_its_own_events(lesson: Lesson, lazy: LazyContent) -> None:
    found = shown(lesson, lazy, Failures("lost-bell", 1))
    figure = next(find(found, "figure", data_failure="lost-bell"))
    events = {tag.attributes["data-event"] for tag in find(found, within=figure, data_event="*")}
    assert events == {"failures.choose-step", "failures.walk", "explore.copy-diagram", "explore.save-picture"}
    assert next(find(found, within=figure, data_keys="walk")).attributes["tabindex"] == "0"


@pytest.mark.parametrize(("step", "previous", "following"), [(1, "true", None), (9, None, "true"), (4, None, None)])
def test_where_there_is_no_further_step_the_button_says_so(
    step: int, previous: str | None, following: str | None, lesson: Lesson, lazy: LazyContent
) -> None:
    found = shown(lesson, lazy, Failures("lost-bell", step))
    back, on = find(found, "button", data_event="failures.walk")
    assert (back.attributes.get("aria-disabled"), on.attributes.get("aria-disabled")) == (previous, following)


@pytest.mark.parametrize("svg", [None, ""], ids=["not there yet", "could not be drawn"])
def test_while_there_is_no_drawing_the_page_says_so(svg: str | None, lesson: Lesson, lazy: LazyContent) -> None:
    found = shown(lesson, lazy, Failures("lost-bell"), svg=svg)
    assert (
        next(find(found, "p", class_="undrawn")).text == next(find(tags(str(explore.drawing(lesson, svg))), "p")).text
    )


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_a_failure_becomes_markup(change: Callable[[str], str], lesson: Lesson, lazy: LazyContent) -> None:
    hostile = replace(lazy, failures=_changed(lazy.failures, change))
    before, after = (shown(lesson, each, Failures("lost-bell", 1)) for each in (lazy, hostile))
    assert [tag.name for tag in after] == [tag.name for tag in before]
