"""The author's page in a browser, and what one does there."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.conftest import Site
from tests.browser.watching import Watched

VIEW = "document.querySelector('.cm-content').cmTile.view"


@dataclass
class Bench:
    """The author's page, and what one does there."""

    page: Page

    @property
    def lesson(self) -> FrameLocator:
        """The lesson beside the words."""
        return self.page.frame_locator("#lesson")

    @property
    def marks(self) -> Locator:
        """What is underlined."""
        return self.page.locator(".cm-lintRange-error, .cm-lintPoint-error")

    @property
    def panel(self) -> Locator:
        """What stands below the words."""
        return self.page.locator("#panel")

    def open(self, file: str) -> None:
        """Choose a file, as an author does."""
        self.page.locator(f'#files [data-file="{file}"]').click()
        expect(self.page.locator("#file")).to_have_text(file)

    def text(self) -> str:
        """What the editor holds."""
        return str(self.page.evaluate(f"{VIEW}.state.doc.toString()"))

    def select(self, text: str) -> None:
        """Select a text, the first of its kind."""
        start = self.text().index(text)
        self.page.evaluate(
            f"([anchor, head]) => {{ const view = {VIEW}; view.focus();"
            " view.dispatch({ selection: { anchor, head }, scrollIntoView: true }); }",
            [start, start + len(text)],
        )

    def replace(self, old: str, new: str) -> None:
        """Select a text and write another in its place."""
        self.select(old)
        if new:
            self.page.keyboard.insert_text(new)
        else:
            self.page.keyboard.press("Delete")

    def undo(self) -> None:
        """Take the last change back."""
        self.page.evaluate(f"{VIEW}.focus()")
        self.page.keyboard.press("Control+z")

    def expect_checked(self, state: str) -> None:
        """The checker has come to an end, and says how the lesson stands."""
        expect(self.page.locator("#standing")).to_have_attribute("data-state", state)


@pytest.fixture(name="bench")
def opening(site: Site, watched: Callable[..., Watched]) -> Callable[..., Bench]:
    """Opens the author's page and waits until the checker has looked at everything."""

    def go(address: str = "author.html", checked: bool = True, page: Page | None = None) -> Bench:
        page = page or watched("wide").page
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{site.address}/{address}")
        expect(page.locator(".cm-content")).to_contain_text(":")
        made = Bench(page)
        if checked:
            expect(page.locator("#standing")).to_have_attribute("data-state", re.compile("built|live|good|draft"))
        return made

    return go
