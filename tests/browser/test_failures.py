"""When something does not arrive or fails: the page stays, with one calm sentence and a way to try again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Site, wait_until_ready
from tests.browser.watching import Watched

CHOSEN = "figure:visible svg.drawing"
NEEDED = ("start-", "interpreter-", "loading-", "page-", "main-", "library-", "lesson-", "asm.js", "asm.{wasm,bin}")
"""What Python needs, by a part of its files' names."""


@pytest.mark.parametrize("missing", NEEDED)
def test_a_missing_asset_is_met_with_one_sentence(site: Site, watched: Callable[..., Watched], missing: str) -> None:
    seen = watched()
    page = seen.page
    page.route(f"**/*{missing}*", lambda route: route.fulfill(status=404, body=""))
    page.goto(site.address)
    expect(page.locator("html")).to_have_attribute("data-python", "failed")
    expect(page.locator(".failed")).to_be_visible()
    expect(page.locator(CHOSEN)).to_be_visible()
    page.get_by_role("radio", name="Async").check()
    expect(page.locator('figure[data-mode="async"] svg.drawing')).to_be_visible()
    page.unroute_all()
    page.get_by_role("button", name="Try again").click()
    wait_until_ready(page)
    seen.forgive()  # the browser's own words about the missing file


@pytest.mark.parametrize("broken", NEEDED)
def test_a_line_that_breaks_while_python_is_fetched_is_met_with_the_same_sentence(
    site: Site, watched: Callable[..., Watched], broken: str
) -> None:
    seen = watched()
    page = seen.page
    visits = []
    page.on("request", lambda request: visits.append(request) if request.is_navigation_request() else None)
    page.route(
        f"**/*{broken}*", lambda route: route.abort("connectionreset") if len(visits) == 1 else route.continue_()
    )
    page.goto(site.address)
    expect(page.locator(".failed")).to_be_visible()
    page.get_by_role("button", name="Try again").click()
    wait_until_ready(page)
    assert len(visits) > 1
    seen.forgive()


def test_where_webassembly_is_forbidden_the_page_says_so(site: Site, watched: Callable[..., Watched]) -> None:
    seen = watched()

    def forbid(route: Route) -> None:
        answer = route.fetch()
        policy = answer.headers["content-security-policy"].replace("'wasm-unsafe-eval'", "")
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    seen.page.route("**/", forbid)
    seen.page.goto(f"{site.address}/")
    expect(seen.page.locator(".failed")).to_contain_text("WebAssembly")
    expect(seen.page.locator(CHOSEN)).to_be_visible()
    seen.forgive()


def test_a_page_that_ends_too_early_is_met_with_the_same_sentence(site: Site, watched: Callable[..., Watched]) -> None:
    seen = watched()

    def cut(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().partition('<script type="py"')[0])

    seen.page.route(f"{site.address}/", cut)
    seen.page.goto(f"{site.address}/")
    expect(seen.page.locator(".failed")).to_be_visible()
    expect(seen.page.locator(CHOSEN)).to_be_visible()
    seen.forgive()


def test_a_failure_after_the_start_leaves_the_page_and_a_way_to_try_again(
    site: Site, watched: Callable[..., Watched]
) -> None:
    seen = watched()
    page = seen.page
    page.goto(site.address)
    wait_until_ready(page)
    page.evaluate("document.getElementById('region-player').remove()")
    page.get_by_role("radio", name="Batch").check()
    expect(page.locator(".failed")).to_be_visible()
    expect(page.locator('figure[data-mode="batch"] svg.drawing')).to_be_visible()
    page.get_by_role("button", name="Try again").click()
    wait_until_ready(page)
    seen.forgive()


@pytest.mark.parametrize(
    ("mistake", "error"),
    [
        ("import nothing_of_this_name", "ModuleNotFoundError: No module named 'nothing_of_this_name'"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("this is no Python", "SyntaxError: invalid syntax"),
    ],
)
def test_a_mistake_in_the_program_is_met_with_the_same_sentence(
    site: Site, watched: Callable[..., Watched], mistake: str, error: str
) -> None:
    """And whoever opens the console reads where it is, without the codes of a terminal's colours."""
    seen = watched()
    seen.page.route("**/main-*.txt", lambda route: route.fulfill(body=mistake))
    with seen.page.expect_console_message(lambda message: "Traceback (most recent call last)" in message.text) as told:
        seen.page.goto(site.address)
    assert error in told.value.text
    assert "\N{ESCAPE}" not in told.value.text
    expect(seen.page.locator(".failed")).to_be_visible()
    expect(seen.page.locator(CHOSEN)).to_be_visible()
    seen.forgive()


def test_a_view_that_the_network_does_not_bring_says_so_and_comes_when_it_is_opened_again(
    site: Site, watched: Callable[..., Watched]
) -> None:
    here = watched()
    page = here.page
    page.route("**/lazy-*.{wasm,bin}", lambda route: route.abort())
    page.goto(site.address)
    wait_until_ready(page)
    page.locator('nav a[data-view="practice"]').click()
    expect(page.locator(".notice")).to_contain_text("could not be loaded")
    expect(page.locator(".practice-region")).not_to_contain_text("Loading this view")
    expect(page.locator("html")).to_have_attribute("data-python", "ready")
    page.locator('nav a[data-view="explore"]').click()
    expect(page.locator(".notice")).to_have_count(0)
    page.get_by_role("radio", name="Batch").check()
    expect(page.locator("figure:visible")).to_have_attribute("data-mode", "batch")
    for pane in ("Code", "When it breaks"):
        page.get_by_role("radio", name=pane).check()
        expect(page.locator(".notice")).to_contain_text("could not be loaded")
        page.get_by_role("radio", name="Diagram").check()
        expect(page.locator(".notice")).to_have_count(0)
    page.unroute_all()
    page.get_by_role("radio", name="Code").check()
    expect(page.locator(".code:visible")).to_be_visible()
    page.locator('nav a[data-view="practice"]').click()
    expect(page.locator("#practice-answer")).to_be_visible()
    expect(page.locator(".notice")).to_have_count(0)
    here.forgive()
