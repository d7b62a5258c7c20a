"""What an author should know of a scenario: whether its verdicts are the model's, and whether what decides flips it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.features.practice.scoring import best
from engine.review.remark import Remark

if TYPE_CHECKING:
    from engine.features.practice.content import Scenario
    from engine.features.practice.subject import Verdict


@dataclass(frozen=True)
class Judgement:
    """What the model of a subject says of a scenario."""

    verdicts: Mapping[str, Verdict]
    """By mode."""
    shares: Mapping[str, int]
    """In how many of 100 plausible readings each mode is best, the most often best mode first."""
    flipping: tuple[str, ...]
    """Of the facts that decide to its author: those of which another value alone makes another mode the best."""


@dataclass(frozen=True)
class Compared:
    """An author's judgement of a scenario beside the model's; modes are named as their files are."""

    scenario: str
    title: str
    best: str
    defensible: tuple[str, ...]
    why: str
    """Why the model's judgement is another, as the author says; "" where nothing is said."""
    known: bool
    """Whether the model's judgement is known."""
    shares: tuple[tuple[str, int], ...] = ()
    """The modes that are best in any of 100 readings, and in how many."""
    different: tuple[tuple[str, Verdict, Verdict], ...] = ()
    """The modes of which the two say different things: what the author says, what the model says."""

    @property
    def none(self) -> int:
        """In how many readings no mode keeps every rule."""
        return 100 - sum(share for _, share in self.shares) if self.known else 0


def others(scenario: Scenario, judged: Judgement) -> list[str]:
    """The modes of which the author and the model say different things."""
    return [mode for mode, verdict in judged.verdicts.items() if verdict != scenario.choices[mode].verdict]


def compared(name: str, scenario: Scenario, judged: Judgement | None) -> Compared:
    """Both judgements of a scenario; the model's may not be known yet."""
    choices = scenario.choices
    defensible = tuple(mode for mode, choice in choices.items() if choice.verdict == "defensible")
    found = Compared(name, scenario.title, best(scenario), defensible, scenario.differs or "", known=judged is not None)
    if judged is None:
        return found
    return replace(
        found,
        shares=tuple((mode, share) for mode, share in judged.shares.items() if share),
        different=tuple((mode, choices[mode].verdict, judged.verdicts[mode]) for mode in others(scenario, judged)),
    )


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
