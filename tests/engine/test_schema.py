"""The schemas that editors use, and the typed model: one source."""

import dataclasses
import json
import subprocess
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from engine.content.load import SHAPES
from tools.content import CONTENT
from tools.schema import schemas as made_schemas

ROOTS = {shape.__name__: name for name, shape in SHAPES.items() if isinstance(shape, type)}
"""Classes that are a whole file, and the schemas that describe it."""

MADE = {
    *("Lesson", "LazyContent", "Example", "Compared", "Outcome", "Snippets", "Snippet", "CodeLine", "Quantity"),
    *("Declared", "MeasuredWorkload", "PlacedStep", "InLanguage"),
}
"""Classes beside those that no author writes: they are made of what authors write, or say how it is read."""


def described_by(shape: Any) -> Iterator[type[Any]]:
    """The dataclasses that a shape is made of."""
    if dataclasses.is_dataclass(shape) and isinstance(shape, type):
        yield shape
        for hint in get_type_hints(shape, include_extras=True).values():
            yield from described_by(hint)
    for inner in get_args(shape):
        yield from described_by(inner)


MODULES = {kind.__module__ for shape in SHAPES.values() for kind in described_by(shape)}
"""The modules that say what content looks like."""
CLASSES: dict[str, type[Any]] = {
    name: kind
    for module in sorted(MODULES)
    for name, kind in vars(import_module(module)).items()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == module and name not in MADE
}


@pytest.fixture(scope="module")
def described(schemas: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What the published schemas say of each class of the model."""
    parsed = {name: json.loads(text) for name, text in schemas.items()}
    definitions = {name: each for schema in parsed.values() for name, each in schema.get("$defs", {}).items()}
    return definitions | {name: parsed[file] for name, file in ROOTS.items()}


def test_the_kept_schemas_are_those_that_the_model_makes() -> None:
    kept = {file.name.partition(".")[0]: file.read_text(encoding="utf-8") for file in (CONTENT / "schema").iterdir()}
    assert kept == made_schemas(), "run python -m tools.schema"


@pytest.mark.parametrize("name", SHAPES)
def test_each_schema_is_valid_draft_2020_12(name: str, schemas: Mapping[str, str]) -> None:
    schema = json.loads(schemas[name])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_the_schemas_describe_every_class_of_the_model_and_no_other(described: Mapping[str, Any]) -> None:
    assert set(described) == set(CLASSES)


@pytest.mark.parametrize("name", CLASSES)
def test_each_class_has_the_fields_that_its_schema_has(name: str, described: Mapping[str, Any]) -> None:
    assert set(described[name]["properties"]) == {field.name.rstrip("_") for field in dataclasses.fields(CLASSES[name])}


@pytest.mark.parametrize("name", CLASSES)
def test_a_field_may_be_left_out_where_it_has_a_default_and_nowhere_else(
    name: str, described: Mapping[str, Any]
) -> None:
    assert set(described[name].get("required", [])) == {
        field.name.rstrip("_")
        for field in dataclasses.fields(CLASSES[name])
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }


@pytest.mark.parametrize("name", CLASSES)
def test_no_object_has_fields_that_the_model_does_not_know(name: str, described: Mapping[str, Any]) -> None:
    assert described[name]["additionalProperties"] is False


@pytest.mark.parametrize("name", CLASSES)
def test_an_editor_shows_help_for_every_field(name: str, described: Mapping[str, Any]) -> None:
    fields = described[name]["properties"].values()
    kinds = [described[field["$ref"].rpartition("/")[2]] if "$ref" in field else {} for field in fields]
    assert all(field.get("description") or kind.get("description") for field, kind in zip(fields, kinds, strict=True))


def patterns(schema: Any) -> Iterator[str]:
    """Every regular expression in a schema."""
    if isinstance(schema, dict):
        yield from (text for name, text in schema.items() if name == "pattern" and isinstance(text, str))
        yield from schema.get("patternProperties", {})
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from patterns(each)


def test_each_pattern_is_one_that_editors_can_read(schemas: Mapping[str, str]) -> None:
    found = sorted({pattern for text in schemas.values() for pattern in patterns(json.loads(text))})
    assert found
    script = 'for (const each of JSON.parse(process.argv[1])) new RegExp(each, "u")'
    subprocess.run(["node", "-e", script, json.dumps(found)], check=True, capture_output=True)
