"""Which facts of a workload are sliders, and their sweeps: what has been found of them, and what is still to be found.

While something is looked for, what was last known stays on the page, so that nothing blinks while a learner slides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from engine.features.workload.form import Known
from simulator.flips import flips_query
from simulator.lesson import model_of
from simulator.readings import shares_key, shares_query
from simulator.sensitivity import decisive_numbers
from simulator.sliders import anchored
from simulator.sweep import Sweep, sweep_query

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Query
    from engine.features.workload.form import WorkloadForm

Answers = Mapping[Any, Any]
"""What was found out by queries, by their keys."""


def levers(own: WorkloadForm, content: LazyContent, answers: Answers) -> tuple[str, ...]:
    """The facts that are sliders: the numbers of which the least change flips the advice."""
    found = answers.get(own.start)
    if found is None:
        return own.known.levers
    return decisive_numbers(own.start, found, content.words.workload.sliders)


def sweep_of(own: WorkloadForm, fact: str, answers: Answers) -> Sweep | None:
    """The sweep of a fact: its own, or while that is looked for the last one; None if there is none yet."""
    found = cast("tuple[Sweep, ...] | None", answers.get((anchored(own.workload, own.start, fact), fact)))
    return found[0] if found else own.known.sweeps.get(fact)


def known(own: WorkloadForm, content: LazyContent, answers: Answers) -> Known:
    """What is shown now, so that it stays until there is better."""
    facts = levers(own, content, answers)
    sweeps = {fact: sweep_of(own, fact, answers) for fact in facts}
    return Known(facts, {fact: sweep for fact, sweep in sweeps.items() if sweep})


def remembering(own: WorkloadForm, content: LazyContent, answers: Answers) -> WorkloadForm:
    """The form that knows what is shown now."""
    return replace(own, known=known(own, content, answers))


def query(own: WorkloadForm, lesson: Lesson, content: LazyContent, answers: Answers) -> Query:
    """What to look for next: how sure the advice is, what would flip it, then the sweeps of the sliders."""
    modes, model = lesson.modes, model_of(content)
    if shares_key(own.workload, own.exactness) not in answers:
        return shares_query(modes, model, own.workload, own.exactness)
    if own.start not in answers:
        return flips_query(modes, model, own.start)
    for fact in levers(own, content, answers):
        at = anchored(own.workload, own.start, fact)
        if (at, fact) not in answers:
            return sweep_query(modes, model, at, fact)
    return flips_query(modes, model, own.workload)
