"""Small pieces that several views share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from htpy import Element, Node, a, i, li, option, select, small, span, ul

from engine.events import asks

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode, Point
    from engine.sections import Weight


def region_id(name: str) -> str:
    """The id of the element that a region fills."""
    return f"region-{name}"


def sign(mode: Mode) -> Element:
    """A mode's second sign beside its colour: a shape."""
    return i(".sign", data_shape=mode.shape, aria_hidden="true")


def cited(lesson: Lesson, names: tuple[str, ...]) -> Node:
    """Who published what a claim rests on, each a link to it; nothing for a claim that needs no source.

    Where a publisher stands twice, what it published tells the links apart.
    """
    if not names:
        return None
    messages, sources = lesson.messages, [lesson.sources[name] for name in names]
    publishers = [source.publisher for source in sources]
    links = [
        a(href=source.address, title=source.title)[
            messages("guide.publication", publisher=source.publisher, title=source.title)
            if publishers.count(source.publisher) > 1
            else source.publisher
        ]
        for source in sources
    ]
    return [" ", small(".cite")[messages.nodes("guide.cited", sources=messages.listed_nodes("list", links))]]


def points(lesson: Lesson, entries: tuple[Point, ...], kind: str) -> Element:
    """A list of points with their sources."""
    return ul(class_=f"points {kind}")[(li[point.text, cited(lesson, point.sources)] for point in entries)]


def link_to(**parts: str) -> str:
    """An address inside the page.

    >>> link_to(view="explore", mode="batch", step="upload")
    '#view=explore&mode=batch&step=upload'
    """
    return "#" + urlencode(parts)


def choice_of(
    name: str, options: Iterable[tuple[str, str]], chosen: str | None, otherwise: str, event: type
) -> Element:
    """A list of (value, text) to choose from; while none is chosen, it says `otherwise`."""
    return select(id=name, **asks(event), autocomplete="off")[
        None if chosen else option(value="", selected=True)[otherwise],
        (option(value=value, selected=value == chosen)[text] for value, text in options),
    ]


def weight(shown: Weight) -> Element:
    """A weight as dots, with its number for those who do not see them."""
    return span(".weight", role="img", aria_label=shown.label)[
        (span(class_=f"dot {'on' if number <= shown.value else 'off'}") for number in range(1, shown.heaviest + 1))
    ]
