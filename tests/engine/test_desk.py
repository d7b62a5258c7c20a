"""The author's desk: it finds what the whole checker finds, however a file came about, and works on what changed only."""

from collections.abc import Mapping

import pytest

from engine.authoring import reading
from engine.authoring.desk import Desk
from engine.content import document
from engine.content.document import Document
from engine.content.load import load
from engine.content.problems import ContentError, Problem
from tests.engine.mismatches import MISMATCHES
from tests.engine.mistakes import MISSHAPEN, UNREADABLE, Mistake
from tests.engine.small import small_files

pytestmark = pytest.mark.xdist_group("mistakes")


@pytest.fixture(params=["as one", "entry by entry"])
def desk(request: pytest.FixtureRequest, schemas: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with the small lesson, looked at."""
    monkeypatch.setattr(reading, "WORTH_IT", 1_000_000 if request.param == "as one" else 0)
    made = Desk("small", schemas)
    for file, text in small_files().items():
        made.put(file, text)
    look(made)
    return made


def look(desk: Desk) -> list[Problem]:
    for _ in desk.look():
        pass
    return desk.problems


def told(files: Mapping[str, str], schemas: Mapping[str, str]) -> list[Problem]:
    """What the whole checker says."""
    try:
        load(files, schemas)
    except ContentError as error:
        return error.problems
    return []


def test_a_lesson_without_a_mistake_is_made(desk: Desk, schemas: Mapping[str, str]) -> None:
    assert desk.problems == []
    made, loaded = desk.made().lesson, load(small_files(), schemas, "small").lesson
    assert made.about.title == loaded.about.title
    assert repr(made.modes) == repr(loaded.modes)


@pytest.mark.parametrize("mistake", UNREADABLE + MISSHAPEN + MISMATCHES, ids=lambda mistake: mistake.name)
def test_it_says_of_a_mistake_what_the_checker_says(desk: Desk, schemas: Mapping[str, str], mistake: Mistake) -> None:
    desk.put(mistake.file, mistake.text)
    assert look(desk) == told(small_files() | {mistake.file: mistake.text}, schemas)
    desk.put(mistake.file, small_files()[mistake.file])
    assert look(desk) == []


def test_a_file_that_is_missing_is_told(desk: Desk) -> None:
    desk.put("sources.yaml", None)
    assert ("sources.yaml", "the file is missing") in [(each.file, each.wrong) for each in look(desk)]


def test_only_the_entry_that_changed_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(file: str, text: str) -> Document | list[Problem]:
        read.append(text)
        return document.read(file, text)

    monkeypatch.setattr(reading, "read", counted)
    desk.put("modes/call.yaml", small_files()["modes/call.yaml"].replace("lead: Ask and wait.", "lead: Ask."))
    look(desk)
    assert len(read) == 1
    if reading.WORTH_IT == 0:
        assert read == ["lead: Ask.\n"]
