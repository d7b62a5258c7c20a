"""Practice over several questions: how sure one is, second looks, and the end of a series."""

from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice import scoring, storage
from engine.features.practice.scoring import Record, best
from engine.features.practice.state import Practice
from tests.support.markup import find
from tests.support.practising import Exercise, small
from tests.support.workloads import workload_of


@pytest.fixture
def at(lesson: Lesson, lazy: LazyContent) -> Exercise:
    return Exercise(lesson, small(lesson, lazy))


def test_how_sure_a_learner_is_counts_at_the_first_try_and_need_not_be_said(at: Exercise) -> None:
    own = at.act(Practice(), "sure=3", f"choose={at.modes[2]}", "mark=deadline", "answer")
    assert own.records["first"].sure == 3
    own = at.act(own, "again", "sure=1", f"choose={at.modes[0]}", "answer")
    assert own.records["first"].sure == 3
    assert at.answered(Practice(), 0, "deadline").records["first"].sure == 0


@pytest.mark.parametrize("control", ["sure=0", "sure=4", "look-again=first"])
def test_a_level_that_there_is_not_and_a_second_look_before_the_first_change_nothing(
    at: Exercise, control: str
) -> None:
    assert at.act(Practice(), control) == Practice()


def test_going_on_from_the_result_leads_back_to_the_question_as_it_was_left(at: Exercise) -> None:
    for way in (["choose=" + at.modes[1], "mark=deadline", "hint"], ["seed=71", "choose=" + at.modes[1]]):
        own = at.act(Practice(), *way)
        assert at.act(own, "result", "go-on") == own


def test_what_was_missed_comes_back_after_three_others_once_and_then_on_a_later_visit(
    lesson: Lesson, lazy: LazyContent
) -> None:
    at = Exercise(lesson, lazy)
    names = list(lazy.scenarios)
    own, seen = at.act(Practice(), "show", "next"), []
    for _ in range(5):
        seen.append(own.scenario)
        right = f"choose={best(lazy.scenarios[own.scenario])}"
        marks = [f"mark={lazy.scenarios[own.scenario].facts[0]}"]
        own = at.act(own, *(["show"] if own.attempt.repeat else [right, *marks, "answer"]), "next")
    assert seen == [*names[1:4], names[0], names[4]]
    assert not own.attempt.repeat
    assert [name for name, _ in own.again] == [names[0]]
    later = storage.restored(storage.stored(own, at.material), at.material)
    right = f"choose={best(lazy.scenarios[later.scenario])}"
    later = at.act(later, right, f"mark={lazy.scenarios[later.scenario].facts[0]}", "answer", "next")
    assert (later.scenario, later.attempt.repeat) == (names[0], True)


def test_a_right_second_look_ends_it_and_changes_no_points(at: Exercise) -> None:
    own = at.act(at.act(Practice(), "show"), "look-again=first", f"choose={at.modes[0]}", "mark=deadline", "answer")
    assert (own.again, own.records["first"]) == ((), Record(shown=True))
    assert at.says("practice.earned.repeat") in at.html(own)


@pytest.mark.parametrize(
    ("modes", "then", "state"),
    [([0], [], "best"), ([1], [], "defensible"), ([2, 0], [], "later"), ([2], ["show"], "shown")],
)
def test_how_a_scenario_went_tells_a_later_try_from_a_defensible_one(
    at: Exercise, modes: list[int], then: list[str], state: str
) -> None:
    own = Practice()
    for mode in modes:
        own = at.act(at.answered(own, mode, "deadline"), "again")
    own = at.act(own, *then)
    assert scoring.outcome(own.records["first"], at.first) == state
    assert scoring.missed(own.records["first"], at.first) is (state in ("later", "shown"))


def test_while_a_series_runs_its_ten_dots_are_there_and_its_end_says_how_it_went(at: Exercise) -> None:
    own = at.act(Practice(), "seed=71", "sure=3", "show")
    seen = at.seen(own)
    (dots,) = find(seen, "ol", class_="dots")
    assert dots.text.count(at.says("practice.criterion.bad")) == 1
    assert len(list(find(seen, "li", within=dots))) == 10
    own = at.hurried(own, "next", *["show", "next"] * 9)
    assert own.page == "series"
    seen = at.seen(own)
    (end,) = find(seen, id="series-end")
    assert at.says("practice.series.not_met", good=0, answered=10, needed=8) in end.text
    assert len(list(find(seen, "li", within=end))) == 20
    links = [link.attributes["href"] for link in find(seen, "a", within=end)]
    assert "#view=practice&seed=71&number=1" in links
    assert at.act(own, "next").page == "question"


def test_after_a_full_round_the_next_begins_with_empty_dots(at: Exercise) -> None:
    own = at.hurried(Practice(), "seed=71", *["show", "next"] * 10, "series")
    assert own.series is not None
    assert (own.series.number, own.series.place(10), own.series.round(10)) == (11, 1, "")


def test_calibration_counts_by_how_sure_one_was_whether_mode_and_facts_were_right(at: Exercise) -> None:
    own = at.act(Practice(), "sure=3", f"choose={at.modes[0]}", "mark=deadline", "answer", "next")
    own = at.act(own, "sure=3", f"choose={at.modes[1]}", "mark=webhook", "answer", "result")
    seen = at.seen(own)
    (told,) = find(seen, class_="calibration")
    assert at.says("practice.calibration.sure_and_wrong", count=1) in told.text
    cells = [cell.text for cell in find(seen, "td", within=told)]
    assert cells == ["1", "1"]


def test_a_prediction_is_asked_for_where_the_scenario_says_so_and_told_beside_the_verdict(at: Exercise) -> None:
    predicting = replace(at.first, predict="cost")
    content = replace(at.content, scenarios={**at.content.scenarios, "first": predicting})
    asked = Exercise(at.lesson, content)
    assert not list(find(at.seen(Practice()), id="practice-prediction"))
    assert len(list(find(asked.seen(Practice()), "input", name_="range"))) == 4
    right, value = asked.material.subject.outcome(asked.case(Practice()), "cost", at.modes[0])
    for guess in (1, 2, 3, 4):
        own = asked.answered(asked.act(Practice(), f"predict={guess}"), 0, "deadline")
        (told,) = find(asked.seen(own), id="feedback")
        key = "right" if guess == right else "wrong"
        text = asked.material.subject.ranges("cost")[guess - 1]
        assert asked.says(f"practice.predict.was.{key}", guess=text, value=value) in told.text
    assert asked.points(own, "first") == 3


def test_a_cost_is_predicted_from_the_requests_of_a_month_and_the_price_of_one(at: Exercise) -> None:
    workload = replace(
        workload_of(at.first),
        requests=2_000,
        times_a_day=2,
        input_tokens=500,
        output_tokens=100,
        price_in=2,
        price_out=10,
    )
    first = replace(at.first, predict="cost", workload=workload)
    asked = Exercise(at.lesson, replace(at.content, scenarios={**at.content.scenarios, "first": first}))
    (given,) = find(asked.seen(Practice()), id="practice-given")
    requests = asked.says("facts.requests", count=120_000, shown="120,000")
    price = asked.says("facts.dollars", amount="0.002")
    assert given.text == asked.says("practice.predict.basis", requests=requests, dollars=price)


@pytest.mark.parametrize("control", ["predict=0", "predict=5", "predict=1"])
def test_a_prediction_that_nobody_asked_for_changes_nothing(at: Exercise, control: str) -> None:
    assert at.act(Practice(), control) == Practice()
