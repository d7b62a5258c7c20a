"""Something that an author should know of content that is right, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.content.document import Document, Path
from engine.content.files import of_shape

if TYPE_CHECKING:
    from engine.content.problems import Problem


@dataclass(frozen=True)
class Remark:
    """What is odd, and what to do, in words; at which path in which kind of file."""

    shape: str
    path: Path
    wrong: str
    remedy: str
    minor: bool = False
    """Whether it may stay as it is for a while."""
    file: str = ""
    """The file, where it is not the first of its kind that has the beginning of the path."""


def placed(remarks: Iterable[Remark], documents: Mapping[str, Document]) -> list[tuple[Remark, Problem]]:
    """Each remark with its file, line and column."""
    return [(each, document_of(each, documents).problem(each.path, each.wrong, each.remedy)) for each in remarks]


def document_of(remark: Remark, documents: Mapping[str, Document]) -> Document:
    """The file in which something stands."""
    if remark.file:
        return documents[remark.file]
    of_kind = list(of_shape(remark.shape, documents).values())
    return next((document for document in of_kind if remark.path[:1] in document.places), of_kind[0])
