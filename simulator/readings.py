"""How sure a verdict is: in how many plausible readings of a workload each mode is best, and what would settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.feature import Query
from simulator.exactness import ABOUT_RIGHT, Exactness, believed
from simulator.shares import Outcome, Shares, counted
from simulator.tipping import tip
from simulator.worlds import Input, applies, inputs, number_of_worlds, places, world

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model
    from simulator.workload import Workload

GROUPS = 4
"""Into how many groups the worlds are parted by an input, to see whether another mode is best in each."""
CANDIDATES = 2
"""How many inputs are tried, at most, to find the value at which one of them alone makes another mode the best."""


def shares(modes: Mapping[str, Mode], model: Model, workload: Workload, exactness: Exactness = ABOUT_RIGHT) -> Shares:
    """In how many plausible readings of a workload each mode is best, and what would settle it."""
    return next(found for found in _pieces(modes, believed(model, exactness), workload) if found)


def shares_query(
    modes: Mapping[str, Mode], model: Model, workload: Workload, exactness: Exactness = ABOUT_RIGHT
) -> Query:
    """The same as a query, one reading after another. Its answer is a tuple with the shares."""
    return Query(shares_key(workload, exactness), lambda: _pieces(modes, believed(model, exactness), workload))


def known_shares(answers: Mapping[Any, Any], workload: Workload, exactness: Exactness = ABOUT_RIGHT) -> Shares | None:
    """The answer of the query, where it is there."""
    found: tuple[Shares, ...] | None = answers.get(shares_key(workload, exactness))
    return found[0] if found else None


def shares_key(workload: Workload, exactness: Exactness = ABOUT_RIGHT) -> tuple[str, Workload, Exactness]:
    """By what the answer of the query is known."""
    return "shares", workload, exactness


def share_pieces(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Generator[None, None, Shares]:
    """The shares alone, reading by reading, so that no piece takes long."""
    outcomes = yield from _outcomes(modes, believed(model, ABOUT_RIGHT), workload)
    return counted(outcomes, [name for name in modes if name in model.modes])


def _outcomes(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Generator[None, None, list[Outcome]]:
    """What came of each reading."""
    outcomes: list[Outcome] = []
    for each in inputs(model):
        places(model, each.key)
        yield None
    for number in range(number_of_worlds(model)):
        outcomes.append(world(model, number).best(modes, workload))
        yield None
    return outcomes


def _pieces(modes: Mapping[str, Mode], model: Model, workload: Workload) -> Iterator[Shares | None]:
    """The shares at the end, with what would settle them, and before it None after each piece of work."""
    outcomes = yield from _outcomes(modes, model, workload)
    found = counted(outcomes, [name for name in modes if name in model.modes])
    if found.of(found.first) < 1:
        ahead = yield from _explaining(model, workload, [each.mode for each in outcomes])
        found = replace(found, tip=(yield from tip(modes, model, workload, found.first, ahead[:CANDIDATES])))
    yield found


def _explaining(model: Model, workload: Workload, first: Sequence[str]) -> Generator[None, None, list[Input]]:
    """What explains which mode is `first` in the worlds, what explains most first."""
    found: list[tuple[float, Input]] = []
    for each in inputs(model):
        if applies(each, workload) and (much := explained(_groups(model, each), first)) > 0:
            found.append((much, each))
        yield
    return [each for _, each in sorted(found, key=lambda one: -one[0])]


@lru_cache(maxsize=512)
def _groups(model: Model, each: Input) -> tuple[int, ...]:
    """In which group each world is: the quarters of the draws of an input, or its values."""
    count, drawn = number_of_worlds(model), places(model, each.key)
    if each.values:
        return tuple(each.values.index(each.drawn(place, count)) for place in drawn)
    return tuple(GROUPS * place // count for place in drawn)


def explained(groups: Sequence[int], outcomes: Sequence[str]) -> float:
    """How much of the outcomes their groups explain, from 0 to 1, without what chance would seem to explain.

    The tau of Goodman and Kruskal (1954): by how much one errs less often about an outcome whose group one knows.

    >>> explained([0, 0, 1, 1], ["sync", "sync", "batch", "batch"])
    1.0
    """
    count = len(outcomes)
    alone = sum(each * each for each in Counter(outcomes).values()) / count
    if alone == count:
        return 0.0
    sizes = Counter(groups)
    together = sum(
        each * each / sizes[group] for (group, _), each in Counter(zip(groups, outcomes, strict=True)).items()
    )
    tau, chance = (together - alone) / (count - alone), (len(sizes) - 1) / (count - 1)
    return max((tau - chance) / (1 - chance), 0.0) if chance < 1 else 0.0
