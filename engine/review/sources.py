"""What an author should know of a lesson's sources: those that nothing rests on, and those that were read long ago."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from engine.review.figures import figures
from engine.review.remark import Remark

if TYPE_CHECKING:
    from engine.content.document import Document
    from engine.content.mode import Source


def about_sources(sources: Mapping[str, Source], documents: Mapping[str, Document], today: str) -> Iterator[Remark]:
    """Sources that nothing rests on, documents that are listed twice, and sources that were read more than a year ago.

    `today` is a day as sources have it, such as "2026-11-22": of two such texts the later day is the greater one.
    """
    a_year_ago = f"{int(today[:4]) - 1}{today[4:]}"
    data = [each.data for each in documents.values()]
    used, addresses = set(cited(data)), dict[str, str]()
    resting = Counter(source for each in data for _, figure in figures(each) for source in figure.get("sources") or ())
    for name, source in sources.items():
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
            count = resting[name]
            on_it = f", and {count} figure{' rests' if count == 1 else 's rest'} on it" if count else ""
            yield Remark(
                "sources",
                (name, "read"),
                f"it was read more than a year ago{on_it}",
                "Read it again, correct what has changed, and write the day.",
                minor=True,
            )


def cited(data: Any) -> Iterator[str]:
    """The names of all sources on which something in some files' data rests."""
    if isinstance(data, dict):
        for name, each in data.items():
            if name == "sources" and isinstance(each, list):
                yield from each
            else:
                yield from cited(each)
    elif isinstance(data, list):
        for each in data:
            yield from cited(each)
