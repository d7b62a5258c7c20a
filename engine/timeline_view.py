"""A bar on an axis of time as HTML, and the key to its signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, div, i, li, path, span, svg, ul

if TYPE_CHECKING:
    from engine.messages import Messages
    from engine.timeline import Bar, Tail


def bar(shown: Bar) -> Element:
    """One day (what the client does, and marks of what comes) or all days, and below it a thin line for all days."""
    if shown.histogram:
        return div(".time-bar.many", aria_hidden="true")[_histogram(shown.histogram), _tail(shown.tail)]
    marks: list[Node] = [
        *(i(class_=f"span {each.client}", style=over(each.start, each.size)) for each in shown.segments),
        *(i(class_=f"mark {each.kind}", style=at(each.place)) for each in shown.marks),
    ]
    return div(".time-bar", aria_hidden="true")[marks, _tail(shown.tail)]


def key(messages: Messages, many: bool = False) -> Element:
    """The signs of the picture, of one day or of many, and what they stand for."""
    signs = (
        [("bins", messages("race.key.histogram"))]
        if many
        else [
            ("span blocked", messages("race.client.blocked")),
            ("span connected", messages("race.client.connected")),
            ("span free", messages("race.client.free")),
            ("mark first", messages("race.key.first")),
            ("mark done", messages("race.key.done")),
        ]
    )
    signs.append(("line", messages("race.key.tail")))
    return ul(".key", aria_label=messages("race.key.name"))[
        (li[span(".swatch", aria_hidden="true")[i(class_=kind)], name] for kind, name in signs)
    ]


def at(place: float) -> str:
    """The style of what stands at a place."""
    return f"inset-inline-start:{100 * place:.2f}%"


def over(start: float, size: float) -> str:
    """The style of what begins at a place and has a size."""
    return f"{at(start)};inline-size:{100 * size:.2f}%"


def _histogram(heights: tuple[float, ...]) -> Element:
    outline = "".join(f"V{100 - 100 * height:.4g}h1" for height in heights)
    return svg(viewBox=f"0 0 {len(heights)} 100", preserveAspectRatio="none")[path(d=f"M0 100{outline}V100z")]


def _tail(tail: Tail) -> Element:
    """A thin line from the median over the 95th to the 99th percentile."""
    return i(".tail")[
        i(".most", style=over(tail.median, tail.p95 - tail.median)),
        i(".rest", style=over(tail.p95, tail.p99 - tail.p95)),
        i(".tick.median", style=at(tail.median)),
        i(".tick.p95", style=at(tail.p95)),
        i(".tick.p99", style=at(tail.p99)),
    ]
