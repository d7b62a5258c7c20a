"""What came of an answer: its verdict, the model's numbers, the guidance to confirm it by, and what would flip it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    a,
    blockquote,
    button,
    caption,
    dd,
    details,
    div,
    dl,
    dt,
    h3,
    h4,
    li,
    p,
    section,
    small,
    span,
    strong,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from engine.events import asks
from engine.features.practice.argument_view import argued, reasons
from engine.features.practice.flip_view import flips
from engine.features.practice.signs import FACT_SIGNS, control_or_link, verdict_sign
from engine.html import sign

if TYPE_CHECKING:
    from engine.features.practice.earned import Earned
    from engine.features.practice.feedback import Confirm, Feedback, ModeRow, ModeTable, Numbers, Why


def feedback(shown: Feedback, everything: Element | None) -> Node:
    """All of it: the verdict and what differs first; the reasoning, the numbers and `everything` known are folded."""
    judged = shown.judged
    return [
        reasons(shown.reasons) if shown.reasons else None,
        section(
            "#feedback.feedback",
            tabindex="-1",
            data_focus=shown.focus,
            aria_labelledby="feedback-title",
            data_colour=judged.mode.colour,
            data_verdict=judged.verdict,
        )[
            h3("#feedback-title")[
                sign(judged.mode), span[shown.name], " ", verdict_sign(judged.verdict, judged.verdict_name)
            ],
            (p(".differs")[sentence] for sentence in shown.differences),
            _earned(shown.earned) if shown.earned else None,
            h4[shown.happens] if shown.happens else None,
            p[shown.told] if shown.told else None,
            p(".reading")[strong[shown.reading[0]], " ", shown.reading[1]] if shown.reading else None,
        ],
        _numbers(shown.numbers) if shown.numbers and not shown.modes else None,
        _why(shown.why, shown.confirm.quote) if shown.why else None,
        argued(shown.argued) if shown.argued else _confirm(shown.confirm, quoted=not shown.why),
        flips(shown.flips) if shown.flips else None,
        _all_numbers(shown.modes, shown.numbers) if shown.modes else None,
        everything,
        div(".buttons")[map(control_or_link, shown.controls)],
    ]


def _earned(earned: Earned) -> Element:
    return div(".earned")[
        p[
            earned.calibrated or None,
            " ",
            earned.marks or None,
            " ",
            strong[earned.points] if earned.points else earned.no_points or None,
        ],
        p[earned.predicted] if earned.predicted else None,
        p[earned.first_marks] if earned.first_marks else None,
        ul[
            (
                li(class_=fact.state)[
                    span(".glyph", aria_hidden="true")[FACT_SIGNS[fact.state]],
                    fact.name,
                    ": ",
                    strong[fact.value],
                    " · ",
                    span(".judged")[fact.judged],
                ]
                for fact in earned.facts
            )
        ],
        p(".still")[earned.still] if earned.still else None,
    ]


def _numbers(numbers: Numbers) -> Element:
    return section(".numbers", aria_labelledby="numbers-title")[
        h3("#numbers-title")[numbers.heading],
        dl[
            (
                div[
                    dt[figure.name],
                    dd[
                        strong[figure.value],
                        span(".difference")[figure.difference] if figure.difference else None,
                        small[figure.other] if figure.other else None,
                    ],
                ]
                for figure in numbers.figures
            )
        ],
        p(".basis")[numbers.basis],
    ]


def _all_numbers(modes: ModeTable, numbers: Numbers | None) -> Element:
    """All modes side by side; each opens what would come of it. Below, the numbers of the one that is looked at."""
    return details("#practice-numbers.all")[
        summary[modes.caption],
        table[
            caption(".unseen")[modes.caption],
            thead[tr[(th(scope="col")[name] for name in modes.columns)]] if len(modes.columns) > 1 else None,
            tbody[map(_mode, modes.rows)],
        ],
        _numbers(numbers) if numbers else None,
    ]


def _mode(row: ModeRow) -> Element:
    judged, control = row.judged, row.control
    return tr(data_colour=judged.mode.colour, aria_current="true" if row.current else None)[
        th(scope="row")[
            button(id=control.id, type="button", **asks(control.event), aria_pressed=str(row.current).lower())[
                sign(judged.mode), " ", control.text
            ],
            " ",
            verdict_sign(judged.verdict, judged.verdict_name),
        ],
        (td(".number")[cell] for cell in row.cells),
    ]


def _why(why: Why, quote: str) -> Element:
    """The reason in a few words; the whole of the reasoning, and the guidance it rests on, are folded."""
    whole: Node = [
        [p[sentence] for sentence in why.sentences],
        blockquote[p[quote]] if quote else None,
        p(".otherwise")[strong[why.differs[0]], " ", why.differs[1]] if why.differs else None,
        p(".sure")[(span[each, " "] for each in why.sure)] if why.sure else None,
    ]
    return section(".why", aria_labelledby="why-title")[
        h3("#why-title")[why.heading], details("#practice-why")[summary[why.more], whole] if why.more else whole
    ]


def _confirm(confirm: Confirm, quoted: bool) -> Element:
    return section(".confirm", aria_labelledby="confirm-title")[
        h3("#confirm-title")[confirm.heading],
        blockquote[p[confirm.quote]] if confirm.quote and quoted else None,
        ul[
            li[
                a(href=confirm.guidance.address, data_colour=confirm.mode.colour)[
                    sign(confirm.mode), " ", confirm.guidance.text
                ]
            ],
            li[a(href=confirm.race.address)[confirm.race.text]] if confirm.race else None,
        ],
    ]
