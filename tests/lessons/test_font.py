"""The text face that stands in the page has what each lesson writes."""

import io
import re
from html import unescape

import pytest
from fontTools.ttLib import TTFont

from engine import page as views
from engine.content.lesson import Lesson
from engine.first_screen import start
from tools import font


@pytest.fixture(scope="module")
def letters() -> set[str]:
    return {chr(code) for code in TTFont(io.BytesIO(font.subset(font.LETTERS))).getBestCmap()}


def test_the_text_face_has_every_letter_of_the_first_screen(lesson: Lesson, letters: set[str]) -> None:
    text = unescape(re.sub(r"<[^>]*>", "", str(views.page(start(lesson)))))
    assert set(text) - letters - {"\n"} == set()
