"""The page's own words as authors write them: the catalogue of each language, and what a lesson says instead.

`content/messages/<language>.yaml` has every message in nested groups. `content/messages.yaml`, which a lesson may do
without, says some of them in its own words, each by its whole key. What a message must have, the published schema
says (`tools/message_schema.py`): its longest text, its placeholders, and the plural categories of each language.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from engine.content.document import Document, Path
from engine.content.files import CATALOGUE, OVERRIDES, language_of, of_shape, shape_of
from engine.content.lookup import suggestion
from engine.content.problems import Problem
from engine.content.shape import Shape, check_shape
from engine.messages import PLACEHOLDER, Messages, Plural, Text, parse
from engine.numerals import ENGLISH, Numerals

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of CLDR; a language has some of them, and each has the last."""
LATER = ("race", "practice", "workload", "failures", "code", "facts", "sliders", "readings")
"""The groups of messages that come after the first screen. All others come with it."""
SHARED = ("list", "durations")
"""The groups that come with both."""


class Divided(NamedTuple):
    """The messages of a lesson."""

    first: Messages
    """Those of the first screen."""
    later: Messages
    """Those of what comes after it."""


def divided(language: str, data: Mapping[str, Any], plural: Plural, numerals: Numerals = ENGLISH) -> Divided:
    """A lesson's messages, from plain data of content files by name."""
    texts = flattened(data[f"messages/{language}.yaml"]) | data.get(f"{OVERRIDES}.yaml", {})

    def of(belongs: bool) -> Messages:
        groups = {key: text for key, text in texts.items() if _comes_later(key) is belongs or _is_shared(key)}
        return Messages(language, groups, plural, numerals)

    return Divided(of(False), of(True))


def numerals_of(language: str, schema: str) -> Numerals:
    """How a language writes numbers, as the published schema of messages says."""
    return Numerals(*json.loads(schema)["x-numerals"].get(language, ENGLISH))


def flattened(data: Mapping[str, Any], above: str = "") -> dict[str, Text]:
    """The messages of nested groups by their whole keys.

    >>> flattened({"compare": {"open": "Open {mode}"}, "steps": {"one": "{count} step", "other": "{count} steps"}})
    {'compare.open': 'Open {mode}', 'steps': {'one': '{count} step', 'other': '{count} steps'}}
    """
    found: dict[str, Text] = {}
    for name, value in data.items():
        if isinstance(value, dict) and not is_plural(value):
            found |= flattened(value, f"{above}{name}.")
        else:
            found[above + name] = value
    return found


def is_plural(value: Any) -> bool:
    """Whether it is one message in its plural forms, and not a group of messages."""
    return isinstance(value, dict) and bool(value) and set(value) <= set(CATEGORIES)


def placeholders(text: Text) -> set[str]:
    """The names of what a message leaves open."""
    return {name for form in forms(text) for name in parse(form)[1::2]}


def forms(text: Text) -> list[str]:
    """A message's texts: one, or one for each plural category."""
    return [text] if isinstance(text, str) else list(text.values())


def check_messages(documents: Mapping[str, Document], files: Iterable[str], schema: str) -> list[Problem]:
    """Every mistake in the catalogues and in what a lesson says instead; `files` are the names of all files."""
    contract: dict[str, Any] = json.loads(schema)
    languages = {language_of(file) for file in files if shape_of(file) == CATALOGUE}
    problems: list[Problem] = []
    for file, document in of_shape(CATALOGUE, documents).items():
        if language_of(file) in contract["x-categories"]:
            shape = check_shape(document, _nested(_in_language(contract, language_of(file))))
            problems += _checked(document, shape, contract, _nested_texts(document.data))
        else:
            wrong = f"the plural forms of `{language_of(file)}` are not known"
            problems.append(document.problem((), wrong, "Name the file by the code of a language, such as `pt-BR`."))
    lesson = documents.get("lesson.yaml")
    language = lesson.data.get("language") if lesson and isinstance(lesson.data, dict) else None
    if lesson and isinstance(language, str) and language not in languages:
        remedy = suggestion(language, sorted(languages))
        problems.append(lesson.problem(("language",), f"there is no file `messages/{language}.yaml`", remedy))
    for document in of_shape(OVERRIDES, documents).values():
        shape = check_shape(document, _in_language(contract, language))
        own = document.data.items() if isinstance(document.data, dict) else ()
        problems += _checked(document, shape, contract, ((key, (key,), text) for key, text in own))
    return problems


def _checked(
    document: Document, shape: Shape, contract: Any, texts: Iterable[tuple[str, Path, Any]]
) -> Iterator[Problem]:
    yield from shape.problems
    for key, path, text in texts:
        expected = contract["properties"].get(key, {})
        names = expected.get("x-placeholders", [])
        match expected.get("type"), text:
            case "string", str():
                yield from _check_form(document, path, text, names, plural=False)
            case "object", dict():
                for category, form in text.items():
                    if isinstance(form, str):
                        yield from _check_form(document, (*path, category), form, names, plural=True)


def _check_form(document: Document, path: Path, form: str, names: list[str], plural: bool) -> Iterator[Problem]:
    """A text has the placeholders of its message, and no brace that begins none."""
    used = parse(form)[1::2]
    if "{" in PLACEHOLDER.sub("", form):
        yield document.problem(path, "a `{` begins no placeholder", "Write `{{` for a brace.")
    for name in dict.fromkeys(used):
        if name not in names:
            remedy = suggestion(name, names) if names else "Remove it: this message has none."
            yield document.problem(path, f"unknown placeholder `{{{name}}}`", remedy)
    for name in names:
        if name not in used and not (plural and name == "count") and all(each in names for each in used):
            yield document.problem(path, f"the placeholder `{{{name}}}` is missing", "Put it where it belongs.")


def _nested_texts(data: Any, at: Path = ()) -> Iterator[tuple[str, Path, Any]]:
    if isinstance(data, dict) and not is_plural(data):
        for name, value in data.items():
            yield from _nested_texts(value, (*at, name))
    else:
        yield ".".join(map(str, at)), at, data


def _in_language(contract: dict[str, Any], language: Any) -> dict[str, Any]:
    """The schema in which a message with plural forms has those of a language; of all languages where that is none."""
    categories = contract["x-categories"].get(language if isinstance(language, str) else "")

    def fitted(message: dict[str, Any]) -> dict[str, Any]:
        if message["type"] == "string" or categories is None:
            return message
        each = {name: message["properties"][name] for name in categories}
        return message | {"properties": each, "required": list(categories)}

    return contract | {"properties": {key: fitted(message) for key, message in contract["properties"].items()}}


def _nested(contract: dict[str, Any]) -> dict[str, Any]:
    """The schema of a whole catalogue: the same messages in groups, and none may be missing."""
    root = _group()
    for key, message in contract["properties"].items():
        *groups, name = key.split(".")
        group = root
        for each in groups:
            group["required"] += [each] * (each not in group["properties"])
            group = group["properties"].setdefault(each, _group())
        group["properties"][name] = message
        group["required"].append(name)
    return root


def _group() -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": {}, "required": []}


def _comes_later(key: str) -> bool:
    return key.partition(".")[0] in LATER


def _is_shared(key: str) -> bool:
    return key.partition(".")[0] in SHARED
