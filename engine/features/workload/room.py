"""How Your workload takes part in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.effects import Copy, Effects
from engine.feature import Room
from engine.features.workload import form
from engine.features.workload.form import CopyLink, CopyRecord, LoadPreset, SetFact, WorkloadForm
from engine.features.workload.presenter import present
from engine.features.workload.record import record
from engine.features.workload.view import workload as view
from engine.html import link_to
from simulator.address import to_address
from simulator.flips import flips_query
from simulator.lesson import model_of

if TYPE_CHECKING:
    from htpy import Element

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Region
    from engine.state import State
    from simulator.flips import KnownFlips


def show(lesson: Lesson, content: LazyContent, own: WorkloadForm, known: KnownFlips) -> Element:
    """Your workload as HTML."""
    return view(present(lesson, content, own, known))


def update(own: WorkloadForm, event: object, page: State) -> tuple[WorkloadForm, Effects]:
    """The form after an event, and the effects asked for."""
    match event:
        case CopyRecord():
            return own, (Copy(record(page.lesson, page.content, own, page.answers, link(own, page))),)
        case CopyLink():
            return own, (Copy(link(own, page)),)
    return form.update(own, event, page.content), ()


def link(own: WorkloadForm, page: State) -> str:
    """The address of the page that leads back to this workload."""
    return page.location + link_to(view="workload", **to_address(own.workload))


def regions(own: WorkloadForm, page: State) -> dict[str, Region]:
    """The form and the advice."""
    return {"workload": (show, (page.lesson, page.content, own, page.answers))} if page.view == "workload" else {}


ROOM = Room(
    events=(LoadPreset, SetFact, CopyRecord, CopyLink),
    regions=regions,
    init=lambda page, _: form.init(page.content),
    update=update,
    to_url=lambda own, page: form.to_url(own, page.content),
    from_url=lambda own, asked, page: form.from_url(own, asked, page.content),
    query=lambda own, page: flips_query(page.lesson.modes, model_of(page.content), own.workload),
)
