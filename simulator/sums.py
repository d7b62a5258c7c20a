"""How long things take that follow each other, on each of many days.

Each of them has a day of its own: another one of the same days, so that they are independent and the days are still the
ones that all workloads share.
"""

import math
from collections.abc import Sequence
from operator import add

Column = Sequence[float]

APART = 37
"""The n-th takes the day that is n² times as many later, so that no two days have the same sum."""
MOST = 20
"""So many are added one by one; more have a mean and a spread that follow from these."""


def in_turn(times: Column, first: Sequence[float], whole: float) -> Column:
    """The sums of as many of the times as there are shares, each of its share; of more, if all shares are more.

    >>> in_turn([1.0, 2.0, 3.0], [1, 0.5], 1.5)
    [2.5, 2.5, 4.0]
    """
    days = len(times)
    total = [0.0] * days
    for shift, share in zip(shifts(len(first), days), first, strict=True):
        later = (*times[days - shift :], *times[: days - shift])
        total = list(map(add, total, later if share == 1 else [share * more for more in later]))
    part = sum(first)
    if whole <= part:
        return total
    mean, spread = sum(times) / days, math.sqrt(whole / part)
    return [whole * mean + spread * (each - part * mean) for each in total]


def repeated(times: Column, count: int) -> Column:
    """The sums of so many of the times."""
    return in_turn(times, [1.0] * min(count, MOST), count)


def shifts(count: int, days: int) -> list[int]:
    """By how many days each of so many things is apart from the first, as far as they are added one by one."""
    return [number * number * APART % days for number in range(min(count, MOST))]
