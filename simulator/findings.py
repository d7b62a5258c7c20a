"""What each rule of model.yaml says of a mode for a workload.

Constraints must be kept, or the mode is not feasible. Costs add points, in units of engineering weight (a synchronous
call is 1).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.sections import weight as engineering_weight
from simulator.cost import MONTH, cost_a_day, list_price
from simulator.latency import percentile
from simulator.outcomes import SURE_OF_A_CALL
from simulator.parameters import CONSTRAINT_OF
from simulator.service import longest_output
from simulator.workload import calls, first_words_by, held_throughout, watched

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model, ModeParameters, Need, Queue
    from simulator.rules import Cost
    from simulator.simulation import Simulation
    from simulator.workload import Workload, calls

HOUR = 3600
DAY_IN_HOURS = 24
DAY_IN_MINUTES = DAY_IN_HOURS * 60
SURE_OF_A_RUN = 0.95
"""The share of runs that must keep a deadline; the others need a plan."""


@dataclass(frozen=True)
class Finding:
    """What a rule says of a mode."""

    rule: str
    """The rule's name in model.yaml."""
    passes: bool
    """Whether the mode keeps it; of a cost, whether its number is bearable."""
    value: float | None = None
    """The mode's number, in the rule's unit, where the rule has one."""
    limit: float | None = None
    """What that number should not exceed."""
    points: float | None = None
    """What a cost adds; None for a constraint."""
    builds: tuple[str, ...] = ()
    """Of the engineering, what must be built in place of what the workload lacks, by what it stands for."""


def findings(
    mode: Mode, parameters: ModeParameters, model: Model, workload: Workload, days: Simulation
) -> tuple[Finding, ...]:
    """What every rule says, in order; one that does not apply says nothing."""
    return (*_constraints(parameters, workload, days), *_costs(mode, parameters, model, workload, days))


def _constraints(parameters: ModeParameters, workload: Workload, days: Simulation) -> Iterator[Finding]:
    for need in parameters.needs:
        if need.instead is None:
            yield Finding(CONSTRAINT_OF.get(need.of, need.of), _met(need, workload, days))
    if parameters.longest:
        yield _within("output", longest_output(workload), parameters.longest.value)
    if workload.timeout is not None and days.silences and not days.heartbeat:
        silences = days.waits if held_throughout(workload) else days.silences
        yield _within("timeout", percentile(silences, SURE_OF_A_CALL), workload.timeout)
    if workload.caller_timeout is not None and days.connected:
        yield _within("caller_timeout", percentile(days.ends, SURE_OF_A_CALL), workload.caller_timeout)
    if parameters.shared:
        yield _within("rate", calls(workload) * workload.times_a_day / DAY_IN_MINUTES, workload.rate_limit)
    if parameters.queue and parameters.notice:
        interval = parameters.notice.interval.value
        yield _within(
            "creations", _batches(parameters.queue, interval, workload, days), parameters.queue.creations.value
        )
    if days.rescue:
        yield _within("watchdog", days.rescue, workload.deadline)
    elif workload.missed == "loss":
        yield _within("loss", percentile(days.ends, SURE_OF_A_CALL), workload.deadline)
    else:
        yield _within("deadline", percentile(days.ends, SURE_OF_A_RUN), workload.deadline)
    first_by = first_words_by(workload)
    if first_by is not None:
        yield _within("first_words", percentile(days.firsts, SURE_OF_A_RUN), first_by)


def _batches(queue: Queue, interval: float, workload: Workload, days: Simulation) -> float:
    """Batches an hour: one for each wave of a run, or fewer where runs that come between two polls can be collected."""
    batches = days.batches * workload.times_a_day / DAY_IN_HOURS
    if not workload.independent or percentile(days.ends, SURE_OF_A_RUN) + interval > workload.deadline:
        return batches
    requests = calls(workload) * workload.times_a_day / DAY_IN_HOURS
    return min(batches, max(HOUR / interval, requests / queue.capacity.value))


def _costs(
    mode: Mode, parameters: ModeParameters, model: Model, workload: Workload, days: Simulation
) -> Iterator[Finding]:
    rules, attended = model.costs, workload.reader != "gone"
    instead = substitutes(parameters, workload, days)
    weight = engineering_weight(mode) + sum(need.instead or 0 for need in instead)
    if parameters.queue and parameters.queue.fallback:
        weight += parameters.queue.fallback.instead * days.rescued
    yield Finding("engineering", True, weight, points=weight, builds=tuple(need.of for need in instead))
    if attended:
        shown = days.firsts if workload.partial else days.ends
        yield _penalised("wait", rules.wait, percentile(shown, SURE_OF_A_RUN), _goes_on(parameters, workload))
    if days.holds and attended:
        whole = days.ends if held_throughout(workload) else days.holds
        yield _penalised("hold", rules.hold, percentile(days.firsts if watched(workload) else whole, SURE_OF_A_RUN))
    if days.holds:
        yield _penalised("endurance", rules.endurance, percentile(days.holds, SURE_OF_A_RUN))
        yield _penalised("silence", rules.silence, percentile(days.silences, SURE_OF_A_RUN))
    if days.pace and workload.shared_limit:
        yield _penalised("occupancy", rules.occupancy, days.pace)
    dollars = expected_a_day(mode, parameters, model, workload, days) * MONTH
    yield Finding("money", True, dollars, points=dollars / model.dollars_per_point.value)


def barred(parameters: ModeParameters, workload: Workload) -> bool:
    """Whether a mode needs something that the workload does not have, whatever its days are."""
    return any(need.instead is None and not _met(need, workload) for need in parameters.needs)


def expected_a_day(mode: Mode, parameters: ModeParameters, model: Model, workload: Workload, days: Simulation) -> float:
    """Dollars a day, with what a watchdog spends on plain calls; the queue's work is then paid as well."""
    plain = calls(workload) * list_price(model, workload) * workload.times_a_day
    return cost_a_day(mode, parameters, model, workload) + days.rescued * plain


def substitutes(parameters: ModeParameters, workload: Workload, days: Simulation) -> tuple[Need, ...]:
    """What a mode needs and the workload does not have, where something else takes its place."""
    return tuple(need for need in parameters.needs if need.instead is not None and not _met(need, workload, days))


def _met(need: Need, workload: Workload, days: Simulation | None = None) -> bool:
    match need.of:
        case "nobody":
            return workload.reader == "gone"
        case "disposable":
            return not workload.survives
        case "heard":
            return days is None or not days.heartbeat
        case "unread":
            return not watched(workload)
        case "hosted":
            return bool(workload.background) and workload.retention
    met: bool = getattr(workload, need.of)
    return met


def _within(rule: str, value: float, limit: float) -> Finding:
    return Finding(rule, value <= limit, value, limit)


def _goes_on(parameters: ModeParameters, workload: Workload) -> bool:
    """Whether a person sees that the work goes on: a stream, the state of a job, or how many requests are done."""
    return parameters.connection != "silent" or (workload.requests > 1 and not held_throughout(workload))


def _penalised(name: str, rule: Cost, value: float, goes_on: bool = False) -> Finding:
    points = sum(
        penalty.each_tenfold * math.log10(value / penalty.beyond)
        for penalty in rule.penalties
        if value > penalty.beyond and not (penalty.blind and goes_on)
    )
    limit = min((penalty.beyond for penalty in rule.penalties), default=None)
    return Finding(name, not points, value, limit, points)
