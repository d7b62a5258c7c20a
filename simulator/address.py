"""A workload in an address, by the names of its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from simulator.fields import FieldError, coded, decoded
from simulator.workload import DECLARED, FACTS, Workload


def defaults(workload: type[Workload]) -> dict[str, Any]:
    """The facts that have a default, with it."""
    return {fact.name: fact.default for fact in fields(workload) if fact.default is not MISSING}


LEFT_OUT: Mapping[str, Any] = defaults(Workload)
"""What an address may leave out, with what that means: there is none, or it is older than the fact."""


def to_address(workload: Workload) -> dict[str, str]:
    """A workload by the names of its facts; times are in seconds, and what there is not is left out."""
    values = {fact: getattr(workload, fact) for fact in FACTS}
    return {fact: coded(value) for fact, value in values.items() if value is not None}


def from_address(asked: Mapping[str, str]) -> tuple[Workload | None, list[str]]:
    """The workload in an address, None where it holds no whole one, and the names, or "name=value", that mean nothing.

    >>> from_address({"requests": "many", "colour": "blue"})
    (None, ['requests=many', 'colour'])
    """
    found, unknown = facts_in(asked)
    given = {**LEFT_OUT, **found}
    return (Workload(**given) if given.keys() >= DECLARED.keys() else None), unknown


def facts_in(asked: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The values of the facts that an address names, and what in it means nothing."""
    found: dict[str, Any] = {}
    unknown = []
    for name, value in asked.items():
        declared = DECLARED.get(name)
        meant = decoded(declared, value) if declared else FieldError("missing")
        if isinstance(meant, FieldError):
            unknown.append(f"{name}={value}" if declared else name)
        else:
            found[name] = meant
    return found, unknown
