"""What a message must have, as a schema: made from the English catalogue, for editors and for what checks content.

It describes messages.yaml, so that an editor offers every key with its English text. What JSON Schema has no word for
stands in keywords of our own: the placeholders of a message, and of each language the plural categories and how it
writes numbers.
"""

import json
from collections.abc import Mapping
from typing import Any

from engine.content.catalogue import CATEGORIES, flattened, forms, placeholders
from engine.content.document import Document, read
from engine.content.files import CATALOGUE, language_of, of_shape
from engine.content.limits import message_limit
from engine.messages import Text, parse
from tools.plurals import categories, numerals

ENGLISH = "messages/en.yaml"


def message_schema(files: Mapping[str, str]) -> str | None:
    """The JSON text of the schema, from the content files by name; None where the English catalogue cannot be read."""
    document = read(ENGLISH, files.get(ENGLISH, ""))
    if not isinstance(document, Document) or not isinstance(document.data, dict):
        return None
    texts = {key: text if _is_text(text) else "" for key, text in flattened(document.data).items()}
    languages = sorted(map(language_of, of_shape(CATALOGUE, files)))
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Messages",
        "description": "What this lesson says instead of the page's own words, by the keys of messages/en.yaml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _described(key, text) for key, text in texts.items()},
        "x-categories": {language: found for language in languages if (found := categories(language))},
        "x-numerals": {language: numerals(language) for language in languages if categories(language)},
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _described(key: str, text: Text) -> dict[str, Any]:
    most = max(_most(key, form) for form in forms(text))
    form = {"type": "string", "minLength": 1, "maxLength": most}
    names = {"x-placeholders": sorted(placeholders(text) | ({"count"} if isinstance(text, dict) else set()))}
    if isinstance(text, str):
        return {"description": text, **form, **(names if names["x-placeholders"] else {})}
    return {
        "description": " / ".join(forms(text)),
        "type": "object",
        "additionalProperties": False,
        "properties": dict.fromkeys(CATEGORIES, form),
        "required": ["other"],
        **names,
    }


def _most(key: str, form: str) -> int:
    """The longest that a text may be as it is written, with the names of its placeholders."""
    pieces = parse(form)
    return message_limit(key, "".join(pieces[::2])) + sum(len(name) + 2 for name in pieces[1::2])


def _is_text(text: Any) -> bool:
    """Whether a message is one; what is not is described as a text, so that an author is told to write one."""
    return all(isinstance(form, str) for form in (text.values() if isinstance(text, dict) else [text]))
