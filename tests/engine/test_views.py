"""A state as HTML: what stands where, what does not change, and what other pages rely on."""

from dataclasses import replace
from typing import Any

import pytest

from engine import app
from engine.address import opened
from engine.content.lesson import Lesson
from engine.features.explore.state import ChoosePane, ChooseStep, Point, ToggleMore, TogglePlay
from engine.first_screen import start
from engine.page import (
    page,
    regions,
    render,
    root_attributes,
)
from engine.page_events import ChooseMode, ContentRefused, Copied, Dismiss, Navigate, ToggleAnnotation, ToggleText
from engine.review.drawings import first_screen
from engine.sequence.narrate import states_of
from engine.state import State
from tests.support.acting import after
from tests.support.markup import Tag, find, tags

MODES = ("counter", "buffet", "ticket", "banquet")


@pytest.fixture
def first(lesson: Lesson) -> State:
    """The state of the static page, with a drawing of each mode."""
    drawn = {key: f"<svg>{made.source.count('Note ')}</svg>" for key, made in first_screen(lesson)}
    return replace(start(lesson, "Versions 1 & 2"), drawings=drawn)


@pytest.fixture
def found(first: State) -> list[Tag]:
    """The elements of the first screen."""
    return tags(str(page(first)))


def changed(state: State, event: Any) -> set[str]:
    """The regions that an event makes look different."""
    was, now = regions(state), regions(after(state, event))
    assert set(was) <= set(now)
    return {name for name in now if was.get(name) != now[name]}


@pytest.mark.parametrize(
    "event",
    [
        ChooseStep(0),
        Navigate("#view=compare"),
        Navigate("#view=about"),
        ChooseMode("banquet"),
        ChooseStep(2),
        ToggleText(),
        ContentRefused(()),
        Copied("text"),
    ],
    ids=repr,
)
def test_the_same_state_looks_the_same_twice(event: Any, first: State) -> None:
    state = after(first, event)
    assert regions(state) == regions(state)
    assert str(page(state)) == str(page(state))


def test_the_page_has_a_place_for_each_region(first: State, found: list[Tag]) -> None:
    ids = [tag.attributes["id"] for tag in found if tag.attributes.get("id", "").startswith("region-")]
    late = [f"{part}-{name}" for part in ("failures", "code") for name in MODES]
    assert sorted(ids) == sorted(f"region-{name}" for name in [*regions(first), *late])


@pytest.mark.parametrize(
    "name",
    [
        "header",
        "notices",
        "modes",
        "tools",
        "profile",
        "explanation",
        "guide",
        "player",
        "onward",
        "comparison",
        "about",
        "announcement",
        *(f"drawing-{name}" for name in MODES),
        *(f"steps-{name}" for name in MODES),
    ],
)
@pytest.mark.parametrize("event", [Dismiss(), Copied("text")], ids=["quiet", "with a notice"])
def test_a_region_that_is_rendered_alone_is_what_stands_in_the_page(name: str, event: Any, first: State) -> None:
    state = after(first, event)
    rest = str(page(state)).partition(f' id="region-{name}"')[2].partition(">")[2]
    assert rest.startswith(f"{render(regions(state)[name])}</div>")


def test_where_there_is_nothing_to_say_the_notices_are_empty(first: State) -> None:
    assert render(regions(first)["notices"]) == ""


def test_the_guide_holds_the_guidance_of_every_mode(first: State) -> None:
    sections = [
        section
        for section in find(tags(render(regions(first)["guide"])), "section", class_="*")
        if "guide" in section.attributes["class"].split()
    ]
    assert [section.attributes["data-mode"] for section in sections] == list(MODES)


@pytest.mark.parametrize(
    ("event", "regions_changed"),
    [
        (ChooseStep(0), set()),
        (ChooseStep(2), {"explanation", "player", "announcement"}),
        (Point(2), {"explanation"}),
        (TogglePlay(), {"explanation", "player", "announcement"}),
        (ChoosePane("code"), {"tools", "code-counter"}),
        (ToggleMore(), {"guide"}),
        (ToggleText(), {"tools"}),
        (Navigate("#view=compare"), {"header", "onward"}),
        (Navigate("#view=about"), {"header", "onward"}),
        (ChooseMode("banquet"), {"modes", "explanation", "player", "announcement"}),
        (ToggleAnnotation("cost"), {"tools", *(f"drawing-{name}" for name in MODES)}),
        (ContentRefused(()), {"notices", "announcement"}),
        (Copied("text"), {"notices", "announcement"}),
    ],
    ids=lambda each: " ".join(sorted(each)) if isinstance(each, set) else str(each),
)
def test_an_event_changes_the_regions_that_show_it_and_no_other(
    event: Any, regions_changed: set[str], first: State
) -> None:
    assert changed(first, event) == regions_changed


def test_the_root_says_what_is_shown(first: State) -> None:
    state = after(after(after(first, ChooseMode("banquet")), ChooseStep(3)), ToggleText())
    assert root_attributes(state) == {
        "data-view": "explore",
        "data-mode": "banquet",
        "data-step": "3",
        "style": "--step: 3",
        "data-pane": "diagram",
        "data-fails": "no",
        "data-shows": "note-1 note-2",
        "data-form": "text",
        "data-embedded": "no",
    }


def test_there_is_a_radio_group_with_a_radio_for_each_mode(found: list[Tag]) -> None:
    group = next(find(found, "fieldset", role="radiogroup"))
    legend = next(find(found, "legend", id=group.attributes["aria-labelledby"]))
    assert legend.text == "Mode"
    radios = list(find(found, "input", within=group, type="radio", name_="mode"))
    assert [radio.attributes["value"] for radio in radios] == list(MODES)
    assert [radio.attributes["aria-label"] for radio in radios] == ["Counter", "Buffet", "Ticket", "Banquet"]


def test_each_modes_card_says_in_brief_what_tells_it_from_the_others(found: list[Tag], lesson: Lesson) -> None:
    """The columns of the lesson's `glance`: here the price and the latency."""
    for radio in find(found, "input", type="radio", name_="mode"):
        brief = next(find(found, id=radio.attributes["aria-describedby"]))
        sections = lesson.modes[radio.attributes["value"]].sections
        texts = [each.text for each in find(found, "span", within=brief)]
        assert texts == [f"{sections['price'].multiplier}×", sections["latency"].short]


def test_there_is_a_radio_for_the_diagram_and_for_each_feature_that_stands_in_its_place(found: list[Tag]) -> None:
    radios = list(find(found, "input", type="radio", name_="pane"))
    assert [(radio.attributes["value"], radio.around[-1].text) for radio in radios] == [
        ("diagram", "Diagram"),
        ("failures", "When it breaks"),
        ("code", "Code"),
    ]
    assert [radio.attributes["value"] for radio in radios if "checked" in radio.attributes] == ["diagram"]


def test_a_lesson_with_a_diagram_alone_has_no_panes_to_choose_from(lesson: Lesson) -> None:
    bare = replace(lesson, features=("explore", "compare", "about"))
    assert not list(find(tags(render(regions(start(bare))["tools"])), "input", name_="pane"))


@pytest.mark.parametrize("name", MODES)
def test_the_chosen_mode_is_the_checked_radio(name: str, first: State) -> None:
    html = render(regions(after(first, ChooseMode(name)))["modes"])
    assert [radio.attributes["value"] for radio in find(tags(html), "input", checked="*")] == [name]


@pytest.mark.parametrize("name", MODES)
def test_each_mode_has_a_figure_with_its_name(name: str, found: list[Tag], lesson: Lesson) -> None:
    figure = next(find(found, "figure", data_mode=name))
    title = next(find(found, within=figure, id=figure.attributes["aria-labelledby"]))
    assert title.text == f"{lesson.modes[name].name} sequence diagram"


@pytest.mark.parametrize("name", MODES)
def test_every_step_is_in_the_list_beside_the_drawing(name: str, found: list[Tag], lesson: Lesson) -> None:
    figure = next(find(found, "figure", data_mode=name))
    listed = find(found, "li", within=next(find(found, "ol", within=figure)), data_step="*")
    assert [tag.attributes["data-step"] for tag in listed] == [
        str(each) for each, _ in enumerate(lesson.modes[name].steps, 1)
    ]
    assert len(list(find(found, "svg", within=figure))) == 1


def test_where_there_is_no_drawing_a_sentence_says_so(lesson: Lesson) -> None:
    state = start(lesson)
    assert lesson.messages("explore.drawing") in render(regions(state)["drawing-counter"])
    failed = replace(state, drawings={("counter", state.annotations): ""})
    assert lesson.messages("notices.undrawn") in render(regions(failed)["drawing-counter"])


def test_every_step_explains_itself(first: State) -> None:
    for number, step in enumerate(first.chosen.steps, 1):
        explanation = tags(render(regions(after(first, ChooseStep(number)))["explanation"]))[0].text
        assert step.caption in explanation
        assert step.explanation in explanation


def test_before_the_first_step_nothing_is_explained_and_a_step_can_be_let_go_again(first: State) -> None:
    assert render(regions(first)["explanation"]) == ""
    explained = tags(render(regions(after(first, ChooseMode("banquet"), ChooseStep(2)))["explanation"]))
    back = next(find(explained, "button", class_="back"))
    assert (back.text, back.attributes["data-event"], back.attributes["data-value"]) == (
        "Back: when to use Banquet",
        "explore.choose-step",
        "0",
    )


@pytest.mark.parametrize("name", MODES)
def test_each_figure_says_what_the_bars_mean(name: str, found: list[Tag], lesson: Lesson) -> None:
    figure = next(find(found, "figure", data_mode=name))
    states = list(find(found, "span", within=next(find(found, "p", within=figure, class_="legend")), class_="state"))
    used = states_of(lesson, lesson.modes[name])
    assert [state.text for state in states] == [each.name for each in used]
    swatches = [next(find(found, "i", within=state)).attributes["data-fill"] for state in states]
    assert swatches == [each.fill for each in used]
    assert lesson.messages("explore.marks") in [mark.text for mark in find(found, "span", class_="marked")]


def test_every_notice_is_shown_and_one_button_dismisses_them(lesson: Lesson) -> None:
    state = after(
        opened(lesson, "?author=1", "#weather=fine&mode=fax"), ContentRefused(("a:1:1: wrong", "b:2:2: wrong"))
    )
    shown = tags(render(regions(after(state, Copied("text")))["notices"]))
    messages = lesson.messages
    assert [tag.text for tag in find(shown, "p")] == [
        messages("notices.unknown_value"),
        messages("notices.unknown_name"),
        messages("notices.author_errors"),
        messages("notices.copy_by_hand"),
    ]
    assert [tag.text for tag in find(shown, "li")] == ["mode=fax", "weather", "a:1:1: wrong", "b:2:2: wrong"]
    assert [(tag.text, "readonly" in tag.attributes) for tag in find(shown, "textarea")] == [("text", True)]
    assert [tag.text for tag in find(shown, "button", data_event="page.dismiss")] == [messages("notices.dismiss")]


def test_a_notice_is_announced(first: State) -> None:
    state = after(first, Copied())
    assert tags(render(regions(state)["announcement"]))[0].text.startswith(first.lesson.messages("notices.copied"))


def test_no_id_stands_twice(found: list[Tag]) -> None:
    ids = [tag.attributes["id"] for tag in found if "id" in tag.attributes]
    assert sorted(set(ids)) == sorted(ids)


def test_whatever_refers_to_an_id_finds_it(found: list[Tag]) -> None:
    ids = {tag.attributes["id"] for tag in found if "id" in tag.attributes}
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        named = {each for tag in found for each in tag.attributes.get(attribute, "").split()}
        assert named <= ids


def test_every_link_inside_the_page_leads_somewhere(found: list[Tag], lesson: Lesson) -> None:
    links = {tag.attributes["href"] for tag in find(found, "a", href="*") if tag.attributes["href"].startswith("#")}
    ids = {tag.attributes["id"] for tag in found if "id" in tag.attributes}
    assert len(links) > 20
    for link in links:
        state = opened(lesson, "", link)
        assert state.notices == (), link
        assert app.target(state) in ("", *ids)


def test_every_other_link_leads_to_a_source(found: list[Tag], lesson: Lesson) -> None:
    links = {tag.attributes["href"] for tag in find(found, "a", href="*") if not tag.attributes["href"].startswith("#")}
    assert links == {source.address for source in lesson.sources.values()}


def test_the_table_of_compare_has_a_row_for_each_mode(first: State) -> None:
    shown = tags(render(regions(first)["comparison"]))
    for table in find(shown, "table"):
        rows = list(find(shown, "th", within=table, scope="row"))
        assert [row.text for row in rows] == ["Counter", "Buffet", "Ticket", "Banquet"]


def test_compare_says_what_its_table_comes_to(first: State) -> None:
    shown = tags(render(regions(first)["comparison"]))
    compared = first.lesson.compared[0].outcomes
    point = next(find(shown, class_="point")).text
    early, cheap = (
        min(compared, key=lambda name: compared[name].first[0]),
        min(compared, key=lambda n: compared[n].dollars),
    )
    assert point.startswith(first.lesson.modes[early].name)
    assert first.lesson.modes[cheap].name in point
    assert compared[cheap].cost in point


def test_the_answers_of_the_scenarios_are_behind_a_disclosure(found: list[Tag], lesson: Lesson) -> None:
    answers = {tag.text for tag in find(found, "details")}
    assert all(any(scenario.why in answer for answer in answers) for scenario in lesson.examples)
    assert not list(find(found, "details", open="*"))


def test_the_snippet_is_an_iframe_with_a_title_and_a_height(found: list[Tag]) -> None:
    snippet = tags(next(find(found, id="snippet")).text)[0]
    assert (snippet.name, snippet.attributes["title"], snippet.attributes["width"], snippet.attributes["height"]) == (
        "iframe",
        "Counter, Buffet, Ticket, and Banquet",
        "100%",
        "602",
    )


@pytest.mark.parametrize(
    ("multiplier", "read"),
    [(1, "1.0×"), (0.5, "0.5×"), (0.25, "0.25×"), (0.75, "0.75×"), (1.25, "1.25×"), (0.125, "0.125×"), (10, "10.0×")],
)
def test_a_price_keeps_its_decimals_in_every_view(multiplier: float, read: str, lesson: Lesson) -> None:
    modes = {
        name: replace(mode, sections={**mode.sections, "price": replace(mode.sections["price"], multiplier=multiplier)})
        for name, mode in lesson.modes.items()
    }
    shown = str(page(start(replace(lesson, modes=modes))))
    assert shown.count(f">{read}<") == 4 * len(MODES)  # card, profile, guidance, Compare
