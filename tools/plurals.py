"""The plural forms of languages, as CLDR has them, for whatever runs outside a browser."""

from functools import cache

from babel import Locale, UnknownLocaleError


def plural(language: str, count: float) -> str:
    """The plural category that a number has in a language.

    >>> plural("en", 1), plural("pl", 2), plural("pl", 5)
    ('one', 'few', 'many')
    """
    return str(_locale(language).plural_form(count))


def categories(language: str) -> list[str]:
    """The plural categories that a language has, in the order of CLDR; none where CLDR has no such language."""
    try:
        _locale(language)
    except UnknownLocaleError:
        return []
    has = {*_locale(language).plural_form.tags, "other"}
    return [each for each in ("zero", "one", "two", "few", "many", "other") if each in has]


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
