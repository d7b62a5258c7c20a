"""Content as Python source, so that a browser neither reads YAML nor builds the classes of its shape.

What the author's files say stands in the module as records: objects that have the fields of the dataclass they come
from and nothing else. A view cannot tell the difference, and two dozen classes need not be made at each start. Only a
value that is compared with others, such as a workload, stays an instance of its class.
"""

import re
from dataclasses import fields, is_dataclass
from typing import Any

from engine.messages import Messages
from engine.numerals import ENGLISH

HEAD = """\
class Record:
    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __replace__(self, /, **changes):
        return Record(**(self.__dict__ | changes))


"""


def written(records: bool = True, **values: Any) -> str:
    """A module that holds some values by their names; without `records`, each dataclass stays what it is."""
    body = "".join(f"{name} = {_source(value, records)}\n" for name, value in values.items())
    modules = sorted(
        set(re.findall(r"\b(?:engine|simulator|browser)(?:\.[a-z_]+)+(?=\.(?:[A-Z]\w*\(|plural[,)]))", body))
    )
    return "".join(f"import {module}\n" for module in modules) + HEAD + body


def _source(value: Any, records: bool) -> str:
    if isinstance(value, Messages):
        numerals = "" if value.numerals == ENGLISH else f", {tuple(value.numerals)!r}"
        texts = _source(value.texts, records)
        return f"engine.messages.Messages({value.language!r}, {texts}, browser.plurals.plural{numerals})"
    if is_dataclass(value):
        kind = type(value)
        name = f"{kind.__module__}.{kind.__name__}" if kind.__eq__ is not object.__eq__ or not records else "Record"
        parts = (f"{field.name}={_source(getattr(value, field.name), records)}" for field in fields(value))
        return f"{name}({', '.join(parts)})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_source(each, records)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return "(" + "".join(f"{_source(each, records)}, " for each in value) + ")"
    return repr(value)
