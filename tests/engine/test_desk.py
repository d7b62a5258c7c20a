"""The author's desk: it finds what the whole checker finds, however a file came about, and works on what changed only."""

from collections.abc import Iterator, Mapping

import pytest

from engine.authoring import reading
from engine.authoring.desk import Desk
from engine.content import document
from engine.content.document import Document
from engine.content.load import load
from engine.content.problems import Problem
from tests.engine.conftest import ProblemsOf
from tests.engine.mismatches import MISMATCHES
from tests.engine.mistakes import MISSHAPEN, UNREADABLE, Mistake
from tests.engine.small import small_files

pytestmark = pytest.mark.xdist_group("mistakes")


@pytest.fixture(scope="module", params=["as one", "entry by entry"])
def kept(request: pytest.FixtureRequest, schemas: Mapping[str, str]) -> Iterator[Desk]:
    """The desk that all tests work at, one after another, as an author does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "WORTH_IT", 1_000_000 if request.param == "as one" else 0)
        yield Desk("small", schemas)


@pytest.fixture
def desk(kept: Desk) -> Desk:
    """A desk with the small lesson, looked at."""
    if kept.files != small_files():
        for file, text in small_files().items():
            kept.put(file, text)
        look(kept)
    return kept


def look(desk: Desk) -> list[Problem]:
    for _ in desk.look():
        pass
    return desk.problems


def test_a_lesson_without_a_mistake_is_made(desk: Desk, schemas: Mapping[str, str]) -> None:
    assert desk.problems == []
    made, loaded = desk.made().lesson, load(small_files(), schemas, "small").lesson
    assert made.about.title == loaded.about.title
    assert repr(made.modes) == repr(loaded.modes)


@pytest.mark.parametrize("mistake", UNREADABLE + MISSHAPEN + MISMATCHES, ids=lambda mistake: mistake.name)
def test_it_says_of_a_mistake_what_the_checker_says(desk: Desk, problems_of: ProblemsOf, mistake: Mistake) -> None:
    desk.put(mistake.file, mistake.text)
    assert look(desk) == problems_of(mistake)
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
