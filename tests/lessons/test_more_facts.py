"""The facts that few learners know: what each of them changes in the advice of a lesson with a model."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.mode import Mode
from simulator.advice import advise, recommended
from simulator.lesson import model_of
from simulator.parameters import Model
from simulator.workload import Workload
from tests.support.workloads import CLICK

CHAT = replace(CLICK, output_tokens=600, reader="watching", partial=True, deadline=120)
"""A chat in which somebody reads along."""
WEBHOOK = replace(CLICK, output_tokens=600, deadline=120, caller_timeout=8)
"""A chat platform calls a webhook and gives up after 8 s; the answer is a message of its own."""


@pytest.fixture
def model(lazy: LazyContent) -> Model:
    """The model, where the lesson has one."""
    if lazy.model is None:
        pytest.skip("the lesson has no model")
    return model_of(lazy)


def kind(model: Model, mode: str | None) -> str:
    """What a mode is, by what it does and not by its name."""
    assert mode
    parameters = model.modes[mode]
    return "queued" if parameters.queue else parameters.connection


def best(modes: Mapping[str, Mode], model: Model, workload: Workload) -> str:
    return kind(model, recommended(modes, model, workload))


def test_a_caller_that_gives_up_soon_is_answered_at_once_and_gets_the_answer_later(
    modes: Mapping[str, Mode], model: Model
) -> None:
    """A chat platform's webhook of 8 s: whatever holds the line is out, and so is a stream."""
    for workload in (WEBHOOK, replace(CHAT, caller_timeout=8), replace(WEBHOOK, reader="gone", deadline=600)):
        advice = advise(modes, model, workload)
        broken = {kind(model, each.mode): [finding.rule for finding in each.failing] for each in advice.ranked}
        assert kind(model, advice.best.mode) == "closed"
        assert broken["silent"] == broken["flowing"] == ["caller_timeout"]
    assert best(modes, model, replace(WEBHOOK, caller_timeout=None)) == "silent"
    assert best(modes, model, CHAT) == "flowing"
    assert best(modes, model, replace(CHAT, caller_timeout=60)) == "flowing"
