"""Practice as a learner sees it: predict, see what comes of it, confirm, what would flip it, and the result."""

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice.address import from_url, result_url
from engine.features.practice.progress import result_text
from engine.features.practice.scoring import FACTS_RIGHT, FULL
from engine.features.practice.state import Practice
from engine.html import link_to
from simulator.workload import FACTS
from tests.support.markup import find, tags
from tests.support.practising import Exercise, small


@pytest.fixture
def at(lesson: Lesson, lazy: LazyContent) -> Exercise:
    return Exercise(lesson, small(lesson, lazy))


def test_before_an_answer_the_page_holds_nothing_of_what_would_come_of_it(at: Exercise) -> None:
    scenario = at.content.scenarios["first"]
    html = at.html(at.act(Practice(), f"choose={at.modes[0]}", "mark=deadline"))
    told = [scenario.because, scenario.why, *scenario.hints, *(choice.text for choice in scenario.choices.values())]
    assert [text for text in told if text in html] == []


def test_modes_are_native_radios_of_one_group_and_facts_native_checkboxes(at: Exercise) -> None:
    seen = at.seen(at.act(Practice(), f"choose={at.modes[1]}", "mark=deadline"))
    (group,) = find(seen, "fieldset", id="choices", role="radiogroup")
    radios = list(find(seen, "input", within=group, type="radio", name_="choice"))
    assert [radio.attributes["value"] for radio in radios] == at.modes
    assert [radio.attributes["value"] for radio in radios if "checked" in radio.attributes] == [at.modes[1]]
    boxes = list(find(seen, "input", type="checkbox"))
    assert [box.attributes["value"] for box in boxes if "checked" in box.attributes] == ["deadline"]
    assert 4 <= len(boxes) <= 5


@pytest.mark.parametrize(
    ("controls", "missing"),
    [
        (["mark=deadline"], "mode"),
        (["choose=0"], "marks"),
        (["choose=0", "mark=deadline", "mark=reader", "mark=webhook"], "many"),
    ],
)
def test_an_unfinished_answer_is_met_with_words_and_counts_for_nothing(
    at: Exercise, controls: list[str], missing: str
) -> None:
    own = at.act(Practice(), *(each.replace("=0", f"={at.modes[0]}") for each in controls), "answer")
    assert not own.records
    (alert,) = find(at.seen(own), role="alert")
    assert alert.text == at.says(f"practice.unfinished.{missing}")


@pytest.mark.parametrize(("marks", "told"), [(0, None), (2, None), (3, 3), (4, 4)])
def test_who_marks_more_than_is_asked_is_told_so_before_answering(at: Exercise, marks: int, told: int | None) -> None:
    own = at.act(Practice(), *(f"mark={fact}" for fact in FACTS[:marks]))
    (note,) = find(at.seen(own), id="practice-marked")
    assert note.attributes["role"] == "status"
    assert note.text == (at.says("practice.facts.too_many", count=told) if told else "")
    (note,) = find(at.seen(at.act(own, f"mark={FACTS[0]}")), id="practice-marked")
    assert bool(note.text) is (marks > 3)


def test_the_words_go_away_as_soon_as_the_learner_goes_on(at: Exercise) -> None:
    assert at.act(Practice(), "answer", "mark=deadline").attempt.unfinished == ""


def test_two_hints_are_told_one_after_the_other_and_then_there_is_none_to_ask_for(at: Exercise) -> None:
    hints = at.content.scenarios["first"].hints
    for told in range(3):
        seen = at.seen(at.act(Practice(), *["hint"] * told))
        (shown,) = find(seen, id="practice-hints")
        assert [hint in shown.text for hint in hints] == [told > 0, told > 1]
        assert bool(list(find(seen, "button", id="practice-hint"))) is (told < 2)


def test_after_an_answer_stand_its_own_words_its_verdict_and_the_reading_under_which_it_is_right(at: Exercise) -> None:
    choice = at.content.scenarios["first"].choices[at.modes[1]]
    (told,) = find(at.seen(at.answered(Practice(), 1, "deadline")), id="feedback")
    assert choice.text in told.text
    assert choice.reading is not None
    assert choice.reading in told.text
    assert at.says("practice.verdicts.defensible") in told.text
    assert told.attributes["tabindex"] == "-1"
    assert "data-focus" in told.attributes


def test_a_poor_answer_gives_neither_the_best_mode_nor_the_missed_facts_away(at: Exercise) -> None:
    html = at.html(at.answered(Practice(), 2, "webhook"))
    scenario = at.content.scenarios["first"]
    assert scenario.why not in html
    assert scenario.choices[at.modes[0]].text not in html
    assert at.says("practice.judged.missed") not in html
    assert at.says("practice.judged.wrong") in html


@pytest.mark.parametrize("way", ["best", "defensible", "shown"])
def test_when_nothing_is_left_to_find_out_all_is_told(at: Exercise, way: str) -> None:
    ways = {"best": 0, "defensible": 1}
    own = at.answered(Practice(), ways[way], "webhook") if way in ways else at.act(Practice(), "show")
    html = at.html(own)
    assert at.content.scenarios["first"].why in html
    for place in ("feedback", "practice-facts-list"):
        (told,) = find(tags(html), id=place)
        assert told.text.count(at.says("practice.judged.right" if way == "shown" else "practice.judged.missed")) == 2


@pytest.mark.parametrize(
    ("marks", "missed", "also"),
    [(("deadline",), 0, 1), (("deadline", "reader"), 0, 0), (("deadline", "webhook"), 1, 0), (("webhook",), 2, 0)],
)
def test_what_decides_and_is_not_marked_was_missed_only_where_the_marks_earn_nothing(
    at: Exercise, marks: tuple[str, ...], missed: int, also: int
) -> None:
    own = at.answered(Practice(), 0, *marks)
    said = [at.says("practice.judged.missed"), at.says("practice.judged.also")]
    assert (at.points(own, "first") == FULL + FACTS_RIGHT) is (missed == 0)
    for place in ("feedback", "practice-facts-list"):
        (told,) = find(at.seen(own), id=place)
        assert [told.text.count(words) for words in said] == [missed, also]


@pytest.mark.parametrize(
    ("first", "later", "told"),
    [
        ("webhook", "deadline", True),
        ("deadline", "webhook", True),
        ("deadline", "reader", False),
        ("webhook", "timeout", False),
    ],
)
def test_where_later_marks_are_worth_something_else_the_page_says_that_the_first_ones_count(
    at: Exercise, first: str, later: str, told: bool
) -> None:
    sentence = at.says("practice.earned.first_marks")
    own = at.answered(Practice(), 2, first)
    assert sentence not in at.html(own)
    own = at.answered(at.act(own, "again"), 0, later)
    assert (sentence in at.html(own)) is told


def test_what_was_marked_is_judged_beside_the_verdict(at: Exercise) -> None:
    facts = {fact.id: fact for fact in at.material.subject.known(at.case(Practice()))}
    (told,) = find(at.seen(at.answered(Practice(), 2, "deadline", "webhook")), id="feedback")
    assert f"{facts['deadline'].name}: {facts['deadline'].value} · {at.says('practice.judged.right')}" in told.text
    assert f"{facts['webhook'].name}: {facts['webhook'].value} · {at.says('practice.judged.wrong')}" in told.text


def test_each_mode_of_a_settled_scenario_can_be_looked_at(at: Exercise) -> None:
    own = at.answered(Practice(), 0, "deadline")
    for mode in at.modes:
        (told,) = find(at.seen(at.act(own, f"look={mode}")), id="feedback")
        assert at.content.scenarios["first"].choices[mode].text in told.text


def test_the_guidance_is_quoted_at_its_sentence_and_the_race_of_this_workload_is_linked(at: Exercise) -> None:
    seen = at.seen(at.answered(Practice(), 0, "deadline"))
    (quote,) = find(seen, "blockquote")
    assert quote.text == (at.lesson.modes[at.modes[0]].sections["use"].points or ())[0].text
    links = [link.attributes["href"] for link in find(seen, "a")]
    assert links == [link_to(view="explore", mode=at.modes[0], section="use"), link_to(view="race", scenario="first")]


def test_the_result_tells_first_tries_the_strongest_objective_and_the_weakest(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 0, "deadline"), "next", "show", "next", "show", "next")
    text = result_text(at.lesson, at.content, own, "https://example.org/page")
    objectives = at.lesson.about.objectives
    assert at.says("practice.result.first_try", first=1, done=3) in text
    strong, weak = objectives["latency"].name, objectives["cost"].name
    assert at.says("practice.result.strong_and_weak", strong=strong, weak=weak) in text


def test_the_link_in_the_result_opens_the_same_answers_elsewhere(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 0, "deadline"), "next", "show", "next", "show", "next")
    asked = result_url(own, at.material)
    assert result_text(at.lesson, at.content, own, "page").endswith("page" + link_to(view="practice", **asked))
    there, unknown = from_url(Practice(), asked, at.material)
    assert (there.records, there.page, unknown) == (own.records, "result", [])


def test_the_page_of_the_result_lists_every_scenario_with_how_it_went(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 0, "deadline"), "next", "show", "result")
    lines = [button.text for button in find(at.seen(own), "button", data_event="practice.open-scenario")]
    for title, state in (("The first", "best"), ("The second", "shown"), ("The third", "open")):
        assert [at.says(f"practice.states.{state}") in line for line in lines if title in line] == [True]
