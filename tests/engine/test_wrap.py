"""Where a text breaks into lines."""

from unicodedata import category

import pytest

from engine.sequence.wrap import columns, letters, wrapped

BROKEN = [
    ("1. Sends idempotency_key", 16, ["1. Sends", "idempotency_key"]),
    ("Stores it under its idempotency_key_of_run", 16, ["Stores it under", "its idempotency_", "key_of_run"]),
    ("1. POST api.vendor.com/v1/batches", 16, ["1. POST", "api.vendor.com/", "v1/batches"]),
    ("Calls getUserAccountInformationById", 16, ["Calls getUser", "Account", "InformationById"]),
    ("2026-11-22T10:15:00 1,000,000.50", 19, ["2026-11-22T10:15:00", "1,000,000.50"]),
    ("1. Waits for 24 h", 14, ["1. Waits", "for 24 h"]),
    ("Engineering: retry in one layer", 11, ["Engineering:", "retry in", "one layer"]),
    ("1. Idempotency_key", 16, ["1.", "Idempotency_key"]),
    ("非同期で送信する。次に待つ", 16, ["非同期で送信す", "る。次に待つ"]),
]
"""A text, the columns of a line, and its lines."""

LETTERS = {
    "decomposed": "cafe\u0301te\u0301riae\u0301" * 3,
    "Thai": "สวัสดีครับและน้ำ" * 3,
    "Hindi": "स्थायित्वपूर्णताविज्ञान" * 2,
    "Korean, decomposed": "\u1112\u1161\u11ab\u1100\u1173\u11af" * 4,
    "Japanese, decomposed": "\u30ab\u3099\u30cf\u309a" * 6,
    "emoji": "\U0001f469\U0001f3fd\u200d\U0001f4bb\U0001f3f3\ufe0f\u200d\U0001f308\U0001f1e9\U0001f1ea" * 3,
}
"""Words without a space that are longer than a line."""


@pytest.mark.parametrize(("text", "width", "lines"), BROKEN, ids=lambda value: value if isinstance(value, str) else "")
def test_a_text_breaks_where_its_language_allows(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@pytest.mark.parametrize("text", LETTERS.values(), ids=LETTERS)
def test_no_letter_is_cut(text: str) -> None:
    lines = wrapped(text, 11)
    assert len(lines) > 1
    assert "".join(lines) == text
    assert [letter for line in lines for letter in letters(line)] == letters(text)
    assert not [line for line in lines if category(line[0])[0] == "M" or line[0] in "\u200d\u0e33\u11ab\u11af\u1161"]
    assert not [line for line in lines if line[-1] in "\u0e41\u200d\u094d"]
    assert max(map(columns, lines)) <= 11


def test_no_word_that_fits_is_cut() -> None:
    text = "12. Looks api_keys up, or asks vendor.example/v1 once more: a-well-known way"
    for width in range(18, 40):
        assert " ".join(wrapped(text, width)) == text


def test_nothing_is_one_empty_line() -> None:
    assert wrapped(" ", 9) == [""]
