"""What the tests share: the first lesson, and golden files that `--golden` writes again."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

import engine.content.load
from engine.content.document import read
from engine.content.lesson import Lesson
from engine.content.load import Content
from engine.content.practice_content import Workshop
from tools.content import content_files, lessons, load_lesson, schema_files

GOLDEN = Path(__file__).parent / "engine" / "golden"

Golden = Callable[[str, str], None]
"""Compares a text with the golden file of a name."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write golden files again instead of comparing with them")


@pytest.fixture(autouse=True, scope="session")
def _a_text_is_parsed_once() -> Iterator[None]:
    """Parsing is most of what loading takes, and a document is never changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine.content.load, "read", cache(read))
        yield


@pytest.fixture(scope="session")
def files() -> Mapping[str, str]:
    """The author's files."""
    return MappingProxyType(content_files(lessons()[0]))


@pytest.fixture(scope="session")
def schemas() -> Mapping[str, str]:
    """The schemas that are published beside them."""
    return MappingProxyType(schema_files())


@pytest.fixture(scope="session")
def content() -> Content:
    """Everything that learners get."""
    return load_lesson(lessons()[0])


@pytest.fixture(scope="session")
def lesson(content: Content) -> Lesson:
    """What the first screen has of it."""
    return content.lesson


@pytest.fixture(scope="session")
def workshop(content: Content) -> Workshop:
    """What comes after it."""
    return content.workshop


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares with, or with `--golden` writes, a file in tests/engine/golden."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.read_text(encoding="utf-8") == text, f"{name} changed: run `make golden` and review the difference"

    return compare
