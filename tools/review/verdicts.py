"""What an author should know of a scenario: whether its verdicts are the model's, and whether what decides flips it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.flips import flip
from simulator.readings import shares
from simulator.shares import verdict_of
from tools.review.remark import Remark

if TYPE_CHECKING:
    from engine.content.load import Content
    from engine.features.practice.content import Scenario
    from engine.features.practice.subject import Verdict


@dataclass(frozen=True)
class Judgement:
    """What the model says of a scenario."""

    verdicts: Mapping[str, Verdict]
    """By mode."""
    shares: Mapping[str, int]
    """In how many of 100 plausible readings each mode is best, the most often best mode first."""
    flipping: tuple[str, ...]
    """Of the facts that decide to its author: those of which another value alone makes another mode the best."""


def judgement(content: Content, name: str) -> Judgement:
    """What the model says of a scenario in a lesson with a model; it takes a good part of a second."""
    scenario, model, modes = content.lazy.scenarios[name], content.lazy.model, content.lesson.modes
    if not model or not scenario.workload:
        raise LookupError(name)
    workload, found = scenario.workload, shares(modes, model, scenario.workload)
    return Judgement(
        {mode: verdict_of(found, mode, model) for mode in scenario.choices if mode in model.modes},
        dict(sorted(found.percent()[0].items(), key=lambda each: -each[1])),
        tuple(fact for fact in scenario.facts if flip(modes, model, workload, fact)),
    )


def others(scenario: Scenario, judged: Judgement) -> list[str]:
    """The modes of which the author and the model say different things."""
    return [mode for mode, verdict in judged.verdicts.items() if verdict != scenario.choices[mode].verdict]


def about_scenario(name: str, scenario: Scenario, judged: Judgement) -> Iterator[Remark]:
    """Verdicts that the model does not share and deciding facts that flip nothing, unless the author says why."""
    different = others(scenario, judged)
    if scenario.differs and not different:
        yield Remark(
            "scenarios",
            (name, "differs"),
            "it says why the model's verdicts are others, and they are the same",
            "Remove it.",
        )
    for mode in different if not scenario.differs else ():
        yield Remark(
            "scenarios",
            (name, "choices", mode, "verdict"),
            f"`{scenario.choices[mode].verdict}` is `{judged.verdicts[mode]}` to the model, where this mode is best in "
            f"{judged.shares.get(mode, 0)} of 100 readings",
            "Change the verdict or the workload, or say in `differs` why you judge otherwise.",
        )
    steady = scenario.steady or {}
    for place, fact in enumerate(scenario.facts):
        if fact not in judged.flipping and fact not in steady:
            yield Remark(
                "scenarios",
                (name, "facts", place),
                f"`{fact}` decides, but changed alone it makes no other mode the best",
                "Say in `steady` why it decides all the same, or leave it out.",
            )
        if fact in judged.flipping and fact in steady:
            yield Remark(
                "scenarios",
                (name, "steady", fact),
                f"it says why `{fact}` alone flips nothing, and it does",
                "Remove it.",
            )
