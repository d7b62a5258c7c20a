"""The nearest number of two significant figures at which something changes."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.search import nearest, number_at, place_of

numbers = st.floats(-3, 7).map(lambda power: 10.0**power)


@given(numbers)
def test_every_number_lies_between_its_place_and_the_next(number: float) -> None:
    assert number_at(place_of(number)) <= number * (1 + 1e-9)
    assert number < number_at(place_of(number) + 1)


@given(numbers, numbers)
def test_a_change_is_found_from_either_side_and_is_none_one_place_before(value: float, edge: float) -> None:
    def changed(number: float) -> bool:
        return (number >= edge) != (value >= edge)

    found = nearest(value, 1e-4, 1e8, False, changed)
    assert found is not None
    assert changed(found)
    before = number_at(place_of(found) + (-1 if value < edge else 1))
    assert not changed(before) or min(value, edge) <= before <= max(value, edge)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_whole_number_stays_whole(value: int, edge: int) -> None:
    found = nearest(value, 1, 10**8, True, lambda number: (number >= edge) != (value >= edge))
    assert found is None or (isinstance(found, int) and (found >= edge) != (value >= edge))


def test_the_nearer_of_two_changes_is_found() -> None:
    assert nearest(100, 1, 10_000, False, lambda number: number < 80 or number > 150) == 79
    assert nearest(100, 1, 10_000, False, lambda number: number < 20 or number > 150) == 160


def test_nothing_is_found_where_nothing_changes_in_range() -> None:
    assert nearest(100, 1, 10_000, False, lambda number: number > 20_000) is None


def test_without_a_value_the_search_comes_from_above() -> None:
    assert nearest(None, 1, 10_000, False, lambda number: number <= 61) == 61


def test_a_value_of_zero_or_out_of_range_is_searched_from_the_nearest_end() -> None:
    assert nearest(0, 1, 10_000, False, lambda number: number >= 47) == 47
    assert nearest(10**6, 1, 10_000, False, lambda number: number <= 47) == 47
