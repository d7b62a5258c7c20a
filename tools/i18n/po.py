"""Translations on disk: gettext files that Babel reads and writes. Their lines never wrap, so that diffs are small.

What stands in a file's head, such as the date and the name of whoever translated, stays as it is.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, denormalize, generate_po, read_po

from engine.content.problems import ContentError, Problem

NEVER_WRAPPED = 1_000_000
"""Babel breaks lines at this width."""
HEAD = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"
"""
_PREVIOUS = "|"
"""What begins a comment that holds the source of a stale translation."""


def identifier(language: str) -> str:
    """The code of a language as gettext writes it.

    >>> identifier("pt-BR")
    'pt_BR'
    """
    return language.replace("-", "_")


def read(file: Path, shown: str, language: str) -> Catalog:
    """The translations in a file; none where there is no file. `shown` is what problems call it.

    Raises `ContentError` where it is no gettext file.
    """
    if not file.exists():
        return Catalog(locale=identifier(language))
    try:
        text = file.read_text(encoding="utf-8")
        found = read_po(io.StringIO(text), locale=identifier(language), abort_invalid=True)
    except PoFileError as error:
        raise _unreadable(shown, error.lineno + 1, str(error).rpartition(" on ")[0]) from None
    except (ValueError, AssertionError, IndexError, AttributeError) as error:
        raise _unreadable(shown, 1, str(error) or "it is no gettext file") from None
    for message in (*found, *found.obsolete.values()):
        _restore_previous(message)
    return found


def write(file: Path, language: str, catalog: Catalog) -> bool:
    """Put translations into a file; whether that changed it."""
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    text = f"{_head(old, language, catalog)}\n{''.join(_entries(catalog))}".rstrip("\n") + "\n"
    if text == old:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return True


def message(key: str, source: tuple[str, ...], is_plural: bool, comments: list[str]) -> Message:
    """An entry that is still to be translated."""
    singular, plural = source[0], source[-1]
    made = Message((singular, plural) if is_plural else singular, context=key, auto_comments=comments)
    made.flags.discard("python-format")  # a text is never one, whatever follows its %
    return made


def strings_of(entry: Message) -> tuple[str, ...]:
    """The translation of an entry, or its plural forms."""
    return tuple(entry.string) if isinstance(entry.string, tuple | list) else (entry.string or "",)


def _entries(catalog: Catalog) -> list[str]:
    return list(generate_po(catalog, omit_header=True, include_previous=True, no_location=True, width=NEVER_WRAPPED))


def _head(old: str, language: str, catalog: Catalog) -> str:
    """The head that a file has, or that of a new one."""
    block = re.match(r'(?:#[^\n]*\n)*msgid ""\nmsgstr ""\n(?:"[^\n]*"\n)*', old)
    return block[0] if block else HEAD.format(language=identifier(language), plural_forms=catalog.plural_forms)


def _unreadable(shown: str, line: int, why: str) -> ContentError:
    remedy = "Mend it in an editor for gettext files, or restore the file."
    return ContentError([Problem(shown, line, 1, "translation", why[:1].lower() + why[1:], remedy)])


def _restore_previous(found: Message) -> None:
    """Give an entry the source that its stale translation is of, which Babel leaves in its comments."""
    lines = [each.removeprefix(_PREVIOUS).strip() for each in found.user_comments if each.startswith(_PREVIOUS)]
    found.user_comments = [each for each in found.user_comments if not each.startswith(_PREVIOUS)]
    parts = re.split(r"(?:^|\s)(msgctxt|msgid_plural|msgid)(?=\s+\")", " ".join(lines))
    sources = dict(zip(parts[1::2], parts[2::2], strict=True))
    ids = [sources[name] for name in ("msgid", "msgid_plural") if name in sources]
    found.previous_id = [denormalize("\n".join(re.findall(r'"(?:[^"\\]|\\.)*"', each))) for each in ids]
    found.flags.discard("python-format")
