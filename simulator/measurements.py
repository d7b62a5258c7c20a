"""Reads measured seconds from CSV or JSONL, and names by its line what it cannot read.

Nothing is guessed: which column holds the time, and in which unit, is taken from a column's name where that says it,
and else it is for the learner to choose among the meanings that are possible.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal, TypeAlias

from engine.untrusted_json import read_json
from simulator.measured import Measured

LONGEST = 5_000_000
"""How many characters are read."""
FEWEST = 20
"""Fewer calls say nothing of a tail."""
SLOWEST = 7 * 24 * 3600
"""A time of more seconds than this is taken for a mistake."""
UNITS: Mapping[str, float] = {"s": 1.0, "ms": 0.001}
SPELLED: Mapping[str, str] = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), "s"),
    **dict.fromkeys(("ms", "msec", "msecs", "millis", "millisecond", "milliseconds"), "ms"),
}
"""How the name of a column says its unit, as its last word."""
TOTALS = (
    *("", "total", "duration", "latency", "elapsed", "e2e", "end to end", "wall", "wall clock"),
    *("request time", "request duration", "request latency", "response time", "response latency"),
)
"""What the column of the whole answer is called, besides its unit. A plain "time" may be the time of day."""
FIRSTS = ("ttft", "first", "first token", "time to first token", "first chunk", "time to first chunk")
FILLERS = ("time", "latency", "duration")
"""Words that a name may have at its end: total time, e2e latency."""
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII).fullmatch
DELIMITERS = (",", "\t", ";")
UNNAMED = "?"

Why: TypeAlias = Literal["missing", "number", "positive", "slow", "order", "object", "broken"]
Trouble: TypeAlias = Literal["empty", "long", "column", "few"]
Row: TypeAlias = "Mapping[str, object] | Why"


@dataclass(frozen=True)
class Problem:
    """A line that could not be read, and why."""

    line: int
    why: Why
    text: str = ""
    """What stands there."""


@dataclass(frozen=True)
class Timed:
    """A column of times."""

    name: str
    unit: str


@dataclass(frozen=True)
class Meaning:
    """What the columns mean."""

    total: Timed
    first: Timed | None


@dataclass(frozen=True, eq=False)
class Measurements:
    """What was found in a text."""

    measured: Measured | None = None
    """The calls that could be read."""
    rows: int = 0
    """How many lines should hold a call."""
    problems: tuple[Problem, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    """What the columns can mean; where it is more than one thing, nothing is read before one is chosen."""
    trouble: Trouble | None = None
    """What is wrong with the text as a whole."""
    columns: tuple[str, ...] = ()


def read(text: str, chosen: int | None = None) -> Measurements:
    """The calls in a text, by one of its meanings."""
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    if len(text) > LONGEST:
        return Measurements(trouble="long")
    if not text.strip():
        return Measurements(trouble="empty")
    columns, rows = _objects(text) if text.lstrip().startswith("{") else _table(text)
    meanings = tuple(_meanings(columns))
    if not meanings:
        return Measurements(trouble="column", columns=columns)
    if chosen is None and len(meanings) > 1:
        return Measurements(meanings=meanings, columns=columns)
    meaning = meanings[chosen or 0]
    calls: list[tuple[float, float]] = []
    problems, count = [], 0
    for line, row in rows:
        count += 1
        if isinstance(row, str):
            problems.append(Problem(line, row))
        elif call := _call(row, meaning):
            calls.append(call)
        else:
            problems.append(_problem(line, row, meaning))
    calls.sort()
    found = Measured(
        totals=tuple(total for total, _ in calls), firsts=tuple(first for _, first in calls) if meaning.first else ()
    )
    few = len(calls) < FEWEST
    return Measurements(None if few else found, count, tuple(problems), meanings, "few" if few else None, columns)


def _objects(text: str) -> tuple[tuple[str, ...], Iterator[tuple[int, Row]]]:
    """JSON objects, one a line; the first that can be read says which columns there are."""
    lines = [(number, line) for number, line in enumerate(_lines(text), 1) if line.strip()]
    found = (row for _, row in _parsed(lines) if not isinstance(row, str))
    return tuple(map(str, next(found, {}))), _parsed(lines)


def _parsed(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Row]]:
    for number, line in lines:
        try:
            row = read_json(line)
        except ValueError:
            yield number, "object"
        else:
            yield number, row if isinstance(row, dict) else "object"


def _table(text: str) -> tuple[tuple[str, ...], Iterator[tuple[int, Row]]]:
    """Lines of fields. The first names the columns, unless it is a number alone: then there is one without a name."""
    lines = _lines(text)
    head = next(line for line in lines if line.strip())
    delimiter = max(DELIMITERS, key=head.count)
    rows = _fields(lines, delimiter)
    if _number(head.strip()) is not None:
        return ("",), ((line, row if isinstance(row, str) else _row(("",), row)) for line, row in rows)
    _, first = next(rows)
    names = () if isinstance(first, str) else tuple(name.strip() or UNNAMED for name in first)
    return names, ((line, row if isinstance(row, str) else _row(names, row)) for line, row in rows)


def _lines(text: str) -> list[str]:
    """The lines as an editor numbers them."""
    return re.split("\r\n|\n|\r", text)


def _fields(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str] | Why]]:
    """The fields of each line that is not empty; one of several lines has the number of its last."""
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield reader.line_num, "broken"
        else:
            if any(field.strip() for field in row):
                yield reader.line_num, row


def _row(names: tuple[str, ...], fields: list[str]) -> Row:
    """The fields by their names. More fields than names: a comma too many, as in 1,500."""
    return "broken" if len(fields) > len(names) else dict(zip(names, fields, strict=False))


def _meanings(columns: tuple[str, ...]) -> Iterator[Meaning]:
    """Everything that the columns can mean; columns without units in their names have the same unit."""
    totals = [(name, unit) for name in columns for unit in [_unit(name, TOTALS)] if unit is not None]
    firsts = [(name, unit) for name in columns for unit in [_unit(name, FIRSTS)] if unit is not None]
    for (total, its), (first, of_first) in product(totals, firsts or [("", "")]):
        open_units = not its or (bool(firsts) and not of_first)
        for unit in UNITS if open_units else ("",):
            yield Meaning(Timed(total, its or unit), Timed(first, of_first or unit) if firsts else None)


def _unit(name: str, known: tuple[str, ...]) -> str | None:
    """The unit that the name of such a column says, "" where it says none; None for another column.

    >>> [_unit(name, TOTALS) for name in ("latency_ms", "Total (seconds)", "duration", "price")]
    ['ms', 's', '', None]
    >>> [_unit(name, FIRSTS) for name in ("TTFT", "timeToFirstTokenMs", "latency_ms")]
    ['', 'ms', None]
    """
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    words = re.sub(r"[^a-z0-9]+", " ", apart.lower()).split()
    if name and not words:
        return None
    unit = SPELLED.get(words[-1], "") if words else ""
    rest = words[:-1] if unit else words
    if " ".join(rest) in known:
        return unit
    fewer = rest
    while len(fewer) > 1 and fewer[-1] in FILLERS:
        fewer = fewer[:-1]
    return unit if fewer and " ".join(fewer) in known else None


def _call(row: Mapping[str, object], meaning: Meaning) -> tuple[float, float] | None:
    """Seconds to the whole answer and to the first token, 0 where that was not measured; None where it is no call."""
    total = _seconds(row.get(meaning.total.name), meaning.total)
    first = _seconds(row.get(meaning.first.name), meaning.first) if meaning.first else 0.0
    return (total, first) if total and first is not None and first <= total else None


def _seconds(value: object, column: Timed) -> float | None:
    try:
        seconds = float(value) * UNITS[column.unit]  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return seconds if 0 < seconds <= SLOWEST and value is not True else None


def _problem(line: int, row: Mapping[str, object], meaning: Meaning) -> Problem:
    """Why a row is no call."""
    for column in (meaning.total, meaning.first):
        if column is None or _seconds(row.get(column.name), column) is not None:
            continue
        text = _shown(row.get(column.name))
        if not text:
            return Problem(line, "missing", column.name)
        found = _number(text)
        if found is None:
            return Problem(line, "number", text)
        return Problem(line, "positive" if found <= 0 else "slow", text)
    return Problem(line, "order", _shown(row.get(meaning.first.name)) if meaning.first else "")


def _number(text: str) -> float | None:
    """A number as programs write it; a comma, a unit or a word is no part of one."""
    return float(text) if NUMBER(text) else None


def _shown(value: object) -> str:
    return "" if value is None else str(value).strip()[:40]
