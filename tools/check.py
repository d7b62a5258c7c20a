"""The author's command, `make check`: whether content is right, and whether it agrees with itself, in words.

Beside what a page refuses, and mistakes of English, it says which verdicts the model does not share, which deciding
facts flip nothing, which sources nothing rests on or are a year old, which drawings are older than their words, and how
far each translation is. Places that still need words (`tools/new.py`) are listed alone: the rest waits for them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from engine.content.problems import ContentError, Problem
from engine.review.lesson import of_files, review
from tools import drawings
from tools.content import CONTENT, content_files, languages, lessons, load_translation, read_lessons
from tools.grammar import mistakes
from tools.judgements import judgements
from tools.microsim.book import load_book
from tools.wanted import unsaid

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from engine.review.verdicts import Compared
    from tools.content import Read
    from tools.i18n.translation import Progress


def main() -> int:
    """Print what is to be said of each lesson; 1 where something must be mended."""
    try:
        names = lessons()
        if wrong := unsaid():
            raise ContentError(wrong)
        found = read_lessons(names)
        for name in names:
            load_book(name)
    except ContentError as error:
        print(error)
        places = sum(each.unwritten for each in error.problems)
        said = [f"{_count(places, 'place')} to write."] * bool(places)
        said += [f"{_count(len(error.problems) - places, 'thing')} to mend."] * (len(error.problems) > places)
        print(f"\n{' '.join(said)}")
        return 1
    wrong = [problem for each in found.values() for problem in _told(each)]
    language = mistakes(names)
    print(*(f"  To mend: {problem}" for problem in language), sep="\n", end="\n" * bool(language))
    count = len(set(wrong)) + len(language)
    print(f"\n{_count(count, 'thing')} to mend." if count else "\nNothing to mend.")
    return 1 if count else 0


def _told(read: Read) -> list[Problem]:
    """Print what is to be said of one lesson; what must be mended."""
    content, name = read.content, read.content.lesson.name
    judged = judgements(content)
    marks, today = drawings.marks(content.lesson), date.today().isoformat()
    others = chain.from_iterable(of_files(content.lesson, read.documents, marks, today))
    found = review(content.lazy.scenarios, judged, others, read.documents)
    print(
        f"\n{name}: {_count(len(content_files(name)), 'file')} and {_count(len(content.lesson.sources), 'source')}, "
        "read without a mistake."
    )
    print(*_table(content.lesson.modes, found.compared), sep="\n", end="\n" * bool(judged))
    wrong: list[Problem] = []
    for said, mistakes_there in progress(name):
        print(f"  {said}")
        wrong += mistakes_there
    for remark, problem in found.remarks:
        (there,) = ContentError([problem]).below(name).problems
        print(f"  {'To look at' if remark.minor else 'To mend'}: {there}")
        wrong += [] if remark.minor else [there]
    return wrong


def _table(modes: Mapping[str, Mode], compared: Sequence[Compared]) -> Iterator[str]:
    """Each scenario's best mode, and in how many readings each mode is best to the model; why the two differ."""
    width = max((len(each.scenario) for each in compared), default=0)
    if compared:
        yield f"  {_count(len(compared), 'scenario')}: the author's best mode, and how often each is best to the model"
    for each in compared:
        shares = ", ".join(f"{modes[mode].name} {share}" for mode, share in each.shares) + (
            f", none {each.none}" if each.none else ""
        )
        yield f"  {each.scenario:{width}}  {modes[each.best].name:9}  {shares}"
        if each.why:
            different = ", ".join(modes[mode].name for mode, _, _ in each.different)
            yield f"  {'':{width}}  You judge {different} otherwise: {each.why}"


def progress(lesson: str, content: Path = CONTENT) -> Iterator[tuple[str, list[Problem]]]:
    """How far each translation of a lesson is, and what is wrong with it."""
    for language in languages(lesson, content):
        found = load_translation(lesson, language, content).found
        name = Locale.parse(language, sep="-").get_display_name("en")
        own, page = (_progress(each) for each in (found.own, found.shared))
        yield f"{name}: {own}; of the page's words {page}.", []
        for problem in found.problems:
            yield f"To mend: {problem}", [problem]


def _progress(found: Progress) -> str:
    return f"{found.percent} % translated" + (f", {found.stale} stale" if found.stale else "")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
