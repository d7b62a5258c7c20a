"""Another name for a mode, a scenario or a file, also where the lesson's other files refer to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.authoring.beginning import CannotBeginError, Papers, identifier
from engine.content.document import Path
from engine.content.files import mode_of, of_shape, shape_of
from engine.content.lookup import EACH, find

Uses = Mapping[str, tuple[tuple[Any, ...], ...]]

OF_A_MODE: Uses = {
    "lesson": (("modes", EACH),),
    "model": (("modes", EACH), ("modes", EACH, "queue", "fallback", "mode")),
    "failures": ((EACH,),),
    "code": (("remarks", EACH),),
    "scenarios": (
        (EACH, "choices", EACH),
        (EACH, "tipping", "flips", EACH, "mode"),
        (EACH, "questions", EACH, "speaks_for", EACH),
    ),
}
"""Where files name a mode, by their kind: as the name of a group or as a value."""
OF_A_SCENARIO: Uses = {
    "scenarios": ((EACH,),),
    "lesson": (("hunch", EACH), ("compare", "workloads", EACH)),
    "settings": (("race", "start"), ("workload", "start")),
}
"""Where files name a scenario."""


def renamed(papers: Papers, file: str, name: str) -> dict[str, str | None]:
    """The files that change where one is called otherwise; one that is gone has None."""
    called, shape = identifier(name), shape_of(file)
    if not called:
        raise CannotBeginError("unnamed")
    new = f"{file.rpartition('/')[0]}/{called}.yaml"
    if "/" not in file or not shape or shape == "catalogue":
        raise CannotBeginError("fixed", file)
    if new in papers.files:
        raise CannotBeginError("taken")
    changed: dict[str, str | None] = {file: None, new: papers.files[file]}
    if mode := mode_of(file) if shape == "mode" else None:
        changed |= _replaced(papers, OF_A_MODE, mode, called)
        for code in papers.files:
            if code.startswith(f"code/{mode}_"):
                changed |= {code: None, f"code/{called}_{code.partition('_')[2]}": papers.files[code]}
    return changed


def scenario_renamed(papers: Papers, old: str, name: str) -> dict[str, str | None]:
    """The files that change where a scenario is called otherwise."""
    called = identifier(name)
    if not called:
        raise CannotBeginError("unnamed")
    if any(called in papers.data(file) for file in of_shape("scenarios", papers.files)):
        raise CannotBeginError("taken")
    return dict(_replaced(papers, OF_A_SCENARIO, old, called))


def referring(papers: Papers, file: str) -> list[str]:
    """The files that still refer to what a file describes, where it is a mode."""
    mode = mode_of(file) if shape_of(file) == "mode" else None
    if not mode:
        return []
    code = (each for each in papers.files if each.startswith(f"code/{mode}_"))
    return [each for each in papers.documents if any(_places(papers, OF_A_MODE, each, mode))] + [*code]


def _replaced(papers: Papers, uses: Uses, old: str, new: str) -> dict[str, str | None]:
    changed: dict[str, str | None] = {}
    for file in papers.files:
        if shape_of(file) in uses:
            papers.data(file)  # which must be readable, or a use of the name might be missed
        lines = papers.files[file].split("\n")
        for line, column in sorted(set(_places(papers, uses, file, old)), reverse=True):
            text = lines[line - 1]
            start = text.index(old, column - 1)
            lines[line - 1] = f"{text[:start]}{new}{text[start + len(old) :]}"
            changed[file] = "\n".join(lines)
    return changed


def _places(papers: Papers, uses: Uses, file: str, name: str) -> Iterator[tuple[int, int]]:
    """Line and column of each use of a name in a file."""
    document = papers.documents.get(file)
    if document is None:
        return
    for pattern in uses.get(shape_of(file), ()):
        for path, value in find(document.data, *pattern):
            place = _place(document.names, document.places, path, value, name)
            if place:
                yield place


def _place(
    names: Mapping[Path, tuple[int, int]], places: Mapping[Path, tuple[int, int]], path: Path, value: Any, name: str
) -> tuple[int, int] | None:
    if value == name:
        return places.get(path)
    return names.get(path) if path[-1] == name and isinstance(value, dict) else None
