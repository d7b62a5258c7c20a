"""A client's code beside the picture: lines carry the steps that they perform, and light up with them.

The numbers of the steps stand in a margin of their own, so that the code itself is nothing but code to whoever hears,
selects or copies it. Lines that perform the same steps are a block, and each block is a row that both sides share.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, fieldset, h2, label, legend, p, pre, section, span
from htpy import code as code_element
from htpy import input as field

from engine.features.code.state import shown
from engine.html import cited

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from engine.features.code.content import CodeLine, CodeWords, Snippets
    from engine.features.code.state import Code


def code(lesson: Lesson, workshop: Workshop, mode: str, part: Code) -> Element:
    """The code for a mode, by its file's name, at the chosen vendor."""
    words, name = workshop.words.code, shown(part, workshop.snippets)
    vendor, snippet = workshop.snippets.vendors[name], workshop.snippets.clients[mode][name]
    title = f"{lesson.modes[mode].name}, {vendor.name}: {words.listing}"
    return section(".code", data_colour=lesson.modes[mode].colour, aria_labelledby=f"code-title-{mode}")[
        h2(id=f"code-title-{mode}")[words.title],
        div(".bar")[
            _vendors(words, workshop.snippets, name),
            button(type="button", data_event="copy", data_value="code")[words.copy],
        ],
        p(".remark")[snippet.remark.text, cited(lesson, snippet.remark.sources)],
        _listing(lesson, words, f"code-{mode}", title, _blocks(snippet.lines)),
        p(".foot")[words.keys, " ", words.checked, f" {vendor.package} {vendor.version}", words.not_run],
    ]


def _vendors(words: CodeWords, snippets: Snippets, chosen: str) -> Element:
    return fieldset(".vendors", role="radiogroup", aria_label=words.vendors)[
        legend[words.vendors],
        (
            label[
                field(
                    type="radio",
                    name="vendor",
                    value=name,
                    checked=name == chosen,
                    autocomplete="off",
                    data_event="code.vendor",
                ),
                span[vendor.name],
            ]
            for name, vendor in snippets.vendors.items()
        ),
    ]


@dataclass(frozen=True)
class _Block:
    """Lines that follow each other and perform the same steps, or none."""

    row: int
    """Which one it is, from 1."""
    steps: tuple[int, ...]
    lines: tuple[CodeLine, ...]

    @property
    def one(self) -> bool:
        """Whether it is a single line, which is made as high as a target must be."""
        return len(self.lines) == 1


def _blocks(lines: tuple[CodeLine, ...]) -> list[_Block]:
    grouped = groupby(lines, key=lambda line: line.steps)
    return [_Block(row, steps, tuple(block)) for row, (steps, block) in enumerate(grouped, 1)]


def _listing(lesson: Lesson, words: CodeWords, name: str, title: str, blocks: list[_Block]) -> Element:
    """The margin, with a button for each block that performs steps, and the code."""
    return div(".listing", style=f"--rows:{len(blocks)}")[
        div(".margin", role="group", aria_label=words.steps, data_keys="code")[
            (_within(block.steps, _number(lesson, name, block)) for block in blocks if block.steps)
        ],
        pre(role="region", aria_label=title)[
            code_element[(_within(block.steps, _lines(name, block)) for block in blocks)]
        ],
    ]


def _number(lesson: Lesson, name: str, block: _Block) -> Element:
    """What chooses the first step of a block; it is described by the block's first line."""
    return button(
        class_={"one": block.one},
        type="button",
        style=f"grid-row:{block.row}",
        data_event="step",
        data_value=block.steps[0],
        aria_describedby=f"{name}-{block.row}",
    )[span(".unseen")[lesson.words.explore.step, " "], _written(block.steps)]


def _lines(name: str, block: _Block) -> Element:
    """The lines of a block, each with its end; what does not fit goes on below, further in than its line starts."""
    first, *rest = ([_coloured(line), "\n"] for line in block.lines)
    ins = [len(line.text) - len(line.text.lstrip()) for line in block.lines]
    return span(class_={"block": True, "one": block.one})[
        span(".line", id=f"{name}-{block.row}", style=f"--in:{ins[0]}ch")[first],
        (span(".line", style=f"--in:{far}ch")[line] for far, line in zip(ins[1:], rest, strict=True)),
    ]


def _within(steps: tuple[int, ...], element: Element) -> Element:
    """A block's line or number inside an element for each of its steps, the first one innermost.

    Whatever carries a step's number lights up with it (style/step.css), and what it holds inherits that.
    """
    for step in steps:
        element = span(".performs", data_step=step, data_event="step", data_value=step)[element]
    return element


def _written(steps: tuple[int, ...]) -> str:
    """The numbers of steps; three or more in a row as a range.

    >>> _written((1, 2, 3, 4)), _written((7, 9))
    ('1–4', '7, 9')
    """
    if len(steps) > 2 and steps == tuple(range(steps[0], steps[-1] + 1)):
        return f"{steps[0]}–{steps[-1]}"
    return ", ".join(map(str, steps))


def _coloured(line: CodeLine) -> Node:
    """A line whose strings and comments are told apart, where the build has done so."""
    return [span(class_=kind)[text] if kind else text for kind, text in line.parts] or line.text
