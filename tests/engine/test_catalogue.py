"""The messages that the code asks for and those of the catalogue are the same, and what an author says fits them."""

import ast
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from babel import Locale
from htpy import a, strong

from engine.content.catalogue import CATEGORIES, LATER, SHARED, flattened, placeholders
from engine.content.load import load
from engine.content.problems import ContentError
from engine.messages import Messages, Text, no_plural
from tests.engine.message_calls import Call, calls, glued, renamed, sources
from tests.engine.small import small_files
from tests.engine.test_architecture import MODULES, reached
from tools.message_schema import message_schema
from tools.plurals import categories, plural

ENGLISH = flattened(yaml.safe_load(Path("content/messages/en.yaml").read_text(encoding="utf-8")))
CALLS = calls()
ASKING = [(re.compile(call.key), call.place) for call in CALLS]
"""More patterns than `re` would keep by itself."""
AUTHORS = flattened(yaml.safe_load(Path("content/author.yaml").read_text(encoding="utf-8")))
AUTHORS_CALLS = calls(of_author=True)
OPEN = "compare.open: "
NO_GROUP = (
    "expected a group of named fields, found {}. Write its fields below it, each on its own line as `name: value`."
)


def asked(key: str) -> list[str]:
    """The places that ask for a message."""
    return [place for pattern, place in ASKING if pattern.fullmatch(key)]


# What the code asks for


@pytest.mark.parametrize("key", ENGLISH)
def test_every_message_is_asked_for(key: str) -> None:
    assert asked(key), f"no code asks for {key}: remove it"


@pytest.mark.parametrize("call", [*CALLS, *AUTHORS_CALLS], ids=lambda call: f"{call.place} {call.key}")
def test_every_message_that_is_asked_for_is_there_and_has_the_placeholders_that_are_filled_in(call: Call) -> None:
    place, pattern, names = call
    catalogue = AUTHORS if call in AUTHORS_CALLS else ENGLISH
    found = {key: text for key, text in catalogue.items() if re.fullmatch(pattern, key)}
    assert found, f"{place}: the catalogue has no {pattern}"
    for key, text in found.items():
        wanted = placeholders(text) | ({"count"} if isinstance(text, dict) else set())
        assert wanted == names, f"{place}: {key}"


@pytest.mark.parametrize("key", AUTHORS)
def test_every_message_of_the_authors_page_is_asked_for(key: str) -> None:
    scripts = "".join(file.read_text(encoding="utf-8") for file in Path("browser/author").glob("*.js"))
    by_script = f"desk.words.{key}" in scripts or f"desk.words.{key.rpartition('.')[0]}[" in scripts
    assert by_script or any(re.fullmatch(call.key, key) for call in AUTHORS_CALLS), key


@pytest.mark.parametrize("file", sources(), ids=str)
def test_messages_keep_their_name_and_no_sentence_is_glued_from_them(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert list(renamed(tree)) == [], "messages are called messages, so that what asks for them can be found"
    assert list(glued(tree)) == [], "a sentence is one message with placeholders"


def test_the_messages_of_the_first_screen_are_those_that_it_may_show() -> None:
    first = {str(MODULES[name]) for name in reached("engine.app", "engine.renewal", "engine.page") if name in MODULES}
    early = {key.partition(".")[0] for key in ENGLISH if any(each.rpartition(":")[0] in first for each in asked(key))}
    assert not early & set(LATER), "a group that the first screen shows comes with it"
    assert {key.partition(".")[0] for key in ENGLISH} - early <= {*LATER, *SHARED}, (
        "a group that it does not show is LATER"
    )


# What a message is


TEXTS: dict[str, Text] = {
    "guide.cite": "Read {link}, {{not} that",
    "steps": {"one": "{count} step of {mode}", "other": "{mode}: {count} steps"},
}
MESSAGES = Messages("en", TEXTS, plural)


def test_a_translator_can_reorder_a_sentence_with_a_link_in_it() -> None:
    html = "".join(map(str, MESSAGES.nodes("guide.cite", link=a(href="#")[strong["this"]])))
    assert html == 'Read <a href="#"><strong>this</strong></a>, {not} that'


def test_the_count_chooses_the_plural_form() -> None:
    assert [MESSAGES("steps", count=n, mode="Sync") for n in (0, 1)] == ["Sync: 0 steps", "1 step of Sync"]


@pytest.mark.parametrize(
    ("key", "values"),
    [("none", {}), ("guide.cite", {}), ("guide.cite", {"link": "x", "url": "y"}), ("steps", {"mode": "Sync"})],
)
def test_what_is_not_there_is_no_silence(key: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        MESSAGES(key, **values)


def test_a_value_is_not_read_for_placeholders() -> None:
    assert MESSAGES("guide.cite", link="{mode} {0} %s {{") == "Read {mode} {0} %s {{, {not} that"


@pytest.mark.parametrize("count", range(4))
def test_names_are_listed_as_the_language_does(count: int) -> None:
    messages = Messages("en", {"or.rest": "{first}, {rest}", "or.last": "{first} or {last}"}, no_plural)
    assert messages.listed("or", ["A", "B", "C"][:count]) == ["", "A", "A or B", "A, B or C"][count]


@pytest.mark.parametrize("language", ["en", "de", "es", "pl", "ar"])
def test_each_plural_category_of_a_language_is_that_of_some_number(language: str) -> None:
    numbers = (*range(201), 1_000_000, 1.5)
    assert {plural(language, number) for number in numbers} == set(categories(language))
    assert set(categories(language)) <= set(CATEGORIES)
    assert Locale.parse(language).plural_form(5) == plural(language, 5)


# What an author may write


CATALOGUE = """\
compare:
  heading: Side by side
  open: Open {mode}
steps:
  one: "{mode}: {count} step"
  other: "{mode}: {count} steps"
"""
"""A small catalogue, so that a test can say what each of its messages must be."""


def small(**changed: str) -> tuple[dict[str, str], dict[str, str]]:
    """The files and schemas of a lesson whose catalogue is small; `own` is its messages.yaml, `pl` a second catalogue."""
    files = {f"messages/{name}.yaml": text for name, text in changed.items() if name != "own"}
    contract = message_schema({"messages/en.yaml": CATALOGUE} | dict.fromkeys(files, ""))
    assert contract
    files = small_files() | {"messages/en.yaml": CATALOGUE} | files
    return files | ({"messages.yaml": changed["own"]} if "own" in changed else {}), {"messages": contract}


def said(schemas: Mapping[str, str], **changed: str) -> list[str]:
    files, contract = small(**changed)
    with pytest.raises(ContentError) as caught:
        load(files, {**schemas, **contract})
    return [str(problem).removeprefix("content/messages") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        (
            "compare.headng: Side\n",
            ".yaml:1:1: messages.compare.headng: unknown field `compare.headng`. Did you mean `compare.heading`?",
        ),
        (
            OPEN + "Go to {mood}\n",
            ".yaml:1:15: messages.compare.open: unknown placeholder `{mood}`. Did you mean `mode`?",
        ),
        (
            OPEN + "Go\n",
            ".yaml:1:15: messages.compare.open: the placeholder `{mode}` is missing. Put it where it belongs.",
        ),
        (
            "compare.heading: By {mode}\n",
            ".yaml:1:18: messages.compare.heading: unknown placeholder `{mode}`. Remove it: this message has none.",
        ),
        (
            OPEN + "'{mode} { now'\n",
            ".yaml:1:15: messages.compare.open: a `{` begins no placeholder. Write `{{` for a brace.",
        ),
        (
            OPEN + "Go on from here to {mode}\n",
            ".yaml:1:15: messages.compare.open: the text is 7 characters too long for this place. Shorten it: it has 25, and 18 fit.",
        ),
        (
            "steps: {one: '{mode}', few: '{mode}', other: '{mode}'}\n",
            ".yaml:1:24: messages.steps.few: unknown field `few`. Use one of `one`, `other`.",
        ),
        ("steps: {other: '{mode}'}\n", ".yaml:1:1: messages.steps.one: `one` is missing. Add it."),
        (
            "steps: All\n",
            f".yaml:1:8: messages.steps: {NO_GROUP.format('the text `All`')}",
        ),
        (
            "- 1\n",
            f".yaml:1:1: messages: {NO_GROUP.format('a list')}",
        ),
    ],
)
def test_a_mistake_in_what_a_lesson_says_itself_is_reported_once(
    own: str, problem: str, schemas: Mapping[str, str]
) -> None:
    assert said(schemas, own=own) == [problem]


def test_what_a_lesson_says_itself_takes_the_place_of_the_catalogues_text(schemas: Mapping[str, str]) -> None:
    files, contract = small(own="compare.open: '{mode}, alone'\nsteps: {one: '{mode}', other: '{mode}s'}\n")
    messages = load(files, {**schemas, **contract}, plural=plural).lesson.messages
    assert messages("compare.open", mode="Sync") == "Sync, alone"
    assert [messages("steps", mode="call", count=count) for count in (1, 2)] == ["call", "calls"]
    assert messages("compare.heading") == "Side by side"


POLISH = """\
compare:
  heading: Obok siebie
  open: Otwórz {mode}
steps:
  one: "{mode}: {count} krok"
  few: "{mode}: {count} kroki"
  many: "{mode}: {count} kroków"
  other: "{mode}: {count} kroku"
"""


def test_another_language_has_its_own_plural_forms(schemas: Mapping[str, str]) -> None:
    files, contract = small(pl=POLISH)
    files["lesson.yaml"] = files["lesson.yaml"].replace("language: en", "language: pl")
    messages = load(files, {**schemas, **contract}, plural=plural).lesson.messages
    assert [messages("steps", mode="A", count=count) for count in (1, 3, 5)] == [
        "A: 1 krok",
        "A: 3 kroki",
        "A: 5 kroków",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  heading: Obok siebie\n", "", ":1:1: messages.pl.compare.heading: `heading` is missing. Add it."),
        ("  heading", "  headng", ":2:3: messages.pl.compare.headng: unknown field `headng`. Did you mean `heading`?"),
        ("{mode}\n", "{tryb}\n", ":3:9: messages.pl.compare.open: unknown placeholder `{tryb}`. Use one of `mode`."),
        ('  few: "{mode}: {count} kroki"\n', "", ":4:1: messages.pl.steps.few: `few` is missing. Add it."),
    ],
)
def test_a_mistake_in_a_catalogue_is_reported_once(
    old: str, new: str, problem: str, schemas: Mapping[str, str]
) -> None:
    assert said(schemas, pl=POLISH.replace(old, new)) == [f"/pl.yaml{problem}"]


def test_a_lesson_in_a_language_without_a_catalogue_is_told_so(schemas: Mapping[str, str]) -> None:
    files = small_files()
    files["lesson.yaml"] = files["lesson.yaml"].replace("language: en", "language: es")
    with pytest.raises(ContentError) as caught:
        load(files, schemas)
    assert [str(problem).partition(": ")[2] for problem in caught.value.problems] == [
        "lesson.language: there is no file `messages/es.yaml`. Use one of `en`."
    ]


def test_a_catalogue_has_the_name_of_a_language(schemas: Mapping[str, str]) -> None:
    remedy = "Name the file by the code of a language, such as `pt-BR`."
    assert said(schemas, zz=POLISH) == [f"/zz.yaml:1:1: messages.zz: the plural forms of `zz` are not known. {remedy}"]


def test_an_editor_offers_each_key_with_its_english_text(schemas: Mapping[str, str]) -> None:
    offered = json.loads(schemas["messages"])["properties"]
    assert list(offered) == list(ENGLISH)
    assert offered["notices.dismiss"]["description"] == "Dismiss"
