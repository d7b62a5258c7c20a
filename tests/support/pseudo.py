"""A translation that nobody speaks: every letter with an accent, and each text 40 % longer, up to its limit."""

import re
from pathlib import Path

from engine.messages import PLACEHOLDER
from tools.content import sound, translations
from tools.i18n.merge import merged
from tools.i18n.po import write
from tools.i18n.texts import texts
from tools.i18n.translation import in_one_language

ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
LONGER = 0.4


def pseudo(text: str, most: int) -> str:
    """A text in that language, its placeholders as they are.

    >>> pseudo("Open {mode}", 40), pseudo("Open", 4)
    ('Ópéñ {mode} óóóó', 'Ópéñ')
    """
    spare = min(round(len(text) * LONGER), most - len(text) - 1)
    words = "".join(
        piece if re.fullmatch(PLACEHOLDER, piece) else piece.translate(ACCENTED)
        for piece in re.split(rf"({PLACEHOLDER.pattern.replace('(', '(?:', 1)})", text)
    )
    return f"{words} {'ó' * spare}" if spare > 0 else words


def translate(lesson: str, language: str, content: Path) -> None:
    """Write the whole of a lesson in it, as the translation into a language."""
    documents, schemas = sound(lesson, content)
    wanted = texts(in_one_language(documents), schemas)
    typed = {each.key for each in wanted if each.typed}
    for shared, (file, old) in zip((False, True), translations(lesson, language, content), strict=True):
        limits = {each.key: each.most for each in wanted if each.shared is shared}
        catalog = merged(old, [each for each in wanted if each.shared is shared], language)
        for entry in catalog:
            if not entry.id:
                continue
            most = limits[str(entry.context)]
            if entry.pluralizable:
                entry.string = tuple(pseudo(entry.id[-1], most) for _ in range(catalog.num_plurals))
            else:
                words = str(entry.id)
                entry.string = words.translate(ACCENTED) if entry.context in typed else pseudo(words, most)
        write(file, language, catalog)
