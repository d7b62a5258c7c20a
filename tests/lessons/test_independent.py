"""The numbers of the model, computed once more: a plain Monte Carlo that reads model.yaml and shares no code with it.

Every request is drawn by itself, sent when the rate limit lets it, and followed to its end. Of the model only the
percentiles are asked that it shows.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from engine.content.lazy_content import LazyContent
from engine.content.mode import Mode
from simulator.lesson import model_of
from simulator.outcomes import spreads
from simulator.workload import Workload

FILE = Path("content/sync-async-batch-api-flow/model.yaml")
HOUR, DAY = 3600.0, 86_400.0
LATER = 60.0
"""Only a request of the last seconds of a run can be its last: in the runs below, no call takes longer than that."""
CLOSE = 0.08
"""Within so much of each other, the tails included."""
CALLS = 120_000
"""About so many calls are drawn for a case."""

Case = Mapping[str, Any]
Times = tuple[float, float]
ONE: Case = {
    "requests": 1,
    "times_a_day": 1.0,
    "independent": True,
    "input_tokens": 1000,
    "output_tokens": 300,
    "reader": "gone",
    "partial": False,
    "deadline": 7 * DAY,
    "rate_limit": 1000,
    "webhook": True,
    "retention": True,
    "price_in": 3.0,
    "price_out": 15.0,
}
CASES: Mapping[str, Case] = {
    "a chat that is read as it comes": {"reader": "watching", "partial": True, "input_tokens": 1500},
    "a long report, told by a webhook": {"output_tokens": 8000},
    "a long report, polled for": {"output_tokens": 8000, "webhook": False},
    "half a minute behind a timer of one": {
        "output_tokens": 2000,
        "seconds": 30.0,
        "reader": "waiting",
        "timeout": 60.0,
    },
    "a long prompt and a short answer": {
        "input_tokens": 150_000,
        "output_tokens": 50,
        "partial": True,
        "timeout": 10.0,
    },
    "a call of many minutes behind a timer": {"output_tokens": 30_000, "partial": True, "timeout": 300.0},
    "the slowest of 838 calls at once": {"requests": 838, "rate_limit": 1_000_000, "output_tokens": 500},
    "thirty items, each polled for": {"requests": 30, "rate_limit": 100_000, "output_tokens": 900, "webhook": False},
    "a run at the rate limit": {"requests": 8000, "rate_limit": 1000},
    "a run at the rate limit behind a timer": {"requests": 3000, "rate_limit": 1000, "timeout": 15.0},
    "twenty turns of an agent": {"requests": 20, "independent": False, "output_tokens": 600, "rate_limit": 10_000},
    "five turns of an agent, polled for": {"requests": 5, "independent": False, "webhook": False, "rate_limit": 10_000},
    "a nightly run": {"requests": 20_000, "rate_limit": 500},
    "a run and a half of what may wait": {"requests": 300_000, "rate_limit": 1500},
    "six waves": {"requests": 1_200_000, "rate_limit": 2000, "output_tokens": 5},
}


@dataclass(frozen=True)
class Answer:
    """One call to the model."""

    first: float
    whole: float


@pytest.fixture(autouse=True)
def _model(lazy: LazyContent) -> None:
    if lazy.model is None:
        pytest.skip("the lesson has no model")


@cache
def numbers() -> Any:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def drawn(random: Random, curve: Any) -> float:
    """A number from a mixture of lognormals."""
    chance = random.random()
    for component in curve["components"]:
        chance -= component["share"]
        if chance < 0:
            break
    return random.lognormvariate(math.log(component["median"]), component["sigma"])


def call(random: Random, case: Case) -> Answer:
    latency = numbers()["latency"]
    first = latency["first_token"]["value"] + case["input_tokens"] / latency["reading"]["value"]
    first *= drawn(random, latency["variability"])
    length = random.lognormvariate(0, latency["length"]["value"])
    return Answer(first, first + (case["output_tokens"] - 1) * length / drawn(random, latency["speed"]))


def scaled(case: Case) -> Callable[[Random], Answer]:
    """A call whose median is what is known of it."""
    if case.get("seconds") is None:
        return lambda random: call(random, case)
    random = Random(5)  # noqa: S311
    factor = case["seconds"] / at(sorted(call(random, case).whole for _ in range(40_000)), 0.5)

    def scaled_call(random: Random) -> Answer:
        answer = call(random, case)
        return Answer(factor * answer.first, factor * answer.whole)

    return scaled_call


def told(random: Random, mode: Any, case: Case) -> float:
    """Seconds until the client has the result, after it is there."""
    notice = mode.get("notice")
    if not notice:
        return 0.0
    if "call" in notice and case["webhook"]:
        return float(notice["call"]["value"])
    return float(random.random() * notice["interval"]["value"] + notice["fetch"]["value"])


def queued(random: Random, queue: Any, requests: int) -> float:
    """Seconds in the queue, in waves where it does not hold all at a time."""
    capacity = int(queue["capacity"]["value"])
    if requests > capacity:
        rest = requests % capacity
        whole = sum(queued(random, queue, capacity) for _ in range(requests // capacity))
        return whole + rest / capacity * queued(random, queue, capacity)
    small, large = queue["completions"]
    share = math.log(requests / small["requests"]) / math.log(large["requests"] / small["requests"])
    share = min(max(share, 0.0), 1.0)
    [one], [other] = small["curve"]["components"], large["curve"]["components"]
    median: float = one["median"] ** (1 - share) * other["median"] ** share
    sigma: float = (1 - share) * one["sigma"] + share * other["sigma"]
    waited: float = random.lognormvariate(math.log(median), sigma)
    if random.random() < queue["bad_days"]["value"] or waited > queue["expiry"]["value"]:
        return float(queue["expiry"]["value"]) + median
    return waited


def live(random: Random, case: Case, draw: Callable[[Random], Answer], modes: Mapping[str, Any]) -> dict[str, Times]:
    """One run of the modes that the vendor serves at once: the same calls, each sent when the rate limit lets it."""
    requests, refused = case["requests"], numbers()["latency"]["refused"]["value"]
    first = draw(random)
    if not case["independent"]:
        calls = [first.whole, *(draw(random).whole for _ in range(requests - 1))]
        turns, last = requests, sum(calls)
    elif requests == 1:
        turns, last = 1, first.whole
    else:
        apart, sent = 60 / case["rate_limit"], requests
        if requests > case["rate_limit"]:
            sent += round(requests * refused)
        late = min(requests, math.ceil(LATER / apart))
        turns, last = 1, max((sent - 1 - back) * apart + draw(random).whole for back in range(late))
    found = {}
    for name, mode in modes.items():
        submit, parts = mode.get("submit", {"value": 0})["value"], mode["parts"] and case["partial"]
        if "submit" in mode:  # who is gone does not join the stream of a job
            parts = parts and case["reader"] == "watching"
        noticed = [told(random, mode, case) for _ in range(turns)]
        useful = submit + (first.first if parts else first.whole + noticed[0])
        found[name] = useful, turns * submit + last + sum(noticed)
    return found


def batched(random: Random, case: Case, draw: Callable[[Random], Answer], mode: Any) -> Times:
    """One run through the queue: all at once, or a turn at a time."""
    turns, size = (1, case["requests"]) if case["independent"] else (case["requests"], 1)
    done = 0.0
    for _ in range(turns):
        done += mode["submit"]["value"] + max(queued(random, mode["queue"], size), draw(random).whole)
        done += told(random, mode, case)
    return done, done


def at(ordered: list[float], share: float) -> float:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def percentiles(times: list[float]) -> tuple[float, ...]:
    ordered = sorted(times)
    return tuple(at(ordered, share) for share in (0.5, 0.95, 0.99))


def computed(case: Case) -> dict[str, tuple[tuple[float, ...], tuple[float, ...]]]:
    """For each mode, the percentiles of the first useful output and of the last answer."""
    random, draw = Random(11), scaled(case)  # noqa: S311
    modes = numbers()["modes"]
    served = {name: mode for name, mode in modes.items() if "queue" not in mode}
    calls = case["requests"] if not case["independent"] else min(case["requests"], LATER * case["rate_limit"] / 60)
    runs: list[dict[str, Times]] = [live(random, case, draw, served) for _ in range(days_of(calls))]
    turns = 1 if case["independent"] else case["requests"]
    found = {name: [run[name] for run in runs] for name in served}
    for name in modes.keys() - served.keys():
        found[name] = [batched(random, case, draw, modes[name]) for _ in range(days_of(2 * turns))]
    return {
        name: (percentiles([first for first, _ in times]), percentiles([done for _, done in times]))
        for name, times in found.items()
    }


def days_of(calls: float) -> int:
    """As many days as a second or two allow."""
    return max(1000 if calls < 1000 else 200, min(100_000, int(CALLS / calls)))


def cut(case: Case, connection: str) -> float:
    """The share of calls that are silent for longer than the timer allows."""
    random, draw = Random(12), scaled(case)  # noqa: S311
    calls = [draw(random) for _ in range(60_000)]
    silent = [each.whole if connection == "silent" else each.first for each in calls]
    timeout: float = case["timeout"]
    return sum(each > timeout for each in silent) / len(silent)


QUICK = ("a chat that is read as it comes", "half a minute behind a timer of one", "five turns of an agent, polled for")
RUNS = [pytest.param(name, marks=() if name in QUICK else pytest.mark.slow, id=name) for name in CASES]


@pytest.mark.parametrize("name", RUNS)
def test_the_percentiles_of_the_model_are_those_of_a_simulation_of_its_own(
    modes: Mapping[str, Mode], lazy: LazyContent, name: str
) -> None:
    case = {**ONE, **CASES[name]}
    said, own = spreads(modes, model_of(lazy), Workload(**case)), computed(case)
    for mode, (first, done) in own.items():
        assert said[mode].done == pytest.approx(done, rel=CLOSE), mode
        # The first of a long run is drawn too few times for a tail of its own.
        if case["requests"] < 50:
            assert said[mode].first == pytest.approx(first, rel=CLOSE), mode


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "timeout" in case])
def test_a_timer_cuts_as_many_calls_as_in_a_simulation_of_its_own(
    modes: Mapping[str, Mode], lazy: LazyContent, name: str
) -> None:
    case = {**ONE, **CASES[name]}
    for mode, spread in spreads(modes, model_of(lazy), Workload(**case)).items():
        connection = numbers()["modes"][mode]["connection"]
        own = 0.0 if connection == "closed" else cut(case, connection)
        assert spread.cut_share == pytest.approx(own, rel=0.05, abs=0.003), mode
