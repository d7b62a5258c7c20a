"""A client's code beside the picture: lines carry the steps that they perform, and light up with them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, fieldset, h2, label, legend, p, pre, section, span
from htpy import code as code_element
from htpy import input as field

from sim.desk.code import shown
from sim.views.parts import cited

if TYPE_CHECKING:
    from sim.content.model import Lesson
    from sim.content.snippets import CodeLine, CodeWords, Snippets
    from sim.content.workshop import Workshop
    from sim.desk.code import Code


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
        pre(tabindex="0", role="region", aria_label=title)[code_element[_listing(snippet.lines)]],
        p(".foot")[words.keys, " ", words.checked, f" {vendor.package} {vendor.version}", words.not_run],
    ]


def _vendors(words: CodeWords, snippets: Snippets, chosen: str) -> Element:
    return fieldset(".vendors", role="radiogroup", aria_label=words.vendors)[
        legend[words.vendors],
        (label[
            field(type="radio", name="vendor", value=name, checked=name == chosen, autocomplete="off",
                  data_event="code.vendor"),
            span[vendor.name],
        ] for name, vendor in snippets.vendors.items()),
    ]


def _listing(lines: tuple[CodeLine, ...]) -> list[Node]:
    """Each line; the first of those that perform the same steps shows their numbers."""
    made: list[Node] = []
    for steps, block in groupby(lines, key=lambda line: line.steps):
        for number, line in enumerate(block):
            numbers = _written(steps) if steps and number == 0 else None
            made += [_within(steps, span(".line", data_steps=numbers)[_coloured(line.text)]), "\n"]
    return made


def _within(steps: tuple[int, ...], line: Element) -> Element:
    """A line inside an element for each of its steps, the first one innermost.

    Whatever carries a step's number lights up with it (style/step.css), and what it holds inherits that.
    """
    for step in steps:
        line = span(".performs", data_step=step, data_event="step", data_value=step)[line]
    return line


def _written(steps: tuple[int, ...]) -> str:
    """The numbers of steps; three or more in a row as a range.

    >>> _written((1, 2, 3, 4)), _written((7, 9))
    ('1–4', '7, 9')
    """
    if len(steps) > 2 and steps == tuple(range(steps[0], steps[-1] + 1)):
        return f"{steps[0]}–{steps[-1]}"
    return ", ".join(map(str, steps))


_PARTS = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(#.*)""")


def _coloured(text: str) -> list[Node]:
    """A line whose strings and comments are told apart; strings that span lines are not recognised."""
    made: list[Node] = []
    end = 0
    for found in _PARTS.finditer(text):
        made += [text[end:found.start()], span(".string" if found[1] else ".comment")[found[0]]]
        end = found.end()
    return [*made, text[end:]]
