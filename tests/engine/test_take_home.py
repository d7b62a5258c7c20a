"""What a learner takes home from Your workload: the decision record and the ranking, with their day and their link."""

import csv
import io
from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.effects import Copy, Download, Today
from engine.features.workload.form import CopyRecord, SaveRanking, SaveRecord, WorkloadForm
from engine.features.workload.ranking import COLUMNS, ranking_csv
from engine.features.workload.record import record
from engine.features.workload.room import ROOM
from engine.first_screen import start
from engine.state import State
from simulator.advice import advise
from simulator.flips import flips
from simulator.parameters import Model
from simulator.workload import Workload
from tests.engine.test_measured import used
from tests.engine.test_prices import LIST, chosen
from tests.support.acting import arrived

DAY, LINK = "2026-11-26", "https://example.org/#view=workload"


def table(lesson: Lesson, lazy: LazyContent, form: WorkloadForm, known: object = None) -> list[dict[str, str]]:
    text = ranking_csv(lesson, lazy, form, known or {}, LINK, DAY)  # type: ignore[arg-type]
    head, *rows = list(csv.reader(io.StringIO(text)))
    assert head == [lazy.messages(f"workload.columns.{column}") for column in COLUMNS]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@pytest.fixture
def page(lesson: Lesson, lazy: LazyContent) -> State:
    return arrived(start(lesson), lazy)


@pytest.mark.parametrize("kind", [CopyRecord, SaveRecord, SaveRanking])
def test_the_day_is_looked_up_first(kind: type, page: State) -> None:
    own = page.features["workload"]
    assert ROOM.update(own, kind(), page) == (own, (Today(kind),))


def test_record_and_ranking_are_saved_as_files_with_the_day_in_their_names(page: State) -> None:
    own = page.features["workload"]
    _, (copied,) = ROOM.update(own, CopyRecord(DAY), page)
    _, (saved,) = ROOM.update(own, SaveRecord(DAY), page)
    _, (ranking,) = ROOM.update(own, SaveRanking(DAY), page)
    assert isinstance(copied, Copy) and isinstance(saved, Download) and isinstance(ranking, Download)
    assert (saved.file, ranking.file) == (f"decision-{DAY}.md", f"ranking-{DAY}.csv")
    assert copied.text == saved.text
    assert f"Date: {DAY}" in saved.text.splitlines()
    assert all("#view=workload&requests=" in text for text in (saved.text, ranking.text))


def test_the_ranking_has_a_row_for_each_mode_with_numbers_that_programs_read(
    lesson: Lesson, lazy: LazyContent, model: Model, half_a_minute: Workload
) -> None:
    ranked = advise(lesson.modes, model, half_a_minute).ranked
    rows = table(lesson, lazy, WorkloadForm(half_a_minute))
    assert [row["mode"] for row in rows] == [lesson.modes[each.mode].name for each in ranked]
    for number, (row, each) in enumerate(zip(rows, ranked, strict=True), 1):
        assert (row["rank"], row["day"], row["link"], row["flips"]) == (str(number), DAY, LINK, "")
        assert float(row["month"]) == pytest.approx(each.cost_a_month, abs=0.006)
        assert [float(row[name]) for name in ("p50", "p95", "p99")] == pytest.approx(each.spread.done, rel=0.006)
        assert float(row["missed"]) == pytest.approx(100 * each.spread.late_share, rel=0.006)
    assert rows[1]["against"]


def test_what_would_flip_it_stands_with_the_mode_that_is_then_best(
    lesson: Lesson, lazy: LazyContent, model: Model, half_a_minute: Workload
) -> None:
    found = tuple(flips(lesson.modes, model, half_a_minute))
    rows = table(lesson, lazy, WorkloadForm(half_a_minute), {half_a_minute: found})
    assert found and sum(len(row["flips"].splitlines()) for row in rows) == len(found)
    assert rows[0]["flips"] == ""
    for row in rows[1:]:
        assert all(row["mode"] in line for line in row["flips"].splitlines())


def test_the_record_names_the_price_list_and_what_was_measured(lesson: Lesson, lazy: LazyContent) -> None:
    priced = replace(lazy, prices=LIST)
    text = record(lesson, priced, chosen("large-2", priced, used(lazy)), {}, LINK, DAY)
    assert "- List prices: Large 2, from prices 0.1, 2026-11-10" in text.splitlines()
    assert "20 measured calls" in text
    assert lazy.messages("workload.record.measured") in text
    plain = record(lesson, priced, WorkloadForm(half := used(lazy).workload), {}, LINK, DAY)
    assert "List prices:" not in plain and half
