"""Reads JSON that comes from outside: a learner's file, a host's state, a link."""

import json
import re
from itertools import accumulate
from typing import Any

DEEPEST = 100
"""Levels of nesting. At some thousands Pyodide's stack ends, and Python with it: no `RecursionError` is raised."""

STEP = {"[": 1, "{": 1, "]": -1, "}": -1}
STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?+|[\[\]{}]', re.DOTALL)


def read_json(text: str | bytes) -> Any:
    """What the text says. Raises `ValueError` where it is no JSON, or nested deeper than 100 levels.

    >>> read_json('{"a": ["[[", 1]}')
    {'a': ['[[', 1]}
    """
    text = text if isinstance(text, str) else text.decode()
    if text.count("[") + text.count("{") > DEEPEST and _depth(text) > DEEPEST:
        raise ValueError(f"nested deeper than {DEEPEST} levels")
    return json.loads(text)


def _depth(text: str) -> int:
    found = STRING_OR_BRACKET.finditer(text)
    return max(accumulate(STEP.get(each[0], 0) for each in found), default=0)
