"""A mode at a glance, as HTML: the price large, a picture of how long it takes, and how much there is to build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, Node, a, div, p, section, span, strong

from engine.html import weight

if TYPE_CHECKING:
    from engine.features.explore.profile import Entry, LatencyBar, Profile
    from engine.sequence.spread import Tick


def profile(shown: tuple[Profile, ...]) -> Node:
    """Every mode at a glance; a style sheet shows the chosen one."""
    return (
        section(
            class_=f"profile slot-{slot}", data_mode=each.name, data_colour=each.mode.colour, aria_label=each.label
        )[(_entry(entry) for entry in each.entries)]
        for slot, each in enumerate(shown, 1)
    )


def _entry(entry: Entry) -> Element:
    kind = "priced" if entry.number else "spread" if entry.spread else "worded"
    return div(class_=f"entry {kind}")[
        a(".heading", href=entry.address)[entry.heading],
        strong(".large")[entry.number] if entry.number else None,
        weight(entry.weight) if entry.weight else None,
        span(".text")[entry.text] if entry.text else None,
        _axis(entry.spread) if entry.spread else None,
        p(".spread-text")[entry.spread.label] if entry.spread else None,
    ]


def _axis(shown: LatencyBar) -> Element:
    """A line from p50 to p95, and a thinner one to p99."""
    places = f"--p50: {shown.p50.at}%; --p95: {shown.p95.at}%; --p99: {shown.p99.at}%"
    return div(".axis", aria_hidden="true", style=places)[
        span(".tail"),
        span(".body"),
        span(".middle"),
        (_tick(each) for each in shown.ticks),
    ]


def _tick(shown: Tick) -> Element:
    return span(".tick", style=f"--at: {shown.at}%")[shown.text]
