"""What an author should know of a lesson's figures: those that rest on something, and do not say on what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from engine.content.files import shape_of
from engine.review.remark import Remark

if TYPE_CHECKING:
    from engine.content.document import Document, Path

RESTING = ("published", "derived")
"""Where a figure comes from, where that is a source."""


def about_figures(documents: Mapping[str, Document]) -> Iterator[Remark]:
    """The figures that are published or derived, and have no source."""
    for file, document in documents.items():
        for path, figure in figures(document.data):
            if figure["basis"] in RESTING and not figure.get("sources"):
                yield Remark(
                    shape_of(file),
                    (*path, "basis"),
                    f"the figure is `{figure['basis']}` and has no source",
                    "Name it in `sources`, or say that the figure is `illustrative` or a `judgement`.",
                    file=file,
                )


def figures(data: Any, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Everything in a file's data that says where it comes from, and where it stands."""
    if isinstance(data, dict):
        if "basis" in data:
            yield path, data
        for name, each in data.items():
            yield from figures(each, (*path, name))
    elif isinstance(data, list):
        for number, each in enumerate(data):
            yield from figures(each, (*path, number))
