"""The scenarios to choose a workload from, as the views that begin with one of them offer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htpy import Element, option, select

from engine.events import asks

if TYPE_CHECKING:
    from engine.content.practice_content import Workshop


def presets(workshop: Workshop, name: str, chosen: str | None, own: str, event: type) -> Element:
    """A list of which one is chosen; while none is, it says `own`."""
    return select(id=name, **asks(event), autocomplete="off")[
        None if chosen else option(value="", selected=True)[own],
        (option(value=each, selected=each == chosen)[scenario.title] for each, scenario in workshop.scenarios.items()),
    ]
