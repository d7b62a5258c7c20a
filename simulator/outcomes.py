"""A workload on one clock: when each mode shows something, when it is done, and what it costs.

`tracks` is one day, `spreads` is many. Both read the same days: a track is one of the days that a spread counts.
Times are in seconds from the start of the requests that start together, money is in dollars.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from simulator.doubts import settled
from simulator.latency import Column, percentile
from simulator.simulation import Simulation, in_flight, number_of_days, simulate
from simulator.workload import calls, first_words_by, held_throughout

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model, ModeParameters, Moment
    from simulator.workload import Workload

Percentiles = tuple[float, float, float]

SURE_OF_A_CALL = 0.99
"""The share of requests that no timer may cut. Of a run, those few are sent again, as those that are refused."""


@dataclass(frozen=True)
class Span:
    """What the client does for a while: from a moment to the next; one without length passes at once."""

    start: float
    end: float
    moment: Moment


@dataclass(frozen=True)
class Track:
    """One mode on one day."""

    mode: str
    first: float
    """When the first useful output is there."""
    done: float
    """When the last answer is there, or would be: the vendor works on when a connection has been cut."""
    spans: tuple[Span, ...]
    in_flight: int
    """Requests at a time that count against the limit of live traffic."""
    retries: int
    """Requests that were refused (429) and sent again."""
    cut: float | None
    """When a timer cut a connection, or the caller gave up."""
    given_up: bool
    """Whether it was the caller."""
    expired: bool
    """Whether the vendor's queue gave requests up, which were then sent again."""

    @property
    def end(self) -> float:
        """When the mode is done, or has failed."""
        return self.done if self.cut is None else self.cut

    @property
    def failed(self) -> bool:
        """Whether a connection was lost before the end."""
        return self.cut is not None

    @property
    def shows_first(self) -> bool:
        """Whether something useful comes before the end."""
        return self.first < self.end


@dataclass(frozen=True)
class Spread:
    """One mode over many days. Three numbers are the median, the 95th and the 99th percentile."""

    mode: str
    first: Percentiles
    done: Percentiles
    samples: Column
    """`done` on every day, sorted."""
    kept: Column
    """When what is wanted was there on the days that keep every deadline, sorted: the first words, if they have one."""
    missed: Column
    """The same of the days that miss it: late or cut off; where a connection was cut, when."""
    cut_share: float
    """The share of requests whose connection a timer would cut, or whose caller gives up."""
    late_share: float
    """The share of days on which a deadline is missed: late or cut off."""


def modelled(modes: Mapping[str, Mode], model: Model) -> dict[str, Mode]:
    """The modes whose parameters the model knows: those that race and that are advised."""
    return {name: mode for name, mode in modes.items() if name in model.modes}


def tracks(modes: Mapping[str, Mode], model: Model, workload: Workload, seed: int) -> dict[str, Track]:
    """The day of number `seed`, for each mode that races: one of those that `spreads` counts by default, and again."""
    day, meant = seed % number_of_days(model), settled(model.readings, workload)
    return {
        name: _track(name, model.modes[name], simulate(model, name, meant), meant, day)
        for name in modelled(modes, model)
    }


def middle_day(model: Model, name: str, workload: Workload) -> Track:
    """The day of one mode in the middle of all: on as many it is done earlier as on others later."""
    meant = settled(model.readings, workload)
    days = simulate(model, name, meant)
    by_end = sorted(range(len(days.done)), key=days.done.__getitem__)
    return _track(name, model.modes[name], days, meant, by_end[(len(by_end) - 1) // 2])


def spreads(modes: Mapping[str, Mode], model: Model, workload: Workload, seed: int = 0) -> dict[str, Spread]:
    """All days of the model, for each mode that races; the same seed gives the same days."""
    meant = settled(model.readings, workload)
    return {name: spread(name, simulate(model, name, meant, seed), meant) for name in modelled(modes, model)}


def spread(name: str, days: Simulation, workload: Workload) -> Spread:
    """What many days have in common."""
    count = len(days.ends)
    kept, missed = _kept_and_missed(days, workload)
    return Spread(
        name,
        percentiles(days.firsts),
        percentiles(days.ends),
        days.ends,
        kept,
        missed,
        max(_cut_share(days, workload), _given_up_share(days, workload)),
        len(missed) / count,
    )


def _kept_and_missed(days: Simulation, workload: Workload) -> tuple[Column, Column]:
    """When what is wanted was there, on the days that keep the deadlines and on those that miss one."""
    failed = _cuts(days, workload)
    first_by = first_words_by(workload)
    if first_by is None and not failed:
        count = bisect_right(days.ends, workload.deadline)
        return days.ends[:count], days.ends[count:]
    kept: list[float] = []
    missed = list(failed.values())
    for day, (first, done) in enumerate(zip(days.first, days.done, strict=True)):
        if day not in failed:
            came, limit = counting(first, done, workload)
            (kept if came <= limit else missed).append(came)
    return sorted(kept), sorted(missed)


def counting(first: float, done: float, workload: Workload) -> tuple[float, float]:
    """The time that counts on a day, and its deadline: the first words, unless only the whole answer is late."""
    first_by = first_words_by(workload)
    if first_by is None or (first <= first_by and done > workload.deadline):
        return done, workload.deadline
    return first, first_by


def percentiles(ordered: Column) -> Percentiles:
    """The median, the 95th and the 99th percentile of sorted samples."""
    return percentile(ordered, 0.5), percentile(ordered, 0.95), percentile(ordered, 0.99)


def _track(name: str, parameters: ModeParameters, days: Simulation, workload: Workload, day: int) -> Track:
    done = days.done[day]
    cut = _cuts(days, workload).get(day)
    return Track(
        name,
        days.first[day],
        done,
        tuple(_spans(parameters, days, workload, day, cut)),
        in_flight(parameters, workload, days),
        days.retries,
        cut,
        cut is not None and cut == workload.caller_timeout,
        days.expired[day],
    )


def _spans(
    parameters: ModeParameters, days: Simulation, workload: Workload, day: int, cut: float | None
) -> Iterator[Span]:
    """What the client does from the start until the last answer is there, or would be."""
    moments, done = _moments(parameters, days, workload, day), days.done[day]
    for (moment, start), (_, end) in pairwise(moments):
        if cut is None or start < cut:
            yield Span(start, end if cut is None else min(end, cut), moment)
    if cut is None:
        yield Span(done, done, "done")
    elif cut < done:
        yield Span(cut, done, "cut")


def _moments(parameters: ModeParameters, days: Simulation, workload: Workload, day: int) -> list[tuple[Moment, float]]:
    """What happens to the client, and when; for requests that follow each other, as for one of them."""
    done, sent = days.done[day], days.begun
    found: list[tuple[Moment, float]] = []
    if parameters.steps.asked and workload.reader != "gone":
        found.append(("asked", 0.0))
    found += [("paced", 0.0), ("sent", sent)] if sent else [("sent", 0.0)]
    if parameters.submit and parameters.notice:
        accepted = min(sent + parameters.submit.value, done)
        fetched = max(accepted, done - parameters.notice.fetch.value)
        if workload.webhook and parameters.notice.call:
            noticed = min(max(accepted, done - parameters.notice.call.value), fetched)
            found += [("accepted", accepted), ("noticed", noticed), ("acknowledged", noticed)]
        else:
            found += [("accepted", accepted), ("polled", fetched), ("told", fetched)]
        found.append(("fetched", fetched))
    elif parameters.connection == "flowing":
        found.append(("first", min(sent + days.silence[day], done)))
    return [*found, ("done", done)]


def _cut_share(days: Simulation, workload: Workload) -> float:
    """The share of connections that a timer cuts: of those to the model, or of the one to a person who waits."""
    silences = () if days.heartbeat else days.waits if held_throughout(workload) else days.silences
    return 1 - bisect_right(silences, workload.timeout) / len(silences) if workload.timeout and silences else 0.0


def _given_up_share(days: Simulation, workload: Workload) -> float:
    """The share of calls that a caller gives up."""
    caller = workload.caller_timeout
    return 1 - bisect_right(days.ends, caller) / len(days.ends) if caller and days.connected else 0.0


def _cuts(days: Simulation, workload: Workload) -> dict[int, float]:
    """When a connection is lost, on each day on which one is: to an idle timer, or to a caller who gives up."""
    timeout, caller, throughout = workload.timeout, workload.caller_timeout, held_throughout(workload)
    sent_again = not throughout and calls(workload) > 1 and _cut_share(days, workload) <= 1 - SURE_OF_A_CALL
    found: dict[int, float] = {}
    if timeout is not None and not sent_again and not days.heartbeat:
        silences = days.waited if throughout else days.slowest
        found = {day: days.pace + timeout for day, silence in enumerate(silences) if silence > timeout}
    if caller is not None and days.connected:
        late = (day for day, done in enumerate(days.done) if done > caller)
        found |= {day: min(caller, found.get(day, caller)) for day in late}
    return found
