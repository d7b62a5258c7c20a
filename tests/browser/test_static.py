"""The page before Python and without Python: the same first screen, which Python adopts."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import MODES, Gate, Open, Site, choose, glanced, wait_until_ready
from tests.browser.dripping import Stalled
from tests.browser.watching import Watched

CHOSEN = "figure:visible svg.drawing"


def test_without_scripts_everything_can_be_read(open_page: Open) -> None:
    page = open_page(ready=False, java_script_enabled=False)
    expect(page.get_by_text("Scripts do not run here")).to_be_visible()
    for mode in MODES:
        page.get_by_role("radio", name=mode.capitalize(), exact=True).check()
        expect(page.locator(f'figure[data-mode="{mode}"] svg.drawing')).to_be_visible()
        expect(page.locator(f'.guide[data-mode="{mode}"]')).to_be_visible()


@pytest.mark.parametrize("size", ["book", "wide", "small"])
def test_without_scripts_the_views_stand_below_each_other_the_diagram_first(open_page: Open, size: str) -> None:
    page = open_page(size=size, ready=False, java_script_enabled=False)
    expect(page.locator(f"{CHOSEN} [data-step]").first).to_be_in_viewport()
    parts = [page.locator(each) for each in (CHOSEN, ".comparison:visible", ".about:visible")]
    tops = [box["y"] for part in parts if (box := part.bounding_box())]
    assert len(tops) == len(parts)
    assert tops == sorted(tops)
    for part in parts:
        part.scroll_into_view_if_needed()


def test_without_scripts_nothing_is_offered_that_needs_them(open_page: Open) -> None:
    page = open_page(ready=False, java_script_enabled=False)
    assert page.locator("button:visible").all_inner_texts() == []
    expect(page.locator('a:visible[href^="#view=practice"], a:visible[href^="#view=race"]')).to_have_count(0)
    expect(page.get_by_role("navigation", name="Views")).to_be_hidden()


def test_from_a_file_everything_can_be_read(site: Site, watched: Callable[..., Watched]) -> None:
    seen = watched()
    page = seen.page
    page.goto((site.folder / "index.html").as_uri())
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    expect(page.locator("html")).to_have_attribute("data-reason", "file")
    page.get_by_role("radio", name="Batch").check()
    expect(page.locator('figure[data-mode="batch"] svg.drawing')).to_be_visible()
    page.locator('nav a[data-view="about"]').click()
    expect(page.locator(".about")).to_be_visible()
    expect(page.locator(".failed")).to_be_hidden()
    page.locator('nav a[data-view="race"]').click()
    expect(page.locator(".failed")).to_contain_text("from a file")
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()
    seen.forgive()  # the browser's own words about modules from a file


def test_a_slow_interpreter_leaves_the_page_usable(site: Site, watched: Callable[..., Watched]) -> None:
    page = hold_the_interpreter(site, watched().page)
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    page.get_by_role("radio", name="Batch").check()
    expect(page.locator('figure[data-mode="batch"] svg.drawing')).to_be_visible()
    expect(page.locator(".progress progress")).to_be_visible()


def test_python_begins_only_when_the_whole_page_is_there(built: Path, watched: Callable[..., Watched]) -> None:
    """PyScript looks once for its script: were that still to come, it would start another interpreter."""
    page = watched().page
    stalled = Stalled(built, b'<script type="py"')
    page.goto(stalled.address, wait_until="commit")
    expect(page.locator(CHOSEN)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-python", "loading")
    page.evaluate(A_FRAME_AND_WHAT_FOLLOWS_IT)
    assert page.locator("script[type=module]").count() == 0
    stalled.release()
    wait_until_ready(page)
    stalled.server.shutdown()


A_FRAME_AND_WHAT_FOLLOWS_IT = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await frame();
  await frame();
}"""


def test_what_a_learner_did_meanwhile_is_kept_and_honoured(site: Site, watched: Callable[..., Watched]) -> None:
    page = watched().page
    gate = Gate()
    page.route("**/*.asm.wasm", lambda route: gate(route))
    page.goto(site.address)
    page.get_by_role("radio", name="Batch").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("checkbox", name="Engineering").check()
    page.get_by_role("button", name="Previous").focus()
    gate.open()
    wait_until_ready(page)
    expect(page.locator("#sim")).to_have_attribute("data-mode", "batch")
    expect(page.locator("#sim")).to_have_attribute("data-step", "2")
    expect(page.get_by_role("checkbox", name="Engineering")).to_be_checked()
    expect(page.locator("figure:visible svg .line.note-3").first).to_be_visible()
    expect(page.get_by_role("button", name="Previous")).to_be_focused()


def test_all_that_shows_a_mode_follows_the_radio_before_python_is_there(
    site: Site, watched: Callable[..., Watched]
) -> None:
    page = watched().page
    gate = Gate()
    page.route("**/*.asm.wasm", lambda route: gate(route))
    page.goto(site.address)
    assert glanced(page) == ["sync"]
    page.get_by_role("radio", name="Batch").check()
    assert glanced(page) == ["batch"]
    gate.open()
    wait_until_ready(page)
    assert glanced(page) == ["batch"]


def test_a_mode_that_was_chosen_before_python_is_there_is_what_back_leads_to(
    site: Site, watched: Callable[..., Watched]
) -> None:
    page = hold_the_interpreter(site, watched().page)
    page.get_by_role("radio", name="Batch").check()
    page.locator('nav a[data-view="compare"]').click()
    expect(page).to_have_url(re.compile("#view=compare"))
    page.go_back()
    page.unroute_all()
    page.reload()
    wait_until_ready(page)
    expect(page.locator("#sim")).to_have_attribute("data-view", "explore")
    expect(page.locator("#sim")).to_have_attribute("data-mode", "batch")


def test_the_focus_goes_on_where_a_link_leads_before_python_is_there(
    site: Site, watched: Callable[..., Watched]
) -> None:
    page = hold_the_interpreter(site, watched().page)
    page.locator('nav a[data-view="compare"]').click()
    page.locator(".comparison tbody a").first.press("Enter")
    expect(page.locator("#sim")).to_have_attribute("data-view", "explore")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("address", ["", "#view=compare", "#view=about"])
def test_nothing_moves_when_python_arrives(site: Site, watched: Callable[..., Watched], address: str) -> None:
    page = watched().page
    gate, lazy_gate = Gate(), Gate()
    page.route("**/*.asm.wasm", lambda route: gate(route))
    page.route("**/lazy-*.bin", lambda route: lazy_gate(route))
    page.goto(f"{site.address}/{address}")
    page.evaluate("document.fonts.ready")
    page.evaluate("""() => {
      window.shifts = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })
        .observe({ type: "layout-shift", buffered: false });
      window.touched = 0;
      new MutationObserver((list) => { window.touched += list.length; })
        .observe(document.getElementById("sim"), { subtree: true, childList: true, characterData: true });
    }""")
    place = {"": "body", "#view=compare": ".comparison-region", "#view=about": ".about-region"}[address]
    before = page.locator(place).aria_snapshot()
    gate.open()
    wait_until_ready(page)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifts") == 0
    assert page.locator(place).aria_snapshot() == before
    if not address:
        assert page.evaluate("window.touched") == 0
    lazy_gate.open()
    expect(page.locator("#region-code-sync pre")).to_have_count(0 if address else 1)
    assert page.evaluate("window.shifts") == 0


def test_both_sides_render_the_same(open_page: Open) -> None:
    """CPython rendered the file; Pyodide renders what changes and changes back; they agree."""
    page = open_page()
    expect(page.locator("#region-code-sync pre")).to_be_attached()
    rendered = page.evaluate(EVERY_REGION)
    choose(page, "batch")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("checkbox", name="Cost").check()
    expect(page.locator("figure:visible svg .line.note-2").first).to_be_visible()
    page.get_by_role("checkbox", name="Cost").uncheck()
    expect(page.locator("figure:visible svg .line.note-2")).to_have_count(0)
    for pane in ("Code", "When it breaks", "Diagram"):
        page.get_by_role("radio", name=pane).check()
    page.get_by_role("checkbox", name="As text").check()
    page.get_by_role("checkbox", name="As text").uncheck()
    choose(page, "sync")
    again = page.evaluate(EVERY_REGION)
    met_later = {name for name in again if name.startswith(("region-failures", "region-code")) and "sync" not in name}
    assert {name for name in again if again[name] != rendered[name]} <= met_later


EVERY_REGION = """() => {
  const told = (node) => node.nodeType === Node.TEXT_NODE ? node.data : node.nodeType !== Node.ELEMENT_NODE ? ""
    : `<${node.tagName} ${[...node.attributes].map(({ name, value }) => `${name}=${value}`).sort().join(" ")}>`
      + [...node.childNodes].map(told).join("");
  return Object.fromEntries([...document.querySelectorAll("#sim .region")].map((region) => [region.id, told(region)]));
}"""
"""Every region's content, with attributes in the order of the alphabet, since patching may change theirs."""


def hold_the_interpreter(site: Site, page: Page) -> Page:
    """A page whose interpreter never arrives."""
    page.route("**/*.asm.wasm", lambda _: None)
    page.goto(site.address)
    return page


def test_the_lazy_archive_is_fetched_once_however_early_it_is_asked_for(
    site: Site, watched: Callable[..., Watched]
) -> None:
    page = watched().page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/lazy-" in request.url else None)
    page.goto(f"{site.address}/#view=practice")
    wait_until_ready(page)
    expect(page.locator("#practice-answer")).to_be_visible()
    page.locator('nav a[data-view="explore"]').click()
    page.get_by_role("radio", name="Code").check()
    expect(page.locator("#region-code-sync pre")).to_be_visible()
    assert len([url for url in asked if url.endswith(".bin")]) == 1
