"""`make i18n LANGUAGE=de`: bring the translations into a language up to date with the author's words."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine.content.files import CATALOGUE, shape_of
from engine.content.problems import ContentError
from tools.content import CONTENT, languages, lessons, sound, translations
from tools.i18n.merge import is_done, merged
from tools.i18n.po import write
from tools.i18n.texts import texts
from tools.i18n.translation import in_one_language
from tools.plurals import is_language


def main() -> int:
    parser = argparse.ArgumentParser(description="Bring the translations of every lesson up to date with its words.")
    parser.add_argument("language", help="the code of a language, such as de or pt-BR")
    language = parser.parse_args().language
    if not is_language(language):
        print(f"`{language}` is not the code of a language. Write one such as de, es or pt-BR.", file=sys.stderr)
        return 1
    names = lessons()
    try:
        for name in [name for name in names if language in languages(name)] or names:
            update(name, language)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def update(lesson: str, language: str, content: Path = CONTENT) -> None:
    """Bring the translation of a lesson, and that of the page's words, up to date."""
    documents, schemas = sound(lesson, content)
    spoken = in_one_language(documents)
    # Also of what this lesson says in its own way, since another lesson may not.
    page = {file: each for file, each in spoken.items() if shape_of(file) == CATALOGUE}
    wanted = [each for each in texts(spoken, schemas) if not each.shared], texts(page, schemas)
    has_catalogue = f"messages/{language}.yaml" in documents
    for of_file, (file, old) in zip(wanted, translations(lesson, language, content)[: 2 - has_catalogue], strict=False):
        new = merged(old, of_file, language)
        changed = write(file, language, new)
        done = sum(is_done(entry) for entry in new if entry.id)
        print(f"{file}: {len(new)} texts, {done} translated{'' if changed else '; nothing has changed'}.")


if __name__ == "__main__":
    sys.exit(main())
