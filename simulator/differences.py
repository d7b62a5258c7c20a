"""How a mode differs from another one in the numbers of a workload: in sentences, and figure by figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.subject import Figure
from simulator.advice import burden
from simulator.cost import MONTH
from simulator.sentences import compared, finding_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.content.mode import Mode
    from engine.messages import Messages
    from simulator.advice import Ranked
    from simulator.parameters import Model
    from simulator.wording import Wording
    from simulator.workload import Workload

CENT = 0.01
"""Less than that a month is no difference."""
ALIKE = 1.1
"""Times that are less than so many times each other are told as the same."""
IN_SENTENCES = ("engineering", "money")
"""The rules that every comparison tells of."""


@dataclass(frozen=True)
class Pair:
    """A mode, and the one that it is held against."""

    modes: Mapping[str, Mode]
    model: Model
    wording: Wording
    each: Ranked
    other: Ranked

    @property
    def messages(self) -> Messages:
        """The words."""
        return self.wording.messages


def sentences(pair: Pair, other: str) -> tuple[str, ...]:
    """How a mode differs, in one to three sentences; the other mode is called `other`."""
    each, name = pair.each, pair.modes[pair.each.mode].name
    failing = [finding_text(pair.model, name, finding, pair.wording) for finding in each.failing]
    return (*failing, *(_money(pair, name, other) if failing else _money_and_work(pair, name, other)))


def figures(pair: Pair, workload: Workload) -> tuple[Figure, ...]:
    """The numbers of a mode beside the same of the other one."""
    return tuple(_figures(pair, bool(workload.timeout or workload.caller_timeout), workload.reader != "gone"))


def _money(pair: Pair, name: str, other: str) -> Iterator[str]:
    messages, more = pair.messages, _dollars(pair)
    if abs(more) >= CENT:
        key, money = "dearer" if more > 0 else "cheaper", _shown(abs(more), pair.wording)
        yield messages(f"practice.differences.price.{key}", mode=name, best=other, money=money)


def _money_and_work(pair: Pair, name: str, other: str) -> Iterator[str]:
    messages, more = pair.messages, _dollars(pair)
    mine, theirs = (_value(each, "engineering") for each in (pair.each, pair.other))
    price, work = "dearer" if more > 0 else "cheaper", "heavier" if mine > theirs else "lighter"
    money = _shown(abs(more), pair.wording)
    times = messages.numeral(f"{max(mine, theirs) / (min(mine, theirs) or 1):.2g}")
    match abs(more) < CENT, mine == theirs:
        case True, True:
            yield messages("practice.differences.same", mode=name, best=other)
        case True, False:
            yield messages(f"practice.differences.same_price.{work}", mode=name, best=other, times=times)
        case False, True:
            yield messages(f"practice.differences.same_work.{price}", mode=name, best=other, money=money)
        case _:
            key = f"{price}_{work}"
            yield messages(
                f"practice.differences.price_and_work.{key}", mode=name, best=other, money=money, times=times
            )
    yield from _weighed(pair, more, mine - theirs)
    worse, better = (pair.each, pair.other) if pair.each.verdict != "best" else (pair.other, pair.each)
    most = burden(worse, better)
    if most.rule not in IN_SENTENCES and most.points is not None and other == pair.modes[pair.other.mode].name:
        yield compared(pair.modes, pair.model, worse, better, pair.wording)


def _weighed(pair: Pair, more: float, heavier: float) -> Iterator[str]:
    """What makes the worse of the two the worse: a saving that pays for its work or does not, or work for nothing."""
    worse, better = (pair.each, pair.other) if pair.each.verdict != "best" else (pair.other, pair.each)
    rule, extra = burden(worse, better).rule, heavier if worse is pair.each else -heavier
    if abs(more) >= CENT and more * heavier < 0 and rule in IN_SENTENCES:
        yield pair.messages("practice.differences.pays" if rule == "money" else "practice.differences.pays_not")
    elif rule == "engineering" and extra > 0 and worse.verdict == "poor":
        yield pair.messages("practice.differences.no_gain")


def _figures(pair: Pair, cut: bool, attended: bool) -> Iterator[Figure]:
    messages, wording = pair.messages, pair.wording
    mine, theirs = pair.each.spread, pair.other.spread
    more = _dollars(pair)
    yield Figure(
        messages("practice.figures.cost"),
        wording.money(pair.each.cost_a_day * MONTH),
        "" if abs(more) < CENT else _signed(more, _shown(abs(more), wording), messages),
        wording.money(pair.other.cost_a_day * MONTH),
    )
    if attended and (mine.first != mine.done or theirs.first != theirs.done):
        yield _time(pair, messages("practice.figures.first"), mine.first[1], theirs.first[1])
    yield _time(pair, messages("practice.figures.done"), mine.done[1], theirs.done[1])
    shares = [(messages("practice.figures.late"), mine.late_share, theirs.late_share)]
    if cut:
        shares.insert(0, (messages("practice.figures.cut"), mine.cut_share, theirs.cut_share))
    for name, one, another in shares:
        yield Figure(name, share(one, messages), "", share(another, messages))
    work, other = (_value(each, "engineering") for each in (pair.each, pair.other))
    yield Figure(
        messages("practice.figures.engineering"),
        messages("practice.figures.times", times=messages.numeral(f"{work:g}")),
        "",
        messages("practice.figures.times", times=messages.numeral(f"{other:g}")),
    )


def _time(pair: Pair, name: str, mine: float, theirs: float) -> Figure:
    messages, wording = pair.messages, pair.wording
    difference = ""
    if max(mine, theirs) > ALIKE * min(mine, theirs):
        key = "longer" if mine > theirs else "sooner"
        difference = messages(f"practice.differences.time.{key}", time=wording.duration(abs(mine - theirs)))
    return Figure(name, wording.duration(mine), difference, wording.duration(theirs))


def _signed(more: float, amount: str, messages: Messages) -> str:
    return messages("practice.figures.more" if more > 0 else "practice.figures.less", amount=amount)


def _dollars(pair: Pair) -> float:
    """What the mode costs more a month."""
    return (pair.each.cost_a_day - pair.other.cost_a_day) * MONTH


def _shown(dollars: float, wording: Wording) -> str:
    """An amount as the other sentences of the advice have it."""
    return wording.figure(dollars, "dollars")


def _value(each: Ranked, rule: str) -> float:
    return next((finding.value or 0.0 for finding in each.findings if finding.rule == rule), 0.0)


def share(part: float, messages: Messages) -> str:
    """A share of runs as it is read, such as "12 %"."""
    if part == 0:
        return messages("practice.figures.no_share")
    if part < 0.005:
        return messages("practice.figures.small_share", percent=1)
    return messages("practice.figures.share", percent=f"{100 * part:.0f}")
