"""What the series of new workloads promises: plausible, varied, and no mode is given away."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from itertools import pairwise

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice.material import material_of
from simulator.advice import advise
from simulator.generator import Novel, novel
from simulator.lesson import model_of
from simulator.relevance import cards
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
def _drawn(lazy: LazyContent) -> None:
    """Only a lesson with templates draws new workloads."""
    if not lazy.templates:
        pytest.skip("the lesson has no templates")


def series(lazy: LazyContent, seed: int) -> list[Novel]:
    return [novel(lazy.templates, seed, number) for number in SERIES]


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


def test_there_are_at_least_twelve_templates_with_two_ways_to_tell_each(lazy: LazyContent) -> None:
    assert len(lazy.templates) >= 12
    for template in lazy.templates.values():
        assert len(set(template.situations)) >= 2


def test_a_template_names_no_number_since_its_numbers_vary(lazy: LazyContent) -> None:
    for template in lazy.templates.values():
        assert [text for text in template.situations if re.search(r"\d", text)] == []


def test_what_varies_in_a_template_varies_once_and_around_the_typical(lazy: LazyContent) -> None:
    for name, template in lazy.templates.items():
        between, among = template.between or {}, template.among or {}
        together = [{fact for change in changes for fact in change} for changes in (template.together or {}).values()]
        vary = [*between, *among, *template.either, *(fact for facts in together for fact in facts)]
        assert [fact for fact, times in Counter(vary).items() if times > 1] == [], name
        for field, span in between.items():
            assert span.from_ < span.to, f"{name}: {field}"
            assert span.from_ <= getattr(template.workload, field) <= span.to, f"{name}: {field}"


def test_the_same_seed_and_number_give_the_same_workload(lazy: LazyContent) -> None:
    assert series(lazy, 7) == series(lazy, 7)


def test_a_workload_does_not_depend_on_those_before_it(lazy: LazyContent) -> None:
    assert novel(lazy.templates, 7, 100) == series(lazy, 7)[100]


def test_another_seed_gives_another_series(lazy: LazyContent) -> None:
    assert series(lazy, 7) != series(lazy, 8)


@pytest.mark.parametrize("seed", range(20))
def test_no_template_comes_twice_in_a_row(seed: int, lazy: LazyContent) -> None:
    titles = [each.title for each in series(lazy, seed)]
    assert all(one != next_one for one, next_one in pairwise(titles))


def test_every_template_comes_once_a_round(lazy: LazyContent) -> None:
    count = len(lazy.templates)
    assert len({novel(lazy.templates, 7, number).title for number in range(3 * count, 4 * count)}) == count


def test_novel_workloads_are_varied(lazy: LazyContent) -> None:
    drawn = series(lazy, 7)
    assert len({tuple(asdict(each.workload).values()) for each in drawn}) > len(drawn) * 0.95
    assert {each.situation for each in drawn} == {
        text for template in lazy.templates.values() for text in template.situations
    }


def test_novel_workloads_are_within_limits(lazy: LazyContent) -> None:
    assert [out_of_range(each.workload) for each in series(lazy, 7) if out_of_range(each.workload)] == []


def test_counts_of_novel_workloads_are_whole(lazy: LazyContent) -> None:
    for each in series(lazy, 7):
        for field in ("requests", "input_tokens", "output_tokens", "rate_limit"):
            assert isinstance(getattr(each.workload, field), int)


def test_a_number_of_a_novel_workload_has_two_figures(lazy: LazyContent) -> None:
    spans = {template.title: template.between or {} for template in lazy.templates.values()}
    for each in series(lazy, 7):
        for field in spans[each.title]:
            value = getattr(each.workload, field)
            assert value == pytest.approx(float(f"{value:.1e}")), f"{each.title}, {field}: {value}"


def test_facts_that_vary_together_come_together(lazy: LazyContent) -> None:
    templates = {template.title: template for template in lazy.templates.values()}
    for each in series(lazy, 7):
        facts = asdict(each.workload).items()
        for name, changes in (templates[each.title].together or {}).items():
            assert any(change.items() <= facts for change in changes), (each.title, name)


def test_every_price_of_a_template_is_drawn_sooner_or_later(lazy: LazyContent) -> None:
    offered = {
        (change["price_in"], change["price_out"])
        for template in lazy.templates.values()
        for changes in (template.together or {}).values()
        for change in changes
        if {"price_in", "price_out"} <= change.keys()
    }
    assert len(offered) >= 4
    assert offered <= {(each.workload.price_in, each.workload.price_out) for each in series(lazy, 7)}


def test_a_title_gives_no_mode_away_and_a_situation_names_none(lazy: LazyContent, lesson: Lesson) -> None:
    names = naming(lesson)
    for template in lazy.templates.values():
        assert not TELLTALES.search(template.title)
        assert [text for text in (template.title, *template.situations) if names.search(text)] == []


def test_a_learner_begins_with_four_or_five_facts_of_a_new_workload_that_are_known(lazy: LazyContent) -> None:
    for each in series(lazy, 7):
        found = cards(each.workload)
        assert 4 <= len(found) <= 5
        assert all(getattr(each.workload, fact) is not None for fact in found)


@pytest.mark.slow
def test_of_a_new_workload_one_to_three_facts_decide_and_all_of_them_are_on_the_cards(
    lazy: LazyContent, lesson: Lesson
) -> None:
    subject = material_of(lesson, lazy).subject
    for each in series(lazy, 7)[:12]:
        found = subject.deciding(each.workload, {})
        assert 1 <= len(found.facts) <= 3
        assert {*found.facts} <= {*subject.cards(each.workload, ())}


@pytest.fixture(scope="session")
def found(lazy: LazyContent, lesson: Lesson) -> Mapping[str, Counter[str]]:
    """By title: how often each mode is best, in the first rounds of 50 series."""
    counted: dict[str, Counter[str]] = {template.title: Counter() for template in lazy.templates.values()}
    for seed in SEEDS:
        for number in range(len(lazy.templates)):
            drawn = novel(lazy.templates, seed, number)
            best = advise(lesson.modes, model_of(lazy), drawn.workload).best
            assert best.feasible, drawn
            counted[drawn.title][best.mode] += 1
    return counted


@pytest.mark.slow
def test_every_mode_is_best_for_a_fair_share_of_new_workloads(
    lesson: Lesson, found: Mapping[str, Counter[str]]
) -> None:
    for mode in lesson.modes:
        share = sum(modes[mode] for modes in found.values()) / sum(modes.total() for modes in found.values())
        assert 0.6 <= share * len(lesson.modes) <= 1.6, mode


@pytest.mark.slow
def test_no_title_stands_for_one_mode(found: Mapping[str, Counter[str]]) -> None:
    for title, modes in found.items():
        (_, first), (_, second), *_ = modes.most_common()
        assert first <= 0.8 * modes.total(), title
        assert second >= 0.1 * modes.total(), title


@pytest.mark.slow
def test_some_titles_stand_for_any_mode(lesson: Lesson, found: Mapping[str, Counter[str]]) -> None:
    assert sum(len(modes) == len(lesson.modes) for modes in found.values()) >= 2
