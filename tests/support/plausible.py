"""Workloads that somebody could run: drawn at random from a seed, each fact in proportion to the others."""

from collections.abc import Iterator
from random import Random
from typing import Any

from simulator.workload import Reader, Workload

MINUTE, HOUR, DAY = 60, 3600, 86_400
A_DAY = 2_000_000
"""No more requests a day than this."""


def plausible(services: int, each: int, seed: int = 0) -> Iterator[list[Workload]]:
    """So many services, and so many workloads of each: the same calls, for other people, at other times and prices.

    What changes the days of the model is the same within a service, so that they are simulated once for all of it.
    """
    random = Random(seed)  # noqa: S311
    for _ in range(services):
        service = _service(random)
        yield [_used(service, random) for _ in range(each)]


def _between(random: Random, least: float, most: float) -> float:
    """As likely between 1 and 10 as between 10 and 100; a number as people say it."""
    return float(f"{least * (most / least) ** random.random():.2g}")


def _service(random: Random) -> dict[str, Any]:
    """What is called: one call, a handful for one person, or a run."""
    kind = random.choice(["call", "call", "call", "handful", "run", "run"])
    most = {"call": 1, "handful": 50, "run": 1_000_000}[kind]
    requests = round(_between(random, 1 if kind == "call" else 2, most))
    output = round(_between(random, 1, 20_000))
    tokens = round(_between(random, 50, 150_000))
    typical = 1 + tokens / 77_000 + output / 80
    return {
        "requests": requests,
        "independent": kind == "call" or random.random() < 0.8,
        "input_tokens": tokens,
        "output_tokens": output,
        "seconds": None if random.random() < 0.7 else _between(random, 0.5 * typical, min(6 * typical, 3600)),
        "thinking_tokens": random.choice([None, None, None, 0, 500, 4000]),
        "cached_share": random.choice([None, None, None, 0.2, 0.5]),
        "partial": random.random() < 0.5,
        "webhook": random.random() < 0.5,
        "rate_limit": round(_between(random, max(20, requests / (12 * 60)), 20_000)),
    }


def _used(service: dict[str, Any], random: Random) -> Workload:
    """Who uses it, how often, and what they ask for."""
    requests, rate = service["requests"], service["rate_limit"]
    most = min(A_DAY, rate * 24 * MINUTE) / requests
    many: tuple[Reader, ...] = ("gone", "gone", "gone", "waiting")
    few: tuple[Reader, ...] = ("waiting", "watching", "gone")
    reader = random.choice(few if requests <= 50 else many)
    people = [5, 10, 30, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR]
    machines = [30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY]
    return Workload(
        **service,
        times_a_day=_between(random, min(0.03, most / 2), most),
        reader=reader,
        first_words=random.choice([None, 2, 5, 15]),
        deadline=random.choice(machines if reader == "gone" else people) * random.choice([1, 1.5, 2]),
        timeout=random.choice([None, None, 10, 30, 60, 100, 300, 900]),
        caller_timeout=random.choice([None, None, None, None, None, 10, 29, 120]),
        shared_limit=random.choice([None, None, True, False]),
        background=random.choice([None, None, True, False]),
        retention=random.random() < 0.85,
        survives=random.random() < 0.2,
        price_in=random.choice([0.1, 0.8, 3]),
        price_out=random.choice([0.4, 4, 15]),
    )


def told(workload: Workload) -> str:
    """A workload in one line, as a failed test shows it."""
    return ", ".join(f"{fact}={value}" for fact, value in vars(workload).items() if value is not None)
