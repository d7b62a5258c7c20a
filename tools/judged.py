"""Scores the advice by the judged workloads: `python -m tools.judged [--cases]`.

A case is taken over the same worlds as the verdicts of the page, with two differences: what is only *about* right is
good to a factor of three, and what nobody said is drawn over plausible values. It prints, for all cases and for those
held back: how often the expert's mode is best or defensible, how often what is grey is called grey, and how often what
is plain is called grey. With --cases, each case that is not held back as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from simulator.doubts import Doubt
from simulator.shares import counted, is_grey, verdict_of
from simulator.workload import Workload
from simulator.worlds import number_of_worlds, world
from tools.content import CONTENT, load_lesson

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model
    from simulator.shares import Shares

FOLDER = Path("tests/lessons/judged")
LESSON = "sync-async-batch-api-flow"
ABOUT = 3.0
"""What is about right lies within this factor in 90 of 100 worlds."""
NAMED: Mapping[str, str] = {
    "first_words_s": "first_words",
    "whole_answer_s": "deadline",
    "caller_limit_s": "caller_timeout",
    "background": "background",
    "must_survive": "survives",
    "thinking_tokens": "thinking_tokens",
    "cached_share": "cached_share",
    "longest_output_tokens": "longest",
    "shared_limit": "shared_limit",
    "turns": "turns",
    "items_at_once": "concurrency",
    "missed": "missed",
}
"""The facts under `more`, each with the name by which a workload has it."""
PLAUSIBLE: Mapping[str, tuple[tuple[Any, float], ...]] = {
    "requests": ((1, 70), (100, 20), (10_000, 10)),
    "input_tokens": ((2000, 60), (500, 20), (20_000, 20)),
    "rate_limit": ((1000, 50), (100, 20), (5000, 30)),
    "webhook": ((True, 50), (False, 50)),
    "retention": ((True, 90), (False, 10)),
}
"""What is likely where nobody said it, with weights."""
TIMERS: Mapping[bool, tuple[tuple[float | None, float], ...]] = {
    True: ((None, 60), (60, 25), (100, 15)),
    False: ((None, 95), (300, 5)),
}
"""The same of an idle timer: on the way to someone who waits for one call, and of a worker."""
PRICES: Mapping[str, Any] = {"price_in": {"about": 3.0}, "price_out": {"about": 15.0}}
"""Dollars for a million tokens, where the thread names no model: a mid-tier one, as the judge took it."""


@dataclass(frozen=True)
class Judged:
    """A case, with what the model says of it."""

    case: Mapping[str, Any]
    shares: Shares
    verdicts: Mapping[str, str]
    grey: bool
    """Whether the model calls it grey."""

    @property
    def agrees(self) -> bool:
        """Whether the expert's mode is best or defensible."""
        return self.verdicts[self.case["best"]] != "poor"


@dataclass(frozen=True)
class Score:
    """How the advice does on some cases."""

    cases: int
    agreed: int
    grey: int
    """Those that the expert calls grey."""
    grey_called: int
    plain_called: int
    """Those that the expert calls plain, and the model grey."""

    def told(self) -> str:
        """In a sentence."""
        plain = self.cases - self.grey
        return (
            f"{self.cases} cases: the expert's mode best or defensible {self.agreed} "
            f"({_percent(self.agreed, self.cases)}, goal 95 %); grey called grey {self.grey_called} of {self.grey} "
            f"({_percent(self.grey_called, self.grey)}, goal 80 %); plain called grey {self.plain_called} of {plain} "
            f"({_percent(self.plain_called, plain)}, goal at most 10 %)"
        )


def cases() -> list[dict[str, Any]]:
    """All judged cases."""
    return [case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]


def judge(modes: Mapping[str, Mode], model: Model, case: Mapping[str, Any]) -> Judged:
    """What the model says of a case, over all its worlds."""
    stated = _stated(case)
    doubted = _doubted(model, stated)
    outcomes = [
        world(doubted, number).best(modes, _workload(stated, Random(f"{case['name']}/{number}")))  # noqa: S311
        for number in range(number_of_worlds(model))
    ]
    found = counted(outcomes, [name for name in modes if name in model.modes])
    verdicts = {name: verdict_of(found, name, model) for name in model.modes}
    return Judged(case, found, verdicts, is_grey(found, model))


def score(judged: Iterable[Judged]) -> Score:
    """How the advice does on some cases."""
    found = list(judged)
    grey = [each for each in found if each.case["grey"]]
    plain = [each for each in found if not each.case["grey"]]
    return Score(
        len(found),
        sum(each.agrees for each in found),
        len(grey),
        sum(each.grey for each in grey),
        sum(each.grey for each in plain),
    )


def _stated(case: Mapping[str, Any]) -> Mapping[str, Any]:
    """The facts of a workload that the case states, each as it stands there.

    Turns say what depends on what: the calls of one request on each other, and no request on another one. A part that
    may not be shown before it was checked is of no use.
    """
    more = case["more"]
    named = {fact: more[name] for name, fact in NAMED.items() if name in more}
    known = {**PRICES, **case["facts"], **named}
    if "turns" in more:
        known["independent"] = True
    if more.get("partial_ok") is False:
        known["partial"] = False
    return known


def _doubted(model: Model, stated: Mapping[str, Any]) -> Model:
    """The model to which what is about right is good to a factor of three."""
    about = {
        fact: Doubt(within=ABOUT, basis="judgement", note="about")
        for fact, value in stated.items()
        if isinstance(value, dict)
    }
    return replace(model, readings=replace(model.readings, about={**model.readings.about, **about}))


def _workload(stated: Mapping[str, Any], random: Random) -> Workload:
    """The case as a workload, with what nobody said drawn."""
    facts = {fact: value["about"] if isinstance(value, dict) else value for fact, value in stated.items()}
    for fact, values in PLAUSIBLE.items():
        drawn = _drawn(values, random)
        facts.setdefault(fact, drawn)
    alone = facts["reader"] != "gone" and facts["requests"] == 1
    facts.setdefault("timeout", _drawn(TIMERS[alone], random))
    return Workload(**facts)


def _drawn(values: tuple[tuple[Any, float], ...], random: Random) -> Any:
    return random.choices([value for value, _ in values], [weight for _, weight in values])[0]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"


def _shown(found: Shares) -> str:
    return ", ".join(f"{each.mode} {100 * found.of(each.mode):.0f}" for each in found.modes)


def _line(each: Judged) -> str:
    wanted = "/".join((each.case["best"], *each.case["defensible"]))
    wrong = "" if each.agrees else " DIFFERS"
    grey = "" if each.grey == each.case["grey"] else " GREY" if each.grey else " PLAIN"
    return f"{each.case['name']}: {wanted}; {_shown(each.shares)}{wrong}{grey}"


def main() -> int:
    """Print the scores."""
    content = load_lesson(LESSON, CONTENT)
    model = content.lazy.model
    assert model  # noqa: S101
    judged = [judge(content.lesson.modes, model, case) for case in cases()]
    if "--cases" in sys.argv[1:]:
        print("\n".join(_line(each) for each in judged if not each.case["held_back"]))
    for title, some in (
        ("not held back", [each for each in judged if not each.case["held_back"]]),
        ("held back", [each for each in judged if each.case["held_back"]]),
        ("all", judged),
    ):
        print(f"{title}: {score(some).told()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
