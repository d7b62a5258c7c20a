"""One workload in all modes on one clock: what the presenter worked out, as HTML."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    button,
    div,
    fieldset,
    h2,
    i,
    label,
    legend,
    option,
    output,
    p,
    path,
    section,
    select,
    span,
    svg,
)
from htpy import input as field
from markupsafe import Markup

from engine.events import asks
from engine.features.race.events import (
    AnotherDay,
    Bet,
    ChooseScenario,
    Guess,
    MoveDeadline,
    MoveTimeout,
    NewBet,
    Scrub,
    ToggleMany,
    TogglePlay,
)
from engine.features.race.figures import FIGURES
from engine.features.race.numbers_view import facts, table_of
from engine.html import choice_of, sign, weight
from engine.timeline import Dots
from engine.timeline_view import at, bar, key, swarm

if TYPE_CHECKING:
    from engine.features.race.numbers import Numbers
    from engine.features.race.presenter import Handle, RaceView, TrackView
    from engine.messages import Messages

MOVES = {"deadline": MoveDeadline, "timeout": MoveTimeout}


def race(shown: RaceView) -> Element:
    """All of Race."""
    messages = shown.messages
    deadline, timeout = shown.handles
    return section(class_="race begun" if shown.begun else "race")[
        h2(".unseen", tabindex="-1")[messages("race.heading")],
        _choice(shown),
        _controls(shown) if shown.begun else _bet(shown),
        p("#race-result", role="status", aria_live="off" if shown.playing else "polite")[
            ((span(".said")[each], " ") for each in shown.answer), span(".unseen")[shown.standings]
        ],
        div(".tracks", role="group", aria_label=messages("race.tracks"))[
            _clock(shown),
            _ticks(shown),
            _handle(shown, deadline),
            div(".lanes")[(_track(messages, each) for each in shown.tracks)],
            _handle(shown, timeout),
            div(".veil", aria_hidden="true")[not shown.over and i(style=at(shown.at))],
            div(".limits", aria_hidden="true")[(_line(each) for each in shown.handles)],
        ],
        _key(shown),
        p(".basis")[messages("race.basis")],
        _unchanging(messages, shown.numbers, shown.facts),
    ]


@lru_cache(maxsize=8)
def _unchanging(messages: Messages, numbers: Numbers | None, known: tuple[tuple[str, str], ...]) -> Markup:
    """What no tick of the clock changes, rendered once."""
    found = [numbers and table_of(messages, numbers), facts(messages, known)]
    return Markup("".join(str(each) for each in found if each))  # noqa: S704 - htpy has escaped it


def _choice(shown: RaceView) -> Element:
    messages = shown.messages
    return div(".choice")[
        label(for_="race-scenario")[messages("race.workload")],
        choice_of("race-scenario", shown.scenarios, shown.chosen, messages("race.own"), ChooseScenario),
        p(".situation")[shown.situation],
        (p(".situation")[each] for each in shown.measured),
    ]


def _bet(shown: RaceView) -> Element:
    """What is said before the race: which mode, and by when; it may be left out."""
    messages = shown.messages
    return div(".bet")[
        fieldset(".stakes")[
            legend[messages("race.bet.question")],
            (
                label(data_colour=each.mode.colour)[
                    field(
                        type="radio",
                        name="race-bet",
                        value=each.name,
                        checked=each.chosen,
                        autocomplete="off",
                        **asks(Bet),
                    ),
                    sign(each.mode),
                    span[each.mode.name],
                ]
                for each in shown.stakes
            ),
        ],
        div(".go")[
            label(for_="race-guess")[messages("race.bet.within")],
            select("#race-guess", autocomplete="off", **asks(Guess))[
                (option(value=value, selected=value == shown.guess)[text] for value, text in shown.guesses)
            ],
            button("#race-play.primary", type="button", **asks(TogglePlay()))[messages("race.play")],
        ],
    ]


def _controls(shown: RaceView) -> Element:
    messages = shown.messages
    play = messages("race.pause" if shown.playing else "race.again" if shown.over else "race.play")
    leads = not shown.playing and not shown.over
    return div(".transport")[
        button("#race-play", type="button", class_="primary" if leads else None, **asks(TogglePlay()))[play],
        button("#race-another", type="button", **asks(AnotherDay()))[messages("race.another")],
        button("#race-many", type="button", **asks(ToggleMany()), aria_pressed=str(shown.many).lower())[shown.days],
        button("#race-new", type="button", **asks(NewBet()))[messages("race.new_bet")],
        span(".day")[shown.day],
    ]


def _clock(shown: RaceView) -> Element:
    """What sets the clock; its thumb moves along the axis of the tracks below."""
    return div(".dial.clock")[
        label(for_="race-clock")[shown.messages("race.clock")],
        output(for_="race-clock")[shown.now],
        field(
            "#race-clock",
            type="range",
            min="0",
            max=str(shown.steps),
            step="1",
            value=str(shown.step),
            autocomplete="off",
            **asks(Scrub),
            data_live="",
            aria_valuetext=shown.now,
            style=f"--at:{100 * shown.at:.1f}%",
        ),
    ]


def _handle(shown: RaceView, handle: Handle) -> Element:
    """What moves a line: its thumb is the line's end."""
    name = f"race-{handle.name}"
    return div(class_=f"dial handle {handle.name}")[
        label(for_=name)[handle.label],
        output(for_=name)[handle.text],
        field(
            id=name,
            type="range",
            min="0",
            max=str(shown.steps),
            step="1",
            value=str(handle.step),
            autocomplete="off",
            **asks(MOVES[handle.name]),
            data_live="",
            aria_valuetext=handle.text,
        ),
    ]


def _line(handle: Handle) -> Node:
    return handle.place is not None and i(class_=handle.name, style=at(handle.place))


def _ticks(shown: RaceView) -> Element:
    """The names of the axis, with a thin line below each."""
    return div(".ticks", aria_hidden="true")[
        (i(class_=tick.side, style=at(tick.place))[span[tick.text]] for tick in shown.ticks)
    ]


def _track(messages: Messages, track: TrackView) -> Element:
    mode = track.mode
    return div(class_="track best" if track.best else "track", id=f"track-{track.id}", data_colour=mode.colour)[
        svg(class_=f"client {track.figure}", viewBox="0 0 24 24", aria_hidden="true")[path(d=FIGURES[track.figure])],
        div(".who")[
            sign(mode),
            span(".name")[mode.name],
            track.bet and span(".tag")[messages("race.bet.yours")],
        ],
        div(class_=f"news {track.figure}{' late' * track.late}")[track.words],
        swarm(track.picture) if isinstance(track.picture, Dots) else bar(track.picture),
        div(".price")[span(".number")[track.cost], weight(track.weight), track.said and span(".tag")[track.said]],
    ]


def _key(shown: RaceView) -> Node:
    pictures = [each.picture for each in shown.tracks]
    if shown.many:
        return p(".key")[shown.messages("race.key.dots")]
    return key(shown.messages, (each for each in pictures if not isinstance(each, Dots)))
