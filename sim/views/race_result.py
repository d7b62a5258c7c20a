"""How a race went, for those who do not see the picture: in a sentence and as a table."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from htpy import Element, caption, div, table, tbody, td, th, thead, tr

from sim.race import cost_a_day
from sim.views.facts import number
from sim.views.lane import failed, shows_first
from sim.views.parts import sign, weight

if TYPE_CHECKING:
    from sim.views.raced import Raced


def result(raced: Raced) -> str:
    """The result in a few short sentences, or how the modes stand while the clock runs."""
    if raced.part.many:
        return _over_all_days(raced)
    return _by_now(raced) if raced.part.at < 1 else _in_the_end(raced)


def _over_all_days(raced: Raced) -> str:
    usual = "; ".join(f"{_names(raced, [mode])} {', '.join(raced.usual(mode))}" for mode in raced.lanes)
    return f"{raced.words.outcome.over} {raced.many_days}: {usual}."


def _by_now(raced: Raced) -> str:
    def standing(mode: str) -> str:
        stand = raced.stand(mode)
        return f"{_names(raced, [mode])} {raced.standing(stand)}" + (f", {raced.words.late}" if stand.late else "")

    return f"{raced.words.outcome.at} {raced.time(raced.now)}: {'; '.join(map(standing, raced.lanes))}."


def _in_the_end(raced: Raced) -> str:
    words, lanes = raced.words.outcome, raced.lanes
    stands = {mode: raced.stand(mode) for mode in lanes}
    done = {mode: lane.done for mode, lane in lanes.items() if not failed(lane)}
    shown = {mode: lane.first for mode, lane in lanes.items() if not failed(lane) or shows_first(lane)}
    sentences = [*_picked(raced, words.finishes, done, min), *_picked(raced, words.last, done, max)]
    if shown and min(shown.values()) < min(done.values(), default=math.inf):
        sentences[:0] = _picked(raced, words.shows, shown, min)
    troubles = [(words.cut, [mode for mode in lanes if stands[mode].kind == "cut"]),
                (words.expired, [mode for mode in lanes if stands[mode].kind == "expired"]),
                (words.late, [mode for mode in lanes if stands[mode].late])]
    said = [f"{opening} {_names(raced, modes)}." for opening, modes in troubles if modes]
    return " ".join([*sentences, *_cheapest(raced), *(said or [words.untroubled])])


def _picked(raced: Raced, opening: str, times: Mapping[str, float],
            pick: Callable[[Iterable[float]], float]) -> list[str]:
    """Which modes have the least or the greatest time, if there is any."""
    if not times:
        return []
    time = pick(times.values())
    modes = _names(raced, [mode for mode in times if times[mode] == time])
    return [f"{opening} {modes} {raced.words.outcome.after} {raced.time(time)}."]


def _cheapest(raced: Raced) -> list[str]:
    """Which modes cost least, unless all cost the same."""
    costs = {name: cost_a_day(raced.lesson.modes[name], raced.workload) for name in raced.lanes}
    cheapest = [mode for mode in costs if costs[mode] == min(costs.values())]
    if len(cheapest) == len(costs):
        return []
    return [f"{raced.words.outcome.least} {_names(raced, cheapest)}, {raced.cost(cheapest[0])}."]


def _names(raced: Raced, modes: list[str]) -> str:
    return ", ".join(raced.lesson.modes[mode].name for mode in modes)


def numbers(raced: Raced) -> Element:
    """The numbers of the picture as a table: of one day and of all."""
    words, guide = raced.words.table, raced.lesson.words.guide
    today = (words.first, words.done, words.in_flight, words.retries)
    usual = (guide.median, raced.words.p95, raced.words.p99, words.cut, words.late)
    return div(".numbers", tabindex="0", role="region", aria_label=words.caption)[table[
        caption[words.caption],
        thead[
            tr[th(rowspan="2", scope="col")[guide.mode],
               th(colspan=str(len(today)), scope="colgroup")[f"{raced.words.day} {raced.part.seed}"],
               th(colspan=str(len(usual)), scope="colgroup")[f"{raced.many_days}"],
               th(rowspan="2", scope="col")[guide.cost], th(rowspan="2", scope="col")[guide.engineering]],
            tr[(th(scope="col")[name] for name in today + usual)],
        ],
        tbody[(_row(raced, mode) for mode in raced.lanes)],
    ]]


def _row(raced: Raced, name: str) -> Element:
    words, mode, lane, spread = raced.words.table, raced.lesson.modes[name], raced.lanes[name], raced.spreads[name]
    first = raced.time(lane.first) if shows_first(lane) or not failed(lane) else words.never
    done = raced.time(lane.done) if not failed(lane) else words.never
    shares = (f"{number(100 * share)}{words.percent}" for share in (spread.cut_share, spread.late_share))
    return tr(data_colour=mode.colour)[
        th(scope="row")[sign(mode), mode.name],
        (td(".number")[value] for value in (first, done, number(lane.in_flight), number(lane.retries),
                                            *map(raced.time, spread.done), *shares, raced.cost(name))),
        td[weight(mode.engineering.weight, raced.lesson.words.guide.weight_of)],
    ]
