"""What the scenarios promise: each choice has words of its own, and each mode has its turn."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import pairwise
from typing import Any

import pytest

from sim.advise import advise, flips
from sim.content.limits import Count, Dollars, Seconds, Times, Tokens
from sim.content.model import Lesson, Mode
from sim.content.verdict import best
from sim.content.workload import FACTS, Workload
from sim.content.workshop import Guidance, Scenario, Workshop
from sim.novel import Novel, novel

MODES = ("sync", "streaming", "async", "batch")
SERIES = range(240)
TELLTALES = re.compile(r"\b(sync\w*|stream\w*|async\w*|batch\w*)", re.IGNORECASE)
"""What a hint may not say."""
LIMITS: Mapping[str, Any] = {
    "requests": Count, "times_a_day": Times, "input_tokens": Tokens, "output_tokens": Tokens, "seconds": Seconds,
    "deadline": Seconds, "timeout": Seconds, "rate_limit": Count, "price_in": Dollars, "price_out": Dollars,
}


def sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in re.split(r"(?<=[.?!])[\"”]?\s", text) if len(sentence.split()) > 3]


def choices(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """Where a choice stands, and what it says."""
    for name, scenario in workshop.scenarios.items():
        for mode, choice in scenario.choices.items():
            yield f"{name}, {mode}", choice.text


def points(mode: Mode, part: str) -> int:
    """How many points a section of a mode's guidance has."""
    return {"use": len(mode.use_when), "avoid": len(mode.avoid_when), "latency": len(mode.measures), "price": 0,
            "engineering": len(mode.engineering.build)}[part]


def there_is(guidance: Guidance, mode: Mode) -> bool:
    return guidance.point is None or guidance.point <= points(mode, guidance.part)


def series(workshop: Workshop, seed: int) -> list[Novel]:
    return [novel(workshop.templates, seed, number) for number in SERIES]


def out_of_range(workload: Workload) -> list[str]:
    """The fields whose numbers an author could not have written either."""
    found = []
    for field, limit in LIMITS.items():
        value = getattr(workload, field)
        keywords = limit.__metadata__[0].keywords
        if value is not None and not (keywords.get("minimum", 0) <= value <= keywords["maximum"]
                                      and value > keywords.get("exclusiveMinimum", -1)):
            found.append(f"{field}: {value}")
    return found


# Authored scenarios


def test_there_are_at_least_eighteen_scenarios(workshop: Workshop) -> None:
    assert len(workshop.scenarios) >= 18


def test_the_five_seeds_come_first_and_then_the_request_that_takes_30_seconds(workshop: Workshop) -> None:
    seeds = [scenario.seed for scenario in workshop.scenarios.values()]
    assert seeds == [True] * 5 + [False] * (len(seeds) - 5)
    sixth = list(workshop.scenarios.values())[5]
    assert "30 seconds" in sixth.title
    assert sixth.tipping


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_best_in_at_least_four(mode: str, workshop: Workshop) -> None:
    assert [best(scenario) for scenario in workshop.scenarios.values()].count(mode) >= 4


def test_at_least_eight_are_on_the_boundary(workshop: Workshop) -> None:
    assert sum(scenario.tipping is not None for scenario in workshop.scenarios.values()) >= 8


def test_a_scenario_practises_the_boundary_where_it_says_what_tips_it(workshop: Workshop) -> None:
    for scenario in workshop.scenarios.values():
        assert ("boundary" in scenario.objectives) == (scenario.tipping is not None), scenario.title


def test_every_objective_is_practised_at_least_six_times(workshop: Workshop) -> None:
    counted = Counter(objective for scenario in workshop.scenarios.values() for objective in scenario.objectives)
    assert set(counted) == {"latency", "cost", "engineering", "boundary"}
    assert min(counted.values()) >= 6


def test_exactly_one_choice_is_best_and_at_most_two_are_defensible(workshop: Workshop) -> None:
    for scenario in workshop.scenarios.values():
        assert tuple(scenario.choices) == MODES, scenario.title
        verdicts = [choice.verdict for choice in scenario.choices.values()]
        assert verdicts.count("best") == 1
        assert verdicts.count("defensible") <= 2


def test_a_defensible_choice_says_under_which_reading_and_no_other_does(workshop: Workshop) -> None:
    for scenario in workshop.scenarios.values():
        for mode, choice in scenario.choices.items():
            assert (choice.reading is not None) == (choice.verdict == "defensible"), f"{scenario.title}, {mode}"


def test_every_choice_has_two_to_four_sentences(workshop: Workshop) -> None:
    for where, text in choices(workshop):
        assert 2 <= len(re.findall(r"[.?!][\"”]?(?:\s|$)", text)) <= 4, where


def test_no_two_choices_share_a_sentence(workshop: Workshop) -> None:
    counted = Counter(sentence.lower() for _, text in choices(workshop) for sentence in sentences(text))
    assert [sentence for sentence, times in counted.items() if times > 1] == []


def test_no_two_choices_share_seven_words_in_a_row(workshop: Workshop) -> None:
    said: dict[tuple[str, ...], str] = {}
    for where, text in choices(workshop):
        words = re.findall(r"[\w'’]+", text.lower())
        for run in {tuple(words[start:start + 7]) for start in range(len(words) - 6)}:
            assert run not in said, f"{where} and {said[run]}: {' '.join(run)}"
            said[run] = where


def test_guidance_points_at_a_sentence_that_exists(workshop: Workshop, lesson: Lesson) -> None:
    for scenario in workshop.scenarios.values():
        for mode, choice in scenario.choices.items():
            assert there_is(choice.guidance, lesson.modes[mode]), f"{scenario.title}, {mode}"


def test_the_best_choice_rests_on_a_reason_to_use_its_mode(workshop: Workshop) -> None:
    for scenario in workshop.scenarios.values():
        assert scenario.choices[best(scenario)].guidance.part == "use", scenario.title


def test_hints_name_no_mode(workshop: Workshop) -> None:
    assert [hint for scenario in workshop.scenarios.values() for hint in scenario.hints if TELLTALES.search(hint)] == []


def test_what_decides_is_never_left_open(workshop: Workshop) -> None:
    for scenario in workshop.scenarios.values():
        for fact in (*scenario.facts, *(scenario.tipping.facts if scenario.tipping else ())):
            assert getattr(scenario.workload, fact) is not None, f"{scenario.title}: {fact}"


def test_every_fact_decides_somewhere(workshop: Workshop) -> None:
    deciding = {fact for scenario in workshop.scenarios.values() for fact in scenario.facts}
    assert set(FACTS) - deciding == set()


def test_a_text_that_reckons_in_dollars_is_no_choice(workshop: Workshop) -> None:
    """The model's numbers stand beside the words; they would go stale in them."""
    assert [where for where, text in choices(workshop) if re.search(r"\$|\bdollars?\b|\bp9[59]\b", text)] == []


# Against the model


def verdicts(scenario: Scenario, lesson: Lesson, workshop: Workshop) -> dict[str, str]:
    return {each.mode: each.verdict for each in advise(lesson.modes, workshop.model, scenario.workload).ranked}


def test_the_model_finds_the_same_mode_best(workshop: Workshop, lesson: Lesson) -> None:
    for scenario in workshop.scenarios.values():
        assert verdicts(scenario, lesson, workshop)[best(scenario)] == "best", scenario.title


def test_where_the_model_judges_a_choice_otherwise_the_scenario_says_why(workshop: Workshop, lesson: Lesson) -> None:
    for scenario in workshop.scenarios.values():
        authored = {mode: choice.verdict for mode, choice in scenario.choices.items()}
        assert (authored != verdicts(scenario, lesson, workshop)) == (scenario.differs is not None), scenario.title


def test_what_tips_a_decision_tips_the_model(workshop: Workshop, lesson: Lesson) -> None:
    for scenario in workshop.scenarios.values():
        if scenario.tipping:
            found = {flip.fact for flip in flips(lesson.modes, workshop.model, scenario.workload)}
            assert set(scenario.tipping.facts) <= found, scenario.title


# Novel workloads


def test_there_are_at_least_twelve_templates_with_two_ways_to_tell_each(workshop: Workshop) -> None:
    assert len(workshop.templates) >= 12
    for template in workshop.templates.values():
        assert len(set(template.situations)) >= 2


def test_a_template_names_no_number_since_its_numbers_vary(workshop: Workshop) -> None:
    for template in workshop.templates.values():
        assert [text for text in template.situations if re.search(r"\d", text)] == []


def test_what_varies_in_a_template_varies_once_and_around_the_typical(workshop: Workshop) -> None:
    for name, template in workshop.templates.items():
        between, among = template.between or {}, template.among or {}
        assert not set(between) & set(among), name
        for field, span in between.items():
            assert span.from_ < span.to, f"{name}: {field}"
            assert span.from_ <= getattr(template.workload, field) <= span.to, f"{name}: {field}"


def test_the_same_seed_and_number_give_the_same_workload(workshop: Workshop) -> None:
    assert series(workshop, 7) == series(workshop, 7)


def test_a_workload_does_not_depend_on_those_before_it(workshop: Workshop) -> None:
    assert novel(workshop.templates, 7, 100) == series(workshop, 7)[100]


def test_another_seed_gives_another_series(workshop: Workshop) -> None:
    assert series(workshop, 7) != series(workshop, 8)


@pytest.mark.parametrize("seed", range(20))
def test_no_template_comes_twice_in_a_row(seed: int, workshop: Workshop) -> None:
    titles = [each.title for each in series(workshop, seed)]
    assert all(one != next_one for one, next_one in pairwise(titles))


def test_every_template_comes_once_a_round(workshop: Workshop) -> None:
    count = len(workshop.templates)
    assert len({novel(workshop.templates, 7, number).title for number in range(3 * count, 4 * count)}) == count


def test_novel_workloads_are_varied(workshop: Workshop) -> None:
    drawn = series(workshop, 7)
    assert len({tuple(asdict(each.workload).values()) for each in drawn}) > len(drawn) * 0.95
    assert {each.situation for each in drawn} == {text for template in workshop.templates.values()
                                                  for text in template.situations}


def test_novel_workloads_are_within_limits(workshop: Workshop) -> None:
    assert [out_of_range(each.workload) for each in series(workshop, 7) if out_of_range(each.workload)] == []


def test_counts_of_novel_workloads_are_whole(workshop: Workshop) -> None:
    for each in series(workshop, 7):
        for field in ("requests", "input_tokens", "output_tokens", "rate_limit"):
            assert isinstance(getattr(each.workload, field), int)


def test_a_number_of_a_novel_workload_has_two_figures(workshop: Workshop) -> None:
    spans = {template.title: template.between or {} for template in workshop.templates.values()}
    for each in series(workshop, 7):
        for field in spans[each.title]:
            value = getattr(each.workload, field)
            assert value == pytest.approx(float(f"{value:.1e}")), f"{each.title}, {field}: {value}"


@pytest.fixture(scope="module")
def shares(workshop: Workshop, lesson: Lesson) -> Mapping[str, float]:
    """How often the model finds each mode best."""
    found = [advise(lesson.modes, workshop.model, each.workload).best for each in series(workshop, 7)]
    assert all(each.feasible for each in found)
    return {mode: sum(each.mode == mode for each in found) / len(found) for mode in MODES}


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_best_for_a_fair_share_of_novel_workloads(mode: str, shares: Mapping[str, float]) -> None:
    assert 0.12 <= shares[mode] <= 0.5
