"""What holds of every room: its controls ask for its events, and its view computes nothing."""

import ast
from collections.abc import Iterable
from pathlib import Path

from engine.events import kinds_by_name
from engine.feature import Room
from tests.support.markup import Tag, find


def asked_for(room: Room, found: Iterable[Tag]) -> set[type]:
    """The events that the controls on a page ask for; each must be one of the room's."""
    kinds = kinds_by_name(room.events)
    return {kinds[tag.attributes["data-event"]] for tag in find(list(found), data_event="*")}


def view_imports(feature: str) -> set[str]:
    """What a view imports that works things out: the simulator, or a presenter beyond the shape of its value."""
    tree = ast.parse(Path(f"engine/features/{feature}/view.py").read_text(encoding="utf-8"))
    typing = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    imported = [
        node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and id(node) not in typing
    ]
    return {name for name in imported if name.startswith("simulator") or name.endswith(("presenter", "texts"))}
