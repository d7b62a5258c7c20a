"""Practice as a learner sees it: predict, consequence, confirm, what would flip it, and the result."""

from dataclasses import replace
from typing import Any

import pytest

from engine.content.lesson import Lesson
from engine.content.practice_content import Workshop
from engine.features.practice import update as desk
from engine.features.practice.progress_view import result, shared
from engine.features.practice.scoring import FACTS_RIGHT, FULL
from engine.features.practice.state import Practice, question
from engine.features.practice.view import practice as view
from engine.features.workload.form import to_address
from engine.html import link_to
from simulator.advice import Flip, flips
from simulator.sensitivity import offered
from simulator.workload import FACTS
from tests.unit.markup import Tag, find, tags
from tests.unit.practising import Desk, practised


@pytest.fixture
def at(lesson: Lesson, workshop: Workshop) -> Desk:
    return Desk(lesson, *practised(lesson, workshop))


def test_before_an_answer_the_page_holds_nothing_of_what_would_come_of_it(at: Desk) -> None:
    scenario = at.workshop.scenarios["first"]
    html = str(view(at.lesson, at.workshop, at.act(Practice(), f"choose={at.modes[0]}", "mark=deadline"), {}))
    told = [scenario.because, scenario.why, *scenario.hints, *(choice.text for choice in scenario.choices.values())]
    assert [text for text in told if text in html] == []


def test_modes_are_native_radios_of_one_group_and_facts_native_checkboxes(at: Desk) -> None:
    seen = at.seen(at.act(Practice(), f"choose={at.modes[1]}", "mark=deadline"))
    (group,) = find(seen, "fieldset", role="radiogroup")
    radios = list(find(seen, "input", within=group, type="radio", name_="choice"))
    assert [radio.attributes["value"] for radio in radios] == at.modes
    assert [radio.attributes["value"] for radio in radios if "checked" in radio.attributes] == [at.modes[1]]
    boxes = list(find(seen, "input", type="checkbox"))
    assert [box.attributes["value"] for box in boxes if "checked" in box.attributes] == ["deadline"]
    assert len(boxes) == len(FACTS)


@pytest.mark.parametrize(
    ("controls", "missing"),
    [
        (["mark=deadline"], "mode"),
        (["choose=0"], "marks"),
        (["choose=0", "mark=deadline", "mark=reader", "mark=webhook"], "many"),
    ],
)
def test_an_unfinished_answer_is_met_with_words_and_counts_for_nothing(
    at: Desk, controls: list[str], missing: str
) -> None:
    part = at.act(Practice(), *(each.replace("=0", f"={at.modes[0]}") for each in controls), "answer")
    assert not part.records
    (alert,) = find(at.seen(part), role="alert")
    assert alert.text == getattr(at.workshop.words.practice.asking.unfinished, missing)


@pytest.mark.parametrize(("marks", "told"), [(0, None), (2, None), (3, 3), (4, 4)])
def test_who_marks_more_than_is_asked_is_told_so_before_answering(at: Desk, marks: int, told: int | None) -> None:
    part = at.act(Practice(), *(f"mark={fact}" for fact in FACTS[:marks]))
    (note,) = find(at.seen(part), id="practice-marked")
    assert note.attributes["role"] == "status"
    assert note.text == (f"{told} {at.workshop.words.practice.asking.too_many}" if told else "")
    (note,) = find(at.seen(at.act(part, f"mark={FACTS[0]}")), id="practice-marked")
    assert bool(note.text) is (marks > 3)


def test_the_words_go_away_as_soon_as_the_learner_goes_on(at: Desk) -> None:
    assert at.act(Practice(), "answer", "mark=deadline").attempt.unfinished == ""


def test_two_hints_are_told_one_after_the_other_and_then_there_is_none_to_ask_for(at: Desk) -> None:
    hints = at.workshop.scenarios["first"].hints
    for told in range(3):
        seen = at.seen(at.act(Practice(), *["hint"] * told))
        (shown,) = find(seen, id="practice-hints")
        assert [hint in shown.text for hint in hints] == [told > 0, told > 1]
        assert bool(list(find(seen, "button", id="practice-hint"))) is (told < 2)


def test_after_an_answer_stand_its_own_words_its_verdict_and_the_reading_under_which_it_is_right(at: Desk) -> None:
    choice = at.workshop.scenarios["first"].choices[at.modes[1]]
    (told,) = find(at.seen(at.answered(Practice(), 1, "deadline")), id="consequence")
    assert choice.text in told.text
    assert choice.reading is not None
    assert choice.reading in told.text
    assert at.workshop.words.practice.after.verdicts.defensible in told.text
    assert told.attributes["tabindex"] == "-1"
    assert "data-focus" in told.attributes


def test_a_poor_answer_gives_neither_the_best_mode_nor_the_missed_facts_away(at: Desk) -> None:
    html = str(view(at.lesson, at.workshop, at.answered(Practice(), 2, "webhook"), {}))
    scenario = at.workshop.scenarios["first"]
    assert scenario.why not in html
    assert scenario.choices[at.modes[0]].text not in html
    assert at.workshop.words.practice.after.missed not in html
    assert at.workshop.words.practice.after.wrong in html


@pytest.mark.parametrize("way", ["best", "defensible", "shown"])
def test_when_nothing_is_left_to_find_out_all_is_told(at: Desk, way: str) -> None:
    ways = {"best": 0, "defensible": 1}
    part = at.answered(Practice(), ways[way], "webhook") if way in ways else at.act(Practice(), "show")
    html = str(view(at.lesson, at.workshop, part, {}))
    assert at.workshop.scenarios["first"].why in html
    for place in ("consequence", "practice-facts-list"):
        (told,) = find(tags(html), id=place)
        assert told.text.count(at.workshop.words.practice.after.missed) == 2


@pytest.mark.parametrize(
    ("marks", "missed", "also"),
    [(("deadline",), 0, 1), (("deadline", "reader"), 0, 0), (("deadline", "webhook"), 1, 0), (("webhook",), 2, 0)],
)
def test_what_decides_and_is_not_marked_was_missed_only_where_the_marks_earn_nothing(
    at: Desk, marks: tuple[str, ...], missed: int, also: int
) -> None:
    part, words = at.answered(Practice(), 0, *marks), at.workshop.words.practice.after
    assert (at.points(part, "first") == FULL + FACTS_RIGHT) is (missed == 0)
    for place in ("consequence", "practice-facts-list"):
        (told,) = find(at.seen(part), id=place)
        assert (told.text.count(words.missed), told.text.count(words.also)) == (missed, also)


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
    at: Desk, first: str, later: str, told: bool
) -> None:
    words = at.workshop.words.practice.after
    part = at.answered(Practice(), 2, first)
    assert words.first_marks not in str(view(at.lesson, at.workshop, part, {}))
    part = at.answered(at.act(part, "again"), 0, later)
    assert (words.first_marks in str(view(at.lesson, at.workshop, part, {}))) is told


def test_what_was_marked_is_judged_beside_the_verdict(at: Desk) -> None:
    words = at.workshop.words
    (told,) = find(at.seen(at.answered(Practice(), 2, "deadline", "webhook")), id="consequence")
    assert f"{words.facts.names.deadline}: 1.5 min · {words.practice.after.right}" in told.text
    assert f"{words.facts.names.webhook}: {words.facts.affirmed} · {words.practice.after.wrong}" in told.text


def test_each_mode_of_a_settled_scenario_can_be_looked_at(at: Desk) -> None:
    part = at.answered(Practice(), 0, "deadline")
    for mode in at.modes:
        (told,) = find(at.seen(at.act(part, f"look={mode}")), id="consequence")
        assert at.workshop.scenarios["first"].choices[mode].text in told.text


def test_the_guidance_is_quoted_at_its_sentence_and_the_race_of_this_workload_is_linked(at: Desk) -> None:
    seen = at.seen(at.answered(Practice(), 0, "deadline"))
    (quote,) = find(seen, "blockquote")
    assert quote.text == at.lesson.modes[at.modes[0]].use_when[0].text
    links = [link.attributes["href"] for link in find(seen, "a")]
    assert links == [link_to(view="explore", mode=at.modes[0], part="use"), link_to(view="race", scenario="first")]


def found(at: Desk) -> tuple[Flip, ...]:
    """What flips the first scenario."""
    return tuple(flips(at.lesson.modes, at.workshop.model, at.workshop.scenarios["first"].workload))


def flipping(at: Desk, *controls: str, known: bool = True) -> tuple[list[Tag], Tag]:
    """The page of the first scenario once it is settled, and what it says of flips."""
    part = at.act(at.answered(Practice(), 0, "deadline"), *controls)
    seen = at.seen(part, {at.workshop.scenarios["first"].workload: found(at)} if known else {})
    (told,) = find(seen, "section", class_="flips")
    return seen, told


def test_facts_to_pick_from_are_native_radios_of_one_group_each_with_its_value(at: Desk) -> None:
    seen, told = flipping(at)
    (group,) = find(seen, "fieldset", within=told, role="radiogroup")
    scenario = at.workshop.scenarios["first"]
    radios = [radio.attributes["value"] for radio in find(seen, "input", within=group, type="radio", name_="flip")]
    assert radios == [*offered(scenario.workload, ["timeout"], scenario.facts, found(at))]
    names = at.workshop.words.facts.names
    assert all(getattr(names, fact) in group.text for fact in radios)


def test_before_a_fact_is_picked_nothing_says_which_ones_tip_the_decision(at: Desk) -> None:
    words, tipping = at.workshop.words.practice.flip, at.workshop.scenarios["first"].tipping
    assert tipping is not None
    _, told = flipping(at)
    hidden = (words.does_tip, words.does_not, words.found, tipping.discussion)
    assert [text for text in hidden if text in told.text] == []


def test_a_fact_that_tips_the_decision_shows_from_where_to_where_and_how_each_mode_is_judged_then(at: Desk) -> None:
    words, tipping = at.workshop.words.practice.flip, at.workshop.scenarios["first"].tipping
    seen, told = flipping(at, "flip=timeout")
    (swing,) = find(seen, "p", within=told, class_="swing")
    (flip,) = (each for each in found(at) if each.fact == "timeout")
    assert f"1 min → {flip.value:g} s or more" in swing.text
    assert swing.text.endswith(at.lesson.modes[flip.mode].name)
    assert tipping is not None
    assert words.tips in told.text
    assert tipping.discussion in told.text
    assert f"{words.found} 1 {words.of} " in told.text
    (table,) = find(seen, "table", within=told)
    assert len(list(find(seen, "tr", within=table))) == 1 + len(at.modes)


def test_the_changed_workload_can_be_raced(at: Desk) -> None:
    seen, told = flipping(at, "flip=timeout")
    timeout: Any = next(flip.value for flip in found(at) if flip.fact == "timeout")
    changed = replace(at.workshop.scenarios["first"].workload, timeout=timeout)
    assert [link.attributes["href"] for link in find(seen, "a", within=told)] == [
        link_to(view="race", **to_address(changed))
    ]


def test_a_fact_that_tips_nothing_says_so_and_keeps_the_discussion_back(at: Desk) -> None:
    words, tipping = at.workshop.words.practice.flip, at.workshop.scenarios["first"].tipping
    seen, told = flipping(at, "flip=reader")
    assert tipping is not None
    assert words.still in told.text
    assert words.none in told.text
    assert tipping.discussion not in told.text
    assert not list(find(seen, "table", within=told))


def test_facts_that_were_picked_before_keep_what_was_found(at: Desk) -> None:
    words = at.workshop.words.practice.flip
    _, told = flipping(at, "flip=timeout", "flip=reader")
    assert words.does_tip in told.text
    assert words.does_not in told.text
    assert f"{words.found} 1 {words.of} " in told.text


def test_what_is_found_is_told_to_who_hears_the_page(at: Desk) -> None:
    for controls in ([], ["flip=timeout"]):
        seen, told = flipping(at, *controls)
        (live,) = find(seen, within=told, aria_live="polite")
        assert bool(live.text) is bool(controls)


def test_while_the_model_is_looking_for_flips_the_page_says_so(at: Desk) -> None:
    _, told = flipping(at, "flip=timeout", known=False)
    assert at.workshop.words.practice.flip.searching in told.text


def test_flips_are_wanted_for_scenarios_with_a_tipping_fact_and_for_new_workloads_only(at: Desk) -> None:
    first = Practice()
    assert desk.puzzle(first, at.workshop) is at.workshop.scenarios["first"].workload
    assert desk.puzzle(at.act(first, "go=second"), at.workshop) is None
    drawn = at.act(first, "novel=7")
    assert desk.puzzle(drawn, at.workshop) == question(drawn, at.workshop).workload


def test_the_result_tells_first_tries_the_strongest_objective_and_the_weakest(at: Desk) -> None:
    part = at.act(at.answered(Practice(), 0, "deadline"), "next", "show", "next", "show", "next")
    text = result(at.lesson, at.workshop, part, "https://example.org/page")
    words = at.workshop.words.practice.result
    assert f"1 of 3 {words.first_try}" in text
    assert f"{words.strongest} {words.objectives.latency}" in text
    assert f"{words.look_again} {words.objectives.cost}" in text


def test_the_link_in_the_result_opens_the_same_answers_elsewhere(at: Desk) -> None:
    part = at.act(at.answered(Practice(), 0, "deadline"), "next", "show", "next", "show", "next")
    asked = {name: value for name, value in shared(part).items() if name != "view"}
    assert result(at.lesson, at.workshop, part, "page").endswith("page" + link_to(view="practice", **asked))
    there, wrong = desk.followed(Practice(), asked, at.workshop)
    assert (there.records, there.page, wrong) == (part.records, "result", [])


def test_the_page_of_the_result_lists_every_scenario_with_how_it_went(at: Desk) -> None:
    part = at.act(at.answered(Practice(), 0, "deadline"), "next", "show", "result")
    lines = [button.text for button in find(at.seen(part), "button", data_event="practice.go")]
    words = at.workshop.words.practice.result
    for title, state in (
        ("The first", words.states.best),
        ("The second", words.states.poor),
        ("The third", words.open_state),
    ):
        assert [state in line for line in lines if title in line] == [True]
