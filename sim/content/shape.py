"""What the JSON Schemas say of a file, in an author's words."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from sim.content.document import Document, Path
from sim.content.lookup import suggestion
from sim.content.problems import Problem


def check_shape(document: Document, schema: Mapping[str, Any]) -> list[Problem]:
    """Every way in which a document misses its schema."""
    return list(misfits(document, (), document.data, schema))


def misfits(document: Document, at: Path, value: Any, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """Every way in which the value that stands `at` a place misses a schema."""
    for error in Draft202012Validator(schema).iter_errors(value):
        path = (*at, *error.absolute_path)
        if error.validator == "additionalProperties":
            yield from _extra_names(document, path, error)
        elif "propertyNames" in error.relative_schema_path:
            yield _name_problem(document, path, error)
        else:
            yield _shape_problem(document, path, error)


def _extra_names(document: Document, at: Path, error: ValidationError) -> Iterator[Problem]:
    """Names that a group does not have, or that are not of the form that its names have."""
    schema: Any = error.schema
    instance: Any = error.instance
    known, forms = schema.get("properties", {}), schema.get("patternProperties", {})
    for name in instance:
        path = (*at, name)
        if forms and not any(re.search(form, name) for form in forms):
            yield document.problem(path, f"the name `{name}` has not the right form",
                                   "Use small letters, digits and hyphens, as in `message-batches`.", of_name=True)
        elif not forms and name not in known:
            yield document.problem(path, f"unknown field `{name}`", suggestion(name, known), of_name=True)


def _name_problem(document: Document, at: Path, error: ValidationError) -> Problem:
    """A name that is not one of those that there are."""
    name: Any = error.instance
    choices: Any = error.validator_value
    return document.problem((*at, name), f"`{name}` is not possible here", suggestion(str(name), choices), of_name=True)


def _shape_problem(document: Document, path: Path, error: ValidationError) -> Problem:
    """A schema's complaint in an author's words."""
    expected: Any = error.validator_value
    instance: Any = error.instance
    schema: Any = error.schema
    match error.validator:
        case "required":
            missing = next(name for name in expected if name not in instance
                           and f"{name!r}" in error.message)
            return document.problem((*path, missing), f"`{missing}` is missing", "Add it.")
        case "enum" | "const":
            choices = [str(choice) for choice in (expected if isinstance(expected, list) else [expected])]
            return document.problem(path, f"`{instance}` is not possible here",
                                    suggestion(str(instance), choices))
        case "type":
            return document.problem(path, f"{_kind(instance)} stands where {_KINDS[expected]} belongs",
                                    _mend(expected, instance))
        case "pattern":
            example = schema.get("examples", ["?"])[0]
            return document.problem(path, f"`{instance}` has not the right form", f"Write it like `{example}`.")
        case "minLength":
            return document.problem(path, "the text is empty", "Write something.")
        case "maxLength":
            return document.problem(path, f"the text has {len(instance)} characters",
                                    f"Shorten it to {expected}, so that it fits.")
        case "minItems" | "maxItems":
            bound = "at least" if error.validator == "minItems" else "at most"
            return document.problem(path, f"the list has {len(instance)} entries",
                                    f"It needs {bound} {expected}.")
        case "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum":
            bound = {"minimum": "at least", "exclusiveMinimum": "more than",
                     "maximum": "at most", "exclusiveMaximum": "less than"}[error.validator]
            return document.problem(path, f"{instance} is out of range", f"It must be {bound} {expected}.")
    return document.problem(path, error.message, "Compare it with the files beside it.")


_KINDS = {"string": "text", "number": "a number", "integer": "a whole number", "boolean": "true or false",
          "array": "a list", "object": "a group of named fields", "null": "nothing"}


def _kind(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "`true` or `false`"
        case str():
            return "text"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case dict():
            return "a group of named fields"
    return "something else"


def _mend(expected: str, value: Any) -> str:
    if expected == "string" and not isinstance(value, list | dict | None):
        return "Put it in quotation marks."
    if expected == "array":
        return "Start each entry on its own line with `- `."
    return "Write " + _KINDS[expected] + "."
