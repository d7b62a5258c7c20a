"""Writes `author.html`, the page beside a lesson in which its author writes it."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape

from engine.authoring import presenter, view
from engine.content.catalogue import flattened
from engine.content.lesson import Lesson
from engine.messages import Messages
from tools import drawings
from tools.assets import Assets
from tools.plurals import plural

WORDS = Path("content/author.yaml")
TEMPLATE = Path("author.html")
MAIN = Path("author.py")
AUTHORS = ("author.css", "author.js", "author.wasm", "author.txt")
"""The assets that no learner loads."""


def write_author_page(folder: Path, assets: Assets, lesson: Lesson, files: Iterable[str]) -> None:
    """Put it into the folder of a lesson whose own assets are there."""
    texts: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    messages = Messages("en", flattened(texts), plural)
    assets.add("author.txt", MAIN.read_text(encoding="utf-8"))
    names = presenter.in_order(files)
    desk = {
        "lesson": lesson.name,
        "page": "./index.html",
        "main": "./assets/main.txt",
        "author": "./assets/author.txt",
        "files": names,
        "drawings": drawings.marks(lesson),
        "words": texts,
    }
    slots = {
        "title": str(escape(messages("title"))),
        "desk": assets.renamed(json.dumps(desk, ensure_ascii=False)).replace("<", "\\u003c"),
        "page": str(view.page(messages, lesson.about.title, presenter.folders(messages, names))),
    }
    parts = re.split(r"\{(\w+)\}", assets.renamed(TEMPLATE.read_text(encoding="utf-8")))
    page = "".join(slots[part] if index % 2 else part for index, part in enumerate(parts))
    (folder / "author.html").write_text(page, encoding="utf-8")
