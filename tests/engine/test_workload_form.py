"""The fields of Your workload: what may be typed, what the address holds, and what stays when a value means nothing."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.content.lazy_content import LazyContent
from engine.features.workload.form import (
    LoadPreset,
    SetFact,
    WorkloadForm,
    field_errors,
    from_url,
    init,
    preset,
    text,
    to_url,
    update,
)
from simulator.address import from_address, to_address
from simulator.fields import FieldError, decode, encode
from simulator.workload import DECLARED, Workload
from tests.support.workloads import workload_of

OWN = Workload(
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


def after(form: WorkloadForm, lazy: LazyContent, **values: str) -> WorkloadForm:
    for what, value in values.items():
        form = update(form, SetFact(what, value), lazy)
    return form


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
def test_a_time_may_be_typed_as_people_write_it(typed: str, seconds: float, lazy: LazyContent) -> None:
    assert decode(DECLARED["deadline"], typed, lazy.words.workload.units) == seconds


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
def test_a_number_may_be_typed_as_people_write_it(typed: str, number: int, lazy: LazyContent) -> None:
    found = decode(DECLARED["requests"], typed, lazy.words.workload.sizes)
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
def test_what_is_no_number_is_not_taken_for_one(typed: str, lazy: LazyContent) -> None:
    assert decode(DECLARED["requests"], typed, lazy.words.workload.sizes) == FieldError("number")


@pytest.mark.parametrize("typed", ["soon", "30 fortnights", "1 h 30", "min 5", "h", "5 min -"])
def test_what_is_no_time_is_not_taken_for_one(typed: str, lazy: LazyContent) -> None:
    assert decode(DECLARED["deadline"], typed, lazy.words.workload.units) == FieldError("duration")


@pytest.mark.parametrize(
    ("fact", "typed", "error"),
    [
        ("requests", "0", FieldError("least", 1)),
        ("requests", "-5", FieldError("least", 1)),
        ("requests", "1.5", FieldError("whole")),
        ("requests", "2e8", FieldError("most", 100_000_000)),
        ("requests", "1e999", FieldError("most", 100_000_000)),
        ("requests", " ", FieldError("missing")),
        ("deadline", "0", FieldError("above", 0)),
        ("deadline", "", FieldError("missing")),
        ("deadline", "8 days", FieldError("most", 604_800)),
        ("price_in", "1001", FieldError("most", 1000)),
    ],
)
def test_a_learner_meets_the_limits_that_authors_meet(
    fact: str, typed: str, error: FieldError, lazy: LazyContent
) -> None:
    form = update(init(lazy), SetFact(fact, typed), lazy)
    assert field_errors(form, lazy) == {fact: error}


@pytest.mark.parametrize("fact", ["timeout", "seconds"])
def test_what_there_may_be_none_of_may_be_left_empty(fact: str, lazy: LazyContent) -> None:
    form = after(WorkloadForm(OWN), lazy, **{fact: "45 s"})
    assert getattr(form.workload, fact) == 45
    form = after(form, lazy, **{fact: ""})
    assert (getattr(form.workload, fact), field_errors(form, lazy)) == (None, {})


@given(value=st.floats(0.001, 604_800))
def test_a_time_that_is_shown_can_be_typed(value: float, lazy: LazyContent) -> None:
    units = lazy.words.workload.units
    assert decode(DECLARED["deadline"], encode(DECLARED["deadline"], value, units), units) == pytest.approx(
        value, rel=1e-8
    )


@given(value=st.integers(1, 100_000_000))
def test_a_count_that_is_shown_can_be_typed(value: int, lazy: LazyContent) -> None:
    sizes = lazy.words.workload.sizes
    assert decode(DECLARED["requests"], encode(DECLARED["requests"], value, sizes), sizes) == value


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
def test_times_are_shown_in_the_unit_that_keeps_them_short(seconds: float, shown: str, lazy: LazyContent) -> None:
    assert text(WorkloadForm(replace(OWN, deadline=seconds)), "deadline", lazy) == shown


def test_it_opens_on_a_scenario(lazy: LazyContent) -> None:
    form = init(lazy)
    assert preset(form, lazy) == next(iter(lazy.scenarios))
    assert (to_url(form, lazy), field_errors(form, lazy)) == ({}, {})


def test_every_scenario_fills_every_field(lazy: LazyContent) -> None:
    for name, scenario in lazy.scenarios.items():
        form = update(after(init(lazy), lazy, requests="rubbish"), LoadPreset(name), lazy)
        assert (form, preset(form, lazy)) == (WorkloadForm(workload_of(scenario)), name)


def test_what_is_shown_of_a_scenario_is_what_it_is(lazy: LazyContent) -> None:
    for scenario in lazy.scenarios.values():
        form = WorkloadForm(workload_of(scenario))
        for fact, field in DECLARED.items():
            if field.kind not in ("flag", "choice"):
                form = update(form, SetFact(fact, text(form, fact, lazy)), lazy)
        assert (form.workload, field_errors(form, lazy)) == (scenario.workload, {})


def test_each_control_changes_its_own_fact(lazy: LazyContent) -> None:
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
    assert typed.keys() == DECLARED.keys()
    assert after(WorkloadForm(OWN), lazy, **typed).workload == expected


@pytest.mark.parametrize(
    "event",
    [
        SetFact("colour", "blue"),
        SetFact("reader", "asleep"),
        SetFact("__class__", "x"),
        LoadPreset("no-such"),
        LoadPreset(""),
    ],
)
def test_what_means_nothing_changes_nothing(event: object, lazy: LazyContent) -> None:
    assert update(WorkloadForm(OWN), event, lazy) == WorkloadForm(OWN)


def test_a_value_that_means_nothing_stays_in_its_field_and_the_last_good_one_counts(lazy: LazyContent) -> None:
    form = after(WorkloadForm(OWN), lazy, deadline="5 min", requests="12")
    broken = update(form, SetFact("deadline", "5 mim"), lazy)
    assert text(broken, "deadline", lazy) == "5 mim"
    assert (broken.workload, to_url(broken, lazy)) == (form.workload, to_address(form.workload))
    assert update(broken, SetFact("requests", "13"), lazy).workload == replace(form.workload, requests=13)
    assert update(broken, SetFact("deadline", "5 min"), lazy) == form


def test_what_was_typed_stays_as_it_was_typed(lazy: LazyContent) -> None:
    form = update(WorkloadForm(OWN), SetFact("requests", "5e4"), lazy)
    assert (form.workload.requests, text(form, "requests", lazy)) == (50_000, "5e4")


def test_the_address_holds_the_workload_in_readable_names() -> None:
    assert urlencode(to_address(OWN)) == (
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
        reader=st.sampled_from(DECLARED["reader"].choices),
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


def test_a_colleague_sees_what_was_sent(lazy: LazyContent) -> None:
    sent = after(WorkloadForm(OWN), lazy, requests="5e4", seconds="")
    assert from_url(init(lazy), to_url(sent, lazy), lazy) == (WorkloadForm(sent.workload), [])


def test_an_address_that_leaves_fields_out_is_filled_up_from_the_start(lazy: LazyContent) -> None:
    start = init(lazy).workload
    assert from_url(WorkloadForm(OWN), {"requests": "7", "reader": "gone"}, lazy) == (
        WorkloadForm(replace(start, requests=7, reader="gone", timeout=None, seconds=None)),
        [],
    )


def test_what_means_nothing_in_an_address_is_named(lazy: LazyContent) -> None:
    asked = {"requests": "many", "reader": "asleep", "webhook": "yes", "timeout": "-1", "colour": "blue"}
    strange = ["requests=many", "reader=asleep", "webhook=yes", "timeout=-1", "colour"]
    assert from_url(WorkloadForm(OWN), asked, lazy) == (WorkloadForm(OWN), strange)
    assert from_address(asked) == (None, strange)


def test_half_a_workload_is_none() -> None:
    some = to_address(OWN)
    del some["deadline"]
    assert from_address(some) == (None, [])
    assert from_address({}) == (None, [])
