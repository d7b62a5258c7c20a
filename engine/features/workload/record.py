"""The decision record: advice on a workload as text, to paste into a design document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from engine.features.workload.exactness import exactness_text
from engine.features.workload.presenter import share_text, sure_texts, verdict_of
from simulator.advice import Ranked, advise
from simulator.lesson import model_of, wording
from simulator.measured_words import measured_text
from simulator.prices import listed
from simulator.readings import known_shares
from simulator.sentences import flip_text, reasons
from simulator.windows import offer_text, offers, window_text

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.features.workload.form import WorkloadForm
    from simulator.flips import KnownFlips


def record(
    lesson: Lesson, content: LazyContent, own: WorkloadForm, known: KnownFlips, address: str = "", day: str = ""
) -> str:
    """The workload, the choice, why, what each mode costs, and what would change the choice, in Markdown.

    `address` leads back to the workload; what would change the choice is left out while it is being looked for.
    """
    messages, words, workload = content.messages, wording(content), own.workload
    model, modes = model_of(content), lesson.modes
    given = advise(modes, model, workload, known_shares(known, workload, own.exactness))
    best, *why = reasons(modes, model, given, words)
    why += filter(None, [window_text(modes, model, workload, given, words)])
    windows = [offer_text(modes, each, words) for each in offers(modes, model, workload, given)]

    def judged(each: Ranked) -> str:
        name, verdict = modes[each.mode].name, verdict_of(given, each)
        dollars, time = words.money(each.cost_a_month), words.duration(each.spread.done[1])
        if verdict is None:
            return messages("workload.record.mode", mode=name, dollars=dollars, time=time)
        return messages(
            "workload.record.judged",
            mode=name,
            verdict=messages(f"workload.verdicts.{verdict}"),
            share=share_text(messages, given, each),
            dollars=dollars,
            time=time,
        )

    facts = [messages("workload.record.fact", name=name, value=value) for _, name, value in words.facts(workload)]
    measured = measured_text(lesson, content, workload)
    flips = [flip_text(modes, model, workload, flip, words) for flip in known.get(workload, ())]
    sure = (*sure_texts(lesson, content, given.shares), exactness_text(content, own)) if given.shares else ()
    title = messages("workload.record.title", mode=modes[given.best.mode].name)
    return "\n".join(
        [
            f"# {title}",
            *(["", messages("workload.record.day", day=day)] if day else []),
            *_section(messages("workload.record.choice"), [best]),
            *_section(messages("workload.record.sure"), sure),
            *_section(messages("workload.record.why"), why),
            *_section(messages("workload.record.workload"), [*facts, *_prices(content, own), *measured]),
            *_section(messages("workload.record.cost"), [*map(judged, given.ranked), *windows]),
            *_section(messages("workload.record.flips"), flips),
            "",
            messages("workload.record.measured" if measured else "workload.record.model"),
            *([address] if address else []),
            "",
        ]
    )


def _prices(content: LazyContent, own: WorkloadForm) -> Iterator[str]:
    """Whose list prices the workload has, of which day; nothing where they were typed."""
    prices = content.prices
    if found := listed(prices, own.model):
        yield content.messages("workload.record.prices", model=found[1].name, source=prices.source, day=prices.day)


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    """A heading and a list; nothing where there is nothing to list."""
    listed = [f"- {line}" for line in lines]
    return ["", f"## {heading}", "", *listed] if listed else []
