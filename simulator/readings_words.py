"""How sure a verdict is, in sentences: the shares of the modes, and what would have to be known better to decide."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.perturbation import part_at
from simulator.sentences import change_text
from simulator.shares import is_grey, verdict_of
from simulator.wording import Wording, number
from simulator.worlds import ABOUT, UNKNOWN, WEIGHTS

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model
    from simulator.perturbation import Key
    from simulator.rules import Unit
    from simulator.shares import Shares
    from simulator.tipping import Tip
    from simulator.workload import Value

BESIDE = 1.05
"""What tips so few times away is said to stand right there: two figures would not tell the two numbers apart."""
DOUBLE = 2
"""From twice as much on, people say how many times as much, and before that how many percent more."""
P99 = 2.326
"""The standard normal number that 1 in 100 exceed."""


@dataclass(frozen=True, eq=False)
class Sureness:
    """The words for how sure a verdict is, in one lesson."""

    modes: Mapping[str, Mode]
    model: Model
    wording: Wording

    def sentences(self, shares: Shares) -> tuple[str, ...]:
        """In how many readings each mode is best; and what would have to be known better, or that nothing would."""
        return *self.shares(shares), *self.close(shares), *self.tip(shares)

    def shares(self, shares: Shares) -> Iterator[str]:
        """In how many of 100 plausible readings each mode is best, and in how many no mode keeps every rule."""
        messages, (percent, none) = self.wording.messages, shares.percent()
        if not shares.feasible:
            yield messages("readings.no_mode", share=none)
            return
        ranked = sorted(percent, key=lambda mode: -percent[mode])
        best, *others = [self.modes[mode].name for mode in ranked if percent[mode]]
        if percent[ranked[0]] == 100:
            yield messages("readings.all", mode=best)
        elif others:
            beside = (
                messages("readings.mode", mode=name, share=percent[mode])
                for name, mode in zip(others, ranked[1:], strict=False)
            )
            yield messages(
                "readings.shares",
                mode=best,
                share=percent[ranked[0]],
                others=messages.listed("readings.others", list(beside)),
            )
        else:
            yield messages("readings.share", mode=best, share=percent[ranked[0]])
        if none:
            yield messages("readings.none", share=none)

    def close(self, shares: Shares) -> Iterator[str]:
        """The modes that are defensible since they are often too close to the best to tell them apart."""
        messages = self.wording.messages
        close = [
            self.modes[each.mode].name
            for each in shares.modes
            if each.close and verdict_of(shares, each.mode, self.model) == "defensible"
        ]
        if close:
            yield messages("readings.close", others=messages.listed("readings.others", close))

    def tip(self, shares: Shares) -> Iterator[str]:
        """What would have to be known better to decide, or what could change a plain verdict; and where it tips."""
        messages, tip = self.wording.messages, shares.tip
        if tip is None:
            yield messages("readings.nothing")
            return
        yield messages(
            "readings.decide" if is_grey(shares, self.model) else "readings.change", input=self.name(tip.key)
        )
        if tip.mode:
            yield from self._tips(tip, self.modes[tip.mode].name)

    def _tips(self, tip: Tip, mode: str) -> Iterator[str]:
        """At which value another mode is best, and how far away that is."""
        messages, (kind, *path) = self.wording.messages, tip.key
        typed = "given" if kind == ABOUT else "taken"
        if path[-1:] == ["sigma"] or (kind not in (ABOUT, UNKNOWN, WEIGHTS) and self.unit(tip.key) == "spread"):
            yield self._spread(tip, mode)
            return
        now = "" if kind == UNKNOWN else self.value(tip.key, tip.now)
        if kind != UNKNOWN and tip.times < BESIDE:
            yield messages(f"readings.beside.{typed}", now=now, mode=mode)
            return
        if kind in (ABOUT, UNKNOWN):
            value = _two_figures(tip.value) if _is_number(tip.value) else tip.value
            yield change_text(str(path[0]), tip.now, value, mode, self.wording)
        else:
            yield messages("readings.at", value=self.value(tip.key, tip.value), mode=mode)
        if kind != UNKNOWN:
            yield messages(f"readings.now.{typed}", now=now, change=self._change(tip))

    def _spread(self, tip: Tip, mode: str) -> str:
        """The same of how much something varies: how long the longest answers are, or by how much more it must vary."""
        messages = self.wording.messages
        assert isinstance(tip.now, float | int) and isinstance(tip.value, float | int)  # noqa: S101
        if tip.key[-1] == "sigma":
            return messages("readings.varies", change=self._change(tip), mode=mode)
        times, now = (messages.numeral(f"{math.exp(P99 * each):.2g}") for each in (tip.value, tip.now))
        return messages("readings.length", times=times, now=now, mode=mode)

    def _change(self, tip: Tip) -> str:
        """How much more or less it takes."""
        messages = self.wording.messages
        assert isinstance(tip.now, float | int) and isinstance(tip.value, float | int)  # noqa: S101
        share = tip.value / tip.now
        if share >= DOUBLE:
            return messages("readings.times", times=messages.numeral(f"{_two_figures(share):g}"))
        percent = messages.numeral(f"{_two_figures(100 * abs(share - 1)):g}")
        return messages(f"readings.much.{'more' if share > 1 else 'less'}", percent=percent)

    def name(self, key: Key) -> str:
        """An input as something to find out."""
        messages, (kind, *path) = self.wording.messages, key
        if kind in (ABOUT, UNKNOWN):
            return messages(f"readings.facts.{path[0]}")
        if kind == WEIGHTS:
            return messages("readings.inputs.weight", mode=self.modes[str(path[0])].name)
        if kind == "costs":
            rule = getattr(self.model.costs, str(path[0])).name
            return messages(f"readings.inputs.penalty.{path[-1]}", rule=rule)
        if path[-1:] == ["instead"]:
            return messages("readings.inputs.instead", mode=self.modes[str(path[0])].name)
        name = part_at(self.model, key).name or ""
        return messages("readings.inputs.sigma", name=name) if path[-1:] == ["sigma"] else name

    def value(self, key: Key, value: Value) -> str:
        """The number of an input, in two figures."""
        (kind, *path), messages = key, self.wording.messages
        assert isinstance(value, int | float)  # noqa: S101
        if kind == ABOUT:
            return self.wording.rounded(str(path[0]), _two_figures(value))
        if kind == "costs" and path[-1] == "beyond":
            return self.wording.figure(value, getattr(self.model.costs, str(path[0])).unit)
        if kind in (WEIGHTS, "costs") or path[-1:] == ["instead"]:
            return messages("readings.points", count=_two_figures(value), shown=number(_two_figures(value), messages))
        unit = self.unit(key)
        return number(_two_figures(value), messages) if unit == "none" else self.wording.figure(value, unit)

    def unit(self, key: Key) -> Unit:
        """What a number of the model counts; a weight, or a penalty, has points."""
        found: Unit = getattr(part_at(self.model, key), "unit", "points")
        return found


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _two_figures(value: Any) -> float:
    return float(f"{value:.2g}")
