"""Texts of the content and of the address are data: none becomes markup, and none is a format string."""

from collections.abc import Callable

import pytest

from engine.address import opened
from engine.content.lesson import Lesson
from engine.first_screen import start
from engine.page import page, regions, render
from engine.page_events import ContentRefused, Copied
from tests.support.acting import after
from tests.support.markup import tags
from tests.support.texts import HOSTILE, SCRIPT, with_texts


def screens(lesson: Lesson) -> list[str]:
    """The page, which holds every view, with and without a notice, and every step of every mode."""
    author = opened(lesson, f"?author=1&mode={SCRIPT}", f"#{SCRIPT}")
    told = [opened(lesson, "", "#view=about"), after(author, ContentRefused((SCRIPT,))), after(author, Copied(SCRIPT))]
    steps = [
        opened(lesson, "", f"#mode={name}&step={number}")
        for name, mode in lesson.modes.items()
        for number in range(1, len(mode.steps) + 1)
    ]
    return [
        *(str(page(state)) for state in told),
        *(render(regions(state)[region]) for state in steps for region in ("panel", "announcement")),
    ]


@pytest.fixture(scope="module")
def structures(lesson: Lesson) -> list[list[tuple[str, list[str]]]]:
    """How the screens of the real lesson are built."""
    return [structure(html) for html in screens(lesson)]


def structure(html: str) -> list[tuple[str, list[str]]]:
    """The elements and the names of their attributes, without their texts."""
    return [(tag.name, sorted(tag.attributes)) for tag in tags(html)]


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_the_content_becomes_markup(
    change: Callable[[str], str], lesson: Lesson, structures: list[list[tuple[str, list[str]]]]
) -> None:
    assert [structure(html) for html in screens(with_texts(lesson, change))] == structures


def test_a_script_in_any_text_is_shown_and_not_run(lesson: Lesson) -> None:
    for html in screens(with_texts(lesson, lambda text: SCRIPT + text)):
        assert "<script" not in html.lower()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#34;&#39;" in html


def test_no_text_of_the_content_is_a_format_string(lesson: Lesson) -> None:
    html = str(page(start(with_texts(lesson, lambda text: text + " {0} {title} %s %(x)s"))))
    assert "{0} {title} %s %(x)s" in html
