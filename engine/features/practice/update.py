"""How Practice goes on when the learner does something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.features.practice.events import (
    Answer,
    AskToRestart,
    ChangeFact,
    ChooseAnswer,
    CompareHunches,
    CompareReasons,
    GoOn,
    GoOnWithSeries,
    Guess,
    KeepAnswers,
    LookAgain,
    LookAt,
    Next,
    OpenScenario,
    PickFlip,
    Predict,
    Restart,
    SetSure,
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
from engine.features.practice.facts import cards
from engine.features.practice.hunch import all_decided, guessed
from engine.features.practice.path import to_argue
from engine.features.practice.repeats import due, noted, with_repeat
from engine.features.practice.scoring import (
    BAD,
    GOOD,
    LEVELS,
    MOST_MARKS,
    best,
    facts_right,
    good_enough,
    met,
    with_try,
)
from engine.features.practice.state import (
    Attempt,
    Practice,
    Question,
    Series,
    Unfinished,
    current,
    is_settled,
    order,
    question,
    record_of,
    with_scenario,
    with_series,
    with_unsettled,
)
from engine.features.practice.subject import Deciding

if TYPE_CHECKING:
    from engine.features.practice.material import Material
    from engine.features.practice.subject import Answers, Verdict

HINTS = 2
LARGEST = 999_999
"""The largest seed, and the largest number in a series."""


def update(own: Practice, event: object, material: Material, answers: Answers) -> Practice:
    """Practice after an event; what means nothing changes nothing.

    `answers` may hold what flips a new case; where they do not, it is looked for, which takes a while.
    """
    attempt = own.attempt
    match event:
        case ChooseAnswer(mode) if attempt.asking and mode in material.subject.modes:
            return replace(own, attempt=replace(attempt, mode=mode, unfinished=""))
        case ToggleMark(marked) if attempt.asking and marked in material.facts:
            marks = tuple(fact for fact in material.facts if (fact == marked) != (fact in attempt.marks))
            return replace(own, attempt=replace(attempt, marks=marks, unfinished=""))
        case SetSure(level) if attempt.asking and level in LEVELS:
            return replace(own, attempt=replace(attempt, sure=level))
        case Predict(range=which) if attempt.asking and 0 < which <= _ranges(own, material):
            return replace(own, attempt=replace(attempt, predicted=which))
        case Answer() if attempt.asking:
            return _answered(own, material, answers)
        case TakeHint() if attempt.asking and not own.in_series:
            return replace(own, attempt=replace(attempt, hints=min(attempt.hints + 1, HINTS)))
        case TryAgain() if attempt.verdict and not attempt.over:
            again = Attempt(attempt.mode, attempt.marks, attempt.hints, first=False, repeat=attempt.repeat)
            return replace(own, attempt=again)
        case ShowAnswer() if not attempt.over:
            return _shown(own, material, answers)
        case LookAt(mode) if attempt.over and mode in material.subject.modes:
            return replace(own, attempt=replace(attempt, look=mode))
        case PickFlip(fact) if attempt.over and fact in material.facts:
            picked = (*(each for each in attempt.picked if each != fact), fact)
            return replace(own, attempt=replace(attempt, picked=picked))
        case ChangeFact(fact, value) if attempt.over and fact in material.facts:
            return replace(own, attempt=replace(attempt, change=(fact, value)))
        case Guess(name, mode) if name in material.hunch and mode in material.subject.modes:
            return guessed(own, name, mode)
        case CompareHunches() if own.page == "again" and all_decided(own, material):
            return replace(own, compared=True)
        case CompareReasons() if attempt.over:
            return replace(own, attempt=replace(attempt, compared=True))
        case Next():
            return _next(own, material)
        case GoOn():
            return replace(own, page="question", confirming=False)
        case OpenScenario(name) if name in material.scenarios:
            return with_scenario(own, name, material)
        case LookAgain(name) if name in material.scenarios and is_settled(own, name, material):
            return with_repeat(own, name)
        case Shuffle():
            return replace(own, order=own.order + 1)
        case TeachingOrder():
            return replace(own, order=0)
        case GoOnWithSeries() if material.subject.has_series:
            return _next_of_series(own)
        case StartSeries(seed) if material.subject.has_series:
            return with_series(own, Series(seed))
        case ShowResult():
            return replace(own, page="result", confirming=False)
        case AskToRestart() | KeepAnswers():
            return replace(own, confirming=isinstance(event, AskToRestart))
        case Restart() if own.own is None:
            return Practice(order=own.order, can_store=own.can_store)
        case ShowOwn() if own.own is not None:
            return own.own
    return own


def _ranges(own: Practice, material: Material) -> int:
    """Among how many ranges a learner predicts the number of the open scenario; 0 where none is asked for."""
    scenario = question(own, material).scenario
    return len(material.subject.ranges(scenario.predict)) if scenario and scenario.predict else 0


def _answered(own: Practice, material: Material, answers: Answers) -> Practice:
    attempt, asked = own.attempt, question(own, material)
    missing = _missing(attempt, material)
    if missing:
        return replace(own, attempt=replace(attempt, unfinished=missing))
    verdict, found = _judged(asked, attempt.mode, material, answers)
    judged = replace(attempt, verdict=verdict, deciding=found.facts, also=found.also)
    own = replace(own, attempt=judged, given=own.given + 1)
    if asked.scenario is None:
        good = good_enough(verdict) and facts_right(attempt.marks, found.facts, found.also)
        return _counted(own, GOOD if good else BAD, material)
    name = current(own, material)
    record = with_try(record_of(own, name), attempt.mode, counted(judged), asked.scenario, attempt.sure)
    return noted(replace(own, scenario=name, records={**own.records, name: record}), name, material)


def counted(attempt: Attempt) -> tuple[str, ...]:
    """The marks that count: one that turns the decision as well is no mistake beside one that decides."""
    if not {*attempt.marks} & {*attempt.deciding}:
        return attempt.marks
    return tuple(fact for fact in attempt.marks if fact not in attempt.also)


def _missing(attempt: Attempt, material: Material) -> Unfinished:
    """What is missing before an answer can be judged."""
    if attempt.mode not in material.subject.modes:
        return "mode"
    if not attempt.marks:
        return "marks"
    return "many" if len(attempt.marks) > MOST_MARKS else ""


def _shown(own: Practice, material: Material, answers: Answers) -> Practice:
    asked = question(own, material)
    mode = _best(asked, material, answers)
    _, found = _judged(asked, mode, material, answers)
    before = own.attempt
    attempt = Attempt(
        mode,
        before.marks,
        before.hints,
        deciding=found.facts,
        also=found.also,
        shown=True,
        repeat=before.repeat,
        compared=bool(asked.scenario and asked.scenario.questions),
    )
    own = replace(own, attempt=attempt)
    if asked.scenario is None:
        return _counted(own, BAD, material)
    name = current(own, material)
    if before.repeat:
        return noted(own, name, material)
    record = replace(record_of(own, name), shown=True)
    return noted(replace(own, scenario=name, records={**own.records, name: record}), name, material)


def _judged(asked: Question, mode: str, material: Material, answers: Answers) -> tuple[Verdict, Deciding]:
    """How good a mode is, and what decides."""
    if asked.scenario:
        facts = asked.scenario.facts
        effects = material.subject.effects(asked.case, cards(material, asked), answers)
        also = tuple(fact for fact, flips in effects.items() if flips and fact not in facts)
        return asked.scenario.choices[mode].verdict, Deciding(facts, also)
    study = material.subject.study(asked.case, answers, sure=True)
    verdict: Verdict = study.of(mode).verdict if study else "poor"
    return verdict, material.subject.deciding(asked.case, answers)


def _best(asked: Question, material: Material, answers: Answers) -> str:
    if asked.scenario:
        return best(asked.scenario)
    study = material.subject.study(asked.case, answers, sure=True)
    return study.best if study else material.subject.modes[0]


def _counted(own: Practice, letter: str, material: Material) -> Practice:
    criterion = material.criterion
    if own.series is None or criterion is None:
        return own
    series = own.series.counting(letter, own.attempt.sure)
    return replace(own, series=series, met=own.met or met(series.row, criterion.row, criterion.good))


def _next(own: Practice, material: Material) -> Practice:
    """The next of a series, the scenario to argue, one that comes back, the next that is not settled, or the result."""
    if own.in_series:
        ended = own.series and material.criterion and own.series.ended(material.criterion.row)
        return replace(own, page="series") if ended and own.page == "question" else _next_of_series(own)
    if name := to_argue(own, material):
        return with_scenario(own, name, material)
    if own.attempt.over and (name := due(own, material)) and name != own.scenario:
        return with_repeat(own, name)
    names = order(own, material)
    here = names.index(current(own, material)) + 1
    return with_unsettled(own, names[here:] + names[:here], material)


def _next_of_series(own: Practice) -> Practice:
    """A new case: the next of the series, or the one that was left open."""
    series = own.series
    if not series:
        return with_series(own, Series(1))
    done = series.number < series.start + len(series.row)
    return with_series(own, replace(series, number=min(series.number + (own.in_series or done), LARGEST)))
