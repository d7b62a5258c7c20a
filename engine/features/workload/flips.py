"""The query for what would flip the advice on a workload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.feature import Query
from simulator.advice import flip
from simulator.workload import FACTS, Workload

if TYPE_CHECKING:
    from engine.state import State


def flips_query(workload: Workload, page: State) -> Query:
    """What would flip the advice on a workload, one fact after another."""
    return Query(workload, lambda: (flip(page.lesson.modes, page.content.model, workload, fact) for fact in FACTS))
