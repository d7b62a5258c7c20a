"""The one way from an author's files to a lesson."""

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any

import dacite

from sim.content.check import EACH, check_references, check_shape, find
from sim.content.document import Document, read
from sim.content.limits import AtLeastOne, Identifier
from sim.content.model import About, Lesson, Mode, Scenario, Source
from sim.content.problems import ContentError, Problem
from sim.content.words import Words

SHAPES: dict[str, Any] = {
    "lesson": About,
    "interface": Words,
    "scenarios": Annotated[tuple[Scenario, ...], AtLeastOne],
    "sources": Mapping[Identifier, Source],
    "mode": Mode,
}
"""The name of each schema, and the type that it describes. `modes/*.yaml` are modes; the others are named alike."""


def load(files: Mapping[str, str], schemas: Mapping[str, str]) -> Lesson:
    """The lesson in `files` (name below `content/` -> YAML text), checked against `schemas` (name -> JSON text).

    Raises `ContentError` with every problem in every file.
    """
    documents: dict[str, Document] = {}
    problems = [Problem(f"{shape}.yaml", 1, 1, shape, "the file is missing", "Restore it.")
                for shape in SHAPES if shape != "mode" and f"{shape}.yaml" not in files]
    for name, text in files.items():
        document = read(name, text)
        if isinstance(document, Document):
            documents[name] = document
            problems += _check_shape(document, schemas)
        else:
            problems += document
    problems += check_references(documents, files)
    if problems:
        raise ContentError(problems)
    return _build({name: _typeset(document.data) for name, document in documents.items()})


def listed_modes(lesson: str) -> list[str]:
    """The files of the modes that a lesson.yaml lists, whatever else may be wrong with it."""
    document = read("lesson.yaml", lesson)
    data = document.data if isinstance(document, Document) else None
    return [f"modes/{name}.yaml" for _, name in find(data, "modes", EACH)]


def _check_shape(document: Document, schemas: Mapping[str, str]) -> list[Problem]:
    schema = schemas.get(shape_of(document.file))
    if schema is None:
        return [document.problem((), "no file of this name belongs here",
                                 "Modes stand in modes/; put other notes outside content/.")]
    return check_shape(document, json.loads(schema))


def shape_of(file: str) -> str:
    """The name of the schema that a content file follows.

    >>> shape_of("modes/batch.yaml"), shape_of("lesson.yaml")
    ('mode', 'lesson')
    """
    if re.fullmatch(r"modes/[a-z][a-z0-9-]*\.yaml", file):
        return "mode"
    return file.removesuffix(".yaml") if file != "mode.yaml" else ""


def _typeset(data: Any) -> Any:
    """Data whose texts keep a number and its unit on one line."""
    match data:
        case str():
            return re.sub(r"(?<=\d) (?=(?:ms|s|min|h)\b|%)", "\N{NO-BREAK SPACE}", data)
        case list():
            return [_typeset(each) for each in data]
        case dict():
            return {_typeset(name): _typeset(each) for name, each in data.items()}
    return data


def _build(data: Mapping[str, Any]) -> Lesson:
    about = _typed(About, data["lesson.yaml"])
    return Lesson(
        about=about,
        modes={name: _typed(Mode, data[f"modes/{name}.yaml"]) for name in about.modes},
        scenarios=tuple(_typed(Scenario, each) for each in data["scenarios.yaml"]),
        sources={name: _typed(Source, each) for name, each in data["sources.yaml"].items()},
        words=_typed(Words, data["interface.yaml"]),
    )


def _typed(shape: type[Any], data: Any) -> Any:
    """Plain data as a dataclass; `from_` is `from` in a file, since Python reserves the word."""
    config = dacite.Config(cast=[tuple, float, int], convert_key=lambda field: field.rstrip("_"))
    return dacite.from_dict(shape, data, config)
