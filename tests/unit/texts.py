"""Hostile texts, put where an author's texts stand."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from engine.content.lesson import Lesson

NO_TEXT = {"kind", "colour", "shape", "basis", "best", "within", "address", "read"}
"""Fields that hold a choice, a name or an address rather than text."""
NAMES = {"modes", "annotations", "sources"}
"""Fields that hold names where they are lists."""

SCRIPT = """<script>alert(1)</script>&"'"""

HOSTILE: dict[str, Callable[[str], str]] = {
    "doubled": lambda text: text + text,
    "long": lambda text: "x".join([text] * 20),
    "long word": lambda text: text.replace(" ", "") * 20,
    "one letter": lambda text: text[0],
    "spaces": lambda text: f"   {text}   ",
    "right to left": lambda text: f"שלום {text} مرحبا",
    "emoji": lambda text: f"👩🏽‍💻{text}🏳️‍🌈",
    "script": lambda text: SCRIPT + text,
    "closing tags": lambda text: f"</p></div></svg>--><br/>{text}<!--",
    "semicolons": lambda text: f"; {text};",
    "hashes": lambda text: f"#35; #{text}#quot;",
    "end": lambda text: f"end {text} End END",
    "keywords": lambda text: f"loop {text} alt else note over participant activate deactivate",
    "arrows": lambda text: f"a->>b: {text} -->> --) --x <<->>",
    "quotes": lambda text: f"\"'`{text}`'\"",
    "comments": lambda text: f"%% {text} %%{{init: {{}}}}%%",
    "newlines": lambda text: f"\nend\r\n{text}\n    activate p1\n",
    "backticks": lambda text: f"```{text}```",
    "braces": lambda text: f"{{{{ {text} }}}} {{0}} %s ${{x}}",
    "wrap": lambda text: f"wrap:{text}",
    "mathematics": lambda text: f"$${text}$$ \\frac",
    "control characters": lambda text: f"\x01\u202e{text}\u202c\x7f\t",
}


@cache
def with_texts(lesson: Lesson, change: Callable[[str], str]) -> Lesson:
    """A lesson whose every text is changed, and every name and choice left."""
    changed: Lesson = _changed(lesson, change)
    return changed


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(each, change) for each in value)
    if isinstance(value, Mapping):
        return {name: _changed(each, change) for name, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _field(field.name, getattr(value, field.name), change) for field in fields(value)}
        )
    return value


def _field(name: str, value: Any, change: Callable[[str], str]) -> Any:
    if name in NO_TEXT or (name in NAMES and isinstance(value, tuple)):
        return value
    if name == "states" and isinstance(value, Mapping):
        return {change(participant): state for participant, state in value.items()}
    return _changed(value, change)
