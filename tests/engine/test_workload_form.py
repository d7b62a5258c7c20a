"""The fields of Your workload: what may be typed, what the address holds, and what stays when a value means nothing."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.content.practice_content import Workshop
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


def after(form: WorkloadForm, workshop: Workshop, **values: str) -> WorkloadForm:
    for what, value in values.items():
        form = update(form, SetFact(what, value), workshop)
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
def test_a_time_may_be_typed_as_people_write_it(typed: str, seconds: float, workshop: Workshop) -> None:
    assert decode(DECLARED["deadline"], typed, workshop.words.workload.units) == seconds


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
    found = decode(DECLARED["requests"], typed, workshop.words.workload.sizes)
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
    assert decode(DECLARED["requests"], typed, workshop.words.workload.sizes) == FieldError("number")


@pytest.mark.parametrize("typed", ["soon", "30 fortnights", "1 h 30", "min 5", "h", "5 min -"])
def test_what_is_no_time_is_not_taken_for_one(typed: str, workshop: Workshop) -> None:
    assert decode(DECLARED["deadline"], typed, workshop.words.workload.units) == FieldError("duration")


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
    fact: str, typed: str, error: FieldError, workshop: Workshop
) -> None:
    form = update(init(workshop), SetFact(fact, typed), workshop)
    assert field_errors(form, workshop) == {fact: error}


@pytest.mark.parametrize("fact", ["timeout", "seconds"])
def test_what_there_may_be_none_of_may_be_left_empty(fact: str, workshop: Workshop) -> None:
    form = after(WorkloadForm(OWN), workshop, **{fact: "45 s"})
    assert getattr(form.workload, fact) == 45
    form = after(form, workshop, **{fact: ""})
    assert (getattr(form.workload, fact), field_errors(form, workshop)) == (None, {})


@given(value=st.floats(0.001, 604_800))
def test_a_time_that_is_shown_can_be_typed(value: float, workshop: Workshop) -> None:
    units = workshop.words.workload.units
    assert decode(DECLARED["deadline"], encode(DECLARED["deadline"], value, units), units) == pytest.approx(
        value, rel=1e-8
    )


@given(value=st.integers(1, 100_000_000))
def test_a_count_that_is_shown_can_be_typed(value: int, workshop: Workshop) -> None:
    sizes = workshop.words.workload.sizes
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
def test_times_are_shown_in_the_unit_that_keeps_them_short(seconds: float, shown: str, workshop: Workshop) -> None:
    assert text(WorkloadForm(replace(OWN, deadline=seconds)), "deadline", workshop) == shown


def test_it_opens_on_a_scenario(workshop: Workshop) -> None:
    form = init(workshop)
    assert preset(form, workshop) == next(iter(workshop.scenarios))
    assert (to_url(form, workshop), field_errors(form, workshop)) == ({}, {})


def test_every_scenario_fills_every_field(workshop: Workshop) -> None:
    for name, scenario in workshop.scenarios.items():
        form = update(after(init(workshop), workshop, requests="rubbish"), LoadPreset(name), workshop)
        assert (form, preset(form, workshop)) == (WorkloadForm(workload_of(scenario)), name)


def test_what_is_shown_of_a_scenario_is_what_it_is(workshop: Workshop) -> None:
    for scenario in workshop.scenarios.values():
        form = WorkloadForm(workload_of(scenario))
        for fact, field in DECLARED.items():
            if field.kind not in ("flag", "choice"):
                form = update(form, SetFact(fact, text(form, fact, workshop)), workshop)
        assert (form.workload, field_errors(form, workshop)) == (scenario.workload, {})


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
    assert typed.keys() == DECLARED.keys()
    assert after(WorkloadForm(OWN), workshop, **typed).workload == expected


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
def test_what_means_nothing_changes_nothing(event: object, workshop: Workshop) -> None:
    assert update(WorkloadForm(OWN), event, workshop) == WorkloadForm(OWN)


def test_a_value_that_means_nothing_stays_in_its_field_and_the_last_good_one_counts(workshop: Workshop) -> None:
    form = after(WorkloadForm(OWN), workshop, deadline="5 min", requests="12")
    broken = update(form, SetFact("deadline", "5 mim"), workshop)
    assert text(broken, "deadline", workshop) == "5 mim"
    assert (broken.workload, to_url(broken, workshop)) == (form.workload, to_address(form.workload))
    assert update(broken, SetFact("requests", "13"), workshop).workload == replace(form.workload, requests=13)
    assert update(broken, SetFact("deadline", "5 min"), workshop) == form


def test_what_was_typed_stays_as_it_was_typed(workshop: Workshop) -> None:
    form = update(WorkloadForm(OWN), SetFact("requests", "5e4"), workshop)
    assert (form.workload.requests, text(form, "requests", workshop)) == (50_000, "5e4")


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


def test_a_colleague_sees_what_was_sent(workshop: Workshop) -> None:
    sent = after(WorkloadForm(OWN), workshop, requests="5e4", seconds="")
    assert from_url(init(workshop), to_url(sent, workshop), workshop) == (WorkloadForm(sent.workload), [])


def test_an_address_that_leaves_fields_out_is_filled_up_from_the_start(workshop: Workshop) -> None:
    start = init(workshop).workload
    assert from_url(WorkloadForm(OWN), {"requests": "7", "reader": "gone"}, workshop) == (
        WorkloadForm(replace(start, requests=7, reader="gone", timeout=None, seconds=None)),
        [],
    )


def test_what_means_nothing_in_an_address_is_named(workshop: Workshop) -> None:
    asked = {"requests": "many", "reader": "asleep", "webhook": "yes", "timeout": "-1", "colour": "blue"}
    strange = ["requests=many", "reader=asleep", "webhook=yes", "timeout=-1", "colour"]
    assert from_url(WorkloadForm(OWN), asked, workshop) == (WorkloadForm(OWN), strange)
    assert from_address(asked) == (None, strange)


def test_half_a_workload_is_none() -> None:
    some = to_address(OWN)
    del some["deadline"]
    assert from_address(some) == (None, [])
    assert from_address({}) == (None, [])
