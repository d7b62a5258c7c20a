"""Something that an author should know of content that is right, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.content.document import Document, Path, read
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


def placed(remarks: Iterable[Remark], files: Mapping[str, str]) -> list[tuple[Remark, Problem]]:
    """Each remark with its file, line and column: in the first file of its kind that has the beginning of its path."""
    wanted = list(remarks)
    shapes = {each.shape for each in wanted}
    texts = {name: text for shape in shapes for name, text in of_shape(shape, files).items()}
    documents = {name: found for name, text in texts.items() if isinstance(found := read(name, text), Document)}
    return [(each, _document(each, documents).problem(each.path, each.wrong, each.remedy)) for each in wanted]


def _document(remark: Remark, documents: Mapping[str, Document]) -> Document:
    """The file in which something stands."""
    of_kind = list(of_shape(remark.shape, documents).values())
    return next((document for document in of_kind if remark.path[:1] in document.places), of_kind[0])
