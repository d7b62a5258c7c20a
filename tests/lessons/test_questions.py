"""Each scenario of a lesson in Practice, in Race and in Your workload."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice.content import Scenario
from engine.features.practice.encoding import encode
from engine.features.practice.flips import facts_to_change
from engine.features.practice.scoring import best, scores
from engine.features.practice.state import Practice, question
from engine.features.race.presenter import present
from engine.features.race.standing import run_of
from engine.features.race.state import Race, ended
from engine.features.race.view import race
from engine.features.workload.form import (
    LoadPreset,
    SetFact,
    WorkloadForm,
    field_errors,
    init,
    preset,
    text,
    update,
)
from simulator.flips import flips
from simulator.lesson import model_of
from simulator.what_if import Levers, next_sweep, what_if
from simulator.workload import DECLARED
from tests.support.markup import find, tags
from tests.support.practising import Exercise
from tests.support.workloads import workload_of


def needs(lesson: Lesson, feature: str) -> None:
    """Pass over a lesson without a feature."""
    if feature not in lesson.features:
        pytest.skip(f"the lesson has no {feature}")


def test_every_scenario_can_be_answered_best_at_the_first_try(lesson: Lesson, lazy: LazyContent) -> None:
    needs(lesson, "practice")
    at, own = Exercise(lesson, lazy), Practice()
    for name, scenario in lazy.scenarios.items():
        own = at.act(own, f"go={name}", f"choose={best(scenario)}", f"mark={scenario.facts[0]}", "answer")
        assert at.seen(own)
    found = scores(own.records, lazy.scenarios, at.material.objectives)
    assert all(score.points == score.possible > 0 for score in found.values())
    assert len(encode(own.records, at.material.facts)) < 12 * len(lazy.scenarios)


# Race


def test_the_axis_of_a_race_reaches_from_before_the_first_answer_to_the_end_of_the_last(
    lesson: Lesson, lazy: LazyContent
) -> None:
    needs(lesson, "race")
    for scenario in lazy.scenarios.values():
        found = run_of(lesson, lazy, workload_of(scenario), 1)
        assert found.axis.place(min(spread.samples[0] for spread in found.spreads.values())) > 0.06, scenario.title
        assert found.axis.end >= lazy.words.race.reach
        latest = max(found.workload.deadline, *(spread.done[2] for spread in found.spreads.values()))
        assert found.axis.end * 1.1 >= latest, scenario.title


def test_the_page_of_a_race_stays_small_and_every_name_in_it_is_its_own(lesson: Lesson, lazy: LazyContent) -> None:
    needs(lesson, "race")
    for name in lazy.scenarios:
        over = ended(Race(name))
        for own in (Race(name), over, replace(over, many=True)):
            found = tags(str(race(present(lesson, lazy, own))))
            names = [tag.attributes["id"] for tag in find(found, id="*")]
            assert len(found) < 100 * len(lesson.modes)
            assert len(names) == len(set(names))


# Your workload


def test_every_scenario_fills_every_field(lesson: Lesson, lazy: LazyContent) -> None:
    needs(lesson, "workload")
    for scenario in lazy.scenarios.values():
        name = next(each for each in lazy.scenarios if lazy.scenarios[each].workload == scenario.workload)
        form = update(update(init(lazy), SetFact("requests", "rubbish"), lazy), LoadPreset(name), lazy)
        assert (form.workload, form.typed, preset(form, lazy)) == (workload_of(scenario), {}, name)


def test_what_is_shown_of_a_scenario_is_what_it_is(lesson: Lesson, lazy: LazyContent) -> None:
    needs(lesson, "workload")
    for scenario in lazy.scenarios.values():
        form = WorkloadForm(workload_of(scenario))
        for fact, field in DECLARED.items():
            if field.kind not in ("flag", "choice"):
                form = update(form, SetFact(fact, text(form, fact, lazy)), lazy)
        assert (form.workload, field_errors(form, lazy)) == (scenario.workload, {})


def test_every_fact_stands_in_one_group_of_fields(lesson: Lesson, lazy: LazyContent) -> None:
    needs(lesson, "workload")
    placed = [fact for group in lazy.words.workload.groups for fact in group.facts]
    assert sorted(placed) == sorted(DECLARED)


# What would flip the decision


@pytest.mark.slow
@pytest.mark.xdist_group("flips")
def test_what_tips_a_decision_for_its_author_can_be_slid_or_switched(lesson: Lesson, lazy: LazyContent) -> None:
    needs(lesson, "race")
    for scenario in lazy.scenarios.values():
        if scenario.tipping:
            shown = levers(lesson, lazy, scenario, scenario.tipping.facts)
            assert {*scenario.tipping.facts} == shown, scenario.title


@pytest.mark.slow
@pytest.mark.xdist_group("flips")
def test_in_every_scenario_in_which_a_single_fact_flips_the_decision_one_can_be_changed(
    lesson: Lesson, lazy: LazyContent
) -> None:
    needs(lesson, "race")
    at = Exercise(lesson, lazy)
    without = []
    for name, scenario in lazy.scenarios.items():
        own = at.act(Practice(), f"go={name}", "show")
        asked = question(own, at.material)
        if not levers(lesson, lazy, scenario, facts_to_change(at.material, asked, own.attempt)):
            without.append(name)
    model = model_of(lazy)
    flipped = [name for name in without if list(flips(lesson.modes, model, workload_of(lazy.scenarios[name])))]
    assert flipped == []
    assert len(without) <= 1, without


def levers(lesson: Lesson, lazy: LazyContent, scenario: Scenario, facts: Sequence[str]) -> set[str]:
    """The facts that a learner slides and switches, once all sweeps are known."""
    found, answers = Levers(lesson, lazy, workload_of(scenario), facts), dict[Any, Any]()
    while query := next_sweep(found, answers):
        answers[query.key] = tuple(filter(None, query.pieces()))
    shown = what_if(found, None, answers)
    return {*(each.fact for each in shown.sliders), *(each.fact for each in shown.switches)}
