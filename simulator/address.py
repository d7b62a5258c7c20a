"""A workload in an address, by the names of its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, Final

from simulator.exactness import ABOUT_RIGHT, EXACTNESS, Exactness
from simulator.fields import FieldError, coded, decoded
from simulator.workload import DECLARED, FACTS, Value, Workload, watched


def defaults(workload: type[Workload]) -> dict[str, Any]:
    """The facts that have a default, with it."""
    return {fact.name: fact.default for fact in fields(workload) if fact.default is not MISSING}


NONE: Final = "none"
"""How an address writes that a fact has no number, where leaving it out means something else."""
NUMBERS: Final = "numbers"
"""Under which name an address says how exact the numbers of a workload are."""
LEFT_OUT: Mapping[str, Any] = defaults(Workload)
"""What an address may leave out, with what that means: there is none, or it is older than the fact."""


def to_address(workload: Workload) -> dict[str, str]:
    """A workload by the names of its facts; times are in seconds, and what there is not is left out.

    Where someone reads a useful part, an address says that its first words have no deadline: see `_two_deadlines`.
    """
    values = {fact: getattr(workload, fact) for fact in FACTS}
    written = {"first_words": NONE} if watched(workload) else {}
    return {
        fact: coded(value) if value is not None else written[fact]
        for fact, value in values.items()
        if value is not None or fact in written
    }


def from_address(asked: Mapping[str, str]) -> tuple[Workload | None, list[str]]:
    """The workload in an address, None where it holds no whole one, and the names, or "name=value", that mean nothing.

    >>> from_address({"requests": "many", "colour": "blue"})
    (None, ['requests=many', 'colour'])
    """
    found, unknown = facts_in(asked)
    given = {**LEFT_OUT, **found}
    return (Workload(**given) if given.keys() >= DECLARED.keys() else None), unknown


def numbers(exactness: Exactness) -> dict[str, str]:
    """How exact the numbers of a workload are, as an address says it: an older one says nothing, and means the same.

    >>> numbers("guess"), numbers("about")
    ({'numbers': 'guess'}, {})
    """
    return {} if exactness == ABOUT_RIGHT else {NUMBERS: exactness}


def exactness_in(asked: Mapping[str, str]) -> tuple[Exactness, list[str]]:
    """How exact an address says that the numbers are, and what in it means nothing.

    >>> exactness_in({"numbers": "exact"}), exactness_in({}), exactness_in({"numbers": "odd"})
    (('exact', []), ('about', []), ('about', ['numbers=odd']))
    """
    named = asked.get(NUMBERS, ABOUT_RIGHT)
    found = next((each for each in EXACTNESS if each == named), None)
    return (found, []) if found else (ABOUT_RIGHT, [f"{NUMBERS}={named}"])


def facts_in(asked: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The values of the facts that an address names, and what in it means nothing."""
    found: dict[str, Any] = {}
    unknown = []
    for name, value in asked.items():
        declared = DECLARED.get(name)
        meant: Value | FieldError = FieldError("missing")
        if declared:
            meant = None if declared.optional and value == NONE else decoded(declared, value)
        if isinstance(meant, FieldError):
            unknown.append(f"{name}={value}" if declared else name)
        else:
            found[name] = meant
    return _two_deadlines(found), unknown


def _two_deadlines(found: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of an address from before there were two deadlines.

    Its one deadline is that of the first words where someone reads a useful part, and says nothing of the whole answer:
    that may take as long as there is.
    """
    if (
        "deadline" in found
        and "first_words" not in found
        and found.get("reader") == "watching"
        and found.get("partial")
    ):
        longest = (DECLARED["deadline"].limit or {})["maximum"]
        return {**found, "first_words": found["deadline"], "deadline": longest}
    return {**found}
