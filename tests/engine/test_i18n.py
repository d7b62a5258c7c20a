"""A lesson in another language: what is translated, how it is kept, and what happens when the author's words change."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.content.mode import Sequence
from engine.content.problems import ContentError
from tests.conftest import FIXTURE
from tests.support.pseudo import translate as pseudo
from tools import content as on_disk
from tools.check import progress
from tools.content import load_translation
from tools.i18n.__main__ import update
from tools.i18n.forms import by_category

MODE = Path("modes/counter.yaml")
Translate = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tests' lesson and of the page's words, with every text still to be translated into German."""
    return untranslated(tmp_path, monkeypatch)


def untranslated(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Copies the tests' lesson and the page's words into a folder, and has them taken from there."""
    shutil.copytree(FIXTURE, folder / "fixture")
    shutil.copytree(on_disk.SHARED_MESSAGES, folder / "messages", ignore=shutil.ignore_patterns("i18n"))
    patch.setattr(on_disk, "SHARED_MESSAGES", folder / "messages")
    return folder


@pytest.fixture
def translate(folder: Path) -> Translate:
    """Says what the translation of some texts is, by their keys; those that stand below `messages` are the page's."""
    return translating(folder)


def translating(folder: Path) -> Translate:
    """The same for any folder; what is to be translated is listed at the first."""

    def say(key: str, *strings: str, shared: bool = False, flags: str = "") -> None:
        file = folder / ("messages" if shared else "fixture") / "i18n" / "de.po"
        if not file.exists():
            update("fixture", "de", folder)
        head, context, rest = file.read_text().partition(f'msgctxt "{key}"\n')
        assert context, key
        entry, gap, rest = rest.partition("\n\n")
        for index, string in enumerate(strings):
            name = f"msgstr[{index}]" if len(strings) > 1 else "msgstr"
            assert f'{name} ""' in entry
            entry = entry.replace(f'{name} ""', f'{name} "{string}"')
        file.write_text(head + (f"#, {flags}\n" if flags else "") + context + entry + gap + rest)

    return say


def edit(file: Path, old: str, new: str) -> None:
    """Change the author's words."""
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_translated_text_is_shown_and_any_other_stays_as_the_author_wrote_it(
    folder: Path, translate: Translate
) -> None:
    translate("modes.counter.lead", "Iss an der Theke.")
    lesson = load_translation("fixture", "de", folder).content.lesson
    assert lesson.modes["counter"].lead == "Iss an der Theke."
    assert lesson.modes["buffet"].lead == "Eat by the buffet."
    assert lesson.about.language == lesson.messages.language == "de"


def test_a_participant_is_called_the_same_wherever_it_takes_part(folder: Path, translate: Translate) -> None:
    translate("participants[Kitchen].name", "Küche")
    found = load_translation("fixture", "de", folder)
    sequences: list[Sequence] = [*found.content.lesson.modes.values(), *found.content.lazy.failures["counter"].values()]
    for sequence in sequences:
        names = [each.name for each in sequence.participants]
        assert "Küche" in names
        assert "Kitchen" not in names
        assert {step.from_ for step in sequence.steps} <= set(names)
        assert all(set(step.states or {}) <= set(names) for step in sequence.steps)
    assert not found.found.problems


def test_names_that_others_refer_to_and_titles_of_documents_are_not_translated(folder: Path) -> None:
    update("fixture", "de", folder)
    text = (folder / "fixture" / "i18n" / "de.po").read_text()
    for never in ("sources.study.title", ".id", ".colour", ".from", "vendors"):
        assert f'{never}"' not in text, never


def test_a_message_has_the_plural_forms_of_its_language(folder: Path, translate: Translate) -> None:
    translate("messages.facts.requests", "{shown} Anfrage", "{shown} Anfragen", shared=True)
    messages = load_translation("fixture", "de", folder).content.lazy.messages
    assert [messages("facts.requests", count=count, shown=f"{count}") for count in (1, 2)] == [
        "1 Anfrage",
        "2 Anfragen",
    ]


@pytest.mark.parametrize(
    ("language", "expression", "forms"),
    [
        ("ja", "0", ["other"]),
        ("pl", "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", ["one", "few", "many", "many"]),
        ("es", "n != 1", ["one", "other", "other"]),
        ("ar", "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5", None),
    ],
)
def test_plural_forms_that_gettext_numbers_are_found_by_the_names_of_cldr(
    language: str, expression: str, forms: list[str] | None
) -> None:
    names = {"ja": ["other"], "pl": ["one", "few", "many"], "es": ["one", "other"]}
    strings = names.get(language, ["zero", "one", "two", "few", "many", "other"])
    found = by_category(strings, language, expression)
    assert list(found.values()) == (forms or strings)


def test_a_message_that_is_not_translated_has_a_form_for_every_number(folder: Path) -> None:
    messages = load_translation("fixture", "pl", folder).content.lazy.messages
    assert messages("facts.requests", count=3, shown="3") == "3 requests"


def test_a_text_that_changed_keeps_its_translation_as_stale_and_is_shown_as_the_author_wrote_it(
    folder: Path, translate: Translate
) -> None:
    translate("modes.counter.lead", "Iss an der Theke.")
    edit(folder / "fixture" / MODE, "Eat by the counter.", "Eat at the counter.")
    for _ in range(2):
        found = load_translation("fixture", "de", folder)
        assert found.content.lesson.modes["counter"].lead == "Eat at the counter."
        assert (found.found.own.done, found.found.own.stale) == (0, 1)
        update("fixture", "de", folder)
    text = (folder / "fixture" / "i18n" / "de.po").read_text()
    assert '#, fuzzy\n#| msgid "Eat by the counter."\nmsgctxt "modes.counter.lead"\n' in text
    assert 'msgid "Eat at the counter."\nmsgstr "Iss an der Theke."\n' in text


def test_a_text_that_moved_keeps_its_translation(folder: Path, translate: Translate) -> None:
    translate("lesson.how_to_use[0]", "Erst lesen.")
    edit(folder / "fixture" / "lesson.yaml", "how_to_use: [", "how_to_use: [Sit down before anything else., ")
    update("fixture", "de", folder)
    found = load_translation("fixture", "de", folder).content.lesson
    assert found.about.how_to_use[1] == "Erst lesen."


def test_a_text_that_is_gone_is_kept_aside_and_comes_back_with_it(folder: Path, translate: Translate) -> None:
    translate("modes.counter.lead", "Iss an der Theke.")
    file, mode = folder / "fixture" / "i18n" / "de.po", folder / "fixture" / MODE
    before, kept = file.read_text(), mode.read_text()
    shutil.move(mode, folder / "counter.yaml")
    edit(folder / "fixture" / "lesson.yaml", "[counter, ", "[")
    from tools.i18n.merge import merged
    from tools.i18n.po import read, write

    old = read(file, "de.po", "de")
    write(file, "de", merged(old, [], "de"))
    assert (
        '#~ msgctxt "modes.counter.lead"\n#~ msgid "Eat by the counter."\n#~ msgstr "Iss an der Theke."'
        in file.read_text()
    )
    mode.write_text(kept)
    edit(folder / "fixture" / "lesson.yaml", "modes: [", "modes: [counter, ")
    update("fixture", "de", folder)
    assert file.read_text() == before


def test_a_second_export_changes_nothing_and_what_a_translator_added_stays(folder: Path, translate: Translate) -> None:
    translate("modes.counter.lead", "Iss an der Theke.")
    file = folder / "fixture" / "i18n" / "de.po"
    edit(file, '"Language: de\\n"', '"Language: de\\n"\n"Last-Translator: Anna <anna@example.org>\\n"')
    edit(file, "#. What", "# Ask the cook.\n#. What")
    before = file.read_text()
    update("fixture", "de", folder)
    assert file.read_text() == before
    assert max(map(len, before.splitlines())) > 120  # no line is wrapped


@pytest.mark.parametrize(
    ("key", "strings", "shared", "wrong"),
    [
        ("participants[Kitchen].name", ["Großküchenmannschaft"], False, "too long for this place"),
        ("participants[Kitchen].name", ["Guest"], False, "stands here a second time"),
        ("messages.compare.open", ["{art} öffnen"], True, "unknown placeholder `{art}`"),
        ("messages.facts.requests", ["{shown} Anfrage", "Anfragen"], True, "the placeholder `{shown}` is missing"),
        ("modes.counter.lead", ["Iss\\tdort."], False, "the text has a"),
    ],
)
def test_a_translation_that_breaks_a_rule_is_a_problem_at_its_line_and_the_authors_words_stand_in(
    folder: Path, translate: Translate, key: str, strings: list[str], shared: bool, wrong: str
) -> None:
    translate(key, *strings, shared=shared)
    (problem,) = load_translation("fixture", "de", folder).found.problems
    file = ("messages/" if shared else "fixture/") + "i18n/de.po"
    lines = (folder / file).read_text().splitlines()
    assert wrong in problem.wrong
    assert problem.path == key
    assert problem.file == file
    assert lines[problem.line - 2] == f'msgctxt "{key}"'


def test_a_file_that_is_no_gettext_is_a_problem_with_its_line(folder: Path, translate: Translate) -> None:
    translate("modes.counter.lead", "Iss an der Theke.")
    edit(folder / "fixture" / "i18n" / "de.po", 'msgstr "Iss an', 'mgstr "Iss an')
    with pytest.raises(ContentError, match=r"content/fixture/i18n/de\.po:\d+:1: translation: unknown or misformatted"):
        load_translation("fixture", "de", folder)


def test_what_a_translator_is_unsure_of_is_not_shown(folder: Path, translate: Translate) -> None:
    translate("modes.counter.lead", "Iss an der Theke.", flags="fuzzy")
    found = load_translation("fixture", "de", folder)
    assert found.content.lesson.modes["counter"].lead == "Eat by the counter."
    assert found.found.own.stale == 1


@pytest.fixture
def german_catalogue(folder: Path) -> Path:
    """The page's words in German, as a lesson that was written in German needs them."""
    english = (folder / "messages" / "en.yaml").read_text()
    file = folder / "messages" / "de.yaml"
    file.write_text(english.replace("open: Open {mode}\n", 'open: "{mode} öffnen"\n'))
    return file


@pytest.mark.usefixtures("german_catalogue")
def test_where_a_lesson_was_written_in_a_language_the_pages_words_are_there_and_not_translated(
    folder: Path, translate: Translate
) -> None:
    translate("modes.counter.lead", "Iss an der Theke.")
    assert not (folder / "messages" / "i18n" / "de.po").exists()
    found = load_translation("fixture", "de", folder)
    assert not found.found.problems
    assert found.content.lesson.messages("compare.open", mode="Theke") == "Theke öffnen"
    assert found.content.lesson.modes["counter"].lead == "Iss an der Theke."
    assert (found.found.shared.total, found.found.shared.percent) == (0, 100)


def test_the_pages_words_in_one_language_are_in_one_file(
    folder: Path, translate: Translate, request: pytest.FixtureRequest
) -> None:
    translate("messages.compare.open", "{mode} öffnen", shared=True)
    request.getfixturevalue("german_catalogue")
    with pytest.raises(ContentError, match=r"content/messages/i18n/de\.po:1:1: .* are also in `messages/de\.yaml`"):
        load_translation("fixture", "de", folder)


@pytest.mark.parametrize("update_too", [False, True])
def test_a_source_that_changes_is_told_by_make_check(folder: Path, update_too: bool) -> None:
    pseudo("fixture", "de", folder)
    assert [text for text, _ in progress("fixture", folder)] == [
        "German: 100 % translated; of the page's words 100 % translated."
    ]
    edit(folder / "fixture" / MODE, "Eat by the counter.", "Eat at the counter.")
    edit(folder / "messages" / "en.yaml", "Open {mode}", "Open the {mode}")
    if update_too:
        update("fixture", "de", folder)
    assert [text for text, _ in progress("fixture", folder)] == [
        "German: 99 % translated, 1 stale; of the page's words 99 % translated, 1 stale."
    ]
