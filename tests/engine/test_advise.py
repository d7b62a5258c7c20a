"""Which mode is advised, why, and what would change it."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from engine.content.mode import Mode
from simulator.advice import Advice, Ranked, advise
from simulator.findings import Finding
from simulator.parameters import Model
from simulator.readings import shares
from simulator.rules import Unit
from simulator.sentences import against, filled, finding_text, reasons
from simulator.shares import Share, Shares
from simulator.wording import Wording
from simulator.workload import Workload
from tests.support.workloads import CLICK, NIGHT, any_workload

HOUR = 3600


def by_mode(advice: Advice) -> dict[str, Ranked]:
    return {each.mode: each for each in advice.ranked}


def advised(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Advice:
    """The advice with the shares of the modes."""
    return advise(modes, model, workload, shares(modes, model, workload))


def points(each: Ranked, rule: str) -> float | None:
    return next((finding.points for finding in each.findings if finding.rule == rule), None)


def broken(each: Ranked) -> list[str]:
    return [finding.rule for finding in each.failing]


def test_at_half_a_minute_sync_and_async_are_both_near(
    modes: Mapping[str, Mode], model: Model, half_a_minute: Workload
) -> None:
    found = by_mode(advised(modes, model, half_a_minute))
    assert "poor" not in {found["counter"].verdict, found["ticket"].verdict}


# Constraints.


def test_who_waits_is_not_put_into_a_queue(modes: Mapping[str, Mode], model: Model) -> None:
    patient = replace(CLICK, deadline=48 * HOUR)
    assert broken(by_mode(advise(modes, model, patient))["banquet"]) == ["presence"]
    assert by_mode(advise(modes, model, replace(patient, reader="gone")))["banquet"].feasible


def test_requests_that_need_each_other_cannot_go_in_together(modes: Mapping[str, Mode], model: Model) -> None:
    chain = replace(NIGHT, requests=2, independent=False)
    assert {each.mode for each in advise(modes, model, chain).ranked if "independent" in broken(each)} == {"banquet"}


def test_without_retention_a_queue_of_ones_own_takes_the_place_of_the_vendors_job_but_not_of_the_batch(
    modes: Mapping[str, Mode], model: Model
) -> None:
    kept, forgotten = (by_mode(advise(modes, model, replace(NIGHT, retention=each))) for each in (True, False))
    assert broken(forgotten["banquet"]) == ["retention"]
    assert broken(forgotten["ticket"]) == broken(kept["ticket"])
    assert points(forgotten["ticket"], "engineering") == (points(kept["ticket"], "engineering") or 0) + 1
    assert points(forgotten["counter"], "engineering") == points(kept["counter"], "engineering")


def test_polling_costs_no_more_than_a_webhook(modes: Mapping[str, Mode], model: Model) -> None:
    called, polled = (by_mode(advise(modes, model, replace(CLICK, webhook=each)))["ticket"] for each in (True, False))
    assert points(polled, "engineering") == points(called, "engineering")
    assert polled.feasible


def test_a_timer_that_is_far_away_changes_nothing(modes: Mapping[str, Mode], model: Model) -> None:
    alone = replace(CLICK, reader="gone", seconds=120.0, deadline=3600, timeout=None)
    without, far = (advise(modes, model, replace(alone, timeout=each)) for each in (None, 7200))
    assert [(each.mode, each.points) for each in without.ranked] == [(each.mode, each.points) for each in far.ranked]


def test_a_connection_of_hours_is_a_risk_in_itself(modes: Mapping[str, Mode], model: Model) -> None:
    alone = replace(CLICK, reader="gone", deadline=100_000, timeout=None, independent=False)
    short, long = (advise(modes, model, replace(alone, seconds=each)).best.mode for each in (60.0, 7200.0))
    assert (short, long) == ("counter", "ticket")


def test_work_that_must_survive_needs_a_store_of_ones_own_unless_the_vendor_keeps_it(
    modes: Mapping[str, Mode], model: Model
) -> None:
    may, must = (by_mode(advise(modes, model, replace(CLICK, survives=each))) for each in (False, True))
    more = {name: (points(must[name], "engineering") or 0) - (points(may[name], "engineering") or 0) for name in must}
    assert more == {"counter": 2.5, "buffet": 2.5, "ticket": 0, "banquet": 0}


def test_an_answer_longer_than_one_call_returns_rules_the_call_out(modes: Mapping[str, Mode], model: Model) -> None:
    long = replace(CLICK, reader="gone", output_tokens=200_000, deadline=7 * 24 * HOUR, timeout=None)
    found = by_mode(advise(modes, model, long))
    assert {name for name, each in found.items() if "output" in broken(each)} == {"counter", "buffet"}
    assert not broken(by_mode(advise(modes, model, replace(long, output_tokens=120_000)))["counter"])


def test_runs_that_come_too_often_for_batches_of_their_own_are_collected_between_two_polls(
    modes: Mapping[str, Mode], model: Model
) -> None:
    small = replace(NIGHT, requests=1, times_a_day=100_000)
    found = by_mode(advise(modes, model, small))["banquet"]
    interval = model.modes["banquet"].notice
    assert interval
    assert not broken(found)
    assert [each.value for each in found.findings if each.rule == "creations"] == [HOUR / interval.interval.value]
    barely = replace(small, deadline=found.spread.done[1] + interval.interval.value / 2)
    assert broken(by_mode(advise(modes, model, barely))["banquet"]) == ["creations"]


def test_more_than_the_vendor_lets_wait_cannot_be_collected(modes: Mapping[str, Mode], model: Model) -> None:
    waves = replace(NIGHT, requests=10_000_000, times_a_day=1000, deadline=7 * 24 * HOUR)
    finding = by_mode(advise(modes, model, waves))["banquet"].failing[0]
    assert finding.rule == "creations"
    assert finding.value == pytest.approx(50 * 1000 / 24)


def test_of_modes_that_break_limits_the_nearest_is_the_one_that_misses_by_the_smallest_factor(
    modes: Mapping[str, Mode], model: Model
) -> None:
    hasty = replace(NIGHT, deadline=1800)
    advice = advise(modes, model, hasty)
    assert not advice.best.feasible
    missed = {each.mode: each.failing[0].value for each in advice.ranked if each.failing[0].rule == "deadline"}
    assert advice.best.mode == min(missed, key=lambda mode: missed[mode] or 0)


def test_a_silent_connection_must_be_shorter_than_the_timer_in_99_of_100_requests(
    modes: Mapping[str, Mode], model: Model
) -> None:
    slow = replace(CLICK, output_tokens=3000, partial=True, deadline=300)
    found = by_mode(advise(modes, model, slow))
    assert {name: broken(each) for name, each in found.items() if name != "banquet"} == {
        "counter": ["timeout"],
        "buffet": [],
        "ticket": [],
    }
    finding = found["counter"].failing[0]
    assert finding.value is not None
    assert finding.limit == 60
    assert by_mode(advise(modes, model, replace(slow, timeout=finding.value * 1.01)))["counter"].feasible
    assert not by_mode(advise(modes, model, replace(slow, timeout=finding.value * 0.99)))["counter"].feasible
    assert by_mode(advise(modes, model, replace(slow, timeout=None)))["counter"].feasible


def test_more_in_a_day_than_the_limit_takes_is_no_work_for_live_requests(
    modes: Mapping[str, Mode], model: Model
) -> None:
    found = by_mode(advise(modes, model, replace(NIGHT, rate_limit=50, deadline=7 * 24 * HOUR)))
    assert {name for name, each in found.items() if "rate" in broken(each)} == {"counter", "buffet", "ticket"}
    assert found["banquet"].verdict == "best"


def test_the_deadline_must_be_kept_on_95_of_100_runs(modes: Mapping[str, Mode], model: Model) -> None:
    p95 = by_mode(advise(modes, model, NIGHT))["banquet"].spread.done[1]
    assert by_mode(advise(modes, model, replace(NIGHT, deadline=p95 * 1.01)))["banquet"].feasible
    assert "deadline" in broken(by_mode(advise(modes, model, replace(NIGHT, deadline=p95 * 0.99)))["banquet"])


@settings(max_examples=60)
@given(workload=any_workload)
def test_a_longer_deadline_never_makes_a_mode_infeasible(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    longer = by_mode(advise(modes, model, replace(workload, deadline=workload.deadline * 3)))
    assert all(longer[name].feasible for name, each in by_mode(advise(modes, model, workload)).items() if each.feasible)


def test_the_first_words_have_a_deadline_only_where_someone_reads_them(modes: Mapping[str, Mode], model: Model) -> None:
    essay = replace(CLICK, output_tokens=1500, reader="watching", partial=True, first_words=5, deadline=60)
    assert broken(by_mode(advise(modes, model, essay))["counter"]) == ["first_words"]
    idle: list[dict[str, Any]] = [{"reader": "waiting"}, {"partial": False}, {"first_words": None}]
    for change in idle:
        assert not broken(by_mode(advise(modes, model, replace(essay, **change)))["counter"])
    late = by_mode(advise(modes, model, replace(essay, deadline=10)))
    assert broken(late["buffet"]) == ["deadline"]
    assert broken(late["counter"]) == ["deadline", "first_words"]


# Costs.


def test_a_saving_of_cents_does_not_pay_for_engineering_and_a_large_one_does(
    modes: Mapping[str, Mode], model: Model
) -> None:
    assert advise(modes, model, replace(NIGHT, requests=100, input_tokens=200, output_tokens=20)).best.mode == "counter"
    assert advise(modes, model, NIGHT).best.mode == "banquet"


def test_who_watches_a_long_answer_is_best_served_by_a_stream(modes: Mapping[str, Mode], model: Model) -> None:
    essay = replace(CLICK, output_tokens=1500, reader="watching", partial=True, first_words=5, deadline=60)
    assert advise(modes, model, essay).best.mode == "buffet"
    assert advise(modes, model, replace(essay, partial=False)).best.mode != "buffet"


def test_a_job_without_a_timer_on_its_path_holds_a_connection_for_nothing(
    modes: Mapping[str, Mode], model: Model
) -> None:
    job = replace(CLICK, reader="gone", seconds=300.0, deadline=HOUR, timeout=None)
    assert advise(modes, model, job).best.mode == "counter"
    assert advise(modes, model, replace(job, timeout=60)).best.mode == "ticket"


def test_a_person_who_waits_longer_counts_more(modes: Mapping[str, Mode], model: Model) -> None:
    waits = [
        points(by_mode(advise(modes, model, replace(CLICK, seconds=seconds)))["counter"], "wait") or 0
        for seconds in (0.3, 3.0, 30.0, 300.0)
    ]
    assert waits[0] == 0
    assert waits == sorted(set(waits))


@settings(max_examples=60)
@given(workload=any_workload)
def test_verdicts_follow_from_rules_and_points(modes: Mapping[str, Mode], model: Model, workload: Workload) -> None:
    found = advise(modes, model, workload)
    assert {each.mode for each in found.ranked} == set(modes)
    assert [each.verdict for each in found.ranked].count("best") == 1 == [found.best.verdict].count("best")
    assert all(each.feasible == (not each.failing) for each in found.ranked)
    feasible = [each.points for each in found.ranked if each.feasible]
    assert feasible == sorted(feasible)
    assert [each.feasible for each in found.ranked] == [True] * len(feasible) + [False] * (len(modes) - len(feasible))
    assert {each.verdict for each in found.ranked[1:]} == {None}


def test_the_shares_of_readings_make_the_verdicts(
    modes: Mapping[str, Mode], model: Model, half_a_minute: Workload
) -> None:
    known = Shares((Share("ticket", 100, 0), Share("counter", 60, 0), Share("buffet", 39, 0), Share("banquet", 1, 0)))
    found = advise(modes, model, half_a_minute, known)
    assert found.best.mode == "ticket"
    assert {each.mode: each.verdict for each in found.ranked} == {
        "ticket": "best",
        "counter": "defensible",
        "buffet": "poor",
        "banquet": "poor",
    }
    assert found.grey


def test_a_limit_missed_narrowly_leaves_a_mode_defensible_and_one_missed_widely_does_not(
    modes: Mapping[str, Mode], model: Model, half_a_minute: Workload
) -> None:
    silence = next(
        finding.value
        for finding in by_mode(advise(modes, model, half_a_minute))["counter"].findings
        if finding.rule == "timeout"
    )
    assert silence is not None
    verdicts = [
        by_mode(advised(modes, model, replace(half_a_minute, timeout=silence / share)))["counter"].verdict
        for share in (1.05, 4)
    ]
    assert verdicts[0] != "poor"
    assert verdicts[1] == "poor"


def test_a_limit_kept_narrowly_leaves_the_next_mode_defensible_and_one_kept_by_far_does_not(
    modes: Mapping[str, Mode], model: Model
) -> None:
    p95 = by_mode(advise(modes, model, NIGHT))["banquet"].spread.done[1]
    narrow, wide = (advised(modes, model, replace(NIGHT, deadline=p95 * times)) for times in (1.2, 8))
    assert narrow.best.mode == wide.best.mode == "banquet"
    assert (by_mode(narrow)["counter"].verdict, by_mode(wide)["counter"].verdict) == ("defensible", "poor")


# The words.


def sentences(modes: Mapping[str, Mode], model: Model, workload: Workload, wording: Wording) -> list[str]:
    return reasons(modes, model, advised(modes, model, workload), wording)


def test_the_reasons_name_the_best_mode_first_and_use_the_numbers_of_the_workload(
    modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    first, *why = sentences(modes, model, NIGHT, wording)
    assert first == "Banquet fits best."
    assert why[0] == "It saves $13,500 a month compared with Counter."
    assert why[1].startswith("p95 is ") and "12 h" in why[1]


@pytest.mark.parametrize(
    ("rule", "said", "value", "limit", "numbers"),
    [
        ("timeout", "narrowly", 59.6046, 60.0, ("60 s", "60 s")),
        ("timeout", "nearly", 60.396, 60.0, ("60 s", "60 s")),
        ("deadline", "narrowly", 1.99502, 2.0, ("2 s", "2 s")),
        ("deadline", "nearly", 9937.8, 9900.0, ("2.8 h", "2 h 45 min")),
        ("deadline", "easily", 31.0, 43_200.0, ("31 s", "12 h")),
        ("deadline", "passes", 8.0, 10.0, ("8 s", "10 s")),
        ("deadline", "fails", 12.0, 10.0, ("12 s", "10 s")),
        ("rate", "nearly", 100 / 3, 33.0, ("33", "33")),
        ("rate", "fails", 50.0, 33.0, ("50", "33")),
        ("timeout", "passes", 5.0, 60.0, ("5 s", "60 s")),
    ],
)
def test_a_number_near_its_limit_is_said_to_be_near_it_in_two_figures(
    model: Model, wording: Wording, rule: str, said: str, value: float, limit: float, numbers: tuple[str, str]
) -> None:
    text = finding_text(model, "Counter", Finding(rule, value <= limit, value, limit), wording)
    assert text == filled(
        getattr(getattr(model.constraints, rule), said), mode="Counter", value=numbers[0], limit=numbers[1]
    )


@pytest.mark.parametrize(
    ("one", "other", "unit", "numbers"),
    [
        (59.6046, 60.0, "seconds", ("59.6 s", "60 s")),
        (1.99502, 2.0, "seconds", ("1.995 s", "2 s")),
        (9937.8, 9900.0, "seconds", ("2.76 h", "2.75 h")),
        (12_345.4, 12_344.6, "requests", ("12,345.4", "12,344.6")),
        (59.9999999, 60.0, "seconds", ("60 s", "60 s")),
    ],
)
def test_two_numbers_that_differ_are_read_in_as_many_figures_as_tell_them_apart(
    wording: Wording, one: float, other: float, unit: Unit, numbers: tuple[str, str]
) -> None:
    assert wording.compared(one, other, unit) == numbers


def test_the_reasons_say_what_still_goes_wrong(modes: Mapping[str, Mode], model: Model, wording: Wording) -> None:
    assert sentences(modes, model, NIGHT, wording)[-1].startswith("About 2\N{NO-BREAK SPACE}% of runs")


def test_the_reasons_say_which_rule_a_near_mode_breaks(
    modes: Mapping[str, Mode], model: Model, wording: Wording, half_a_minute: Workload
) -> None:
    told = sentences(modes, model, replace(half_a_minute, seconds=40.0), wording)
    assert any(sentence.startswith("Counter is out: it stays silent for") and "60 s" in sentence for sentence in told)


def test_where_no_mode_is_feasible_the_reasons_begin_with_that(
    modes: Mapping[str, Mode], model: Model, wording: Wording
) -> None:
    first, *why = sentences(modes, model, replace(CLICK, deadline=0.2), wording)
    assert first.startswith("No mode meets every rule. ")
    assert "0.2 s" in why[0]


def test_a_judgement_call_is_said_to_be_one(
    modes: Mapping[str, Mode], model: Model, wording: Wording, half_a_minute: Workload
) -> None:
    grey, plain = (advised(modes, model, each) for each in (half_a_minute, CLICK))
    assert grey.grey
    assert reasons(modes, model, grey, wording)[0].endswith(" leads, but it is a judgement call.")
    assert not plain.grey
    assert reasons(modes, model, plain, wording)[0].endswith(" fits best.")


@settings(max_examples=40)
@given(workload=any_workload)
def test_what_speaks_against_a_mode_names_the_rule_that_it_breaks_or_the_mode_that_is_better(
    modes: Mapping[str, Mode], model: Model, wording: Wording, workload: Workload
) -> None:
    best, *others = advise(modes, model, workload).ranked
    assert against(modes, model, best, best, wording) == [] or not best.feasible
    for each in others:
        found = against(modes, model, each, best, wording)
        assert len(found) == (len(each.failing) or 1 + sum(bool(need.means) for need in each.substitutes))


@settings(max_examples=60)
@given(workload=any_workload)
def test_every_reason_is_a_sentence(
    modes: Mapping[str, Mode], model: Model, wording: Wording, workload: Workload
) -> None:
    advice = advise(modes, model, workload)
    told = reasons(modes, model, advice, wording)
    told += [
        finding_text(model, modes[name].name, finding, wording)
        for name, each in by_mode(advice).items()
        for finding in each.findings
    ]
    for sentence in told:
        assert re.fullmatch(r"([A-Z]|p9[59])[^.]*(\.\d[^.]*)*\.( [A-Z][^.]*\.)?", sentence), sentence
        assert not re.search(r"None|  | [,.]", sentence), sentence


# What an instructor reads.


def test_the_rules_of_the_document_are_those_of_the_model(model: Model) -> None:
    text = Path("docs/model.md").read_text(encoding="utf-8")
    told = re.findall(r"^\d+\. \*\*(.+?)\*\* \(`(\w+)`\)", text, flags=re.MULTILINE)
    rules = [
        *((field.name, model.constraints) for field in fields(model.constraints)),
        *((field.name, model.costs) for field in fields(model.costs)),
    ]
    assert told == [(getattr(group, name).name, name) for name, group in rules]


@settings(max_examples=40)
@given(workload=any_workload)
def test_findings_come_in_the_order_of_the_rules(modes: Mapping[str, Mode], model: Model, workload: Workload) -> None:
    order = [field.name for group in (model.constraints, model.costs) for field in fields(group)]
    for each in advise(modes, model, workload).ranked:
        places = [order.index(finding.rule) for finding in each.findings]
        assert places == sorted(set(places))
