"""What must hold between the numbers and names of settings.yaml, so that axes, fields and the criterion work.

It takes data of any shape: what the schema has already refused is passed over.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from engine.content.document import Document, Path
from engine.content.lookup import (
    EACH,
    empty,
    find,
    is_number,
    named,
    twice,
)
from engine.content.problems import Problem
from simulator.workload import FACTS

SPELT = (
    *(("workload", name) for name in ("units", "sizes", "numbers", "often")),
    *(("workload", "words", unit) for unit in ("number", "tokens", "times_a_day", "a_minute", "price", "turns")),
)
"""What a learner may type beside a number or in its place."""


def check_settings(document: Document) -> Iterator[Problem]:
    """The rules of settings.yaml."""
    for path, race in find(document.data, "race"):
        if isinstance(race, dict):
            yield from _check_axis(document, path, race.get("ticks"), race.get("reach"))
            yield from _check_order(document, (*path, "stops"), race.get("stops"))
    for path, groups in find(document.data, "workload", "groups"):
        yield from _check_groups(document, path, groups)
    yield from empty(document, "workload", "units")
    for pattern in SPELT:
        yield from _check_spellings(document, pattern)
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


def _check_spellings(document: Document, pattern: tuple[str, ...]) -> Iterator[Problem]:
    """What is typed is read in small letters, and ends where something else than a letter stands."""
    for path, name in named(document.data, *pattern, EACH):
        if isinstance(name, str) and not (name.isalpha() and name == name.lower()):
            yield document.problem(path, f"`{name}` can never be typed", "Use small letters only.", of_name=True)
