"""A lesson's documents in another language: text by text, each where its translation is of the present words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from babel.messages.catalog import Catalog, Message

from engine.content.catalogue import is_plural
from engine.content.document import Document, Path, check_text, written_path
from engine.content.files import CATALOGUE, OVERRIDES, language_of, shape_of
from engine.content.load import check
from engine.content.problems import Problem
from tools.i18n.forms import by_category
from tools.i18n.po import strings_of
from tools.i18n.texts import Text, is_participant, texts
from tools.plurals import categories, numerals

Words = str | dict[str, str]
"""A translated text, or its forms by plural category."""
SHARED_FOLDER = "messages/"


@dataclass(frozen=True)
class Progress:
    """How far a translation is."""

    total: int
    done: int
    stale: int
    """What was translated from words that have changed since, or that a translator marked as unsure."""

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return 100 * self.done // self.total if self.total else 100


@dataclass(frozen=True)
class Translated:
    """The documents of a lesson in a language, and what is to be said of the translation."""

    documents: dict[str, Document]
    schemas: Mapping[str, str]
    """Those that the documents follow: that of messages knows the language."""
    problems: tuple[Problem, ...]
    own: Progress
    """Of the lesson's own words."""
    shared: Progress
    """Of the page's words, which all lessons share."""


def file_name(language: str) -> str:
    """Where in a lesson's folder a translation is; that of the page's words is so in the folder `messages`."""
    return f"i18n/{language}.po"


def in_one_language(documents: Mapping[str, Document]) -> dict[str, Document]:
    """Documents without the catalogues of other languages than the lesson's."""
    source = documents["lesson.yaml"].data["language"]
    return {file: each for file, each in documents.items() if language_of(file) in ("", source)}


def translated(
    documents: Mapping[str, Document], schemas: Mapping[str, str], language: str, own: Catalog, shared: Catalog
) -> Translated:
    """Documents without a mistake, in another language.

    `own` are the translations of the lesson, `shared` those of the page's words, which are not asked for where the page
    has a catalogue in the language, of a lesson that was written in it. Whatever is missing or stale is left
    in the author's language, and so is a translation that breaks a rule of the content, which is then a problem.
    """
    catalogue = documents.get(f"{SHARED_FOLDER}{language}.yaml")
    documents = in_one_language(documents)
    wanted = [each for each in texts(documents, schemas) if not (catalogue and each.shared)]
    entries = {True: _by_key(shared), False: _by_key(own)}
    found = {text: entry for text in wanted if (entry := entries[text.shared].get(text.key))}
    expressions = {True: shared.plural_expr, False: own.plural_expr}
    said = {
        text: _words(entry, language, expressions[text.shared])
        for text, entry in found.items()
        if _is_current(text, entry)
    }
    schemas = {**schemas, "messages": _with_forms_of(language, schemas["messages"])}
    problems: list[Problem] = []
    while True:
        made = _applied(documents, said, language) | ({catalogue.file: catalogue} if catalogue else {})
        blamed = _blamed(_wrong(made, schemas, said, language), said, language) if said else {}
        for text, problem in blamed.items():
            del said[text]
            problems.append(_at_entry(problem, text, found[text], language))
        if not blamed:
            break
    progress = [_progress([text for text in wanted if text.shared is of_all], found, said) for of_all in (False, True)]
    return Translated(made, schemas, tuple(sorted(problems)), *progress)


def _by_key(catalog: Catalog) -> dict[str, Message]:
    return {str(entry.context): entry for entry in catalog if entry.id}


def _is_current(text: Text, entry: Message) -> bool:
    """Whether an entry is the whole translation of a text as it now is."""
    sources = (text.source[0], text.source[-1]) if text.is_plural else text.source[0]
    return entry.id == sources and not entry.fuzzy and all(strings_of(entry))


def _words(entry: Message, language: str, expression: str) -> Words:
    strings = strings_of(entry)
    return by_category(strings, language, expression) if entry.pluralizable else strings[0]


def _with_forms_of(language: str, schema: str) -> str:
    """The schema of messages, which also knows the plural forms of a language."""
    contract = json.loads(schema)
    contract["x-categories"][language] = categories(language)
    contract["x-numerals"][language] = numerals(language)
    return json.dumps(contract)


def _applied(documents: Mapping[str, Document], said: Mapping[Text, Words], language: str) -> dict[str, Document]:
    """Documents with the texts that are translated; plural forms that a text does not have are its general one."""
    made = {file: replace(each, data=deepcopy(each.data)) for file, each in documents.items()}
    for text, words in said.items():
        for file, path in text.places:
            _put(made[file].data, path, f"{words}; {text.source[0]}" if text.typed else words)
            if is_participant(path):
                _rename(_at(made[file].data, path[:-3]), text.source[0], words)
    made["lesson.yaml"].data["language"] = language
    for file in (each for each in documents if shape_of(each) in (CATALOGUE, OVERRIDES)):
        document = made.pop(file)
        name = _file_in(file, language)
        made[name] = replace(document, file=name, data=_with_all_forms(document.data, categories(language)))
    return made


def _file_in(file: str, language: str) -> str:
    return f"{SHARED_FOLDER}{language}.yaml" if shape_of(file) == CATALOGUE else file


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _put(data: Any, path: Path, words: Words) -> None:
    _at(data, path[:-1])[path[-1]] = words


def _rename(sequence: Any, name: str, words: Words) -> None:
    """Call a participant otherwise wherever steps refer to it."""
    for step in sequence["steps"]:
        step.update({end: words for end in ("from", "to") if step.get(end) == name})
        if "states" in step:
            step["states"] = {words if each == name else each: state for each, state in step["states"].items()}


def _with_all_forms(data: Any, wanted: list[str]) -> Any:
    if is_plural(data):
        return {category: data.get(category, data["other"]) for category in wanted}
    return {name: _with_all_forms(each, wanted) for name, each in data.items()} if isinstance(data, dict) else data


def _wrong(
    made: Mapping[str, Document], schemas: Mapping[str, str], said: Mapping[Text, Words], language: str
) -> list[Problem]:
    """What a page would refuse of translated documents."""
    problems = check(made, dict.fromkeys(made, ""), schemas)
    for text, words in said.items():
        file, path = text.places[0]
        for each in words.values() if isinstance(words, dict) else [words]:
            problems += check_text(made[_file_in(file, language)], path, each)
    return problems


def _blamed(problems: Iterable[Problem], said: Mapping[Text, Words], language: str) -> dict[Text, Problem]:
    """The texts that break a rule, each with its first problem; all of a file where none can be told."""
    where = {
        (name := _file_in(file, language), written_path(name, path)): text
        for text in said
        for file, path in text.places
    }
    blamed: dict[Text, Problem] = {}
    for problem in problems:
        path = problem.path
        while path and (problem.file, path) not in where:
            path = path.rpartition(".")[0]
        culprits = (
            [where[problem.file, path]] if path else [text for (file, _), text in where.items() if file == problem.file]
        )
        for text in culprits:
            blamed.setdefault(text, problem)
    return blamed


def _at_entry(problem: Problem, text: Text, entry: Message, language: str) -> Problem:
    """A problem of a translated text, at its entry in the file of the translation."""
    file = (SHARED_FOLDER if text.shared else "") + file_name(language)
    return replace(problem, file=file, line=entry.lineno or 1, column=1, path=text.key)


def _progress(wanted: list[Text], found: Mapping[Text, Message], said: Mapping[Text, Words]) -> Progress:
    stale = [
        each for each in wanted if each in found and any(strings_of(found[each])) and not _is_current(each, found[each])
    ]
    return Progress(len(wanted), sum(each in said for each in wanted), len(stale))
