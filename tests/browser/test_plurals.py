"""The plural forms that the page asks of the browser are those with which the tests outside it work."""

import json

import pytest

from tests.browser.conftest import Open
from tools.plurals import plural

LANGUAGES = ["en", "de", "es", "pl", "ar"]
NUMBERS = [*range(1001), 1.5]
SCRIPT = f"""
import json
from pyscript import document
from browser.plurals import plural
found = {{language: [plural(language, number) for number in {NUMBERS!r}] for language in {LANGUAGES!r}}}
document.documentElement.dataset.plurals = json.dumps(found)
"""


@pytest.fixture(scope="module")
def expected() -> dict[str, list[str]]:
    """The category of each number in each language."""
    return {language: [plural(language, number) for number in NUMBERS] for language in LANGUAGES}


def test_browser_and_babel_know_the_same_plural_forms(open_page: Open, expected: dict[str, list[str]]) -> None:
    page = open_page()
    page.evaluate(
        """(code) => {
      const script = Object.assign(document.createElement("script"), { type: "py", textContent: code });
      document.body.append(script);
    }""",
        SCRIPT,
    )
    page.wait_for_function("document.documentElement.dataset.plurals")
    assert json.loads(page.evaluate("document.documentElement.dataset.plurals")) == expected
