"""How Your workload takes part in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.effects import Copy, Download, Effects, Today, Visit
from engine.feature import Room
from engine.features.workload import address, form
from engine.features.workload.form import (
    ChooseModel,
    CopyLink,
    CopyRecord,
    LoadPreset,
    Mean,
    SaveRanking,
    SaveRecord,
    SaySure,
    SetFact,
    Slide,
    Undo,
    WorkloadForm,
)
from engine.features.workload.levers import query, remembering
from engine.features.workload.measuring import ChooseMeaning, ReadSeconds, RemoveMeasured, UseMeasured
from engine.features.workload.presenter import present
from engine.features.workload.ranking import ranking_csv
from engine.features.workload.record import record
from engine.features.workload.view import workload as view
from engine.html import link_to

if TYPE_CHECKING:
    from htpy import Element

    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.feature import Region
    from engine.features.workload.levers import Answers
    from engine.state import State


def show(lesson: Lesson, content: LazyContent, own: WorkloadForm, answers: Answers) -> Element:
    """Your workload as HTML."""
    return view(present(lesson, content, own, answers))


def update(own: WorkloadForm, event: object, page: State) -> tuple[WorkloadForm, Effects]:
    """The form after an event, and the effects asked for; Back leads to where one was before an example was chosen."""
    match event:
        case CopyRecord("") | SaveRecord("") | SaveRanking(""):
            return own, (Today(type(event)),)
        case CopyRecord(day):
            return own, (Copy(record(page.lesson, page.content, own, page.answers, link(own, page), day)),)
        case SaveRecord(day):
            text = record(page.lesson, page.content, own, page.answers, link(own, page), day)
            return own, (Download(f"decision-{day}.md", text),)
        case SaveRanking(day):
            text = ranking_csv(page.lesson, page.content, own, page.answers, link(own, page), day)
            return own, (Download(f"ranking-{day}.csv", text),)
        case CopyLink():
            return own, (Copy(link(own, page)),)
    new = form.update(remembering(own, page.content, page.answers), event, page.content)
    if isinstance(event, LoadPreset) and new.workload != own.workload:
        return new, (Visit(place(own)),)
    return new, ()


def place(own: WorkloadForm) -> str:
    """The fragment of the address that leads back to this workload."""
    return link_to(view="workload", **address.address(own))


def link(own: WorkloadForm, page: State) -> str:
    """The whole address that does."""
    return page.location + place(own)


def regions(own: WorkloadForm, page: State) -> dict[str, Region]:
    """The form and the advice."""
    return {"workload": (show, (page.lesson, page.content, own, page.answers))} if page.view == "workload" else {}


ROOM = Room(
    events=(
        *(LoadPreset, SetFact, ChooseModel, SaySure, Mean, Slide, Undo),
        *(CopyRecord, SaveRecord, SaveRanking, CopyLink),
        *(ReadSeconds, ChooseMeaning, UseMeasured, RemoveMeasured),
    ),
    regions=regions,
    init=lambda page, _: form.init(page.content),
    update=update,
    to_url=lambda own, page: address.to_url(own, page.content),
    from_url=lambda own, asked, page: address.from_url(own, asked, page.content),
    query=lambda own, page: query(own, page.lesson, page.content, page.answers),
)
