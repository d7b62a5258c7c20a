"""What it changes how sure a learner is of the numbers: the surer, the clearer the verdict, in every lesson with a model."""

from collections.abc import Mapping
from statistics import mean

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.mode import Mode
from simulator.exactness import EXACTNESS, off_by
from simulator.lesson import model_of
from simulator.readings import shares


@pytest.fixture(autouse=True)
def _model(lazy: LazyContent) -> None:
    if lazy.model is None:
        pytest.skip("the lesson has no model")


@pytest.mark.slow
def test_who_is_surer_of_the_numbers_is_surer_of_the_mode(lazy: LazyContent, modes: Mapping[str, Mode]) -> None:
    """Over a third of the scenarios, exact numbers make the first mode clearer than guesses do."""
    workloads = [each.workload for each in lazy.scenarios.values() if each.workload][::3]
    clear = {
        exactness: mean(
            (found := shares(modes, model_of(lazy), workload, exactness)).of(found.first) for workload in workloads
        )
        for exactness in EXACTNESS
    }
    assert clear["exact"] >= clear["about"] > clear["guess"]


def test_a_guess_is_at_most_tenfold_off(lazy: LazyContent) -> None:
    """What is farther off than that is not known at all, and may be left out."""
    for each in lazy.scenarios.values():
        assert each.workload
        _, most = off_by(model_of(lazy), each.workload, "guess") or (1, 1)
        assert most <= 10
