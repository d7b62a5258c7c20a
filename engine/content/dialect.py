"""The YAML that content is written in: version 1.2, as editors read it, without what a lesson does not need.

Reading is safe and bounded: no tags, no aliases, limits on size and depth, so that no file can run code or hang a page.
`yes` and `on` are text, `1e3` and `0x10` are numbers, and what could be meant in two ways is refused.
"""

import math
import re
from typing import Any

import yaml

from engine.content.characters import QUOTATION_MARKS, named, shown

DEEPEST = 20
"""Levels of nesting."""
MOST = 5_000
"""Values in a file."""
LARGEST = 1e16
"""Numbers from here on are not exact."""
CLOSE_IT = "Close it where the text ends. If it is an apostrophe, put the whole text in double quotation marks."

TEXT, INT, FLOAT = "tag:yaml.org,2002:str", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"


class Refusal(yaml.MarkedYAMLError):
    """Something that YAML has, or seems to have, and content has not; `note` is the remedy."""

    def __init__(self, wrong: str, mark: Any, remedy: str) -> None:
        super().__init__(problem=wrong, problem_mark=mark, note=remedy)


class Loader(yaml.SafeLoader):
    """PyYAML's safe loader, which speaks YAML 1.1, with the scalars and the indentation of YAML 1.2."""

    depth = 0
    count = 0

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
        self.brackets: list[Any] = []
        """Where those stand that are open."""

    # What characters make

    def fetch_directive(self) -> None:
        """Refuse it: it could change what the rest means."""
        raise Refusal("directives (%) are not used here", self.get_mark(), "Remove this line.")

    def fetch_flow_collection_start(self, kind: Any) -> None:
        """Remember where a bracket opens."""
        self.brackets.append(self.get_mark())
        super().fetch_flow_collection_start(kind)

    def fetch_flow_collection_end(self, kind: Any) -> None:
        """Forget it once it is closed."""
        if self.brackets:
            self.brackets.pop()
        super().fetch_flow_collection_end(kind)

    def scan_plain(self) -> Any:
        """A text without quotation marks; no comment cuts it short."""
        token = super().scan_plain()
        self._check_brackets(token)
        comment = re.compile(r"[ \t]+(?=#)").match(self.text, token.end_mark.index)
        if comment and self.resolve(yaml.ScalarNode, token.value, (True, False)) == TEXT:  # type: ignore[no-untyped-call]
            raise Refusal(
                "from ` #` on this is a comment, which readers do not see",
                self._at(token, comment.end()),
                "Put the text in quotation marks, or the comment on a line of its own.",
            )
        return token

    def scan_flow_scalar(self, style: str) -> Any:
        """A text between quotation marks; it does not swallow the lines of other fields."""
        mark = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
        except (ValueError, OverflowError):
            raise Refusal(
                "an escape in this text stands for no character",
                mark,
                "Look for `\\U`, and write the character itself.",
            ) from None
        self._check_brackets(token)
        if self._outside(token):
            raise Refusal(
                "the quotation mark that opens here is not closed before the next line begins", mark, CLOSE_IT
            )
        return token

    def _outside(self, token: Any) -> bool:
        """Whether a text goes on in a line that is not indented deeper than what it belongs to."""
        lines = self.text[token.start_mark.index : token.end_mark.index].splitlines()[1:]
        return any(line.strip() and len(line) - len(line.lstrip(" ")) <= self.indent for line in lines)

    def _check_brackets(self, token: Any) -> None:
        """Text between brackets stands deeper than what they belong to, or else they were never meant to go on."""
        if not self.brackets:
            return
        opened, begun = self.brackets[-1], token.start_mark
        if (begun.line > opened.line and begun.column <= self.indent) or (token.plain and self._outside(token)):
            raise Refusal(
                f"the bracket `{self.text[opened.index]}` that opens here is not closed",
                opened,
                "Close it, or put text that begins so in quotation marks.",
            )

    def _at(self, token: Any, index: int) -> Any:
        """The mark of a place behind a token in its last line."""
        end = token.end_mark
        return yaml.Mark(end.name, index, end.line, end.column + index - end.index, None, index)

    # What values may be

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """A value, if content may have it."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        self.depth += 1
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Refusal(
                "anchors and aliases (& and *) are not used here",
                event.start_mark,
                "Write the value out, or put text that begins so in quotation marks.",
            )
        if getattr(event, "tag", None):
            raise Refusal(
                "tags (!) are not used here",
                event.start_mark,
                "Remove the tag, or put text that begins so in quotation marks.",
            )
        if self.depth > DEEPEST:
            raise Refusal(f"there are more than {DEEPEST} levels of nesting", event.start_mark, "Write it flatter.")
        if self.count > MOST:
            raise Refusal(
                f"the file has more than {MOST:,} values",
                event.start_mark,
                "Move some into a second file where the file can be split, or shorten it.",
            )
        node = super().compose_node(parent, index)
        self.depth -= 1
        if isinstance(node, yaml.ScalarNode) and node.style is None:
            self._check_plain(node)
        if isinstance(node, yaml.MappingNode):
            for name, _ in node.value:
                _check_name(name)
        return node

    def _check_plain(self, node: yaml.ScalarNode) -> None:
        """A value without quotation marks."""
        value = node.value
        if node.tag in (INT, FLOAT):
            _check_number(node)
        elif (
            len(value) > 1
            and value[0] in QUOTATION_MARKS
            and value[-1] in QUOTATION_MARKS
            and not any(mark in QUOTATION_MARKS for mark in value[1:-1])
        ):
            raise Refusal(
                f"the {named(value[0])} is no quotation mark of YAML, so readers would see it",
                node.start_mark,
                f'Write straight ones (" "), or "{shown(value)}" if they shall see it.',
            )
        elif not value and re.compile(r"[ \t]+#").match(self.text, node.end_mark.index):
            raise Refusal(
                "only a comment stands here, which readers do not see",
                node.start_mark,
                "Put text that begins with # in quotation marks.",
            )


def _check_number(node: yaml.ScalarNode) -> None:
    number = _number(node.value)
    if not abs(number) < LARGEST:
        raise Refusal(
            f"`{shown(node.value)}` is not a number that belongs here",
            node.start_mark,
            "Write a plain number, or put text in quotation marks.",
        )
    if re.fullmatch(r"[-+]?[1-9]\d{0,2}\.\d\d0", node.value):
        raise Refusal(
            f"`{node.value}` could be {number:g} or {number * 1000:.0f}",
            node.start_mark,
            f"Write {number:g}, or {number * 1000:.0f}, or put text in quotation marks.",
        )


def _check_name(node: yaml.Node) -> None:
    if not isinstance(node, yaml.ScalarNode):
        raise Refusal("a name of a field must be text", node.start_mark, "Write it as `name: value`.")
    if node.value == "<<" and node.style is None:
        raise Refusal("merging (<<) is not used here", node.start_mark, "Write the fields out.")


def _number(written: str) -> float:
    """What a number of YAML 1.2 means."""
    base = {"0x": 16, "0o": 8}.get(written[:2])
    if base:
        return float(int(written[2:], base)) if len(written) < 100 else math.inf
    return float(re.sub(r"\.(?=inf|nan)", "", written.lower()))


def _construct_int(_: Loader, node: yaml.ScalarNode) -> int:
    return int(_number(node.value))


def _construct_float(_: Loader, node: yaml.ScalarNode) -> float:
    return _number(node.value)


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("tag:yaml.org,2002:null", r"(?:~|null|Null|NULL|)\Z", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"(?:true|True|TRUE|false|False|FALSE)\Z", list("tTfF")),
    (INT, r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z", list("-+0123456789")),
    (
        FLOAT,
        (
            r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"
            r"|\.(?:nan|NaN|NAN))\Z"
        ),
        list("-+.0123456789"),
    ),
):
    Loader.add_implicit_resolver(tag, re.compile(pattern), first)
Loader.add_constructor(INT, _construct_int)
Loader.add_constructor(FLOAT, _construct_float)
