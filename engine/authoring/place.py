"""Where in a file a cursor is, also while the file is not whole: read from the indentation above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

EACH = "[]"
"""In a path: an entry of a list."""
LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<name>[\w.-]+):(?: +(?P<value>.*))?$)?")
BLOCK = re.compile(r"[>|][+-]?\s*$")


@dataclass(frozen=True)
class Place:
    """Where a cursor is."""

    path: tuple[str, ...]
    """The names above it, and `EACH` for an entry of a list; of a value, with its own name."""
    is_name: bool
    """Whether a name belongs here, and not a value."""
    typed: str
    """What of it is typed already."""
    in_text: bool = False
    """Whether it is inside a text of several lines."""


def place_at(before: str) -> Place:
    """Where the end of a text is.

    >>> place_at("steps:\\n  - id: ask\\n    to: Ven").path
    ('steps', '[]', 'to')
    >>> place_at("states: {Client: bl")
    Place(path=('states', 'Client'), is_name=False, typed='bl', in_text=False)
    """
    *above, line = before.split("\n")
    start = re.match(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)", line)
    if start is None:  # for the type checker: it matches anything
        return Place((), is_name=True, typed="")
    column = len(start["indent"]) + len(start["dashes"])
    path, block = _above(above, column if start["dashes"] or start["rest"] else len(line), start["dashes"])
    if block:
        return Place(path, is_name=False, typed="", in_text=True)
    named = re.match(r"(?P<name>[\w.-]+):(?: +(?P<value>.*))?$", start["rest"])
    if not named or (named["value"] is None and start["rest"].endswith(":")):
        if start["rest"][:1] in ("[", "{"):
            return _in_flow(path, start["rest"])
        return Place(path, is_name=True, typed=start["rest"])
    return _in_flow((*path, named["name"]), named["value"] or "")


def _above(lines: list[str], column: int, dashes: str) -> tuple[tuple[str, ...], bool]:
    """The names above a column, and whether what stands there is a text of several lines."""
    path: list[str] = []
    limit = column
    if dashes:
        path.append(EACH)
        limit = column - len(dashes)
    block = False
    for line in reversed(lines):
        found = LINE.match(line)
        if not line.strip() or line.lstrip().startswith("#") or not found:
            continue
        indent = len(found["indent"])
        at = indent + len(found["dashes"])
        if found["name"] and (at < limit or (dashes and at == limit and not found["dashes"])):
            block = block or (not path and bool(BLOCK.match(found["value"] or "")))
            path.append(found["name"])
            limit, dashes = at, ""
        if found["dashes"] and indent < limit <= at:
            path.append(EACH)
            limit, dashes = indent, found["dashes"]
        if limit <= 0:
            break
    return tuple(reversed(path)), block


def _in_flow(path: tuple[str, ...], value: str) -> Place:
    """Where one is in a value, which may be a list or a group on one line."""
    if value.startswith("["):
        return Place((*path, EACH), is_name=False, typed=re.split(r"[\[,]\s*", value)[-1])
    if value.startswith("{"):
        name, colon, inner = re.split(r"[{,]\s*", value)[-1].partition(":")
        if "[" in value.rpartition("{")[2] and value.count("[") > value.count("]"):
            name, _, inner = value.rpartition("[")[0].rpartition(":")[0].rpartition(" ")[2].rpartition("{")[2], "", ""
            return Place((*path, name, EACH), is_name=False, typed=re.split(r"[\[,]\s*", value)[-1])
        if colon:
            return Place((*path, name), is_name=False, typed=inner.lstrip())
        return Place(path, is_name=True, typed=name)
    return Place(path, is_name=False, typed=value)
