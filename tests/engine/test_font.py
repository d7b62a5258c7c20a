"""The text face that stands in the page."""

import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from engine.features import FEATURES
from tools import font, kept

LATE = tuple(each.name for each in FEATURES if each.lazy)
"""The features whose style comes after the first screen."""


@pytest.mark.parametrize(
    ("sheets", "letters"),
    [
        ((*Path("style").glob("*.css"), *Path("engine/features").rglob("*.css")), [*font.LETTERS, *font.MORE]),
        (
            (
                *Path("style").glob("*.css"),
                *(each for each in Path("engine/features").rglob("*.css") if each.parent.name not in LATE),
            ),
            font.LETTERS,
        ),
    ],
    ids=["all", "of the first screen"],
)
def test_it_has_every_sign_that_a_style_sheet_writes(sheets: tuple[Path, ...], letters: list[int]) -> None:
    there = {chr(code) for code in TTFont(io.BytesIO(font.subset(letters))).getBestCmap()}
    for sheet in sheets:
        for text in re.findall(r'content: *"([^"]*)"', sheet.read_text(encoding="utf-8")):
            signs = re.sub(r"\\([0-9a-f]+) ?", lambda found: chr(int(found[1], 16)), text)
            assert set(signs) <= there, sheet


def test_what_the_rest_has_is_what_the_style_sheet_says_it_has() -> None:
    (said,) = re.findall(r"unicode-range: ([^;]*);", Path("style/tokens.css").read_text(encoding="utf-8"))
    ranges = [re.findall(r"[0-9A-F]+", each.strip()[1:]) for each in said.split(",")]
    assert {code for each in ranges for code in range(int(each[0], 16), int(each[-1], 16) + 1)} == set(font.MORE)


def test_it_comes_in_all_weights_from_that_of_text_to_that_of_headings() -> None:
    (axis,) = TTFont(io.BytesIO(font.subset(font.LETTERS)))["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 650)


@pytest.mark.slow
def test_what_is_kept_of_an_earlier_build_is_what_is_made_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = font.subset(font.MORE)
    monkeypatch.setattr(kept, "CACHE", tmp_path)
    assert font.subset(font.MORE) == before
