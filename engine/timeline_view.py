"""A bar on an axis of time as HTML, and the key to its signs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from htpy import Element, Node, div, i, li, path, span, svg, ul

if TYPE_CHECKING:
    from engine.messages import Messages
    from engine.timeline import Bar, Dots, Look, Tail


def bar(shown: Bar) -> Element:
    """One day: the states of the client, marks of what comes, and where it has one a thin line for all days."""
    marks: list[Node] = [
        *(state(each.look, over(each.start, each.size)) for each in shown.segments),
        *(i(class_=f"mark {each.kind}", style=at(each.place)) for each in shown.marks),
    ]
    return div(".time-bar", aria_hidden="true")[marks, _tail(shown.tail) if shown.tail else None]


def state(look: Look, style: str = "") -> Element:
    """A piece of a bar in which a participant is in a state."""
    return i(".span", data_fill=look.fill, data_colour=look.colour, style=style or None)


def swarm(dots: Dots) -> Element:
    """All days, a dot for each: a line without length and with round ends."""
    return div(".time-bar.many", aria_hidden="true")[
        svg(viewBox="0 0 1000 100", preserveAspectRatio="none")[
            path(".kept", d=_points(dots.kept)), path(".missed", d=_points(dots.missed))
        ]
    ]


def key(messages: Messages, bars: Iterable[Bar]) -> Element:
    """The signs of the picture of one day, and what they stand for: the states that occur, then the marks."""
    shown = list(bars)
    looks = dict.fromkeys(each.look for one in shown for each in one.segments)
    kinds = {mark.kind for one in shown for mark in one.marks}
    signs: list[tuple[Node, str]] = [(state(each), each.name) for each in looks]
    signs += [
        (i(class_=f"mark {kind}"), text)
        for kind, text in (
            ("first", messages("race.key.first")),
            ("done", messages("race.key.done")),
            ("lost", messages("race.key.lost")),
        )
        if kind in kinds
    ]
    if any(one.tail for one in shown):
        signs.append((i(".line"), messages("race.key.tail")))
    return ul(".key", aria_label=messages("race.key.name"))[
        (li[span(".swatch", aria_hidden="true")[sign], name] for sign, name in signs)
    ]


def at(place: float) -> str:
    """The style of what stands at a place."""
    return f"inset-inline-start:{100 * place:.2f}%"


def over(start: float, size: float) -> str:
    """The style of what begins at a place and has a size."""
    return f"{at(start)};inline-size:{100 * size:.2f}%"


def _points(dots: Iterable[tuple[float, float]]) -> str:
    return "".join(f"M{1000 * place:.0f} {100 * height:.0f}h0" for place, height in dots)


def _tail(tail: Tail) -> Element:
    """A thin line from the median over the 95th to the 99th percentile."""
    return i(".tail")[
        i(".most", style=over(tail.median, tail.p95 - tail.median)),
        i(".rest", style=over(tail.p95, tail.p99 - tail.p95)),
        i(".tick.median", style=at(tail.median)),
        i(".tick.p95", style=at(tail.p95)),
        i(".tick.p99", style=at(tail.p99)),
    ]
