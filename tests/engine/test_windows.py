"""Completion windows: what a vendor asks for a mode that may be done later, where it fits, and how it is said."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.content.mode import Mode
from engine.features.race.presenter import present as present_race
from engine.features.race.state import Race
from engine.features.workload.form import WorkloadForm
from engine.features.workload.presenter import present
from engine.features.workload.record import record
from simulator.advice import Advice, advise
from simulator.parameters import Model
from simulator.windows import Offer, offers, window_text, worthwhile
from simulator.wording import Wording
from simulator.workload import Workload
from tests.support.workloads import CLICK, NIGHT, any_workload

HOUR = 3600
EVENING = replace(NIGHT, requests=10_000, deadline=2.5 * HOUR)
"""10,000 documents that must be done within two hours and a half: too early for a batch."""


def found(modes: Mapping[str, Mode], model: Model, workload: Workload) -> tuple[Advice, tuple[Offer, ...]]:
    advice = advise(modes, model, workload)
    return advice, offers(modes, model, workload, advice)


def test_a_window_costs_its_share_of_the_list_price(modes: Mapping[str, Mode], model: Model) -> None:
    _, each = found(modes, model, EVENING)
    # 10,000 requests a day of 2,000 tokens in and 200 out, for $3 and $15 a million: $90 a day, 70 and 60 % of it
    assert [(one.mode, one.window.seconds) for one in each] == [("ticket", 2 * HOUR), ("ticket", 8 * HOUR)]
    assert [one.cost_a_month for one in each] == pytest.approx([30 * 63, 30 * 54])


def test_the_window_counts_from_the_last_request_that_the_rate_limit_lets_out(
    modes: Mapping[str, Mode], model: Model
) -> None:
    _, (two, eight) = found(modes, model, EVENING)
    assert two.done - 2 * HOUR == pytest.approx(10 * 60, rel=0.03)
    assert (two.in_time, eight.in_time) == (True, False)


def test_where_a_batch_would_be_late_the_window_that_is_in_time_is_worthwhile(
    modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    advice, each = found(modes, model, EVENING)
    assert "deadline" in [finding.rule for finding in advice.of("banquet").failing]
    best = worthwhile(each, advice)
    assert best and best.window.seconds == 2 * HOUR and best.points < advice.best.points
    text = window_text(modes, model, EVENING, advice, wording)
    saved = advice.best.cost_a_month - best.cost_a_month
    assert text == f"Bell sells Ticket within 2 h for $1,890 a month, ${saved:,.0f} less than {modes['counter'].name}."


def test_of_two_windows_in_time_the_cheaper_one_is_meant(modes: Mapping[str, Mode], model: Model) -> None:
    chain = replace(EVENING, requests=2, times_a_day=5000, independent=False, deadline=20 * HOUR)
    advice, each = found(modes, model, chain)
    best = worthwhile(each, advice)
    assert best and best.window.seconds == 8 * HOUR
    assert [one.done for one in each] == pytest.approx([4 * HOUR, 16 * HOUR], rel=0.01)


def test_a_window_of_the_best_mode_itself_is_told_by_what_it_saves(
    modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    chain = replace(EVENING, requests=2, times_a_day=5000, independent=False, deadline=20 * HOUR, survives=True)
    long = replace(chain, output_tokens=20_000, seconds=1200)
    advice = advise(modes, model, long)
    assert advice.best.mode == "ticket"
    text = window_text(modes, model, long, advice, wording)
    assert text and text.startswith("Bell sells Ticket within 8 h for $") and " and saves $" in text


def test_a_window_is_not_worthwhile_where_a_batch_is_cheaper(modes: Mapping[str, Mode], model: Model) -> None:
    advice, each = found(modes, model, replace(EVENING, deadline=20 * HOUR))
    assert advice.best.mode == "banquet" and each
    assert worthwhile(each, advice) is None


def test_a_saving_of_cents_is_not_worthwhile(modes: Mapping[str, Mode], model: Model) -> None:
    advice, each = found(modes, model, replace(EVENING, requests=100))
    assert each and worthwhile(each, advice) is None


@pytest.mark.parametrize(
    "change", [{"reader": "waiting"}, {"reader": "watching"}, {"retention": False}, {"background": False}]
)
def test_no_window_is_offered_where_someone_waits_or_the_vendor_may_or_can_keep_nothing(
    modes: Mapping[str, Mode], model: Model, change: dict[str, Any]
) -> None:
    assert found(modes, model, replace(EVENING, **change))[1] == ()


@settings(max_examples=50)
@given(workload=any_workload)
def test_a_worthwhile_window_keeps_the_deadline_and_costs_less_than_the_best_mode(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    advice, each = found(modes, model, workload)
    if best := worthwhile(each, advice):
        assert best.done <= workload.deadline and best.cost_a_month < advice.best.cost_a_month
        assert workload.reader == "gone"


def test_your_own_says_it_below_the_verdict_in_the_ranking_and_in_the_record(
    lesson: Lesson, lazy: LazyContent, model: Model, wording: Wording
) -> None:
    own = WorkloadForm(EVENING)
    view = present(lesson, lazy, own, {})
    text = window_text(lesson.modes, model, EVENING, advise(lesson.modes, model, EVENING), wording)
    assert text and text in [each.replace("\N{NO-BREAK SPACE}", " ") for each in view.answer.reasons]
    lines = {each.id: [line.replace("\N{NO-BREAK SPACE}", " ") for line in each.windows] for each in view.ranking.modes}
    assert lines.pop("ticket") == [
        lazy.messages("workload.window.in_time", mode="Ticket", vendor="Bell", window="2 h", dollars="$1,890"),
        lazy.messages("workload.window.late", mode="Ticket", vendor="Bell", window="8 h", dollars="$1,620"),
    ]
    assert not any(lines.values())
    kept = record(lesson, lazy, own, {}).splitlines()
    assert f"- {text}" in kept and lazy.messages(
        "workload.window.late", mode="Ticket", vendor="Bell", window="8 h", dollars="$1,620"
    ) in [line.removeprefix("- ") for line in kept]


def test_the_race_says_it_at_its_end(lesson: Lesson, lazy: LazyContent, model: Model, wording: Wording) -> None:
    text = window_text(lesson.modes, model, EVENING, advise(lesson.modes, model, EVENING), wording)
    assert text
    race = Race("", workload=EVENING, begun=True)
    assert text not in present_race(lesson, lazy, race).answer
    assert text in present_race(lesson, lazy, replace(race, at=1.0)).answer


def test_who_clicks_is_offered_nothing(lesson: Lesson, lazy: LazyContent) -> None:
    view = present(lesson, lazy, WorkloadForm(CLICK), {})
    assert not any(each.windows for each in view.ranking.modes)
