"""The folders of lessons and the list of them, and what a lesson may come without."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.content.load import load
from engine.content.problems import ContentError
from engine.page_events import ContentEdited, ContentRefused
from tests.engine.small import small_files
from tests.engine.test_renewal import Site, bulk, site
from tools.build import addresses
from tools.content import LIST, content_files, lessons, load_lesson, load_lessons
from tools.content_module import written

__all__ = ["site"]

NEEDED = ("lesson.yaml", "sources.yaml", "modes/call.yaml", "modes/mail.yaml", "messages/en.yaml")


@pytest.fixture(name="content")
def _content(tmp_path: Path) -> Path:
    """A folder of two small lessons, and what belongs to both."""
    for lesson in ("calls", "queues"):
        for name, text in small_files().items():
            (tmp_path / lesson / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / lesson / name).write_text(text, encoding="utf-8")
    for shared in ("schema", "messages"):
        (tmp_path / shared).mkdir()
        (tmp_path / shared / "a.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / LIST).write_text("- queues\n- calls\n", encoding="utf-8")
    return tmp_path


def said(content: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_lessons(lessons(content), content)
    return [str(problem) for problem in caught.value.problems]


def test_the_list_says_the_order_and_the_first_is_at_the_front_of_the_site(content: Path) -> None:
    assert lessons(content) == ["queues", "calls"]
    assert addresses(lessons(content)) == {"queues": "", "calls": "calls/"}


def test_a_lesson_is_called_as_its_folder_is(content: Path) -> None:
    loaded = load_lessons(lessons(content), content)
    assert {name: each.lesson.name for name, each in loaded.items()} == {"queues": "queues", "calls": "calls"}
    assert content_files("calls", content) == small_files()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- calls\n", "1:1: lessons: the folder `content/queues` is not listed. Add it here, or move it elsewhere."),
        (
            "- calls\n- queus\n- queues\n",
            "2:3: lessons[1]: there is no folder `content/queus`. Restore it, or take the name out of this list.",
        ),
        ("- calls\n- queus\n", "2:3: lessons[1]: there is no folder `content/queus`. Did you mean `queues`?"),
        ("- calls\n- queues\n- calls\n", "3:3: lessons[2]: `calls` stands here a second time. Each must be different."),
        ("- calls\n- queues\n- schema\n", "3:3: lessons[2]: a lesson cannot be called `schema`. Give its folder"),
        (
            "- calls\n- queues\n- de\n",
            "3:3: lessons[2]: a lesson cannot be called `de`, since the pages in that language",
        ),
        ("- calls\n- Queues\n", "2:3: lessons[1]: `Queues` does not have the right form. Write it like"),
        ("calls: 1\n", "1:1: lessons: expected a list, found a group of named fields."),
        ("", "1:1: lessons: the file is empty."),
    ],
)
def test_a_list_that_does_not_agree_with_the_folders_says_where(content: Path, text: str, problem: str) -> None:
    (content / LIST).write_text(text, encoding="utf-8")
    assert any(line.startswith(f"content/lessons.yaml:{problem}") for line in said(content)), said(content)


def test_a_list_that_is_missing_is_named(content: Path) -> None:
    (content / LIST).unlink()
    assert said(content) == ["content/lessons.yaml:1:1: lessons: the file is missing. Restore it."]


def test_the_mistakes_of_all_lessons_are_told_with_their_whole_paths(content: Path) -> None:
    for lesson in ("calls", "queues"):
        (content / lesson / "sources.yaml").write_text("", encoding="utf-8")
    assert [line.partition(": ")[0] for line in said(content)] == [
        "content/calls/sources.yaml:1:1",
        "content/queues/sources.yaml:1:1",
    ]


def test_a_lesson_may_come_without_what_a_learner_decides_with(content: Path) -> None:
    for name in content_files("calls", content):
        if name not in NEEDED:
            (content / "calls" / name).unlink()
    loaded = load_lesson("calls", content)
    lazy = loaded.lazy
    assert (lazy.scenarios, lazy.templates, lazy.failures) == ({}, {}, {})
    assert [lazy.model, lazy.words] == [None, None]
    assert (lazy.snippets.vendors, lazy.snippets.clients) == ({}, {})
    assert loaded.lesson.examples == ()
    assert "model=None" in written(LAZY_CONTENT=lazy)


@pytest.mark.parametrize("name", sorted(small_files().keys() - {*NEEDED, "model.yaml"}))
def test_each_of_these_may_be_missing_alone(name: str, schemas: Mapping[str, str]) -> None:
    load({other: text for other, text in small_files().items() if other != name}, schemas)


def test_code_without_what_is_said_of_it_is_a_mistake(schemas: Mapping[str, str]) -> None:
    files = {name: text for name, text in small_files().items() if name != "code.yaml"}
    with pytest.raises(ContentError, match=r"code.yaml:1:1: code: the file is missing"):
        load(files | {"code/call_acme.py": "ask()\n"}, schemas)


@pytest.mark.parametrize("name", ["model.yaml", "scenarios.yaml"])
def test_what_a_host_no_longer_gives_is_not_taken_out_of_the_lesson(name: str, site: Site) -> None:
    bulk(site)
    assert isinstance(site.edited(), ContentEdited)
    del site.there[f"content/{name}"]
    assert site.edited() is None
    event = site.edited(author=True)
    assert isinstance(event, ContentRefused)
    assert event.problems[0].startswith(f"content/{name}:1:1: the host does not give this file")
