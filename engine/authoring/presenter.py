"""The files and the panel of the author's page as values: what the views lay out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from engine.content.files import shape_of
from engine.messages import Messages

if TYPE_CHECKING:
    from engine.authoring.marks import Mark
    from engine.content.problems import Problem

ORDER = (
    *("lesson.yaml", "modes/", "scenarios", "failures", "templates", "model", "settings", "sources"),
    *("code.", "code/", "messages.", "messages/"),
)
"""In which order an author reads the files of a lesson."""


@dataclass(frozen=True)
class Entry:
    """A file in the list of files."""

    file: str
    name: str
    """The last part of its path."""
    about: str
    """What it is for."""
    chosen: bool
    changed: str
    """What the mark of a changed file says; "" if it is as on the host."""
    wrong: int
    """How many problems it has."""
    wrong_label: str
    open: int
    """How many places in it still need words."""
    open_label: str


@dataclass(frozen=True)
class Listed:
    """A problem in the list of problems."""

    go: str
    """Where it leads: file, line and column."""
    place: str
    text: tuple[str, ...]
    """What is wrong, and the remedy; every second part is code."""
    remedy: str = ""
    """What a click is called that mends it; "" where there is none."""
    use: str = ""
    """Which mark of which file that click makes use of."""


def in_order(files: Iterable[str]) -> list[str]:
    """The files in the order in which an author reads them.

    >>> in_order(["sources.yaml", "modes/b.yaml", "lesson.yaml", "modes/a.yaml"])
    ['lesson.yaml', 'modes/a.yaml', 'modes/b.yaml', 'sources.yaml']
    """
    return sorted(files, key=reading_place)


def reading_place(file: str) -> tuple[int, str]:
    """Where a file stands in that order."""
    found = (number for number, start in enumerate(ORDER) if file.startswith(start))
    return next(found, len(ORDER)), file


def folders(
    messages: Messages,
    files: Iterable[str],
    chosen: str = "",
    changed: Iterable[str] = (),
    problems: Sequence[Problem] = (),
    places: Sequence[Problem] = (),
) -> list[tuple[str, list[Entry]]]:
    """The files of each folder, in order; "" is the lesson's own."""
    changed = set(changed)
    wrong, empty = (Counter(each.file for each in found) for found in (problems, places))

    def entry(file: str) -> Entry:
        return Entry(
            file,
            file.rpartition("/")[2],
            messages(f"kinds.{'python' if file.endswith('.py') else shape_of(file) or 'other'}"),
            file == chosen,
            messages("files.changed") if file in changed else "",
            wrong[file],
            messages("files.problems", count=wrong[file]),
            empty[file],
            messages("places.count", count=empty[file]),
        )

    return [
        (folder, [entry(file) for file in group])
        for folder, group in groupby(in_order(files), lambda file: file.rpartition("/")[0])
    ]


def listed(messages: Messages, problems: Iterable[Problem], marks: Mapping[str, Sequence[Mark]]) -> list[Listed]:
    """The problems in words, each with its mark: those of a file are in the same order."""
    found: list[Listed] = []
    count: dict[str, int] = {}
    for each in problems:
        number = count[each.file] = count.get(each.file, -1) + 1
        found.append(
            Listed(
                f"{each.file}:{each.line}:{each.column}",
                messages("problems.place", file=each.file, line=each.line),
                tuple(f"{each.wrong[:1].upper()}{each.wrong[1:]}. {each.remedy}".split("`")),
                marks[each.file][number].label,
                f"{each.file}:{number}",
            )
        )
    return found
