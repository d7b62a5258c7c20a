"""What must hold between the numbers and names of settings.yaml, so that axes, fields and the criterion work.

It takes data of any shape: what the schema has already refused is passed over.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from engine.content.document import Document, Path
from engine.content.lookup import EACH, find, is_number, twice
from engine.content.problems import Problem
from simulator.phrases import PERCENT
from simulator.spellings import BETWEEN, listed
from simulator.workload import FACTS

LISTS = ("units", "sizes", "numbers", "often")
PHRASES = ("nothing", "unknown")
ALONE = ("per", "every", "passed")
TYPED = (*LISTS, "words", *PHRASES, *ALONE)
"""What of `workload` are words that a learner may type: beside a number or in its place, as whole phrases, or alone."""


def check_settings(document: Document) -> Iterator[Problem]:
    """The rules of settings.yaml."""
    for path, race in find(document.data, "race"):
        if isinstance(race, dict):
            yield from _check_axis(document, path, race.get("ticks"), race.get("reach"))
            yield from _check_order(document, (*path, "stops"), race.get("stops"))
    for path, groups in find(document.data, "workload", "groups"):
        yield from _check_groups(document, path, groups)
    yield from _check_spellings(document)
    for path, criterion in find(document.data, "practice", "criterion"):
        if isinstance(criterion, dict):
            row, good = criterion.get("row"), criterion.get("good")
            if isinstance(row, int) and isinstance(good, int) and good > row:
                yield document.problem((*path, "good"), f"of {row} no {good} can be good", f"Write at most {row}.")


def _check_axis(document: Document, path: Path, ticks: Any, reach: Any) -> Iterator[Problem]:
    """The axis runs from the first tick to one of the others, and `reach` lies on it."""
    if not isinstance(ticks, list) or not ticks or not all(map(is_number, ticks)):
        return
    wrong = list(_check_order(document, (*path, "ticks"), ticks))
    yield from wrong
    if not wrong and is_number(reach) and not ticks[0] < reach <= ticks[-1]:
        yield document.problem(
            (*path, "reach"),
            f"{reach} does not lie on the axis",
            f"Write more than its first tick, {ticks[0]}, and at most its last, {ticks[-1]}.",
        )


def _check_order(document: Document, path: Path, numbers: Any) -> Iterator[Problem]:
    """Each number is more than the one before."""
    if isinstance(numbers, list) and all(map(is_number, numbers)):
        for index, (number, following) in enumerate(pairwise(numbers), 1):
            if following <= number:
                yield document.problem(
                    (*path, index),
                    f"{following} is not more than the one before",
                    "Put them in order, the smallest first.",
                )


def _check_groups(document: Document, path: Path, groups: Any) -> Iterator[Problem]:
    """Every field stands in one group; one that is misspelt may be meant for the one that is missing."""
    facts = [name for _, name in find(groups, EACH, "facts", EACH)]
    yield from twice(document, find(groups, EACH, "facts", EACH, at=path), [])
    if facts and all(fact in FACTS for fact in facts):
        for fact in FACTS:
            if fact not in facts:
                yield document.problem(path, f"no group has the field `{fact}`", "Add it to the `facts` of one.")


def _check_spellings(document: Document) -> Iterator[Problem]:
    """What is typed ends where something else than a letter stands, and means one number only."""
    for pattern in (*((name,) for name in LISTS), ("words", EACH)):
        for path, entries in find(document.data, "workload", *pattern):
            yield from _check_list(document, path, entries)
    for name in (*PHRASES, *ALONE):
        for path, words in find(document.data, "workload", name):
            if isinstance(words, str):
                yield from _check_words(document, path, words, phrases=name in PHRASES)


def _check_list(document: Document, above: Path, entries: Any) -> Iterator[Problem]:
    meant: dict[tuple[int, str], Any] = {}
    for path, words in find(entries, EACH, "words", at=above):
        if not isinstance(words, str):
            continue
        yield from _check_words(document, path, words)
        size = entries[path[-2]].get("size")
        for language, of_it in enumerate(words.split(BETWEEN)):
            for word in listed(of_it):
                if meant.setdefault((language, word), size) != size:
                    yield document.problem(path, f"`{word}` has two meanings", "Take it out of one of the lists.")


def _check_words(document: Document, path: Path, words: str, phrases: bool = False) -> Iterator[Problem]:
    for word in listed(words):
        if not (word.isalpha() or word == PERCENT or (phrases and word)):
            remedy = "Use letters only, and a comma between two words."
            yield document.problem(path, f"`{word}` can never be typed", remedy)
