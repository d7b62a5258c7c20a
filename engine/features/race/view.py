"""One workload in all modes on one clock."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from htpy import Element, Node, button, dd, div, dl, dt, fragment, h2, i, label, output, p, section, span
from htpy import input as field
from markupsafe import Markup

from engine.events import asks
from engine.features.race.presenter import Raced
from engine.features.race.result import numbers, result
from engine.features.race.state import (
    STEPS,
    AnotherDay,
    ChooseScenario,
    Race,
    Scrub,
    ToggleMany,
    TogglePlay,
    scenario_of,
)
from engine.features.race.track import (
    day,
    days,
    key,
    shows_first,
    side,
)
from engine.features.workload.presets import presets
from engine.html import sign, weight
from engine.sections import shown_weight
from engine.sequence.narrate import exact_duration
from simulator.fact_texts import facts
from simulator.outcomes import watched

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop


def race(lesson: Lesson, workshop: Workshop, part: Race) -> Element:
    """All of Race."""
    raced = Raced(lesson, workshop, part)
    return section(".race")[
        h2(".unseen", tabindex="-1")[raced.words.heading],
        _choice(workshop, part),
        _controls(raced),
        div(class_="lanes many" if part.many else "lanes", role="group", aria_label=raced.words.lanes)[
            _clock(raced),
            _ticks(raced),
            (_lane(raced, mode) for mode in raced.lanes),
            div(".veil", aria_hidden="true")[part.at < 1 and i(style=f"inset-inline-start:{100 * part.at:.2f}%")],
            _limits(raced),
        ],
        key(raced.words, part.many),
        p("#race-result", role="status", aria_live="off" if part.playing else "polite")[result(raced)],
        p(".basis")[raced.words.basis],
        _at_rest(lesson, workshop, replace(part, at=1.0, playing=False)),
    ]


@lru_cache(maxsize=8)
def _at_rest(lesson: Lesson, workshop: Workshop, part: Race) -> Markup:
    """What no tick of the clock changes, rendered once."""
    raced = Raced(lesson, workshop, part)
    return Markup(fragment[numbers(raced), _facts(raced)])  # noqa: S704 - htpy has escaped it


def _choice(workshop: Workshop, part: Race) -> Element:
    words, chosen = workshop.words.race, scenario_of(part, workshop)
    return div(".choice")[
        label(for_="race-scenario")[words.workload],
        presets(workshop, "race-scenario", chosen, words.yours, ChooseScenario),
        p(".situation")[chosen and workshop.scenarios[chosen].situation],
    ]


def _controls(raced: Raced) -> Element:
    words, part = raced.words, raced.part
    return div(".transport")[
        button("#race-play.play", type="button", **asks(TogglePlay()))[words.pause if part.playing else words.play],
        button("#race-another", type="button", **asks(AnotherDay()))[words.another],
        button("#race-many", type="button", **asks(ToggleMany()), aria_pressed=str(part.many).lower())[raced.many_days],
        span(".day")[not part.many and f"{words.day} {part.seed}"],
    ]


def _clock(raced: Raced) -> Element:
    """What sets the clock; its thumb moves along the axis of the lanes below."""
    now = exact_duration(raced.now, raced.units)
    return div(".clock")[
        label(for_="race-clock")[raced.words.clock],
        output(for_="race-clock")[now],
        field(
            "#race-clock",
            type="range",
            min="0",
            max=str(STEPS),
            step="1",
            value=str(round(raced.part.at * STEPS)),
            autocomplete="off",
            **asks(Scrub),
            data_live="",
            aria_valuetext=now,
            style=f"--at:{100 * raced.part.at:.1f}%",
        ),
    ]


def _ticks(raced: Raced) -> Element:
    """The names of the axis, with a thin line below each."""
    axis = raced.axis
    return div(".ticks", aria_hidden="true")[
        (
            i(class_=side(axis, tick), style=f"inset-inline-start:{100 * axis.place(tick):.2f}%")[
                span[exact_duration(tick, raced.units)]
            ]
            for tick in axis.ticks
        )
    ]


def _limits(raced: Raced) -> Element:
    """The deadline and the tightest timer, as lines across all lanes."""
    words, workload = raced.words, raced.workload
    limits = [("deadline", words.deadline_first if watched(workload) else words.deadline, workload.deadline)]
    if workload.timeout is not None:
        limits.append(("timeout", words.timeout, workload.timeout))

    def limit(kind: str, name: str, seconds: float) -> Element:
        place = raced.axis.place(seconds)
        side = "before" if place > 0.5 else "behind"
        return div(class_=f"limit {kind} {side}", style=f"inset-inline-start:{100 * place:.2f}%")[
            span[f"{name} {exact_duration(seconds, raced.units)}"]
        ]

    return div(".limits")[(limit(*each) for each in limits)]


def _lane(raced: Raced, name: str) -> Element:
    mode, lane, spread, many = raced.lesson.modes[name], raced.lanes[name], raced.spreads[name], raced.part.many
    return div(".lane", id=f"lane-{name}", data_colour=mode.colour)[
        div(".who")[sign(mode), span[mode.name]],
        div(".news")[_usual(raced, name) if many else _news(raced, name)],
        days(spread, raced.axis) if many else day(lane, spread, raced.axis),
        div(".price")[
            span(".number")[raced.cost(name)],
            weight(shown_weight(raced.lesson, mode)),
        ],
    ]


def _news(raced: Raced, name: str) -> Node:
    """What has come of a mode by now."""
    words, lane, stand = raced.words, raced.lanes[name], raced.stand(name)
    return [
        span(".first")[shows_first(lane) and raced.reached(lane.first) and f"{words.first} {raced.time(lane.first)}"],
        span(class_=f"now {stand.kind}")[raced.standing(stand)],
        span(".late")[stand.late and words.late],
    ]


def _usual(raced: Raced, name: str) -> Node:
    """How a mode does on all days."""
    return [span[each] for each in raced.usual(name)]


def _facts(raced: Raced) -> Element:
    return div(".facts")[
        h2[raced.words.facts],
        dl[
            (
                div[dt[name], dd[value]]
                for _, name, value in facts(raced.workload, raced.workshop.words.facts, raced.units)
            )
        ],
    ]
