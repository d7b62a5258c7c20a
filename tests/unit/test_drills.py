"""Failure drills: what goes wrong with a mode, told, drawn and shown like the mode itself."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from engine.content.lesson import Lesson
from engine.content.practice_content import Workshop
from engine.features.explore import view as explore
from engine.features.failures.content import Drill
from engine.features.failures.state import Drills, update
from engine.features.failures.view import drills
from engine.sequence.diagram import (
    ANNOTATIONS,
    LINE,
    NOTE_LINE,
    diagram,
)
from engine.sequence.narrate import drill_prose, occupations
from tests.unit.markup import Tag, find, tags
from tests.unit.texts import HOSTILE, _changed

MODES = ("sync", "streaming", "async", "batch")
DRILLS = (
    "proxy-timeout",
    "double-run",
    "rate-limited",
    "cut-stream",
    "buffering-proxy",
    "error-after-200",
    "lost-webhook",
    "webhook-twice",
    "forged-webhook",
    "failed-items",
    "expired-batch",
    "submitted-twice",
)
ALL = frozenset(ANNOTATIONS)

each_drill = pytest.mark.parametrize("name", DRILLS)


@pytest.fixture(scope="session")
def every(workshop: Workshop) -> Mapping[str, Drill]:
    """Every drill by its own name."""
    return {name: drill for of_mode in workshop.drills.values() for name, drill in of_mode.items()}


@pytest.fixture
def of_async(workshop: Workshop) -> Mapping[str, Drill]:
    return workshop.drills["async"]


def shown(
    lesson: Lesson, workshop: Workshop, part: Drills, mode: str = "async", svg: str | None = "<svg></svg>"
) -> list[Tag]:
    """The elements of the view."""
    return tags(f"<div>{drills(lesson, workshop, mode, part, svg)}</div>")


# What the content must hold


def test_every_mode_has_at_least_two_drills_and_every_drill_a_mode(workshop: Workshop) -> None:
    assert set(workshop.drills) == set(MODES)
    assert all(len(of_mode) >= 2 for of_mode in workshop.drills.values())


def test_a_drill_has_one_name_of_its_own_across_all_modes(workshop: Workshop) -> None:
    assert [name for of_mode in workshop.drills.values() for name in of_mode] == list(DRILLS)
    labels = [drill.name for of_mode in workshop.drills.values() for drill in of_mode.values()]
    assert len(set(labels)) == len(labels)


@each_drill
def test_a_drill_has_five_to_ten_steps_and_two_to_four_participants(name: str, every: Mapping[str, Drill]) -> None:
    assert 5 <= len(every[name].steps) <= 10
    assert 2 <= len(every[name].participants) <= 4


@each_drill
def test_a_drill_says_what_the_client_must_do_and_on_what_that_rests(name: str, every: Mapping[str, Drill]) -> None:
    assert len(every[name].remedy) >= 3
    assert any(point.sources for point in every[name].remedy)


@each_drill
def test_a_drill_shares_participants_with_its_mode(name: str, workshop: Workshop, lesson: Lesson) -> None:
    mode = next(mode for mode, of_mode in workshop.drills.items() if name in of_mode)
    own = {participant.name for participant in workshop.drills[mode][name].participants}
    assert len(own & {participant.name for participant in lesson.modes[mode].participants}) >= 2


@each_drill
def test_work_has_nobody_it_goes_to_and_a_message_has(name: str, every: Mapping[str, Drill]) -> None:
    assert all((step.to is None) == (step.kind == "work") and step.to != step.from_ for step in every[name].steps)


@each_drill
def test_steps_name_participants_and_frames_that_are_there(name: str, every: Mapping[str, Drill]) -> None:
    drill = every[name]
    participants = {participant.name for participant in drill.participants}
    for step in drill.steps:
        assert {step.from_, step.to or step.from_, *(step.states or {})} <= participants
    assert {step.within for step in drill.steps} - {None} == set(drill.frames or {})


@each_drill
def test_every_participant_of_a_drill_takes_part(name: str, every: Mapping[str, Drill]) -> None:
    acting = {who for step in every[name].steps for who in (step.from_, step.to)}
    assert {participant.name for participant in every[name].participants} <= acting


@each_drill
def test_nobody_is_left_waiting_at_the_end(name: str, every: Mapping[str, Drill]) -> None:
    assert "blocked" not in occupations(every[name])[-1].during.values()


# How it is drawn and told


@each_drill
def test_the_prose_tells_every_step_and_every_remedy(name: str, lesson: Lesson, every: Mapping[str, Drill]) -> None:
    told, drill = drill_prose(lesson, every[name]), every[name]
    assert all(part in told for step in drill.steps for part in (step.label, step.caption, step.explanation))
    assert all(point.text in told for point in drill.remedy)


@each_drill
def test_every_step_of_a_drill_is_drawn_once(name: str, lesson: Lesson, every: Mapping[str, Drill]) -> None:
    drawn = diagram(lesson, every[name], ALL)
    numbers = sorted(meaning["step"] for meaning in drawn.messages + drawn.notes)
    assert numbers == list(range(1, len(every[name].steps) + 1))


@each_drill
def test_the_words_of_a_drill_fit_into_their_lines(name: str, lesson: Lesson, every: Mapping[str, Drill]) -> None:
    """Measured without the entities, as they are drawn."""
    width = LINE[len(every[name].participants)]
    for line in diagram(lesson, every[name], ALL).source.splitlines():
        if found := re.match(r" {4}(Note over p\d|p\d\S+p\d): (.*)", line):
            parts = [re.sub(r"#\d+;", "·", part) for part in found[2].split("<br/>")]
            assert max(map(len, parts)) <= (NOTE_LINE if found[1].startswith("Note") else width)


# What a learner does with it


def test_at_first_no_drill_is_chosen() -> None:
    assert Drills() == Drills(drill="", step=0)


def test_choosing_a_drill_begins_before_its_first_step(of_async: Mapping[str, Drill]) -> None:
    assert update(Drills("webhook-twice", 4, 5), "choose", "lost-webhook", of_async) == Drills("lost-webhook")


def test_choosing_none_leads_back_to_the_mode(of_async: Mapping[str, Drill]) -> None:
    assert update(Drills("lost-webhook", 4), "choose", "", of_async) == Drills()


def test_a_drill_of_another_mode_cannot_be_chosen(of_async: Mapping[str, Drill]) -> None:
    assert update(Drills("lost-webhook", 4), "choose", "cut-stream", of_async) == Drills("lost-webhook", 4)


@pytest.mark.parametrize(
    ("before", "by", "after"), [(0, "1", 1), (3, "1", 4), (9, "1", 9), (3, "-1", 2), (1, "-1", 1), (0, "-1", 1)]
)
def test_walking_stays_between_the_first_step_and_the_last(
    before: int, by: str, after: int, of_async: Mapping[str, Drill]
) -> None:
    assert update(Drills("lost-webhook", before), "walk", by, of_async) == Drills("lost-webhook", after)


@pytest.mark.parametrize(("number", "after"), [("0", 0), ("9", 9), ("last", 9), ("10", 2), ("-1", 2)])
def test_a_step_is_chosen_if_the_drill_has_it(number: str, after: int, of_async: Mapping[str, Drill]) -> None:
    assert update(Drills("lost-webhook", 2), "step", number, of_async).step == after


def test_a_step_that_is_pointed_at_is_shown_until_another_one_is_chosen(of_async: Mapping[str, Drill]) -> None:
    pointed = update(Drills("lost-webhook", 2), "point", "5", of_async)
    assert (pointed.step, pointed.shown_step) == (2, 5)
    assert update(pointed, "walk", "1", of_async) == Drills("lost-webhook", 3)
    assert update(pointed, "step", "7", of_async) == Drills("lost-webhook", 7)


@pytest.mark.parametrize("what", ["step", "walk", "point", "play"])
def test_nothing_is_walked_where_no_drill_of_this_mode_is_shown(what: str, of_async: Mapping[str, Drill]) -> None:
    for part in (Drills(), Drills("cut-stream", 2)):
        assert update(part, what, "1", of_async) == part


# What is shown


def test_the_list_begins_with_the_mode_itself_which_is_pressed_at_first(lesson: Lesson, workshop: Workshop) -> None:
    buttons = list(find(shown(lesson, workshop, Drills()), "button", data_event="drills.choose"))
    assert [button.attributes["data-value"] for button in buttons] == ["", *workshop.drills["async"]]
    assert buttons[0].text == workshop.words.drills.none
    assert [button.attributes["aria-pressed"] for button in buttons] == ["true", "false", "false", "false"]


@pytest.mark.parametrize("part", [Drills(), Drills("cut-stream", 3), Drills("no-such-drill")], ids=repr)
def test_without_a_drill_of_this_mode_there_is_a_list_and_no_figure(
    part: Drills, lesson: Lesson, workshop: Workshop
) -> None:
    found = shown(lesson, workshop, part)
    assert len(list(find(found, aria_pressed="true"))) == 1
    assert not list(find(found, "figure"))


def test_a_mode_without_drills_has_no_list(lesson: Lesson, workshop: Workshop) -> None:
    assert drills(lesson, workshop, "no-such-mode", Drills(), None) is None


@pytest.mark.parametrize("mode", MODES)
def test_a_chosen_drill_is_told_by_a_drawing_a_list_a_caption_and_what_to_do(
    mode: str, lesson: Lesson, workshop: Workshop
) -> None:
    for name, drill in workshop.drills[mode].items():
        found = shown(lesson, workshop, Drills(name, 2), mode)
        figure = next(find(found, "figure", data_mode=mode, data_drill=name, data_step="2"))
        assert next(find(found, "svg", within=figure)).around[-1].attributes["class"] == "canvas"
        numbers = [tag.attributes["data-step"] for tag in find(found, "li", within=figure, data_step="*")]
        assert numbers == [str(number) for number in range(1, len(drill.steps) + 1)]
        assert next(find(found, "h3", within=figure)).text == f"2. {drill.steps[1].caption}"
        remedy = next(find(found, "div", class_="remedy"))
        assert all(point.text in remedy.text for point in drill.remedy)


def test_the_step_that_is_pointed_at_lights_up(lesson: Lesson, workshop: Workshop) -> None:
    found = shown(lesson, workshop, Drills("lost-webhook", 2, pointed=6))
    assert next(find(found, "figure")).attributes["data-step"] == "6"
    assert next(find(found, "span", class_="position")).text == "6 / 9"


def test_a_drill_is_walked_by_its_own_events(lesson: Lesson, workshop: Workshop) -> None:
    found = shown(lesson, workshop, Drills("lost-webhook", 1))
    figure = next(find(found, "figure", data_drill="lost-webhook"))
    events = {tag.attributes["data-event"] for tag in find(found, within=figure, data_event="*")}
    assert events == {"drills.step", "drills.walk", "copy", "download"}
    assert next(find(found, within=figure, data_keys="drill")).attributes["tabindex"] == "0"


@pytest.mark.parametrize(("step", "previous", "following"), [(1, "true", None), (9, None, "true"), (4, None, None)])
def test_where_there_is_no_further_step_the_button_says_so(
    step: int, previous: str | None, following: str | None, lesson: Lesson, workshop: Workshop
) -> None:
    found = shown(lesson, workshop, Drills("lost-webhook", step))
    back, on = find(found, "button", data_event="drills.walk")
    assert (back.attributes.get("aria-disabled"), on.attributes.get("aria-disabled")) == (previous, following)


@pytest.mark.parametrize("svg", [None, ""], ids=["not there yet", "could not be drawn"])
def test_while_there_is_no_drawing_the_page_says_so(svg: str | None, lesson: Lesson, workshop: Workshop) -> None:
    found = shown(lesson, workshop, Drills("lost-webhook"), svg=svg)
    assert (
        next(find(found, "p", class_="undrawn")).text
        == next(find(tags(str(explore.drawing(lesson.words, svg))), "p")).text
    )


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_a_drill_becomes_markup(change: Callable[[str], str], lesson: Lesson, workshop: Workshop) -> None:
    hostile = replace(workshop, drills=_changed(workshop.drills, change))
    before, after = (shown(lesson, each, Drills("lost-webhook", 1)) for each in (workshop, hostile))
    assert [tag.name for tag in after] == [tag.name for tag in before]
