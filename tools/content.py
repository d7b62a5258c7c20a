"""The author's files on disk: below `content/` a folder for each lesson, and what all of them share."""

import json
from collections.abc import Iterator
from dataclasses import replace
from os.path import isfile
from pathlib import Path
from typing import Annotated, NamedTuple

from babel.messages.catalog import Catalog

from engine.content.document import CLOSED, LARGEST_FILE, Document, read
from engine.content.limits import AtLeastOne, Identifier
from engine.content.load import SHAPES, Content, build, load, sound_documents
from engine.content.lookup import EACH, close, find, twice
from engine.content.problems import ContentError, Problem
from engine.content.shape import check_shape
from tools.i18n.po import read as read_translation
from tools.i18n.translation import Translated, file_name, translated
from tools.message_schema import message_schema
from tools.plurals import is_language, plural

CONTENT = Path("content")
LIST = "lessons.yaml"
SHARED_MESSAGES = CONTENT / "messages"
"""The page's own words, which all lessons share."""
Lessons = Annotated[tuple[Identifier, ...], AtLeastOne]
"""The shape of the list: the names of folders, the first of which is at the front of the site."""
SHARED = ("schema", "messages")
"""Folders beside those of the lessons that belong to all."""
TAKEN = (*SHARED, "assets", "content")
"""Names that mean something else in `content/` or on the site."""
BOOK = "book.yaml"
"""What a book's catalogue says of a lesson; no learner's page needs it, so it is no part of the lesson's content."""


def lessons(content: Path = CONTENT) -> list[str]:
    """The names of all lessons, in order. Raises `ContentError` where the list and the folders do not agree."""
    text = _text(content / LIST)
    if text is None:
        raise ContentError([Problem(LIST, 1, 1, "lessons", "the file is missing", "Restore it.")])
    document = read(LIST, text)
    if not isinstance(document, Document):
        raise ContentError(document)
    schema = json.loads((CONTENT / "schema" / "lessons.schema.json").read_text(encoding="utf-8"))
    if problems := check_shape(document, schema).problems or list(_disagreements(document, content)):
        raise ContentError(problems)
    names: list[str] = document.data
    return names


def load_lesson(lesson: str, content: Path = CONTENT) -> Content:
    """A lesson, checked. Raises `ContentError` with every mistake in its folder."""
    try:
        return load(content_files(lesson, content), schema_files(), lesson, plural)
    except ContentError as error:
        raise error.below(lesson) from None


class Translation(NamedTuple):
    """A lesson in another language than its author's."""

    content: Content
    found: Translated
    """The documents that it is made of, how far the translation is, and what is wrong with it."""


def load_translation(lesson: str, language: str, content: Path = CONTENT) -> Translation:
    """A lesson in another language; what is not translated is as the author wrote it.

    Raises `ContentError` with every mistake of the author's, or where a translation cannot be read.
    """
    try:
        files, schemas = content_files(lesson, content), schema_files()
        (_, own), (_, shared) = translations(lesson, language, content)
        found = translated(sound_documents(files, schemas), schemas, language, own, shared)
        problems = ContentError(list(found.problems)).below(lesson).problems
        return Translation(
            build(found.documents, files, found.schemas, lesson, plural), replace(found, problems=tuple(problems))
        )
    except ContentError as error:
        raise error.below(lesson) from None


def sound(lesson: str, content: Path = CONTENT) -> tuple[dict[str, Document], dict[str, str]]:
    """A lesson's documents, checked, and the schemas that they follow."""
    try:
        schemas = schema_files()
        return sound_documents(content_files(lesson, content), schemas), schemas
    except ContentError as error:
        raise error.below(lesson) from None


def translations(lesson: str, language: str, content: Path = CONTENT) -> list[tuple[Path, Catalog]]:
    """A lesson's translations into a language, and those of the page's words, each with its file.

    Raises `ContentError` where the page's words are there twice, since there is a lesson that was written in that
    language, for which they are no translation.
    """
    folders = {"": content / lesson, "messages/": SHARED_MESSAGES}
    twice_there = f"messages/{file_name(language)}"
    if f"messages/{language}.yaml" in catalogues() and (SHARED_MESSAGES / file_name(language)).exists():
        wrong = f"the page's words in this language are also in `messages/{language}.yaml`"
        raise ContentError([Problem(twice_there, 1, 1, "translation", wrong, "Remove this file.")])
    files = {above + file_name(language): folder / file_name(language) for above, folder in folders.items()}
    return [(file, read_translation(file, shown, language)) for shown, file in files.items()]


def languages(lesson: str, content: Path = CONTENT) -> list[str]:
    """The languages that a lesson has a translation into."""
    return sorted(file.stem for file in (content / lesson / "i18n").glob("*.po"))


class Read(NamedTuple):
    """A lesson, and the documents of which it was made."""

    content: Content
    documents: dict[str, Document]


def load_lessons(names: list[str], content: Path = CONTENT) -> dict[str, Content]:
    """Some lessons by their names. Raises `ContentError` with every mistake in all of their folders."""
    return {name: each.content for name, each in read_lessons(names, content).items()}


def read_lessons(names: list[str], content: Path = CONTENT) -> dict[str, Read]:
    """The same, with their documents."""
    found, problems = {}, []
    for name in names:
        try:
            documents, schemas = sound(name, content)
        except ContentError as error:
            problems += error.problems
        else:
            made = build(documents, content_files(name, content), schemas, name, plural)
            found[name] = Read(made, documents)
    if problems:
        raise ContentError(problems)
    return found


def content_files(lesson: str, content: Path = CONTENT) -> dict[str, str]:
    """The text of each file of a lesson's words, numbers or code, by its name in the lesson's folder.

    Also of those that are misnamed or cannot be read, of which `load` says so: in place of what is not UTF-8 stands a
    mark, and so does in place of a file that may not be read. What an editor or a system leaves beside them is passed
    over.
    """
    folder = content / lesson
    found = {
        file.relative_to(folder).as_posix(): _text(file)
        for file in sorted(_regular(folder))
        if file.suffix.lower() in (".yaml", ".yml") or (file.suffix == ".py" and file.parent == folder / "code")
    }
    return catalogues() | {name: text for name, text in found.items() if text is not None and name != BOOK}


def catalogues() -> dict[str, str]:
    """The text of each catalogue of the page's own words, which all lessons share, by its name in a lesson's folder."""
    files = sorted(_regular(SHARED_MESSAGES))
    above = SHARED_MESSAGES.parent
    found = {file.relative_to(above).as_posix(): _text(file) for file in files if file.suffix == ".yaml"}
    return {name: text for name, text in found.items() if text is not None}


def schema_files() -> dict[str, str]:
    """The JSON text of each schema that a lesson's files follow, by its name.

    That of messages is as new as the English catalogue.
    """
    kept = {name: (CONTENT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8") for name in SHAPES}
    made = message_schema(catalogues())
    return kept | ({"messages": made} if made else {})


def _disagreements(document: Document, content: Path) -> Iterator[Problem]:
    """Names without a folder, folders that are not listed, and names that cannot be those of lessons."""
    folders = [each.name for each in sorted(content.iterdir()) if each.name not in SHARED and any(_regular(each))]
    spare = [folder for folder in folders if folder not in document.data]
    for path, name in find(document.data, EACH):
        if name in TAKEN:
            yield document.problem(path, f"a lesson cannot be called `{name}`", "Give its folder another name.")
        elif isinstance(name, str) and is_language(name):
            wrong = f"a lesson cannot be called `{name}`, since the pages in that language are there"
            yield document.problem(path, wrong, "Give its folder another name.")
        elif name not in folders:
            meant = close(name, spare)
            yield document.problem(
                path,
                f"there is no folder `content/{name}`",
                f"Did you mean `{meant}`?" if meant else "Restore it, or take the name out of this list.",
            )
    yield from twice(document, find(document.data, EACH), [])
    for folder in spare:
        yield document.problem((), f"the folder `content/{folder}` is not listed", "Add it here, or move it elsewhere.")


def _regular(folder: Path) -> Iterator[Path]:
    """The files below a folder that are files and not hidden: no folder of such a name, no link that leads nowhere."""
    return (
        file
        for file in folder.rglob("*")
        if isfile(file)  # noqa: PTH113 -- it says no where `Path.is_file` raises
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


def _text(file: Path) -> str | None:
    """A file's text, no more of it than is needed to see that it is too long; None where it has gone meanwhile."""
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            return opened.read(LARGEST_FILE + 2)
    except FileNotFoundError:
        return None
    except OSError:
        return CLOSED
