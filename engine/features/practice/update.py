"""How Practice goes on: what a control changes, and what an address asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from engine.features.practice.events import (
    Answer,
    AskToRestart,
    ChooseAnswer,
    GoOnWithSeries,
    KeepAnswers,
    LookAt,
    Next,
    OpenScenario,
    PickFlip,
    Restart,
    ShowAnswer,
    ShowOwn,
    ShowResult,
    Shuffle,
    StartSeries,
    TakeHint,
    TeachingOrder,
    ToggleMark,
    TryAgain,
)
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
from simulator.advice import KnownFlips, advise, flips
from simulator.sensitivity import deciding, unseating
from simulator.workload import FACTS, Fact

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from engine.features.practice.verdict import Verdict

NOTHING: KnownFlips = MappingProxyType({})
HINTS = 2
LARGEST = 999_999
"""The largest seed, and the largest number in a series."""


def update(own: Practice, event: object, lesson: Lesson, practice: Workshop, known: KnownFlips = NOTHING) -> Practice:
    """Practice after an event; what means nothing changes nothing.

    `known` are the flips that are known already; those of a new workload are else searched for, which takes a while.
    """
    attempt = own.attempt
    asking = not (attempt.verdict or attempt.shown)
    match event:
        case ChooseAnswer(mode) if asking and mode in practice.model.modes:
            return replace(own, attempt=replace(attempt, mode=mode, unfinished=""))
        case ToggleMark(marked) if asking and marked in FACTS:
            marks = tuple(fact for fact in FACTS if (fact == marked) != (fact in attempt.marks))
            return replace(own, attempt=replace(attempt, marks=marks, unfinished=""))
        case Answer() if asking:
            return _answered(own, lesson, practice, known)
        case TakeHint() if asking and not own.drawn:
            return replace(own, attempt=replace(attempt, hints=min(attempt.hints + 1, HINTS)))
        case TryAgain() if attempt.verdict and not attempt.over:
            return replace(own, attempt=Attempt(attempt.mode, attempt.marks, attempt.hints, first=False))
        case ShowAnswer() if not attempt.over:
            return _shown(own, lesson, practice, known)
        case LookAt(mode) if attempt.over and mode in practice.model.modes:
            return replace(own, attempt=replace(attempt, look=mode))
        case PickFlip(fact) if attempt.over and fact in FACTS:
            picked = (*(each for each in attempt.picked if each != fact), fact)
            return replace(own, attempt=replace(attempt, picked=picked))
        case Next():
            return _next(own, practice)
        case OpenScenario(name) if name in practice.scenarios:
            return opened(own, name, practice)
        case Shuffle():
            return replace(own, order=own.order + 1)
        case TeachingOrder():
            return replace(own, order=0)
        case GoOnWithSeries():
            return _next_of_series(own)
        case StartSeries(seed):
            return _started(own, Series(seed))
        case ShowResult():
            return replace(own, page="result", leaving=False)
        case AskToRestart() | KeepAnswers():
            return replace(own, leaving=isinstance(event, AskToRestart))
        case Restart() if own.mine is None:
            return Practice(order=own.order, kept=own.kept)
        case ShowOwn() if own.mine is not None:
            return own.mine
    return own


def _answered(own: Practice, lesson: Lesson, workshop: Workshop, known: KnownFlips) -> Practice:
    attempt, asked = own.attempt, question(own, workshop)
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
        return replace(own, attempt=replace(attempt, unfinished=missing))
    verdict, facts = _judged(asked, attempt.mode, lesson, workshop, known)
    own = replace(own, attempt=replace(attempt, verdict=verdict, deciding=facts), given=own.given + 1)
    if asked.scenario is None:
        good = good_enough(verdict) and facts_right(attempt.marks, facts)
        return _counted(own, GOOD if good else BAD, workshop)
    name = at(own, workshop)
    record = tried(own.records.get(name, Record()), attempt.mode, attempt.marks, asked.scenario)
    return replace(own, at=name, records={**own.records, name: record})


def _shown(own: Practice, lesson: Lesson, workshop: Workshop, known: KnownFlips) -> Practice:
    asked = question(own, workshop)
    mode = _best(asked, lesson, workshop)
    _, facts = _judged(asked, mode, lesson, workshop, known)
    own = replace(own, attempt=Attempt(mode, own.attempt.marks, own.attempt.hints, deciding=facts, shown=True))
    if asked.scenario is None:
        return _counted(own, BAD, workshop)
    name = at(own, workshop)
    record = replace(own.records.get(name, Record()), shown=True)
    return replace(own, at=name, records={**own.records, name: record})


def _judged(
    asked: Question, mode: str, lesson: Lesson, workshop: Workshop, known: KnownFlips
) -> tuple[Verdict, tuple[Fact, ...]]:
    if asked.scenario:
        return asked.scenario.choices[mode].verdict, asked.scenario.facts
    advice = advise(lesson.modes, workshop.model, asked.workload)
    found = known.get(asked.workload)
    if found is None:
        found = tuple(flips(lesson.modes, workshop.model, asked.workload))
    verdict = next(each.verdict for each in advice.ranked if each.mode == mode)
    return verdict, deciding(
        asked.workload, advice, found, unseating(lesson.modes, workshop.model, asked.workload, advice.best.mode)
    )


def _best(asked: Question, lesson: Lesson, workshop: Workshop) -> str:
    return best(asked.scenario) if asked.scenario else advise(lesson.modes, workshop.model, asked.workload).best.mode


def _counted(own: Practice, letter: str, workshop: Workshop) -> Practice:
    if own.series is None:
        return own
    series = own.series.counting(letter)
    needed = workshop.words.practice.criterion
    return replace(own, series=series, met=own.met or met(series.row, needed.row, needed.good))


def _next(own: Practice, workshop: Workshop) -> Practice:
    """The next of a series, the next scenario that is not settled, or the result where there is none."""
    if own.drawn:
        return _next_of_series(own)
    names = order(own, workshop)
    here = names.index(at(own, workshop)) + 1
    return first_open(own, names[here:] + names[:here], workshop)


def first_open(own: Practice, names: tuple[str, ...], workshop: Workshop) -> Practice:
    """Practice at the first of these scenarios that is not settled yet, or at the first of all."""
    for name in names:
        if not settled(own.records.get(name, Record()), workshop.scenarios[name]):
            return opened(own, name, workshop)
    return replace(own, page="result", leaving=False)


def opened(own: Practice, name: str, workshop: Workshop) -> Practice:
    """A scenario as the learner left it."""
    scenario, record = workshop.scenarios[name], own.records.get(name, Record())
    attempt = Attempt()
    if record.shown:
        attempt = Attempt(best(scenario), record.marks, deciding=scenario.facts, shown=True)
    elif record.tries:
        mode = record.tries[-1]
        attempt = Attempt(mode, record.marks, verdict=scenario.choices[mode].verdict, deciding=scenario.facts)
    return replace(own, at=name, attempt=attempt, drawn=False, page="question", leaving=False)


def _next_of_series(own: Practice) -> Practice:
    """A new workload: the next of the series, or the one that was left open."""
    series = own.series
    if not series:
        return _started(own, Series(1))
    done = series.number < series.start + len(series.row)
    return _started(own, replace(series, number=min(series.number + (own.drawn or done), LARGEST)))


def _started(own: Practice, series: Series) -> Practice:
    return replace(own, series=series, drawn=True, attempt=Attempt(), page="question", leaving=False)


def whole_number(text: str, least: int, otherwise: int) -> int:
    """A number that is written in digits, or another one where it is not or is out of bounds."""
    return int(text) if text.isascii() and text.isdigit() and least <= int(text[:9]) <= LARGEST else otherwise


def to_url(own: Practice) -> dict[str, str]:
    """What the address holds after the view; of the answers only those that came with it."""
    found = {"order": str(own.order)} if own.order else {}
    if own.mine is not None:
        found["answers"] = written(own.records)
    if own.page == "result":
        return found | {"page": own.page}
    if own.drawn and own.series:
        return found | {"seed": str(own.series.seed), "number": str(own.series.number)}
    return found | ({"scenario": own.at} if own.at else {})


def from_url(own: Practice, asked: Mapping[str, str], workshop: Workshop) -> tuple[Practice, list[str]]:
    """Practice after an address was followed, and the names, or "name=value", in it that mean nothing.

    Answers in it are shown; they become the learner's own only where there are none yet.
    """
    wrong = [name for name in asked if name not in ASKED]
    drawn: dict[str, int] = {}
    for name in filter(asked.__contains__, ASKED):
        value = asked[name]
        match name:
            case "order" if whole_number(value, 0, -1) >= 0:
                own = replace(own, order=int(value))
            case "answers":
                records, parts = read(value, workshop.scenarios)
                wrong += [f"{name}={each}" for each in parts]
                own = _visited(own, records)
            case "scenario" if value in workshop.scenarios:
                is_open = (own.at, own.drawn, own.page) == (value, False, "question")
                own = own if is_open else opened(own, value, workshop)
            case "seed" | "number" if whole_number(value, 1, 0):
                drawn[name] = int(value)
            case "page" if value == "result":
                own = replace(own, page="result")
            case _:
                wrong.append(f"{name}={value}")
    return _drawn(own, drawn["seed"], drawn.get("number", 1)) if "seed" in drawn else own, wrong


ASKED = ("order", "answers", "scenario", "seed", "number", "page")
"""What an address may ask for, in the order in which it is done."""


def _visited(own: Practice, records: Mapping[str, Record]) -> Practice:
    """Answers that came with a link."""
    if not records or records == own.records:
        return own
    mine = own.mine or (own if own.records or own.series else None)
    return Practice(records, own.elsewhere, order=own.order, mine=mine, kept=own.kept, given=own.given)


def _drawn(own: Practice, seed: int, number: int) -> Practice:
    """A new workload that a link names; the row goes on where it is of the same series."""
    series = own.series if own.series and own.series.seed == seed else Series(seed, start=number)
    if own.drawn and own.page == "question" and own.series == replace(series, number=number):
        return own
    return replace(own, series=replace(series, number=number), drawn=True, attempt=Attempt(), page="question")
