"""How long a text may be and what it may hold: named limits that the fields of the model are annotated with.

They become the JSON Schema (`tools/schema.py`), and nothing checks them but that schema. A limit is a layout's
promise to an author: what is no longer than this fits where it is shown, at every width (tests/browser/test_limits.py).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Annotated, Any

from engine.vocabulary import MODES, PARTICIPANTS, STEPS


@dataclass(frozen=True, eq=False)
class Limit:
    """Keywords of JSON Schema that a value must also meet."""

    keywords: dict[str, Any]

    def __get_pydantic_json_schema__(self, core: Any, schema_of: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return schema_of(core) | self.keywords


def letters(most: int) -> Limit:
    """Text that is there and has at most so many characters."""
    return Limit({"minLength": 1, "maxLength": most})


def form(pattern: str, such_as: str) -> Limit:
    """Text that a regular expression accepts; `such_as` is the example shown to an author who missed it."""
    return Limit({"pattern": pattern, "examples": [such_as]})


def entries(least: int, most: int) -> Limit:
    """A list of so many entries."""
    return Limit({"minItems": least, "maxItems": most})


def between(least: float, most: float) -> Limit:
    """A number from `least` to `most`."""
    return Limit({"minimum": least, "maximum": most})


def above_zero(most: float) -> Limit:
    """A number that is more than 0 and at most `most`."""
    return Limit({"exclusiveMinimum": 0, "maximum": most})


class SomeOf:
    """Some of the fields of a class, each as the class declares it."""

    def __init__(self, kind: type) -> None:
        self.kind = kind

    def __get_pydantic_core_schema__(self, source: Any, core_of: Any) -> Any:
        return core_of.generate_schema(self.kind)

    def __get_pydantic_json_schema__(self, core: Any, schema_of: Any) -> dict[str, Any]:
        whole = schema_of.resolve_ref_schema(schema_of(core))
        return {"type": "object", "properties": whole["properties"], "additionalProperties": False}


def one_of(names: Iterable[str]) -> Limit:
    """One of some names that are known only when the program runs."""
    return Limit({"enum": list(names)})


MESSAGES: Mapping[str, int] = {
    "compare.heading": 60,
    "compare.lead": 240,
    "compare.table": 60,
    "views": 16,
    "explore.modes": 24,
    "guide.mode": 16,
    "guide.measure": 16,
    "guide.median": 8,
    "guide.p95": 8,
    "guide.p99": 8,
    "guide.multiplier": 3,
    "guide.weight": 8,
    "waiting": 240,
    "about.scenarios": 60,
    "about.sources": 60,
    "about.minutes": 8,
    "durations.units": 4,
    "failures.remedy": 60,
    "code.keys": 240,
    "practice.result.points_short": 3,
    "race.heading": 60,
    "workload.record.title": 60,
}
"""The messages, or groups of messages, with a limit of their own: where a lesson says more, or the place is small."""


def message_limit(key: str, english: str) -> int:
    """How many characters a message may have in any language and lesson, its placeholders not counted.

    Translated from English, sentences become about a third longer and short texts up to half again as long; a single
    word, such as "Play", may become three times as long. `MESSAGES` says where the layout promises something else.

    >>> message_limit("compare.open", "Open "), message_limit("notices.unsaved", "The picture could not be saved.")
    (12, 50)
    """
    special = next((most for name, most in MESSAGES.items() if f"{key}.".startswith(f"{name}.")), None)
    return special or max(12, ceil(len(english) * 1.6))


Verbatim = Limit({"x-verbatim": True})
"""Text that is the same in every language: a name that is written so elsewhere, or what no learner reads."""

Symbol = Annotated[str, letters(3)]
Term = Annotated[str, letters(16)]
Word = Annotated[str, letters(24)]
Label = Annotated[str, letters(60)]
Line = Annotated[str, letters(240)]
Paragraph = Annotated[str, letters(1200)]
Identifier = Annotated[str, form(r"^[a-z][a-z0-9-]{0,39}$(?!\n)", "message-batches")]
Address = Annotated[str, letters(300), form(r'^https://[^\s"<>]+$(?!\n)', "https://example.org/page")]
Day = Annotated[
    str,
    form(
        r"^20(?:\d\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
        r"|02-(?:0[1-9]|1\d|2[0-8]))|(?:[02468][048]|[13579][26])-02-29)$(?!\n)",
        "2026-11-22",
    ),
]

Language = Annotated[str, form(r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$(?!\n)", "en")]

Seconds = Annotated[float, above_zero(7 * 24 * 3600)]
Multiplier = Annotated[float, above_zero(20)]
Weight = Annotated[int, between(1, 5)]
Minutes = Annotated[int, between(1, 120)]
Pixels = Annotated[int, between(200, 2000)]
Count = Annotated[int, between(1, 100_000_000)]
Times = Annotated[float, above_zero(10_000_000)]
Tokens = Annotated[int, between(1, 2_000_000)]
SomeTokens = Annotated[int, between(0, 2_000_000)]
Dollars = Annotated[float, between(0, 1000)]
Share = Annotated[float, between(0, 1)]

AtLeastOne = entries(1, 40)
ModeCount = entries(*MODES)
StepCount = entries(*STEPS)
ParticipantCount = entries(*PARTICIPANTS)
