"""The first page of each lesson: each step is drawn, listed and explained, and every link leads somewhere."""

from dataclasses import replace

import pytest

from engine import app
from engine.address import opened
from engine.content.lesson import Lesson
from engine.features.explore.state import ChooseStep
from engine.first_screen import start
from engine.page import page, regions, render
from engine.page_events import ChooseMode
from engine.sequence.narrate import prose
from engine.state import State
from tests.support.acting import after
from tests.support.markup import Tag, find, tags
from tools import drawings

REDRAW = "run `make diagrams`, which draws it again"


@pytest.fixture
def first(lesson: Lesson) -> State:
    """The state of the static page, with its drawings."""
    return replace(start(lesson, "Versions 1 & 2"), drawings=drawings.kept(lesson))


@pytest.fixture
def found(first: State) -> list[Tag]:
    """The elements of the first screen."""
    return tags(str(page(first)))


def test_every_step_is_in_the_kept_drawing_and_every_mode_has_a_figure(found: list[Tag], lesson: Lesson) -> None:
    for name, mode in lesson.modes.items():
        figure = next(find(found, "figure", data_mode=name))
        drawn = next(find(found, "svg", within=figure), None)
        assert drawn, f"{name}: {REDRAW}"
        steps = {tag.attributes["data-step"] for tag in find(found, within=drawn, data_step="*")}
        assert steps == {str(number) for number, _ in enumerate(mode.steps, 1)}, f"{name}: {REDRAW}"


def test_every_step_is_listed_and_explains_itself(first: State, found: list[Tag]) -> None:
    for name, mode in first.lesson.modes.items():
        figure = next(find(found, "figure", data_mode=name))
        listed = find(found, "li", within=next(find(found, "ol", within=figure)), data_step="*")
        numbers = [*range(1, len(mode.steps) + 1)]
        assert [tag.attributes["data-step"] for tag in listed] == [*map(str, numbers)]
        chosen = after(first, ChooseMode(name))
        for number, step in zip(numbers, mode.steps, strict=True):
            panel = tags(render(regions(after(chosen, ChooseStep(number)))["panel"]))[0].text
            assert step.caption in panel
            assert step.explanation in panel


def test_the_prose_tells_every_step_and_every_frame(lesson: Lesson) -> None:
    for mode in lesson.modes.values():
        told = prose(lesson, mode)
        assert all(text in told for each in mode.steps for text in (each.label, each.caption, each.explanation))
        assert all(frame.label in told for frame in (mode.frames or {}).values())


def test_every_mode_can_be_chosen_by_its_name_and_is_compared(first: State, found: list[Tag]) -> None:
    names = [mode.name for mode in first.lesson.modes.values()]
    assert [radio.around[-1].text for radio in find(found, "input", type="radio", name_="mode")] == names
    rows = find(tags(render(regions(first)["comparison"])), "th", scope="row")
    assert [row.text for row in rows] == names


def test_no_id_stands_twice_and_whatever_refers_to_one_finds_it(found: list[Tag]) -> None:
    ids = [tag.attributes["id"] for tag in found if "id" in tag.attributes]
    assert sorted(set(ids)) == sorted(ids)
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        named = {each for tag in found for each in tag.attributes.get(attribute, "").split()}
        assert named <= {*ids}


def test_every_link_inside_the_page_leads_somewhere(found: list[Tag], lesson: Lesson) -> None:
    links = {tag.attributes["href"] for tag in find(found, "a", href="*") if tag.attributes["href"].startswith("#")}
    ids = {tag.attributes["id"] for tag in found if "id" in tag.attributes}
    assert links
    for link in links:
        state = opened(lesson, "", link)
        assert state.notices == (), link
        assert app.target(state) in ("", *ids)


def test_every_other_link_leads_to_a_source(found: list[Tag], lesson: Lesson) -> None:
    links = {tag.attributes["href"] for tag in find(found, "a", href="*") if not tag.attributes["href"].startswith("#")}
    assert links == {source.address for source in lesson.sources.values()}


def test_the_answers_of_the_scenarios_are_behind_a_disclosure(found: list[Tag], lesson: Lesson) -> None:
    answers = {tag.text for tag in find(found, "details")}
    assert all(any(scenario.why in answer for answer in answers) for scenario in lesson.examples)
    assert not list(find(found, "details", open="*"))
