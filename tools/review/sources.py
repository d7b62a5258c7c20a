"""What an author should know of a lesson's sources: those that nothing rests on, and those that were read long ago."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from tools.review.remark import Remark

if TYPE_CHECKING:
    from engine.content.load import Content


def about_sources(content: Content, today: str) -> Iterator[Remark]:
    """Sources that nothing rests on, documents that are listed twice, and sources that were read more than a year ago.

    `today` is a day as sources have it, such as "2026-11-22": of two such texts the later day is the greater one.
    """
    a_year_ago = f"{int(today[:4]) - 1}{today[4:]}"
    used, addresses = set(cited(content)), dict[str, str]()
    for name, source in content.lesson.sources.items():
        if name not in used and not source.reference:
            yield Remark(
                "sources",
                (name,),
                "nothing rests on this source",
                "Cite it, set `reference: true` to recommend it, or remove it.",
            )
        if source.address in addresses:
            first = addresses[source.address]
            yield Remark("sources", (name, "address"), f"`{first}` has the same address", "Make one source of both.")
        addresses.setdefault(source.address, name)
        if source.read < a_year_ago:
            yield Remark(
                "sources",
                (name, "read"),
                "it was read more than a year ago",
                "Read it again, correct what has changed, and write the day.",
                minor=True,
            )


def cited(value: Any) -> Iterator[str]:
    """The names of all sources on which something in some content rests."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from cited(each)
    elif is_dataclass(value):
        for field in fields(value):
            inside = getattr(value, field.name)
            if field.name == "sources" and isinstance(inside, tuple):
                yield from inside
            else:
                yield from cited(inside)
    elif isinstance(value, tuple):
        for each in value:
            yield from cited(each)
