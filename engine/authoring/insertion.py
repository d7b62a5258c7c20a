"""Where a new entry goes in a file that an author wrote: everything else stays as it is."""

from __future__ import annotations

import re

from engine.content.document import Document, Path


class CannotInsertError(Exception):
    """A group stands on one line, in braces, so that no entry can be put below it."""


def appended(text: str, block: str) -> str:
    """A file with an entry at its end."""
    return f"{text.rstrip()}\n\n{block}" if text.strip() else block


def below(text: str, document: Document, path: Path, block: str) -> str:
    """A file with an entry at the end of the group at a path, whose lines are indented as the group's own are."""
    lines = text.split("\n")
    start, column = document.names[path]
    lines[start - 1] = re.sub(r": *\{ *\}", ":", lines[start - 1])
    if re.match(r"[^:]*: *\{", lines[start - 1][column - 1 :]):
        raise CannotInsertError
    inner = [document.names[each] for each in document.names if each[:-1] == path]
    indent = (inner[0][1] if inner else column + 2) - 1
    last = start
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if len(line) - len(line.lstrip()) < column:
            break
        last = number + 1
    gap = [""] if any(not line.strip() for line in lines[start:last] if column == 1) else []
    new = [f"{' ' * indent * bool(line)}{line}" for line in block.rstrip("\n").split("\n")]
    return "\n".join([*lines[:last], *gap, *new, *lines[last:]])


def listed(text: str, document: Document, path: Path, name: str) -> str:
    """A file in which a list of names has one more at its end."""
    last = max((each for each in document.places if each[:-1] == path), key=lambda each: each[-1])
    line, column = document.places[last]
    lines = text.split("\n")
    there = lines[line - 1]
    found = re.match(r"""["']?[\w-]+["']?""", there[column - 1 :])
    end = column - 1 + (found.end() if found else 0)
    if re.match(r"\s*- ", there[: column - 1]):
        lines.insert(line, f"{there[: column - 1]}{name}")
    else:
        lines[line - 1] = f"{there[:end]}, {name}{there[end:]}"
    return "\n".join(lines)
