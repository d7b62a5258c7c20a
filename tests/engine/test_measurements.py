"""Measured seconds: what can be read, in which unit, and what is named by its line when it cannot."""

import json
import statistics
import time
from random import Random

import pytest

from simulator.measured import quantile
from simulator.measurements import FEWEST, FIRSTS, LONGEST, TOTALS, Meaning, Problem, Timed, _unit, read

CALLS = [0.31, 0.42, 0.45, 0.5, 0.58, 0.61, 0.7, 0.84, 0.9, 1.1, 1.2, 1.33, 1.5, 1.75, 2.0, 2.4, 3.1, 4.8, 9.5, 21.0]
NUMPY = {0: 0.31, 1: 0.3309, 25: 0.6025, 50: 1.15, 90: 5.27, 95: 10.075, 99: 18.815, 100: 21.0}
"""What numpy.percentile of NumPy 2.4.6 gives for CALLS."""


def lines(head: str, rows: object) -> str:
    return "\n".join([head, *map(str, rows)]) if head else "\n".join(map(str, rows))  # type: ignore[call-overload]


def totals(text: str, chosen: int | None = None) -> list[float]:
    found = read(text, chosen)
    assert found.measured and not found.problems
    return list(found.measured.totals)


# Percentiles


@pytest.mark.parametrize(("share", "value"), NUMPY.items())
def test_a_percentile_is_that_of_numpy(share: float, value: float) -> None:
    assert quantile(CALLS, share / 100) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("count", [2, 3, 20, 99, 100, 101, 1000, 9999])
def test_percentiles_are_those_of_the_inclusive_method(count: int) -> None:
    random = Random(count)  # noqa: S311
    values = sorted(random.lognormvariate(0, 1.2) for _ in range(count))
    expected = statistics.quantiles(values, n=100, method="inclusive")
    assert [quantile(values, share / 100) for share in range(1, 100)] == pytest.approx(expected, rel=1e-12)


def test_one_value_is_every_percentile() -> None:
    assert [quantile([2.0], share) for share in (0, 0.5, 0.99, 1)] == [2.0] * 4


# Which column, and in which unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("total_s", "s"),
        ("seconds", "s"),
        ("latency_ms", "ms"),
        ("Latency (ms)", "ms"),
        ("durationMs", "ms"),
        ("Total time [seconds]", "s"),
        ("e2e latency, ms", "ms"),
        ("response_time_ms", "ms"),
        ("total", ""),
        ("duration", ""),
        ("latency", ""),
    ],
)
def test_a_column_of_totals_is_known_by_its_name_and_so_is_its_unit_where_that_says_it(name: str, unit: str) -> None:
    assert _unit(name, TOTALS) == unit


@pytest.mark.parametrize(("name", "unit"), [("ttft", ""), ("TTFT_ms", "ms"), ("time_to_first_token_s", "s")])
def test_a_column_of_first_tokens_is_known_by_its_name(name: str, unit: str) -> None:
    assert (_unit(name, FIRSTS), _unit(name, TOTALS)) == (unit, None)


@pytest.mark.parametrize(
    "name", ["", "?", "time", "timestamp", "total_tokens", "total_cost", "response", "model", "id"]
)
def test_other_columns_are_not_taken_for_times(name: str) -> None:
    if name:
        assert (_unit(name, TOTALS), _unit(name, FIRSTS)) == (None, None)
    assert read(lines(f"{name},x", ["1,2"] * FEWEST)).trouble == "column"


@pytest.mark.parametrize(
    "text",
    [
        lines("total_s", CALLS),
        lines("Latency (ms)", [f"{call * 1000:.0f}" for call in CALLS]),
        lines("id\tseconds", [f"{number}\t{call}" for number, call in enumerate(CALLS)]),
        lines("prompt;total_s", [f'"a; ""b""";{call}' for call in CALLS]),
        "\ufeff" + lines("total_s", CALLS).replace("\n", "\r\n") + "\r\n\r\n",
        lines("", [json.dumps({"model": "m", "total_s": call, "usage": {"x": 1}}) for call in CALLS]),
        lines("", [json.dumps({"latency_ms": f"{call * 1000:.0f}"}) for call in CALLS]),
    ],
)
def test_it_is_read_from_csv_and_from_jsonl(text: str) -> None:
    assert totals(text) == pytest.approx(CALLS)


def test_the_time_to_the_first_token_belongs_to_its_call() -> None:
    found = read(lines("ttft_ms,total_s", [f"{call * 100},{call}" for call in reversed(CALLS)])).measured
    assert found
    assert list(found.totals) == CALLS
    assert found.firsts == pytest.approx([call / 10 for call in CALLS])


@pytest.mark.parametrize("head", ["total", "latency", ""])
def test_a_unit_that_no_name_says_is_asked_for_and_never_guessed(head: str) -> None:
    text = lines(head, CALLS)
    found = read(text)
    assert (found.measured, found.rows) == (None, 0)
    assert found.meanings == (Meaning(Timed(head, "s"), None), Meaning(Timed(head, "ms"), None))
    assert totals(text, 0) == CALLS
    assert totals(text, 1) == pytest.approx([call / 1000 for call in CALLS])


def test_columns_without_units_have_the_same_one_and_a_unit_that_is_known_stays() -> None:
    same = read(lines("total,ttft", ["2,1"] * FEWEST)).meanings
    assert same == tuple(Meaning(Timed("total", unit), Timed("ttft", unit)) for unit in ("s", "ms"))
    mixed = read(lines("total_s,ttft", ["2,1"] * FEWEST)).meanings
    assert mixed == tuple(Meaning(Timed("total_s", "s"), Timed("ttft", unit)) for unit in ("s", "ms"))


def test_of_two_columns_that_can_be_the_total_one_is_chosen() -> None:
    text = lines("duration_s,latency_ms", [f"{call},500" for call in CALLS])
    assert [meaning.total.name for meaning in read(text).meanings] == ["duration_s", "latency_ms"]
    assert totals(text, 1) == [0.5] * len(CALLS)


# What cannot be read


@pytest.mark.parametrize(
    ("row", "why", "told"),
    [
        ("abc,1", "number", "abc"),
        ("1.2s,1", "number", "1.2s"),
        ("nan,1", "number", "nan"),
        ("inf,1", "number", "inf"),
        (",1", "missing", "total_s"),
        ("2,", "missing", "ttft_s"),
        ("2", "missing", "ttft_s"),
        ("0,0", "positive", "0"),
        ("-1,1", "positive", "-1"),
        ("604801,1", "slow", "604801"),
        ("1,2", "order", "2"),
        ("1,500,2", "broken", ""),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(row: str, why: str, told: str) -> None:
    rows = ["2,1"] * FEWEST
    found = read(lines("total_s,ttft_s", [*rows, "", row, *rows]))
    assert found.problems == (Problem(FEWEST + 3, why, told),)  # type: ignore[arg-type]
    assert found.measured and (found.rows, len(found.measured.totals)) == (2 * FEWEST + 1, 2 * FEWEST)


@pytest.mark.parametrize("line", ["oops", "[1]", "{", '"total_s"', "[" * 100_000, '{"total_s": ' * 10_000])
def test_a_line_that_is_no_object_is_named_too(line: str) -> None:
    good = json.dumps({"total_s": 2})
    found = read(lines("", [good, line, *[good] * FEWEST]))
    assert found.problems == (Problem(2, "object"),)
    assert found.measured and found.rows == FEWEST + 2


def test_true_is_no_time() -> None:
    rows = [json.dumps({"total_s": each}) for each in (True, None, *[2] * FEWEST)]
    assert read(lines("", rows)).problems == (Problem(1, "number", "True"), Problem(2, "missing", "total_s"))


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        ("a,b\n1,2\n", "column"),
        ("1,5\n2,5\n", "column"),
        ("{}", "column"),
        ("total_s\n", "few"),
        (lines("total_s", [1] * (FEWEST - 1)), "few"),
        ("1\n" * LONGEST, "long"),
    ],
)
def test_a_text_that_is_useless_as_a_whole_says_so(text: str, trouble: str) -> None:
    found = read(text)
    assert (found.trouble, found.measured) == (trouble, None)


def test_any_text_is_read_or_named_and_never_breaks() -> None:
    random = Random(7)  # noqa: S311
    letters = '0123456789.,;\t"{}[]:eE+-\n\r\x00 abcs_ttft totalé\u2028'
    for _ in range(300):
        text = "".join(random.choice(letters) for _ in range(random.randrange(120)))
        for head in ("", "total_s\n", "total_s,ttft_ms\n", '{"total_s": 1}\n'):
            found = read(head + text)
            calls = len(found.measured.totals) if found.measured else None
            assert calls is None or calls + len(found.problems) == found.rows


def test_ten_thousand_calls_are_read_within_two_seconds() -> None:
    text = lines("total_s,ttft_s", ["2.345,0.678"] * 10_000)
    start = time.perf_counter()
    assert len(totals(text)) == 10_000
    assert time.perf_counter() - start < 2
