"""How the modes of a race stand where its clock does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from simulator.lesson import model_of
from simulator.outcomes import cost_a_day, spreads, tracks, watched
from simulator.timeline import Axis, axis_of

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from simulator.outcomes import Spread, Track
    from simulator.workload import Workload


@dataclass(frozen=True, eq=False)
class Run:
    """A race worked out, whatever its clock says: one day and all days of every mode."""

    workload: Workload
    tracks: dict[str, Track]
    spreads: dict[str, Spread]
    costs: dict[str, float]
    """Dollars a day."""
    axis: Axis

    def reached(self, seconds: float, at: float) -> bool:
        """Whether the clock has come to a time; at the end of the axis it has come to all, even what lies beyond."""
        return self.axis.place(seconds) <= at


@dataclass(frozen=True)
class Standing:
    """How a mode stands."""

    kind: str
    """What its client does (blocked, connected, free), or how it ended (done, cut, expired)."""
    ended: float | None
    """When it ended, in seconds."""
    shown: float | None
    """When it showed something useful before its end."""
    late: bool
    """Whether the deadline has passed without what was wanted."""


@lru_cache(maxsize=16)
def run_of(lesson: Lesson, content: LazyContent, workload: Workload, seed: int) -> Run:
    """The race of a workload on one day."""
    many = spreads_of(lesson, content, workload)
    return Run(
        workload,
        tracks(lesson.modes, model_of(content), workload, seed),
        many,
        {name: cost_a_day(lesson.modes[name], workload) for name in many},
        axis_of(content.words.race, many.values(), workload),
    )


@lru_cache(maxsize=16)
def spreads_of(lesson: Lesson, content: LazyContent, workload: Workload) -> dict[str, Spread]:
    """All days of a workload, by mode."""
    return spreads(lesson.modes, model_of(content), workload)


def standing(run: Run, name: str, at: float) -> Standing:
    """How a mode stands where the clock is `at`, from 0 to 1."""
    track, deadline = run.tracks[name], run.workload.deadline
    wanted = track.first if watched(run.workload) else track.done
    late = wanted > deadline and run.reached(deadline, at)
    shown = track.first if track.shows_first and run.reached(track.first, at) else None
    if not run.reached(track.end, at):
        client = next(span.client for span in track.spans if not run.reached(span.end, at))
        return Standing(client, None, shown, late)
    if track.failed:
        return Standing("cut" if track.cut is not None else "expired", track.end, shown, late=False)
    return Standing("done", track.end, shown, late)
