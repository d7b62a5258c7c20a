"""Practice: what an answer is worth, what changes it, and the criterion of a series."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from engine.features.practice.verdict import Objective, best

from engine.content.lesson import Lesson
from engine.content.practice_content import Workshop
from engine.features.practice import scoring as judge
from engine.features.practice import storage as device
from engine.features.practice import update as desk
from engine.features.practice.scoring import (
    BAD,
    GOOD,
    Record,
    Score,
    facts_right,
    met,
    shuffled,
    written,
)
from engine.features.practice.state import (
    Practice,
    Series,
    order,
    question,
)
from engine.features.practice.view import practice as view
from simulator.advice import Flip, advise
from simulator.workload import FACTS
from tests.unit.markup import find, tags
from tests.unit.practising import Desk, act, practised

ASKED = (
    "choose",
    "mark",
    "answer",
    "hint",
    "again",
    "show",
    "look",
    "flip",
    "next",
    "go",
    "shuffle",
    "novel",
    "result",
    "leave",
    "restart",
    "mine",
    "nonsense",
)


@pytest.fixture
def at(lesson: Lesson, workshop: Workshop) -> Desk:
    return Desk(lesson, *practised(lesson, workshop))


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
def test_an_answer_earns_what_the_rules_say(at: Desk, modes: list[int], facts: list[str], worth: int) -> None:
    part = Practice()
    for mode in modes:
        part = at.act(at.answered(part, mode, *facts), "again")
    assert at.points(part, "first") == worth


def test_after_the_answer_was_shown_nothing_is_earned(at: Desk) -> None:
    part = at.act(Practice(), "show", "again", f"choose={at.modes[0]}", "mark=deadline", "answer")
    assert part.records["first"] == Record(shown=True)
    assert at.points(part, "first") == 0


def test_what_was_earned_before_the_answer_was_shown_stays_but_a_mode_earns_no_more(at: Desk) -> None:
    part = at.act(at.answered(Practice(), 2, "deadline"), "show", "again", f"choose={at.modes[0]}", "answer")
    assert at.points(part, "first") == judge.FACTS_RIGHT


def test_facts_count_at_the_first_try_only(at: Desk) -> None:
    part = at.answered(at.act(at.answered(Practice(), 2, "webhook"), "again"), 0, "deadline")
    assert at.points(part, "first") == judge.PART


def test_hints_cost_nothing(at: Desk) -> None:
    assert at.points(at.answered(at.act(Practice(), "hint", "hint"), 0, "deadline"), "first") == 3


@pytest.mark.parametrize(("marks", "right"), [((), False), (("deadline",), True), (("deadline", "webhook"), False)])
def test_facts_are_right_if_some_are_marked_and_none_beside_them(marks: tuple[str, ...], right: bool) -> None:
    assert facts_right(marks, ("deadline", "reader")) is right  # type: ignore[arg-type]


def test_scores_count_settled_scenarios_under_each_of_their_objectives(at: Desk) -> None:
    part = at.answered(Practice(), 0, "deadline")
    part = at.answered(at.act(part, "next"), 0, "deadline")  # poor: nothing is settled yet
    found = judge.scores(part.records, at.workshop.scenarios)
    assert (found["latency"], found["boundary"], found["cost"]) == (Score(3, 3), Score(3, 3), Score())
    part = at.act(part, "show")
    assert judge.scores(part.records, at.workshop.scenarios)["cost"] == Score(1, 3)


def test_strongest_and_weakest_go_by_the_share_of_the_points() -> None:
    found: dict[Objective, Score] = {
        "latency": Score(5, 9),
        "cost": Score(2, 3),
        "engineering": Score(),
        "boundary": Score(0, 3),
    }
    assert (judge.strongest(found), judge.weakest(found)) == ("cost", "boundary")


def test_who_has_all_points_is_told_of_nothing_to_look_at_again() -> None:
    assert judge.weakest({"latency": Score(3, 3), "cost": Score()}) is None


def test_who_has_no_points_is_told_of_no_strength() -> None:
    assert judge.strongest({"latency": Score(0, 3)}) is None


def test_next_leads_through_all_that_is_open_and_then_to_the_result(at: Desk) -> None:
    part, seen = Practice(), []
    while part.page == "question":
        seen.append(part.at or "first")
        part = at.act(part, "show", "next")
    assert seen == ["first", "second", "third"]


def test_what_was_left_open_comes_again_before_the_result(at: Desk) -> None:
    part = at.act(Practice(), "next", "show", "next", "show", "next")
    assert (part.at, part.page) == ("first", "question")


def test_an_answered_scenario_opens_as_it_was_left(at: Desk) -> None:
    part = at.answered(Practice(), 1, "deadline")
    again = at.act(part, "next", "go=first")
    assert again.attempt == part.attempt


def test_the_order_is_the_authors_until_it_is_shuffled_by_a_seed(at: Desk) -> None:
    names = tuple("abcdefgh")
    assert shuffled(names, 0) == names
    assert shuffled(names, 3) == shuffled(names, 3) != names
    assert sorted(shuffled(names, 3)) == sorted(names)
    assert order(at.act(Practice(), "shuffle=3"), at.workshop) == shuffled(at.workshop.scenarios, 3)
    assert at.act(Practice(), "shuffle=3", "shuffle=0").order == 0


def test_a_name_that_is_added_moves_no_other_in_a_shuffled_order() -> None:
    names = tuple("abcdefgh")
    assert tuple(name for name in shuffled((*names, "new"), 5) if name != "new") == shuffled(names, 5)


def test_starting_again_asks_first_and_then_forgets_everything(at: Desk) -> None:
    part = at.act(at.answered(Practice(), 0, "deadline"), "result", "leave=ask")
    assert part.leaving
    assert part.records
    assert at.act(part, "leave").leaving is False
    assert at.act(part, "restart") == Practice()


def test_a_seed_and_a_number_always_draw_the_same_workload(at: Desk) -> None:
    first, second = (at.act(Practice(), "novel=71", "next", "next") for _ in range(2))
    assert question(first, at.workshop) == question(second, at.workshop)
    assert question(at.act(first, "next"), at.workshop) != question(first, at.workshop)
    assert desk.address(first) == {"seed": "71", "number": "3"}


def test_a_new_workload_is_judged_by_the_model_and_explained_by_its_reasons(at: Desk) -> None:
    part = at.act(Practice(), "novel=71")
    advice = advise(at.lesson.modes, at.workshop.model, question(part, at.workshop).workload)
    part = at.act(part, f"choose={advice.best.mode}", "mark=deadline", "answer")
    assert part.attempt.verdict == "best"
    assert advice.best.mode and list(find(at.seen(part), "section", class_="why"))


def test_flips_that_are_known_already_are_not_looked_for_again(at: Desk) -> None:
    part = at.act(Practice(), "novel=71", f"choose={at.modes[0]}", "mark=webhook")
    known = {question(part, at.workshop).workload: (Flip("webhook", False, at.modes[1]),)}
    part = desk.update(part, "answer", "", at.lesson, at.workshop, known)
    assert "webhook" in part.attempt.deciding


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


def test_a_shown_answer_counts_as_not_good(at: Desk) -> None:
    part = at.act(Practice(), "novel=71", "show")
    assert part.series is not None
    assert part.series.row == BAD


def test_a_whole_series_of_right_answers_meets_the_criterion_and_the_page_says_how_far_one_is(at: Desk) -> None:
    part, words = at.act(Practice(), "novel=71"), at.workshop.words.practice.criterion
    for number in range(1, 11):
        workload = question(part, at.workshop).workload
        mode = advise(at.lesson.modes, at.workshop.model, workload).best.mode
        known = {workload: (Flip("deadline", 2 * workload.deadline, at.modes[0]),)}
        for what, value in (("choose", mode), ("mark", "deadline"), ("answer", "")):
            part = desk.update(part, what, value, at.lesson, at.workshop, known)
        (told,) = find(at.seen(at.act(part, "result")), class_="criterion")
        assert f"{number} of {number}" in told.text
        assert (words.met in told.text) is part.met is (number == 10)
        part = at.act(part, "next")
    assert part.series is not None
    assert (part.series.number, part.series.row) == (11, GOOD * 10)


def test_coming_back_to_a_series_goes_on_where_it_was_left(at: Desk) -> None:
    part = at.act(Practice(), "novel=71", "go=first", "novel")
    assert part.series == Series(71)
    part = at.act(part, "show", "go=first", "novel")
    assert part.series is not None
    assert part.series.number == 2


def test_without_a_seed_a_new_series_takes_the_next_one(at: Desk) -> None:
    part = at.act(Practice(), "novel=71", "novel=?")
    assert part.series == Series(72)


@pytest.mark.parametrize(
    "control",
    [
        "choose=nothing",
        "mark=nothing",
        "go=nowhere",
        "again",
        "look=nothing",
        "flip=deadline",
        "mine",
        "nonsense",
        "leave",
    ],
)
def test_what_means_nothing_changes_nothing(at: Desk, control: str) -> None:
    assert at.act(Practice(), control) == Practice()


@pytest.mark.parametrize("seed", range(12))
def test_no_way_through_practice_leads_to_a_page_that_cannot_be_shown(at: Desk, seed: int) -> None:
    random, part = Random(seed), Practice()  # noqa: S311
    values: list[Callable[[], str]] = [
        lambda: "",
        lambda: random.choice(at.modes),
        lambda: random.choice(FACTS),
        lambda: random.choice(list(at.workshop.scenarios)),
        lambda: "3",
        lambda: "ask",
    ]
    known = {question(at.act(part, f"novel={number}"), at.workshop).workload: () for number in (1, 2, 3)}
    for _ in range(60):
        what = random.choice(ASKED)
        value = random.choice(
            at.modes if what == "choose" else FACTS if what in ("mark", "flip") else [random.choice(values)()]
        )
        if what in ("answer", "show") and part.drawn:
            known[question(part, at.workshop).workload] = ()
        part = desk.update(part, what, value, at.lesson, at.workshop, known)
        at.seen(part, known)
        assert device.restored(device.kept(part), at.workshop).records == (part.mine or part).records


def test_every_real_scenario_can_be_answered_best_at_the_first_try(lesson: Lesson, workshop: Workshop) -> None:
    part = Practice()
    for name, scenario in workshop.scenarios.items():
        part = act(
            part, lesson, workshop, f"go={name}", f"choose={best(scenario)}", f"mark={scenario.facts[0]}", "answer"
        )
        assert tags(str(view(lesson, workshop, part, {})))
    found = judge.scores(part.records, workshop.scenarios)
    assert all(score.points == score.possible > 0 for score in found.values())
    assert len(written(part.records)) < 12 * len(workshop.scenarios)
