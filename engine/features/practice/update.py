"""How Practice goes on: what a control changes, and what an address asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from engine.features.practice.scoring import (
    BAD,
    GOOD,
    MOST_MARKS,
    Record,
    facts_right,
    good_enough,
    met,
    read,
    settled,
    tried,
    written,
)
from engine.features.practice.state import (
    Attempt,
    Practice,
    Question,
    Series,
    Unfinished,
    at,
    order,
    question,
)
from engine.features.practice.verdict import best
from simulator.advice import Thoughts, advise, flips
from simulator.sensitivity import deciding, unseating
from simulator.workload import FACTS, Fact, Workload

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from engine.features.practice.verdict import Verdict

__all__ = ["Practice", "address", "first_open", "followed", "opened", "puzzle", "update", "whole_number"]


NOTHING: Thoughts = MappingProxyType({})
HINTS = 2
LARGEST = 999_999
"""The largest seed, and the largest number in a series."""


def puzzle(part: Practice, workshop: Workshop) -> Workload | None:
    """The workload whose flips are wanted: of a scenario with a tipping fact, and of every new one."""
    asked = question(part, workshop)
    return asked.workload if asked.scenario is None or asked.scenario.tipping else None


def update(
    part: Practice, what: str, value: str, lesson: Lesson, workshop: Workshop, thoughts: Thoughts = NOTHING
) -> Practice:
    """Practice after a control was used; what means nothing changes nothing.

    `thoughts` are the flips that are known already; those of a new workload are else searched for, which takes a while.
    """
    attempt = part.attempt
    asking = not (attempt.verdict or attempt.shown)
    match what:
        case "choose" if asking and value in workshop.model.modes:
            return replace(part, attempt=replace(attempt, mode=value, unfinished=""))
        case "mark" if asking and value in FACTS:
            marks = tuple(fact for fact in FACTS if (fact == value) != (fact in attempt.marks))
            return replace(part, attempt=replace(attempt, marks=marks, unfinished=""))
        case "answer" if asking:
            return _answered(part, lesson, workshop, thoughts)
        case "hint" if asking and not part.drawn:
            return replace(part, attempt=replace(attempt, hints=min(attempt.hints + 1, HINTS)))
        case "again" if attempt.verdict and not attempt.over:
            return replace(part, attempt=Attempt(attempt.mode, attempt.marks, attempt.hints, first=False))
        case "show" if not attempt.over:
            return _shown(part, lesson, workshop, thoughts)
        case "look" if attempt.over and value in workshop.model.modes:
            return replace(part, attempt=replace(attempt, look=value))
        case "flip" if attempt.over and value in FACTS:
            picked = (*(fact for fact in attempt.picked if fact != value), value)
            return replace(part, attempt=replace(attempt, picked=picked))
        case "next":
            return _next(part, workshop)
        case "go" if value in workshop.scenarios:
            return opened(part, value, workshop)
        case "shuffle":
            return replace(part, order=whole_number(value, 0, part.order + 1))
        case "novel":
            return _series(part, value)
        case "result":
            return replace(part, page="result", leaving=False)
        case "leave":
            return replace(part, leaving=value == "ask")
        case "restart" if part.mine is None:
            return Practice(order=part.order, kept=part.kept)
        case "mine" if part.mine is not None:
            return part.mine
    return part


def _answered(part: Practice, lesson: Lesson, workshop: Workshop, thoughts: Thoughts) -> Practice:
    attempt, asked = part.attempt, question(part, workshop)
    missing: Unfinished = (
        "mode"
        if attempt.mode not in workshop.model.modes
        else "marks"
        if not attempt.marks
        else "many"
        if len(attempt.marks) > MOST_MARKS
        else ""
    )
    if missing:
        return replace(part, attempt=replace(attempt, unfinished=missing))
    verdict, facts = _judged(asked, attempt.mode, lesson, workshop, thoughts)
    part = replace(part, attempt=replace(attempt, verdict=verdict, deciding=facts), given=part.given + 1)
    if asked.scenario is None:
        good = good_enough(verdict) and facts_right(attempt.marks, facts)
        return _counted(part, GOOD if good else BAD, workshop)
    name = at(part, workshop)
    record = tried(part.records.get(name, Record()), attempt.mode, attempt.marks, asked.scenario)
    return replace(part, at=name, records={**part.records, name: record})


def _shown(part: Practice, lesson: Lesson, workshop: Workshop, thoughts: Thoughts) -> Practice:
    asked = question(part, workshop)
    mode = _best(asked, lesson, workshop)
    _, facts = _judged(asked, mode, lesson, workshop, thoughts)
    part = replace(part, attempt=Attempt(mode, part.attempt.marks, part.attempt.hints, deciding=facts, shown=True))
    if asked.scenario is None:
        return _counted(part, BAD, workshop)
    name = at(part, workshop)
    record = replace(part.records.get(name, Record()), shown=True)
    return replace(part, at=name, records={**part.records, name: record})


def _judged(
    asked: Question, mode: str, lesson: Lesson, workshop: Workshop, thoughts: Thoughts
) -> tuple[Verdict, tuple[Fact, ...]]:
    if asked.scenario:
        return asked.scenario.choices[mode].verdict, asked.scenario.facts
    advice = advise(lesson.modes, workshop.model, asked.workload)
    known = thoughts.get(asked.workload)
    found = flips(lesson.modes, workshop.model, asked.workload) if known is None else known
    verdict = next(each.verdict for each in advice.ranked if each.mode == mode)
    return verdict, deciding(
        asked.workload, advice, found, unseating(lesson.modes, workshop.model, asked.workload, advice.best.mode)
    )


def _best(asked: Question, lesson: Lesson, workshop: Workshop) -> str:
    return best(asked.scenario) if asked.scenario else advise(lesson.modes, workshop.model, asked.workload).best.mode


def _counted(part: Practice, letter: str, workshop: Workshop) -> Practice:
    if part.series is None:
        return part
    series = part.series.counting(letter)
    needed = workshop.words.practice.criterion
    return replace(part, series=series, met=part.met or met(series.row, needed.row, needed.good))


def _next(part: Practice, workshop: Workshop) -> Practice:
    """The next of a series, the next scenario that is not settled, or the result where there is none."""
    if part.drawn:
        return _series(part, "")
    names = order(part, workshop)
    here = names.index(at(part, workshop)) + 1
    return first_open(part, names[here:] + names[:here], workshop)


def first_open(part: Practice, names: tuple[str, ...], workshop: Workshop) -> Practice:
    """Practice at the first of these scenarios that is not settled yet, or at the first of all."""
    for name in names:
        if not settled(part.records.get(name, Record()), workshop.scenarios[name]):
            return opened(part, name, workshop)
    return replace(part, page="result", leaving=False)


def opened(part: Practice, name: str, workshop: Workshop) -> Practice:
    """A scenario as the learner left it."""
    scenario, record = workshop.scenarios[name], part.records.get(name, Record())
    attempt = Attempt()
    if record.shown:
        attempt = Attempt(best(scenario), record.marks, deciding=scenario.facts, shown=True)
    elif record.tries:
        mode = record.tries[-1]
        attempt = Attempt(mode, record.marks, verdict=scenario.choices[mode].verdict, deciding=scenario.facts)
    return replace(part, at=name, attempt=attempt, drawn=False, page="question", leaving=False)


def _series(part: Practice, value: str) -> Practice:
    """A new workload: the next of the series, the one that was left open, or the first of another seed.

    A value that is no seed, such as "?", stands for any: then it is the one after the last.
    """
    open_series = part.series
    if open_series and not value:
        done = open_series.number < open_series.start + len(open_series.row)
        series = replace(open_series, number=min(open_series.number + (part.drawn or done), LARGEST))
    else:
        series = Series(whole_number(value, 1, (open_series.seed if open_series else 0) + 1))
    return replace(part, series=series, drawn=True, attempt=Attempt(), page="question", leaving=False)


def whole_number(text: str, least: int, otherwise: int) -> int:
    """A number that is written in digits, or another one where it is not or is out of bounds."""
    return int(text) if text.isascii() and text.isdigit() and least <= int(text[:9]) <= LARGEST else otherwise


def address(part: Practice) -> dict[str, str]:
    """What the address holds after the view; of the answers only those that came with it."""
    found = {"order": str(part.order)} if part.order else {}
    if part.mine is not None:
        found["answers"] = written(part.records)
    if part.page == "result":
        return found | {"page": part.page}
    if part.drawn and part.series:
        return found | {"seed": str(part.series.seed), "number": str(part.series.number)}
    return found | ({"scenario": part.at} if part.at else {})


def followed(part: Practice, asked: Mapping[str, str], workshop: Workshop) -> tuple[Practice, list[str]]:
    """Practice after an address was followed, and the names, or "name=value", in it that mean nothing.

    Answers in it are shown; they become the learner's own only where there are none yet.
    """
    wrong = [name for name in asked if name not in ASKED]
    drawn: dict[str, int] = {}
    for name in filter(asked.__contains__, ASKED):
        value = asked[name]
        match name:
            case "order" if whole_number(value, 0, -1) >= 0:
                part = replace(part, order=int(value))
            case "answers":
                records, parts = read(value, workshop.scenarios)
                wrong += [f"{name}={each}" for each in parts]
                part = _visited(part, records)
            case "scenario" if value in workshop.scenarios:
                is_open = (part.at, part.drawn, part.page) == (value, False, "question")
                part = part if is_open else opened(part, value, workshop)
            case "seed" | "number" if whole_number(value, 1, 0):
                drawn[name] = int(value)
            case "page" if value == "result":
                part = replace(part, page="result")
            case _:
                wrong.append(f"{name}={value}")
    return _drawn(part, drawn["seed"], drawn.get("number", 1)) if "seed" in drawn else part, wrong


ASKED = ("order", "answers", "scenario", "seed", "number", "page")
"""What an address may ask for, in the order in which it is done."""


def _visited(part: Practice, records: Mapping[str, Record]) -> Practice:
    """Answers that came with a link."""
    if not records or records == part.records:
        return part
    mine = part.mine or (part if part.records or part.series else None)
    return Practice(records, part.elsewhere, order=part.order, mine=mine, kept=part.kept, given=part.given)


def _drawn(part: Practice, seed: int, number: int) -> Practice:
    """A new workload that a link names; the row goes on where it is of the same series."""
    series = part.series if part.series and part.series.seed == seed else Series(seed, start=number)
    if part.drawn and part.page == "question" and part.series == replace(series, number=number):
        return part
    return replace(part, series=replace(series, number=number), drawn=True, attempt=Attempt(), page="question")
