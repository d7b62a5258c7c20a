"""The JSON Schemas beside the content, made from the dataclasses of the model: `python -m tools.schema`."""

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from engine.content.load import SHAPES
from tools import content
from tools.message_schema import message_schema
from tools.microsim import book

FOLDER = Path("content/schema")


def schemas() -> dict[str, str]:
    """Each schema's name and JSON text."""
    shapes = SHAPES | {"lessons": content.Lessons, "book": book.Book}
    made = {name: schema_of(name, shape) for name, shape in shapes.items()}
    messages = message_schema(content.catalogues())
    return made | ({"messages": messages} if messages else {})


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / f"{name}.schema.json").write_text(text, encoding="utf-8")


def schema_of(name: str, shape: Any) -> str:
    """The JSON text of the schema that describes a shape made of our dataclasses."""
    modules = [module for name, module in sys.modules.items() if name.startswith(("engine.content.", book.__name__))]
    for kind in [kind for module in modules for kind in vars(module).values()]:
        if isinstance(kind, type) and dataclasses.is_dataclass(kind):
            setattr(kind, "__pydantic_config__", ConfigDict(extra="forbid", use_attribute_docstrings=True))  # noqa: B010
    plain = _simplified(TypeAdapter(shape).json_schema())
    plain = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name.capitalize()} | plain
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def _simplified(node: Any) -> Any:
    """Without what confuses an author's editor: "or null" for what may be left out, and titles that repeat names."""
    if isinstance(node, list):
        return [_simplified(each) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: _simplified(value) for key, value in node.items()}
    if isinstance(node.get("title"), str):
        del node["title"]
    match node.pop("anyOf", None):
        case [present, {"type": "null"}]:
            node = present | {key: value for key, value in node.items() if key != "default"}
        case list() as choices:
            node["anyOf"] = choices
    if "patternProperties" in node:
        node.pop("propertyNames", None)
        node["additionalProperties"] = False
    if "properties" in node:
        node["properties"] = {key.rstrip("_"): value for key, value in node["properties"].items()}
        node["required"] = [key.rstrip("_") for key in node.get("required", [])]
    return node


if __name__ == "__main__":
    main()
