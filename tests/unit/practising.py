"""A small practice: three scenarios with one mode best in each, and what a learner does with them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from engine.features.practice.verdict import Verdict

from engine.content.lesson import Lesson
from engine.content.practice_content import (
    Choice,
    Guidance,
    Scenario,
    Tipping,
    Workshop,
)
from engine.features.practice.scoring import points
from engine.features.practice.update import NOTHING, Practice, update
from engine.features.practice.view import practice as view
from simulator.advice import KnownFlips
from simulator.workload import Workload
from tests.unit.markup import Tag, tags

ONE = Workload(
    requests=1,
    times_a_day=1000,
    independent=True,
    input_tokens=2000,
    output_tokens=1000,
    reader="waiting",
    partial=False,
    deadline=90,
    rate_limit=1000,
    webhook=True,
    retention=True,
    price_in=2,
    price_out=10,
    timeout=60,
    seconds=30,
)
MANY = replace(
    ONE, requests=10_000, times_a_day=1, output_tokens=200, reader="gone", deadline=72_000, timeout=None, seconds=None
)


def scenario(
    verdicts: Mapping[str, Verdict], workload: Workload = ONE, tipping: bool = False, title: str = "A question"
) -> Scenario:
    """A scenario whose modes have these verdicts, and in which the deadline and the reader decide."""
    return Scenario(
        title,
        "Somebody asks, and the answer takes a while.",
        workload,
        objectives=("latency", "boundary") if tipping else ("cost",),
        because="It has time",
        why="There is no hurry.",
        facts=("deadline", "reader"),
        choices={
            mode: Choice(
                verdict,
                f"{mode} is {verdict} here.",
                Guidance("use", 1),
                "Nobody is in a hurry." if verdict == "defensible" else None,
            )
            for mode, verdict in verdicts.items()
        },
        hints=("Look at the clock.", "Look at who waits."),
        tipping=Tipping(("timeout",), "It depends on the timer.") if tipping else None,
    )


def practised(lesson: Lesson, workshop: Workshop) -> tuple[Workshop, list[str]]:
    """A workshop with three scenarios, and the modes.

    In the first scenario the first mode is best, the second defensible and the others are poor; and so on in turn.
    """
    modes = list(lesson.modes)

    def turn(by: int) -> dict[str, Verdict]:
        order = modes[by:] + modes[:by]
        return {mode: "best" if mode == order[0] else "defensible" if mode == order[1] else "poor" for mode in modes}

    scenarios = {
        "first": scenario(turn(0), ONE, tipping=True, title="The first"),
        "second": scenario(turn(1), MANY, title="The second"),
        "third": scenario(turn(2), title="The third"),
    }
    return replace(workshop, scenarios=scenarios), modes


def act(part: Practice, lesson: Lesson, workshop: Workshop, *controls: str) -> Practice:
    """Practice after some controls were used, one after another: "answer", or "choose=value"."""
    for control in controls:
        what, _, value = control.partition("=")
        part = update(part, what, value, lesson, workshop)
    return part


class Desk(NamedTuple):
    """A small practice and what it stands on."""

    lesson: Lesson
    workshop: Workshop
    modes: list[str]

    def act(self, part: Practice, *controls: str) -> Practice:
        return act(part, self.lesson, self.workshop, *controls)

    def answered(self, part: Practice, mode: int, *facts: str) -> Practice:
        """After an answer of the mode of that number, with these facts marked and no others."""
        marks = [f"mark={fact}" for fact in {*facts} ^ {*part.attempt.marks}]
        return self.act(part, f"choose={self.modes[mode]}", *marks, "answer")

    def seen(self, part: Practice, thoughts: KnownFlips = NOTHING) -> list[Tag]:
        return tags(str(view(self.lesson, self.workshop, part, thoughts)))

    def points(self, part: Practice, name: str) -> int:
        return points(part.records[name], self.workshop.scenarios[name])
