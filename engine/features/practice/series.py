"""A series of new cases: its dots while it runs, and its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.controls import Control, Link
from engine.features.practice.events import CopySeries, NewSeries
from engine.features.practice.material import material_of
from engine.features.practice.scoring import BAD, GOOD
from engine.html import link_to

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.material import Material
    from engine.features.practice.state import Series
    from engine.features.practice.subject import Answers
    from engine.messages import Messages


@dataclass(frozen=True)
class Dots:
    """The answers of a round, and how many are missing."""

    label: str
    answers: tuple[tuple[bool, str], ...]
    """Of each answer: whether it was right, and the same in words."""
    missing: int


@dataclass(frozen=True)
class MissedCase:
    """A case that was answered wrongly, and the mode that was best there."""

    link: Link
    mode: Mode
    guidance: Link


@dataclass(frozen=True)
class SeriesEnd:
    """How a round of new cases went."""

    focus: str
    heading: str
    met: bool
    lead: str
    dots: Dots
    again: str
    missed: tuple[MissedCase, ...]
    controls: tuple[Control, ...]
    link: Link
    basis: str


def dots(series: Series, length: int, messages: Messages) -> Dots:
    """The answers of the round that is under way."""
    row = series.round(length)
    return Dots(
        messages("practice.series.row"),
        tuple(
            (letter == GOOD, messages("practice.criterion.good" if letter == GOOD else "practice.criterion.bad"))
            for letter in row
        ),
        length - len(row),
    )


def present_series_end(
    lesson: Lesson, content: LazyContent, series: Series, length: int, answers: Answers
) -> SeriesEnd:
    """How the round that has just ended went."""
    material, messages = material_of(lesson, content), content.messages
    criterion = material.criterion
    needed = criterion.good if criterion else length
    good = series.round(length).count(GOOD)
    met, missed = good >= needed, tuple(_missed(lesson, material, series, length, answers, messages))
    return SeriesEnd(
        f"end {series.seed} {series.number}",
        messages("practice.series.met", good=good, answered=length)
        if met
        else messages("practice.series.not_met", good=good, answered=length, needed=needed),
        met,
        messages("practice.series.met_lead" if met else "practice.series.not_met_lead"),
        dots(series, length, messages),
        messages("practice.series.again" if missed else "practice.series.all_right"),
        missed,
        (
            Control("series-another", messages("practice.series.another"), NewSeries(), primary=not met),
            Control("series-copy", messages("practice.take_away.copy"), CopySeries()),
        ),
        Link(messages("practice.series.link"), series_link(series, length)),
        messages("practice.series.share", seed=series.seed),
    )


def series_text(lesson: Lesson, content: LazyContent, series: Series, length: int, location: str = "") -> str:
    """How the last round went, as text, with a link to the same cases."""
    material, messages = material_of(lesson, content), content.messages
    first, row = series.first(length), series.round(length)
    good, needed = row.count(GOOD), material.criterion.good if material.criterion else length
    lines = [
        messages("practice.copied.title", lesson=lesson.about.title),
        messages("practice.series.met", good=good, answered=len(row))
        if good >= needed
        else messages("practice.series.not_met", good=good, answered=len(row), needed=needed),
        *(
            messages(
                "practice.copied.case",
                number=number,
                title=material.subject.novel(series.seed, first + number - 1).title,
                result=messages("practice.criterion.good" if letter == GOOD else "practice.criterion.bad"),
            )
            for number, letter in enumerate(row, 1)
        ),
    ]
    return "\n".join([*lines, location.partition("#")[0] + series_link(series, length)])


def series_link(series: Series, length: int) -> str:
    """The fragment of an address that opens the first case of the round."""
    return link_to(view="practice", seed=str(series.seed), number=str(series.first(length)))


def _missed(
    lesson: Lesson, material: Material, series: Series, length: int, answers: Answers, messages: Messages
) -> list[MissedCase]:
    first, row = series.first(length), series.round(length)
    found = []
    for place, letter in enumerate(row):
        if letter == BAD:
            number = first + place
            novel = material.subject.novel(series.seed, number)
            study = material.subject.study(novel.case, answers)
            mode = study.best if study else material.subject.modes[0]
            found.append(
                MissedCase(
                    Link(
                        messages("practice.series.case", number=place + 1, title=novel.title),
                        link_to(view="practice", seed=str(series.seed), number=str(number)),
                    ),
                    lesson.modes[mode],
                    Link(
                        messages("practice.confirm.guidance", mode=lesson.modes[mode].name),
                        link_to(view="explore", mode=mode),
                    ),
                )
            )
    return found
