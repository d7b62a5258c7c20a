"""How the bet is answered: which mode fits best, and what most speaks for it against the one that was bet on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.features.race.standing import Run
from engine.features.race.texts import ended_text, missed_text, percent_text, time_text
from simulator.advice import burden
from simulator.workload import watched

if TYPE_CHECKING:
    from engine.messages import Messages
    from simulator.advice import Ranked
    from simulator.outcomes import Spread
    from simulator.wording import Wording


def answer_text(messages: Messages, words: Wording, run: Run, bet: str, many: bool) -> str:
    """The bet, what became of it and which mode fits better, in one sentence; without a bet, which one fits best."""

    def came(name: str) -> str:
        return missed_text(messages, run.spreads[name]) if many else ended_text(messages, words, run, name)

    best = run.advice.best
    name = run.name(best.mode)
    if bet not in run.tracks:
        return messages(f"race.answer.free.{_kind(run)}", best=name, ended=came(best.mode))
    mine, ended = run.advice.of(bet), came(bet)
    if bet == best.mode:
        return messages(f"race.answer.right.{_kind(run)}", mode=run.name(bet), ended=ended)
    why = _why(messages, words, run, mine)
    if mine.verdict == "defensible":
        return messages("race.answer.defensible", mode=run.name(bet), ended=ended, best=name, why=why)
    return messages("race.answer.wrong", mode=run.name(bet), ended=ended, best=name, why=why)


def _kind(run: Run) -> str:
    """Whether some mode fits, and whether another one can be defended."""
    return "nearest" if not run.advice.feasible else "grey" if run.advice.grey else "best"


def guess_text(messages: Messages, words: Wording, run: Run, bet: str, guess: float | None) -> str:
    """Whether it was done within the time that the learner said; "" where there is nothing to say."""
    if guess is None or bet not in run.tracks:
        return ""
    track, said = run.tracks[bet], words.exact_duration(guess)
    if track.failed:
        return messages("race.guess.failed", guess=said)
    if track.done <= guess:
        return messages("race.guess.right", guess=said)
    return messages("race.guess.wrong", guess=said, time=time_text(words, track.done))


def _why(messages: Messages, words: Wording, run: Run, mine: Ranked) -> str:
    """What most speaks for the best mode, as the difference to the mode that was bet on."""
    best, mode = run.advice.best, run.name(mine.mode)
    broken = [each.rule for each in mine.failing if each.rule not in {one.rule for one in best.failing}]
    if broken:
        return _out(messages, mode, broken[0], run.spreads[mine.mode], run.spreads[best.mode])
    most = burden(mine, best)
    same = next((each for each in best.findings if each.rule == most.rule), None)
    more, less = most.value or 0.0, (same.value if same else 0.0) or 0.0
    match most.rule:
        case "engineering":
            mine_weight, weight = words.compared(more, less, "points")
            return messages("race.less.engineering", weight=weight, mode=mode, more=mine_weight)
        case "wait" if watched(run.workload):
            return messages("race.less.first", time=time_text(words, more - less))
        case "wait":
            return messages("race.less.wait", time=time_text(words, more - less))
        case "hold" | "endurance" | "silence":
            return messages("race.less.hold", mode=mode, time=time_text(words, more))
        case "occupancy":
            return messages("race.less.occupancy", mode=mode, time=time_text(words, more))
    return messages("race.less.money", dollars=words.figure(more - less, "dollars"))


def _out(messages: Messages, mode: str, rule: str, mine: Spread, best: Spread) -> str:
    """Which rule puts a mode out, with its own number."""
    match rule:
        case "timeout":
            return messages("race.cut_off", mode=mode, share=percent_text(messages, mine.cut_share))
        case "deadline" | "loss" | "watchdog" | "first_words":
            less, more = (percent_text(messages, each.late_share) for each in (best, mine))
            return messages("race.missing", less=less, more=more)
    return messages(f"race.out.{rule}", mode=mode)
