"""A scan of plausible workloads: no advice is absurd, no number jumps, and no mode is best, then not, then again.

`tests/support/sense.py` says what that means. A failure names the property, and up to three workloads that lack it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.mode import Mode
from simulator.advice import advise
from simulator.lesson import model_of
from simulator.parameters import Model
from simulator.workload import Workload
from tests.support.plausible import plausible, told
from tests.support.sense import SLOW, WITHIN, absurd, easier, jumps, leaves_batch, returns, worse

Found = Iterator[tuple[str, Workload]]


@pytest.fixture(autouse=True)
def _model(lazy: LazyContent) -> None:
    if lazy.model is None:
        pytest.skip("the lesson has no model")


def none_of(found: Iterable[tuple[str, Workload]]) -> None:
    """Nothing was found, or else it is told."""
    by_words: dict[str, list[Workload]] = defaultdict(list)
    for words, workload in found:
        by_words[words].append(workload)
    lines = [
        f"{words} ({len(some)}): " + "; ".join(told(each) for each in some[:3]) for words, some in by_words.items()
    ]
    assert not lines, "\n".join(lines)


def singly(modes: Mapping[str, Mode], model: Model, services: int, each: int, seed: int) -> Found:
    for workloads in plausible(services, each, seed):
        for workload in workloads:
            advice = advise(modes, model, workload)
            yield from ((words, workload) for words in absurd(workload, advice))


def changed(modes: Mapping[str, Mode], model: Model, services: int, each: int, seed: int) -> Found:
    for workloads in plausible(services, each, seed):
        for workload in workloads:
            before = advise(modes, model, workload)
            for change, then in easier(workload, all_facts=workload is workloads[0]):
                after = advise(modes, model, then)
                yield from ((f"{change}: {words}", workload) for words in worse(before, after))
            yield from ((words, workload) for words in leaves_batch(modes, model, workload))


def by_a_hair(modes: Mapping[str, Mode], model: Model, services: int, each: int, seed: int) -> Found:
    for workloads in plausible(services, each, seed):
        for workload in workloads:
            facts = (*WITHIN, *SLOW) if workload is workloads[0] else WITHIN
            advice = advise(modes, model, workload)
            yield from ((words, workload) for words in jumps(modes, model, workload, advice, facts))


def along(modes: Mapping[str, Mode], model: Model, services: int, each: int, seed: int) -> Found:
    for workloads in plausible(services, each, seed):
        for workload in workloads:
            facts = (*WITHIN, *SLOW) if workload is workloads[0] else WITHIN
            yield from ((words, workload) for words in returns(modes, model, workload, facts))


# A sample of it


def test_no_advice_of_a_sample_is_absurd(modes: Mapping[str, Mode], lazy: LazyContent) -> None:
    none_of(singly(modes, model_of(lazy), 20, 25, 1))


def test_nothing_of_a_sample_is_worse_where_it_becomes_easier(modes: Mapping[str, Mode], lazy: LazyContent) -> None:
    none_of(changed(modes, model_of(lazy), 8, 10, 2))


def test_nothing_of_a_sample_jumps_where_a_fact_changes_by_a_hundredth(
    modes: Mapping[str, Mode], lazy: LazyContent
) -> None:
    none_of(by_a_hair(modes, model_of(lazy), 8, 5, 3))


def test_no_mode_of_a_sample_is_best_then_not_then_again(modes: Mapping[str, Mode], lazy: LazyContent) -> None:
    none_of(along(modes, model_of(lazy), 1, 2, 4))


# The whole of it


@pytest.mark.slow
def test_no_advice_on_ten_thousand_workloads_is_absurd(modes: Mapping[str, Mode], lazy: LazyContent) -> None:
    none_of(singly(modes, model_of(lazy), 400, 25, 0))


@pytest.mark.slow
def test_nothing_is_worse_where_it_becomes_easier(modes: Mapping[str, Mode], lazy: LazyContent) -> None:
    none_of(changed(modes, model_of(lazy), 80, 12, 5))


@pytest.mark.slow
def test_nothing_jumps_where_a_fact_changes_by_a_hundredth(modes: Mapping[str, Mode], lazy: LazyContent) -> None:
    none_of(by_a_hair(modes, model_of(lazy), 60, 8, 6))


@pytest.mark.slow
def test_no_mode_is_best_then_not_then_again(modes: Mapping[str, Mode], lazy: LazyContent) -> None:
    none_of(along(modes, model_of(lazy), 6, 6, 7))
