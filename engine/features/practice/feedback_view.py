"""What comes of an answer: its verdict, the model's numbers, the guidance to confirm it by, and what would flip it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    a,
    blockquote,
    button,
    caption,
    dd,
    div,
    dl,
    dt,
    h3,
    li,
    p,
    section,
    small,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from engine.events import asks
from engine.features.practice.events import LookAt, Next, ShowAnswer, TryAgain
from engine.features.practice.flip_view import flip
from engine.features.practice.scoring import (
    FACTS_RIGHT,
    FULL,
    Record,
    State,
    facts_right,
    points,
    settled,
    state_of,
)
from engine.features.practice.state import (
    Practice,
    Question,
    at,
    order,
)
from engine.features.practice.verdict_view import verdict_sign
from engine.features.workload.form import to_address
from engine.html import link_to, sign
from engine.sequence.narrate import duration
from simulator.advice import (
    Advice,
    Flip,
    Ranked,
    advise,
    burden,
    finding_text,
    reasons,
)
from simulator.fact_texts import facts, money

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.content.practice_content import Guidance, Scenario, Workshop
    from engine.features.practice.verdict import Verdict
    from engine.features.practice.words import NumberWords
    from simulator.workload import Workload


def consequence(
    lesson: Lesson,
    workshop: Workshop,
    part: Practice,
    asked: Question,
    thoughts: Mapping[Workload, tuple[Flip, ...]],
    focus: str,
) -> Node:
    """All that is told after an answer; what would give the best mode away waits until nothing is left to find."""
    attempt = part.attempt
    advice = advise(lesson.modes, workshop.model, asked.workload)
    mode = (attempt.look if attempt.over else "") or attempt.mode
    return [
        section(
            "#consequence.consequence",
            tabindex="-1",
            data_focus=focus,
            aria_labelledby="consequence-title",
            data_colour=lesson.modes[mode].colour,
            data_verdict=_judged(asked, advice, mode),
        )[
            _verdict(lesson, workshop, asked, advice, mode),
            _earned(lesson, workshop, part, asked),
        ],
        _numbers(lesson, workshop, asked, _ranked(advice, mode)),
        [_all(lesson, workshop, asked, advice, mode), _why(lesson, workshop, asked.scenario, advice)]
        if attempt.over
        else None,
        _confirm(lesson, workshop, part, asked, mode, _judged(asked, advice, mode)),
        flip(lesson, workshop, attempt, asked, thoughts.get(asked.workload)) if attempt.over else None,
        _buttons(workshop, part, asked),
    ]


def _ranked(advice: Advice, mode: str) -> Ranked:
    return next(each for each in advice.ranked if each.mode == mode)


def _judged(asked: Question, advice: Advice, mode: str) -> Verdict:
    return asked.scenario.choices[mode].verdict if asked.scenario else _ranked(advice, mode).verdict


def _verdict(lesson: Lesson, workshop: Workshop, asked: Question, advice: Advice, mode: str) -> Node:
    words = workshop.words.practice.after
    choice = asked.scenario.choices[mode] if asked.scenario else None
    return [
        h3("#consequence-title")[
            sign(lesson.modes[mode]),
            span[f"{lesson.modes[mode].name}:"],
            " ",
            verdict_sign(_judged(asked, advice, mode), words.verdicts),
        ],
        p[choice.text]
        if choice
        else (p[sentence] for sentence in _findings(lesson, workshop, _ranked(advice, mode), advice.best)),
        p(".reading")[strong[words.reading], " ", choice.reading] if choice and choice.reading else None,
    ]


def _findings(lesson: Lesson, workshop: Workshop, ranked: Ranked, best: Ranked) -> list[str]:
    """What the model says of a mode: the rules that it breaks, or the last that it keeps and its worst burden."""
    name, units = lesson.modes[ranked.mode].name, lesson.words.guide.units
    musts = [finding for finding in ranked.findings if finding.points is None]
    told = ranked.failing or (*musts[-1:], *(() if ranked is best else (burden(ranked, best),)))
    return [f"{name} {finding_text(workshop.model, finding, units)}" for finding in told]


MARKS: Mapping[State, str] = {"right": "✓", "wrong": "✗", "missed": "○", "also": "+", "plain": ""}
"""The second sign of a judged fact, beside its colour."""


def _earned(lesson: Lesson, workshop: Workshop, part: Practice, asked: Question) -> Node:
    """What the marked facts were worth, fact by fact, and what the whole answer was."""
    words, attempt = workshop.words.practice.after, part.attempt
    marked = set(attempt.marks)
    judged = (
        words.facts_right
        if facts_right(marked, attempt.deciding)
        else words.facts_half
        if marked & set(attempt.deciding)
        else words.facts_wrong
    )
    record = part.records.get(at(part, workshop), Record())
    changed = bool(asked.scenario and attempt.over and record.marks) and (
        facts_right(marked, attempt.deciding) != facts_right(record.marks, attempt.deciding)
    )
    rows = [
        (state, name, value)
        for fact, name, value in facts(asked.workload, workshop.words.facts, lesson.words.guide.units)
        for state in [state_of(fact, attempt.marks, attempt.deciding, attempt.over)]
        if state != "plain"
    ]
    return div(".earned")[
        p[
            judged if attempt.verdict else None,
            " ",
            None
            if asked.scenario is None or not attempt.over
            else words.no_points
            if attempt.shown and not points(record, asked.scenario)
            else strong[f"{points(record, asked.scenario)} / {FULL + FACTS_RIGHT} {words.points}"],
        ],
        p[words.first_marks] if changed else None,
        ul[
            (
                li(class_=state)[
                    span(".glyph", aria_hidden="true")[MARKS[state]],
                    name,
                    ": ",
                    strong[value],
                    " · ",
                    span(".judged")[getattr(words, state)],
                ]
                for state, name, value in rows
            )
        ],
    ]


def _numbers(lesson: Lesson, workshop: Workshop, asked: Question, ranked: Ranked) -> Element:
    """The model's numbers of one mode for this workload."""
    words, units = workshop.words.practice.numbers, lesson.words.guide.units
    first, done = ranked.spread.first, ranked.spread.done

    def tile(name: str, value: str, *more: str) -> Element:
        return div[dt[name], dd[strong[value], (small[each] for each in more)]]

    def times(name: str, spread: tuple[float, float, float]) -> Element:
        return tile(name, duration(spread[0], units), words.median, f"{duration(spread[1], units)} {words.p95}")

    return section(".numbers", aria_labelledby="numbers-title")[
        h3("#numbers-title")[words.heading],
        dl[
            tile(words.cost, money(ranked.cost_a_day, workshop.words.facts), words.a_day),
            times(words.first, first),
            times(words.done, done) if done != first else None,
            tile(words.cut, share(ranked.spread.cut_share, words)) if asked.workload.timeout is not None else None,
            tile(words.late, share(ranked.spread.late_share, words)),
        ],
        p(".basis")[words.basis],
    ]


def share(part: float, words: NumberWords) -> str:
    """A share as it is read, such as "12 %"."""
    if part == 0:
        return words.none
    percent = f"{100 * part:.0f}\N{NO-BREAK SPACE}{words.percent}"
    return percent if part >= 0.005 else f"{words.under} 1\N{NO-BREAK SPACE}{words.percent}"


def _confirm(
    lesson: Lesson, workshop: Workshop, part: Practice, asked: Question, name: str, verdict: Verdict
) -> Element:
    """The way to the sentence of the guidance that applies, and to the race of this workload."""
    words, mode = workshop.words.practice.after, lesson.modes[name]
    place = asked.scenario.choices[name].guidance if asked.scenario else None
    where = place.part if place else "avoid" if verdict == "poor" else "use"
    text = _sentence(mode, place)
    race = {"scenario": at(part, workshop)} if asked.scenario else to_address(asked.workload)
    return section(".confirm", aria_labelledby="confirm-title")[
        h3("#confirm-title")[words.confirm],
        blockquote[p[text]] if text else None,
        ul[
            li[
                a(href=link_to(view="explore", mode=name, section=where), data_colour=mode.colour)[
                    sign(mode), " ", mode.name, " ", words.guidance
                ]
            ],
            li[a(href=link_to(view="race", **race))[words.race]],
        ],
    ]


def _sentence(mode: Mode, place: Guidance | None) -> str:
    """The words at a place in a mode's guidance."""
    if place is None:
        return ""
    match place.part:
        case "use" | "avoid" | "engineering" if place.point:
            of = {"use": mode.use_when, "avoid": mode.avoid_when, "engineering": mode.engineering.build}[place.part]
            return of[place.point - 1].text if place.point <= len(of) else ""
        case "latency":
            return mode.latency
        case "price":
            return mode.price.text
        case "engineering":
            return mode.engineering.text
    return ""


def _why(lesson: Lesson, workshop: Workshop, scenario: Scenario | None, advice: Advice) -> Element:
    """The reasoning: an author's, or for a new workload the model's."""
    words = workshop.words.practice.after
    if scenario is None:
        return section(".why", aria_labelledby="why-title")[
            h3("#why-title")[words.why],
            (p[sentence] for sentence in reasons(lesson.modes, workshop.model, advice, lesson.words.guide.units)),
        ]
    return section(".why", aria_labelledby="why-title")[
        h3("#why-title")[f"{words.why}: {scenario.because}"],
        p[scenario.why],
        p(".differs")[strong[words.differs], " ", scenario.differs] if scenario.differs else None,
    ]


def _all(lesson: Lesson, workshop: Workshop, asked: Question, advice: Advice, shown: str) -> Element:
    """All modes side by side; each opens what would come of it."""
    words, units = workshop.words.practice.numbers, lesson.words.guide.units
    columns = (words.mode, f"{words.cost} {words.a_day}", f"{words.done}, {lesson.words.guide.p95}", words.late)
    return div(".all")[
        table[
            caption[words.all],
            thead[tr[(th(scope="col")[name] for name in columns)]],
            tbody[
                (
                    tr(data_colour=lesson.modes[each.mode].colour, aria_current="true" if each.mode == shown else None)[
                        th(scope="row")[
                            button(
                                id=f"look-{each.mode}",
                                type="button",
                                **asks(LookAt(each.mode)),
                                aria_pressed=str(each.mode == shown).lower(),
                            )[sign(lesson.modes[each.mode]), " ", lesson.modes[each.mode].name],
                            " ",
                            verdict_sign(_judged(asked, advice, each.mode), workshop.words.practice.after.verdicts),
                        ],
                        td(".number")[money(each.cost_a_day, workshop.words.facts)],
                        td(".number")[duration(each.spread.done[1], units)],
                        td(".number")[share(each.spread.late_share, words)],
                    ]
                    for each in sorted(advice.ranked, key=lambda each: list(lesson.modes).index(each.mode))
                )
            ],
        ]
    ]


def _buttons(workshop: Workshop, part: Practice, asked: Question) -> Element:
    words = workshop.words.practice
    if not part.attempt.over:
        return div(".buttons")[
            button("#practice-again.main", type="button", **asks(TryAgain()))[words.after.again],
            button("#practice-show", type="button", **asks(ShowAnswer()))[words.asking.show],
        ]
    left = part.drawn or any(
        not settled(part.records.get(name, Record()), workshop.scenarios[name]) for name in order(part, workshop)
    )
    return div(".buttons")[
        button("#practice-next.main", type="button", **asks(Next()))[
            words.series.new if asked.scenario is None else words.after.next if left else words.after.to_result
        ]
    ]
