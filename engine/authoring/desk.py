"""The files that an author works on, and what is wrong with them: the same as `make lint` says of the content.

What did not change is not looked at again, and the work is done in small pieces, between which a page can breathe.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from engine.authoring.presenter import reading_place
from engine.authoring.reading import Reader
from engine.content.catalogue import check_messages
from engine.content.check import Own, check_references, own_of
from engine.content.document import Document, misread
from engine.content.files import CATALOGUE, OVERRIDES, check_names, shape_of
from engine.content.load import Content, build, check_code
from engine.content.problems import Problem
from engine.content.shape import Shape, check_shape
from engine.content.unwritten import references, stood_in, waiting
from engine.messages import Plural, no_plural

MESSAGES = (CATALOGUE, OVERRIDES)


class Desk:
    """A lesson's files, as an author has them at the moment."""

    def __init__(self, lesson: str, schemas: Mapping[str, str], plural: Plural = no_plural) -> None:
        self.lesson = lesson
        self.schemas: dict[str, Any] = {name: json.loads(text) for name, text in schemas.items()}
        self.files: dict[str, str] = {}
        self.documents: dict[str, Document] = {}
        """Those that could be read, as of the last look, with something in each place that still needs words."""
        self.raw: dict[str, Document] = {}
        """The same as the author has them."""
        self.known: dict[str, Document] = {}
        """Each file as it was when it could last be read."""
        self.problems: list[Problem] = []
        """What is wrong, in reading order, as of the last look."""
        self.places: list[Problem] = []
        """Which places still need words, in reading order."""
        self._messages_schema = schemas["messages"]
        self._plural = plural
        self._readers: dict[str, Reader] = {}
        self._read: dict[str, tuple[str, Document | list[Problem]]] = {}
        self._stood: dict[str, tuple[Document, dict[str, str], Document, list[Problem]]] = {}
        self._shapes: dict[str, tuple[Document, Shape]] = {}
        self._owns: dict[str, tuple[Document, Own]] = {}
        self._messages: tuple[dict[str, str], list[Problem]] = ({}, [])

    def put(self, file: str, text: str | None) -> None:
        """Change a file, add one, or, without a text, take one away."""
        if text is None:
            self.files.pop(file, None)
            self.known.pop(file, None)
        else:
            self.files[file] = text

    def look(self) -> Iterator[None]:
        """Look for problems, a piece at a time."""
        problems = list(check_names(self.files))
        documents: dict[str, Document] = {}
        for file in list(self.files):
            if file not in self.files:  # it was deleted meanwhile
                continue
            for found in self._reading(file):
                if isinstance(found, Document):
                    documents[file] = found
                elif found is not None:
                    problems += found
                yield
        self.raw, names, places = documents, references(documents), []
        shapes: dict[str, Shape] = {}
        whole: dict[str, Document] = {}
        for file, document in documents.items():
            whole[file], found_here = self._standing(file, document, names)
            places += found_here
            if shape_of(file) not in MESSAGES:
                shapes[file] = self._shape(file, whole[file])
                yield
        documents = whole
        sound = {file: documents[file] for file, shape in shapes.items() if shape.sound}
        problems += [problem for shape in shapes.values() for problem in shape.problems]
        problems += waiting(check_references(sound, self.files, self._own), places)
        yield
        problems += check_code(sound, self.files)
        problems += self._of_messages(documents)
        self.documents = whole
        self.problems = sorted(each for each in problems if not each.unwritten)
        places += [each for each in problems if each.unwritten]
        self.places = sorted(places, key=lambda each: (*reading_place(each.file), each.line, each.column))

    def made(self) -> Content:
        """The lesson that the files make, where there is no problem; what needs words yet shows that it does."""
        return build(self.documents, self.files, {"messages": self._messages_schema}, self.lesson, self._plural)

    def _reading(self, file: str) -> Iterator[Document | list[Problem] | None]:
        text = self.files[file]
        known = self._read.get(file)
        if known and known[0] == text:
            yield known[1]
        elif not shape_of(file):
            yield misread(file, text)
        else:
            for found in self._readers.setdefault(file, Reader(file)).read(text):
                if found is not None:
                    self._read[file] = (text, found)
                if isinstance(found, Document):
                    self.known[file] = found
                yield found

    def _standing(self, file: str, document: Document, names: dict[str, str]) -> tuple[Document, list[Problem]]:
        known = self._stood.get(file)
        if not known or known[0] is not document or known[1] != names:
            schema = self.schemas[shape_of(file)] if shape_of(file) not in MESSAGES else {}
            self._stood[file] = known = (document, names, *stood_in(document, schema, names))
        return known[2:]

    def _shape(self, file: str, document: Document) -> Shape:
        known = self._shapes.get(file)
        if not known or known[0] is not document:
            self._shapes[file] = known = (document, check_shape(document, self.schemas[shape_of(file)]))
        return known[1]

    def _own(self, document: Document) -> Own:
        """What is said of a document without any other: it depends on nothing else."""
        known = self._owns.get(document.file)
        if not known or known[0] is not document:
            self._owns[document.file] = known = (document, own_of(document))
        return known[1]

    def _of_messages(self, documents: Mapping[str, Document]) -> list[Problem]:
        """The mistakes in the catalogues; they depend on nothing else, but for which files there are."""
        texts = {file: self.files[file] if shape_of(file) in MESSAGES else "" for file in self.files}
        texts |= {"lesson.yaml": self.files.get("lesson.yaml", "")}  # which says the language
        if self._messages[0] != texts:
            self._messages = (texts, check_messages(documents, self.files, self._messages_schema))
        return self._messages[1]
