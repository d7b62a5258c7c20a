"""Which mode is recommended along the range of one fact."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content.mode import Mode
from simulator.advice import advise, recommended
from simulator.parameters import Model
from simulator.sweep import Sweep, can_sweep, sweep, sweep_query
from simulator.workload import DECLARED, QUANTITIES, Value, Workload
from tests.support.workloads import CLICK, NIGHT, any_workload


def changed(workload: Workload, fact: str, value: Value) -> Workload:
    change: dict[str, Any] = {fact: value}
    return replace(workload, **change)


def best(modes: Mapping[str, Mode], model: Model, workload: Workload) -> str | None:
    found = advise(modes, model, workload).best
    return found.mode if found.feasible else None


@settings(max_examples=25)
@given(workload=any_workload)
def test_what_is_recommended_is_what_the_whole_advice_calls_best(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    assert recommended(modes, model, workload) == best(modes, model, workload)


@pytest.mark.parametrize("fact", QUANTITIES)
def test_the_zones_cover_the_range_without_a_gap(modes: Mapping[str, Mode], model: Model, fact: str) -> None:
    workload = replace(NIGHT, timeout=60, seconds=20)
    found, limits = sweep(modes, model, workload, fact), model.ranges[fact]
    assert (found.zones[0].low, found.zones[-1].high) == (limits.least, limits.most)
    assert all(before.high == after.low and before.mode != after.mode for before, after in pairwise(found.zones))


@pytest.mark.parametrize("workload", [CLICK, NIGHT])
def test_a_mode_is_recommended_from_the_first_value_of_its_zone_to_the_last(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    for fact in QUANTITIES:
        if can_sweep(fact, getattr(workload, fact)):
            for zone in sweep(modes, model, workload, fact).zones:
                assert best(modes, model, changed(workload, fact, zone.low)) == zone.mode, fact


@pytest.mark.slow
@settings(max_examples=25)
@given(workload=any_workload, fact=st.sampled_from(QUANTITIES))
def test_at_its_own_value_a_fact_has_the_mode_of_the_advice(
    modes: Mapping[str, Mode], model: Model, workload: Workload, fact: str
) -> None:
    value, limits = getattr(workload, fact), model.ranges[fact]
    if can_sweep(fact, value) and (value is None or limits.least <= value <= limits.most):
        # a value between two numbers of two figures is as good as the lower one
        own = value if value is None or DECLARED[fact].kind == "count" else float(f"{value:.1e}")
        workload = changed(workload, fact, own)
        if own == value or own is None:
            assert sweep(modes, model, workload, fact).mode_at(own) == best(modes, model, workload)


def test_a_timer_that_there_may_be_none_of_is_swept_without_one_too(modes: Mapping[str, Mode], model: Model) -> None:
    found = sweep(modes, model, NIGHT, "timeout")
    assert found.without == (best(modes, model, NIGHT),)
    assert sweep(modes, model, NIGHT, "deadline").without == ()


def test_only_a_number_that_is_known_can_be_swept() -> None:
    assert can_sweep("timeout", None)
    assert not can_sweep("seconds", None)
    assert not can_sweep("reader", "gone")


def test_as_a_query_it_finds_the_same_in_pieces(modes: Mapping[str, Mode], model: Model) -> None:
    query = sweep_query(modes, model, NIGHT, "deadline")
    *before, last = query.pieces()
    assert query.key == (NIGHT, "deadline")
    assert set(before) == {None}
    assert last == sweep(modes, model, NIGHT, "deadline")
    assert isinstance(last, Sweep)
    assert len(before) <= 60
