"""What is shown of the code for a mode, computed and worded.

Lines that perform the same steps are a block, and each block is a row that the code and its margin share.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from engine.features.code.state import shown

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.features.code.content import CodeLine, Remark
    from engine.features.code.state import Code
    from engine.messages import Messages
    from engine.vocabulary import Colour


@dataclass(frozen=True)
class Vendor:
    """A vendor that can be chosen."""

    name: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Block:
    """Lines that follow each other and perform the same steps, or none."""

    row: int
    """Which one it is, from 1."""
    steps: tuple[int, ...]
    lines: tuple[CodeLine, ...]
    numbers: str
    """The numbers of its steps."""
    label: str
    """What the button with these numbers is called."""

    @property
    def one(self) -> bool:
        """Whether it is a single line, which is made as high as a target must be."""
        return len(self.lines) == 1


@dataclass(frozen=True)
class CodeShown:
    """The code for a mode at the chosen vendor."""

    mode: str
    colour: Colour
    title: str
    vendors_label: str
    vendors: tuple[Vendor, ...]
    copy: str
    remark: Remark
    listing: str
    margin: str
    blocks: tuple[Block, ...]
    keys: str
    checked: str


def code(lesson: Lesson, content: LazyContent, mode: str, own: Code) -> CodeShown:
    """The code for a mode, by its file's name."""
    messages, snippets = content.messages, content.snippets
    name = shown(own, snippets)
    vendor, snippet = snippets.vendors[name], snippets.clients[mode][name]
    return CodeShown(
        mode=mode,
        colour=lesson.modes[mode].colour,
        title=messages("code.title"),
        vendors_label=messages("code.vendors"),
        vendors=tuple(Vendor(key, each.name, key == name) for key, each in snippets.vendors.items()),
        copy=messages("code.copy"),
        remark=snippet.remark,
        listing=messages("code.listing", mode=lesson.modes[mode].name, vendor=vendor.name),
        margin=messages("code.steps"),
        blocks=_blocks(messages, snippet.lines),
        keys=messages("code.keys"),
        checked=messages("code.checked", package=vendor.package, version=vendor.version),
    )


def _blocks(messages: Messages, lines: tuple[CodeLine, ...]) -> tuple[Block, ...]:
    made = []
    for row, (steps, block) in enumerate(groupby(lines, key=lambda line: line.steps), 1):
        numbers = numbered(steps)
        label = messages("code.step", count=len(steps), numbers=numbers) if steps else ""
        made.append(Block(row, steps, tuple(block), numbers, label))
    return tuple(made)


def numbered(steps: tuple[int, ...]) -> str:
    """The numbers of steps; three or more in a row as a range.

    >>> numbered((1, 2, 3, 4)), numbered((7, 9))
    ('1–4', '7, 9')
    """
    if len(steps) > 2 and steps == tuple(range(steps[0], steps[-1] + 1)):
        return f"{steps[0]}–{steps[-1]}"
    return ", ".join(map(str, steps))
