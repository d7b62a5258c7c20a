"""The race in words: how each mode stands, how all days were, and how the race went."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from engine.features.race.standing import Run, Standing, standing
from simulator.lesson import model_of
from simulator.simulation import number_of_days
from simulator.wording import Wording, number

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.messages import Messages


def many_days(content: LazyContent) -> str:
    """All days of the model."""
    days = number_of_days(model_of(content))
    return content.messages("race.days", count=days, shown=number(days))


def time_text(wording: Wording, seconds: float) -> str:
    """A duration, on one line."""
    return wording.duration(seconds).replace(" ", "\N{NO-BREAK SPACE}")


def cost_text(messages: Messages, wording: Wording, dollars: float) -> str:
    """What a mode costs."""
    return messages("race.cost", dollars=wording.money(dollars))


def standing_text(messages: Messages, wording: Wording, stands: Standing) -> str:
    """What a client does, or how its mode ended and when."""
    if stands.ended is None:
        return messages(f"race.client.{stands.kind}")
    return messages(f"race.ended.{stands.kind}", time=time_text(wording, stands.ended))


def percentile_texts(messages: Messages, wording: Wording, times: tuple[float, float, float]) -> tuple[str, ...]:
    """When a mode is done on all days: the median, the 95th and the 99th percentile."""
    median, p95, p99 = (time_text(wording, seconds) for seconds in times)
    return (
        messages("race.percentiles.median", time=median),
        messages("race.percentiles.p95", time=p95),
        messages("race.percentiles.p99", time=p99),
    )


def result(lesson: Lesson, content: LazyContent, wording: Wording, run: Run, at: float, many: bool) -> str:
    """The result in a few short sentences, or how the modes stand while the clock runs."""
    messages = content.messages
    names = {name: lesson.modes[name].name for name in run.tracks}
    if many:
        return _over_all_days(messages, wording, run, names, many_days(content))
    stands = {name: standing(run, name, at) for name in run.tracks}
    if at < 1:
        return _by_now(messages, wording, names, stands, time_text(wording, run.axis.moment(at)))
    return " ".join(_in_the_end(messages, wording, run, names, stands))


def _over_all_days(messages: Messages, wording: Wording, run: Run, names: Mapping[str, str], days: str) -> str:
    usual = [
        messages(
            "race.result.mode",
            mode=name,
            percentiles=messages.listed("list", percentile_texts(messages, wording, run.spreads[mode].done)),
        )
        for mode, name in names.items()
    ]
    return messages("race.result.all", days=days, modes=messages.listed("race.result.standings", usual))


def _by_now(
    messages: Messages, wording: Wording, names: Mapping[str, str], stands: Mapping[str, Standing], now: str
) -> str:
    each = [
        messages(
            "race.result.standing_late" if stands[mode].late else "race.result.standing",
            mode=name,
            standing=standing_text(messages, wording, stands[mode]),
        )
        for mode, name in names.items()
    ]
    return messages("race.result.now", time=now, standings=messages.listed("race.result.standings", each))


def _in_the_end(
    messages: Messages, wording: Wording, run: Run, names: Mapping[str, str], stands: Mapping[str, Standing]
) -> list[str]:
    done = {mode: track.done for mode, track in run.tracks.items() if not track.failed}
    shown = {mode: track.first for mode, track in run.tracks.items() if not track.failed or track.shows_first}

    def named(modes: Iterable[str]) -> str:
        return messages.listed("list", [names[mode] for mode in modes])

    def picked(times: Mapping[str, float], pick: Callable[[Iterable[float]], float]) -> tuple[str, str]:
        """The modes that have the least or the greatest time, and that time."""
        time = pick(times.values())
        return named(mode for mode in times if times[mode] == time), time_text(wording, time)

    found = []
    if shown and min(shown.values()) < min(done.values(), default=math.inf):
        modes, time = picked(shown, min)
        found.append(messages("race.result.shows", modes=modes, time=time))
    if done:
        modes, time = picked(done, min)
        found.append(messages("race.result.finishes", modes=modes, time=time))
        modes, time = picked(done, max)
        found.append(messages("race.result.last", modes=modes, time=time))
    least = min(run.costs.values())
    cheapest = [mode for mode, dollars in run.costs.items() if dollars == least]
    if len(cheapest) < len(run.costs):
        cost = cost_text(messages, wording, least)
        found.append(messages("race.result.cheapest", modes=named(cheapest), cost=cost))
    return [*found, *_troubles(messages, stands, named)]


def _troubles(
    messages: Messages, stands: Mapping[str, Standing], named: Callable[[Iterable[str]], str]
) -> Iterable[str]:
    cut, expired = ([mode for mode, each in stands.items() if each.kind == kind] for kind in ("cut", "expired"))
    late = [mode for mode, each in stands.items() if each.late]
    if cut:
        yield messages("race.result.cut", modes=named(cut))
    if expired:
        yield messages("race.result.expired", modes=named(expired))
    if late:
        yield messages("race.result.late", modes=named(late))
    if not (cut or expired or late):
        yield messages("race.result.untroubled")
