"""Words that a learner may type, as an author or a translator lists them: with commas between, in any case.

An accent or a capital that is left out changes nothing, so `dias` is read as `días`. On a page in another language the
author's words follow after a semicolon. A text is read in the one language or the other before it is read in both: so
`once` is 11 in Spanish, and `once a week` is what it is in English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from engine.features.workload.settings import Spelt, WorkloadSettings


BETWEEN = ";"
"""What stands between the words of two languages."""


def plain(text: str) -> str:
    """Small letters without accents, half-width digits, single spaces.

    >>> plain(" Días "), plain("５\\N{NO-BREAK SPACE}×")
    ('dias', '5 x')
    """
    letters = (each for each in normalize("NFKD", text) if not combining(each))
    return " ".join("".join(letters).lower().replace("\N{FRACTION SLASH}", "/").replace("×", "x").split())


@cache
def listed(words: str) -> tuple[str, ...]:
    """The words of a list, as they are compared.

    >>> listed("Tage, Tagen; days")
    ('tage', 'tagen', 'days')
    """
    return tuple(map(plain, words.replace(BETWEEN, ",").split(",")))


def shown(words: str) -> str:
    """The first word of a list, as it is written.

    >>> shown("Tage, Tagen; days"), shown("días; days")
    ('Tage', 'días')
    """
    return words.replace(BETWEEN, ",").partition(",")[0].strip()


def size(word: str, known: Iterable[Spelt]) -> float | None:
    """What a word, in full or cut short, multiplies by; None where it means nothing."""
    word = word.removesuffix(".")
    exact = (each.size for each in known if word in listed(each.words))
    begun = (each.size for each in known if any(spelling.startswith(word) for spelling in listed(each.words)))
    return next(exact, None) or (next(begun, None) if word else None)


@cache
def languages(known: WorkloadSettings) -> tuple[WorkloadSettings, ...]:
    """The words by which a text is read: those of each language, and then those of both."""
    return _only(known, 0), _only(known, -1), known


def _only(known: WorkloadSettings, at: int) -> WorkloadSettings:
    """The words of one language; what is in one language only stays."""

    def words(entries: Iterable[Spelt]) -> tuple[Spelt, ...]:
        return tuple(replace(each, words=each.words.split(BETWEEN)[at]) for each in entries)

    return replace(
        known,
        units=words(known.units),
        sizes=words(known.sizes),
        words={unit: words(each) for unit, each in known.words.items()},
        numbers=words(known.numbers),
        often=words(known.often),
        per=known.per.split(BETWEEN)[at],
        every=known.every.split(BETWEEN)[at],
        passed=known.passed.split(BETWEEN)[at],
    )
