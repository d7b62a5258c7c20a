"""The figures to reach: this page against a rival, in one run."""

from collections.abc import Mapping
from dataclasses import dataclass

from tools.bench.lines import LINES
from tools.bench.pages import BARE, DRAWING, OURS, PLAIN, STOCK
from tools.bench.run import COLD, Key

EVERY_LINE = tuple(line.name for line in LINES)


@dataclass(frozen=True)
class Target:
    """A column of this page, divided by a rival's, is to be at most this much on each of some lines, cold."""

    what: str
    column: str
    lines: tuple[str, ...]
    rival: str
    at_most: float


@dataclass(frozen=True)
class Ratio:
    """A target, and what came of it; of several lines the worst."""

    target: Target
    value: float
    drawing: float | None
    """The same for a page with nothing but the drawing: what stands in the way of the first diagram."""

    @property
    def met(self) -> bool:
        """Whether the target was reached."""
        return self.value <= self.target.at_most


TO_DIAGRAM = ("diagram", "kb_diagram")
"""The columns of how the first diagram comes."""

TARGETS = (
    Target("first diagram visible, cold, local", "diagram", ("local",), PLAIN, 0.25),
    Target("first diagram visible, cold, 4G", "diagram", ("4G",), PLAIN, 0.25),
    Target("kilobytes to the first diagram (the worst line)", "kb_diagram", EVERY_LINE, PLAIN, 0.25),
    Target("sim:ready, cold, local", "ready", ("local",), STOCK, 0.40),
    Target("sim:ready, cold, cable", "ready", ("cable",), STOCK, 0.50),
    Target("sim:ready, cold, 4G", "ready", ("4G",), STOCK, 0.55),
    Target("sim:ready, cold, local", "ready", ("local",), BARE, 0.45),
    Target("kilobytes to ready (the worst line)", "kb_ready", EVERY_LINE, STOCK, 0.70),
    Target("mode switch after ready", "switch", ("local",), PLAIN, 0.25),
)


def ratios(medians: Mapping[Key, Mapping[str, float]]) -> list[Ratio]:
    """Every target with what came of it."""

    def ratio(page: str, target: Target) -> float:
        return max(
            medians[line, COLD, page][target.column] / medians[line, COLD, target.rival][target.column]
            for line in target.lines
        )

    return [
        Ratio(target, ratio(OURS, target), ratio(DRAWING, target) if target.column in TO_DIAGRAM else None)
        for target in TARGETS
    ]
