"""What the result leads on to: back to the questions, to a stop of the path that is open, or, past all, to what one may
do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.controls import Control, Link
from engine.features.practice.events import NewSeries
from engine.features.practice.path import path_done
from engine.features.practice.state import is_settled
from engine.html import link_to
from engine.path import on_the_path

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice
    from engine.messages import Messages
    from engine.path import PathStop

OWN_VIEW = "workload"
"""The view for a workload of one's own."""


@dataclass(frozen=True)
class Ending:
    """What one has done, and what one may do next."""

    heading: str
    """"" where a stop of the path is open."""
    text: str
    controls: tuple[Control | Link, ...]


def present_ending(
    lesson: Lesson, own: Practice, material: Material, open_stops: tuple[PathStop, ...], messages: Messages
) -> Ending | None:
    """What the result leads on to; None while questions are open, and where answers came with a link."""
    if own.own is not None or not path_done(own, material):
        return None
    following = to_open_stop(lesson, open_stops)
    if following:
        return Ending("", "", (following,))
    done = sum(is_settled(own, name, material) for name in material.scenarios)
    key, count = "stored" if own.can_store else "not_stored", len(on_the_path(lesson))
    found: list[Control | Link] = []
    if material.subject.has_series:
        found.append(Control("ending-series", messages("practice.series.new"), NewSeries(), primary=True))
    if OWN_VIEW in lesson.features:
        found.append(Link(messages("practice.ending.own"), link_to(view=OWN_VIEW)))
    return Ending(
        messages("practice.ending.heading"),
        messages(f"practice.ending.kept.{key}", stops=count, count=done),
        tuple(found),
    )


def to_open_stop(lesson: Lesson, open_stops: tuple[PathStop, ...]) -> Link | None:
    """The link to the first of the open stops other than the questions; None where there is none."""
    stop = next((each for each in open_stops if not each.is_current), None)
    if stop is None:
        return None
    return Link(
        lesson.messages("path.onward", number=stop.number, name=stop.name), link_to(view=stop.view), primary=True
    )
