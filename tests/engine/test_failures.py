"""Failures: what goes wrong with a mode, told, drawn and shown like the mode itself."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.explore import view as explore
from engine.features.failures.content import Failure
from engine.features.failures.presenter import failures as presented
from engine.features.failures.state import (
    ChooseFailure,
    ChooseStep,
    Failures,
    Point,
    TogglePlay,
    Walk,
    interval,
    ticked,
    update,
)
from engine.features.failures.view import failures
from engine.sequence.diagram import (
    LINE,
    NOTE_LINE,
    diagram,
)
from engine.sequence.narrate import sequence_prose
from engine.sequence.walk import reading_seconds
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
    count = len(every[name].participants)
    for line in diagram(lesson, every[name], ALL).source.splitlines():
        if found := re.match(r" {4}(Note .+ p\d|p\d\S+p\d): (.*)", line):
            parts = [re.sub(r"#\d+;", "·", part) for part in found[2].split("<br/>")]
            assert max(map(len, parts)) <= (NOTE_LINE if found[1].startswith("Note") else LINE)[count]


# What a learner does with it


def test_at_first_no_failure_is_chosen() -> None:
    assert Failures() == Failures(failure="", step=0)


def test_choosing_a_failure_begins_before_its_first_step(of_ticket: Mapping[str, Failure]) -> None:
    assert update(Failures("bell-twice", 4, 5), ChooseFailure("lost-bell"), of_ticket) == Failures("lost-bell")


@pytest.mark.parametrize("other", ["", "empty-buffet"])
def test_no_failure_or_one_of_another_mode_cannot_be_chosen(other: str, of_ticket: Mapping[str, Failure]) -> None:
    assert update(Failures("lost-bell", 4), ChooseFailure(other), of_ticket) == Failures("lost-bell", 4)


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


def test_play_walks_the_failure_from_its_first_step_to_its_last_and_stops_there(
    of_ticket: Mapping[str, Failure],
) -> None:
    own = update(Failures("lost-bell"), TogglePlay(), of_ticket)
    seen: list[int] = []
    while own.playing and len(seen) < 20:
        assert interval(own, of_ticket) == reading_seconds(of_ticket["lost-bell"].steps[own.step - 1])
        seen.append(own.step)
        own = ticked(own, of_ticket)
    assert (seen, own) == ([*range(1, 9)], Failures("lost-bell", 9))
    assert interval(own, of_ticket) is None


@pytest.mark.parametrize("event", [Walk(1), ChooseStep(2), TogglePlay(), ChooseFailure("bell-twice")], ids=repr)
def test_whatever_a_learner_does_with_the_failure_stops_play(event: object, of_ticket: Mapping[str, Failure]) -> None:
    assert not update(Failures("lost-bell", 3, playing=True), event, of_ticket).playing


@pytest.mark.parametrize("own", [Failures(), Failures("empty-buffet", 2, playing=True)], ids=repr)
def test_a_failure_that_is_not_there_does_not_play(own: Failures, of_ticket: Mapping[str, Failure]) -> None:
    assert interval(own, of_ticket) is None
    assert ticked(own, of_ticket) == own


@pytest.mark.parametrize("event", [ChooseStep(1), Walk(1), Point(1), TogglePlay()], ids=repr)
def test_nothing_is_walked_where_no_failure_of_this_mode_is_shown(
    event: object, of_ticket: Mapping[str, Failure]
) -> None:
    for part in (Failures(), Failures("empty-buffet", 2)):
        assert update(part, event, of_ticket) == part


# What is shown


@pytest.mark.parametrize("chosen", ["", "bell-twice"])
def test_the_list_names_every_failure_and_the_chosen_one_is_pressed(
    chosen: str, lesson: Lesson, lazy: LazyContent
) -> None:
    buttons = list(find(shown(lesson, lazy, Failures(chosen)), "button", data_event="failures.choose-failure"))
    assert [button.attributes["data-value"] for button in buttons] == [*lazy.failures["ticket"]]
    assert [button.text for button in buttons] == [each.name for each in lazy.failures["ticket"].values()]
    pressed = [name for name in lazy.failures["ticket"] if name == chosen]
    assert [b.attributes["data-value"] for b in buttons if b.attributes["aria-pressed"] == "true"] == pressed


@pytest.mark.parametrize("part", [Failures(), Failures("empty-buffet", 3), Failures("no-such-failure")], ids=repr)
def test_without_a_failure_of_this_mode_there_is_a_list_and_no_figure(
    part: Failures, lesson: Lesson, lazy: LazyContent
) -> None:
    found = shown(lesson, lazy, part)
    assert list(find(found, "button", data_event="failures.choose-failure"))
    assert not list(find(found, aria_pressed="true"))
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
        assert next(find(found, "svg", within=next(find(found, "div", within=figure, class_="canvas"))))
        numbers = [tag.attributes["data-step"] for tag in find(found, "li", within=figure, data_step="*")]
        assert numbers == [str(number) for number in range(1, len(failure.steps) + 1)]
        assert next(find(found, "h3", within=figure)).text == f"2. {failure.steps[1].caption}"
        remedy = next(find(found, "div", class_="remedy"))
        assert all(point.text in remedy.text for point in failure.remedy)


def test_the_step_that_is_pointed_at_lights_up_and_the_walk_stays_where_it_is(
    lesson: Lesson, lazy: LazyContent
) -> None:
    found = shown(lesson, lazy, Failures("lost-bell", 2, pointed=6))
    assert next(find(found, "figure")).attributes["data-step"] == "6"
    caption = next(find(found, "div", class_="caption"))
    assert next(find(found, "h3", within=caption)).text.startswith("6. ")
    assert next(find(found, "span", class_="position")).text == "2 / 9"


def test_a_failure_is_walked_by_its_own_events(lesson: Lesson, lazy: LazyContent) -> None:
    found = shown(lesson, lazy, Failures("lost-bell", 1))
    figure = next(find(found, "figure", data_failure="lost-bell"))
    events = {tag.attributes["data-event"] for tag in find(found, within=figure, data_event="*")}
    assert events == {
        "failures.choose-step",
        "failures.walk",
        "failures.toggle-play",
        "explore.copy-diagram",
        "explore.save-picture",
    }
    assert next(find(found, within=figure, data_keys="walk")).attributes["tabindex"] == "0"


@pytest.mark.parametrize(("step", "previous", "following"), [(1, "true", None), (9, None, "true"), (4, None, None)])
def test_where_there_is_no_further_step_the_button_says_so(
    step: int, previous: str | None, following: str | None, lesson: Lesson, lazy: LazyContent
) -> None:
    found = shown(lesson, lazy, Failures("lost-bell", step))
    back, on = find(found, "button", data_event="failures.walk")
    assert (back.attributes.get("aria-disabled"), on.attributes.get("aria-disabled")) == (previous, following)


@pytest.mark.parametrize(("playing", "name"), [(False, "Play"), (True, "Pause")])
def test_a_button_plays_the_failure_and_says_whether_it_does(
    playing: bool, name: str, lesson: Lesson, lazy: LazyContent
) -> None:
    play = next(find(shown(lesson, lazy, Failures("lost-bell", 2, playing=playing)), "button", class_="play"))
    assert (play.text, play.attributes["aria-pressed"]) == (name, str(playing).lower())


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
