"""The nearest number at which something changes, among those that people say: numbers of two significant figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

COARSE = 30
"""How many places the search goes at a time; 90 are a tenfold. A change that is undone within one step is missed."""


def nearest(
    value: float | None, least: float, most: float, whole: bool, changed: Callable[[float], bool]
) -> float | None:
    """The number of two significant figures, nearest to `value`, that is `changed` while the one before it is not.

    From `value` (None: above every number) outward in coarse steps both ways, then by halving; of one found either
    way, the nearer by ratio. None if there is none from `least` to `most`. `whole` numbers below 10 have one figure.

    >>> nearest(8, 1, 100, False, lambda number: number > 31.4)
    32.0
    >>> nearest(8, 1, 100, False, lambda number: number < 3.14)
    3.1
    """
    return next(filter(None, nearest_pieces(value, least, most, whole, changed)), None)


def nearest_pieces(
    value: float | None, least: float, most: float, whole: bool, changed: Callable[[float], bool]
) -> Iterator[float | None]:
    """The same piece by piece: None after each number that was tried, and the number that was found, if any, last."""
    bottom, top = place_of(least), place_of(most)
    start = most * 1.1 if value is None else min(max(value, least), most * 1.1)
    below = place_of(start)
    starts = {1: below, -1: below if number_at(below) == start else below + 1}

    def here(place: int) -> bool:
        number = number_at(place)
        return changed(max(round(number), 1) if whole else number)

    for distance in range(COARSE, top - bottom + 2 * COARSE, COARSE):
        found = []
        for way, first in starts.items():
            near = first + way * (distance - COARSE)
            far = min(max(first + way * distance, bottom), top)
            yield None
            if (far - near) * way > 0 and here(far):
                while abs(far - near) > 1:
                    middle = (near + far) // 2
                    near, far = (near, middle) if here(middle) else (middle, far)
                    yield None
                found.append(min(max(far, bottom), top))
        if found:
            number = min((number_at(place) for place in found), key=lambda number: abs(math.log(number / start)))
            yield max(round(number), 1) if whole else number
            return


def place_of(number: float) -> int:
    """The place of a number among those of two significant figures; of one between them, that of the one below.

    >>> place_of(1.0), place_of(10.0), place_of(63.9)
    (0, 90, 143)
    """
    power = math.floor(math.log10(number))
    return power * 90 + int(round(number / 10.0 ** (power - 1), 9)) - 10


def number_at(place: int) -> float:
    """The number of two significant figures at a place.

    >>> number_at(place_of(63.9)), number_at(place_of(0.25))
    (63.0, 0.25)
    """
    power, figures = divmod(place, 90)
    return float(f"{figures + 10}e{power - 1}")
