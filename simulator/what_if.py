"""What a learner can change in a workload to see what flips the advice: numbers to slide, other facts to switch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.features.practice.subject import Answers, Change, Switch, SwitchOption, Turn, WhatIf
from simulator.address import to_address
from simulator.advice import recommended
from simulator.flips import Flip
from simulator.lesson import model_of, wording
from simulator.sensitivity import turned
from simulator.sentences import compared, finding_text
from simulator.sliders import present_slider, value_at
from simulator.sweep import can_sweep, sweep_query
from simulator.workload import DECLARED, key, options

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Query
    from simulator.sensitivity import Turn as SimulatedTurn
    from simulator.sweep import Sweep
    from simulator.workload import Value, Workload

MOST_SLIDERS = 3
"""How many facts a learner slides, at most."""
MOST_SWITCHES = 2
"""How many facts a learner switches, at most."""


@dataclass(frozen=True)
class Levers:
    """The facts of a workload that may flip the advice, in the order in which they are offered."""

    lesson: Lesson
    content: LazyContent
    workload: Workload
    facts: Sequence[str]


def next_sweep(levers: Levers, answers: Answers) -> Query | None:
    """The next fact to sweep; None once all are known."""
    missing = next((fact for fact in _numbers(levers) if (levers.workload, fact) not in answers), None)
    if missing is None:
        return None
    return sweep_query(levers.lesson.modes, model_of(levers.content), levers.workload, missing)


def what_if(levers: Levers, change: Change | None, answers: Answers) -> WhatIf:
    """The sliders and switches, and what came of the last change."""
    changed, value = (change[0], _read(levers, *change)) if change else ("", None)
    return WhatIf(
        tuple(
            present_slider(
                levers.lesson,
                levers.content,
                found.fact,
                getattr(levers.workload, found.fact),
                value if found.fact == changed else getattr(levers.workload, found.fact),
                found,
            )
            for found in _flipping(levers, answers)
        ),
        tuple(_switches(levers, changed, value))[:MOST_SWITCHES],
        _missing(levers, answers) is not None,
        _turn(levers, changed, value) if changed and value != getattr(levers.workload, changed) else None,
    )


def effects(levers: Levers, answers: Answers) -> dict[str, bool]:
    """Of each fact whether another value of it makes another mode the best; of a number, once its sweep is known."""
    found, switches = {}, {switch.fact for switch in _switches(levers, "", None)}
    for fact in levers.facts:
        if DECLARED[fact].quantity is None:
            found[fact] = fact in switches
        elif known := answers.get((levers.workload, fact)):
            found[fact] = _flips(known[0])
        elif not can_sweep(fact, getattr(levers.workload, fact)):
            found[fact] = False
    return found


def _numbers(levers: Levers) -> list[str]:
    return [fact for fact in levers.facts if can_sweep(fact, getattr(levers.workload, fact))]


def _flipping(levers: Levers, answers: Answers) -> list[Sweep]:
    """The sweeps that are known and along which another mode becomes the best, as many as are shown."""
    known = (answers.get((levers.workload, fact)) for fact in _numbers(levers))
    found = [each[0] for each in known if each]
    return [sweep for sweep in found if _flips(sweep)][:MOST_SLIDERS]


def _flips(sweep: Sweep) -> bool:
    return _turns(*(zone.mode for zone in sweep.zones), *sweep.without)


def _turns(*modes: str | None) -> bool:
    """Whether more than one mode is best somewhere; where none is feasible, none is."""
    return len({*modes} - {None}) > 1


def _missing(levers: Levers, answers: Answers) -> str | None:
    """The first number of which the sweep is wanted and not known."""
    if len(_flipping(levers, answers)) >= MOST_SLIDERS:
        return None
    return next((fact for fact in _numbers(levers) if (levers.workload, fact) not in answers), None)


def _switches(levers: Levers, changed: str, value: Value) -> Iterator[Switch]:
    """The facts without a number of which another value makes another mode the best."""
    words, model, workload = wording(levers.content), model_of(levers.content), levers.workload
    for fact in levers.facts:
        was = getattr(workload, fact)
        if DECLARED[fact].quantity is not None:
            continue
        now = value if fact == changed else was
        modes = {each: recommended(levers.lesson.modes, model, _with(workload, fact, each)) for each in _all(fact, was)}
        if _turns(*modes.values()):
            shown = (
                SwitchOption(key(each), words.value(fact, each), mode, each == now) for each, mode in modes.items()
            )
            yield Switch(fact, words.name(fact), tuple(shown))


def _all(fact: str, value: Value) -> tuple[Value, ...]:
    """All values of a fact without a number; that it is unknown only where it is."""
    return tuple(each for each in options(fact) if each is not None or value is None)


def _turn(levers: Levers, fact: str, value: Value) -> Turn:
    words, workload, modes = wording(levers.content), levers.workload, levers.lesson.modes
    found = turned(modes, model_of(levers.content), workload, Flip(fact, value, ""))
    then = found.after.best
    other = then.mode != found.before.best.mode
    return Turn(
        words.name(fact),
        words.value(fact, value),
        then.mode if then.feasible else None,
        other,
        _because(levers, found) if other and then.feasible else "",
        to_address(found.workload),
    )


def _because(levers: Levers, turn: SimulatedTurn) -> str:
    """The rule that brings it about, or else what speaks against the mode that was best."""
    modes, model, words = levers.lesson.modes, model_of(levers.content), wording(levers.content)
    if turn.rule:
        mode, finding = turn.rule
        return finding_text(model, modes[mode].name, finding, words)
    return compared(modes, model, turn.after.of(turn.before.best.mode), turn.after.best, words)


def _read(levers: Levers, fact: str, text: str) -> Value:
    """The value that an event names; what means nothing is the value that the workload has."""
    was: Value = getattr(levers.workload, fact)
    if DECLARED[fact].quantity is None:
        return next((each for each in _all(fact, was) if key(each) == text), was)
    if not text.isascii() or not text.isdigit():
        return was
    return value_at(model_of(levers.content), fact, was, int(text))


def _with(workload: Workload, fact: str, value: Value) -> Workload:
    change: dict[str, Any] = {fact: value}
    return replace(workload, **change)
