"""What could stand at a place, and what belongs there: from the schemas, and from what the lesson's files name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.authoring.place import EACH, Place, place_at
from engine.content import lookup
from engine.content.catalogue import flattened
from engine.content.document import Document
from engine.content.files import CATALOGUE, mode_of, of_shape, shape_of
from engine.content.unwritten import child, resolved
from engine.messages import Messages

MARKED = re.compile(r"(?:^|\n)[ \t]*# step (?:[\w-]+, )*([\w-]*)$")
"""In code: a mark that says which steps the lines below it perform, up to what is typed of the last."""
Schema = Mapping[str, Any]
Documents = Mapping[str, Document]


@dataclass(frozen=True)
class Option:
    """What could stand at a place."""

    label: str
    info: str = ""
    """What the schema says of it."""
    apply: str = ""
    """What is written; the label where this is empty."""


def options(file: str, before: str, documents: Documents, schemas: Mapping[str, Schema]) -> tuple[str, list[Option]]:
    """What is typed of it, and everything that could stand after a text in a file."""
    if file.endswith(".py"):
        return _in_code(file, before, documents)
    place = place_at(before)
    if place.in_text or (not place.typed and place.is_name and before.endswith(":")):
        return "", []
    names = [Option(name) for name in _names(file, place, documents)]
    schema = _at(schemas.get(shape_of(file), {}), place.path)
    if place.is_name:
        fields = schema.get("properties", {})
        return place.typed, [
            *(Option(name, each.get("description", ""), f"{name}: ") for name, each in fields.items()),
            *(Option(each.label, each.info, f"{each.label}: ") for each in names),
        ]
    values = [str(each) for each in schema.get("enum", ())]
    values += ["true", "false"] if schema.get("type") == "boolean" else []
    return place.typed, [*map(Option, values), *names]


def explanation(messages: Messages, file: str, before: str, schemas: Mapping[str, Schema]) -> str:
    """What the schema says of the field that a text in a file ends in; "" where it says nothing."""
    place = place_at(before)
    root = schemas.get(shape_of(file), {})
    path = place.path
    if place.is_name and place.typed:
        path = (*path, place.typed.rstrip(":"))
    schema = _at(root, path)
    told = str(schema.get("description", ""))
    most = schema.get("maxLength")
    return " ".join(filter(None, (told, messages("editor.most", count=most) if most else "")))


def _in_code(file: str, before: str, documents: Documents) -> tuple[str, list[Option]]:
    """The steps that a mark in the code of a mode can name."""
    marked = MARKED.search(before)
    mode = file.rpartition("/")[2].partition("_")[0]
    return (marked[1], [*map(Option, _steps(_data(documents, f"modes/{mode}.yaml")))]) if marked else ("", [])


def _at(schema: Schema, path: Iterable[str]) -> Schema:
    """The schema of what a path leads to; an empty one where it leads nowhere."""
    root = schema
    schema = resolved(root, schema)
    for part in path:
        schema = child(root, schema, lookup.EACH if part == EACH else part)
    return schema


def _names(file: str, place: Place, documents: Documents) -> list[str]:
    """The names that fit a place and that no schema knows, since they stand in the lesson's files."""
    lesson = _data(documents, "lesson.yaml")
    own = _data(documents, file)
    modes = [mode for mode in map(mode_of, documents) if mode]
    field = next((part for part in reversed(place.path) if part != EACH), "")
    if not place.is_name and field == "sources":
        return _entries("sources", documents)
    match shape_of(file), place.path, place.is_name:
        case "mode", ("sections", _, "step"), False:
            return _steps(own)
        case "model", ("modes", mode, "steps", _), False:
            return _steps(_data(documents, f"modes/{mode}.yaml"))
        case "failures", (mode, failure, *path), is_name if path:
            sequence = own.get(mode, {}).get(failure, {})
            return _of_sequence(tuple(path), is_name, sequence, lesson)
        case "mode", ("steps", *_), is_name:
            return _of_sequence(place.path, is_name, own, lesson)
        case "mode", ("sections",), True:
            return list(lesson.get("sections", {}))
        case "lesson", ("modes", _), False:
            return modes
        case "lesson", ("hunch", _) | ("compare", "workloads", _), False:
            return _entries("scenarios", documents)
        case "lesson", (_, "columns", _), False:
            return list(lesson.get("sections", {}))
        case "scenarios", (_, "choices"), True:
            return modes
        case "scenarios", (_, "facts" | "cards", _), False:
            return _facts(documents)
        case "scenarios", (_, "steady" | "tipping" | "values"), True:
            return _facts(documents)
        case "scenarios", (_, "objectives", _), False:
            return list(lesson.get("objectives", {}))
        case "scenarios", (_, "choices", mode, "guidance", "section"), False if mode in modes:
            return list(lesson.get("sections", {}))
        case "failures" | "model", () | ("modes",), True:
            return modes
        case "settings", (_, "start"), False:
            return _entries("scenarios", documents)
        case "messages", (), True:
            catalogues = of_shape(CATALOGUE, documents).values()
            return [key for each in catalogues for key in flattened(each.data)]
    return []


def _of_sequence(
    path: tuple[str, ...], is_name: bool, sequence: Mapping[str, Any], lesson: Mapping[str, Any]
) -> list[str]:
    """The names that fit a place in the steps of a mode or a failure."""
    match path, is_name:
        case (("steps", _, "from" | "to"), False) | (("steps", _, "states"), True):
            return _participants(sequence)
        case ("steps", _, "states", _), False:
            return list(lesson.get("states", {}))
        case ("steps", _, "within"), False:
            return list(sequence.get("frames", {}))
        case ("steps", _, "notes"), True:
            return list(lesson.get("annotations", {}))
    return []


def _data(documents: Documents, file: str) -> dict[str, Any]:
    found = documents.get(file)
    return found.data if found and isinstance(found.data, dict) else {}


def _entries(shape: str, documents: Documents) -> list[str]:
    return [name for each in of_shape(shape, documents).values() if isinstance(each.data, dict) for name in each.data]


def _participants(mode: Mapping[str, Any]) -> list[str]:
    found = mode.get("participants")
    return (
        [each["name"] for each in found if isinstance(each, dict) and "name" in each] if isinstance(found, list) else []
    )


def _steps(mode: Mapping[str, Any]) -> list[str]:
    found = mode.get("steps")
    return [each["id"] for each in found if isinstance(each, dict) and "id" in each] if isinstance(found, list) else []


def _facts(documents: Documents) -> list[str]:
    """The facts of the lesson's cases: those that it declares, or those of the model's workloads."""
    declared = _data(documents, "lesson.yaml").get("facts")
    if isinstance(declared, dict):
        return list(declared)
    cases = [case for each in of_shape("scenarios", documents).values() for case in each.data.values()]
    return list(dict.fromkeys(fact for case in cases if isinstance(case, dict) for fact in case.get("workload", {})))
