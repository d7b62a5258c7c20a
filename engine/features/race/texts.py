"""The race in words: what each client does, how each mode ended, how all days were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.features.race.standing import Run, Standing, standing, wanted
from simulator.lesson import model_of
from simulator.simulation import number_of_days
from simulator.wording import Wording, number

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.messages import Messages
    from simulator.outcomes import Spread

NARROW = 0.05
"""By at most this share of the deadline a run keeps or misses it narrowly: no difference is worth a number there."""


def many_days(content: LazyContent) -> str:
    """All days of the model."""
    days = number_of_days(model_of(content))
    return content.messages("race.days", count=days, shown=number(days, content.messages))


def time_text(words: Wording, seconds: float) -> str:
    """A duration, on one line."""
    return words.duration(seconds).replace(" ", "\N{NO-BREAK SPACE}")


def cost_text(messages: Messages, words: Wording, dollars: float) -> str:
    """What a mode costs."""
    return messages("race.cost", dollars=words.money(dollars))


def standing_text(messages: Messages, words: Wording, run: Run, name: str, stands: Standing) -> str:
    """The state of a client and what it does, or how its mode ended."""
    if stands.over:
        return ended_text(messages, words, run, name)
    if stands.figure == "ready":
        return messages("race.client.ready")
    doing = messages(f"race.client.{stands.figure}")
    if stands.late:
        return messages("race.doing_late", state=stands.state, doing=doing)
    return messages("race.doing", state=stands.state, doing=doing)


def ended_text(messages: Messages, words: Wording, run: Run, name: str) -> str:
    """How a mode ended on this day, and by how much it kept or missed the deadline, as one phrase."""
    track = run.tracks[name]
    end = time_text(words, track.end)
    if track.cut is not None:
        return messages("race.ended.given_up" if track.given_up else "race.ended.cut", time=end)
    came, deadline = wanted(run, name)
    margin = _margin_text(messages, words, came, deadline)
    if track.expired:
        return messages("race.ended.expired", time=end, margin=margin)
    if came < track.done:
        return messages("race.ended.first", time=time_text(words, track.first), margin=margin)
    return messages("race.ended.done", time=end, margin=margin)


def _margin_text(messages: Messages, words: Wording, came: float, deadline: float) -> str:
    late, difference = came > deadline, abs(came - deadline)
    if difference <= NARROW * deadline:
        return messages("race.margin.just_late" if late else "race.margin.just_before")
    time = time_text(words, difference)
    return messages("race.margin.late" if late else "race.margin.before", time=time)


def missed_text(messages: Messages, spread: Spread) -> str:
    """On how many days a mode misses the deadline."""
    missed, all_days = len(spread.missed), len(spread.samples)
    days = number(all_days, messages)
    if not missed:
        return messages("race.missed.none", days=days)
    if missed == all_days:
        return messages("race.missed.all", days=days)
    share = percent_text(messages, missed / all_days)
    return messages("race.missed.some", count=missed, shown=number(missed, messages), days=days, share=share)


def percent_text(messages: Messages, share: float) -> str:
    """A share of 1, in whole percent, or in tenths where it is less than one."""
    percent = 100 * share
    number = f"{percent:.1f}" if 0 < percent < 0.95 else f"{percent:.0f}"
    return messages("race.table.percent", number=messages.numeral(number))


def now_text(messages: Messages, words: Wording, run: Run, at: float) -> str:
    """How all modes stand while the clock is on its way."""
    standings = [
        messages(
            "race.now.mode",
            mode=run.name(name),
            standing=standing_text(messages, words, run, name, standing(run, name, at)),
        )
        for name in run.tracks
    ]
    time = time_text(words, run.axis.moment(at))
    return messages("race.now.all", time=time, standings=messages.listed("race.now.standings", standings))
