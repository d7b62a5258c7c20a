"""How far a learner is: points by objective, every scenario, the result to take away, and the criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import (
    Element,
    a,
    button,
    div,
    h2,
    h3,
    li,
    meter,
    ol,
    p,
    section,
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
from engine.features.practice.hunch_view import hunch_lines
from engine.features.practice.progress import Confirmation
from engine.features.practice.series_view import dots
from engine.features.practice.signs import OUTCOME_SIGNS, control_button

if TYPE_CHECKING:
    from engine.features.practice.calibration import Calibration
    from engine.features.practice.progress import (
        CriterionProgress,
        ObjectiveLine,
        Progress,
        ScenarioLine,
        SecondLook,
        TakeAway,
    )


def progress(shown: Progress) -> Element:
    """All of it."""
    return div("#practice-progress.practice-progress", tabindex="-1", data_focus=shown.focus)[
        section(".sum", aria_labelledby="progress-title")[
            h2("#progress-title")[shown.heading],
            (p(".line")[line] for line in shown.summary),
            h3[shown.by_objective],
            ul(".objectives")[map(_objective, shown.objectives)],
        ],
        div(".progress-beside")[
            _criterion(shown.criterion) if shown.criterion else None,
            _second_look(shown.again) if shown.again else None,
            _calibration(shown.calibration),
            hunch_lines(shown.hunches) if shown.hunches else None,
            _take_away(shown.take_away) if shown.take_away else None,
        ],
        section(".list", aria_labelledby="list-title")[
            h3("#list-title")[shown.list_heading],
            div(".buttons")[map(control_button, shown.controls)],
            ol[map(_scenario, shown.scenarios)],
        ],
    ]


def _objective(line: ObjectiveLine) -> Element:
    return li(data_colour=line.colour)[
        span(".name", id=f"objective-{line.id}")[line.name],
        meter(value=str(line.points), max=str(line.possible), aria_labelledby=f"objective-{line.id}"),
        span(".number")[line.text],
    ]


def _criterion(shown: CriterionProgress) -> Element:
    return section(".criterion", aria_labelledby="criterion-title")[
        h3("#criterion-title")[shown.heading],
        p[shown.text],
        dots(shown.dots) if shown.dots else None,
        p(".line")[shown.line] if shown.line else None,
        div(".buttons")[map(control_button, shown.controls)],
        p(".basis")[shown.basis] if shown.basis else None,
    ]


def _calibration(shown: Calibration) -> Element:
    return section(".calibration", aria_labelledby="calibration-title")[
        h3("#calibration-title")[shown.heading],
        p[shown.lead],
        table[
            thead[tr[(th(scope="col")[name] for name in shown.columns)]],
            tbody[(tr[th(scope="row")[name], td[str(right)], td[str(wrong)]] for name, right, wrong in shown.rows)],
        ]
        if shown.rows
        else None,
    ]


def _second_look(shown: SecondLook) -> Element:
    return section(".again", aria_labelledby="again-title")[
        h3("#again-title")[shown.heading], p[shown.lead], ul[(li[control_button(each)] for each in shown.controls)]
    ]


def _scenario(line: ScenarioLine) -> Element:
    state = line.state
    return li[
        button(id=line.control.id, type="button", **asks(line.control.event))[
            span(class_=f"glyph {state or 'open'}", aria_hidden="true")[OUTCOME_SIGNS[state] if state else ""],
            span(".title")[line.control.text],
            span(".state")[line.state_name],
            span(".number")[line.points],
        ]
    ]


def _take_away(shown: TakeAway) -> Element:
    restart = shown.restart
    return section(".take-away", aria_labelledby="take-title")[
        h3("#take-title")[shown.heading],
        div(".buttons")[control_button(shown.copy), a("#practice-link", href=shown.link.address)[shown.link.text]],
        _confirmation(restart) if isinstance(restart, Confirmation) else control_button(restart) if restart else None,
    ]


def _confirmation(shown: Confirmation) -> Element:
    return div(".sure")[
        p(tabindex="-1", data_focus="sure")[strong[shown.text]], div(".buttons")[map(control_button, shown.controls)]
    ]
