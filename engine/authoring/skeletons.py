"""Skeletons of what an author adds: every field that a schema requires, each marked with what belongs there.

The fields, their order and what is meant by them come from the schemas, which the classes of the content make, so that
a field that is new there is in the next skeleton.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.content.lookup import EACH
from engine.content.unwritten import Schema, child, marked, resolved

PLAIN = re.compile(r"[A-Za-z][^\n]*(?<![\s:])")
"""What needs no quotation marks, unless it has what would end it."""
BESIDE = {"to": "from", "workload": "situation", "values": "situation"}
"""What reads best after another field than the one before it in its class."""
RESERVED = ("true", "false", "null")


class Form:
    """One kind of thing that an author writes, with its fields."""

    def __init__(self, root: Schema, schema: Schema | None = None) -> None:
        self.root = root
        self.schema = resolved(root, root if schema is None else schema)

    def of(self, *path: Any) -> Form:
        """The form of a part: of a field, of the entries of a list (`EACH`), of what a name stands for ("")."""
        schema = self.schema
        for part in path:
            schema = child(self.root, schema, part)
        return Form(self.root, schema)

    def filled(self, given: Mapping[str, Any], fields: Sequence[str] = ()) -> dict[str, Any]:
        """Its required fields, and some others, in their order: with what is given, and marked where nothing is."""
        wanted = {*self.schema.get("required", ()), *given, *fields}
        return {
            name: given[name] if name in given else self.of(name).empty
            for name in self.schema.get("properties", {})
            if name in wanted
        }

    def usual(self, others: Sequence[Mapping[str, Any]]) -> list[str]:
        """The fields that all others of its kind have, where there are several, but for lists that may be empty."""
        common = [name for name in self.schema.get("properties", {}) if all(name in each for each in others)]
        return [name for name in common if "default" not in self.of(name).schema] if len(others) > 1 else []

    def named(self, names: Iterable[str]) -> str:
        """It as a skeleton, where it is one of some names that the lesson has."""
        told = f"{self.meant.rstrip('.')} ({', '.join(names)})."
        return marked(told)

    @property
    def empty(self) -> Any:
        """It as a skeleton."""
        match self.schema.get("type"):
            case "object":
                return self.filled({})
            case "array":
                return [self.of(EACH).empty_as(self.meant)] * self.schema.get("minItems", 1)
        return marked(self.meant)

    def empty_as(self, meant: str) -> Any:
        """It as a skeleton, with what is meant where the schema itself says nothing."""
        return self.empty if "description" in self.schema or "properties" in self.schema else marked(meant)

    @property
    def meant(self) -> str:
        """What the schema says of it, and what is possible there where only a little is."""
        choices = self.schema.get("enum", ["true", "false"] if self.schema.get("type") == "boolean" else [])
        told = str(self.schema.get("description", "Write what belongs here."))
        return f"{told.rstrip('.')} ({', '.join(choices)})." if choices else told


def written(value: Any, indent: int = 0, spaced: bool = False) -> str:
    """Plain data as the YAML that authors read; `spaced`, with an empty line before each group.

    >>> print(written({"name": "Call", "points": [{"text": "It is: so."}]}), end="")
    name: Call
    points:
      - text: "It is: so."
    """
    lines = _group(value) if isinstance(value, dict) else _list(value)
    if spaced:
        lines = [line for each in lines for line in (["", each] if re.fullmatch(r"\w[^ ]*:", each) else [each])]
    return "".join(f"{' ' * indent * bool(line)}{line}\n" for line in lines)


def _group(value: Mapping[str, Any]) -> list[str]:
    names = list(value)
    for name, before in BESIDE.items():
        if name in names and before in names:
            names.remove(name)
            names.insert(names.index(before) + 1, name)
    return [line for name in names for line in _field(name, value[name])]


def _field(name: str, value: Any) -> list[str]:
    match value:
        case dict():
            return [f"{name}:", *(f"  {line}" for line in _group(value))]
        case list():
            return [f"{name}:", *(f"  {line}" for line in _list(value))]
    return [f"{name}: {scalar(value)}"]


def _list(value: Sequence[Any]) -> list[str]:
    lines: list[str] = []
    for each in value:
        first, *rest = _group(each) if isinstance(each, dict) else [scalar(each)]
        lines += [f"- {first}", *(f"  {line}" for line in rest)]
    return lines


def scalar(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    plain = PLAIN.fullmatch(value) and not re.search(r": | #", value) and value not in RESERVED
    return value if plain else json.dumps(value, ensure_ascii=False)
