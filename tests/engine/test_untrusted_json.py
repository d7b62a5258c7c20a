"""JSON that comes from outside may be anything, and ends no Python."""

import json

import pytest

from engine.untrusted_json import DEEPEST, read_json


def nested(levels: int) -> str:
    return '{"a": [' * (levels // 2) + "]}" * (levels // 2)


def test_it_is_read_as_json() -> None:
    text = '{"a": [1, {"b": "[{\\"]"}], "c": null}'
    assert read_json(text) == read_json(text.encode()) == json.loads(text)


def test_brackets_in_strings_are_no_levels() -> None:
    rows = ["[" * 1000, '"' + "{" * 1000, "\\", "\n[" * 200]
    assert read_json(json.dumps(rows)) == rows


def test_many_short_lists_are_not_deep() -> None:
    assert read_json(json.dumps([[]] * 1000)) == [[]] * 1000


def test_the_deepest_that_is_read() -> None:
    read_json(nested(DEEPEST))
    with pytest.raises(ValueError, match="deeper than 100 levels"):
        read_json(nested(DEEPEST + 2))


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 1_000_000, '["' * 100_000, "]" * 1000 + "[" * 10_000, "[" * 101 + '"' + "\\" * 1001],
)
def test_what_is_bottomless_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_json(text)
