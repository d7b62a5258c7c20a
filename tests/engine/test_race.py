"""What each mode does with a workload: times, what the client does meanwhile, and what it costs."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from engine.content.mode import Mode
from simulator.advice import advise
from simulator.cost import MONTH, cost, cost_a_day
from simulator.outcomes import (
    Spread,
    Track,
    counting,
    middle_day,
    spreads,
    tracks,
)
from simulator.parameters import Model
from simulator.simulation import number_of_days
from simulator.workload import Workload
from tests.support.workloads import CLICK, NIGHT, any_workload

HOUR = 3600


def many(modes: Mapping[str, Mode], model: Model, workload: Workload) -> dict[str, Spread]:
    return spreads(modes, model, workload)


def all_days(modes: Mapping[str, Mode], model: Model, workload: Workload) -> list[dict[str, Track]]:
    return [tracks(modes, model, workload, day) for day in range(0, number_of_days(model), 25)]


# Money.


@pytest.mark.parametrize(("mode", "dollars"), [("counter", 900), ("buffet", 900), ("ticket", 900), ("banquet", 450)])
def test_the_worked_example_costs_900_dollars_a_day_at_list_price_and_450_at_half_of_it(
    modes: Mapping[str, Mode], model: Model, mode: str, dollars: float
) -> None:
    assert cost_a_day(modes[mode], model.modes[mode], model, NIGHT) == pytest.approx(dollars)


def test_a_month_has_thirty_days(modes: Mapping[str, Mode], model: Model) -> None:
    twice, mode = replace(NIGHT, times_a_day=2), (modes["counter"], model.modes["counter"], model)
    assert MONTH == 30
    assert advise(modes, model, twice).of("counter").cost_a_month == pytest.approx(30 * cost_a_day(*mode, twice))
    assert cost_a_day(*mode, twice) == pytest.approx(2 * cost(*mode, twice))


@settings(max_examples=50)
@given(workload=any_workload)
def test_more_tokens_or_requests_never_cost_less(modes: Mapping[str, Mode], model: Model, workload: Workload) -> None:
    for name, mode in modes.items():
        for more in (
            replace(workload, input_tokens=workload.input_tokens * 2),
            replace(workload, output_tokens=workload.output_tokens + 1),
            replace(workload, requests=workload.requests + 1),
        ):
            assert cost(mode, model.modes[name], model, more) > cost(mode, model.modes[name], model, workload)


# Time.


@pytest.mark.parametrize("mode", ["counter", "buffet", "ticket"])
def test_50_000_requests_at_1_000_a_minute_take_at_least_50_minutes_on_any_day(
    modes: Mapping[str, Mode], model: Model, mode: str
) -> None:
    assert many(modes, model, replace(NIGHT, requests=50_000))[mode].samples[0] >= 50 * 60


def test_a_mode_with_a_limit_of_its_own_does_not_wait_for_the_shared_one(
    modes: Mapping[str, Mode], model: Model
) -> None:
    narrow, wide = (many(modes, model, replace(NIGHT, rate_limit=limit)) for limit in (10, 10_000))
    assert narrow["banquet"] == wide["banquet"]
    assert narrow["counter"].done[0] > 100 * wide["counter"].done[0]


@settings(max_examples=60)
@given(workload=any_workload)
def test_the_last_answer_is_never_there_before_the_first_useful_output(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    for day in all_days(modes, model, workload):
        assert all(0 < track.first <= track.done for track in day.values())


@settings(max_examples=60)
@given(workload=any_workload)
def test_percentiles_are_in_order(modes: Mapping[str, Mode], model: Model, workload: Workload) -> None:
    for spread in many(modes, model, workload).values():
        assert spread.first[0] <= spread.first[1] <= spread.first[2]
        assert spread.done[0] <= spread.done[1] <= spread.done[2]
        assert list(spread.samples) == sorted(spread.samples)
        assert 0 <= spread.cut_share <= 1
        assert 0 <= spread.late_share <= 1


@settings(max_examples=40)
@given(workload=any_workload)
def test_a_longer_deadline_never_makes_more_days_late(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    longer = many(modes, model, replace(workload, deadline=workload.deadline * 2))
    assert all(longer[name].late_share <= spread.late_share for name, spread in many(modes, model, workload).items())


def test_the_same_seed_gives_the_same_days(modes: Mapping[str, Mode], model: Model) -> None:
    assert tracks(modes, model, CLICK, 7) == tracks(modes, model, CLICK, 7) != tracks(modes, model, CLICK, 8)
    assert spreads(modes, model, CLICK, 1) == spreads(modes, model, CLICK, 1)
    assert spreads(modes, model, CLICK, 1) != spreads(modes, model, CLICK, 2)


def test_a_track_is_one_of_the_days_of_the_spread(modes: Mapping[str, Mode], model: Model) -> None:
    for name, spread in many(modes, model, CLICK).items():
        assert {tracks(modes, model, CLICK, day)[name].done for day in (0, 1, 2)} <= set(spread.samples)


def test_on_the_day_in_the_middle_a_client_does_what_it_does_on_every_day(
    modes: Mapping[str, Mode], model: Model
) -> None:
    days = [tracks(modes, model, CLICK, day) for day in range(number_of_days(model))]
    for name in modes:
        middle = middle_day(model, name, CLICK)
        assert middle in [day[name] for day in days]
        assert sum(day[name].done < middle.done for day in days) < number_of_days(model) / 2
        assert sum(day[name].done > middle.done for day in days) <= number_of_days(model) / 2
    assert [span.moment for span in middle_day(model, "banquet", CLICK).spans] == [
        "sent",
        "accepted",
        "polled",
        "told",
        "fetched",
        "done",
    ]


def test_what_a_request_takes_at_the_median_is_what_the_workload_says(modes: Mapping[str, Mode], model: Model) -> None:
    assert many(modes, model, replace(CLICK, seconds=30.0))["counter"].done[0] == pytest.approx(30)


def test_an_answer_of_ten_times_the_tokens_takes_longer_and_its_first_token_does_not(
    modes: Mapping[str, Mode], model: Model
) -> None:
    short, long = (many(modes, model, replace(CLICK, output_tokens=tokens, partial=True)) for tokens in (200, 2000))
    assert long["buffet"].done[0] > 5 * short["buffet"].done[0]
    assert long["buffet"].first == short["buffet"].first


def test_halving_a_prompt_saves_1_to_5_percent(modes: Mapping[str, Mode], model: Model) -> None:
    """The rule of thumb that the speed of reading is set to."""
    whole, half = (
        many(modes, model, replace(CLICK, input_tokens=tokens))["counter"].done[0] for tokens in (2000, 1000)
    )
    assert 0.95 < half / whole < 0.99


def test_parts_are_shown_early_only_where_a_part_is_useful(modes: Mapping[str, Mode], model: Model) -> None:
    parts, whole = (many(modes, model, replace(CLICK, partial=partial))["buffet"] for partial in (True, False))
    assert parts.first[0] < parts.done[0] / 2
    assert whole.first == whole.done


def test_streaming_does_not_shorten_the_whole(modes: Mapping[str, Mode], model: Model) -> None:
    found = many(modes, model, replace(CLICK, partial=True))
    assert found["buffet"].done == found["counter"].done


def test_a_poller_learns_later_than_a_webhook_of_the_same_answer(modes: Mapping[str, Mode], model: Model) -> None:
    called, polled = (many(modes, model, replace(CLICK, webhook=webhook))["ticket"] for webhook in (True, False))
    assert polled.done[0] > called.done[0]


def test_requests_that_need_each_other_follow_each_other(modes: Mapping[str, Mode], model: Model) -> None:
    one = many(modes, model, CLICK)
    twenty = many(modes, model, replace(CLICK, requests=20, independent=False))
    together = many(modes, model, replace(CLICK, requests=20))
    for name in modes:
        assert twenty[name].done[0] > 15 * one[name].done[0]
        assert together[name].done[0] < 5 * one[name].done[0]


def test_more_than_the_queue_takes_goes_in_waves(modes: Mapping[str, Mode], model: Model) -> None:
    one, five = (many(modes, model, replace(NIGHT, requests=count))["banquet"] for count in (200_000, 1_000_000))
    assert five.done[0] > 4 * one.done[0]


def test_a_run_over_the_limit_is_refused_now_and_then_and_one_within_it_never(
    modes: Mapping[str, Mode], model: Model
) -> None:
    over, within = (tracks(modes, model, replace(NIGHT, requests=count), 0) for count in (50_000, 1000))
    assert over["counter"].retries > 0
    assert (over["banquet"].retries, within["counter"].retries) == (0, 0)


def test_what_is_in_flight_follows_from_rate_and_time(modes: Mapping[str, Mode], model: Model) -> None:
    """Little's law: at 1,000 a minute and 60 s a request, 1,000 are under way."""
    found = tracks(modes, model, replace(NIGHT, seconds=60.0), 0)
    assert found["counter"].in_flight == pytest.approx(1000, abs=1)
    assert found["banquet"].in_flight == 0
    assert tracks(modes, model, CLICK, 0)["counter"].in_flight == 1


# What goes wrong.


def test_a_silent_connection_is_cut_and_a_flowing_or_closed_one_is_not(modes: Mapping[str, Mode], model: Model) -> None:
    slow = replace(CLICK, output_tokens=12_000, partial=True, deadline=600)
    cut = {name: track.cut for name, track in tracks(modes, model, slow, 0).items()}
    assert cut == {"counter": 60, "buffet": None, "ticket": None, "banquet": None}
    assert {name: spread.cut_share > 0.5 for name, spread in many(modes, model, slow).items()} == {
        "counter": True,
        "buffet": False,
        "ticket": False,
        "banquet": False,
    }


def test_without_a_timer_nothing_is_cut(modes: Mapping[str, Mode], model: Model) -> None:
    slow = replace(CLICK, output_tokens=12_000, timeout=None)
    assert all(spread.cut_share == 0 for spread in many(modes, model, slow).values())


def test_an_answer_that_was_cut_off_is_late(modes: Mapping[str, Mode], model: Model) -> None:
    slow = replace(CLICK, seconds=50.0, deadline=100_000)
    found = many(modes, model, slow)["counter"]
    assert found.late_share == found.cut_share > 0


def test_two_batches_in_a_hundred_expire_and_are_sent_again_so_that_only_an_impatient_one_is_late(
    modes: Mapping[str, Mode], model: Model
) -> None:
    patient = replace(NIGHT, deadline=7 * 24 * HOUR)
    days = [tracks(modes, model, patient, day)["banquet"] for day in range(number_of_days(model))]
    expired = [day for day in days if day.expired]
    assert len(expired) == 0.02 * number_of_days(model)
    assert all(track.done > 24 * HOUR and not track.failed for track in expired)
    assert many(modes, model, patient)["banquet"].late_share == 0
    assert many(modes, model, replace(patient, deadline=24 * HOUR))["banquet"].late_share == 0.02


def test_who_watches_a_useful_part_has_a_deadline_for_its_first_words_and_one_for_the_whole(
    modes: Mapping[str, Mode], model: Model
) -> None:
    long = replace(
        CLICK, output_tokens=2000, partial=True, reader="watching", first_words=10, deadline=120, timeout=None
    )
    kept = many(modes, model, long)
    assert kept["buffet"].late_share < 0.01
    assert kept["counter"].late_share > 0.9
    assert max(kept["buffet"].kept) <= 10
    late: list[dict[str, Any]] = [{"deadline": 10}, {"first_words": 0.1}]
    for changed in late:
        assert many(modes, model, replace(long, **changed))["buffet"].late_share > 0.9
    idle: list[dict[str, Any]] = [{"reader": "waiting"}, {"partial": False}, {"first_words": None}]
    for changed in idle:
        assert many(modes, model, replace(long, **changed))["counter"].late_share < 0.05


def test_a_day_counts_by_its_first_words_unless_only_the_whole_answer_is_late() -> None:
    watched = replace(CLICK, partial=True, reader="watching", first_words=2, deadline=10)
    assert counting(1, 9, watched) == (1, 2)
    assert counting(3, 9, watched) == (3, 2)
    assert counting(3, 11, watched) == (3, 2)
    assert counting(1, 11, watched) == (11, 10)
    assert counting(3, 9, replace(watched, reader="gone")) == (9, 10)


# What the client does.


@settings(max_examples=60)
@given(workload=any_workload)
def test_the_client_does_one_thing_after_another_from_start_to_end(
    modes: Mapping[str, Mode], model: Model, workload: Workload
) -> None:
    for day in all_days(modes, model, workload):
        for track in day.values():
            assert track.spans[0].start == 0
            assert track.spans[-1].end == pytest.approx(track.done)
            assert all(one.end == other.start for one, other in pairwise(track.spans))
            assert all(span.start <= span.end for span in track.spans)


def test_who_holds_no_connection_is_away_nearly_all_the_time(modes: Mapping[str, Mode], model: Model) -> None:
    day = tracks(modes, model, replace(CLICK, seconds=60.0, timeout=None), 0)
    away = {
        name: sum(span.end - span.start for span in track.spans if span.moment == "accepted") / track.done
        for name, track in day.items()
    }
    assert away["counter"] == away["buffet"] == 0
    assert min(away["ticket"], away["banquet"]) > 0.8


def test_a_client_whose_connection_was_cut_waits_no_longer(modes: Mapping[str, Mode], model: Model) -> None:
    spans = tracks(modes, model, replace(CLICK, seconds=300.0), 0)["counter"].spans
    assert [(span.start, span.moment) for span in spans] == [(0, "sent"), (60, "cut")]


def test_requests_that_go_out_at_the_rate_limit_are_submitted_and_block_nobody(
    modes: Mapping[str, Mode], model: Model
) -> None:
    day = tracks(modes, model, replace(NIGHT, rate_limit=100), 0)
    for name in ("counter", "buffet", "ticket"):
        first, *others = day[name].spans
        assert (first.moment, first.start) == ("paced", 0)
        assert first.end > 0.99 * day[name].done
        assert all(span.start >= first.end for span in others)
    assert "paced" not in [span.moment for span in day["banquet"].spans]


def test_the_days_that_keep_the_deadline_and_those_that_miss_it_are_all_days(
    modes: Mapping[str, Mode], model: Model
) -> None:
    for deadline in (0.5, 3.0, 60.0, 86400.0):
        workload = replace(CLICK, deadline=deadline, timeout=4.0)
        for name, spread in many(modes, model, workload).items():
            assert len(spread.kept) + len(spread.missed) == number_of_days(model)
            assert all(time <= deadline for time in spread.kept)
            assert spread.late_share == len(spread.missed) / number_of_days(model)
            assert list(spread.missed) == sorted(spread.missed)
            cut = [tracks(modes, model, workload, day)[name].cut for day in range(0, number_of_days(model), 25)]
            assert {time for time in cut if time is not None} <= set(spread.missed)
