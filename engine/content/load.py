"""The one way from an author's files to a lesson."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import dacite

from engine.content.catalogue import Divided, check_messages, divided, numerals_of
from engine.content.check import check_references
from engine.content.document import Document, misread, read
from engine.content.files import (
    CATALOGUE,
    OVERRIDES,
    check_names,
    mode_of,
    of_shape,
    shape_of,
)
from engine.content.lazy_content import LazyContent, Settings
from engine.content.lesson import About, Example, Lesson
from engine.content.limits import Identifier
from engine.content.lookup import EACH, find, named, step_names
from engine.content.mode import Mode, Source
from engine.content.problems import ContentError, Problem
from engine.content.shape import check_shape
from engine.content.unwritten import references, stood_in, waiting
from engine.features import available
from engine.features.code.content import (
    CodeSheet,
    Snippets,
    file_of,
    find_problems,
    snippets,
)
from engine.features.failures.content import AllFailures, Failure
from engine.features.practice.content import Scenario
from engine.features.practice.scoring import best
from engine.messages import Plural, no_plural
from simulator.compared import compared
from simulator.parameters import Model
from simulator.templates import Template
from simulator.wording import Wording
from simulator.workload import Workload

SHAPES: dict[str, Any] = {
    "lesson": About,
    "sources": Mapping[Identifier, Source],
    "mode": Mode,
    "scenarios": Mapping[Identifier, Scenario],
    "templates": Mapping[Identifier, Template],
    "model": Model,
    "failures": AllFailures,
    "code": CodeSheet,
    "settings": Settings,
}
"""The name of each schema, and the type that it describes; `files.py` says which file follows which."""


class Content(NamedTuple):
    """Everything in a lesson's folder."""

    lesson: Lesson
    """What the first screen needs."""
    lazy: LazyContent
    """What comes after it."""


def load(
    files: Mapping[str, str],
    schemas: Mapping[str, str],
    name: str = "",
    plural: Plural = no_plural,
    unwritten: bool = False,
) -> Content:
    """What is in `files` (name in the lesson's folder -> text), checked against `schemas` (name -> JSON text).

    `name` is what the lesson is called: its folder's name. `plural` says which plural form a number takes, for whoever
    shows the page. Raises `ContentError` with every problem in every file; with `unwritten`, places that still
    need words are none, and show that they need them.
    """
    return build(sound_documents(files, schemas, unwritten), files, schemas, name, plural)


def sound_documents(
    files: Mapping[str, str], schemas: Mapping[str, str], unwritten: bool = False
) -> dict[str, Document]:
    """The documents in some files. Raises `ContentError` with every problem in every file.

    `unwritten` lets places that still need words be: something stands in for them.
    """
    problems = list(check_names(files))
    documents: dict[str, Document] = {}
    for file, text in files.items():
        found = read(file, text) if shape_of(file) else misread(file, text)
        if isinstance(found, Document):
            documents[file] = found
        else:
            problems += found
    problems += check(documents, files, schemas)
    if unwritten:
        problems = [each for each in problems if not each.unwritten]
        documents, _ = stand_ins(documents, schemas)
    if problems:
        raise ContentError(problems)
    return documents


def check(documents: Mapping[str, Document], files: Mapping[str, str], schemas: Mapping[str, str]) -> list[Problem]:
    """Every mistake in documents that could be read: in their shapes, and between those whose shapes are sound."""
    documents, places = stand_ins(documents, schemas)
    shapes = {
        name: check_shape(document, json.loads(schemas[shape_of(name)]))
        for name, document in documents.items()
        if shape_of(name) not in (CATALOGUE, OVERRIDES)
    }
    sound = {name: documents[name] for name, shape in shapes.items() if shape.sound}
    return [
        *places,
        *(problem for shape in shapes.values() for problem in shape.problems),
        *waiting(check_references(sound, files), places),
        *check_code(sound, files),
        *check_messages(documents, files, schemas["messages"]),
    ]


def stand_ins(
    documents: Mapping[str, Document], schemas: Mapping[str, str]
) -> tuple[dict[str, Document], list[Problem]]:
    """The documents with something in each place that still needs words, and these places."""
    names = references(documents)
    found = {
        name: stood_in(document, json.loads(schemas[shape_of(name)]) if shape_of(name) in SHAPES else {}, names)
        for name, document in documents.items()
    }
    return (
        {name: document for name, (document, _) in found.items()},
        [place for _, places in found.values() for place in places],
    )


def build(
    documents: Mapping[str, Document],
    files: Mapping[str, str],
    schemas: Mapping[str, str],
    name: str = "",
    plural: Plural = no_plural,
) -> Content:
    """What documents without a mistake, and the code beside them, make together."""
    data = {file: _typeset(document.data) for file, document in documents.items()}
    language = data["lesson.yaml"]["language"]
    own = divided(language, data, plural, numerals_of(language, schemas["messages"]))
    return _build(data, files, name, own)


def named_files(files: Mapping[str, str]) -> list[str]:
    """The files of the modes that lesson.yaml lists and of the code that code.yaml tells of, whatever else is wrong."""
    texts = {name: files.get(name, "") for name in ("lesson.yaml", "code.yaml")}
    documents = [None if misread(name, text) else read(name, text) for name, text in texts.items()]
    lesson, sheet = (each.data if isinstance(each, Document) else None for each in documents)
    vendors = [name for _, name in named(sheet, "vendors", EACH)]
    return [
        *(f"modes/{name}.yaml" for _, name in find(lesson, "modes", EACH)),
        *(file_of(mode, vendor) for _, mode in named(sheet, "remarks", EACH) for vendor in vendors),
    ]


def _typeset(data: Any) -> Any:
    """Data whose texts keep a number and its unit on one line."""
    match data:
        case str():
            return re.sub(r"(?<=[\d}]) (?=(?:ms|s|min|h)\b|%)", "\N{NO-BREAK SPACE}", data)
        case list():
            return [_typeset(each) for each in data]
        case dict():
            return {_typeset(name): _typeset(each) for name, each in data.items()}
    return data


def check_code(documents: Mapping[str, Document], files: Mapping[str, str]) -> list[Problem]:
    """The mistakes in the code; that of a mode whose own file is missing or cannot be read is not blamed for it."""
    if "code.yaml" not in documents:
        return []
    sheet, lesson = documents["code.yaml"], documents.get("lesson.yaml")
    listed = [name for _, name in find(lesson.data if lesson else None, "modes", EACH) if isinstance(name, str)]
    there = [mode for mode in map(mode_of, files) if mode]
    steps = {mode: step_names(documents.get(f"modes/{mode}.yaml")) for mode in (*listed, *there)}
    return find_problems(sheet.data, files, steps, sheet.problem)


def _build(data: Mapping[str, Any], files: Mapping[str, str], name: str, own: Divided) -> Content:
    about = _typed(About, data["lesson.yaml"])
    scenarios = {name: _typed(Scenario, each) for name, each in _together("scenarios", data)}
    modes = {mode: _typed(Mode, data[f"modes/{mode}.yaml"]) for mode in about.modes}
    model = _optional(Model, data, "model.yaml")
    lesson = Lesson(
        name=name,
        about=about,
        modes=modes,
        examples=tuple(
            Example(each.title, each.situation, best(each), each.because, each.why)
            for each in scenarios.values()
            if each.seed
        ),
        sources={name: _typed(Source, each) for name, each in _together("sources", data)},
        features=available({shape_of(name) for name in data}),
        messages=own.first,
        compared=compared(modes, model, _compared_for(about, scenarios), Wording(own.later)) if model else (),
    )
    steps = {mode: [step.id for step in each.steps] for mode, each in lesson.modes.items()}
    sheet = _optional(CodeSheet, data, "code.yaml")
    return Content(
        lesson,
        LazyContent(
            scenarios=scenarios,
            templates={name: _typed(Template, each) for name, each in _together("templates", data)},
            model=model,
            failures={
                mode: {name: _typed(Failure, each) for name, each in failures.items()}
                for mode, failures in _together("failures", data)
            },
            snippets=snippets(sheet, files, steps) if sheet else Snippets({}, {}),
            words=_optional(Settings, data, "settings.yaml"),
            messages=own.later,
        ),
    )


def _compared_for(about: About, scenarios: Mapping[str, Scenario]) -> list[tuple[str, str, Workload]]:
    """Name, title and workload of what Compare compares the modes for."""
    names = about.compare.workloads if about.compare else ()
    found = [(name, scenarios[name]) for name in names if name in scenarios]
    return [(name, each.title, each.workload) for name, each in found if each.workload]


def _together(shape: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Name and value of every entry of a kind, whichever files they stand in."""
    return (entry for entries in of_shape(shape, data).values() for entry in entries.items())


def _optional(shape: type[Any], data: Mapping[str, Any], file: str) -> Any:
    """A file as a dataclass; None where the lesson has no such file."""
    return _typed(shape, data[file]) if file in data else None


def _typed(shape: type[Any], data: Any) -> Any:
    """Plain data as a dataclass; `from_` is `from` in a file, since Python reserves the word."""
    config = dacite.Config(cast=[tuple, float, int], convert_key=lambda field: field.rstrip("_"))
    return dacite.from_dict(shape, data, config)
