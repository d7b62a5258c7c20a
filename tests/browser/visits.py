"""First visits without another start of Python, which takes ten times as long as all else that most tests do.

A page is kept for the tests of one process, one after the other. Before each it is made as the build wrote it, with
nothing stored, and the lesson starts in it again through the product's own `runtime.adopt` and `runtime.finish_start`
(tests/browser/again.py); test_visits.py holds that this shows what a page of its own shows. A page in which a test left
anything behind, or failed, is not used again.
"""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, Route, expect

from tests.browser.watching import Watched, watch

HERE = Path(__file__).parent
AGAIN = (HERE / "again.py").read_text(encoding="utf-8")
ROOM = (HERE / "again.js").read_text(encoding="utf-8")
SYSTEM = {"reduced_motion": "no-preference", "color_scheme": "light", "forced_colors": "none"}
"""What a page is told of the reader's system, where a test does not say otherwise."""
OPTIONS = {*SYSTEM, "has_touch", "permissions"}
"""What such a visit can be asked for; for anything else a test needs a page of its own."""
COVER = """() => {
  const cover = document.createElement("div");
  cover.style = "position: fixed; inset: 0; z-index: 1000000";
  document.body.prepend(cover);
}"""
"""Lies over all controls, so that a click does nothing but say that the pointer was used last."""
VISIT = "async (fragment) => { await window.visitAgain(fragment); }"


class Visits:
    """The pages that are kept in a browser."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._free: dict[bool, list[Watched]] = {True: [], False: []}
        self.started = 0
        """How many pages had to be started."""

    def begin(self, fragment: str, size: tuple[int, int], options: dict[str, Any]) -> Watched:
        """A page as on a first visit to an address of the site, all of it there."""
        touch = bool(options.get("has_touch"))
        kept = self._free[touch].pop() if self._free[touch] else self._start(touch)
        page = kept.page
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(media="null", **{name: options.get(name, usual) for name, usual in SYSTEM.items()})
        page.context.clear_permissions()
        if permissions := options.get("permissions"):
            page.context.grant_permissions(permissions)
        page.evaluate(COVER)
        page.mouse.click(1, 1)
        page.mouse.move(-9, -9)
        page.evaluate(VISIT, fragment)
        kept.forget()
        return kept

    def end(self, kept: Watched, spoiled: bool) -> None:
        """A test has no more use for a page."""
        if spoiled or left_in(kept.page):
            kept.page.context.close()
        else:
            self._free[bool(kept.page.evaluate("navigator.maxTouchPoints"))].append(kept)

    def close(self) -> None:
        """Nobody has any more use for them."""
        for kept in (*self._free[True], *self._free[False]):
            kept.page.context.close()

    def _start(self, touch: bool) -> Watched:
        """Another page."""
        self.started += 1
        kept = watch(self._browser.new_context(has_touch=touch))
        kept.page.context.route("**/main-*.txt", _with_visits)
        kept.page.goto(self._address)
        expect(kept.page.locator("html")).to_have_attribute("data-python", "ready")
        expect(kept.page.locator("#region-code-sync pre")).to_be_attached()
        kept.page.evaluate(ROOM)
        return kept


def left_in(page: Page) -> list[str]:
    """What a test has left in a page that the next would find."""
    try:
        page.unroute_all()
        left: list[str] = page.evaluate("window.left()")
    except Error as error:  # it is another page by now
        return [str(error)]
    return left


def _with_visits(route: Route) -> None:
    """The program, and what starts it again."""
    answer = route.fetch()
    route.fulfill(response=answer, body=f"{answer.text()}\n{AGAIN}")
