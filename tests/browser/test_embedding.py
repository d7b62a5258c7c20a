"""The lesson in other people's pages, and the contracts that those rely on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import Open, Site, wait_until_ready
from tests.browser.watching import Watched

HOST_PAGE = """<!doctype html><title>A textbook</title><h1>Chapter 7</h1>
<script>window.heard = []; addEventListener("message", ({ data }) => window.heard.push(data));</script>
<iframe src="%s" title="Lesson" width="%d" height="%d" scrolling="no" %s></iframe>"""


@pytest.fixture
def embed(
    site: Site, watched: Callable[..., Watched], tmp_path: Path, serve_plainly: Callable[[Path], str]
) -> Callable[..., tuple[Page, FrameLocator]]:
    """Embeds the lesson in a page of another origin and waits until it is ready."""

    def go(attributes: str = "", width: int = 800, height: int = 602) -> tuple[Page, FrameLocator]:
        (tmp_path / "index.html").write_text(HOST_PAGE % (f"{site.address}/", width, height, attributes))
        (tmp_path / "favicon.ico").write_bytes(b"")
        page = watched("window").page
        page.goto(serve_plainly(tmp_path) + "/")
        frame = page.frame_locator("iframe")
        expect(frame.locator("html")).to_have_attribute("data-python", "ready")
        return page, frame

    return go


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_it_works_in_a_frame_of_another_origin(
    embed: Callable[..., tuple[Page, FrameLocator]], attributes: str
) -> None:
    _, frame = embed(attributes)
    frame.get_by_role("radio", name="Batch").check()
    expect(frame.locator("figure:visible")).to_have_attribute("data-mode", "batch")
    frame.get_by_role("button", name="Next").click()
    expect(frame.locator(".caption h2")).to_be_visible()
    frame.get_by_role("checkbox", name="Engineering").check()
    expect(frame.locator("figure:visible svg .line.note-3").first).to_be_visible()
    frame.get_by_role("button", name="Copy Mermaid").click()
    expect(frame.locator(".notice")).to_be_visible()


def test_the_host_page_hears_that_it_is_ready_and_how_tall_it_would_like_to_be(
    embed: Callable[..., tuple[Page, FrameLocator]],
) -> None:
    page, _ = embed()
    heard = page.evaluate("window.heard")
    assert any(said.get("type") == "microsim-ready" for said in heard)
    assert any(said.get("type") == "microsim-resize" and said["height"] > 300 for said in heard)


def test_the_mark_sim_ready_is_set_once(open_page: Open) -> None:
    page = open_page(fresh=True)
    assert page.evaluate("performance.getEntriesByName('sim:ready').length") == 1


def test_embedding_can_ask_for_a_start(open_page: Open) -> None:
    page = open_page("?embed=1&mode=async&view=compare")
    expect(page.locator("#sim")).to_have_attribute("data-view", "compare")
    expect(page.locator("#sim")).to_have_attribute("data-mode", "async")
    expect(page.locator("#sim")).to_have_attribute("data-embedded", "yes")


def test_it_needs_no_header_and_works_from_a_sub_path(
    built: Path, tmp_path: Path, watched: Callable[..., Watched], serve_plainly: Callable[[Path], str]
) -> None:
    (tmp_path / "docs/sims").mkdir(parents=True)
    (tmp_path / "docs/sims/flow").symlink_to(built)
    page = watched().page
    page.goto(serve_plainly(tmp_path) + "/docs/sims/flow/")
    expect(page.locator("html")).to_have_attribute("data-python", "ready")
    page.get_by_role("checkbox", name="Engineering").check()
    expect(page.locator("figure:visible svg .line.note-3").first).to_be_visible()


def test_webassembly_that_a_host_sends_as_another_type_is_compiled_all_the_same(
    site: Site, watched: Callable[..., Watched]
) -> None:
    page = watched().page
    page.route("**/*.wasm", lambda route: route.fulfill(response=route.fetch(), content_type="application/x-unknown"))
    page.goto(site.address)
    wait_until_ready(page)
