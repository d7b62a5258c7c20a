"""Which messages the code asks for, read from its source: by what key, and with what for their placeholders."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDERS = ("engine", "simulator", "browser", "tools")
AUTHORS = (
    *("engine/authoring/", "browser/desk.py", "browser/outward.py", "browser/shelf.py"),
    *("tools/author_page.py", "tools/new.py"),
)
"""Where the author's page is made, which has messages of its own: `content/author.yaml`."""
SEGMENT = r"[a-z0-9_-]+"
"""What may stand for a part of a key that the code works out."""


class Call(NamedTuple):
    """One place that asks for messages."""

    place: str
    """File and line."""
    key: str
    """A regular expression for the whole key."""
    names: frozenset[str]
    """The placeholders that are filled in."""


class UnclearError(Exception):
    """A call of which the source does not say what it asks for."""


def calls(of_author: bool = False) -> list[Call]:
    """Every place in the code that asks for messages of a learner's page, or of the author's page."""
    return [call for file in sources() if file.as_posix().startswith(AUTHORS) == of_author for call in in_file(file)]


def sources() -> list[Path]:
    """The files that may ask for messages."""
    return [file for folder in FOLDERS for file in sorted(Path(folder).rglob("*.py"))]


def in_file(file: Path) -> Iterator[Call]:
    """The calls in one file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    yield from in_tree(tree, str(file))


def in_tree(tree: ast.AST, file: str) -> Iterator[Call]:
    """The calls in a module.

    >>> source = "lesson.messages(f'a.{kind}', n=1); messages.listed('b', names); messages('c' if x else 'd')"
    >>> [(call.key, sorted(call.names)) for call in in_tree(ast.parse(source), "m.py")]
    [('a\\\\.[a-z0-9_-]+', ['n']), ('b\\\\.rest', ['first', 'rest']), ('b\\\\.last', ['first', 'last']), ('c', []), ('d', [])]
    """
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or (kind := _asks(node.func)) is None:
            continue
        place = f"{file}:{node.lineno}"
        if not node.args or any(each.arg is None for each in node.keywords):
            raise UnclearError(f"{place}: write the key first, and each placeholder by its name")
        names = frozenset(str(each.arg) for each in node.keywords)
        for key in _keys(node.args[0], place):
            if kind in ("listed", "listed_nodes"):
                yield Call(place, rf"{key}\.rest", frozenset(("first", "rest")))
                yield Call(place, rf"{key}\.last", frozenset(("first", "last")))
            else:
                yield Call(place, key, names)


def _asks(function: ast.expr) -> str | None:
    """Which of the ways to ask for a message a call is; None for another call."""
    if _is_messages(function):
        return "text"
    if isinstance(function, ast.Attribute) and _is_messages(function.value):
        return function.attr if function.attr in ("nodes", "listed", "listed_nodes") else None
    return None


def _is_messages(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id == "messages") or (
        isinstance(node, ast.Attribute) and node.attr == "messages"
    )


def _keys(node: ast.expr, place: str) -> Iterator[str]:
    match node:
        case ast.Constant(str(key)):
            yield re.escape(key)
        case ast.IfExp(body=this, orelse=other):
            yield from _keys(this, place)
            yield from _keys(other, place)
        case ast.JoinedStr(values=[ast.Constant(), *_] as parts):
            yield "".join(re.escape(str(each.value)) if isinstance(each, ast.Constant) else SEGMENT for each in parts)
        case _:
            raise UnclearError(f"{place}: write the key as a text, or begin it with one")


def renamed(tree: ast.AST) -> Iterator[int]:
    """The lines in which messages get another name, so that no call of them would be found."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr="messages")) if name != "messages":
                yield node.lineno
            case ast.arg(arg=name, annotation=ast.expr() as kind) if ast.unparse(kind) == "Messages":
                if name != "messages":
                    yield node.lineno


def glued(tree: ast.AST) -> Iterator[int]:
    """The lines in which a message is a fragment of a sentence: a part of an f-string, or added to another text."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=parts):
                inside: list[ast.expr] = [each.value for each in parts if isinstance(each, ast.FormattedValue)]
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                inside = [left, right]
            case _:
                continue
        if any(isinstance(each, ast.Call) and _asks(each.func) for each in inside):
            yield node.lineno
