"""The page on which two workloads are decided on a hunch, at the start and again at the end, as a plain value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.controls import Control, Link
from engine.features.practice.events import ShowResult
from engine.features.practice.material import material_of
from engine.features.practice.scoring import best
from engine.features.practice.state import Hunch
from engine.path import BESIDE, hunch, onward

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.content import Scenario
    from engine.features.practice.state import Practice
    from engine.messages import Messages


@dataclass(frozen=True)
class Guessing:
    """A workload to decide on."""

    id: str
    title: str
    situation: str
    before: str
    """At the end, until it is decided again: what was said on a hunch; "" else."""
    choice: str
    """What a screen reader calls the choice."""
    modes: tuple[tuple[str, Mode, bool], ...]
    """Each mode by its file's name, and whether it is the chosen one."""
    result: str
    """At the end, once it is decided again: what changed; "" else."""
    because: str
    """Why the best mode is best, with the result; "" else."""


@dataclass(frozen=True)
class HunchPage:
    """The page with both workloads."""

    focus: str
    heading: str
    lead: str
    cases: tuple[Guessing, ...]
    onward: Control | Link


@dataclass(frozen=True)
class HunchLines:
    """The hunches, as the result shows them."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    """The title of each scenario, and what changed, or what was said on a hunch."""
    again: Link


def present_hunch(lesson: Lesson, content: LazyContent, own: Practice) -> HunchPage:
    """The page at the start, or the one at the end, which says what changed."""
    material, messages, again = material_of(lesson, content), content.messages, own.page == "again"
    said = [own.hunches.get(name, Hunch()) for name in material.hunch]
    complete = all(each.then if again else each.first for each in said)
    return HunchPage(
        f"hunch {own.page}",
        messages("practice.hunch.again" if again else "practice.hunch.heading"),
        messages("practice.hunch.again_lead" if again else "practice.hunch.lead"),
        tuple(
            _case(lesson, material.scenarios[name], name, each, material.subject.modes, again, messages)
            for name, each in zip(material.hunch, said, strict=True)
        ),
        Control("hunch-result", messages("practice.to_result"), ShowResult(), primary=complete)
        if again
        else _begin(lesson, complete, messages),
    )


def present_hunch_lines(lesson: Lesson, content: LazyContent, own: Practice) -> HunchLines | None:
    """The hunches for the result; None before the first, and while answers are shown that came with a link."""
    material, messages = material_of(lesson, content), content.messages
    said = {name: own.hunches[name] for name in material.hunch if name in own.hunches}
    if not said or own.own is not None:
        return None
    return HunchLines(
        messages("practice.hunch.again"),
        tuple(
            (
                material.scenarios[name].title,
                _result(lesson, material.scenarios[name], each, messages) or _before(lesson, each, messages),
            )
            for name, each in said.items()
        ),
        Link(messages("practice.hunch.decide_again"), hunch(again=True)),
    )


def _begin(lesson: Lesson, complete: bool, messages: Messages) -> Link:
    """The link to the first view of the path."""
    first = onward(lesson, BESIDE)
    address, text = (first.address, first.text) if first else ("", "")
    return Link(text if complete else messages("practice.hunch.skip"), address, primary=complete)


def _case(
    lesson: Lesson,
    scenario: Scenario,
    name: str,
    said: Hunch,
    modes: tuple[str, ...],
    again: bool,
    messages: Messages,
) -> Guessing:
    result = _result(lesson, scenario, said, messages) if again else ""
    return Guessing(
        name,
        scenario.title,
        scenario.situation,
        _before(lesson, said, messages) if again and not result else "",
        messages("practice.hunch.choice", title=scenario.title),
        tuple((mode, lesson.modes[mode], mode == (said.then if again else said.first)) for mode in modes),
        result,
        messages("practice.hunch.because", reason=scenario.because) if result else "",
    )


def _before(lesson: Lesson, said: Hunch, messages: Messages) -> str:
    if not said.first:
        return messages("practice.hunch.unsaid")
    return messages("practice.hunch.said", mode=lesson.modes[said.first].name)


def _result(lesson: Lesson, scenario: Scenario, said: Hunch, messages: Messages) -> str:
    """What changed since the hunch; "" before the case is decided again."""
    if not said.then:
        return ""
    right, then = best(scenario), lesson.modes[said.then].name
    first = lesson.modes[said.first].name if said.first else ""
    name = lesson.modes[right].name
    match (said.first == said.then, bool(first), said.then == right):
        case (True, _, True):
            return messages("practice.hunch.result.same_best", then=then)
        case (True, _, False):
            return messages("practice.hunch.result.same_other", then=then, best=name)
        case (_, True, True):
            return messages("practice.hunch.result.changed_best", first=first, then=then)
        case (_, True, False):
            return messages("practice.hunch.result.changed_other", first=first, then=then, best=name)
        case (_, _, True):
            return messages("practice.hunch.result.only_best", then=then)
    return messages("practice.hunch.result.only_other", then=then, best=name)
