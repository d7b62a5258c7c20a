"""The fields of Your workload: what may be typed, what the address holds, and what stays when a value means nothing."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

import pytest
from engine.features.workload.fields import (
    FIELDS,
    Wrong,
    read,
    written,
)
from hypothesis import given
from hypothesis import strategies as st

from engine.content.practice_content import Workshop
from engine.features.workload.form import (
    Yours,
    address,
    followed,
    from_address,
    opened,
    preset,
    puzzle,
    text,
    to_address,
    update,
    wrongs,
)
from simulator.workload import Fact, Workload

MINE = Workload(
    requests=3,
    times_a_day=0.5,
    independent=False,
    input_tokens=70,
    output_tokens=9,
    reader="watching",
    partial=True,
    deadline=12.5,
    rate_limit=60,
    webhook=True,
    retention=False,
    price_in=0,
    price_out=0.25,
    timeout=60,
)


def after(part: Yours, workshop: Workshop, **values: str) -> Yours:
    for what, value in values.items():
        part = update(part, what, value, workshop)
    return part


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("30", 30),
        ("30 s", 30),
        ("5 min", 300),
        ("8 h", 28_800),
        ("8H", 28_800),
        ("2.5 s", 2.5),
        ("200ms", 0.2),
        ("1 h 30 min", 5400),
        ("1h30m", 5400),
        ("1 h, 30 min", 5400),
        ("7 days", 604_800),
        ("1/2 h", 1800),
        ("5 m", 300),
        ("5 mi", 300),
        ("8 hour", 28_800),
        ("1,500", 1500),
        (" 60\N{NO-BREAK SPACE}s ", 60),
        ("90 sec.", 90),
    ],
)
def test_a_time_may_be_typed_as_people_write_it(typed: str, seconds: float, workshop: Workshop) -> None:
    assert read(FIELDS["deadline"], typed, workshop.words.workload.units) == seconds


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("50000", 50_000),
        ("50,000", 50_000),
        ("50 000", 50_000),
        ("50_000", 50_000),
        ("50k", 50_000),
        ("1.5e6", 1_500_000),
        ("5 million", 5_000_000),
        ("1,234,567", 1_234_567),
        ("007", 7),
        ("10/2", 5),
        ("100.0", 100),
    ],
)
def test_a_number_may_be_typed_as_people_write_it(typed: str, number: int, workshop: Workshop) -> None:
    found = read(FIELDS["requests"], typed, workshop.words.workload.sizes)
    assert (found, type(found)) == (number, int)


@pytest.mark.parametrize(
    "typed",
    [
        "soon",
        "-",
        "0,5",
        "5,00",
        "3 4",
        "1/0",
        "1e999/1e999",
        "nan",
        "inf",
        "0x10",
        "٣",
        "30 s",
        "<b>",
        "1" * 41,
        "1e5e5e5e5e5e5e5",
        "5 k k",
        "1 2 3",
    ],
)
def test_what_is_no_number_is_not_taken_for_one(typed: str, workshop: Workshop) -> None:
    assert read(FIELDS["requests"], typed, workshop.words.workload.sizes) == Wrong("number")


@pytest.mark.parametrize("typed", ["soon", "30 fortnights", "1 h 30", "min 5", "h", "5 min -"])
def test_what_is_no_time_is_not_taken_for_one(typed: str, workshop: Workshop) -> None:
    assert read(FIELDS["deadline"], typed, workshop.words.workload.units) == Wrong("duration")


@pytest.mark.parametrize(
    ("fact", "typed", "wrong"),
    [
        ("requests", "0", Wrong("least", 1)),
        ("requests", "-5", Wrong("least", 1)),
        ("requests", "1.5", Wrong("whole")),
        ("requests", "2e8", Wrong("most", 100_000_000)),
        ("requests", "1e999", Wrong("most", 100_000_000)),
        ("requests", " ", Wrong("missing")),
        ("deadline", "0", Wrong("above", 0)),
        ("deadline", "", Wrong("missing")),
        ("deadline", "8 days", Wrong("most", 604_800)),
        ("price_in", "1001", Wrong("most", 1000)),
    ],
)
def test_a_learner_meets_the_limits_that_authors_meet(fact: Fact, typed: str, wrong: Wrong, workshop: Workshop) -> None:
    part = update(opened(workshop), fact, typed, workshop)
    assert wrongs(part, workshop) == {fact: wrong}


@pytest.mark.parametrize("fact", ["timeout", "seconds"])
def test_what_there_may_be_none_of_may_be_left_empty(fact: Fact, workshop: Workshop) -> None:
    part = after(Yours(MINE), workshop, **{fact: "45 s"})
    assert getattr(part.workload, fact) == 45
    part = after(part, workshop, **{fact: ""})
    assert (getattr(part.workload, fact), wrongs(part, workshop)) == (None, {})


@given(value=st.floats(0.001, 604_800))
def test_a_time_that_is_shown_can_be_typed(value: float, workshop: Workshop) -> None:
    units = workshop.words.workload.units
    assert read(FIELDS["deadline"], written(FIELDS["deadline"], value, units), units) == pytest.approx(value, rel=1e-8)


@given(value=st.integers(1, 100_000_000))
def test_a_count_that_is_shown_can_be_typed(value: int, workshop: Workshop) -> None:
    sizes = workshop.words.workload.sizes
    assert read(FIELDS["requests"], written(FIELDS["requests"], value, sizes), sizes) == value


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (60, "60 s"),
        (300, "5 min"),
        (28_800, "8 h"),
        (86_400, "24 h"),
        (2.5, "2.5 s"),
        (604_800, "7 days"),
        (0.2, "200 ms"),
        (3600, "60 min"),
        (90, "90 s"),
    ],
)
def test_times_are_shown_in_the_unit_that_keeps_them_short(seconds: float, shown: str, workshop: Workshop) -> None:
    assert text(Yours(replace(MINE, deadline=seconds)), "deadline", workshop) == shown


def test_it_opens_on_a_scenario(workshop: Workshop) -> None:
    part = opened(workshop)
    assert preset(part, workshop) == next(iter(workshop.scenarios))
    assert (address(part, workshop), wrongs(part, workshop)) == ({}, {})


def test_every_scenario_fills_every_field(workshop: Workshop) -> None:
    for name, scenario in workshop.scenarios.items():
        part = update(after(opened(workshop), workshop, requests="rubbish"), "preset", name, workshop)
        assert (part, preset(part, workshop)) == (Yours(scenario.workload), name)


def test_what_is_shown_of_a_scenario_is_what_it_is(workshop: Workshop) -> None:
    for scenario in workshop.scenarios.values():
        part = Yours(scenario.workload)
        for fact, field in FIELDS.items():
            if field.kind not in ("flag", "choice"):
                part = update(part, fact, text(part, fact, workshop), workshop)
        assert (part.workload, wrongs(part, workshop)) == (scenario.workload, {})


def test_each_control_changes_its_own_fact(workshop: Workshop) -> None:
    typed = {
        "requests": "9",
        "times_a_day": "1/7",
        "input_tokens": "1k",
        "output_tokens": "8",
        "seconds": "4",
        "reader": "gone",
        "deadline": "1 h",
        "timeout": "",
        "rate_limit": "7",
        "price_in": "1",
        "price_out": "2",
        "independent": "",
        "partial": "",
        "webhook": "",
        "retention": "",
    }
    expected = Workload(
        requests=9,
        times_a_day=1 / 7,
        independent=True,
        input_tokens=1000,
        output_tokens=8,
        seconds=4,
        reader="gone",
        partial=False,
        deadline=3600,
        timeout=None,
        rate_limit=7,
        webhook=False,
        retention=True,
        price_in=1,
        price_out=2,
    )
    assert typed.keys() == FIELDS.keys()
    assert after(Yours(MINE), workshop, **typed).workload == expected


@pytest.mark.parametrize(
    ("what", "value"),
    [("colour", "blue"), ("preset", "no-such"), ("preset", ""), ("reader", "asleep"), ("__class__", "x")],
)
def test_what_means_nothing_changes_nothing(what: str, value: str, workshop: Workshop) -> None:
    assert update(Yours(MINE), what, value, workshop) == Yours(MINE)


def test_a_value_that_means_nothing_stays_in_its_field_and_the_last_good_one_counts(workshop: Workshop) -> None:
    part = after(Yours(MINE), workshop, deadline="5 min", requests="12")
    broken = update(part, "deadline", "5 mim", workshop)
    assert text(broken, "deadline", workshop) == "5 mim"
    assert (broken.workload, address(broken, workshop)) == (part.workload, to_address(part.workload))
    assert update(broken, "requests", "13", workshop).workload == replace(part.workload, requests=13)
    assert update(broken, "deadline", "5 min", workshop) == part


def test_what_was_typed_stays_as_it_was_typed(workshop: Workshop) -> None:
    part = update(Yours(MINE), "requests", "5e4", workshop)
    assert (part.workload.requests, text(part, "requests", workshop)) == (50_000, "5e4")


def test_the_flips_that_are_wanted_are_those_of_the_last_good_workload(workshop: Workshop) -> None:
    assert puzzle(update(Yours(MINE), "requests", "x", workshop)) == MINE


def test_the_address_holds_the_workload_in_readable_names() -> None:
    assert urlencode(to_address(MINE)) == (
        "requests=3&times_a_day=0.5&independent=0&input_tokens=70&output_tokens=9&reader=watching&partial=1"
        "&deadline=12.5&timeout=60&rate_limit=60&webhook=1&retention=0&price_in=0&price_out=0.25"
    )


@given(
    workload=st.builds(
        Workload,
        requests=st.integers(1, 10**8),
        times_a_day=st.floats(1e-6, 10**7),
        independent=st.booleans(),
        input_tokens=st.integers(1, 2_000_000),
        output_tokens=st.integers(1, 2_000_000),
        reader=st.sampled_from(FIELDS["reader"].choices),
        partial=st.booleans(),
        deadline=st.floats(1e-3, 604_800),
        rate_limit=st.integers(1, 10**8),
        webhook=st.booleans(),
        retention=st.booleans(),
        price_in=st.floats(0, 1000),
        price_out=st.floats(0, 1000),
        timeout=st.none() | st.floats(1e-3, 604_800),
        seconds=st.none() | st.floats(1e-3, 604_800),
    )
)
def test_whoever_opens_the_address_meets_the_same_workload(workload: Workload) -> None:
    there = dict(parse_qsl(urlencode(to_address(workload))))
    assert from_address(there) == (workload, [])


def test_a_colleague_sees_what_was_sent(workshop: Workshop) -> None:
    sent = after(Yours(MINE), workshop, requests="5e4", seconds="")
    assert followed(opened(workshop), address(sent, workshop), workshop) == (Yours(sent.workload), [])


def test_an_address_that_leaves_fields_out_is_filled_up_from_the_start(workshop: Workshop) -> None:
    start = opened(workshop).workload
    assert followed(Yours(MINE), {"requests": "7", "reader": "gone"}, workshop) == (
        Yours(replace(start, requests=7, reader="gone", timeout=None, seconds=None)),
        [],
    )


def test_what_means_nothing_in_an_address_is_named(workshop: Workshop) -> None:
    asked = {"requests": "many", "reader": "asleep", "webhook": "yes", "timeout": "-1", "colour": "blue"}
    strange = ["requests=many", "reader=asleep", "webhook=yes", "timeout=-1", "colour"]
    assert followed(Yours(MINE), asked, workshop) == (Yours(MINE), strange)
    assert from_address(asked) == (None, strange)


def test_half_a_workload_is_none() -> None:
    some = to_address(MINE)
    del some["deadline"]
    assert from_address(some) == (None, [])
    assert from_address({}) == (None, [])
