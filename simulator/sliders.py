"""The facts of a workload as sliders: the values at which one can stop, and the zones of a sweep in words.

A learner slides along round numbers, as people say them, and along the value that the workload had at first. A border
between two zones is drawn midway between the stops on its two sides, since it is no sharper than the model.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from engine.sliders.slider import Mark, Slider, Zone
from simulator.lesson import model_of, wording
from simulator.workload import DECLARED

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.messages import Messages
    from simulator.parameters import Model
    from simulator.sweep import Sweep
    from simulator.sweep import Zone as SweptZone
    from simulator.wording import Wording
    from simulator.workload import Value, Workload

Stops = tuple[float | None, ...]
"""The values of a fact at which its slider stops, from least to most; None, no limit, is the last."""

ROUND = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0)
"""The round numbers of each tenfold."""
TIMES = (
    *(0.1, 0.2, 0.3, 0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 15, 20, 30, 45),
    *(60 * minutes for minutes in (1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 45)),
    *(3600 * hours for hours in (1, 1.5, 2, 3, 4, 6, 8, 12, 18, 24, 48, 72, 120, 168)),
)
"""Round durations, in seconds."""
SHARES = (0.01, 0.02, 0.05, *(tenth / 20 for tenth in range(2, 20)), 0.98, 1)
"""Round shares."""
SELDOM = (1 / 90, 1 / 30, 1 / 14, 1 / 7, 1 / 4, 1 / 2)
"""Round numbers of times a day below one: once in so many days."""
SAME = 1.04
"""A round number within this ratio of the first value would not be told from it."""


@lru_cache(maxsize=64)
def stops(model: Model, fact: str, first: Value) -> Stops:
    """Where the slider of a fact stops: the round numbers of its range and the value that it had at first."""
    limits, declared = model.ranges[fact], DECLARED[fact]
    least, most = limits.least, limits.most
    own = float(first) if isinstance(first, int | float) else None
    found = {each for each in _round_numbers(fact, least, most) if least <= each <= most}
    if own is not None and own > 0:
        found = {each for each in found if not 1 / SAME < each / own < SAME} | {own}
    ordered = sorted(found)
    counted = [int(each) for each in ordered] if declared.kind == "count" else ordered
    return (*counted, None) if declared.unlimited else tuple(counted)


def _round_numbers(fact: str, least: float, most: float) -> Sequence[float]:
    declared = DECLARED[fact]
    if declared.kind == "duration":
        return TIMES
    if declared.quantity and declared.quantity.unit == "share":
        return SHARES
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    numbers = [float(f"{figure}e{power}") for power in powers for figure in ROUND]
    if declared.quantity and declared.quantity.unit == "times_a_day":
        return [*SELDOM, *(number for number in numbers if number >= 1 and number != 1.5)]
    return [number for number in numbers if number == round(number)] if declared.kind == "count" else numbers


def anchored(now: Workload, first: Workload, fact: str) -> Workload:
    """The workload of which the sweep of a fact is shown: while the fact itself slides, its sweep stays the same."""
    change: dict[str, Any] = {fact: getattr(first, fact)}
    return replace(now, **change)


def value_at(model: Model, fact: str, first: Value, step: int) -> float | None:
    """The value at which a slider stops."""
    found = stops(model, fact, first)
    return found[min(max(step, 0), len(found) - 1)]


def present_slider(
    lesson: Lesson, content: LazyContent, fact: str, first: Value, now: Value, sweep: Sweep | None
) -> Slider:
    """The slider of a fact that was `first` and is `now`; `sweep` is None while it is being looked for."""
    model, words, messages = model_of(content), wording(content), content.messages
    places = stops(model, fact, first)
    mode = sweep.mode_at(now) if sweep else None
    value = words.value(fact, now)
    name = lesson.modes[mode].name if mode else messages("sliders.no_mode")
    return Slider(
        fact,
        words.name(fact),
        value,
        lesson.modes[mode] if mode else None,
        name if sweep else "",
        _nearest(places, now),
        len(places) - 1,
        messages("sliders.spoken", value=value, mode=name) if sweep else value,
        _zones(lesson, messages, places, sweep) if sweep else (),
        _summary(lesson, messages, words, places, sweep) if sweep else messages("sliders.looking"),
        None
        if now == first
        else Mark(
            messages("sliders.first", value=words.value(fact, first)), _nearest(places, first) / (len(places) - 1)
        ),
    )


def _nearest(places: Stops, value: Value) -> int:
    """The stop that is nearest to a value."""
    if not isinstance(value, int | float):
        return len(places) - 1

    def distance(step: int) -> float:
        at = places[step]
        return math.inf if at is None else abs(math.log(max(value, 1e-9) / at))

    return min(range(len(places)), key=distance)


def _zones(lesson: Lesson, messages: Messages, places: Stops, sweep: Sweep) -> tuple[Zone, ...]:
    """The zones on the track: the steps from one border to the next."""
    modes = [sweep.mode_at(place) for place in places]
    last = len(places) - 1
    borders = [0.0, *(step + 0.5 for step in range(last) if modes[step] != modes[step + 1]), float(last)]
    found = []
    for start, end in pairwise(borders):
        mode = modes[math.ceil(start)]
        name = lesson.modes[mode].name if mode else _begun(messages("sliders.no_mode"))
        shown = lesson.modes[mode] if mode else None
        found.append(Zone(shown, name, _length(name), start / last, (end - start) / last))
    return tuple(found)


def _length(name: str) -> Literal["short", "medium", "long"]:
    return "short" if len(name) <= 9 else "medium" if len(name) <= 16 else "long"


def _summary(lesson: Lesson, messages: Messages, words: Wording, places: Stops, sweep: Sweep) -> str:
    """The zones in a sentence: each but the last with the value at which it ends, rounded."""

    def named(mode: str | None) -> str:
        return lesson.modes[mode].name if mode else messages("sliders.no_mode")

    *before, last = _told(places, sweep)
    ends = [
        messages("sliders.until", mode=named(zone.mode), value=words.rounded(sweep.fact, zone.high)) for zone in before
    ]
    said = (
        messages("sliders.zones", zones=messages.listed("list", ends), last=named(last.mode))
        if ends
        else messages("sliders.only", mode=named(last.mode))
    )
    if sweep.without and sweep.without[0] != last.mode:
        return _begun(messages("sliders.without", zones=said, mode=named(sweep.without[0])))
    return _begun(said)


def _begun(text: str) -> str:
    """A text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _told(places: Stops, sweep: Sweep) -> list[SweptZone]:
    """The zones that a sentence names: those in which there is a stop, neighbours of one mode as one."""
    found: list[SweptZone] = []
    for zone in dict.fromkeys(sweep.zone_at(place) for place in places if place is not None):
        if found and found[-1].mode == zone.mode:
            found[-1] = replace(found[-1], high=zone.high)
        else:
            found.append(zone)
    return found
