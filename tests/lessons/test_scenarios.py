"""What the scenarios promise: each choice has words of its own, and each mode has its turn."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.content.mode import Mode
from engine.features.practice.content import Guidance, Scenario
from engine.features.practice.facts import cards
from engine.features.practice.layers import layers
from engine.features.practice.material import material_of
from engine.features.practice.path import FIRST
from engine.features.practice.scoring import best
from engine.features.practice.state import Question
from engine.review.verdicts import about_scenario
from simulator.flips import Flip
from simulator.judgement import judgement
from simulator.lesson import model_of
from simulator.workload import GUESSED
from tests.conftest import Golden
from tests.support.telltales import naming


@pytest.fixture(scope="session", autouse=True)
def _practised(lesson: Lesson) -> None:
    """Only lessons that are practised have scenarios."""
    if "practice" not in lesson.features:
        pytest.skip("the lesson has no scenarios")


def sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in re.split(r"(?<=[.?!])[\"”]?\s", text) if len(sentence.split()) > 3]


def choices(lazy: LazyContent) -> Iterator[tuple[str, str]]:
    """Where a choice stands, and what it says."""
    for name, scenario in lazy.scenarios.items():
        for mode, choice in scenario.choices.items():
            yield f"{name}, {mode}", choice.text


def there_is(guidance: Guidance, mode: Mode) -> bool:
    return guidance.point is None or guidance.point <= len(mode.sections[guidance.section].points or ())


# Authored scenarios


def test_the_scenarios_their_verdicts_and_what_decides_are_the_golden_ones(
    lesson: Lesson, lazy: LazyContent, golden: Golden
) -> None:
    said = []
    for name, scenario in lazy.scenarios.items():
        said.append(f"{name}{' (seed)' if scenario.seed else ''}: {', '.join(scenario.objectives)}\n")
        said += [f"  {mode}: {choice.verdict}\n" for mode, choice in scenario.choices.items()]
        said.append(f"  by {', '.join(scenario.facts)}\n")
        said += [f"  tipped by {', '.join(scenario.tipping.facts)}\n"] if scenario.tipping else []
    golden(f"{lesson.name}/scenarios.txt", "".join(said))


def test_there_are_eight_scenarios_or_more_and_eighteen_where_a_model_draws_new_ones(lazy: LazyContent) -> None:
    assert len(lazy.scenarios) >= (18 if lazy.model else 8)


def test_the_seeds_come_first_and_then_one_on_the_boundary(lazy: LazyContent) -> None:
    scenarios = list(lazy.scenarios.values())
    seeds = [scenario.seed for scenario in scenarios]
    assert 0 < sum(seeds) < len(seeds)
    assert seeds == sorted(seeds, reverse=True)
    assert scenarios[sum(seeds)].tipping


def test_every_mode_is_best_in_half_its_fair_share_at_least(lesson: Lesson, lazy: LazyContent) -> None:
    counted = Counter(best(scenario) for scenario in lazy.scenarios.values())
    fair = len(lazy.scenarios) / len(lesson.modes)
    assert {mode: counted[mode] for mode in lesson.modes if counted[mode] < fair / 2} == {}


def test_a_quarter_is_on_the_boundary(lazy: LazyContent) -> None:
    assert sum(scenario.tipping is not None for scenario in lazy.scenarios.values()) >= len(lazy.scenarios) / 4


def test_a_scenario_practises_the_boundary_where_it_says_what_tips_it(lazy: LazyContent, lesson: Lesson) -> None:
    if "boundary" not in lesson.about.objectives:
        pytest.skip("the boundary is no objective of the lesson")
    for scenario in lazy.scenarios.values():
        assert ("boundary" in scenario.objectives) == (scenario.tipping is not None), scenario.title


def test_the_scenario_after_the_first_five_is_argued_where_one_is(lazy: LazyContent) -> None:
    scenarios = list(lazy.scenarios.values())
    for place, scenario in enumerate(scenarios):
        if scenario.questions:
            assert place == FIRST
            spoken_for = {mode for each in scenario.questions.values() for mode in each.speaks_for}
            assert spoken_for == {mode for mode, each in scenario.choices.items() if each.verdict != "poor"}


def test_every_objective_is_practised_in_a_fifth_of_them(lazy: LazyContent, lesson: Lesson) -> None:
    counted = Counter(objective for scenario in lazy.scenarios.values() for objective in scenario.objectives)
    assert set(counted) == set(lesson.about.objectives)
    assert min(counted.values()) >= len(lazy.scenarios) / 5


def test_a_learner_begins_with_four_or_five_facts_that_hold_those_that_decide_and_another(
    lazy: LazyContent, lesson: Lesson
) -> None:
    material = material_of(lesson, lazy)
    for scenario in lazy.scenarios.values():
        asked = Question(scenario.title, scenario.situation, material.subject.case(scenario), scenario)
        found = cards(material, asked)
        assert 4 <= len(found) <= (6 if scenario.questions else 5), scenario.title
        assert {*scenario.facts} < {*found}, scenario.title


def test_the_brief_of_a_scenario_is_two_sentences_that_fit_a_small_frame(lazy: LazyContent) -> None:
    for scenario in lazy.scenarios.values():
        brief, rest = layers(scenario.situation)
        assert len(brief) <= 300, scenario.title
        assert f"{brief} {rest}".strip() == scenario.situation


def test_exactly_one_choice_is_best_and_at_most_two_are_defensible(lazy: LazyContent, lesson: Lesson) -> None:
    for scenario in lazy.scenarios.values():
        assert tuple(scenario.choices) == tuple(lesson.modes), scenario.title
        verdicts = [choice.verdict for choice in scenario.choices.values()]
        assert verdicts.count("best") == 1
        assert verdicts.count("defensible") <= 2


def test_a_defensible_choice_says_under_which_reading_and_no_other_does(lazy: LazyContent) -> None:
    for scenario in lazy.scenarios.values():
        for mode, choice in scenario.choices.items():
            assert (choice.reading is not None) == (choice.verdict == "defensible"), f"{scenario.title}, {mode}"


def test_every_choice_has_two_to_four_sentences(lazy: LazyContent) -> None:
    for where, text in choices(lazy):
        assert 2 <= len(re.findall(r"[.?!][\"”]?(?:\s|$)", text)) <= 4, where


def test_no_two_choices_share_a_sentence(lazy: LazyContent) -> None:
    counted = Counter(sentence.lower() for _, text in choices(lazy) for sentence in sentences(text))
    assert [sentence for sentence, times in counted.items() if times > 1] == []


def test_no_two_choices_share_seven_words_in_a_row(lazy: LazyContent) -> None:
    said: dict[tuple[str, ...], str] = {}
    for where, text in choices(lazy):
        words = re.findall(r"[\w'’]+", text.lower())
        for run in {tuple(words[start : start + 7]) for start in range(len(words) - 6)}:
            assert run not in said, f"{where} and {said[run]}: {' '.join(run)}"
            said[run] = where


def test_guidance_points_at_a_sentence_that_exists(lazy: LazyContent, lesson: Lesson) -> None:
    for scenario in lazy.scenarios.values():
        for mode, choice in scenario.choices.items():
            assert there_is(choice.guidance, lesson.modes[mode]), f"{scenario.title}, {mode}"


def test_the_best_choice_rests_on_a_reason_to_use_its_mode(lazy: LazyContent) -> None:
    for scenario in lazy.scenarios.values():
        assert scenario.choices[best(scenario)].guidance.section == "use", scenario.title


def test_hints_name_no_mode(lazy: LazyContent, lesson: Lesson) -> None:
    telltales = naming(lesson)
    assert [hint for scenario in lazy.scenarios.values() for hint in scenario.hints if telltales.search(hint)] == []


def test_what_decides_is_never_left_open(lazy: LazyContent) -> None:
    for scenario in lazy.scenarios.values():
        for fact in (*scenario.facts, *(scenario.tipping.facts if scenario.tipping else ())):
            known = scenario.values or {} if scenario.workload is None else vars(scenario.workload)
            assert known.get(fact) is not None, f"{scenario.title}: {fact}"


def test_every_fact_decides_somewhere(lazy: LazyContent, lesson: Lesson) -> None:
    """Those that few know are asked for in Your workload, and a scenario need not tell them."""
    deciding = {fact for scenario in lazy.scenarios.values() for fact in scenario.facts}
    assert set(material_of(lesson, lazy).facts) - deciding - {*GUESSED, "longest", "price_cached"} == set()


def test_a_text_that_reckons_in_dollars_is_no_choice(lazy: LazyContent) -> None:
    """The model's numbers stand beside the words; they would go stale in them."""
    assert [where for where, text in choices(lazy) if re.search(r"\$|\bdollars?\b|\bp9[59]\b", text)] == []


# Against the model


def verdicts(scenario: Scenario, lesson: Lesson, lazy: LazyContent) -> dict[str, str]:
    subject = material_of(lesson, lazy).subject
    study = subject.study(subject.case(scenario), {}, sure=True)
    assert study
    return {outcome.mode: outcome.verdict for outcome in study.outcomes}


@pytest.mark.slow
@pytest.mark.usefixtures("model")
def test_the_model_finds_the_same_mode_best(lazy: LazyContent, lesson: Lesson) -> None:
    for scenario in lazy.scenarios.values():
        assert verdicts(scenario, lesson, lazy)[best(scenario)] == "best", scenario.title


@pytest.mark.slow
@pytest.mark.usefixtures("model")
def test_where_the_model_judges_a_choice_or_a_deciding_fact_otherwise_the_scenario_says_why(
    lazy: LazyContent, lesson: Lesson
) -> None:
    found = [
        list(about_scenario(name, each, judgement(lesson.modes, model_of(lazy), each)))
        for name, each in lazy.scenarios.items()
    ]
    assert [remark for remarks in found for remark in remarks] == []


@pytest.mark.slow
@pytest.mark.xdist_group("flips")
def test_what_tips_a_decision_tips_the_model(lazy: LazyContent, tipped: Mapping[str, tuple[Flip, ...]]) -> None:
    for name, found in tipped.items():
        tipping = lazy.scenarios[name].tipping
        assert tipping
        assert set(tipping.facts) <= {flip.fact for flip in found}, name
