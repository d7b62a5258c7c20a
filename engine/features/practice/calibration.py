"""How often a learner was right, by how sure they had been: of scenarios at the first try, and of new cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.scoring import GOOD, LEVELS, right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice
    from engine.messages import Messages


@dataclass(frozen=True)
class Calibration:
    """How often the learner was right at each level."""

    heading: str
    lead: str
    columns: tuple[str, ...]
    """The headings of a table; none where there is nothing to count."""
    rows: tuple[tuple[str, int, int], ...]
    """Of each level that was used: its name, how often right, how often wrong."""


def present_calibration(own: Practice, material: Material, messages: Messages) -> Calibration:
    """All of it."""
    found = list(_answers(own, material))
    heading = messages("practice.calibration.heading")
    if not found:
        return Calibration(heading, messages("practice.calibration.none"), (), ())
    rows = tuple(
        (messages(f"practice.sure.{level}"), found.count((level, True)), found.count((level, False)))
        for level in reversed(LEVELS)
        if any(each == level for each, _ in found)
    )
    good, bad = (found.count((LEVELS[-1], was)) for was in (True, False))
    if bad:
        lead = messages("practice.calibration.sure_and_wrong", count=bad)
    elif good:
        lead = messages("practice.calibration.sure_and_right", count=good)
    else:
        lead = messages("practice.calibration.never_wrong")
    columns = (
        messages("practice.calibration.level"),
        messages("practice.calibration.right"),
        messages("practice.calibration.wrong"),
    )
    return Calibration(heading, lead, columns, rows)


def _answers(own: Practice, material: Material) -> Iterator[tuple[int, bool]]:
    """Each answer with which the learner said how sure they were, and whether mode and facts were right."""
    for name, record in own.records.items():
        scenario = material.scenarios.get(name)
        if scenario and record.sure and record.tries and not scenario.questions:
            yield record.sure, right(record, scenario)
    series = own.series
    for letter, level in zip(series.row, series.sure, strict=False) if series else ():
        if level != "0":
            yield int(level), letter == GOOD
