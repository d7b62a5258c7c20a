"""The HTML of regions, kept for a while."""

from collections.abc import Iterator

import pytest
from htpy import Node, p

from browser import rendered

made: list[int] = []


def view(number: int) -> Node:
    made.append(number)
    return p[f"{number}"]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    made.clear()
    yield
    rendered.renderings.clear()


def test_a_region_that_was_rendered_is_not_rendered_again() -> None:
    assert [rendered.html("dock", (view, (number,))) for number in (1, 2, 1, 2)] == ["<p>1</p>", "<p>2</p>"] * 2
    assert made == [1, 2]


def test_only_the_last_few_are_kept() -> None:
    for number in (*range(rendered.KEPT + 1), 0):
        rendered.html("dock", (view, (number,)))
    assert made == [*range(rendered.KEPT + 1), 0]


def test_regions_with_the_same_ingredients_are_kept_apart() -> None:
    rendered.html("dock", (view, (1,)))
    rendered.html("glance", (view, (1,)))
    assert made == [1, 1]
