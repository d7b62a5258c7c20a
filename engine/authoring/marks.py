"""Where a problem is underlined in the editor, and what one click puts in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.messages import Messages

if TYPE_CHECKING:
    from engine.content.problems import Problem

MEANT = re.compile(r"Did you mean `([^`]+)`\?")
BETTER = re.compile(r"Put a space after the colon: `([^`]+)`")
OVER = re.compile(r"([\d,]+) characters? too long")
"""Of a text on one line, what goes beyond its place is underlined, and no more."""
NAMED = re.compile(r"`([^`]+)`")
TOKEN = re.compile(r"[^\s:,\[\]{}#]+")
VALUE = re.compile(r"(?:(?! #).)*")
"""The rest of a line, but for a comment."""


@dataclass(frozen=True)
class Mark:
    """An underlined place: lines from 1, columns from 1 in UTF-16 units, as an editor in a browser counts them."""

    start: tuple[int, int]
    end: tuple[int, int]
    message: str
    use: str | None = None
    """What one click puts in its place."""
    label: str = ""
    """What the click is called."""
    unwritten: bool = False
    """Whether it is a place that still needs words; else it is a mistake."""


def marks(messages: Messages, problems: Sequence[Problem], files: Mapping[str, str]) -> dict[str, list[Mark]]:
    """The marks of each file that has a problem."""
    found: dict[str, list[Mark]] = {}
    lines: dict[str, list[str]] = {}
    for problem in problems:
        if problem.file not in lines:
            lines[problem.file] = files.get(problem.file, "").split("\n")
        found.setdefault(problem.file, []).append(_mark(messages, problem, lines[problem.file]))
    return found


def _mark(messages: Messages, problem: Problem, lines: Sequence[str]) -> Mark:
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    start, end = _extent(problem, line)
    use = _instead(problem, line[start:end])
    message = f"{problem.wrong[:1].upper()}{problem.wrong[1:]}. {problem.remedy}".replace("`", "")
    message = messages("places.mark", meant=problem.remedy) if problem.unwritten else message
    return Mark(
        (problem.line, _units(line[:start]) + 1),
        (problem.line, _units(line[:end]) + 1),
        message,
        use,
        messages("problems.use", word=use) if use else "",
        problem.unwritten,
    )


def _extent(problem: Problem, line: str) -> tuple[int, int]:
    """From which to which character of its line a problem reaches."""
    start = min(problem.column - 1, len(line))
    rest = line[start:]
    for name in NAMED.findall(problem.wrong):
        quoted = rest[:1] in ("'", '"') and rest[1:].startswith(name)
        if rest.startswith(name) or quoted:
            return start + quoted, start + quoted + len(name)
    if "missing" in problem.wrong and (token := TOKEN.match(rest)):
        return start, start + len(token[0])
    value = VALUE.match(rest)
    end = start + len((value[0] if value else rest).rstrip())
    if (over := OVER.search(problem.wrong)) and f"it has {end - start:,}," in problem.remedy:
        return end - int(over[1].replace(",", "")), end
    return (start, end) if end > start else (max(start - 1, 0), start)


def _instead(problem: Problem, there: str) -> str | None:
    """What the remedy says to write in place of what is underlined."""
    if (meant := MEANT.search(problem.remedy)) and there in NAMED.findall(problem.wrong):
        return meant[1]
    if (better := BETTER.search(problem.remedy)) and better[1].replace(": ", ":", 1) == there:
        return better[1]
    if problem.remedy == "Put it in quotation marks." and there and '"' not in there and "\\" not in there:
        return f'"{there}"'
    return None


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
