"""Places that still need words: how a text marks one, and what stands there until it is written.

A new mode, scenario, source or failure begins as a skeleton (`engine.authoring.skeletons`), in which every place that
an author has still to fill says what belongs there. Such a place is reported as what it is, and not as a mistake. An
author sees the lesson with all of them; a build refuses to make one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from engine.content.document import Document, Path
from engine.content.lookup import EACH, find, named
from engine.content.problems import Problem
from simulator.workload import FACTS

MARK = "TODO"
"""What the text of a place begins with that still needs words."""

Schema = Mapping[str, Any]


def marked(meant: str) -> str:
    """The text of a place that still needs words, which says what is meant there."""
    return f"{MARK} {meant}"


def is_unwritten(value: Any) -> bool:
    """Whether a value is the mark of a place that still needs words.

    >>> is_unwritten("TODO The mode in one sentence."), is_unwritten("TODOs are for later.")
    (True, False)
    """
    return isinstance(value, str) and (value == MARK or value.startswith((f"{MARK} ", f"{MARK}:")))


def told(file: str, line: int, column: int, path: str, text: str) -> Problem:
    """What is said of a place that still needs words."""
    meant = text.removeprefix(MARK).strip(" :\n") or "Write what belongs here."
    return Problem(file, line, column, path, "this place still needs words", meant, unwritten=True)


def stood_in(document: Document, schema: Schema, names: Mapping[str, str]) -> tuple[Document, list[Problem]]:
    """A document with something that its schema allows in each place that needs words, and what is said of these.

    `names` are what may stand in for a name that refers to something, by the field.
    """
    places: list[Problem] = []

    def filled(data: Any, of: Schema, path: Path) -> Any:
        if is_unwritten(data):
            line, column = document.places.get(path, (1, 1))
            places.append(told(document.file, line, column, document.problem(path, "", "").path, data))
            return _stand_in(data, of, names.get(next((str(part) for part in reversed(path) if part in names), ""), ""))
        if isinstance(data, dict):
            return {name: filled(each, child(schema, of, name), (*path, name)) for name, each in data.items()}
        if isinstance(data, list):
            return [filled(each, child(schema, of, EACH), (*path, index)) for index, each in enumerate(data)]
        return data

    data = filled(document.data, resolved(schema, schema), ())
    return (replace(document, data=data), places) if places else (document, [])


def _stand_in(text: str, schema: Schema, name: str) -> Any:
    """What is allowed in a place: a text that shows its mark, a name, the first of some choices, a number."""
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "number" | "integer":
            return min(max(1, schema.get("minimum", 0)), schema.get("maximum", 1))
        case "boolean":
            return False
        case "string" if "pattern" in schema:
            return name or schema.get("examples", [text])[0]
    return text[: schema.get("maxLength", len(text))].rstrip()


def references(documents: Mapping[str, Document]) -> dict[str, str]:
    """What may stand in for a name that refers to what a lesson declares, by the field that holds it."""
    lesson = documents.get("lesson.yaml")
    data = lesson.data if lesson else None
    facts = [name for _, name in named(data, "facts", EACH)] or [*FACTS]
    kinds = {path[1]: kind for path, kind in find(data, "sections", EACH, "kind")}
    sections = sorted(kinds, key=lambda name: kinds[name] != "points")
    objectives = [name for _, name in named(data, "objectives", EACH)]
    firsts = {"objectives": objectives, "facts": facts, "section": sections}
    return {field: str(first[0]) for field, first in firsts.items() if first}


def waiting(problems: Iterable[Problem], places: Iterable[Problem]) -> Iterator[Problem]:
    """The problems but for those of a place that needs words, or of a group that has one and is not whole yet."""
    needing = [(each.file, each.path) for each in places]
    for problem in problems:
        if not any(problem.file == file and _holds(problem.path, path) for file, path in needing):
            yield problem


def _holds(group: str, path: str) -> bool:
    return path == group or path.startswith((f"{group}.", f"{group}["))


def child(root: Schema, schema: Schema, name: Any) -> Schema:
    """The schema of what has a name in a group, or, for `EACH`, of what is in a list; empty where it says nothing."""
    if name is EACH:
        inner: Any = schema.get("items")
    else:
        inner = schema.get("properties", {}).get(name) or next(iter(schema.get("patternProperties", {}).values()), None)
        inner = inner or schema.get("additionalProperties")
    return resolved(root, inner) if isinstance(inner, dict) else {}


def resolved(root: Schema, schema: Schema) -> Schema:
    """A schema with what it refers to; of several, the first that is something."""
    told_here = {name: schema[name] for name in ("description",) if name in schema}
    while True:
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
        elif "anyOf" in schema:
            schema = next((each for each in schema["anyOf"] if each.get("type") != "null"), {})
        else:
            return {**schema, **told_here}
