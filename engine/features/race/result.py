"""How a race went, for those who do not see the picture: in a sentence and as a table."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from htpy import Element, Node, caption, div, span, table, tbody, td, th, thead, tr

from engine.features.race.track import failed, shows_first
from engine.html import sign, weight
from engine.sections import heading, shown_weight
from simulator.fact_texts import number
from simulator.outcomes import cost_a_day

if TYPE_CHECKING:
    from engine.features.race.presenter import Raced


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
    troubles = [
        (words.cut, [mode for mode in lanes if stands[mode].kind == "cut"]),
        (words.expired, [mode for mode in lanes if stands[mode].kind == "expired"]),
        (words.late, [mode for mode in lanes if stands[mode].late]),
    ]
    said = [f"{opening} {_names(raced, modes)}." for opening, modes in troubles if modes]
    return " ".join([*sentences, *_cheapest(raced), *(said or [words.untroubled])])


def _picked(
    raced: Raced, opening: str, times: Mapping[str, float], pick: Callable[[Iterable[float]], float]
) -> list[str]:
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
    """The numbers of the picture as a table: a column for each mode, and rows for one day, for all, and for either."""
    words = raced.words
    modes = [raced.lesson.modes[name] for name in raced.lanes]
    weights = [span(data_colour=mode.colour)[weight(shown_weight(raced.lesson, mode))] for mode in modes]
    groups: list[tuple[str, list[_Row]]] = [
        (f"{words.day} {raced.part.seed}", _today(raced)),
        (raced.many_days, _usual(raced)),
        ("", [(heading(raced.lesson, "multiplier"), list(map(raced.cost, raced.lanes))), (heading(raced.lesson, "weight"), weights)]),
    ]
    return div(".numbers", tabindex="0", role="region", aria_label=words.table.caption)[
        table[
            caption[words.table.caption],
            thead[
                tr[
                    th(scope="col")[guide.mode],
                    (th(scope="col", data_colour=mode.colour)[sign(mode), " ", mode.name] for mode in modes),
                ]
            ],
            (
                (
                    tbody[
                        name and tr[th(".over", scope="rowgroup", colspan=len(modes) + 1)[name]],
                        (tr[th(scope="row")[row], (td[value] for value in values)] for row, values in rows),
                    ]
                )
                for name, rows in groups
            ),
        ]
    ]


_Row = tuple[str, Sequence[Node]]
"""What a row is called, and its value for each mode."""


def _today(raced: Raced) -> list[_Row]:
    words, lanes = raced.words.table, raced.lanes.values()

    def when(seconds: float, happens: bool) -> str:
        return raced.time(seconds) if happens else words.never

    return [
        (words.first, [when(lane.first, shows_first(lane) or not failed(lane)) for lane in lanes]),
        (words.done, [when(lane.done, not failed(lane)) for lane in lanes]),
        (words.in_flight, [number(lane.in_flight) for lane in lanes]),
        (words.retries, [number(lane.retries) for lane in lanes]),
    ]


def _usual(raced: Raced) -> list[_Row]:
    words, spreads = raced.words.table, [raced.spreads[name] for name in raced.lanes]
    names = (raced.lesson.words.guide.median, raced.words.p95, raced.words.p99)
    times = zip(*(map(raced.time, spread.done) for spread in spreads), strict=True)
    return [
        *zip(names, times, strict=True),
        (words.cut, [f"{number(100 * spread.cut_share)}{words.percent}" for spread in spreads]),
        (words.late, [f"{number(100 * spread.late_share)}{words.percent}" for spread in spreads]),
    ]
