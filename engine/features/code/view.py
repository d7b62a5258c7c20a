"""A client's code beside the picture: lines carry the steps that they perform, and light up with them.

The numbers of the steps stand in a margin of their own, so that the code itself is nothing but code to whoever hears,
selects or copies it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, fieldset, h2, label, legend, p, pre, section, span
from htpy import code as code_element
from htpy import input as field

from engine.events import asks
from engine.features.code.state import ChooseVendor, CopyCode
from engine.features.explore.state import ChooseStep
from engine.html import cited

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.features.code.content import CodeLine
    from engine.features.code.presenter import Block, CodeShown


def code(lesson: Lesson, shown: CodeShown) -> Element:
    """The code for a mode at the chosen vendor."""
    title = f"code-title-{shown.mode}"
    return section(".code", data_steps="explore", data_colour=shown.colour, aria_labelledby=title)[
        h2(id=title)[shown.title],
        div(".bar")[
            _vendors(shown),
            button(type="button", **asks(CopyCode()))[shown.copy],
        ],
        p(".remark")[shown.remark.text, cited(lesson, shown.remark.sources)],
        _listing(shown),
        p(".foot")[shown.keys, " ", shown.checked],
    ]


def _vendors(shown: CodeShown) -> Element:
    return fieldset(".vendors", role="radiogroup", aria_label=shown.vendors_label)[
        legend[shown.vendors_label],
        (
            label[
                field(
                    type="radio",
                    name="vendor",
                    value=vendor.name,
                    checked=vendor.chosen,
                    autocomplete="off",
                    **asks(ChooseVendor),
                ),
                span[vendor.label],
            ]
            for vendor in shown.vendors
        ),
    ]


def _listing(shown: CodeShown) -> Element:
    """The margin, with a button for each block that performs steps, and the code."""
    name = f"code-{shown.mode}"
    return div(".listing", style=f"--rows:{len(shown.blocks)}")[
        div(".margin", role="group", aria_label=shown.margin, data_keys="buttons")[
            (_within(block.steps, _number(name, block)) for block in shown.blocks if block.steps)
        ],
        pre(role="region", aria_label=shown.listing)[
            code_element[(_within(block.steps, _lines(name, block)) for block in shown.blocks)]
        ],
    ]


def _number(name: str, block: Block) -> Element:
    """What chooses the first step of a block; it is described by the block's first line."""
    return button(
        class_={"one": block.one},
        type="button",
        style=f"grid-row:{block.row}",
        **asks(ChooseStep(block.steps[0])),
        aria_label=block.label,
        aria_describedby=f"{name}-{block.row}",
    )[block.numbers]


def _lines(name: str, block: Block) -> Element:
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
        element = span(".performs", data_step=step, **asks(ChooseStep(step)))[element]
    return element


def _coloured(line: CodeLine) -> Node:
    """A line whose strings and comments are told apart, where the build has done so."""
    return [span(class_=kind)[text] if kind else text for kind, text in line.parts] or line.text
