"""What the model says of a scenario that an author has judged, and what that depends on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from engine.review.verdicts import Judgement
from engine.sections import multiplier, weight
from simulator.flips import flip_pieces
from simulator.readings import share_pieces
from simulator.shares import verdict_of

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from engine.features.practice.content import Scenario
    from simulator.parameters import Model


def judgement(modes: Mapping[str, Mode], model: Model, scenario: Scenario) -> Judgement:
    """What the model says of a scenario with a workload; it takes a good part of a second."""
    return next(found for found in judgement_pieces(modes, model, scenario) if found)


def judgement_pieces(modes: Mapping[str, Mode], model: Model, scenario: Scenario) -> Iterator[Judgement | None]:
    """The same at the end, and before it None after each piece of work."""
    workload = scenario.workload
    if workload is None:
        raise LookupError(scenario.title)
    shares = yield from share_pieces(modes, model, workload)
    flipping: list[str] = []
    for fact in scenario.facts:
        for found in flip_pieces(modes, model, workload, fact):
            flipping += [fact] if found else []
            yield None
    yield Judgement(
        {mode: verdict_of(shares, mode, model) for mode in scenario.choices if mode in model.modes},
        dict(sorted(shares.percent()[0].items(), key=lambda each: -each[1])),
        tuple(flipping),
    )


def model_key(modes: Mapping[str, Mode], model: Model) -> str:
    """What all judgements depend on besides the scenario: the numbers of the model and of the modes, and no words."""
    numbers = [(name, multiplier(mode), weight(mode)) for name, mode in modes.items()]
    return _digest((numbers, list(_telling(model))))


def judgement_key(model: str, scenario: Scenario) -> str:
    """What a judgement depends on: `model` is the `model_key`; what the author says of the modes is no part of it."""
    return _digest((model, list(_telling(scenario.workload)), scenario.facts, list(scenario.choices)))


def _telling(part: Any) -> Iterator[Any]:
    """Everything in a part of the content that may decide something: sources, and words, which have spaces, do not."""
    if isinstance(part, tuple):
        yield len(part)
        for each in part:
            yield from _telling(each)
    elif isinstance(part, Mapping) or hasattr(part, "__dict__"):
        for name, each in (part if isinstance(part, Mapping) else vars(part)).items():
            if name != "sources":
                yield name
                yield from _telling(each)
    elif not isinstance(part, str) or " " not in part:
        yield part


def _digest(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()[:16]
