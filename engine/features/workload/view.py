"""Your workload as HTML: which mode fits and what would flip it, beside that the fields, and how each mode would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, button, div, h2, h3, i, label, li, ol, option, p, section, select, span, ul

from engine.events import asks
from engine.features.workload.fields_view import fold, group
from engine.features.workload.form import (
    CopyLink,
    CopyRecord,
    LoadPreset,
    SaveRanking,
    SaveRecord,
    SaySure,
    Slide,
    Undo,
)
from engine.features.workload.measuring_view import measuring
from engine.features.workload.prices_view import model_choice
from engine.html import choice_of, link_to, sign
from engine.sliders.view import slider
from engine.timeline_view import at, bar, key

if TYPE_CHECKING:
    from engine.features.workload.exactness import ExactnessView
    from engine.features.workload.presenter import Answer, RankedView, WorkloadView


def workload(shown: WorkloadView) -> Element:
    """The answer with its sliders, the fields, and the ranking."""
    messages = shown.messages
    return section(".workload", aria_labelledby="workload-heading")[
        h2("#workload-heading.unseen")[messages("workload.heading")],
        div(".answer")[
            _preset(shown),
            _verdict(shown.answer),
            _sure(shown.answer),
            section(".levers", aria_labelledby="workload-sliders")[
                div(".levers-head")[h3("#workload-sliders")[messages("workload.sliders")], _now(shown)],
                _sliders(shown) or p(".looking")[messages("workload.looking")],
            ],
        ],
        div(".inputs", role="group", aria_labelledby="workload-fields")[
            h3("#workload-fields")[messages("workload.fields")],
            _exactness(shown.exactness),
            (group(each.name, each.fields, model_choice(each.prices)) for each in shown.groups if not each.given),
            (fold(each.name, each.given, each.fields) for each in shown.groups if each.given),
            measuring(shown.measuring),
        ],
        div(".outlook")[_ranking(shown), _flips(shown), _actions(shown)],
    ]


def _now(shown: WorkloadView) -> Element:
    """Which mode is best, once more, for the eye: it stays with the sliders where the answer has been scrolled away."""
    best = shown.answer.best if shown.answer.feasible else None
    return p(".now", aria_hidden="true", data_colour=best.colour if best else "grey")[
        shown.messages("workload.now"),
        " ",
        sign(best) if best else None,
        span[best.name if best else shown.messages("sliders.no_mode")],
    ]


def _sliders(shown: WorkloadView) -> list[Element]:
    return [slider(each, Slide, "slide") for each in shown.sliders]


def _preset(shown: WorkloadView) -> Element:
    messages = shown.messages
    return div(".preset")[
        label(for_="workload-preset")[messages("workload.preset")],
        choice_of("workload-preset", shown.scenarios, shown.chosen, messages("workload.own"), LoadPreset),
        button(type="button", aria_disabled=None if shown.can_undo else "true", **asks(Undo()))[
            messages("workload.undo")
        ],
    ]


def _verdict(answer: Answer) -> Element:
    return div(".verdict", data_colour=answer.best.colour if answer.feasible else "grey")[
        p(".best-mode", role="status")[sign(answer.best) if answer.feasible else None, span[answer.verdict]],
        ul(".reasons")[(li[reason] for reason in answer.reasons)],
    ]


def _sure(answer: Answer) -> Element:
    return p(class_="sure looking" if answer.looking else "sure", role="status")[
        (span[each, " "] for each in answer.sure)
    ]


def _exactness(shown: ExactnessView) -> Element:
    name = "workload-exactness"
    return div(".exactness")[
        label(for_=name)[shown.label],
        select(id=name, autocomplete="off", aria_describedby=f"{name}-note", **asks(SaySure))[
            (option(value=each.value, selected=each.chosen)[each.text] for each in shown.options)
        ],
        p(".note", id=f"{name}-note")[shown.note],
    ]


def _flips(shown: WorkloadView) -> Element:
    messages = shown.messages
    return section(".flip-list", aria_labelledby="workload-flips")[
        h3("#workload-flips")[messages("workload.flips")],
        ul[(li(data_colour=mode.colour)[sign(mode), span[sentence]] for mode, sentence in shown.flips)]
        if shown.flips
        else p[messages("workload.looking" if shown.flips is None else "workload.no_flips")],
    ]


def _ranking(shown: WorkloadView) -> Element:
    messages, ranking = shown.messages, shown.ranking
    return section(aria_labelledby="workload-ranking")[
        h3("#workload-ranking")[messages("workload.ranking")],
        p(".deadline-key")[i(".deadline-line", aria_hidden="true"), ranking.deadline],
        key(messages, (each.bar for each in ranking.modes)),
        div(".scale", aria_hidden="true")[
            (span(class_=tick.side, style=at(tick.place))[tick.text] for tick in ranking.ticks)
        ],
        ol(".ranking")[(_ranked(each, ranking.deadline_place) for each in ranking.modes)],
    ]


def _ranked(each: RankedView, deadline: float) -> Element:
    """One mode: its verdict, what it costs, its race on the day in the middle, and what speaks against it."""
    return li(data_colour=each.mode.colour)[
        div(".head")[
            a(".name", href=link_to(view="explore", mode=each.id))[sign(each.mode), span[each.mode.name]],
            span(".grade", data_verdict=each.verdict)[each.grade, " ", span(".share")[each.share]],
            span(".price")[each.cost],
        ],
        div(".timeline")[bar(each.bar), i(".deadline-line", style=at(deadline))],
        p(".times")[each.times],
        (p(".window")[sentence] for sentence in each.windows),
        (p(".against")[sentence] for sentence in each.against),
    ]


def _actions(shown: WorkloadView) -> Node:
    messages = shown.messages
    return div(".actions")[
        a(class_="button primary" if shown.race_leads else "button", href=shown.race)[messages("workload.race")],
        button(type="button", **asks(CopyRecord()))[messages("workload.copy_text")],
        button(type="button", **asks(SaveRecord()))[messages("workload.save_text")],
        button(type="button", **asks(SaveRanking()))[messages("workload.save_table")],
        button(type="button", **asks(CopyLink()))[messages("workload.copy_link")],
    ]
