"""Hostile texts, put where an author's texts stand."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from engine.content.lesson import Lesson
from engine.messages import Messages, Text, parse
from tools.plurals import plural

NO_TEXT = {
    *("language", "kind", "colour", "shape", "fill", "sign", "basis", "best", "within", "address", "read"),
    *("columns", "step"),
}
"""Fields that hold a choice, a name or an address rather than text."""
NAMES = {"modes", "sources", "features"}
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
    if isinstance(value, Messages):
        return with_messages(value, lambda text: _words_changed(text, change))
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


def with_messages(messages: Messages, change: Callable[[str], str]) -> Messages:
    """Messages whose every text, or every form of it, is changed."""
    texts: dict[str, Text] = {
        key: change(text) if isinstance(text, str) else {name: change(form) for name, form in text.items()}
        for key, text in messages.texts.items()
    }
    return Messages(messages.language, texts, plural)


def _words_changed(text: str, change: Callable[[str], str]) -> str:
    """A message whose words are changed, and its placeholders left."""
    pieces = parse(text)
    words = [change(each).replace("{", "{{") if each else "" for each in pieces[::2]]
    names = [f"{{{name}}}" for name in pieces[1::2]]
    return "".join(each for pair in zip(words, [*names, ""], strict=True) for each in pair)


def _field(name: str, value: Any, change: Callable[[str], str]) -> Any:
    if name in NO_TEXT or (name in NAMES and isinstance(value, tuple)):
        return value
    if name == "states" and isinstance(value, Mapping) and all(isinstance(state, str) for state in value.values()):
        return {change(participant): state for participant, state in value.items()}
    return _changed(value, change)
