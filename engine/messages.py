"""The page's own words: texts by key, in which named placeholders stand for what the page fills in.

>>> texts = {"open": "Open {mode}", "steps": {"one": "{count} step", "other": "{count} steps"}}
>>> messages = Messages("en", texts, lambda language, count: "one" if count == 1 else "other")
>>> messages("open", mode="Batch"), messages("steps", count=1), messages("steps", count=2)
('Open Batch', '1 step', '2 steps')

A text is never a format string of Python's. `{{` is a brace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from engine.numerals import ENGLISH, Numerals, localized

if TYPE_CHECKING:
    from typing import TypeAlias

    from htpy import Node

Plural: TypeAlias = "Callable[[str, float], str]"
"""The plural category of CLDR ("one", "few", "other" …) that a number has in a language."""
Text: TypeAlias = "str | Mapping[str, str]"
"""A message's text, or its text for each plural category of the language."""
Marks: TypeAlias = "Numerals | tuple[str, str, int]"
"""How a language writes numbers."""

PLACEHOLDER = re.compile(r"\{(\{|[a-z][a-z0-9_]*\})")


class Messages:
    """Texts by key, such as "compare.open"; call it for a text, or ask for `nodes` where a link stands in a sentence.

    A key or a placeholder that is not there raises `KeyError`; tests/engine/test_catalogue.py proves that all are.
    """

    def __init__(
        self,
        language: str,
        texts: Mapping[str, Text],
        plural: Plural,
        numerals: Marks = ENGLISH,
    ) -> None:
        self.language = language
        self.texts = texts
        self.numerals = Numerals(*numerals)
        self._plural = plural

    def __call__(self, key: str, /, **values: str | float) -> str:
        """A message as text; `count` chooses its plural form."""
        return "".join(map(str, self.nodes(key, **values)))

    def nodes(self, key: str, /, **values: Node | float) -> list[Node]:
        """A message as pieces of HTML: its words, and between them what stands for its placeholders.

        >>> Messages("en", {"cite": "({links})"}, no_plural).nodes("cite", links=["a", "b"])
        ['(', ['a', 'b'], ')']
        """
        found = self.texts[key]
        pieces = parse(found if isinstance(found, str) else found[self._plural(self.language, _number(values))])
        if surplus := values.keys() - set(pieces[1::2]) - {"count"}:
            raise KeyError(f"{key} has no placeholder {', '.join(sorted(surplus))}")
        return [_node(values[piece]) if index % 2 else piece for index, piece in enumerate(pieces) if piece]

    def numeral(self, number: str) -> str:
        """A number that Python has formatted, as the language writes it.

        >>> Messages("de", {}, no_plural, (",", ".", 1)).numeral("50,000.5")
        '50.000,5'
        """
        return number if self.numerals == ENGLISH else localized(number, self.numerals)

    def listed(self, key: str, items: Sequence[str]) -> str:
        """Items as one text: `key` stands for two messages, "….rest" between most and "….last" before the last.

        >>> texts = {"and.rest": "{first}, {rest}", "and.last": "{first} and {last}"}
        >>> Messages("en", texts, no_plural).listed("and", ["Sync", "Async", "Batch"])
        'Sync, Async and Batch'
        """
        return "".join(map(str, _flat(self.listed_nodes(key, items))))

    def listed_nodes(self, key: str, items: Sequence[Node]) -> list[Node]:
        """The same of pieces of HTML, such as links."""
        match items:
            case []:
                return []
            case [only]:
                return [only]
            case [first, last]:
                return self.nodes(f"{key}.last", first=first, last=last)
        return self.nodes(f"{key}.rest", first=items[0], rest=self.listed_nodes(key, items[1:]))


def parse(text: str) -> list[str]:
    """What a text consists of: words, and at every second place the name of a placeholder.

    >>> parse("{count} of {{ {total}")
    ['', 'count', ' of { ', 'total', '']
    """
    pieces = [""]
    for index, found in enumerate(PLACEHOLDER.split(text)):
        if index % 2 and found != "{":
            pieces += [found[:-1], ""]
        else:
            pieces[-1] += found
    return pieces


def no_plural(language: str, count: float) -> str:
    """For where no message is shown: it knows no language's plural."""
    raise LookupError(f"nobody said which plural form {count} takes in {language}")


def _number(values: Mapping[str, object]) -> float:
    count = values["count"]
    if not isinstance(count, int | float):
        raise TypeError(f"{count!r} is no number")
    return count


def _node(value: Node | float) -> Node:
    return str(value) if isinstance(value, int | float) else value


def _flat(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, list):
            yield from _flat(node)
        else:
            yield node
