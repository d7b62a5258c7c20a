"""Translations brought up to date with the author's words, so that nothing that was translated is lost."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from babel.messages.catalog import Catalog, Message

from tools.i18n.po import identifier, message, strings_of
from tools.i18n.texts import Text


def merged(old: Catalog, texts: Iterable[Text], language: str) -> Catalog:
    """An entry for each text, in the order of the files.

    A translation whose source has not changed stays, also where the text moved. One whose source has changed stays as
    stale, with the source that it is of. One whose text has gone becomes obsolete, and comes back with it.
    """
    new = Catalog(locale=identifier(language))
    known = [*old, *old.obsolete.values()]
    by_key = {str(each.context): each for each in reversed(known) if each.id}
    by_source = {(each.id, _field(each)): each for each in reversed(known) if each.id and is_done(each)}
    used = set()
    for text in texts:
        made = message(text.key, text.source, text.is_plural, _comments(text))
        found = by_key.get(text.key)
        if found is None or found.id != made.id:
            found = by_source.get((made.id, _field(made)), found)
        if found and found.pluralizable == made.pluralizable:
            used.add(id(found))
            _carry(found, made)
        new[made.id] = made
    for each in known:
        if each.id and id(each) not in used and any(strings_of(each)):
            gone = copy(each)
            gone.auto_comments = []
            new.obsolete[new._key_for(each.id, each.context)] = gone  # noqa: SLF001 -- as Babel's own update does
    return new


def _carry(found: Message, made: Message) -> None:
    """Give a new entry what an old one holds."""
    made.string, made.user_comments = found.string, found.user_comments
    if found.id == made.id:
        made.flags |= found.flags
        made.previous_id = found.previous_id
    elif any(strings_of(found)):
        made.flags.add("fuzzy")
        sources = found.id if isinstance(found.id, tuple | list) else [found.id]
        made.previous_id = found.previous_id or list(sources)


def _comments(text: Text) -> list[str]:
    limit = f"At most {text.most} characters."
    return [text.about, limit] if text.about else [limit]


def _field(entry: Message) -> str:
    """What kind of text an entry is: translations of the same words are shared only between texts of one kind."""
    return str(entry.context).rpartition(".")[2].partition("[")[0]


def is_done(entry: Message) -> bool:
    """Whether an entry has a translation that is not stale."""
    return all(strings_of(entry)) and not entry.fuzzy
