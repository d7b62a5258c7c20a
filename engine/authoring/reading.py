"""Reading a file again after a small change takes no longer than what was changed.

A file with many entries, such as scenarios.yaml, is read entry by entry, and an entry that is as it was is not read
again. Where an entry alone cannot be read, or the entries do not make a whole, the file is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from engine.content.document import Document, misread, read
from engine.content.problems import Problem

ENTRY = re.compile(r"(?m)^(?=[^\s#\-?\[\]{}])")
"""Before each line that begins an entry at the left edge."""
WHOLE = re.compile(r"(?m)^(?:---|\.\.\.|%|-|\?|[\[\]{}])")
"""What makes a file one that is not a list of named entries, one below the other."""
WORTH_IT = 4_000
"""Characters below which a file is read as one."""


class Reader:
    """Reads one file again and again."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._entries: dict[str, Document] = {}

    def read(self, text: str) -> Iterator[Document | list[Problem] | None]:
        """None for each piece of work, and in the end the document, or every reason why there is none."""
        if len(text) < WORTH_IT or misread(self.file, text) or WHOLE.search(text):
            yield read(self.file, text)
            return
        parts = entries(text) or [text]
        known: dict[str, Document] = {}
        before = above = 0
        for part in parts:
            found = self._entries.get(part) or read(self.file, part)
            if not isinstance(found, Document) or not isinstance(found.data, dict):
                yield self._from(text, before)
                return
            known[part] = found
            before, above = above, above + len(part)
            yield None
        self._entries = known
        whole = joined(self.file, [(part, known[part]) for part in parts])
        yield whole or read(self.file, text)

    def _from(self, text: str, start: int) -> Document | list[Problem]:
        """What is wrong from an entry on, before which all is well; the document where the whole is."""
        rest = read(self.file, text[start:])
        if isinstance(rest, Document):
            return read(self.file, text)
        lines = text.count("\n", 0, start)
        return [replace(each, line=each.line + lines) for each in rest]


def entries(text: str) -> list[str]:
    """A file's text, divided before each entry at its left edge; what stands before the first goes with it.

    >>> entries("# Sources\\na:\\n  b: 1\\n# The next\\nc: 2\\n")
    ['# Sources\\na:\\n  b: 1\\n# The next\\n', 'c: 2\\n']
    """
    starts = [found.start() for found in ENTRY.finditer(text)]
    ends = [*starts[1:], len(text)][: len(starts)]
    return [text[(start if number else 0) : end] for number, (start, end) in enumerate(zip(starts, ends, strict=True))]


def joined(file: str, parts: list[tuple[str, Document]]) -> Document | None:
    """One document of all entries; None where a name stands twice, which the whole file has to tell."""
    whole = Document(file, {}, {}, {})
    above = 0
    for text, part in parts:
        if part.data.keys() & whole.data.keys():
            return None
        whole.data.update(part.data)
        for places, found in ((whole.places, part.places), (whole.names, part.names)):
            for path, (line, column) in found.items():
                places.setdefault(path, (line + above, column))
        above += text.count("\n")
    return whole
