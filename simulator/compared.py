"""How the modes do on a few workloads that a lesson names, worked out when it is loaded: Compare shows it at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from engine.content.lesson import Compared, Outcome
from simulator.cost import cost
from simulator.outcomes import spreads

if TYPE_CHECKING:
    from engine.content.mode import Mode
    from simulator.parameters import Model
    from simulator.wording import Wording
    from simulator.workload import Workload


def compared(
    modes: Mapping[str, Mode], model: Model, named: Iterable[tuple[str, str, Workload]], wording: Wording
) -> tuple[Compared, ...]:
    """The outcome of every mode that the model knows, for each workload with its name and its title."""
    return tuple(
        Compared(
            name,
            title,
            {
                mode: Outcome(found.first[:2], found.done[:2], dollars, wording.money(dollars))
                for mode, found in spreads(modes, model, workload).items()
                for dollars in [cost(modes[mode], model.modes[mode], model, workload)]
            },
        )
        for name, title, workload in named
    )
