"""The ranking as a table to keep: a mode a row, with what would make it the best one, in CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from engine.features.workload.presenter import verdict_of
from simulator.advice import advise
from simulator.lesson import model_of, wording
from simulator.readings import known_shares
from simulator.sentences import against, flip_text

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.features.workload.form import WorkloadForm
    from simulator.flips import KnownFlips

COLUMNS = (
    *("rank", "mode", "verdict", "share", "month", "first_p50", "p50", "p95", "p99", "missed", "against", "flips"),
    *("day", "link"),
)


def ranking_csv(
    lesson: Lesson, content: LazyContent, own: WorkloadForm, known: KnownFlips, address: str, day: str
) -> str:
    """Each mode with its verdict, what it costs and takes, what speaks against it, and what would make it the best one.

    What would flip the decision, and how sure it is, are left out while they are being looked for. Every row has the
    day and the link, so that it can be understood alone.
    """
    messages, words, model, workload = content.messages, wording(content), model_of(content), own.workload
    given = advise(lesson.modes, model, workload, known_shares(known, workload, own.exactness))
    shares = given.shares.percent()[0] if given.shares else {}
    flips: dict[str, list[str]] = {}
    for flip in known.get(workload, ()):
        flips.setdefault(flip.mode, []).append(flip_text(lesson.modes, model, workload, flip, words))
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow([messages(f"workload.columns.{column}") for column in COLUMNS])
    for rank, each in enumerate(given.ranked, 1):
        mode, spread = lesson.modes[each.mode], each.spread
        table.writerow(
            [
                rank,
                mode.name,
                messages(f"workload.verdicts.{verdict}") if (verdict := verdict_of(given, each)) else "",
                shares.get(each.mode, ""),
                f"{each.cost_a_month:.2f}",
                *(_figures(seconds) for seconds in (spread.first[0], *spread.done)),
                _figures(100 * spread.late_share),
                "\n".join(against(lesson.modes, model, each, given.best, words)),
                "\n".join(flips.get(each.mode, [])),
                day,
                address,
            ]
        )
    return text.getvalue()


def _figures(value: float) -> str:
    """A number in three significant figures, as programs read it.

    >>> [_figures(value) for value in (0.12345, 7.1, 118800.0, 0)]
    ['0.123', '7.1', '119000', '0']
    """
    return f"{float(f'{value:.3g}'):.6f}".rstrip("0").rstrip(".")
