"""Which pages a lesson has: one for each language, each with its own words and drawings, that lead to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from babel import Locale

from engine.content.lesson import InLanguage
from engine.content.load import Content
from engine.content.problems import Problem
from tools.content import CONTENT, languages, load_translation


@dataclass(frozen=True)
class LessonPage:
    """A lesson in one language."""

    content: Content
    folder: str
    """Where it is below the lesson's own page, "" for that one."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with its translation."""


def pages(content: Content, folder: Path = CONTENT, file: str = "") -> Iterator[LessonPage]:
    """The pages of a lesson, that in the author's language first; `file` is what each is called in its folder."""
    name, source = content.lesson.name, content.lesson.about.language
    others = [each for each in languages(name, folder) if each != source]
    yield LessonPage(_leading(content, "", source, others, file), "")
    for language in others:
        found = load_translation(name, language, folder)
        yield LessonPage(_leading(found.content, "../", source, others, file), f"{language}/", found.found.problems)


def direction(language: str) -> str:
    """In which direction a language is written: "ltr" or "rtl"."""
    return str(Locale.parse(language, sep="-").text_direction)


def _leading(content: Content, up: str, source: str, others: list[str], file: str) -> Content:
    """A lesson that knows its pages, seen from one that is `up` away from the author's."""
    top = up or "./"
    addresses = {source: top + file} | {each: f"{top}{each}/{file}" for each in others} if others else {}
    known = tuple(InLanguage(language, _own_name(language), address) for language, address in addresses.items())
    return content._replace(lesson=replace(content.lesson, languages=known))


def _own_name(language: str) -> str:
    """What those who speak a language call it."""
    locale = Locale.parse(language, sep="-")
    name = locale.get_display_name(locale) or language
    return name[:1].upper() + name[1:]
