"""Walks through lazy views, as several tests take them."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from engine.content.lazy_content import LazyContent


def practised(page: Page, lazy: LazyContent) -> Iterator[str]:
    """Leads the page of the first question through all that practice can show, and names what it shows."""
    scenario = next(iter(lazy.scenarios.values()))
    poor = next(mode for mode, choice in scenario.choices.items() if choice.verdict == "poor")
    yield "the question"
    page.locator("#practice-answer").click()
    page.locator("#practice-hint").click()
    expect(page.locator("#practice-unfinished")).not_to_be_empty()
    expect(page.locator("#practice-hints li")).to_have_count(1)
    yield "a hint and an unfinished answer"
    for fact in page.locator(".facts input").all()[:2]:
        fact.check()
    page.locator(f"#choice-{poor}").check()
    page.locator("#practice-answer").click()
    expect(page.locator("#practice-again")).to_be_visible()
    yield "a poor answer"
    page.locator("#practice-show").click()
    expect(page.locator("#practice-next")).to_be_visible()
    yield "the best answer"
    page.locator("#practice-result").click()
    expect(page.locator("#practice-progress")).to_be_visible()
    yield "the result"


def flipped(page: Page) -> Iterator[str]:
    """Leads the page of a question on the boundary through what would flip it, and names what it shows."""
    page.locator("#practice-show").click()
    expect(page.locator("#if-timeout")).to_be_visible()
    expect(page.locator(".remark-line")).to_have_count(0)
    yield "the facts to slide and to switch"
    page.locator("#if-timeout").press("Home")
    expect(page.locator("#practice-turn .same strong")).to_be_visible()
    yield "a value that does not flip the decision"
    page.locator("#if-timeout").press("End")
    expect(page.locator("#practice-turn .turned")).to_be_visible()
    page.locator("#practice-discussion summary").click()
    yield "a value that flips the decision"


def drawn(page: Page) -> Iterator[str]:
    """Leads the page of a new workload through all that it can show, and names what it shows."""
    expect(page.locator(".facts input").first).to_be_visible()
    yield "a new workload"
    page.locator("#fact-deadline").check()
    page.locator("#choices input").first.check()
    page.locator("#practice-answer").click()
    expect(page.locator("#feedback")).to_be_visible()
    yield "its answer"
    if page.locator("#practice-show").count():
        page.locator("#practice-show").click()
    expect(page.locator(".flips .slider").first).to_be_visible()
    yield "all that flips it"


def drawn_to_the_end(page: Page) -> Iterator[str]:
    """Leads the page of a new workload through its series as well, and names what it shows."""
    yield from drawn(page)
    for _ in range(9):
        page.locator("#practice-next").click()
        page.locator("#practice-show").click()
    page.locator("#practice-next").click()
    expect(page.locator("#series-end")).to_be_visible()
    yield "the end of the series"
    page.locator("#practice-result").click()
    expect(page.locator(".criterion .dots li")).to_have_count(10)
    yield "the result of the series"


def choose_failure(page: Page, name: str) -> None:
    """Choose what goes wrong, in its pane."""
    page.get_by_role("radio", name="When it breaks").check()
    page.locator(".failures:visible").get_by_role("button", name=name, exact=True).click()
    expect(page.locator("figure[data-failure]:visible svg.drawing")).to_be_attached()
