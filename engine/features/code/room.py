"""How the code for a mode takes part in Explore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.effects import Copy, Effects
from engine.feature import Room
from engine.features.code import presenter, view
from engine.features.code.state import ChooseVendor, Code, CopyCode, from_url, shown, to_url
from engine.features.explore.state import CODE

if TYPE_CHECKING:
    from htpy import Node

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Region
    from engine.state import State


def update(own: Code, event: object, page: State) -> tuple[Code, Effects]:
    """The state after an event, and the effects asked for."""
    match event:
        case ChooseVendor(vendor):
            return Code(vendor), ()
        case CopyCode() if page.mode in page.content.snippets.clients:
            return own, (Copy(text(own, page)),)
    return own, ()


def shown_on(page: State) -> bool:
    """Whether code is what Explore shows."""
    return "failure" not in page.waiting and bool(page.features["explore"].pane == CODE)


def text(own: Code, page: State) -> str:
    """The code that is shown."""
    snippets = page.content.snippets
    return "".join(f"{line.text}\n" for line in snippets.clients[page.mode][shown(own, snippets)].lines)


def regions(own: Code, page: State) -> dict[str, Region]:
    """The code of the chosen mode; that of another mode stays as it was, out of sight."""
    if page.view != "explore" or page.mode not in page.content.snippets.clients:
        return {}
    return {f"code-{page.mode}": (_code, (page.lesson, page.content, page.mode, own))}


def _code(lesson: Lesson, content: LazyContent, mode: str, own: Code) -> Node:
    return view.code(lesson, presenter.code(lesson, content, mode, own))


ROOM = Room(
    events=(ChooseVendor, CopyCode),
    regions=regions,
    init=lambda *_: Code(),
    update=update,
    to_url=lambda own, page: to_url(own, page.content.snippets) if shown_on(page) else {},
    from_url=lambda own, asked, page: from_url(own, asked, page.content.snippets),
)
