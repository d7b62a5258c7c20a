"""The fields of Your workload: what may be typed, what the address holds, and what stays when a value means nothing."""

from dataclasses import make_dataclass, replace
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.content.lazy_content import LazyContent
from engine.features.race import address as race_address
from engine.features.race.state import Race
from engine.features.workload import address as own_address
from engine.features.workload.address import from_url, to_url
from engine.features.workload.form import (
    UNDONE,
    LoadPreset,
    Mean,
    SetFact,
    Slide,
    Undo,
    WorkloadForm,
    field_errors,
    init,
    preset,
    text,
    update,
)
from simulator import address
from simulator.address import from_address, to_address
from simulator.fields import FieldError, decode, encode
from simulator.parameters import Model
from simulator.sliders import stops
from simulator.workload import DECLARED, Declared, Workload
from tests.support.workloads import possible_workload, workload_of

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
        ("2h 45m", 9900),
        ("1 week", 604_800),
        ("１０ s", 10),
        ("0,5 s", 0.5),
        ("1,500 ms", 1.5),
        ("1.125 h", 4050),
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
    assert decode(DECLARED["deadline"], typed, lazy.words.workload) == seconds


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        *(
            ("80 %", 0.8),
            ("80%", 0.8),
            ("0.8", 0.8),
            ("80", 0.8),
            ("80 percent", 0.8),
            ("80 per cent", 0.8),
            ("4/5", 0.8),
            ("7 %", 0.07),
        ),
        *(("1 %", 0.01), ("1", 1), ("0", 0), ("0 %", 0), ("12.5 %", 0.125), ("0,5", 0.5)),
    ],
)
def test_a_share_may_be_typed_as_people_write_it(typed: str, share: float, lazy: LazyContent) -> None:
    assert decode(DECLARED["cached_share"], typed, lazy.words.workload) == share


def test_none_is_none_at_all_where_that_is_a_number_and_empty_is_not_known(lazy: LazyContent) -> None:
    for fact in ("thinking_tokens", "cached_share"):
        found = [decode(DECLARED[fact], typed, lazy.words.workload) for typed in ("none", "no", "", "unknown", "N/A")]
        assert found == [0, 0, None, None, None]


@pytest.mark.parametrize("typed", ["150 %", "101", "-1 %", "80 % of it", "80 $"])
def test_what_is_no_share_is_not_taken_for_one(typed: str, lazy: LazyContent) -> None:
    assert isinstance(decode(DECLARED["cached_share"], typed, lazy.words.workload), FieldError)


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
        ("50,000 requests", 50_000),
        ("1.5M", 1_500_000),
        ("1'234'567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("５０，０００", 50_000),
        ("12.345", 12_345),
    ],
)
def test_a_number_may_be_typed_as_people_write_it(typed: str, number: int, lazy: LazyContent) -> None:
    found = decode(DECLARED["requests"], typed, lazy.words.workload)
    assert (found, type(found)) == (number, int)


@pytest.mark.parametrize(
    "typed",
    [
        "soon",
        "-",
        "5,00,1",
        "1.2.3",
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
    assert decode(DECLARED["requests"], typed, lazy.words.workload) == FieldError("number")


@pytest.mark.parametrize("typed", ["soon", "30 fortnights", "1 h 30", "min 5", "h", "5 min -"])
def test_what_is_no_time_is_not_taken_for_one(typed: str, lazy: LazyContent) -> None:
    assert decode(DECLARED["deadline"], typed, lazy.words.workload) == FieldError("duration")


@pytest.mark.parametrize(
    ("fact", "typed", "error"),
    [
        ("requests", "0", FieldError("least", 1)),
        ("requests", "-5", FieldError("least", 1)),
        ("requests", "1.5", FieldError("whole")),
        ("deadline", "none", FieldError("needed", 604_800)),
        ("rate_limit", "unlimited", FieldError("needed", 100_000_000)),
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


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("price_in", "$0.15", 0.15),
        ("price_in", "15 cents", 0.15),
        ("price_in", "$2 per 1M tokens", 2),
        ("price_in", "$0.002 / 1k", 2),
        ("price_in", "US$ 3", 3),
        ("price_in", "1.500", 1.5),
        ("rate_limit", "60 rpm", 60),
        ("rate_limit", "10 rps", 600),
        ("rate_limit", "600 per hour", 10),
        ("rate_limit", "1k requests/min", 1000),
        ("output_tokens", "2,000 tokens", 2000),
        ("output_tokens", "2000 tokens per request", 2000),
        ("times_a_day", "twice a day", 2),
        ("times_a_day", "once a week", 1 / 7),
        ("times_a_day", "weekly", 1 / 7),
        ("times_a_day", "every 2 days", 0.5),
        ("times_a_day", "every 15 min", 96),
        ("times_a_day", "3x a day", 3),
        ("times_a_day", "3/day", 3),
        ("times_a_day", "10 per hour", 240),
        ("times_a_day", "2 a", 2),
        ("times_a_day", "three times a day", 3),
        ("times_a_day", "every two days", 0.5),
        ("times_a_day", "once every 7 days", 1 / 7),
        ("output_tokens", "about 2,000 of the tokens", 2000),
        ("timeout", "none", None),
        ("timeout", " Unlimited ", None),
        ("timeout", "no limit", None),
    ],
)
def test_a_field_understands_what_people_paste(fact: str, typed: str, value: float | None, lazy: LazyContent) -> None:
    assert decode(DECLARED[fact], typed, lazy.words.workload) == pytest.approx(value)


@pytest.mark.parametrize("typed", ["$5", "5 h", "5 per", "tokens", "2 / 3 / 4", "per day", "5 per 2 per day"])
def test_what_belongs_to_another_kind_of_number_is_not_taken(typed: str, lazy: LazyContent) -> None:
    found = decode(DECLARED["requests"], typed, lazy.words.workload)
    assert found == (5 if typed == "5 per" else FieldError("number"))


@pytest.mark.parametrize(
    ("fact", "typed", "readings"),
    [
        ("price_in", "0,075", (0.075, 75)),
        ("rate_limit", "50.000", (50, 50_000)),
        ("deadline", "1.500 ms", (0.0015, 1.5)),
        ("requests", "0,075", (75,)),
    ],
)
def test_what_can_be_read_in_two_ways_is_never_guessed(
    fact: str, typed: str, readings: tuple[float, ...], lazy: LazyContent
) -> None:
    form = update(WorkloadForm(OWN), SetFact(fact, typed), lazy)
    assert form.workload == OWN
    assert field_errors(form, lazy) == {fact: FieldError("two_ways", readings=readings)}


def test_of_two_readings_the_chosen_one_counts_and_is_read_in_one_way_from_then_on(lazy: LazyContent) -> None:
    form = update(WorkloadForm(OWN), SetFact("rate_limit", "50.000"), lazy)
    form = update(form, Mean("rate_limit=50,000"), lazy)
    assert (form.workload.rate_limit, field_errors(form, lazy)) == (50_000, {})
    assert update(form, Undo(), lazy).typed == {"rate_limit": "50.000"}


def test_each_change_can_be_undone_and_what_is_typed_in_one_field_is_one_change(lazy: LazyContent) -> None:
    start = init(lazy)
    form = after(start, lazy, requests="5")
    form = after(form, lazy, requests="50")
    form = after(form, lazy, deadline="1 h")
    assert update(form, Undo(), lazy).workload == replace(start.workload, requests=50)
    back = update(update(form, Undo(), lazy), Undo(), lazy)
    assert (back.workload, back.typed, back.past) == (start.workload, {}, ())
    assert update(back, Undo(), lazy) == back


def test_an_example_can_be_undone(lazy: LazyContent) -> None:
    own = after(init(lazy), lazy, requests="77")
    *_, other = lazy.scenarios
    assert update(update(own, LoadPreset(other), lazy), Undo(), lazy).workload == own.workload


def test_only_so_many_changes_are_kept(lazy: LazyContent) -> None:
    form = init(lazy)
    for _ in range(3 * UNDONE):
        form = update(form, SetFact("webhook", ""), lazy)
    assert len(form.past) == UNDONE
    assert all(each.past == () for each in form.past)


def test_a_slider_sets_its_fact_and_its_stops_stay_until_something_else_changes(
    lazy: LazyContent, model: Model
) -> None:
    form = after(WorkloadForm(OWN), lazy, deadline="20s")
    places = stops(model, "deadline", 20)
    slid = update(form, Slide("deadline", len(places) - 1), lazy)
    assert places[-1]
    assert slid.workload == replace(form.workload, deadline=places[-1])
    assert (slid.start, "deadline" in slid.typed) == (form.workload, False)
    again = update(slid, Slide("deadline", places.index(20)), lazy)
    assert (again.workload, again.past) == (form.workload, slid.past)
    typed = update(slid, SetFact("webhook", ""), lazy)
    assert typed.start == typed.workload


def test_a_timer_slides_to_none(lazy: LazyContent, model: Model) -> None:
    last = len(stops(model, "timeout", 60)) - 1
    assert update(WorkloadForm(OWN), Slide("timeout", last), lazy).workload.timeout is None


@pytest.mark.parametrize("fact", ["timeout", "seconds"])
def test_what_there_may_be_none_of_may_be_left_empty(fact: str, lazy: LazyContent) -> None:
    form = after(WorkloadForm(OWN), lazy, **{fact: "45 s"})
    assert getattr(form.workload, fact) == 45
    form = after(form, lazy, **{fact: ""})
    assert (getattr(form.workload, fact), field_errors(form, lazy)) == (None, {})


KNOWN_LIMITS = {fact: (declared.limit or {}) for fact, declared in DECLARED.items() if declared.quantity}


@given(data=st.data())
@pytest.mark.parametrize("fact", KNOWN_LIMITS)
def test_what_is_shown_can_be_typed_and_is_read_in_one_way_only(
    fact: str, data: st.DataObject, lazy: LazyContent
) -> None:
    declared, limit, words = DECLARED[fact], KNOWN_LIMITS[fact], lazy.words.workload
    least, most = limit.get("minimum", 0.001), limit["maximum"]
    value = data.draw(st.integers(int(least), int(most)) if declared.kind == "count" else st.floats(least, most))
    found = decode(declared, encode(declared, value, words.units), words)
    assert found == pytest.approx(value, rel=1e-8)
    assert declared.kind != "count" or isinstance(found, int)


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
        (3600, "1 h"),
        (5400, "1 h 30 min"),
        (9900, "2 h 45 min"),
        (150, "2 min 30 s"),
        (90, "90 s"),
        (100_800, "28 h"),
        (183_600, "2 days 3 h"),
    ],
)
def test_times_are_shown_in_the_unit_that_keeps_them_short(seconds: float, shown: str, lazy: LazyContent) -> None:
    assert text(WorkloadForm(replace(OWN, deadline=seconds)), "deadline", lazy) == shown


@pytest.mark.parametrize(
    ("often", "shown"),
    [
        (1 / 7, "once a week"),
        (0.5, "once every 2 days"),
        (3 / 7, "3 times a week"),
        (0.3, "0.3"),
        (1, "1"),
        (800, "800"),
    ],
)
def test_how_often_a_run_is_made_stands_there_in_words_where_they_are_exact(
    often: float, shown: str, lazy: LazyContent
) -> None:
    assert text(WorkloadForm(replace(OWN, times_a_day=often)), "times_a_day", lazy) == shown


def test_it_opens_on_a_scenario(lazy: LazyContent) -> None:
    form = init(lazy)
    assert preset(form, lazy) == next(iter(lazy.scenarios))
    assert (to_url(form, lazy), field_errors(form, lazy)) == ({}, {})


def test_every_scenario_fills_every_field(lazy: LazyContent) -> None:
    for name, scenario in lazy.scenarios.items():
        form = update(after(init(lazy), lazy, requests="rubbish"), LoadPreset(name), lazy)
        assert (form.workload, form.typed, preset(form, lazy)) == (workload_of(scenario), {}, name)


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
        "turns": "4",
        "concurrency": "3",
        "times_a_day": "1/7",
        "input_tokens": "1k",
        "cached_share": "80 %",
        "output_tokens": "8",
        "thinking_tokens": "0",
        "longest": "2k",
        "seconds": "4",
        "reader": "gone",
        "first_words": "3 s",
        "deadline": "1 h",
        "timeout": "",
        "missed": "loss",
        "caller_timeout": "8 s",
        "rate_limit": "7",
        "shared_limit": "no",
        "background": "yes",
        "survives": "yes",
        "price_in": "1",
        "price_out": "2",
        "price_cached": "0.1",
        "independent": "",
        "partial": "",
        "webhook": "",
        "retention": "",
    }
    expected = Workload(
        requests=9,
        turns=4,
        concurrency=3,
        times_a_day=1 / 7,
        independent=True,
        input_tokens=1000,
        cached_share=0.8,
        output_tokens=8,
        thinking_tokens=0,
        longest=2000,
        seconds=4,
        reader="gone",
        partial=False,
        first_words=3,
        deadline=3600,
        timeout=None,
        missed="loss",
        caller_timeout=8,
        rate_limit=7,
        shared_limit=False,
        background=True,
        webhook=False,
        retention=True,
        survives=True,
        price_in=1,
        price_out=2,
        price_cached=0.1,
    )
    assert typed.keys() == DECLARED.keys()
    assert after(WorkloadForm(OWN), lazy, **typed).workload == expected


@pytest.mark.parametrize(
    "event",
    [
        SetFact("colour", "blue"),
        SetFact("reader", "asleep"),
        SetFact("__class__", "x"),
        Slide("reader", 1),
        Slide("colour", 1),
        Mean("colour=1"),
        Mean("nothing"),
        Undo(),
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
    mended = update(broken, SetFact("deadline", "5 min"), lazy)
    assert (mended.workload, mended.typed) == (form.workload, form.typed)


def test_what_was_typed_stays_as_it_was_typed(lazy: LazyContent) -> None:
    form = update(WorkloadForm(OWN), SetFact("requests", "5e4"), lazy)
    assert (form.workload.requests, text(form, "requests", lazy)) == (50_000, "5e4")


def test_the_address_holds_the_workload_in_readable_names() -> None:
    assert urlencode(to_address(OWN)) == (
        "requests=3&times_a_day=0.5&independent=0&input_tokens=70&output_tokens=9&reader=watching&partial=1"
        "&first_words=none&deadline=12.5&timeout=60&rate_limit=60&webhook=1&retention=0&price_in=0&price_out=0.25"
    )


@given(workload=possible_workload)
def test_whoever_opens_the_address_meets_the_same_workload(workload: Workload) -> None:
    there = dict(parse_qsl(urlencode(to_address(workload))))
    assert from_address(there) == (workload, [])


def test_an_address_from_before_there_were_two_deadlines_means_the_one_that_it_meant(lazy: LazyContent) -> None:
    """Its deadline was for the first words of who reads a useful part as it streams, and else for the whole answer."""
    older = to_address(OWN)
    del older["first_words"]
    week = 7 * 24 * 3600
    meant = replace(OWN, first_words=12.5, deadline=week)
    assert from_address(older) == (meant, [])
    assert from_url(init(lazy), older, lazy) == (WorkloadForm(meant), [])
    assert race_address.from_url(Race("gone"), older, lazy)[0].workload == meant
    waiting = {**older, "reader": "waiting"}
    assert from_address(waiting) == (replace(OWN, reader="waiting"), [])
    assert from_address(to_address(replace(OWN, first_words=3.0))) == (replace(OWN, first_words=3.0), [])


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


Later = make_dataclass("Later", [("latest", bool, False)], bases=(Workload,), frozen=True, kw_only=True)
"""The workload of a later version, with one more fact."""


def test_an_address_that_is_older_than_a_fact_leaves_it_at_its_default(
    monkeypatch: pytest.MonkeyPatch, lazy: LazyContent
) -> None:
    older = to_address(OWN)
    start = Later(**vars(init(lazy).workload), latest=True)
    monkeypatch.setattr(address, "Workload", Later)
    monkeypatch.setattr(address, "DECLARED", {**DECLARED, "latest": Declared("flag")})
    for module in (address, own_address):
        monkeypatch.setattr(module, "LEFT_OUT", address.defaults(Later))
    monkeypatch.setattr(own_address, "init", lambda _: WorkloadForm(start))
    expected = Later(**vars(OWN))
    assert from_address(older) == (expected, [])
    assert from_url(WorkloadForm(start), older, lazy) == (WorkloadForm(expected), [])
    race, unknown = race_address.from_url(Race("gone"), older, lazy)
    assert (race.workload, unknown) == (expected, [])


def test_a_fact_that_there_may_be_none_of_is_none_where_an_address_leaves_it_out() -> None:
    for fact, declared in DECLARED.items():
        if declared.optional:
            assert address.LEFT_OUT[fact] is None, f"{fact}: give it the default None, which is what is left out"


def test_half_a_workload_is_none() -> None:
    some = to_address(OWN)
    del some["deadline"]
    assert from_address(some) == (None, [])
    assert from_address({}) == (None, [])
