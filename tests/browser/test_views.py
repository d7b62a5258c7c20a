"""The views, and the ways between them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MODES, Open


@pytest.mark.parametrize("view", ["Explore", "Compare", "About"])
def test_a_view_is_reached_by_its_link(open_page: Open, view: str) -> None:
    page = open_page("#view=about" if view != "About" else "")
    page.locator(f'nav a[data-view="{view.lower()}"]').click()
    expect(page.locator("#sim")).to_have_attribute("data-view", view.lower())
    expect(page.locator(f'nav a[data-view="{view.lower()}"]')).to_have_attribute("aria-current", "page")


def test_back_leads_to_the_view_before(open_page: Open) -> None:
    page = open_page()
    page.locator('nav a[data-view="compare"]').click()
    expect(page.locator("#sim")).to_have_attribute("data-view", "compare")
    page.go_back()
    expect(page.locator("#sim")).to_have_attribute("data-view", "explore")


def test_compare_shows_four_diagrams_and_a_table(open_page: Open) -> None:
    page = open_page("#view=compare")
    expect(page.locator("figure:visible svg.drawing")).to_have_count(4)
    table = page.get_by_role("table", name="Real-time chat")
    expect(table.get_by_role("row")).to_have_count(5)
    assert re.findall(r"\d\.\d×", table.inner_text()) == ["1.0×", "1.0×", "1.0×", "0.5×"]


def test_compare_works_out_times_and_costs_for_the_chosen_workload(open_page: Open) -> None:
    page = open_page("#view=compare")
    worked_out = page.locator(".comparison td:is(:nth-child(2), :nth-child(3), :nth-child(4))")
    expect(worked_out).to_have_count(4 * 3)
    chat = worked_out.all_inner_texts()
    assert all(chat)
    page.get_by_role("radio", name="Nightly classification").check()
    expect(page.get_by_role("table", name="Nightly classification")).to_be_visible()
    expect(page).to_have_url(re.compile("workload=nightly-tickets"))
    assert not set(worked_out.all_inner_texts()) & set(chat)


def test_every_cell_of_the_table_leads_to_what_it_sums_up(open_page: Open) -> None:
    page = open_page("#view=compare")
    links = page.locator(".comparison td a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert len(links) == 4 * 3
    for link in links[:3]:
        page.evaluate("(link) => { location.hash = link }", link)
        expect(page.locator("#sim")).to_have_attribute("data-view", "explore")
        if part := re.search(r"section=(\w+)", link):
            expect(page.locator(f"#sync-{part[1]}")).to_be_in_viewport()
            expect(page.locator(f"#sync-{part[1]} h3")).to_be_focused()
        else:
            assert "step=blocked" in link
            expect(page.locator('figure:visible svg [data-step="2"]')).to_be_in_viewport()


def test_a_step_in_compare_leads_to_explore(open_page: Open) -> None:
    page = open_page("#view=compare", "window")
    page.locator('figure[data-mode="async"] svg [data-step="3"] text').first.click()
    expect(page.locator("#sim")).to_have_attribute("data-view", "explore")
    expect(page.locator("figure:visible")).to_have_attribute("data-mode", "async")
    expect(page.locator("#sim")).to_have_attribute("data-step", "3")


def test_a_toggle_in_compare_redraws_all_four(open_page: Open) -> None:
    page = open_page("#view=compare")
    page.get_by_role("checkbox", name="Engineering").check()
    for mode in MODES:
        expect(page.locator(f'figure[data-mode="{mode}"] svg .line.note-3').first).to_be_visible()


def test_about_asks_before_it_answers(open_page: Open) -> None:
    page = open_page("#view=about")
    answers = page.locator(".scenarios .answer")
    expect(answers).to_have_count(5)
    expect(answers.first).to_be_hidden()
    page.get_by_text("Show the answer").first.click()
    expect(answers.first).to_be_visible()


def test_the_embedding_snippet_is_whole_and_can_be_copied(open_page: Open) -> None:
    page = open_page("#view=about", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the snippet").click()
    expect(page.locator(".notice")).to_contain_text("Copied")
    snippet = page.evaluate("navigator.clipboard.readText()")
    assert 'title="Sync, Async, and Batch API Flow"' in snippet
    assert 'width="100%"' in snippet
    assert 'height="602"' in snippet
    assert snippet == page.locator("#snippet").inner_text()
    assert "127.0.0.1" not in snippet


@pytest.mark.parametrize(("theme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(23, 28, 36)")])
def test_the_address_may_ask_for_a_theme(open_page: Open, theme: str, paper: str) -> None:
    other = "dark" if theme == "light" else "light"
    page = open_page(f"?theme={theme}", color_scheme=other)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(23, 28, 36)")])
def test_else_the_operating_system_decides(open_page: Open, scheme: str, paper: str) -> None:
    page = open_page("", color_scheme=scheme)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
