"""The line that embeds the lesson: where it leads, where it is shown, and that there is only one."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine import page as views
from engine.content.lesson import Lesson
from engine.features.about.embed import public, snippet
from engine.first_screen import start
from tests.support.markup import find, tags
from tools.content import lessons, load_lesson


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("https://example.org/sims/flow/main.html?theme=dark#view=race", "https://example.org/sims/flow/main.html"),
        ("https://example.org/", "https://example.org/"),
        ("http://example.org:8080/book/sims/flow/", "http://example.org:8080/book/sims/flow/"),
        ("https://me:secret@example.org/flow/", "https://example.org/flow/"),
        ("https://10.example.org/", "https://10.example.org/"),
        ("https://localhost.example.org/", "https://localhost.example.org/"),
    ],
)
def test_an_address_that_others_can_reach_is_given_without_query_and_fragment(address: str, here: str) -> None:
    assert public(address) == here


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000/",
        "http://localhost:8000/sims/flow/main.html",
        "http://127.1.2.3/",
        "http://[::1]:8000/",
        "http://0.0.0.0:8000/",
        "http://book.localhost/",
        "http://printer.local/",
        "http://192.168.1.7:8000/",
        "http://10.0.0.4/",
        "http://172.20.0.2/",
        "http://169.254.1.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://LOCALHOST/",
        "file:///home/me/main.html",
        "about:srcdoc",
        "blob:https://example.org/1",
        "data:text/html,x",
        "",
    ],
)
def test_an_address_that_only_its_author_can_reach_is_not_given_to_others(address: str) -> None:
    assert public(address) == ""


def test_about_shows_the_line_with_its_own_address_or_says_from_where_the_path_leads(lesson: Lesson) -> None:
    sheet = lesson.about
    for here in ("", "https://example.org/a&b/"):
        about = views.render(views.regions(replace(start(lesson), location=here))["about"])
        found = tags(about)
        assert next(find(found, id="snippet")).text == snippet(lesson, here)
        assert (sheet.embed.relative in next(find(found, id="about-embed")).text) == (not here)
    [line] = tags(snippet(lesson, "https://example.org/a&b/"))
    assert line.attributes["src"] == "https://example.org/a&b/"


def test_a_line_without_an_address_leads_to_the_folder_that_a_book_has(lesson: Lesson) -> None:
    [line] = tags(snippet(lesson))
    assert line.attributes["src"] == f"sims/{lesson.name}/main.html"


def test_the_line_lets_a_reader_scroll_what_does_not_fit(lesson: Lesson) -> None:
    """With larger letters, or where styles are off, a frame that may not scroll would hide the rest."""
    assert "scrolling" not in snippet(lesson)


@pytest.mark.parametrize("file", ["README.md", "docs/embedding.md"])
def test_what_is_written_for_owners_has_the_very_line_of_the_first_lesson(file: str) -> None:
    line = snippet(load_lesson(lessons()[0]).lesson)
    assert line in Path(file).read_text(encoding="utf-8").splitlines(), f"write this line into {file}: {line}"


def test_the_line_says_a_height_to_tools_and_to_browsers_in_which_a_frame_cannot_size_itself(lesson: Lesson) -> None:
    [line] = tags(snippet(lesson))
    assert line.attributes["height"] == str(lesson.about.embed.height)
    assert f"min-height: {lesson.about.embed.height}px" in line.attributes["style"]


def test_a_title_of_two_lines_leaves_the_line_one_line(lesson: Lesson) -> None:
    assert "\n" not in snippet(replace(lesson, about=replace(lesson.about, title="One\n\nTwo")))
