"""What a book says of a lesson that the lesson does not say itself: the typed shape of book.yaml in its folder.

A lesson without one is in no book.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import dacite

from engine.content.document import Document, read
from engine.content.limits import (
    AtLeastOne,
    Day,
    Label,
    Line,
    Minutes,
    Paragraph,
    Word,
    between,
    form,
)
from engine.content.mode import Lines
from engine.content.problems import ContentError, Problem
from engine.content.shape import check_shape
from tools.content import BOOK, CONTENT

SCHEMA = CONTENT / "schema" / "book.schema.json"
PICTURE = "picture.png"

Names = Annotated[tuple[Label, ...], AtLeastOne]
Bloom = Literal["Remember", "Understand", "Apply", "Analyze", "Evaluate", "Create"]
Grade = Literal[
    "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "Undergraduate", "Graduate", "Adult"
]
Subject = Literal[
    "Mathematics", "Science", "Computer Science", "Engineering", "Economics", "Finance", "Statistics", "Other"
]


@dataclass(frozen=True, eq=False)
class Key:
    """What a key does."""

    key: Label
    """The key."""
    action: Line
    """What it does, and where."""


@dataclass(frozen=True, eq=False)
class Event:
    """A message that the lesson sends to the page around it."""

    name: Label
    """Its type."""
    description: Line
    """When it is sent."""
    category: Literal["interaction", "navigation", "learning", "performance", "engagement", "error"]
    """What kind of event it is."""
    importance: Literal["critical", "important", "moderate", "low"]
    """How much it says about learning."""
    data: tuple[Word, ...] = ()
    """The fields that it carries beside its type."""
    verb: Word | None = None
    """The verb of the xAPI statement that is made of it."""


@dataclass(frozen=True, eq=False)
class Duration:
    """How many minutes a learner needs."""

    typical: Minutes
    """Typically."""
    least: Minutes
    """At least."""
    most: Minutes
    """At most."""


@dataclass(frozen=True, eq=False)
class Skill:
    """What a learner can use elsewhere."""

    skill: Line
    """The skill."""
    domains: Names
    """Where it is of use."""


@dataclass(frozen=True, eq=False)
class Book:
    """The lesson as a catalogue of lessons describes it."""

    creators: Names
    """Who made the lesson."""
    publisher: Label
    """Who publishes it."""
    published: Day
    """The day on which this version was published."""
    language: Annotated[str, form(r"^[a-z]{2}(-[A-Z]{2})?$(?!\n)", "en")]
    """The language that it is written in, such as "en"."""
    subjects: Annotated[tuple[Subject, ...], AtLeastOne]
    """The subjects it belongs to."""
    topics: Names
    """What it is about, in a few words each."""
    keywords: Names
    """What people search for who would want it."""
    related: Names
    """Ideas that a learner may want to read about next."""
    grades: Annotated[tuple[Grade, ...], AtLeastOne]
    """For which grades."""
    difficulty: Literal["Beginner", "Intermediate", "Advanced"]
    """How hard it is."""
    complexity: Annotated[int, between(1, 10)]
    """How much there is to it: 1 is simple, 10 is very complex."""
    bloom: Annotated[tuple[Bloom, ...], AtLeastOne]
    """The levels of Bloom's taxonomy that it reaches."""
    duration: Duration
    """How long it takes."""
    strategy: Line
    """How it teaches."""
    strategies: Lines
    """What a teacher can do with it."""
    skills: Annotated[tuple[Skill, ...], AtLeastOne]
    """What a learner can use elsewhere."""
    misconception: Label
    """A wrong choice as a belief; {mode} and {title} stand for the mode and the workload."""
    question: Line
    """What a learner is asked about a workload."""
    picture: Paragraph
    """What the picture shows, for whoever does not see it."""
    narration: Paragraph
    """What the lesson is, for whoever hears it."""
    keys: Annotated[tuple[Key, ...], AtLeastOne]
    """What keys do."""
    inputs: Names
    """What else it can be worked with."""
    model: Paragraph
    """What the lesson computes and how."""
    algorithms: Lines
    """By which methods."""
    browsers: Names
    """In which browsers it runs."""
    events: Annotated[tuple[Event, ...], AtLeastOne]
    """What it says to the page around it."""
    privacy: Paragraph
    """What is kept of a learner, and where."""
    extensions: Lines
    """What an owner could change."""


def load_book(lesson: str, content: Path = CONTENT) -> Book | None:
    """What a book says of a lesson; None where it says nothing. Raises `ContentError` with every mistake in that."""
    file = content / lesson / BOOK
    if not file.exists():
        return None
    try:
        return read_book(file.read_text(encoding="utf-8", errors="replace"))
    except ContentError as error:
        raise error.below(lesson) from None


def read_book(text: str) -> Book:
    """A book.yaml. Raises `ContentError` with every mistake in it."""
    document = read(BOOK, text)
    if not isinstance(document, Document):
        raise ContentError(document)
    if problems := check_shape(document, json.loads(SCHEMA.read_text(encoding="utf-8"))).problems:
        raise ContentError(problems)
    if problems := [*_unordered(document), *_unknown_places(document)]:
        raise ContentError(problems)
    return dacite.from_dict(Book, document.data, dacite.Config(cast=[tuple]))


def _unordered(document: Document) -> Iterator[Problem]:
    duration = document.data["duration"]
    if not duration["least"] <= duration["typical"] <= duration["most"]:
        yield document.problem(
            ("duration",), "the typical time does not lie between the least and the most", "Correct one of the three."
        )


PLACES = {"misconception": ("mode", "title"), "question": ("situation",)}
"""What stands in braces in a sentence of the book, and is filled in."""


def _unknown_places(document: Document) -> Iterator[Problem]:
    for name, known in PLACES.items():
        left = document.data[name]
        for place in known:
            left = left.replace(f"{{{place}}}", "")
        if "{" in left or "}" in left:
            places = ", ".join(f"`{{{place}}}`" for place in known)
            yield document.problem((name,), "a brace stands for nothing that is known", f"Write {places}, or none.")
