"""What a file must be: the JSON Schema says which fields there are, the rules below what refers to what."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from sim.content.document import Document, Path
from sim.content.problems import Problem

EACH = object()
"""In a pattern for `find`: every item of a list, or every value of a mapping."""


def check_shape(document: Document, schema: Mapping[str, Any]) -> list[Problem]:
    """Every way in which a document misses its schema."""
    problems: list[Problem] = []
    for error in Draft202012Validator(schema).iter_errors(document.data):
        if error.validator == "additionalProperties":
            problems += _extra_names(document, error)
        else:
            problems.append(_shape_problem(document, error))
    return problems


def check_references(documents: Mapping[str, Document], files: Iterable[str]) -> list[Problem]:
    """Every name that refers to nothing and every rule broken between fields; `files` also has the unreadable ones.

    It takes documents of any shape: what the schema has already refused is passed over.
    """
    modes = [name.removeprefix("modes/").removesuffix(".yaml") for name in files if name.startswith("modes/")]
    sources = documents["sources.yaml"].data if "sources.yaml" in documents else None
    lesson = documents["lesson.yaml"].data if "lesson.yaml" in documents else None
    listed = [name for _, name in find(lesson, "modes", EACH)] or modes
    problems: list[Problem] = []
    names: list[Any] = []
    for file, document in documents.items():
        if isinstance(sources, dict):
            problems += _unknown(document, _citations(document.data), "source", sources)
        if file.startswith("modes/"):
            problems += _check_mode(document)
            problems += _twice(document, find(document.data, "name"), names)
        elif file == "lesson.yaml":
            problems += _unknown(document, find(document.data, "modes", EACH), "mode", modes)
            problems += _twice(document, find(document.data, "modes", EACH), [])
            problems += _twice(document, find(document.data, "annotations", EACH), [])
        elif file == "scenarios.yaml":
            problems += _unknown(document, find(document.data, EACH, "best"), "mode", listed)
    return problems


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


def _check_mode(document: Document) -> Iterator[Problem]:
    data = document.data
    participants = [name for _, name in find(data, "participants", EACH, "name")]
    frames = [path[-1] for path, _ in find(data, "frames", EACH)]
    used = [name for _, name in find(data, "steps", EACH, "within")]
    if participants:
        named = [*find(data, "steps", EACH, "from"), *find(data, "steps", EACH, "to"),
                 *((path, path[-1]) for path, _ in find(data, "steps", EACH, "states", EACH))]
        yield from _unknown(document, named, "participant", participants)
    yield from _twice(document, find(data, "participants", EACH, "name"), [])
    yield from _unknown(document, find(data, "steps", EACH, "within"), "frame", frames)
    for name in [name for name in frames if name not in used]:
        yield document.problem(("frames", name), f"no step is within the frame `{name}`", "Use it or remove it.",
                               of_name=True)
    yield from _check_steps(document)
    for path, measure in find(data, "measures", EACH):
        yield from _check_order(document, path, measure)


def _check_steps(document: Document) -> Iterator[Problem]:
    left_frames: list[Any] = []
    last = None
    for path, step in find(document.data, "steps", EACH):
        if not isinstance(step, dict):
            continue
        if step.get("kind") == "work" and "to" in step:
            yield document.problem((*path, "to"), "work has nobody it goes to", "Remove `to`, or change the kind.")
        if step.get("kind") in ("request", "reply", "notification", "data") and "to" not in step:
            yield document.problem(path, f"a {step['kind']} has nobody it goes to",
                                   "Add `to`, or make it work by `kind: work`.")
        if "to" in step and step.get("to") == step.get("from"):
            yield document.problem((*path, "to"), "a message goes to whom it comes from", "Make it `kind: work`.")
        frame = step.get("within")
        if frame != last:
            left_frames.append(last)
        if frame is not None and frame in left_frames:
            yield document.problem((*path, "within"), f"the frame `{frame}` was already left above",
                                   "Put its steps next to each other.")
        last = frame


def _check_order(document: Document, path: Path, measure: Any) -> Iterator[Problem]:
    if not isinstance(measure, dict):
        return
    for less, more in (("median", "p95"), ("p95", "p99")):
        low, high = measure.get(less), measure.get(more)
        if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
            yield document.problem((*path, more), f"`{more}` is less than `{less}`",
                                   "A later percentile is never shorter: correct one of them.")


def _citations(data: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every source that is named anywhere below `sources:`."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if key == "sources" and isinstance(value, list):
            yield from find(value, EACH, at=(*at, key))
        else:
            yield from _citations(value, (*at, key))


def _unknown(document: Document, uses: Iterable[tuple[Path, Any]], what: str, known: Any) -> Iterator[Problem]:
    names = [name for name in known if isinstance(name, str)] if isinstance(known, list | dict) else []
    for path, name in uses:
        if isinstance(name, str) and name not in names:
            yield document.problem(path, f"unknown {what} `{name}`", _suggestion(name, names))


def _twice(document: Document, uses: Iterable[tuple[Path, Any]], seen: list[Any]) -> Iterator[Problem]:
    for path, name in uses:
        if name in seen:
            yield document.problem(path, f"`{name}` stands here a second time", "Each must be different.")
        seen.append(name)


def _suggestion(name: str, known: Iterable[str]) -> str:
    known = list(known)
    close = difflib.get_close_matches(name, known, 1, 0.6)
    if close:
        return f"Did you mean `{close[0]}`?"
    if not known:
        return "Define it first."
    return "Use one of " + ", ".join(f"`{each}`" for each in known[:8]) + (", …" if len(known) > 8 else ".")


def _extra_names(document: Document, error: ValidationError) -> Iterator[Problem]:
    """Names that a group does not have, or that are not of the form that its names have."""
    schema: Any = error.schema
    instance: Any = error.instance
    known, forms = schema.get("properties", {}), schema.get("patternProperties", {})
    for name in instance:
        path: Path = (*error.absolute_path, name)
        if forms and not any(re.search(form, name) for form in forms):
            yield document.problem(path, f"the name `{name}` has not the right form",
                                   "Use small letters, digits and hyphens, as in `message-batches`.", of_name=True)
        elif not forms and name not in known:
            yield document.problem(path, f"unknown field `{name}`", _suggestion(name, known), of_name=True)


def _shape_problem(document: Document, error: ValidationError) -> Problem:
    """A schema's complaint in an author's words."""
    path: Path = tuple(error.absolute_path)
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
                                    _suggestion(str(instance), choices))
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
