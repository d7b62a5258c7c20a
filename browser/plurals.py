"""The plural forms of languages, which a browser knows."""

from functools import cache
from typing import Any

from pyscript import window


def plural(language: str, count: float) -> str:
    """The plural category of CLDR that a number has in a language."""
    return str(_rules(language).select(count))


@cache
def _rules(language: str) -> Any:
    return window.Intl.PluralRules.new(language)
