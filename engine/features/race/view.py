"""One workload in all modes on one clock: what the presenter worked out, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from htpy import (
    Element,
    Node,
    button,
    caption,
    dd,
    div,
    dl,
    dt,
    fragment,
    h2,
    i,
    label,
    output,
    p,
    section,
    span,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
)
from htpy import input as field
from markupsafe import Markup

from engine.events import asks
from engine.features.race.state import AnotherDay, ChooseScenario, Scrub, ToggleMany, TogglePlay
from engine.html import choice_of, sign, weight
from engine.timeline_view import at, bar, key

if TYPE_CHECKING:
    from engine.features.race.presenter import Numbers, RaceView, TrackView
    from engine.messages import Messages


def race(shown: RaceView) -> Element:
    """All of Race."""
    messages = shown.messages
    return section(".race")[
        h2(".unseen", tabindex="-1")[messages("race.heading")],
        _choice(shown),
        _controls(shown),
        div(class_="tracks many" if shown.many else "tracks", role="group", aria_label=messages("race.tracks"))[
            _clock(shown),
            _ticks(shown),
            (_track(each) for each in shown.tracks),
            div(".veil", aria_hidden="true")[shown.at < 1 and i(style=at(shown.at))],
            _limits(shown),
        ],
        key(messages, shown.many),
        p("#race-result", role="status", aria_live="off" if shown.playing else "polite")[shown.result],
        p(".basis")[messages("race.basis")],
        _unchanging(messages, shown.numbers),
    ]


@lru_cache(maxsize=8)
def _unchanging(messages: Messages, numbers: Numbers) -> Markup:
    """What no tick of the clock changes, rendered once."""
    return Markup(fragment[_numbers(messages, numbers), _facts(messages, numbers)])  # noqa: S704 - htpy has escaped it


def _choice(shown: RaceView) -> Element:
    messages = shown.messages
    return div(".choice")[
        label(for_="race-scenario")[messages("race.workload")],
        choice_of("race-scenario", shown.scenarios, shown.chosen, messages("race.own"), ChooseScenario),
        p(".situation")[shown.situation],
    ]


def _controls(shown: RaceView) -> Element:
    messages = shown.messages
    return div(".transport")[
        button("#race-play.play", type="button", **asks(TogglePlay()))[
            messages("race.pause" if shown.playing else "race.play")
        ],
        button("#race-another", type="button", **asks(AnotherDay()))[messages("race.another")],
        button("#race-many", type="button", **asks(ToggleMany()), aria_pressed=str(shown.many).lower())[shown.days],
        span(".day")[shown.day],
    ]


def _clock(shown: RaceView) -> Element:
    """What sets the clock; its thumb moves along the axis of the tracks below."""
    return div(".clock")[
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


def _ticks(shown: RaceView) -> Element:
    """The names of the axis, with a thin line below each."""
    return div(".ticks", aria_hidden="true")[
        (i(class_=tick.side, style=at(tick.place))[span[tick.text]] for tick in shown.ticks)
    ]


def _limits(shown: RaceView) -> Element:
    """The deadline and the tightest timer, as lines across all tracks."""
    return div(".limits")[
        (div(class_=f"limit {each.kind} {each.side}", style=at(each.place))[span[each.text]] for each in shown.limits)
    ]


def _track(track: TrackView) -> Element:
    mode = track.mode
    return div(".track", id=f"track-{track.id}", data_colour=mode.colour)[
        div(".who")[sign(mode), span[mode.name]],
        div(".news")[[span[each] for each in track.percentiles] or _news(track)],
        bar(track.bar),
        div(".price")[span(".number")[track.cost], weight(track.weight)],
    ]


def _news(track: TrackView) -> Node:
    """What has come of a mode by now."""
    return [span(".first")[track.first], span(class_=f"now {track.kind}")[track.standing], span(".late")[track.late]]


def _numbers(messages: Messages, numbers: Numbers) -> Element:
    """The numbers of the picture as a table: a column for each mode, and rows for one day, for all, and for either."""
    weights = [
        span(data_colour=mode.colour)[weight(each)] for mode, each in zip(numbers.modes, numbers.weights, strict=True)
    ]
    return div(".numbers", tabindex="0", role="region", aria_label=messages("race.table.caption"))[
        table[
            caption[messages("race.table.caption")],
            thead[
                tr[
                    th(scope="col")[messages("race.table.mode")],
                    (th(scope="col", data_colour=mode.colour)[sign(mode), " ", mode.name] for mode in numbers.modes),
                ]
            ],
            _rows(numbers.day, numbers.day_rows, len(weights)),
            _rows(numbers.days, numbers.days_rows, len(weights)),
            _rows("", ((numbers.cost_heading, numbers.costs), (numbers.weight_heading, weights)), len(weights)),
        ]
    ]


def _rows(name: str, rows: Iterable[tuple[str, Sequence[Node]]], modes: int) -> Element:
    """A group of rows, with a heading of its own where it has a name."""
    return tbody[
        name and tr[th(".over", scope="rowgroup", colspan=modes + 1)[name]],
        (tr[th(scope="row")[row], (td[value] for value in values)] for row, values in rows),
    ]


def _facts(messages: Messages, numbers: Numbers) -> Element:
    return div(".facts")[
        h2[messages("race.facts")],
        dl[(div[dt[name], dd[value]] for name, value in numbers.facts)],
    ]
