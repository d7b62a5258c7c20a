"""A slider as HTML: a native range on a track whose zones have their modes' colours, signs and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, div, i, label, output, p, small, span
from htpy import input as entry

from engine.events import asks
from engine.html import sign

if TYPE_CHECKING:
    from engine.sliders.slider import Slider, Zone


def slider(shown: Slider, event: type, prefix: str) -> Element:
    """A slider whose every move asks for an event with the fact and the step; its id begins with a prefix."""
    name = f"{prefix}-{shown.fact}"
    return div(".slider", data_colour=shown.mode.colour if shown.mode else "grey")[
        div(".slider-head")[
            label(for_=name)[shown.name],
            output(for_=name)[shown.value],
            small[shown.first.text] if shown.first else None,
            span(".wins")[sign(shown.mode) if shown.mode else None, span[shown.best]] if shown.best else None,
        ],
        div(".track")[
            div(".zones", aria_hidden="true")[map(_zone, shown.zones)],
            i(".first", style=f"--place:{shown.first.place:.4f}", aria_hidden="true") if shown.first else None,
            entry(
                id=name,
                type="range",
                min="0",
                max=str(shown.last),
                step="1",
                value=str(shown.step),
                autocomplete="off",
                aria_valuetext=shown.spoken,
                aria_describedby=f"{name}-zones",
                data_live="",
                **asks(event, shown.fact),
            ),
        ],
        p(".summary", id=f"{name}-zones")[shown.summary],
    ]


def _zone(zone: Zone) -> Element:
    return span(
        ".zone",
        data_colour=zone.mode.colour if zone.mode else "grey",
        data_fits=None if zone.mode else "no",
        data_length=zone.length,
        style=f"--start:{zone.start:.4f};--size:{zone.size:.4f}",
    )[span[sign(zone.mode) if zone.mode else None, span[zone.name]]]
