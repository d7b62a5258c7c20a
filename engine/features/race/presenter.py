"""What a race consists of, worked out once however often its clock ticks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from engine.features.race.state import Race, workload_of
from engine.features.race.track import Axis, axis_of, end_of
from engine.sequence.narrate import duration
from simulator import outcomes as model
from simulator.fact_texts import money, number
from simulator.simulation import number_of_days

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from engine.content.words import UnitNames
    from engine.features.race.words import RaceWords
    from simulator.outcomes import Lane, Spread
    from simulator.workload import Workload


@dataclass(frozen=True)
class Stand:
    """How a mode stands when the clock does somewhere."""

    kind: str
    """What its client does, or how it ended."""
    ended: float | None
    """When it ended."""
    late: bool
    """Whether the deadline has passed without what was wanted."""


@dataclass(frozen=True)
class Raced:
    """A workload's race: one day and all days of every mode, and how far the clock has run."""

    lesson: Lesson
    workshop: Workshop
    part: Race

    @cached_property
    def workload(self) -> Workload:
        """What races."""
        return workload_of(self.part, self.workshop)

    @cached_property
    def lanes(self) -> dict[str, Lane]:
        """The day that is shown, by mode."""
        return lanes_of(self.lesson, self.workshop, self.workload, self.part.seed)

    @cached_property
    def spreads(self) -> dict[str, Spread]:
        """All days, by mode."""
        return spreads_of(self.lesson, self.workshop, self.workload)

    @cached_property
    def axis(self) -> Axis:
        """The axis that all modes share."""
        return axis_of(self.words, self.spreads.values(), self.workload)

    @cached_property
    def now(self) -> float:
        """Where the clock stands, in seconds."""
        return self.axis.moment(self.part.at)

    @property
    def words(self) -> RaceWords:
        """The words of Race."""
        return self.workshop.words.race

    @property
    def units(self) -> UnitNames:
        """Units of time."""
        return self.lesson.words.guide.units

    @property
    def many_days(self) -> str:
        """All days, in words."""
        return f"{number(number_of_days(self.workshop.model))} {self.words.many}"

    def time(self, seconds: float) -> str:
        """A duration in words, on one line."""
        return duration(seconds, self.units).replace(" ", "\N{NO-BREAK SPACE}")

    def cost(self, mode: str) -> str:
        """What a mode costs, in words."""
        dollars = model.cost_a_day(self.lesson.modes[mode], self.workload)
        return f"{money(dollars, self.workshop.words.facts)} {self.words.a_day}"

    def reached(self, seconds: float) -> bool:
        """Whether the clock has come to a time; at the end of the axis it has come to all, even what lies beyond."""
        return self.axis.place(seconds) <= self.part.at

    def stand(self, mode: str) -> Stand:
        """How a mode stands now."""
        lane = self.lanes[mode]
        end = end_of(lane)
        if not self.reached(end):
            doing = next(span.occupation for span in lane.spans if not self.reached(span.end))
            return Stand(doing, None, self._is_late(lane))
        if lane.cut is not None:
            return Stand("cut", end, late=False)
        return Stand("expired", end, late=False) if lane.expired else Stand("done", end, self._is_late(lane))

    def standing(self, stand: Stand) -> str:
        """The same in words."""
        if stand.ended is None:
            return str(getattr(self.words.client, stand.kind))
        return f"{getattr(self.words, stand.kind)} {self.time(stand.ended)}"

    def usual(self, mode: str) -> list[str]:
        """When a mode is done on all days: the median, the 95th and the 99th percentile in words."""
        names = (self.words.median, self.words.p95, self.words.p99)
        return [f"{name} {self.time(seconds)}" for name, seconds in zip(names, self.spreads[mode].done, strict=True)]

    def _is_late(self, lane: Lane) -> bool:
        wanted = lane.first if model.watched(self.workload) else lane.done
        return wanted > self.workload.deadline and self.reached(self.workload.deadline)


@lru_cache(maxsize=16)
def lanes_of(lesson: Lesson, workshop: Workshop, workload: Workload, seed: int) -> dict[str, Lane]:
    """One day of a workload, by mode."""
    return model.lanes(lesson.modes, workshop.model, workload, seed)


@lru_cache(maxsize=16)
def spreads_of(lesson: Lesson, workshop: Workshop, workload: Workload) -> dict[str, Spread]:
    """All days of a workload, by mode."""
    return model.spreads(lesson.modes, workshop.model, workload)
