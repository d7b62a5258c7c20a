"""The line that embeds the lesson in another page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import escape

if TYPE_CHECKING:
    from engine.content.lesson import Lesson

PRIVATE = re.compile(
    r"(.+\.)?(localhost|local|internal|test)|0\.0\.0\.0|(127|10)(\.\d+){3}"
    r"|(192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d+){2}|::1?|f[cde].*:.*|"
)
"""Names and numbers of hosts that mean something else, or nothing, on another machine."""


@dataclass(frozen=True)
class CopySnippet:
    """Copy the line that embeds the lesson."""


def snippet(lesson: Lesson, address: str = "") -> str:
    """The line that embeds the lesson in another page, which finds it at an address.

    Without an address it is the front page of a book that has the lesson's folder in its folder `sims`.
    """
    sheet, place = lesson.about, address or f"sims/{lesson.name}/main.html"
    title, height = escape(" ".join(sheet.title.split())), sheet.embed.height
    # Where a frame can size itself the style does it; the attribute is for tools that look for a height.
    return (
        f'<iframe src="{escape(place)}" title="{title}" width="100%" height="{height}" allow="clipboard-write" '
        f'style="border: 0; frame-sizing: content-height; height: auto; min-height: {height}px"></iframe>'
    )


def public(address: str) -> str:
    """The page's own address without query and fragment, where others can reach it; "" where only its author can.

    >>> public("https://example.org/sims/flow/main.html?theme=dark#view=race")
    'https://example.org/sims/flow/main.html'
    >>> public("http://127.0.0.1:8000/"), public("file:///home/me/main.html"), public("about:srcdoc")
    ('', '', '')
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or PRIVATE.fullmatch(parts.hostname or ""):
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
