"""What a feature must be named in besides its record: its functions and its look."""

from pathlib import Path

import pytest

from engine.feature import Feature
from engine.features import FEATURES
from engine.first_screen import FIRST
from engine.lazy import ROOMS

STYLED = [feature for feature in FEATURES if Path(f"engine/features/{feature.name}/style.css").exists()]


def test_each_feature_has_its_functions_where_they_are_looked_for() -> None:
    wanted = {lazy: {each.name for each in FEATURES if each.lazy is lazy} for lazy in (False, True)}
    assert set(FIRST) == wanted[False], "FIRST of engine/first_screen.py has the features that are not lazy"
    assert set(ROOMS) == wanted[True], "ROOMS of engine/lazy.py has the lazy features"


@pytest.mark.parametrize("feature", STYLED, ids=lambda each: each.name)
def test_each_features_look_comes_with_its_code(feature: Feature) -> None:
    sheet, up = ("style/lazy.css", "..") if feature.lazy else ("style.css", ".")
    line = f'@import "{up}/engine/features/{feature.name}/style.css";'
    assert line in Path(sheet).read_text(encoding="utf-8").splitlines(), f"{sheet} lacks {line}"
