"""What the JSON Schemas say of a file, in an author's words."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from engine.content.characters import shown
from engine.content.document import Document, Path
from engine.content.lookup import close, suggestion
from engine.content.numbers import as_flag, as_number
from engine.content.problems import Problem

BUILD = ("additionalProperties", "required", "type")
"""What a schema says of how data is built; where that is wrong, rules between fields would only find consequences."""


class Shape(NamedTuple):
    """How a document meets its schema."""

    problems: list[Problem]
    sound: bool
    """Whether its fields are there and of their kinds, so that the rules between them can be asked."""


def check_shape(document: Document, schema: Mapping[str, Any]) -> Shape:
    """Every way in which a document misses its schema."""
    errors = _causes(document.data, Draft202012Validator(schema))
    return Shape(
        [problem for error in errors for problem in _problems(document, (), error)],
        not any(error.validator in BUILD or _of_name(error) for error in errors),
    )


def misfits(document: Document, at: Path, value: Any, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """Every way in which the value that stands `at` a place misses a schema."""
    for error in _causes(value, _small(schema)):
        yield from _problems(document, at, error)


_SMALL: dict[str, Draft202012Validator] = {}
"""Those of the limits that the code declares: making one takes far longer than asking it."""


def _small(schema: Mapping[str, Any]) -> Draft202012Validator:
    key = repr(schema)
    if key not in _SMALL:
        _SMALL[key] = Draft202012Validator(schema)
    return _SMALL[key]


def _causes(value: Any, validator: Draft202012Validator) -> list[ValidationError]:
    """What a schema complains of, without what follows: a value that is of no right kind misses its limits too."""
    errors = list(validator.iter_errors(value))
    of_kind = {tuple(error.absolute_path) for error in errors if error.validator == "type"}
    return [
        error
        for error in errors
        if error.validator == "type" or error.validator in BUILD or tuple(error.absolute_path) not in of_kind
    ]


def _of_name(error: ValidationError) -> bool:
    return "propertyNames" in error.relative_schema_path


def _problems(document: Document, at: Path, error: ValidationError) -> Iterator[Problem]:
    path = (*at, *error.absolute_path)
    if error.validator == "additionalProperties":
        yield from _extra_names(document, path, error)
    elif _of_name(error):
        yield _name_problem(document, path, error)
    elif error.validator == "required":
        yield from _missing(document, path, error)
    else:
        yield _value_problem(document, path, error)


def _extra_names(document: Document, at: Path, error: ValidationError) -> Iterator[Problem]:
    """Names that a group does not have, or that are not of the form that its names have."""
    schema: Any = error.schema
    instance: Any = error.instance
    known, forms = schema.get("properties", {}), schema.get("patternProperties", {})
    for name in instance:
        path = (*at, name)
        if forms and not any(re.search(form, name) for form in forms):
            yield document.problem(
                path,
                f"the name `{shown(name)}` does not have the right form",
                "Use small letters, digits and hyphens, as in `message-batches`.",
                of_name=True,
            )
        elif not forms and name not in known:
            remedy = (
                f"Did you mean `{meant}`?"
                if (meant := _meant(name, instance, schema))
                else f"Put a space after the colon: `{shown(name.replace(':', ': ', 1))}`."
                if name.partition(":")[0] in known
                else suggestion(name, known)
            )
            yield document.problem(path, f"unknown field `{shown(name)}`", remedy, of_name=True)


def _meant(name: str, instance: Mapping[str, Any], schema: Mapping[str, Any]) -> str | None:
    """The missing field that an unknown one is likely meant for."""
    return close(name, [each for each in schema.get("required", []) if each not in instance])


def _missing(document: Document, at: Path, error: ValidationError) -> Iterator[Problem]:
    """A field that is missing, unless it stands there misspelt."""
    instance: Any = error.instance
    schema: Any = error.schema
    name = next(each for each in schema["required"] if each not in instance and f"{each!r}" in error.message)
    extra = [each for each in instance if each not in schema.get("properties", {})]
    if not any(_meant(each, instance, schema) == name or each.partition(":")[0] == name for each in extra):
        yield document.problem((*at, name), f"`{name}` is missing", "Add it.")


def _name_problem(document: Document, at: Path, error: ValidationError) -> Problem:
    """A name that is not one of those that there are."""
    name: Any = error.instance
    choices: Any = error.validator_value
    return document.problem(
        (*at, name), f"`{shown(name)}` is not possible here", suggestion(str(name), choices), of_name=True
    )


def _value_problem(document: Document, path: Path, error: ValidationError) -> Problem:
    """A schema's complaint about a value in an author's words."""
    expected: Any = error.validator_value
    instance: Any = error.instance
    schema: Any = error.schema
    match error.validator:
        case "enum" | "const":
            choices = [str(choice) for choice in (expected if isinstance(expected, list) else [expected])]
            return document.problem(
                path, f"`{shown(instance)}` is not possible here", suggestion(str(instance), choices)
            )
        case "type":
            return document.problem(
                path, f"expected {_KINDS[expected]}, found {_kind(instance)}", _mend(expected, instance)
            )
        case "pattern" if re.fullmatch(r"\d{4}-\d\d-\d\d", instance):
            return document.problem(
                path,
                f"there is no day `{instance}` in the years 2000 to 2099",
                "Write the year, the month and the day, as in `2026-11-22`.",
            )
        case "pattern":
            example = schema.get("examples", ["?"])[0]
            return document.problem(
                path, f"`{shown(instance)}` does not have the right form", f"Write it like `{example}`."
            )
        case "minLength":
            return document.problem(path, "the text is empty", "Write something.")
        case "maxLength":
            over, has = len(instance) - expected, len(instance)
            return document.problem(
                path,
                f"the text is {over:,} {'character' if over == 1 else 'characters'} too long for this place",
                f"Shorten it: it has {has:,}, and {expected:,} fit.",
            )
        case "minItems" | "maxItems":
            bound = "at least" if error.validator == "minItems" else "at most"
            count = len(instance)
            return document.problem(
                path,
                f"the list has {count:,} {'entry' if count == 1 else 'entries'}",
                f"It needs {bound} {expected}." if bound == "at least" else f"It may have {bound} {expected}.",
            )
        case "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum":
            bound = {
                "minimum": "at least",
                "exclusiveMinimum": "more than",
                "maximum": "at most",
                "exclusiveMaximum": "less than",
            }[error.validator]
            return document.problem(path, f"{instance} is out of range", f"It must be {bound} {expected}.")
    return document.problem(path, "this does not fit here", "Compare it with the files beside it.")


_KINDS = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of named fields",
    "null": "nothing",
}


def _kind(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "`true` or `false`"
        case str():
            return f"the text `{shown(value)}`"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case dict():
            return "a group of named fields"
    return "something else"


def _mend(expected: str, value: Any) -> str:
    match expected, value:
        case "string", bool() | int() | float():
            return "Put it in quotation marks."
        case (("number" | "integer"), str()):
            return as_number(value)
        case "integer", float():
            return f"Write a whole number, such as {value:.0f}."
        case "boolean", str() | int() | float():
            return as_flag(str(value))
        case "array", _:
            return "Start each entry on its own line with `- `."
        case "object", str() if re.match(r"[\w-]+:\S", value):
            return f"Put a space after the colon: `{shown(value.replace(':', ': ', 1))}`."
        case "object", _:
            return "Write its fields below it, each on its own line as `name: value`."
    return "Write " + _KINDS[expected] + "."
