"""What Python can import in the page, whose library holds only what the lesson needs."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.watching import Watched

EVERY_MODULE = """
import importlib, json, sys, zipfile
from js import document
sys.path.append("/lesson.wasm")
names = [name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
         for name in zipfile.ZipFile("/lib/python314.zip").namelist() if name.endswith(".pyc")]
failed = {}
for name in names:
    try:
        importlib.import_module(name)
    except Exception as error:
        failed[name] = str(error)
document.documentElement.dataset.found = json.dumps({"tried": len(names), "failed": failed})
"""
ASKED_LATER = """
import asyncio
from js import document
document.documentElement.dataset.found = asyncio.%s.__name__
"""

POSITIONS = """
import json
from js import document
lines, _, columns, _ = zip(*json.loads.__code__.co_positions())
document.documentElement.dataset.found = json.dumps([all(lines), any(columns)])
"""


@pytest.fixture
def found(site: Site, watched: Callable[..., Watched]) -> Callable[[str], str]:
    """Runs a program in place of `main.py`; gives what it leaves on the page."""

    def run(program: str) -> str:
        page = watched().page
        page.route("**/main-*.txt", lambda route: route.fulfill(body=program))
        page.goto(site.address)
        expect(page.locator("html[data-found]")).to_be_attached()
        return str(page.locator("html").get_attribute("data-found"))

    return run


def test_every_module_of_the_library_can_be_imported(found: Callable[[str], str]) -> None:
    told = json.loads(found(EVERY_MODULE))
    assert told["failed"] == {}
    assert told["tried"] > 100


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("TaskGroup", "TaskGroup"),
        ("StreamReader", "StreamReader"),
        ("base_events", "asyncio.base_events"),
        ("to_thread", "to_thread"),
        ("BaseEventLoop", "BaseEventLoop"),
    ],
)
def test_what_asyncio_leaves_out_comes_when_it_is_asked_for(found: Callable[[str], str], asked: str, name: str) -> None:
    assert found(ASKED_LATER % asked) == name


def test_an_instruction_tells_its_line_and_not_its_column(found: Callable[[str], str]) -> None:
    assert json.loads(found(POSITIONS)) == [True, False]
