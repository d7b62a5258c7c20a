"""Where a translation puts the currency, the percent sign and the last word of a list, it does as CLDR has it.

They are messages, since an author may write otherwise than CLDR: this lesson has `80 %` and `A, B and C` in English.
"""

import pytest
from babel.lists import format_list
from babel.numbers import format_currency, format_percent

from engine.messages import Messages
from tools.content import languages, lessons, load_translation

TRANSLATED = [(lesson, language) for lesson in lessons() for language in languages(lesson)]


@pytest.fixture(scope="module", params=TRANSLATED, ids="-".join)
def messages(request: pytest.FixtureRequest) -> Messages:
    return load_translation(*request.param).content.lazy.messages


def spaced(text: str) -> str:
    """A text in which all spaces are equal."""
    return " ".join(text.split())


def test_the_currency_and_the_percent_sign_stand_where_the_language_has_them(messages: Messages) -> None:
    dollars = format_currency(12.34, "USD", locale=messages.language).replace("US$", "$")  # there are no others here
    assert spaced(messages("facts.dollars", amount=messages.numeral("12.34"))) == spaced(dollars)
    assert spaced(messages("facts.share", percent="12")) == spaced(format_percent(0.12, locale=messages.language))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_list_of_facts_is_joined_as_in_the_language(messages: Messages, count: int) -> None:
    items = ["A", "B", "C", "D"][:count]
    assert messages.listed("facts.all_of", items) == format_list(items, locale=messages.language)
