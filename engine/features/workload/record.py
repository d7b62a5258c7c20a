"""The decision record: advice on a workload as text, to paste into a design document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.features.workload.advice_view import flip_text, reasons, verdict
from engine.sequence.narrate import duration
from simulator.advice import KnownFlips, advise
from simulator.fact_texts import facts, money
from simulator.outcomes import cost_a_month

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from engine.features.workload.form import WorkloadForm


def record(lesson: Lesson, workshop: Workshop, own: WorkloadForm, thoughts: KnownFlips, address: str = "") -> str:
    """The workload, the choice, why, what each mode costs, and what would change the choice, in Markdown.

    `address` leads back to the workload; what would change the choice is left out while it is being looked for.
    """
    words, workload = workshop.words.workload.record, own.workload
    units, verdicts = lesson.words.guide.units, workshop.words.workload.verdicts
    given = advise(lesson.modes, workshop.model, workload)
    best, *why = reasons(lesson, workshop, given)
    choices = (
        f"{lesson.modes[each.mode].name} ({getattr(verdicts, verdict(each))}): "
        f"{money(cost_a_month(lesson.modes[each.mode], workload), workshop.words.facts)}, "
        f"{words.done} {duration(each.spread.done[1], units)}"
        for each in given.ranked
    )
    known = (f"{name}: {value}" for _, name, value in facts(workload, workshop.words.facts, units))
    return "\n".join(
        [
            f"# {words.title}: {lesson.modes[given.best.mode].name}",
            *_part(words.choice, [best]),
            *_part(words.why, why),
            *_part(words.workload, known),
            *_part(words.cost, choices),
            *_part(words.flips, (flip_text(lesson, workshop, workload, flip) for flip in thoughts.get(workload, ()))),
            "",
            words.model,
            *([address] if address else []),
            "",
        ]
    )


def _part(heading: str, lines: Iterable[str]) -> list[str]:
    """A heading and a list; nothing where there is nothing to list."""
    listed = [f"- {line}" for line in lines]
    return ["", f"## {heading}", "", *listed] if listed else []
