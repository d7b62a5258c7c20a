"""How far a learner is: points by objective, every scenario, the result to take away, and the criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, button, div, h2, h3, li, meter, ol, p, section, span, strong, ul

from engine.events import asks
from engine.features.practice.events import (
    AskToRestart,
    CopyResult,
    GoOnWithSeries,
    KeepAnswers,
    NewSeries,
    OpenScenario,
    Restart,
    Shuffle,
    TeachingOrder,
)
from engine.features.practice.scoring import (
    FACTS_RIGHT,
    FULL,
    GOOD,
    Record,
    Score,
    first_time,
    points,
    scores,
    settled,
    strongest,
    weakest,
    written,
)
from engine.features.practice.state import Practice, order
from engine.features.practice.verdict_view import SIGNS
from engine.html import link_to

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Scenario, Workshop
    from engine.features.practice.verdict import Objective, Verdict
    from engine.features.practice.words import PracticeWords


def tally(workshop: Workshop, part: Practice) -> Element:
    """All of it."""
    words = workshop.words.practice
    names = order(part, workshop)
    done = [name for name in names if _done(part, name, workshop)]
    return div("#tally.tally", tabindex="-1", data_focus="result" if part.mine is None else "shared result")[
        section(".sum", aria_labelledby="tally-title")[
            h2("#tally-title")[words.result.finished if len(done) == len(names) else words.result.heading],
            (p(".line")[line] for line in summary(workshop, part)),
            _objectives(words, scores(part.records, workshop.scenarios)),
        ],
        _take(workshop, part) if part.records else None,
        _criterion(words, part),
        section(".list", aria_labelledby="list-title")[
            h3("#list-title")[words.result.list],
            div(".buttons")[
                button(
                    "#practice-shuffle",
                    type="button",
                    **asks(Shuffle()),
                    data_focus=None if part.order else "order",
                )[words.result.shuffle],
                button("#practice-order", type="button", **asks(TeachingOrder()))[words.result.teaching_order]
                if part.order
                else None,
            ],
            ol[(_line(words, name, workshop.scenarios[name], part.records.get(name, Record())) for name in names)],
        ],
    ]


def summary(workshop: Workshop, part: Practice) -> list[str]:
    """The result in two or three sentences."""
    words, found = workshop.words.practice, scores(part.records, workshop.scenarios)
    result, of = words.result, words.asking.of
    done = [name for name in order(part, workshop) if _done(part, name, workshop)]
    first = sum(first_time(part.records[name], workshop.scenarios[name]) for name in done)
    all_of = f"{len(done)} {of} {len(workshop.scenarios)} {result.done}"
    lines = [f"{first} {of} {len(done)} {result.first_try}"] if done else [all_of]
    strong_on, weak_on = strongest(found), weakest(found)
    told = [
        f"{result.strongest} {_name_of(strong_on, words)}" if strong_on else "",
        f"{result.look_again} {_name_of(weak_on, words)}" if weak_on and weak_on != strong_on else "",
    ]
    if any(told):
        lines.append("; ".join(filter(None, told)))
    if done and len(done) < len(workshop.scenarios):
        lines.append(all_of)
    return lines


def result(lesson: Lesson, workshop: Workshop, part: Practice, here: str = "") -> str:
    """The result as text, to be copied, with a link to the answers; `here` is the page's address."""
    words, found = workshop.words.practice, scores(part.records, workshop.scenarios)
    lines = [f"{lesson.about.title}: {words.heading}", *(f"{line}." for line in summary(workshop, part))]
    lines += [
        f"{_name_of(objective, words)}: {score.points} {words.asking.of} {score.possible} {words.result.points}"
        for objective, score in found.items()
        if score.possible
    ]
    if part.met:
        lines.append(words.criterion.met)
    return "\n".join([*lines, here.partition("#")[0] + link(part)])


def link(part: Practice) -> str:
    """The fragment of an address that opens the result with all answers."""
    return link_to(view="practice", **shared(part))


def shared(part: Practice) -> dict[str, str]:
    """What such an address asks of Practice."""
    return {"answers": written(part.records), "page": "result"}


def _done(part: Practice, name: str, workshop: Workshop) -> bool:
    """Whether a scenario is settled."""
    return settled(part.records.get(name, Record()), workshop.scenarios[name])


def _name_of(objective: Objective, words: PracticeWords) -> str:
    """What an objective is called."""
    return str(getattr(words.result.objectives, objective))


def _objectives(words: PracticeWords, found: dict[Objective, Score]) -> Node:
    return [
        h3[words.result.by_objective],
        ul(".objectives")[
            (
                li(class_=objective)[
                    span(".name", id=f"objective-{objective}")[_name_of(objective, words)],
                    meter(
                        value=str(score.points), max=str(score.possible or 1), aria_labelledby=f"objective-{objective}"
                    ),
                    span(".number")[
                        f"{score.points} {words.asking.of} {score.possible}" if score.possible else words.result.untried
                    ],
                ]
                for objective, score in found.items()
            )
        ],
    ]


def _criterion(words: PracticeWords, part: Practice) -> Element:
    """The last answers in a row, and how far the criterion is."""
    criterion, series = words.criterion, part.series
    row = series.row[-criterion.row :] if series else ""
    good = row.count(GOOD)
    return section(".criterion", aria_labelledby="criterion-title")[
        h3("#criterion-title")[criterion.heading],
        p[criterion.met if part.met else criterion.rule],
        ol(".row")[
            (
                li(class_="good" if letter == GOOD else "bad")[
                    span(aria_hidden="true")[SIGNS["best" if letter == GOOD else "poor"]],
                    span(".unseen")[criterion.good_one if letter == GOOD else criterion.bad_one],
                ]
                for letter in row
            ),
            (li(".open", aria_hidden="true") for _ in range(criterion.row - len(row))),
        ],
        p(".line")[
            f"{good} {words.asking.of} {len(row)} {criterion.so_far}",
            f"; {criterion.row - len(row)} {criterion.missing}" if len(row) < criterion.row else None,
        ]
        if row
        else None,
        div(".buttons")[
            button("#tally-new", type="button", **asks(GoOnWithSeries() if series else NewSeries()))[words.series.new],
            button("#tally-series", type="button", **asks(NewSeries()))[words.series.another] if series else None,
        ],
        p(".basis")[f"{words.asking.seed} {series.seed}. {words.series.share}"] if series else None,
    ]


def _line(words: PracticeWords, name: str, scenario: Scenario, record: Record) -> Element:
    """One scenario: how it went, and the way to it."""
    state: Verdict | None = None
    if settled(record, scenario):
        state = "best" if first_time(record, scenario) else "poor" if record.shown else "defensible"
    return li[
        button(id=f"go-{name}", type="button", **asks(OpenScenario(name)))[
            span(class_=f"glyph {state or 'open'}", aria_hidden="true")[SIGNS[state] if state else ""],
            span(".title")[scenario.title],
            span(".state")[getattr(words.result.states, state) if state else words.result.open_state],
            span(".number")[f"{points(record, scenario)}/{FULL + FACTS_RIGHT}" if state else ""],
        ]
    ]


def _take(workshop: Workshop, part: Practice) -> Element:
    words = workshop.words.practice.result
    return section(".take-away", aria_labelledby="take-title")[
        h3("#take-title")[words.take],
        div(".buttons")[
            button("#practice-copy", type="button", **asks(CopyResult()))[words.copy],
            a("#practice-link", href=link(part))[words.link],
        ],
        _restart(workshop, part),
    ]


def _restart(workshop: Workshop, part: Practice) -> Node:
    words = workshop.words.practice.result
    if part.mine is not None:
        return None
    if not part.leaving:
        return button("#practice-leave", type="button", **asks(AskToRestart()), data_focus="leave")[words.start_again]
    return div(".sure")[
        p(tabindex="-1", data_focus="sure")[strong[words.sure]],
        div(".buttons")[
            button("#practice-restart", type="button", **asks(Restart()))[words.forget],
            button("#practice-keep", type="button", **asks(KeepAnswers()))[words.keep],
        ],
    ]
