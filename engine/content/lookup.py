"""Places in plain data of any shape, and what is said of the names there that refer to nothing or stand twice."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from engine.content.characters import LONGEST, shown
from engine.content.document import Document, Path
from engine.content.problems import Problem

EACH = object()
"""In a pattern for `find`: every item of a list, or every value of a mapping."""


def find(data: Any, *pattern: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Path and value of whatever matches a pattern of names and `EACH`.

    >>> list(find({"steps": [{"to": "Vendor"}, {}]}, "steps", EACH, "to"))
    [(('steps', 0, 'to'), 'Vendor')]
    """
    if not pattern:
        yield at, data
        return
    head, *rest = pattern
    if isinstance(data, dict):
        for name in list(data) if head is EACH else [head]:
            if name in data:
                yield from find(data[name], *rest, at=(*at, name))
    elif isinstance(data, list) and head is EACH:
        for index, item in enumerate(data):
            yield from find(item, *rest, at=(*at, index))


def named(data: Any, *pattern: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Path and name of whatever matches a pattern.

    >>> list(named({"frames": {"loop": {}}}, "frames", EACH))
    [(('frames', 'loop'), 'loop')]
    """
    return ((path, path[-1]) for path, _ in find(data, *pattern, at=at))


def empty(document: Document, *pattern: Any) -> Iterator[Problem]:
    """Every group that matches a pattern and has nothing in it."""
    return (
        document.problem(path, "there are no entries", "It needs at least one.")
        for path, data in find(document.data, *pattern)
        if data == {}
    )


def step_names(mode: Document | None) -> list[str] | None:
    """The names of a mode's steps; None where it cannot be read, or one of them is missing, wrong or there twice."""
    steps = [step.get("id") if isinstance(step, dict) else None for _, step in find(mode and mode.data, "steps", EACH)]
    names = [name for name in steps if isinstance(name, str) and re.fullmatch(r"[a-z][a-z0-9-]{0,39}", name)]
    return names if mode and len(set(names)) == len(steps) else None


def unknown(document: Document, uses: Iterable[tuple[Path, Any]], what: str, known: Any) -> Iterator[Problem]:
    """Every name in use that is not known, once: among the names of a mapping, or in a list."""
    names = [name for name in known if isinstance(name, str)] if isinstance(known, list | dict) else []
    strange: dict[str, list[Path]] = {}
    for path, name in uses:
        if isinstance(name, str) and name not in names:
            strange.setdefault(name, []).append(path)
    for name, (first, *others) in strange.items():
        also = f", here and in {len(others)} other place{'s' * (len(others) > 1)}" if others else ""
        wrong = f"unknown {what} `{shown(name)}`{also}"
        yield document.problem(first, wrong, suggestion(name, names), of_name=first[-1] == name)


def twice(document: Document, uses: Iterable[tuple[Path, Any]], seen: list[Any]) -> Iterator[Problem]:
    """Every value that was seen before; `seen` grows by the others."""
    for path, name in uses:
        if name in seen:
            yield document.problem(path, f"`{shown(name)}` stands here a second time", "Each must be different.")
        seen.append(name)


def suggestion(name: str, known: Iterable[str]) -> str:
    """What to write instead: the known name that is most like it, or a few to choose from."""
    known = list(known)
    if meant := close(name, known):
        return f"Did you mean `{shown(meant)}`?"
    if not known:
        return "Define it first."
    return "Use one of " + ", ".join(f"`{shown(each)}`" for each in known[:8]) + (", …" if len(known) > 8 else ".")


def close(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like another one, if one is."""
    return next(iter(difflib.get_close_matches(name[:LONGEST], known, 1, 0.6)), None)


def is_number(value: Any) -> bool:
    """Whether it is a number, as YAML means one."""
    return isinstance(value, int | float) and not isinstance(value, bool)
