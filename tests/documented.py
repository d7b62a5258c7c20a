"""What docs/embedding.md says of every message to the page around the lesson."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

KINDS = {"string": str, "number": int | float, "boolean": bool, "list": list, "object": dict}


def documented() -> dict[str, dict[str, str]]:
    """By the name of a message or an event, the fields that docs/embedding.md gives it, each with its type."""
    found: dict[str, dict[str, str]] = {}
    name = ""
    for line in Path("docs/embedding.md").read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"#{2,4} (.*)", line):
            name = heading[1].strip("`")
        elif row := re.fullmatch(rf"\| `(\w+)` \| ((?:{'|'.join(KINDS)})(?:, optional)?) \| .+ \|", line):
            found.setdefault(name, {})[row[1]] = row[2]
    return found


def conforms(message: Mapping[str, Any], fields: Mapping[str, str]) -> bool:
    """Whether a message has the documented fields and no other, each of its type."""
    needed = {name for name, kind in fields.items() if "optional" not in kind}
    return needed <= message.keys() <= fields.keys() and all(
        isinstance(value, KINDS[fields[name].partition(",")[0]])
        and isinstance(value, bool) == fields[name].startswith("boolean")
        for name, value in message.items()
    )


def parts(heard: Iterable[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every message, and what is inside it, under the name that the documentation gives it."""
    for each in heard:
        kind = each.get("type") or each["subject"]
        if kind == "microsim-event":
            common = documented()[kind]
            yield kind, {name: each[name] for name in common}
            yield each["event"], {name: value for name, value in each.items() if name not in common}
        elif kind == "microsim-xapi":
            yield kind, each
            yield "A statement", each["statements"][0]
        else:
            yield kind, each
            if kind == "SPLICE.sendEvent":
                yield each["name"], {name: value for name, value in each["data"].items() if name != "lesson"}


def wrong(heard: Iterable[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """The messages that are other than documented."""
    tables = documented()
    return [(name, message) for name, message in parts(heard) if not conforms(message, tables.get(name, {}))]
