"""`make new-mode` and `make new-scenario`: a fifth mode from the terminal, and what is left to write."""

import shutil
from pathlib import Path

import pytest

from engine.content.problems import ContentError
from tests.engine.test_skeletons import filled
from tools import new
from tools.content import CONTENT, lessons, load_lesson

pytestmark = pytest.mark.xdist_group("skeletons")

FIRST = lessons()[0]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that may be changed."""
    return shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("drawings", "i18n"))


def test_another_mode_is_made_and_what_is_left_is_said(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new.main(["mode", "Fax machine"], content) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{content / FIRST}/modes/fax-machine.yaml:5  ")
    assert "places still need words. make check lists them" in said[-1]
    with pytest.raises(ContentError) as caught:
        load_lesson(FIRST, content)
    assert all(each.unwritten for each in caught.value.problems)
    for problem in caught.value.problems:
        file = content / problem.file
        file.write_text(filled(file.read_text()))
    assert "fax-machine" in load_lesson(FIRST, content).lesson.modes


@pytest.mark.parametrize("lesson", lessons())
@pytest.mark.parametrize("what", [["mode", "Fax"], ["scenario", "A new case"], ["source", "fax-guide"]])
def test_only_words_are_missing_in_every_lesson(lesson: str, what: list[str], content: Path) -> None:
    assert new.main([*what, "--lesson", lesson], content) == 0
    desk = new.looked(lesson, content)
    assert desk.problems == []
    assert desk.places
    desk.made()


def test_why_it_cannot_be_begun_is_said(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new.main(["mode", "?"], content) == 1
    assert "Give it a name with letters" in capsys.readouterr().err
