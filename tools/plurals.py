"""The plural forms and the numerals of languages, as CLDR has them, for whatever runs outside a browser."""

from functools import cache

from babel import Locale, UnknownLocaleError

from engine.numerals import Numerals

FROM_FIVE_DIGITS = ("be", "bg", "es", "et", "hu", "hy", "it", "ka", "lv", "pl", "pt-PT", "sl", "sq")
"""The languages that write 5000 without a mark, and 50.000 with one, which CLDR knows and Babel does not."""


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


def is_language(name: str) -> bool:
    """Whether a name is the code of a language.

    >>> is_language("pt-BR"), is_language("calls"), is_language("message-delivery")
    (True, False, False)
    """
    try:
        return bool(categories(name))
    except ValueError:
        return False


def numerals(language: str) -> Numerals:
    """How a language writes numbers.

    >>> numerals("de"), numerals("es")
    (Numerals(decimal=',', group='.', least=1), Numerals(decimal=',', group='.', least=2))
    """
    marks = _locale(language).number_symbols["latn"]
    return Numerals(marks["decimal"], marks["group"], 2 if language in FROM_FIVE_DIGITS else 1)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
