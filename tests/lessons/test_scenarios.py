"""What the scenarios promise: each choice has words of its own, and each mode has its turn."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.content.mode import Mode
from engine.features.practice.content import Guidance, Scenario
from engine.features.practice.material import material_of
from engine.features.practice.scoring import best
from simulator.flips import Flip
from simulator.workload import FACTS

MODES = ("sync", "streaming", "async", "batch")
TELLTALES = re.compile(r"\b(sync\w*|stream\w*|async\w*|batch\w*)", re.IGNORECASE)
"""What a hint may not say."""


def sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in re.split(r"(?<=[.?!])[\"”]?\s", text) if len(sentence.split()) > 3]


def choices(workshop: LazyContent) -> Iterator[tuple[str, str]]:
    """Where a choice stands, and what it says."""
    for name, scenario in workshop.scenarios.items():
        for mode, choice in scenario.choices.items():
            yield f"{name}, {mode}", choice.text


def there_is(guidance: Guidance, mode: Mode) -> bool:
    return guidance.point is None or guidance.point <= len(mode.sections[guidance.section].points or ())


# Authored scenarios


def test_there_are_at_least_eighteen_scenarios(workshop: LazyContent) -> None:
    assert len(workshop.scenarios) >= 18


def test_the_five_seeds_come_first_and_then_the_request_that_takes_30_seconds(workshop: LazyContent) -> None:
    seeds = [scenario.seed for scenario in workshop.scenarios.values()]
    assert seeds == [True] * 5 + [False] * (len(seeds) - 5)
    sixth = list(workshop.scenarios.values())[5]
    assert "30 seconds" in sixth.title
    assert sixth.tipping


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_best_in_at_least_four(mode: str, workshop: LazyContent) -> None:
    assert [best(scenario) for scenario in workshop.scenarios.values()].count(mode) >= 4


def test_at_least_eight_are_on_the_boundary(workshop: LazyContent) -> None:
    assert sum(scenario.tipping is not None for scenario in workshop.scenarios.values()) >= 8


def test_a_scenario_practises_the_boundary_where_it_says_what_tips_it(workshop: LazyContent) -> None:
    for scenario in workshop.scenarios.values():
        assert ("boundary" in scenario.objectives) == (scenario.tipping is not None), scenario.title


def test_every_objective_is_practised_at_least_six_times(workshop: LazyContent, lesson: Lesson) -> None:
    counted = Counter(objective for scenario in workshop.scenarios.values() for objective in scenario.objectives)
    assert set(counted) == set(lesson.about.objectives)
    assert min(counted.values()) >= 6


def test_exactly_one_choice_is_best_and_at_most_two_are_defensible(workshop: LazyContent) -> None:
    for scenario in workshop.scenarios.values():
        assert tuple(scenario.choices) == MODES, scenario.title
        verdicts = [choice.verdict for choice in scenario.choices.values()]
        assert verdicts.count("best") == 1
        assert verdicts.count("defensible") <= 2


def test_a_defensible_choice_says_under_which_reading_and_no_other_does(workshop: LazyContent) -> None:
    for scenario in workshop.scenarios.values():
        for mode, choice in scenario.choices.items():
            assert (choice.reading is not None) == (choice.verdict == "defensible"), f"{scenario.title}, {mode}"


def test_every_choice_has_two_to_four_sentences(workshop: LazyContent) -> None:
    for where, text in choices(workshop):
        assert 2 <= len(re.findall(r"[.?!][\"”]?(?:\s|$)", text)) <= 4, where


def test_no_two_choices_share_a_sentence(workshop: LazyContent) -> None:
    counted = Counter(sentence.lower() for _, text in choices(workshop) for sentence in sentences(text))
    assert [sentence for sentence, times in counted.items() if times > 1] == []


def test_no_two_choices_share_seven_words_in_a_row(workshop: LazyContent) -> None:
    said: dict[tuple[str, ...], str] = {}
    for where, text in choices(workshop):
        words = re.findall(r"[\w'’]+", text.lower())
        for run in {tuple(words[start : start + 7]) for start in range(len(words) - 6)}:
            assert run not in said, f"{where} and {said[run]}: {' '.join(run)}"
            said[run] = where


def test_guidance_points_at_a_sentence_that_exists(workshop: LazyContent, lesson: Lesson) -> None:
    for scenario in workshop.scenarios.values():
        for mode, choice in scenario.choices.items():
            assert there_is(choice.guidance, lesson.modes[mode]), f"{scenario.title}, {mode}"


def test_the_best_choice_rests_on_a_reason_to_use_its_mode(workshop: LazyContent) -> None:
    for scenario in workshop.scenarios.values():
        assert scenario.choices[best(scenario)].guidance.section == "use", scenario.title


def test_hints_name_no_mode(workshop: LazyContent) -> None:
    assert [hint for scenario in workshop.scenarios.values() for hint in scenario.hints if TELLTALES.search(hint)] == []


def test_what_decides_is_never_left_open(workshop: LazyContent) -> None:
    for scenario in workshop.scenarios.values():
        for fact in (*scenario.facts, *(scenario.tipping.facts if scenario.tipping else ())):
            assert getattr(scenario.workload, fact) is not None, f"{scenario.title}: {fact}"


def test_every_fact_decides_somewhere(workshop: LazyContent) -> None:
    deciding = {fact for scenario in workshop.scenarios.values() for fact in scenario.facts}
    assert set(FACTS) - deciding == set()


def test_a_text_that_reckons_in_dollars_is_no_choice(workshop: LazyContent) -> None:
    """The model's numbers stand beside the words; they would go stale in them."""
    assert [where for where, text in choices(workshop) if re.search(r"\$|\bdollars?\b|\bp9[59]\b", text)] == []


# Against the model


def verdicts(scenario: Scenario, lesson: Lesson, workshop: LazyContent) -> dict[str, str]:
    subject = material_of(lesson, workshop).subject
    study = subject.study(subject.case(scenario))
    assert study
    return {outcome.mode: outcome.verdict for outcome in study.outcomes}


def test_the_model_finds_the_same_mode_best(workshop: LazyContent, lesson: Lesson) -> None:
    for scenario in workshop.scenarios.values():
        assert verdicts(scenario, lesson, workshop)[best(scenario)] == "best", scenario.title


def test_where_the_model_judges_a_choice_otherwise_the_scenario_says_why(workshop: LazyContent, lesson: Lesson) -> None:
    for scenario in workshop.scenarios.values():
        authored = {mode: choice.verdict for mode, choice in scenario.choices.items()}
        assert (authored != verdicts(scenario, lesson, workshop)) == (scenario.differs is not None), scenario.title


@pytest.mark.xdist_group("flips")
def test_what_tips_a_decision_tips_the_model(workshop: LazyContent, tipped: Mapping[str, tuple[Flip, ...]]) -> None:
    for name, found in tipped.items():
        tipping = workshop.scenarios[name].tipping
        assert tipping
        assert set(tipping.facts) <= {flip.fact for flip in found}, name
