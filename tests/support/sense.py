"""What an engineer would call absurd in advice, one property after another, each in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from engine.content.mode import Mode
from simulator.advice import Advice, Ranked, advise, recommended
from simulator.cost import MONTH
from simulator.parameters import Model
from simulator.search import number_at, place_of
from simulator.workload import DECLARED, Workload, watched

LIVE = ("sync", "streaming")
WITHIN = ("times_a_day", "first_words", "deadline", "timeout", "caller_timeout", "price_in", "price_out")
"""The numbers that do not change the days of the model."""
SLOW = ("requests", "input_tokens", "cached_share", "output_tokens", "thinking_tokens", "seconds", "rate_limit")
"""Those that do."""
LARGE = 100
"""A count of at least so many is as good as continuous."""
HAIR = 1.01
"""A change that nobody can know of."""


def absurd(workload: Workload, advice: Advice) -> Iterator[str]:
    """The properties that a piece of advice does not have."""
    best, sync, streaming, later, batch = (
        advice.best,
        *(advice.of(name) for name in (*LIVE, "async", "batch")),
    )
    gone, one = workload.reader == "gone", workload.requests == 1
    call = number(sync, "endurance")
    sent = number(sync, "occupancy")
    far = all(limit is None or limit > 2 * sync.spread.done[2] for limit in (workload.timeout, workload.caller_timeout))
    saves = (sync.cost_a_day - batch.cost_a_day) * MONTH
    plain = far and not workload.survives
    reads = watched(workload) or (workload.partial and not gone)
    quick = plain and sync.feasible and call < 60 and sent < 600
    yield from _told(
        {
            "someone waits, and a queue is recommended": not gone and batch.verdict in ("best", "defensible"),
            "a quick answer to a person does not come on the connection": (
                not gone and one and plain and sync.spread.done[1] < 10 and best.mode not in LIVE
            ),
            "a few requests a month are more than a plain call": (
                workload.requests * workload.times_a_day * MONTH <= 10
                and quick
                and best.mode != "sync"
                and not (best.mode == "streaming" and reads)
            ),
            "a batch saves what cannot pay for it": (
                gone and plain and sync.feasible and call < 300 and sent < 600 and saves < 50 and best.mode == "batch"
            ),
            "a batch would keep every rule and save hundreds of dollars": (
                gone and batch.feasible and saves > 500 and best.mode != "batch"
            ),
            "there is a week, much to save and nothing against a batch": (
                gone
                and workload.independent
                and workload.retention
                and workload.deadline >= 7 * 86_400
                and workload.requests < 1_000_000
                and saves > 500
                and best.mode != "batch"
            ),
            "someone reads along, and the words do not come as they are written": (
                watched(workload)
                and one
                and sync.spread.done[1] > 15
                and streaming.spread.first[1] < 5
                and streaming.feasible
                and not workload.survives
                and best.mode != "streaming"
            ),
            "nobody can use a part, and it is streamed though a plain call would do": (
                best.mode == "streaming" and sync.feasible and not reads
            ),
            "a connection is held for an hour though it need not be": best.mode in LIVE
            and call > 3600
            and later.feasible,
            "a short call is made a job though nobody waits for it": gone and quick and best.mode == "async",
            "a queue without an estimate is to be done within the hour": (
                best.mode == "batch" and best.feasible and workload.deadline < 3600
            ),
            "what needs another's answer is sent together with it": (
                not workload.independent and best.mode == "batch" and best.feasible
            ),
            "someone waits five minutes on a connection though a job would do": (
                not gone
                and (one or not workload.independent)
                and not reads
                and best.mode in LIVE
                and best.spread.done[1] > 300
                and later.feasible
            ),
            "what is best is late on more than one run in twenty, for each deadline": (
                best.feasible and best.spread.late_share > 0.05 * (1 + watched(workload)) + 0.011
            ),
            "a job is done before the call that it makes": any(
                job < plainly for job, plainly in zip(later.spread.done, sync.spread.done, strict=True)
            ),
            "a mode that is forbidden comes nearest though another is not": forbidden(best)
            > min(forbidden(each) for each in advice.ranked),
            "a mode that misses a limit widely is defensible": any(
                each.verdict == "defensible" and misses(each) > 1.5 for each in advice.ranked
            ),
        }
    )


def _told(found: Mapping[str, bool]) -> Iterator[str]:
    return (words for words, is_so in found.items() if is_so)


def number(each: Ranked, rule: str) -> float:
    """A mode's number by a rule; 0 where the rule does not apply."""
    return next((finding.value or 0.0 for finding in each.findings if finding.rule == rule), 0.0)


def forbidden(each: Ranked) -> int:
    """How many rules without a number a mode breaks."""
    return sum(finding.value is None for finding in each.failing)


def misses(each: Ranked) -> float:
    """By which factor a mode misses the limit that it misses most."""
    return max((f.value / f.limit for f in each.failing if f.value is not None and f.limit), default=1.0)


# A change that makes it easier


def easier(workload: Workload, all_facts: bool) -> Iterator[tuple[str, Workload]]:
    """The same workload, easier for every mode in one respect; with `all_facts`, also where the days change."""
    for fact in ("first_words", "deadline", "timeout"):
        value = getattr(workload, fact)
        if value is not None:
            yield f"a longer {fact}", replace(workload, **{fact: value * 2})
    if workload.timeout is not None:
        yield "no timeout", replace(workload, timeout=None)
    if workload.caller_timeout is not None:
        yield "a caller with more time", replace(workload, caller_timeout=workload.caller_timeout * 2)
    if workload.background is False:
        yield "a vendor that works in the background", replace(workload, background=True)
    if workload.shared_limit:
        yield "a limit that nothing shares", replace(workload, shared_limit=False)
    if workload.reader != "gone":
        # A heartbeat keeps a stream alive only where somebody reads it.
        yield "nobody waits", replace(workload, reader="gone", timeout=None if watched(workload) else workload.timeout)
    if workload.survives:
        yield "need not survive", replace(workload, survives=False)
    if not workload.retention:
        yield "retention", replace(workload, retention=True)
    if all_facts:
        yield "a higher rate limit", replace(workload, rate_limit=workload.rate_limit * 2)
        if not workload.webhook:
            yield "a webhook", replace(workload, webhook=True)
        if not workload.independent:
            yield "independent", replace(workload, independent=True)
        for fact in ("requests", "input_tokens", "output_tokens", "thinking_tokens"):
            tokens: Any = getattr(workload, fact) or 0
            # Where the time of a call is known, fewer tokens only mean that more of it passes before the first.
            if tokens > 1 and (fact == "requests" or workload.seconds is None):
                yield f"fewer {fact}", replace(workload, **{fact: tokens // 2})
        if workload.seconds is not None:
            yield "fewer seconds", replace(workload, seconds=workload.seconds / 2)


def worse(before: Advice, after: Advice) -> Iterator[str]:
    """What is worse after a change that makes it easier."""
    for was in before.ranked:
        now = after.of(was.mode)
        if was.feasible and not now.feasible:
            yield f"{was.mode} is no longer feasible"
        if now.points > was.points * 1.001 + 0.03:
            yield f"{was.mode} has more points"


def leaves_batch(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Iterator[str]:
    """Higher prices, or more runs, that lead away from half the price."""
    if recommended(modes, model, workload) == "batch":
        for fact in ("price_in", "price_out", "times_a_day"):
            then = recommended(modes, model, replace(workload, **{fact: 2 * getattr(workload, fact)}))
            # More than the queue takes is no matter of price.
            if then not in ("batch", None):
                yield f"a higher {fact} leads from batch to {then}"


# A change that nobody can know of


def jumps(
    modes: Mapping[str, Mode], model: Model, workload: Workload, advice: Advice, facts: tuple[str, ...]
) -> Iterator[str]:
    """What jumps where a fact changes by a hundredth: points, money or times."""
    for fact in facts:
        value = getattr(workload, fact)
        if value is None or (DECLARED[fact].kind == "count" and value < LARGE):
            continue
        then = advise(modes, model, replace(workload, **{fact: type(value)(value * HAIR)}))
        for was in advice.ranked:
            now = then.of(was.mode)
            if abs(number(was, "money") - number(now, "money")) > 0.0101 * number(now, "money"):
                yield f"{fact}: money of {was.mode}"
            if abs(_without_money(was) - _without_money(now)) > 0.1:
                yield f"{fact}: points of {was.mode}"
            for one, other in zip(
                (*was.spread.first, *was.spread.done), (*now.spread.first, *now.spread.done), strict=True
            ):
                if abs(one - other) > 0.08 * one + 0.05:
                    yield f"{fact}: times of {was.mode}"


def _without_money(each: Ranked) -> float:
    return sum(finding.points or 0 for finding in each.findings if finding.rule != "money")


# A whole range


def returns(modes: Mapping[str, Mode], model: Model, workload: Workload, facts: tuple[str, ...]) -> Iterator[str]:
    """Facts along which a mode is best, then another, and then the first again."""
    for fact in facts:
        value, limits = getattr(workload, fact), model.ranges[fact]
        if value is None:
            continue
        found = [
            (recommended(modes, model, replace(workload, **{fact: tried})), tried)
            for tried in _tried(fact, limits.least, limits.most)
        ]
        zones = [(mode, next(group)[1]) for mode, group in groupby(found, key=lambda each: each[0])]
        best = [mode for mode, _ in zones if mode]
        if len(best) != len({*best}):
            yield f"{fact}: " + ", ".join(f"{mode} from {start:g}" for mode, start in zones)


def _tried(fact: str, least: float, most: float) -> Iterator[Any]:
    for place in range(place_of(least), place_of(most) + 1):
        if place % 90 + 10 in (10, 16, 25, 40, 63):
            number = number_at(place)
            yield max(round(number), 1) if DECLARED[fact].kind == "count" else number
