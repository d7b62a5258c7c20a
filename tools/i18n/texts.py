"""What of a lesson is translated: each text whose schema says that it is free text, and the page's own messages.

A text that has a pattern, is one of some names or is `Verbatim` stays as it is. What a participant is called is
one text for the whole lesson, since steps refer to it by its name and a failure has the participants of its mode.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.content.catalogue import is_plural
from engine.content.document import Document, Path, written_path
from engine.content.files import CATALOGUE, OVERRIDES, SPLIT, shape_of

Place = tuple[str, Path]
"""A file of the lesson, and the path of a text in it."""
ORDER = (
    "lesson",
    "mode",
    "scenarios",
    "failures",
    "code",
    "settings",
    "model",
    "templates",
    "sources",
    OVERRIDES,
    CATALOGUE,
)
"""The kinds of files, those whose words learners see first being first."""
PARTICIPANT = ("participants", "name")
"""The list, and what of its entries steps refer to."""


@dataclass(frozen=True)
class Text:
    """A text to translate, wherever it stands."""

    key: str
    """Its path, with names in place of numbers; the context of its translation."""
    source: tuple[str, ...]
    """The text, or its plural forms in the order of the file."""
    is_plural: bool
    places: tuple[Place, ...]
    """More than one only for the name of a participant."""
    about: str
    """What it is for, as the schema says."""
    most: int
    """How many characters it may have."""
    shared: bool
    """Whether it is one of the page's own words, which all lessons share."""
    typed: bool = False
    """Whether it lists words that a learner may type: a translation adds to them those of its language."""


def texts(documents: Mapping[str, Document], schemas: Mapping[str, str]) -> list[Text]:
    """Everything to translate, what learners see first being first."""
    found: dict[str, Text] = {}
    for file, document in sorted(documents.items(), key=lambda named: ORDER.index(shape_of(named[0]))):
        for each in _of_file(file, document, schemas):
            same = found.get(each.key)
            found[each.key] = _joined(same, each) if same else each
    return list(found.values())


def is_participant(path: Path) -> bool:
    """Whether it is the path of what a participant is called."""
    return path[-3:-2] + path[-1:] == PARTICIPANT


def _joined(one: Text, other: Text) -> Text:
    return Text(**(vars(one) | {"places": one.places + other.places}))


def _of_file(file: str, document: Document, schemas: Mapping[str, str]) -> Iterator[Text]:
    shape = shape_of(file)
    if shape in (CATALOGUE, OVERRIDES):
        yield from _messages(file, document.data, json.loads(schemas["messages"])["properties"])
        return
    schema = json.loads(schemas[shape])
    above = shape if shape in SPLIT else written_path(file, ())
    yield from _walk(_Walk(file, schema.get("$defs", {})), schema, document.data, above, (), "")


def _messages(file: str, data: Any, known: Mapping[str, Any], path: Path = ()) -> Iterator[Text]:
    """The messages of a catalogue, in groups, or of those that a lesson says in its own words, by their whole keys."""
    key = ".".join(map(str, path))
    if isinstance(data, dict) and not is_plural(data):
        for name, each in data.items():
            yield from _messages(file, each, known, (*path, name))
    elif key in known:
        schema, forms = known[key], (data,) if isinstance(data, str) else tuple(data.values())
        most = schema["maxLength"] if schema["type"] == "string" else schema["properties"]["other"]["maxLength"]
        is_shared = shape_of(file) == CATALOGUE
        yield Text(f"messages.{key}", forms, isinstance(data, dict), ((file, path),), "", most, is_shared)


@dataclass(frozen=True)
class _Walk:
    file: str
    named: Mapping[str, Any]
    """The shapes that a schema refers to by name."""


def _walk(walk: _Walk, schema: Any, data: Any, key: str, path: Path, about: str) -> Iterator[Text]:
    """The texts in some data, next to the schema that describes it."""
    if "$ref" in schema:
        schema = walk.named[schema["$ref"].rpartition("/")[2]] | {**schema, "$ref": None}
    about = schema.get("description", about)
    if isinstance(data, str) and _is_free(schema):
        name = f"participants[{data}].name" if is_participant(path) else key
        typed = "x-typed" in schema
        most = schema["maxLength"] - (len(f", {data}") if typed else 0)
        yield Text(name, (data,), False, ((walk.file, path),), about, most, False, typed)
    elif isinstance(data, dict):
        for name, each in data.items():
            if inside := _property(schema, name):
                yield from _walk(walk, inside, each, f"{key}.{name}", (*path, name), about)
    elif isinstance(data, list):
        for index, each in enumerate(data):
            below = f"{key}[{_name(data, index)}]"
            yield from _walk(walk, schema.get("items", {}), each, below, (*path, index), about)


def _is_free(schema: Mapping[str, Any]) -> bool:
    return "maxLength" in schema and not schema.keys() & {"pattern", "enum", "const", "x-verbatim"}


def _property(schema: Mapping[str, Any], name: str) -> Any:
    """The schema of a property; None where it may hold anything."""
    others = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
    return schema.get("properties", {}).get(name) or next((each for each in others if isinstance(each, dict)), None)


def _name(items: list[Any], index: int) -> str | int:
    """By what an entry of a list is known: what it is called, where no other is called so, or else its number."""
    for field in ("id", "name"):
        names = [each.get(field) if isinstance(each, dict) else None for each in items]
        if isinstance(names[index], str) and names.count(names[index]) == 1:
            return str(names[index])
    return index
