"""How the modes of a race stand where its clock does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from simulator.advice import Advice, advise
from simulator.client import Doing, doing, states
from simulator.lesson import model_of
from simulator.outcomes import counting, tracks
from simulator.timeline import Axis, axis_of

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from simulator.outcomes import Spread, Track
    from simulator.parameters import Model
    from simulator.shares import Shares
    from simulator.workload import Workload

    Figure: TypeAlias = Doing | Literal["ready", "done", "late", "cut"]


@dataclass(frozen=True, eq=False)
class Run:
    """A race worked out, whatever its clock says: one day and all days of every mode."""

    lesson: Lesson
    model: Model
    workload: Workload
    tracks: dict[str, Track]
    spreads: dict[str, Spread]
    costs: dict[str, float]
    """Dollars a day."""
    advice: Advice
    axis: Axis

    def reached(self, seconds: float, at: float) -> bool:
        """Whether the clock has come to a time; at the end of the axis it has come to all, even what lies beyond."""
        return self.axis.place(seconds) <= at

    def name(self, mode: str) -> str:
        """What a mode is called."""
        return self.lesson.modes[mode].name


@dataclass(frozen=True)
class Standing:
    """How a mode stands."""

    figure: Figure
    """What its client does, or how it ended."""
    state: str
    """The name of the client's state, as the sequence diagrams tell it; "" at the end."""
    late: bool
    """Whether a deadline has passed without what was wanted by then."""

    @property
    def over(self) -> bool:
        """Whether it has come to an end, good or bad."""
        return self.figure in ("done", "late", "cut")


@lru_cache(maxsize=16)
def run_of(
    lesson: Lesson,
    content: LazyContent,
    workload: Workload,
    seed: int,
    given: Workload | None = None,
    shares: Shares | None = None,
) -> Run:
    """The race of a workload on one day; its axis is that of the `given` workload, so that it stays while one moves."""
    model, advice = model_of(content), advice_of(lesson, content, workload, shares)
    day = tracks(lesson.modes, model, workload, seed)
    return Run(
        lesson,
        model,
        workload,
        day,
        {name: advice.of(name).spread for name in day},
        {name: advice.of(name).cost_a_day for name in day},
        advice,
        axis_of(content.words.race, (each.spread for each in advice.ranked), given or workload),
    )


@lru_cache(maxsize=16)
def advice_of(lesson: Lesson, content: LazyContent, workload: Workload, shares: Shares | None = None) -> Advice:
    """Which mode fits a workload, and all days of each."""
    return advise(lesson.modes, model_of(content), workload, shares)


def standing(run: Run, name: str, at: float) -> Standing:
    """How a mode stands where the clock is `at`, from 0 to 1."""
    track, (came, deadline) = run.tracks[name], wanted(run, name)
    late = came > deadline and run.reached(deadline, at)
    if run.reached(track.end, at):
        if track.failed:
            return Standing("cut", "", late=True)
        return Standing("late" if late else "done", "", late)
    moment = next(span.moment for span in track.spans if not run.reached(span.end, at))
    state = states(run.lesson, run.model, name)[moment]
    return Standing(doing(run.model.modes[name], moment), state.name, late)


def wanted(run: Run, name: str) -> tuple[float, float]:
    """When that is there on this day for which a deadline counts, and that deadline."""
    track = run.tracks[name]
    return counting(track.first, track.done, run.workload)
