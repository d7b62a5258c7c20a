"""Measured times in words: their percentiles, and which modes take them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.lesson import model_of, wording
from simulator.measured import measured_of, quantile
from simulator.wording import number, together

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from simulator.wording import Wording
    from simulator.workload import Workload


def measured_text(lesson: Lesson, content: LazyContent, workload: Workload) -> tuple[str, ...]:
    """The measured times of a workload in sentences, and for which modes they stand; none where it has none."""
    return (*times_text(content, workload), modes_text(lesson, content)) if measured_of(workload) else ()


def times_text(content: LazyContent, workload: Workload) -> Iterator[str]:
    """The percentiles of the measured times."""
    measured, messages, words = measured_of(workload), content.messages, wording(content)
    if not measured:
        return
    count = len(measured.totals)
    p50, p95, p99 = _percentiles(words, measured.totals)
    yield together(
        messages("workload.measured.total", count=count, shown=number(count, messages), p50=p50, p95=p95, p99=p99)
    )
    if measured.firsts:
        p50, p95, p99 = _percentiles(words, sorted(measured.firsts))
        yield together(messages("workload.measured.first", p50=p50, p95=p95, p99=p99))


def modes_text(lesson: Lesson, content: LazyContent) -> str:
    """Which modes take measured times, since their requests are served at once, and which keep the model's."""
    messages, known = content.messages, model_of(content).modes
    at_once = [mode.name for name, mode in lesson.modes.items() if name in known and not known[name].queue]
    queued = [mode.name for name, mode in lesson.modes.items() if name in known and known[name].queue]
    modes, others = messages.listed("facts.all_of", at_once), messages.listed("facts.all_of", queued)
    if not queued:
        return messages("workload.measured.all_modes", modes=modes)
    return messages("workload.measured.modes", modes=modes, others=others)


def _percentiles(words: Wording, ordered: Sequence[float]) -> tuple[str, str, str]:
    p50, p95, p99 = (words.duration(quantile(ordered, share)) for share in (0.5, 0.95, 0.99))
    return p50, p95, p99
