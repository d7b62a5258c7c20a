"""Practice: what an answer is worth, what changes it, and the criterion of a series."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice import scoring, storage
from engine.features.practice.address import to_url
from engine.features.practice.encoding import encode
from engine.features.practice.scoring import (
    BAD,
    GOOD,
    Record,
    Score,
    best,
    facts_right,
    met,
    scores,
    shuffled,
    strongest,
    weakest,
)
from engine.features.practice.state import Practice, Series, order, question
from simulator.flips import Flip
from simulator.workload import FACTS
from tests.support.markup import find
from tests.support.practising import EVENTS, Exercise, small


@pytest.fixture
def at(lesson: Lesson, lazy: LazyContent) -> Exercise:
    return Exercise(lesson, small(lesson, lazy))


def fitting(at: Exercise, own: Practice) -> str:
    """The mode that the model finds best for a new workload."""
    study = at.material.subject.study(at.case(own), {}, sure=True)
    assert study
    return study.best


@pytest.mark.parametrize(
    ("modes", "facts", "worth"),
    [
        ([0], ["deadline"], 3),
        ([0], ["deadline", "reader"], 3),
        ([0], ["webhook"], 2),
        ([0], ["deadline", "webhook"], 2),
        ([1], ["deadline"], 2),
        ([1], ["webhook"], 1),
        ([2, 0], ["webhook"], 1),
        ([3, 2, 1], ["webhook"], 1),
        ([2, 0], ["deadline"], 2),
        ([2], ["deadline"], 1),
        ([2], ["webhook"], 0),
    ],
)
def test_an_answer_earns_what_the_rules_say(at: Exercise, modes: list[int], facts: list[str], worth: int) -> None:
    own = Practice()
    for mode in modes:
        own = at.act(at.answered(own, mode, *facts), "again")
    assert at.points(own, "first") == worth


def test_after_the_answer_was_shown_nothing_is_earned(at: Exercise) -> None:
    own = at.act(Practice(), "show", "again", f"choose={at.modes[0]}", "mark=deadline", "answer")
    assert own.records["first"] == Record(shown=True)
    assert at.points(own, "first") == 0


def test_what_was_earned_before_the_answer_was_shown_stays_but_a_mode_earns_no_more(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 2, "deadline"), "show", "again", f"choose={at.modes[0]}", "answer")
    assert at.points(own, "first") == scoring.FACTS_RIGHT


def test_facts_count_at_the_first_try_only(at: Exercise) -> None:
    own = at.answered(at.act(at.answered(Practice(), 2, "webhook"), "again"), 0, "deadline")
    assert at.points(own, "first") == scoring.PARTIAL


def test_hints_cost_nothing(at: Exercise) -> None:
    assert at.points(at.answered(at.act(Practice(), "hint", "hint"), 0, "deadline"), "first") == 3


@pytest.mark.parametrize(("marks", "right"), [((), False), (("deadline",), True), (("deadline", "webhook"), False)])
def test_facts_are_right_if_some_are_marked_and_none_beside_them(marks: tuple[str, ...], right: bool) -> None:
    assert facts_right(marks, ("deadline", "reader")) is right


def test_scores_count_settled_scenarios_under_each_of_their_objectives(at: Exercise) -> None:
    own = at.answered(Practice(), 0, "deadline")
    own = at.answered(at.act(own, "next"), 0, "deadline")  # poor: nothing is settled yet
    found = scores(own.records, at.content.scenarios, at.material.objectives)
    assert (found["latency"], found["boundary"], found["cost"]) == (Score(3, 3), Score(3, 3), Score())
    own = at.act(own, "show")
    assert scores(own.records, at.content.scenarios, at.material.objectives)["cost"] == Score(1, 3)


def test_strongest_and_weakest_go_by_the_share_of_the_points() -> None:
    found: dict[str, Score] = {
        "latency": Score(5, 9),
        "cost": Score(2, 3),
        "engineering": Score(),
        "boundary": Score(0, 3),
    }
    assert (strongest(found), weakest(found)) == ("cost", "boundary")


def test_who_has_all_points_is_told_of_nothing_to_look_at_again() -> None:
    assert weakest({"latency": Score(3, 3), "cost": Score()}) is None


def test_who_has_no_points_is_told_of_no_strength() -> None:
    assert strongest({"latency": Score(0, 3)}) is None


def test_next_leads_through_all_that_is_open_and_then_to_the_result(at: Exercise) -> None:
    own, seen = Practice(), []
    while own.page == "question":
        seen.append(own.scenario or "first")
        own = at.act(own, "show", "next")
    assert seen == ["first", "second", "third"]


def test_what_was_left_open_comes_again_before_the_result(at: Exercise) -> None:
    own = at.act(Practice(), "next", "show", "next", "show", "next")
    assert (own.scenario, own.page) == ("first", "question")


def test_an_answered_scenario_opens_as_it_was_left(at: Exercise) -> None:
    own = at.answered(Practice(), 1, "deadline")
    again = at.act(own, "next", "go=first")
    assert again.attempt == own.attempt


def test_the_order_is_the_authors_until_it_is_shuffled_by_a_seed(at: Exercise) -> None:
    names = tuple("abcdefgh")
    assert shuffled(names, 0) == names
    assert shuffled(names, 3) == shuffled(names, 3) != names
    assert sorted(shuffled(names, 3)) == sorted(names)
    other = at.act(Practice(), "shuffle", "shuffle", "shuffle")
    assert order(other, at.material) == shuffled(at.content.scenarios, 3)
    assert at.act(other, "order").order == 0


def test_a_name_that_is_added_moves_no_other_in_a_shuffled_order() -> None:
    names = tuple("abcdefgh")
    assert tuple(name for name in shuffled((*names, "new"), 5) if name != "new") == shuffled(names, 5)


def test_starting_again_asks_first_and_then_forgets_everything(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 0, "deadline"), "result", "leave")
    assert own.confirming
    assert own.records
    assert at.act(own, "keep").confirming is False
    assert at.act(own, "restart") == Practice()


def test_a_seed_and_a_number_always_draw_the_same_workload(at: Exercise) -> None:
    first, second = (at.act(Practice(), "seed=71", "next", "next") for _ in range(2))
    assert question(first, at.material) == question(second, at.material)
    assert question(at.act(first, "next"), at.material) != question(first, at.material)
    assert to_url(first, at.material) == {"seed": "71", "number": "3"}


def test_a_new_workload_is_judged_by_the_model_and_explained_by_its_reasons(at: Exercise) -> None:
    own = at.act(Practice(), "seed=71")
    own = at.act(own, f"choose={fitting(at, own)}", "mark=deadline", "answer")
    assert own.attempt.verdict == "best"
    assert list(find(at.seen(own), "section", class_="why"))


def test_flips_that_are_known_already_are_not_looked_for_again(at: Exercise) -> None:
    own = at.act(Practice(), "seed=71", f"choose={at.modes[0]}", "mark=webhook")
    known = {at.case(own): (Flip("webhook", False, at.modes[1]),)}
    assert "webhook" in at.act(own, "answer", answers=known).attempt.also


@pytest.mark.parametrize(
    ("row", "enough"),
    [
        (GOOD * 10, True),
        (GOOD * 8 + BAD * 2, True),
        (BAD * 20 + GOOD * 8 + BAD * 2, True),
        (GOOD * 9, False),
        (GOOD * 7 + BAD * 3, False),
        ((GOOD * 2 + BAD) * 10, False),
        ("", False),
    ],
)
def test_the_criterion_wants_ten_in_a_row_of_which_eight_are_good(row: str, enough: bool) -> None:
    assert met(row, 10, 8) is enough


def test_only_the_first_answer_to_a_new_workload_counts() -> None:
    series = Series(71).counting(BAD)
    assert series.counting(GOOD) == series
    assert replace(series, number=2).counting(GOOD).row == BAD + GOOD


def test_who_skips_a_new_workload_begins_a_new_row() -> None:
    series = replace(Series(71).counting(GOOD), number=3).counting(GOOD)
    assert (series.start, series.row) == (3, GOOD)


def test_a_shown_answer_counts_as_not_good(at: Exercise) -> None:
    own = at.act(Practice(), "seed=71", "show")
    assert own.series is not None
    assert own.series.row == BAD


def test_a_whole_series_of_right_answers_meets_the_criterion_and_the_page_says_how_far_one_is(at: Exercise) -> None:
    own, met = at.act(Practice(), "seed=71"), at.says("practice.criterion.met")
    for number in range(1, 11):
        case: Any = at.case(own)
        mode = fitting(at, own)
        known = {case: (Flip("deadline", 2 * case.deadline, at.modes[0]),)}
        own = at.act(own, f"choose={mode}", "mark=deadline", "answer", answers=known)
        (told,) = find(at.seen(at.act(own, "result")), class_="criterion")
        assert f"{number} of {number}" in told.text
        assert (met in told.text) is own.met is (number == 10)
        own = at.act(own, "next")
    assert own.series is not None
    assert (own.page, own.series.number, own.series.row) == ("series", 10, GOOD * 10)


def test_coming_back_to_a_series_goes_on_where_it_was_left(at: Exercise) -> None:
    own = at.act(Practice(), "seed=71", "go=first", "series")
    assert own.series == Series(71)
    own = at.act(own, "show", "go=first", "series")
    assert own.series is not None
    assert own.series.number == 2


@pytest.mark.parametrize(
    "control",
    [
        "choose=nothing",
        "mark=nothing",
        "go=nowhere",
        "again",
        "look=nothing",
        "flip=deadline",
        "own",
        "keep",
    ],
)
def test_what_means_nothing_changes_nothing(at: Exercise, control: str) -> None:
    assert at.act(Practice(), control) == Practice()


@pytest.mark.parametrize("seed", range(12))
def test_no_way_through_practice_leads_to_a_page_that_cannot_be_shown(at: Exercise, seed: int) -> None:
    random, own = Random(seed), Practice()  # noqa: S311
    values: dict[str, list[str]] = {
        "choose": at.modes,
        "look": at.modes,
        "mark": [*FACTS],
        "flip": [*FACTS],
        "change": ["timeout:3", "reader:gone", "deadline:9"],
        "go": list(at.content.scenarios),
        "seed": ["3"],
        "sure": ["1", "2", "3"],
        "predict": ["1"],
        "guess": [f"first:{at.modes[0]}", "nowhere:nothing"],
        "look-again": list(at.content.scenarios),
    }
    known = {at.case(at.act(own, f"seed={number}")): () for number in (1, 2, 3)}
    for _ in range(60):
        what = random.choice(list(EVENTS))
        if what in ("answer", "show") and own.in_series:
            known[at.case(own)] = ()
        own = at.act(own, f"{what}={random.choice(values[what])}" if what in values else what, answers=known)
        at.seen(own, known)
        there = storage.restored(storage.stored(own, at.material), at.material)
        assert there.records == (own.own or own).records


def test_every_scenario_can_be_answered_best_at_the_first_try(lesson: Lesson, lazy: LazyContent) -> None:
    at, own = Exercise(lesson, lazy), Practice()
    for name, scenario in lazy.scenarios.items():
        own = at.act(own, f"go={name}", f"choose={best(scenario)}", f"mark={scenario.facts[0]}", "answer")
        assert at.seen(own)
    found = scores(own.records, lazy.scenarios, at.material.objectives)
    assert all(score.points == score.possible > 0 for score in found.values())
    assert len(encode(own.records, at.material.facts)) < 12 * len(lazy.scenarios)
