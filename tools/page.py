"""The page of a lesson as a file: its first screen, rendered by the functions that render it in the browser."""

from __future__ import annotations

import json
import re
import tomllib
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from htpy import Node
from markupsafe import escape

from engine import page as views
from engine.content.lesson import Lesson
from engine.first_screen import start
from tools import drawings
from tools.i18n.pages import direction
from tools.versions import versions

if TYPE_CHECKING:
    from tools.assets import Assets
from tools.author_page import AUTHORS

FACE = '<link rel="preload" href="{}" as="font" crossorigin media="(device-posture: continuous)">'
ALTERNATE = '<link rel="alternate" hreflang="{}" href="{}">\n'


def static_page(assets: Assets, lesson: Lesson, content: Path, without: frozenset[str]) -> str:
    """index.html with its first screen."""
    state = replace(start(lesson, versions()), drawings=drawings.kept(lesson, content))
    config = tomllib.loads(Path("pyscript.toml").read_text(encoding="utf-8"))
    messages = lesson.messages
    late = (
        "draw.js",
        "picture.js",
        "lazy.wasm",
        "lazy_content.wasm",
        "lazy.css",
        "print.css",
        "checker.wasm",
        "icon.svg",
        "early.js",
        "style.css",
        "no-script.css",
        "text.woff2",
        "text-more.woff2",
        *AUTHORS,
    )
    slots: dict[str, Node] = {
        "face": "" if "posture" in without else FACE.format(_face(assets)),
        "style": _style(assets),
        "no_script": (assets.folder / assets.names["no-script.css"]).read_text(encoding="utf-8").strip(),
        "name": lesson.name,
        "title": escape(lesson.about.title),
        "lead": escape(lesson.about.lead),
        "bytes": str(sum(size for name, size in assets.sizes.items() if name not in late)),
        "page": views.page(state),
        "language": lesson.about.language,
        "direction": ' dir="rtl"' if direction(lesson.about.language) == "rtl" else "",
        "alternates": "".join(ALTERNATE.format(each.language, each.address) for each in lesson.languages),
        "languages": _languages(lesson),
        "config": assets.renamed(json.dumps(config, separators=(",", ":"))),
        "failed": escape(messages("notices.failed")),
        "from_file": escape(messages("notices.from_file")),
        "no_webassembly": escape(messages("notices.no_webassembly")),
        "no_access": escape(messages("notices.no_access")),
        "again": escape(messages("notices.try_again")),
    }
    template = Path("index.html").read_text(encoding="utf-8")
    parts = re.split(r"\{(\w+)\}", assets.renamed(template))
    return "".join(str(slots[part]) if index % 2 else part for index, part in enumerate(parts))


def _languages(lesson: Lesson) -> str:
    """For the early scripts: where the lesson is in which language."""
    found = json.dumps({each.language: each.address for each in lesson.languages}, separators=(",", ":"))
    return f" data-languages='{found}'" if lesson.languages else ""


def _face(assets: Assets) -> str:
    """The text face as an address that holds it. Asked for ahead of the style, it is there for the first frame.

    Chromium needs that, and only it is asked, by a media feature that only it knows: WebKit would lose the face.
    """
    data = (assets.folder / assets.names["text.woff2"]).read_bytes()
    return f"data:font/woff2;base64,{b64encode(data).decode()}"


def _style(assets: Assets) -> str:
    """The style that stands in the page, text face and all, so that the first frame needs nothing else."""
    style = (assets.folder / assets.names["style.css"]).read_text(encoding="utf-8").strip()
    style = style.replace(f"./{assets.names['text.woff2']}", _face(assets))
    return style.replace("url(./", f"url({assets.root}assets/")
