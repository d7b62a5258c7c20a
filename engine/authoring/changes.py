"""What an author has changed, as others can take it: a patch, a link, an archive, a folder."""

from __future__ import annotations

import base64
import difflib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.content.files import shape_of
from engine.renewal import digest
from engine.untrusted_json import read_json

LONG_LINK = 8_000
"""Characters above which a link is cut by some programs that carry it."""
LARGEST_DRAFT = 4_000_000
"""Bytes of a draft that a link may unpack to."""
SCHEMA = re.compile(r"# yaml-language-server: [^\n]*\n")
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Change:
    """A file that is not as it was."""

    file: str
    before: str | None
    """As it was; None for a file that is new."""
    after: str | None
    """As it is; None for a file that is deleted."""

    @property
    def lines(self) -> list[str]:
        """The change as a unified diff, from its first hunk on, without line ends."""
        before, after = (self.before or "").splitlines(), (self.after or "").splitlines()
        return list(difflib.unified_diff(before, after, lineterm="", n=2))[2:]


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """Every file that is not as it was, the deleted ones last."""
    found = [Change(file, before.get(file), text) for file, text in after.items() if before.get(file) != text]
    return found + [Change(file, text, None) for file, text in before.items() if file not in after]


def patch(found: list[Change], folder: str) -> str:
    """The changes as a patch of a lesson's folder, for `git apply` or `patch -p1`."""
    parts: list[str] = []
    for each in found:
        name = f"{'content' if each.file.startswith('messages/') else folder}/{each.file}"
        old = "/dev/null" if each.before is None else f"a/{name}"
        new = "/dev/null" if each.after is None else f"b/{name}"
        before, after = (_lines(_in_checkout(text or "")) for text in (each.before, each.after))
        parts += difflib.unified_diff(before, after, old, new)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in parts)


def _in_checkout(text: str) -> str:
    """A text as it stands in a folder of `content/`, from where the schemas are one folder further up."""
    return text.replace("$schema=", "$schema=../", 1) if SCHEMA.match(text) else text


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def archive(found: list[Change]) -> bytes:
    """The changed files, whole, in a zip archive; `DELETE.txt` in it names those that are deleted."""
    deleted = "".join(f"{each.file}\n" for each in found if each.after is None)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in found:
            if each.after is not None:
                packed.writestr(zipfile.ZipInfo(each.file, EPOCH), _in_checkout(each.after))
        if deleted:
            packed.writestr(zipfile.ZipInfo("DELETE.txt", EPOCH), deleted)
    return made.getvalue()


def written(found: list[Change]) -> str:
    """The changes as the part of a link that holds them: only what differs, compressed.

    >>> read(written([Change("lesson.yaml", "a: 1\\nb: 2\\n", "a: 1\\nb: 3\\n")]), {"lesson.yaml": "a: 1\\nb: 2\\n"})
    {'lesson.yaml': 'a: 1\\nb: 3\\n'}
    """
    data = {}
    for each in found:
        before, after = _lines(each.before or ""), _lines(each.after or "")
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        codes = matcher.get_opcodes()
        edits = [[i, j - i, "".join(after[k:m])] for tag, i, j, k, m in codes if tag != "equal"]
        known = "" if each.before is None else digest(each.before)
        data[each.file] = [known, False if each.after is None else edits]
    packed = zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


class UnreadableDraftError(Exception):
    """A link that holds no draft, or one of files that are not those of the host; `file` is the first of these."""

    def __init__(self, file: str = "") -> None:
        super().__init__(file)
        self.file = file


def read(text: str, hosted: Mapping[str, str]) -> dict[str, str | None]:
    """The files that a link changes, as they are then; None for one that it deletes. Raises `UnreadableDraftError`.

    Whoever made the link is unknown: all of it is checked, and all of it is text.
    """
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        unpacker = zlib.decompressobj()
        data = read_json(unpacker.decompress(packed, LARGEST_DRAFT))
        if not isinstance(data, dict):
            raise UnreadableDraftError
        return {file: _changed(file, each, hosted) for file, each in data.items()}
    except (ValueError, TypeError, zlib.error) as error:
        raise UnreadableDraftError from error


def _changed(file: str, change: Any, hosted: Mapping[str, str]) -> str | None:
    known, edits = change
    if not shape_of(file) and not re.fullmatch(r"code/\w+\.py", file):
        raise UnreadableDraftError(file)
    if known != (digest(hosted[file]) if file in hosted else ""):
        raise UnreadableDraftError(file)
    if edits is False:
        return None
    lines = _lines(hosted.get(file, ""))
    for start, count, text in reversed(edits):
        if not (isinstance(text, str) and 0 <= start <= start + count <= len(lines)):
            raise UnreadableDraftError(file)
        lines[start : start + count] = [text]
    return "".join(lines)


def for_folder(there: str | None, before: str | None, after: str) -> str | None:
    """What to write over a file of a folder; None where that file is neither as it was nor as it should be.

    The first line, which names the schema, stays as it is there: on the host it names another folder.
    """
    if there is None:
        return _in_checkout(after)
    if _body(there) not in (_body(before or ""), _body(after)):
        return None
    own, ours = SCHEMA.match(there), SCHEMA.match(after)
    return own[0] + after[ours.end() :] if own and ours else after


def may_go(there: str | None, before: str | None) -> bool:
    """Whether a file of a folder may be deleted: it is as it was, or gone already."""
    return there is None or _body(there) == _body(before or "")


def _body(text: str) -> str:
    return SCHEMA.sub("", text.replace("\r\n", "\n"), count=1)
