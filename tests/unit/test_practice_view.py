"""Practice as a learner sees it: predict, consequence, confirm, what would flip it, and the result."""


import pytest

from sim.advise import Flip
from sim.content.model import Lesson
from sim.content.workload import FACTS
from sim.content.workshop import Workshop
from sim.desk import practice as desk
from sim.desk.exercise import Practice, question
from sim.views.parts import link_to
from sim.views.practice import practice as view
from sim.views.tally import result, shared
from tests.unit.markup import find
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


@pytest.mark.parametrize(("controls", "missing"), [
    (["mark=deadline"], "mode"), (["choose=0"], "marks"),
    (["choose=0", "mark=deadline", "mark=reader", "mark=webhook"], "many")])
def test_an_unfinished_answer_is_met_with_words_and_counts_for_nothing(at: Desk, controls: list[str],
                                                                       missing: str) -> None:
    part = at.act(Practice(), *(each.replace("=0", f"={at.modes[0]}") for each in controls), "answer")
    assert not part.records
    (alert,) = find(at.seen(part), role="alert")
    assert alert.text == getattr(at.workshop.words.practice.asking.unfinished, missing)


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
    assert html.count(at.workshop.words.practice.after.missed) == 2


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


def test_the_learner_picks_what_tips_the_decision_and_the_model_shows_its_flip(at: Desk) -> None:
    part = at.answered(Practice(), 0, "deadline")
    workload = at.workshop.scenarios["first"].workload
    thoughts = {workload: (Flip("timeout", 20.0, at.modes[3]),)}
    tipping, words = at.workshop.scenarios["first"].tipping, at.workshop.words.practice.after
    assert tipping is not None
    (before,) = find(at.seen(part, thoughts), "section", class_="flips")
    assert tipping.discussion not in before.text
    (picked,) = find(at.seen(at.act(part, "flip=timeout"), thoughts), "section", class_="flips")
    assert tipping.discussion in picked.text
    assert words.tips in picked.text
    assert "20\N{NO-BREAK SPACE}s" in picked.text.replace("20 s", "20\N{NO-BREAK SPACE}s")
    (other,) = find(at.seen(at.act(part, "flip=webhook"), thoughts), "section", class_="flips")
    assert words.does_not_tip in other.text
    assert words.no_flip in other.text


def test_while_the_model_is_looking_for_flips_the_page_says_so(at: Desk) -> None:
    (told,) = find(at.seen(at.act(at.answered(Practice(), 0, "deadline"), "flip=timeout")), "section", class_="flips")
    assert at.workshop.words.practice.after.searching in told.text


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
    for title, state in (("The first", words.states.best), ("The second", words.states.poor),
                         ("The third", words.open_state)):
        assert [state in line for line in lines if title in line] == [True]
