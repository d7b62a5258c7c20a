"""What lesson.yaml declares, and whether modes and failures keep to it: annotations, states, sections of the guidance.

It takes data of any shape: what the schema has already refused is passed over.
"""

from collections.abc import Iterator
from typing import Any

from engine.content.characters import shown
from engine.content.document import Document, Path
from engine.content.lookup import EACH, empty, find, named, twice, unknown
from engine.content.problems import Problem
from engine.vocabulary import ANNOTATIONS

NEEDED: dict[str, tuple[str, ...]] = {
    "points": ("points",),
    "text": ("text",),
    "measures": ("short", "measures"),
    "multiplier": ("multiplier", "text"),
    "weight": ("weight", "text"),
    "step": ("short", "step"),
}
"""The fields that a section has to have, by its kind."""
POSSIBLE: dict[str, tuple[str, ...]] = {
    "points": ("short", "points"),
    "text": ("short", "text", "points", "sources"),
    "measures": ("short", "text", "measures", "sources"),
    "multiplier": ("short", "multiplier", "text", "points", "sources"),
    "weight": ("short", "weight", "text", "points", "sources"),
    "step": ("short", "step"),
}
"""The fields that it may have."""
ONCE = ("measures", "multiplier", "weight")
"""The kinds of sections that a lesson has at most once, since the simulator and tables take their numbers."""


def check_declared(lesson: Document) -> Iterator[Problem]:
    """The rules of what lesson.yaml declares."""
    data = lesson.data
    for group in ("annotations", "sections", "states"):
        yield from empty(lesson, group)
    names = [name for _, name in named(data, "annotations", EACH)]
    if len(names) > ANNOTATIONS[1]:
        yield lesson.problem(
            ("annotations",), f"there are {len(names)} annotations", f"There may be at most {ANNOTATIONS[1]}."
        )
    for group in ("annotations", "states"):
        yield from twice(lesson, find(data, group, EACH, "name"), [])
    for path, fill in list(find(data, "states", EACH, "fill"))[:1]:
        if fill != "none":
            yield lesson.problem(
                path,
                "the first state is everyone's at first, and has no bar",
                "Write `none`, or put another one first.",
            )
    kinds: list[Any] = []
    for path, kind in find(data, "sections", EACH, "kind"):
        if kind in ONCE and kind in kinds:
            yield lesson.problem(path, f"a second section holds a {kind}", "Only one can; choose another kind.")
        kinds.append(kind)
    sections = data.get("sections") if isinstance(data, dict) else None
    for table in ("glance", "compare"):
        columns = list(find(data, table, "columns", EACH))
        yield from unknown(lesson, columns, "section", sections)
        yield from twice(lesson, columns, [])


def check_steps(document: Document, data: Any, lesson: Document, at: Path = ()) -> Iterator[Problem]:
    """The states and notes of the steps of a mode or a failure, which stands `at` a place in its document."""
    states = [name for _, name in named(lesson.data, "states", EACH)]
    annotations = [name for _, name in named(lesson.data, "annotations", EACH)]
    if states:
        yield from unknown(document, find(data, "steps", EACH, "states", EACH, at=at), "state", states)
    if annotations:
        yield from unknown(document, named(data, "steps", EACH, "notes", EACH, at=at), "annotation", annotations)


def check_sections(document: Document, lesson: Document) -> Iterator[Problem]:
    """The sections of a mode are those that the lesson declares, with what their kinds need."""
    declared = {path[-1]: section for path, section in find(lesson.data, "sections", EACH)}
    steps = [name for _, name in find(document.data, "steps", EACH, "id")]
    if not declared:
        return
    yield from unknown(document, named(document.data, "sections", EACH), "section", declared)
    present = {path[-1]: (path, section) for path, section in find(document.data, "sections", EACH)}
    misspelt = any(name not in declared for name in present)
    for name, declaration in declared.items():
        if name in present:
            yield from _check_section(document, *present[name], declaration)
        elif not misspelt:
            yield document.problem(
                ("sections",), f"the section `{shown(str(name))}` is missing", "Add it, or take it out of lesson.yaml."
            )
    if steps:
        yield from unknown(document, find(document.data, "sections", EACH, "step"), "step", steps)
    for _, name in find(lesson.data, "glance", "columns", EACH):
        if name in present:
            yield from _check_short(document, declared.get(name), *present[name])


def _check_section(document: Document, path: Path, section: Any, declaration: Any) -> Iterator[Problem]:
    if not isinstance(section, dict) or not isinstance(declaration, dict) or declaration.get("kind") not in NEEDED:
        return
    kind = declaration["kind"]
    for field in NEEDED[kind]:
        if field not in section:
            yield document.problem(path, f"a section of the kind `{kind}` needs `{field}`", "Add it.")
    for field in section:
        if field not in POSSIBLE[kind]:
            yield document.problem(
                (*path, field), f"a section of the kind `{kind}` has no `{field}`", "Remove it.", of_name=True
            )
    weight, heaviest = section.get("weight"), declaration.get("heaviest", 5)
    if isinstance(weight, int) and isinstance(heaviest, int) and weight > heaviest:
        yield document.problem((*path, "weight"), f"the heaviest weight is {heaviest}", f"Write at most {heaviest}.")


def _check_short(document: Document, declaration: Any, path: Path, section: Any) -> Iterator[Problem]:
    """A text that stands in the table of all modes is short."""
    kind = declaration.get("kind") if isinstance(declaration, dict) else None
    if kind in ("text", "points") and isinstance(section, dict) and "short" not in section:
        yield document.problem(path, "a table of all modes has a column for it", "Say it in a few words, as `short`.")
