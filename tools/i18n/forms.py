"""Plural forms as gettext numbers them, by the names that CLDR and our messages give them."""

from __future__ import annotations

import gettext
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from tools.plurals import categories, plural

SAMPLES = (*range(201), 1_000_000)
"""Numbers that between them have every category that whole numbers have."""


def by_category(strings: Sequence[str], language: str, expression: str) -> dict[str, str]:
    """The forms of a gettext entry by plural category; `expression` is that of its file.

    >>> by_category(["{count} Schritt", "{count} Schritte"], "de", "(n != 1)")
    {'one': '{count} Schritt', 'other': '{count} Schritte'}
    """
    return {
        category: strings[_index(category, language, expression, len(strings))] for category in categories(language)
    }


@cache
def _index(category: str, language: str, expression: str, count: int) -> int:
    """The number of the form for a category; the last where only fractions have it."""
    index: Callable[[int], int] = _compiled(expression)
    numbers = Counter(index(each) for each in SAMPLES if plural(language, each) == category)
    return min(numbers.most_common(1)[0][0] if numbers else count - 1, count - 1)


@cache
def _compiled(expression: str) -> Any:
    return gettext.c2py(expression)
