"""A page around the lesson that writes down what it is told."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from engine import report
from engine.app import update
from engine.features.explore.state import TogglePlay, Walk
from engine.features.failures.state import ChooseStep
from engine.features.race import state as race
from engine.features.workload.form import SetFact
from engine.html import link_to
from engine.page_events import ChooseMode, Navigate, Tick
from engine.report import Session
from engine.state import State
from simulator.address import to_address
from tests.support.acting import practised

BOOK = "https://books.example.org/llm/textbook/llm-apis/v1"
PAGE = "https://books.example.org/llm/sims/fixture/"


@dataclass
class Host:
    """A page around the lesson that writes down what it hears, and a clock that a test moves on."""

    state: State
    session: Session = field(default_factory=Session)
    now: float = 0.0
    events: list[dict[str, object]] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)
    numbers: Iterator[str] = field(default_factory=lambda: (str(UUID(int=each)) for each in itertools.count()))

    def do(self, *events: Any, seconds: float = 1.0) -> "Host":
        for event in events:
            self.now += seconds
            before, self.state = self.state, update(self.state, event)[0]
            found, self.session = report.reports(before, self.state, self.session, self.now)
            self.hear(found)
        return self

    def hear(self, found: Iterable[dict[str, object]]) -> None:
        for each in found:
            self.events.append(each)
            self.heard += report.posted(each, self.state, self.session, "2026-01-01T00:00:00.000Z", self.numbers)

    def practise(self, *controls: str) -> "Host":
        return self.do(*practised(*controls))

    def answer(self, mode: str, *facts: str) -> "Host":
        marked = self.state.features["practice"].attempt.marks
        return self.practise(f"choose={mode}", *(f"mark={each}" for each in {*facts} ^ {*marked}), "answer")

    def names(self) -> list[object]:
        return [each["event"] for each in self.events]

    def statements(self) -> list[dict[str, Any]]:
        return [each["statements"][0] for each in self.heard if each.get("type") == "microsim-xapi"]

    def scores(self) -> list[float]:
        return [each["score"] for each in self.heard if each.get("subject") == "SPLICE.reportScoreAndState"]


def everything(host: Host, best: tuple[str, str, str], poor: str) -> Host:
    """A visit in which all happens that is told."""
    assert host.state.loaded
    *_, (mode, failures) = host.state.loaded.failures.items()
    host.do(ChooseMode(mode), Walk(1), TogglePlay(), Tick(), TogglePlay())
    host.do(Navigate(f"#view=explore&mode={mode}&failure={next(iter(failures))}"), ChooseStep(2))
    host.do(Navigate("#view=race"), race.TogglePlay(), race.TogglePlay())
    host.do(Navigate("#view=practice")).practise("hint", "sure=2").answer(poor, best[2]).practise("again")
    host.answer(best[1], best[2]).practise("next", "show", "series=71").answer(best[1], "deadline")
    host.do(Navigate("#view=workload"), SetFact("requests", "12"))
    host.do(Navigate(link_to(view="race", **to_address(host.state.features["workload"].workload))))
    return host.do(race.TogglePlay(), race.TogglePlay()).practise("restart")
