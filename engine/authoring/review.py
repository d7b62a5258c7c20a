"""What an author should know of content that is right, as a value: both judgements of a scenario, and what is odd."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from engine.review.remark import Remark, placed

if TYPE_CHECKING:
    from engine.content.document import Document, Path
    from engine.content.mode import Mode
    from engine.content.problems import Problem
    from engine.messages import Messages
    from engine.review.lesson import Review
    from engine.review.verdicts import Compared

Agreement = Literal["agrees", "told", "differs", "waiting"]


@dataclass(frozen=True)
class Share:
    """In how many of 100 readings a mode is best."""

    mode: str
    colour: str
    percent: int
    before: int
    """Those in which a mode is best that stands before it."""


@dataclass(frozen=True)
class Row:
    """A scenario, as its author judges it and as the model does."""

    go: str
    """Where it leads: file, line and column."""
    title: str
    agreement: Agreement
    sign: str
    """What that is called."""
    best: str
    also: str
    """The modes that are defensible to the author; "" for none."""
    shares: tuple[Share, ...]
    told: str
    """The model's judgement in words; "" while it is not known."""
    different: tuple[str, ...]
    """Where the two differ, a sentence for each mode."""
    why: str


@dataclass(frozen=True)
class Said:
    """Something odd, and where it is."""

    go: str
    place: str
    text: tuple[str, ...]
    """What is odd, and the remedy; every second part is code."""
    minor: bool


@dataclass(frozen=True)
class Table:
    """All that there is to know."""

    summary: tuple[str, ...]
    """The whole in a few sentences."""
    good: bool
    """Whether there is nothing to be mended and nothing to wait for."""
    said: tuple[Said, ...]
    rows: tuple[Row, ...]

    @property
    def to_mend(self) -> int:
        """How much is to be mended."""
        return sum(not each.minor for each in self.said)


def table(messages: Messages, modes: Mapping[str, Mode], found: Review, documents: Mapping[str, Document]) -> Table:
    """The review of a lesson in words."""
    rows = tuple(_row(messages, modes, each, documents) for each in found.compared)
    by_weight = sorted(found.remarks, key=lambda each: each[0].minor)
    return Table(
        tuple(_summary(messages, rows, len(by_weight))),
        all(remark.minor for remark, _ in by_weight) and all(row.agreement != "waiting" for row in rows),
        tuple(_said(messages, remark, problem) for remark, problem in by_weight),
        rows,
    )


def _summary(messages: Messages, rows: tuple[Row, ...], remarks: int) -> Iterator[str]:
    count = {name: sum(row.agreement == name for row in rows) for name in ("agrees", "told", "differs", "waiting")}
    known = len(rows) - count["waiting"]
    if known:
        yield messages("review.summary.agrees", count=count["agrees"], all=known)
    if count["told"]:
        yield messages("review.summary.told", count=count["told"])
    if count["differs"]:
        yield messages("review.summary.differs", count=count["differs"])
    if count["waiting"]:
        yield messages("review.summary.waiting", count=count["waiting"])
    elif not remarks:
        yield messages("review.summary.nothing")


def _row(messages: Messages, modes: Mapping[str, Mode], both: Compared, documents: Mapping[str, Document]) -> Row:
    agreement: Agreement = "waiting"
    if both.known:
        agreement = "agrees" if not both.different else "told" if both.why else "differs"
    path: Path = (both.scenario,)
    if both.different:
        path = (both.scenario, "choices", both.different[0][0], "verdict")
    before = accumulate((percent for _, percent in both.shares), initial=0)
    shares = tuple(
        Share(modes[mode].name, modes[mode].colour, percent, so_far)
        for (mode, percent), so_far in zip(both.shares, before, strict=False)
    )
    return Row(
        _go(placed([Remark("scenarios", path, "", "")], documents)[0][1]),
        both.title,
        agreement,
        messages(f"review.agreements.{agreement}"),
        modes[both.best].name,
        messages("review.also", modes=", ".join(modes[mode].name for mode in both.defensible))
        if both.defensible
        else "",
        shares,
        _told(messages, shares, both),
        tuple(
            messages("review.different", mode=modes[mode].name, yours=yours, other=other)
            for mode, yours, other in both.different
        ),
        both.why if both.different else "",
    )


def _also(messages: Messages, defensible: list[str]) -> str:
    return messages("review.also", modes=", ".join(defensible)) if defensible else ""


def _told(messages: Messages, shares: tuple[Share, ...], both: Compared) -> str:
    if not both.known:
        return messages("review.waiting")
    each = [messages("review.share", mode=share.mode, percent=share.percent) for share in shares]
    return ", ".join([*each, messages("review.none", percent=both.none)] if both.none else each)


def _said(messages: Messages, remark: Remark, problem: Problem) -> Said:
    return Said(
        _go(problem),
        messages("problems.place", file=problem.file, line=problem.line),
        tuple(f"{problem.wrong[:1].upper()}{problem.wrong[1:]}. {problem.remedy}".split("`")),
        remark.minor,
    )


def _go(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}:{problem.column}"
