"""Practice: a workload in words and facts, a choice to make, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, button, div, fieldset, h2, header, label, legend, li, ol, p, section, span, strong, ul
from htpy import input as field

from engine.events import asks
from engine.features.practice.events import (
    Answer,
    ChooseAnswer,
    GoOnWithSeries,
    NewSeries,
    OpenScenario,
    ShowAnswer,
    ShowOwn,
    ShowResult,
    TakeHint,
    ToggleMark,
)
from engine.features.practice.feedback_view import MARKS, consequence
from engine.features.practice.progress_view import tally
from engine.features.practice.scoring import (
    MOST_MARKS,
    Record,
    settled,
    state_of,
)
from engine.features.practice.state import (
    Attempt,
    Practice,
    Question,
    at,
    order,
    question,
)
from engine.html import sign
from simulator.fact_texts import facts
from simulator.outcomes import conducted

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from simulator.advice import KnownFlips


def practice(lesson: Lesson, workshop: Workshop, part: Practice, thoughts: KnownFlips) -> Element:
    """The question that is open, or the result.

    Elements that a control makes appear have a `data-focus`. Where the page had none of that value before, the focus
    belongs there; where several are new, to the first.
    """
    words = workshop.words.practice
    asked, key, stage = question(part, workshop), _key(part, workshop), _stage(part.attempt)
    return section("#practice.practice", aria_label=words.heading, data_page=part.page)[
        _bar(workshop, part),
        _remarks(workshop, part),
        tally(workshop, part)
        if part.page == "result"
        else [
            div(".case")[
                h2(id=f"question-{key}", tabindex="-1", data_focus=key if stage == "first" else None)[asked.title],
                p(".situation")[asked.situation],
                _facts(lesson, workshop, part.attempt, asked),
            ],
            div(".decide")[
                _decide(lesson, workshop, part, asked, key)
                if stage in ("first", "again")
                else consequence(lesson, workshop, part, asked, thoughts, f"{key} {stage}")
            ],
        ],
    ]


def _key(part: Practice, workshop: Workshop) -> str:
    """What tells a question from all others."""
    series = part.series if part.drawn else None
    key = f"{series.seed}-{series.number}" if series else at(part, workshop)
    return key if part.mine is None else f"shared-{key}"


def _stage(attempt: Attempt) -> str:
    """How far the learner is with it."""
    return "shown" if attempt.shown else "answered" if attempt.verdict else "first" if attempt.first else "again"


def _bar(workshop: Workshop, part: Practice) -> Element:
    """Where the learner is, and the ways to elsewhere."""
    words = workshop.words.practice
    names = order(part, workshop)
    done = sum(settled(part.records.get(name, Record()), workshop.scenarios[name]) for name in names)
    series = part.series if part.drawn else None
    here = (
        f"{words.asking.drawn} {series.number} · {words.asking.seed} {series.seed}"
        if series
        else f"{words.asking.scenario} {names.index(at(part, workshop)) + 1} {words.asking.of} {len(names)}"
    )
    result = part.page == "result"
    return header(".where")[
        p(".here")[None if result else here],
        div(".ways")[
            button("#practice-result", type="button", **asks(ShowResult()))[
                f"{words.result.open} {done} {words.asking.of} {len(names)}"
            ]
            if not result
            else None,
            button("#practice-back", type="button", **asks(OpenScenario(at(part, workshop))))[
                words.series.back if part.drawn and not result else words.result.go_on
            ]
            if result or part.drawn
            else button("#practice-new", type="button", **asks(GoOnWithSeries() if part.series else NewSeries()))[
                words.series.new
            ],
        ],
    ]


def _remarks(workshop: Workshop, part: Practice) -> Node:
    """What the page says of the answers as a whole."""
    words = workshop.words.practice.result
    if part.mine is not None:
        return p(".remark")[words.shared, " ", button("#practice-mine", type="button", **asks(ShowOwn()))[words.mine]]
    return None if part.kept else p(".remark")[words.not_kept]


def _facts(lesson: Lesson, workshop: Workshop, attempt: Attempt, asked: Question) -> Element:
    """The facts of a workload: to be marked, and once there is an answer with what was right."""
    words = workshop.words.practice
    rows = facts(asked.workload, workshop.words.facts, lesson.words.guide.units)
    if attempt.verdict or attempt.shown:
        return div(".facts.judged")[
            p("#practice-facts.over")[words.asking.facts],
            ul("#practice-facts-list", aria_labelledby="practice-facts")[
                (
                    li(class_=f"fact {state}")[
                        span(".glyph", aria_hidden="true")[MARKS[state]],
                        span(".name")[name],
                        strong(".value")[value],
                        state != "plain" and span(".unseen")[getattr(words.after, state)],
                    ]
                    for fact, name, value in rows
                    for state in [state_of(fact, attempt.marks, attempt.deciding, attempt.over)]
                )
            ],
        ]
    return fieldset(".facts")[
        legend[words.asking.mark],
        (
            label(".fact")[
                field(
                    id=f"fact-{fact}",
                    type="checkbox",
                    value=fact,
                    checked=fact in attempt.marks,
                    autocomplete="off",
                    **asks(ToggleMark),
                ),
                span(".name")[name],
                " ",
                strong(".value")[value],
            ]
            for fact, name, value in rows
        ),
    ]


def _decide(lesson: Lesson, workshop: Workshop, part: Practice, asked: Question, key: str) -> Node:
    """The modes to choose from, the hints so far, and the buttons."""
    words, attempt = workshop.words.practice.asking, part.attempt
    hints = asked.scenario.hints if asked.scenario else ()
    return [
        fieldset(
            "#choices.choices",
            role="radiogroup",
            aria_labelledby="practice-choice",
            tabindex="-1",
            data_focus=None if attempt.first else f"{key} again",
        )[
            legend("#practice-choice")[words.choice],
            (
                label(data_colour=mode.colour)[
                    field(
                        id=f"choice-{name}",
                        type="radio",
                        name="choice",
                        value=name,
                        checked=name == attempt.mode,
                        autocomplete="off",
                        **asks(ChooseAnswer),
                    ),
                    sign(mode),
                    span[mode.name],
                ]
                for name, mode in conducted(lesson.modes, workshop.model).items()
            ),
        ],
        ol("#practice-hints.hints", aria_live="polite")[
            (
                li(tabindex="-1" if last else None, data_focus=f"{key} hint" if last else None)[
                    strong[f"{words.hints} {number}"], " ", hint
                ]
                for number, hint in enumerate(hints[: attempt.hints], 1)
                for last in [number == len(hints)]
            )
        ],
        div(".buttons")[
            p("#practice-marked.marked", role="status")[
                f"{len(attempt.marks)} {words.too_many}"
                if len(attempt.marks) > MOST_MARKS and not attempt.unfinished
                else None
            ],
            p("#practice-unfinished.unfinished", role="alert")[
                getattr(words.unfinished, attempt.unfinished) if attempt.unfinished else None
            ],
            button("#practice-answer.main", type="button", **asks(Answer()))[words.answer],
            button("#practice-hint", type="button", **asks(TakeHint()))[
                words.another_hint if attempt.hints else words.hint
            ]
            if attempt.hints < len(hints)
            else None,
            button("#practice-show", type="button", **asks(ShowAnswer()))[words.show],
        ],
    ]
