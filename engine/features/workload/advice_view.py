"""Advice on a workload: why a mode fits best, every mode with its price and its race, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, div, h3, i, li, ol, p, section, span, ul

from engine.features.race.track import (
    Axis,
    axis_of,
    day,
    key,
    side,
)
from engine.html import link_to, sign
from engine.sequence.narrate import duration, exact_duration
from simulator import advice as advise
from simulator.fact_texts import money, name_of, value_of
from simulator.outcomes import cost_a_month, middle_day

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from simulator.advice import (
        Advice,
        Flip,
        KnownFlips,
        Ranked,
        Verdict,
    )
    from simulator.workload import Workload

"""What would flip the advice, for the workloads for which it has been looked for."""


def advice(lesson: Lesson, workshop: Workshop, workload: Workload, thoughts: KnownFlips) -> Node:
    """The advice on a workload."""
    words = workshop.words.workload
    given = advise.advise(lesson.modes, workshop.model, workload)
    mode = lesson.modes[given.best.mode]
    axis = axis_of(workshop.words.race, (each.spread for each in given.ranked), workload)
    first, *others = reasons(lesson, workshop, given)
    return [
        div(".fits", role="status", data_colour=mode.colour)[sign(mode), span[first]],
        p(".because", data_colour=mode.colour)[" ".join(others)],
        section(aria_labelledby="yours-ranking")[
            h3("#yours-ranking")[words.ranking],
            p(".due-key")[i(".due", aria_hidden="true"), _deadline(lesson, workshop, workload)],
            key(workshop.words.race),
            _scale(lesson, axis),
            ol(".ranking")[(_mode(lesson, workshop, workload, each, given.best, axis) for each in given.ranked)],
        ],
        section(".turns", aria_labelledby="yours-flips")[
            h3("#yours-flips")[words.flips],
            _flips(lesson, workshop, workload, thoughts.get(workload)),
        ],
    ]


def _mode(lesson: Lesson, workshop: Workshop, workload: Workload, each: Ranked, best: Ranked, axis: Axis) -> Element:
    """One mode: its verdict, what it costs, its race on the day in the middle, and what speaks against it."""
    words, mode = workshop.words, lesson.modes[each.mode]
    times = " · ".join(
        f"{name} {duration(seconds, lesson.words.guide.units)}"
        for name, seconds in zip(
            (lesson.words.guide.median, lesson.words.guide.p95, lesson.words.guide.p99), each.spread.done, strict=True
        )
    )
    return li(data_colour=mode.colour)[
        div(".head")[
            a(".name", href=link_to(view="explore", mode=each.mode))[sign(mode), span[mode.name]],
            span(".grade", data_verdict=verdict(each))[getattr(words.workload.verdicts, verdict(each))],
            span(".price")[money(cost_a_month(mode, workload), words.facts), " ", words.workload.a_month],
        ],
        div(".course")[
            day(middle_day(workshop.model, each.mode, workload), each.spread, axis),
            i(".due", style=f"inset-inline-start:{100 * axis.place(workload.deadline):.2f}%"),
        ],
        p(".times")[times],
        (p(".against")[sentence] for sentence in _against(lesson, workshop, each, best)),
    ]


def verdict(each: Ranked) -> Verdict:
    """How good a mode is; what is not feasible is never the best."""
    return each.verdict if each.feasible or each.verdict == "defensible" else "poor"


def _deadline(lesson: Lesson, workshop: Workshop, workload: Workload) -> str:
    """What the line across the bars is."""
    words = workshop.words
    watched = workload.reader == "watching" and workload.partial
    name = words.race.deadline_first if watched else words.race.deadline
    return f"{name} {exact_duration(workload.deadline, lesson.words.guide.units)}"


def _scale(lesson: Lesson, axis: Axis) -> Element:
    """The names of the axis above the bars."""
    units = lesson.words.guide.units
    return div(".scale", aria_hidden="true")[
        (
            span(class_=side(axis, tick), style=f"inset-inline-start:{100 * axis.place(tick):.2f}%")[
                exact_duration(tick, units)
            ]
            for tick in axis.ticks
        )
    ]


def _flips(lesson: Lesson, workshop: Workshop, workload: Workload, flips: tuple[Flip, ...] | None) -> Element:
    words = workshop.words.workload
    if not flips:
        return p[words.looking if flips is None else words.no_flips]
    return ul[
        (
            li(data_colour=lesson.modes[flip.mode].colour)[
                sign(lesson.modes[flip.mode]), span[flip_text(lesson, workshop, workload, flip)]
            ]
            for flip in flips
        )
    ]


def reasons(lesson: Lesson, workshop: Workshop, given: Advice) -> list[str]:
    """What fits best, and why, in sentences."""
    return advise.reasons(lesson.modes, workshop.model, given, lesson.words.guide.units)


def flip_text(lesson: Lesson, workshop: Workshop, workload: Workload, flip: Flip) -> str:
    """What would make another mode the best, in a sentence."""
    words = workshop.words.facts
    return advise.flip_text(
        lesson.modes,
        workshop.model,
        workload,
        flip,
        f"{name_of(flip.fact, words)}:",
        value_of(flip.fact, flip.value, words, lesson.words.guide.units),
    )


def _against(lesson: Lesson, workshop: Workshop, each: Ranked, best: Ranked) -> list[str]:
    """What makes a mode infeasible, or else what most makes it worse than the best one; nothing of that one."""
    same = {finding.rule: finding.points or 0 for finding in best.findings}
    heaviest = max(each.findings, key=lambda finding: (finding.points or 0) - same.get(finding.rule, 0))
    told = each.failing or (() if each is best else (heaviest,))
    return [
        f"{lesson.modes[each.mode].name} {advise.finding_text(workshop.model, finding, lesson.words.guide.units)}"
        for finding in told
    ]
