"""A small practice: three scenarios with one mode best in each, and what a learner does with them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson, Named
from engine.features.practice import events
from engine.features.practice.content import AuthoredFlip, Choice, Guidance, GuidingQuestion, Scenario, Tipping
from engine.features.practice.material import Material, material_of
from engine.features.practice.presenter import present
from engine.features.practice.scoring import points
from engine.features.practice.state import Practice, question
from engine.features.practice.subject import Answers, Case, Verdict
from engine.features.practice.update import update
from engine.features.practice.view import practice as view
from simulator.workload import Workload
from tests.support.markup import Tag, tags

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

EVENTS: Mapping[str, Any] = {
    "choose": events.ChooseAnswer,
    "mark": events.ToggleMark,
    "sure": lambda level: events.SetSure(int(level)),
    "predict": lambda which: events.Predict(int(which)),
    "answer": events.Answer,
    "hint": events.TakeHint,
    "again": events.TryAgain,
    "show": events.ShowAnswer,
    "look": events.LookAt,
    "flip": events.PickFlip,
    "change": lambda change: events.ChangeFact(*change.split(":")),
    "guess": lambda guess: events.Guess(*guess.split(":")),
    "compare": events.CompareReasons,
    "compare-hunches": events.CompareHunches,
    "next": events.Next,
    "go-on": events.GoOn,
    "look-again": events.LookAgain,
    "go": events.OpenScenario,
    "shuffle": events.Shuffle,
    "order": events.TeachingOrder,
    "series": events.GoOnWithSeries,
    "seed": lambda seed: events.StartSeries(int(seed)),
    "result": events.ShowResult,
    "leave": events.AskToRestart,
    "keep": events.KeepAnswers,
    "restart": events.Restart,
    "own": events.ShowOwn,
}
"""Short names of the events, to write a learner's way as "choose=sync", "answer"."""


def scenario(
    verdicts: Mapping[str, Verdict], workload: Workload = ONE, tipping: bool = False, title: str = "A question"
) -> Scenario:
    """A scenario whose modes have these verdicts, and in which the deadline and the reader decide."""
    return Scenario(
        title,
        "Somebody asks, and the answer takes a while.",
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
        workload=workload,
        tipping=Tipping(("timeout",), "It depends on the timer.") if tipping else None,
    )


def small(lesson: Lesson, content: LazyContent) -> LazyContent:
    """Content with three scenarios.

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
    return replace(content, scenarios=scenarios)


def event(control: str) -> object:
    """The event of a short name, such as "answer" or "choose=sync"."""
    name, _, value = control.partition("=")
    return EVENTS[name](value) if value else EVENTS[name]()


@dataclass(frozen=True)
class Exercise:
    """A learner's practice with some content."""

    lesson: Lesson
    content: LazyContent

    @property
    def material(self) -> Material:
        return material_of(self.lesson, self.content)

    @property
    def modes(self) -> list[str]:
        return list(self.lesson.modes)

    @property
    def first(self) -> Scenario:
        return self.content.scenarios["first"]

    def act(self, own: Practice, *controls: str, answers: Answers | None = None) -> Practice:
        """Practice after some events, one after another."""
        for control in controls:
            own = update(own, event(control), self.material, answers or {})
        return own

    def hurried(self, own: Practice, *controls: str) -> Practice:
        """The same where nothing was found to flip a new case, which saves looking for it."""
        for control in controls:
            own = self.act(own, control, answers={self.case(own): ()})
        return own

    def answered(self, own: Practice, mode: int, *facts: str) -> Practice:
        """After an answer of the mode of that number, with these facts marked and no others."""
        marks = [f"mark={fact}" for fact in {*facts} ^ {*own.attempt.marks}]
        return self.act(own, f"choose={self.modes[mode]}", *marks, "answer")

    def case(self, own: Practice) -> Case:
        return question(own, self.material).case

    def html(self, own: Practice, answers: Answers | None = None) -> str:
        return str(view(present(self.lesson, self.content, own, answers or {})))

    def seen(self, own: Practice, answers: Answers | None = None) -> list[Tag]:
        return tags(self.html(own, answers))

    def points(self, own: Practice, name: str) -> int:
        return points(own.records[name], self.content.scenarios[name])

    def says(self, key: str, **values: Any) -> str:
        return self.content.messages(key, **values)


def arguing(lesson: Lesson, content: LazyContent, before: int = 1) -> Exercise:
    """Content in which the scenario after the first ones has no single right answer; the last mode is poor in it."""
    modes = list(lesson.modes)
    verdicts: dict[str, Verdict] = dict.fromkeys(modes, "defensible")
    verdicts |= {modes[0]: "best", modes[-1]: "poor"}
    plain = scenario({mode: "best" if mode == modes[0] else "poor" for mode in modes})
    grey = replace(
        scenario(verdicts, tipping=True, title="The grey one"),
        questions={
            "reader": GuidingQuestion("Who waits?", (modes[0], modes[1]), "Somebody waits."),
            "timeout": GuidingQuestion("Which timer is first?", (modes[0],), "The guest's."),
            "deadline": GuidingQuestion("How long is long?", (modes[2],), "Not very long."),
        },
    )
    first = {f"plain-{number}": replace(plain, title=f"Plain {number}") for number in range(1, before + 1)}
    return Exercise(lesson, replace(content, scenarios={**first, "grey": grey, "after": plain}))


AUTHORED_FACTS = {
    "lost": "If one is lost",
    "twice": "If one comes twice",
    "order": "Order matters",
    "rate": "How often",
}
AUTHORED_VALUES = {"lost": "the next one comes", "twice": "it is paid twice", "order": "no", "rate": "20 a second"}


def authored(lesson: Lesson, lazy: LazyContent) -> Exercise:
    """A lesson with declared facts and one scenario on the boundary, in which the first mode is best."""
    first, second, *others = lesson.modes
    about = replace(lesson.about, facts={fact: Named(name) for fact, name in AUTHORED_FACTS.items()})
    scenario = Scenario(
        "The first",
        "Messages come, and some are lost.",
        objectives=("latency",),
        because="It is paid twice",
        why="Nobody wants to pay twice.",
        facts=("twice",),
        choices={
            mode: Choice("best" if mode == first else "poor", f"{mode} here.", Guidance("use", 1))
            for mode in (first, second, *others)
        },
        hints=("Who pays?", "How often?"),
        values=AUTHORED_VALUES,
        tipping=Tipping(
            ("twice",), "It depends on the payer.", {"twice": AuthoredFlip("it is free", second, "Nobody pays then.")}
        ),
    )
    content = replace(lazy, model=None, templates={}, scenarios={"first": scenario})
    return Exercise(replace(lesson, about=about), content)
