"""Writes `author.html`, the page beside a lesson in which its author writes it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape

from engine.authoring import view
from engine.content.catalogue import flattened
from engine.content.lesson import Lesson
from engine.messages import Messages
from tools.assets import Assets
from tools.plurals import plural

WORDS = Path("content/author.yaml")
TEMPLATE = Path("author.html")
MAIN = Path("author.py")
AUTHORS = ("author.css", "author.js", "author.wasm", "author.txt")
"""The assets that no learner loads."""


def author_page(assets: Assets, lesson: Lesson, files: Iterable[str]) -> str:
    """The page of a lesson whose own assets are there, with the editor's frame and the list of its files."""
    texts: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    words = Messages("en", flattened(texts), plural)
    assets.add("author.txt", MAIN.read_text(encoding="utf-8"))
    names = view.in_order(files)
    desk = {
        "lesson": lesson.name,
        "page": "./index.html",
        "main": "./assets/main.txt",
        "author": "./assets/author.txt",
        "files": names,
        "words": texts,
    }
    data = assets.renamed(json.dumps(desk, ensure_ascii=False)).replace("<", "\\u003c")
    parts = assets.renamed(TEMPLATE.read_text(encoding="utf-8"))
    slots = {"title": escape(words("title")), "desk": data, "page": str(view.page(words, lesson.about.title, names))}
    for name, text in slots.items():
        parts = parts.replace(f"{{{name}}}", str(text), 1)
    return parts
