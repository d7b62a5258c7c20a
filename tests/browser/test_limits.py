"""A limit is a layout's promise: with every text as long as it may be and six modes, nothing is cut off anywhere."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import SIZES, wait_until_ready
from tests.browser.stretched import MOST_MODES, Stretch, in_one_word, in_words, stretched
from tests.browser.walks import drawn, flipped
from tests.browser.watching import Watched
from tools import serve

FAULTS = Path(__file__).with_name("faults.js").read_text(encoding="utf-8")
BOOK_COLUMN = {"column": (684, 602)}
SCROLLS = ".comparison, .race .numbers"
"""Tables that scroll by themselves where six modes of long names are wider than the window."""
WAYS = [(in_words, ("phone",)), (in_one_word, ("column",))]
"""How texts are stretched, and the sizes at which that is looked at: one each, since looking takes time."""


@pytest.fixture
def filled(built: Path, tmp_path: Path, watched: Callable[..., Watched]) -> Iterator[Callable[[Stretch], Page]]:
    """Opens the built folder with its content stretched, as its author sees it."""
    servers = []

    def go(stretch: Stretch) -> Page:
        folder = tmp_path / "dist"
        shutil.copytree(built, folder)
        content = folder / "content"
        files = {file.relative_to(content).as_posix(): file for file in content.rglob("*.yaml")}
        schemas = {
            file.name.partition(".")[0]: json.loads(file.read_bytes()) for file in Path("content/schema").glob("*.json")
        }
        data = {name: yaml.safe_load(file.read_bytes()) for name, file in files.items()}
        longer = stretched(data, schemas, stretch)
        (content / "edited.txt").write_text("".join(f"{name}\n" for name in longer), encoding="utf-8")
        for name, each in longer.items():
            (content / name).write_text(yaml.safe_dump(each, sort_keys=False, allow_unicode=True), encoding="utf-8")
        server = serve.serve(folder)
        servers.append(server)
        page = watched().page
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        wait_until_ready(page)
        expect(page.locator(".segments label")).to_have_count(MOST_MODES)
        return page

    yield go
    for server in servers:
        server.shutdown()


@pytest.mark.parametrize(("stretch", "sizes"), WAYS)
def test_what_is_as_long_as_it_may_be_fits_at_every_size(
    filled: Callable[[Stretch], Page], stretch: Stretch, sizes: tuple[str, ...]
) -> None:
    page = filled(stretch)
    expect(page.locator(".notice")).to_have_count(0)
    found: dict[str, list[object]] = {}
    for state in shown(page):
        for size in sizes:
            width, height = (SIZES | BOOK_COLUMN)[size]
            page.set_viewport_size({"width": width, "height": height})
            for fault in page.evaluate(FAULTS, SCROLLS):
                found.setdefault(fault, []).append((state, size))
        page.set_viewport_size({"width": 800, "height": 602})
    assert found == {}


def shown(page: Page) -> Iterator[str]:
    """Leads the page through all views, and names what it shows."""
    for mode in ("streaming", "added-5"):
        go(page, f"view=explore&mode={mode}&step=5", f"figure[data-mode={mode}] svg.drawing")
        yield f"a step of {mode}"
    page.locator(".toggle[data-colour=pink] input").check()
    expect(page.locator("figure:visible svg .line.note-3").first).to_be_visible()
    yield "every annotation"
    page.locator(".toggle.as-text input").check()
    expect(page.locator("#sim")).to_have_attribute("data-form", "text")
    yield "as text"
    page.locator(".toggle.as-text input").uncheck()
    go(page, "view=compare", "figure[data-mode=batch] svg .line.note-3")
    yield "all modes"
    go(page, "view=explore&mode=async&failure=lost-webhook", "[data-failure]:visible svg.drawing")
    page.locator("[data-failure]:visible .walk .next").click()
    expect(page.locator("[data-failure]:visible")).to_have_attribute("data-step", "1")
    yield "a failure"
    for scenario in ("maintenance-report", "chat"):
        go(page, f"view=race&scenario={scenario}", ".race .track")
        yield f"the race of {scenario}"
    page.locator("#race-clock").press("End")
    expect(page.locator(".race .numbers")).to_be_visible()
    yield "its end"
    page.locator("#race-clock").press("Home")
    expect(page.locator(".veil i")).to_be_visible()
    yield "its start"
    page.locator(".race .transport button[aria-pressed]").click()
    expect(page.locator(".track .kept").first).to_be_attached()
    yield "all days"
    yield from decided(page)
    go(page, "view=workload", ".ranking > li")
    page.locator("#workload-preset").select_option("thirty-seconds")
    expect(page.locator(".flip-list li").first).to_be_visible()
    page.locator(".workload .field input").first.fill("9" * 30)
    expect(page.locator("[aria-invalid]")).to_be_visible()
    yield "advice and a mistake"
    go(page, "view=about", ".about")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    yield "the lesson's sheet"
    page.evaluate("location.hash = 'view=explore&mode=nowhere'")
    expect(page.locator(".notice li")).not_to_have_count(0)
    yield "a notice"


def decided(page: Page) -> Iterator[str]:
    """Leads the page through Practice: a question on the boundary, the result, a new workload."""
    go(page, "view=practice&scenario=thirty-seconds", "#practice-show")
    page.locator("#practice-hint").click()
    page.locator("#practice-answer").click()
    expect(page.locator("#practice-unfinished")).not_to_be_empty()
    yield "a hint and an unfinished answer"
    *_, state = flipped(page)
    yield state
    go(page, "view=practice&page=result", "#practice-progress")
    yield "the result"
    go(page, "view=practice&seed=1", ".facts input")
    *_, state = drawn(page)
    yield state


def go(page: Page, address: str, there: str) -> None:
    """Follow an address of the page and wait for what it leads to."""
    page.evaluate("(address) => { location.hash = address }", address)
    expect(page.locator(there).first).to_be_visible()
