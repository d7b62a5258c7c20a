"""Words that are typed: on a page in another language those of both languages are understood."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.content.lazy_content import LazyContent
from engine.features.workload.form import entered
from simulator.fields import FieldError, decode
from simulator.workload import DECLARED
from tests.engine.test_i18n import folder, translate, translating, untranslated
from tools.content import load_translation
from tools.plurals import numerals

__all__ = ("folder", "translate")
GERMAN: Mapping[str, str] = {
    "units[3].words": "Tage, Tagen",
    "units[2].words": "h, Std, Stunden",
    "sizes[1].words": "Mio, Millionen",
    "words.times_a_day[0].words": "mal",
    "numbers[0].words": "einmal, ein",
    "numbers[10].words": "elf, once",
    "often[0].words": "täglich",
    "per": "pro, am, in, der",
    "every": "alle",
    "passed": "etwa, und",
    "nothing": "keine, kein Limit, unbekannt",
    "unknown": "unbekannt",
}
"""Some words that may be typed; in this German, once is 11, as it is in Spanish."""


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> LazyContent:
    """The lesson with these words."""
    with pytest.MonkeyPatch.context() as patch:
        folder = untranslated(tmp_path_factory.mktemp("german"), patch)
        translate = translating(folder)
        for key, words in GERMAN.items():
            translate(f"settings.workload.{key}", words)
        found = load_translation("fixture", "de", folder)
    assert not found.found.problems
    return found.content.lazy


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("deadline", "3 Tage", 259_200),
        ("deadline", "3 days", 259_200),
        ("deadline", "2 Std. und 30 min", 9000),
        ("deadline", "1,5 h", 5400),
        ("requests", "1,5 Mio.", 1_500_000),
        ("requests", "etwa 2 million requests", 2_000_000),
        ("times_a_day", "3-mal am Tag", 3),
        ("times_a_day", "3× TAEGLICH", FieldError("number")),
        ("times_a_day", "3× täglich", 3),
        ("times_a_day", "3x taglich", 3),
        ("times_a_day", "alle 2 Tage", 0.5),
        ("times_a_day", "twice a day", 2),
        ("times_a_day", "once am Tag", 11),
        ("times_a_day", "once a day", 1),
        ("times_a_day", "einmal alle 2 Tage", 0.5),
        ("timeout", "kein Limit", None),
        ("timeout", "no limit", None),
        ("cached_share", "keine", 0),
        ("cached_share", "Unbekannt", None),
        ("rate_limit", "1.000 requests pro min", 1000),
    ],
)
def test_the_words_of_both_languages_are_understood(german: LazyContent, fact: str, typed: str, value: object) -> None:
    assert decode(DECLARED[fact], typed, german.words.workload, numerals("de")) == value


def test_a_field_is_filled_in_the_language_of_the_page(german: LazyContent) -> None:
    assert entered("deadline", 3 * 86_400, german) == "3 Tage"
    assert entered("deadline", 9000, german) == "2 h 30 min"


def test_a_word_that_is_not_translated_is_the_authors(folder: Path, translate: Callable[..., None]) -> None:
    translate("settings.workload.every", "alle")
    lazy = load_translation("fixture", "de", folder).content.lazy
    assert [each.words for each in lazy.words.workload.units][3] == "days"
    assert entered("deadline", 3 * 86_400, lazy) == "3 days"


def test_a_word_that_means_two_numbers_is_a_problem_at_its_entry(folder: Path, translate: Callable[..., None]) -> None:
    translate("settings.workload.units[3].words", "Tage")
    translate("settings.workload.units[5].words", "Wochen, Tage")
    problems = load_translation("fixture", "de", folder).found.problems
    assert [each.path for each in problems] == ["settings.workload.units[5].words"]
    assert "`tage` has two meanings" in problems[0].wrong
