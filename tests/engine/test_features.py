"""What a feature must be named in besides its record: its functions, its look, and its place while it is shown."""

import re
from pathlib import Path

import pytest

from engine.content.lesson import Lesson
from engine.feature import Feature
from engine.features import FEATURES
from engine.first_screen import FIRST, start
from engine.lazy import ROOMS
from engine.page import page
from tests.support.markup import find, tags

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


def test_each_lazy_view_has_its_place_while_it_is_shown() -> None:
    """One rule lists them, since a sheet cannot ask whether two names are equal."""
    sheet = Path("style/waiting.css").read_text(encoding="utf-8")
    listed = re.findall(r'\[data-view="([\w-]+)"\] \.\1-region', sheet)
    views = [each.name for each in FEATURES if each.lazy and not each.within]
    assert sorted(set(listed)) == sorted(views), "the rule of style/waiting.css that shows a lazy view lists each"


def test_the_places_of_lazy_views_are_told_from_others(lesson: Lesson) -> None:
    regions = find(tags(str(page(start(lesson)))), "div", class_="*")
    assert [each.attributes["id"] for each in regions if "lazy" in each.attributes["class"].split()] == [
        f"region-{each.name}" for each in FEATURES if each.lazy and not each.within
    ]
