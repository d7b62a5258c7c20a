"""What the series of new workloads promises: plausible, varied, and no mode is given away."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from itertools import pairwise

import pytest

from engine.content.lesson import Lesson
from engine.content.practice_content import Workshop
from simulator.advice import advise
from simulator.generator import Novel, novel
from simulator.lesson import model_of
from simulator.workload import DECLARED, QUANTITIES, Workload
from tests.support.telltales import naming

pytestmark = pytest.mark.xdist_group("novel")  # what the tests share is made once

SERIES = range(240)
SEEDS = range(1, 51)
TELLTALES = re.compile(
    r"\b(wait\w*|watch\w*|(over)?night\w*|later|piles?|order\w*|spoken|long drafts?|errands?)\b", re.IGNORECASE
)
"""What a title may not say, since it would say who reads when."""


@pytest.fixture(scope="session", autouse=True)
def _drawn(workshop: Workshop) -> None:
    """Only a lesson with templates draws new workloads."""
    if not workshop.templates:
        pytest.skip("the lesson has no templates")


def series(workshop: Workshop, seed: int) -> list[Novel]:
    return [novel(workshop.templates, seed, number) for number in SERIES]


def out_of_range(workload: Workload) -> list[str]:
    """The fields whose numbers an author could not have written either."""
    found = []
    for field in QUANTITIES:
        value = getattr(workload, field)
        keywords = DECLARED[field].limit or {}
        if value is not None and not (
            keywords.get("minimum", 0) <= value <= keywords["maximum"] and value > keywords.get("exclusiveMinimum", -1)
        ):
            found.append(f"{field}: {value}")
    return found


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
        together = [{fact for change in changes for fact in change} for changes in (template.together or {}).values()]
        vary = [*between, *among, *template.either, *(fact for facts in together for fact in facts)]
        assert [fact for fact, times in Counter(vary).items() if times > 1] == [], name
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
    assert {each.situation for each in drawn} == {
        text for template in workshop.templates.values() for text in template.situations
    }


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


def test_facts_that_vary_together_come_together(workshop: Workshop) -> None:
    templates = {template.title: template for template in workshop.templates.values()}
    for each in series(workshop, 7):
        facts = asdict(each.workload).items()
        for name, changes in (templates[each.title].together or {}).items():
            assert any(change.items() <= facts for change in changes), (each.title, name)


def test_every_price_of_a_template_is_drawn_sooner_or_later(workshop: Workshop) -> None:
    offered = {
        (change["price_in"], change["price_out"])
        for template in workshop.templates.values()
        for changes in (template.together or {}).values()
        for change in changes
        if {"price_in", "price_out"} <= change.keys()
    }
    assert len(offered) >= 4
    assert offered <= {(each.workload.price_in, each.workload.price_out) for each in series(workshop, 7)}


def test_a_title_gives_no_mode_away_and_a_situation_names_none(workshop: Workshop, lesson: Lesson) -> None:
    names = naming(lesson)
    for template in workshop.templates.values():
        assert not TELLTALES.search(template.title)
        assert [text for text in (template.title, *template.situations) if names.search(text)] == []


@pytest.fixture(scope="session")
def found(workshop: Workshop, lesson: Lesson) -> Mapping[str, Counter[str]]:
    """By title: how often each mode is best, in the first rounds of 50 series."""
    counted: dict[str, Counter[str]] = {template.title: Counter() for template in workshop.templates.values()}
    for seed in SEEDS:
        for number in range(len(workshop.templates)):
            drawn = novel(workshop.templates, seed, number)
            best = advise(lesson.modes, model_of(workshop), drawn.workload).best
            assert best.feasible, drawn
            counted[drawn.title][best.mode] += 1
    return counted


def test_every_mode_is_best_for_a_fair_share_of_new_workloads(
    lesson: Lesson, found: Mapping[str, Counter[str]]
) -> None:
    for mode in lesson.modes:
        share = sum(modes[mode] for modes in found.values()) / sum(modes.total() for modes in found.values())
        assert 0.6 <= share * len(lesson.modes) <= 1.6, mode


def test_no_title_stands_for_one_mode(found: Mapping[str, Counter[str]]) -> None:
    for title, modes in found.items():
        (_, first), (_, second), *_ = modes.most_common()
        assert first <= 0.8 * modes.total(), title
        assert second >= 0.1 * modes.total(), title


def test_some_titles_stand_for_any_mode(lesson: Lesson, found: Mapping[str, Counter[str]]) -> None:
    assert sum(len(modes) == len(lesson.modes) for modes in found.values()) >= 2
