"""Completion windows: variants of a mode that a vendor sells, done later and for less.

A window is what the vendor aims at, and no promise. So none of them is a mode of its own, and none is recommended: the
advice says what it would save.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.sections import multiplier
from simulator.doubts import settled
from simulator.sentences import filled
from simulator.simulation import simulate
from simulator.workload import lanes

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.advice import Advice, Ranked
    from simulator.parameters import Model
    from simulator.variants import Window
    from simulator.wording import Wording
    from simulator.workload import Workload


@dataclass(frozen=True)
class Offer:
    """A window of a mode, for a workload."""

    mode: str
    window: Window
    cost_a_month: float
    points: float
    """What it costs in all, in units of engineering weight."""
    done: float
    """When the last answer is there, if the vendor keeps its target."""
    in_time: bool
    """Whether that is inside the deadline."""


def offers(modes: Mapping[str, Mode], model: Model, workload: Workload, advice: Advice) -> tuple[Offer, ...]:
    """The windows that can be bought for a workload; nobody may wait."""
    if workload.reader != "gone":
        return ()
    return tuple(offer for each in advice.ranked for offer in _offers(modes[each.mode], model, workload, each))


def worthwhile(found: tuple[Offer, ...], advice: Advice) -> Offer | None:
    """The cheapest window in time, where it saves more than it takes to build; else None."""
    best = advice.best
    good = (each for each in found if each.in_time and best.feasible and each.points < best.points)
    return min(good, key=lambda each: each.cost_a_month, default=None)


def window_text(
    modes: Mapping[str, Mode], model: Model, workload: Workload, advice: Advice, wording: Wording
) -> str | None:
    """What a window would save against the best mode, in a sentence; None where none is worthwhile."""
    found, best = worthwhile(offers(modes, model, workload, advice), advice), advice.best
    if found is None:
        return None
    told = {
        "vendor": found.window.vendor,
        "mode": modes[found.mode].name,
        "window": wording.exact_duration(found.window.seconds),
        "value": wording.figure(found.cost_a_month, "dollars"),
        "difference": wording.figure(best.cost_a_month - found.cost_a_month, "dollars"),
    }
    if found.mode == best.mode:
        return filled(model.sentences.own_window, **told)
    return filled(model.sentences.window, **told, than=modes[best.mode].name)


def offer_text(modes: Mapping[str, Mode], offer: Offer, wording: Wording) -> str:
    """A window as a line of what modes cost."""
    return wording.messages(
        "workload.window.in_time" if offer.in_time else "workload.window.late",
        mode=modes[offer.mode].name,
        vendor=offer.window.vendor,
        window=wording.exact_duration(offer.window.seconds),
        dollars=wording.money(offer.cost_a_month),
    )


def _offers(mode: Mode, model: Model, workload: Workload, each: Ranked) -> Iterator[Offer]:
    """The windows of a mode: it is the vendor's own, and breaks no rule but the deadline.

    Requests that need each other's answers take a window each.
    """
    windows = model.modes[each.mode].windows
    if not windows or each.substitutes or any(finding.rule != "deadline" for finding in each.failing):
        return
    pace = simulate(model, each.mode, settled(model.readings, workload)).pace
    _, turns = lanes(workload)
    for window in windows:
        month = each.cost_a_month * window.multiplier / multiplier(mode)
        saved = (each.cost_a_month - month) / model.dollars_per_point.value
        done = max(pace + turns * window.seconds, each.spread.done[0])
        yield Offer(each.mode, window, month, each.points - saved, done, done <= workload.deadline)
