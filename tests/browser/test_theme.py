"""Light or dark: what the address asks, what the book says, how the book looks, what the reader's system asks for."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenBook

PALETTES: tuple[tuple[dict[str, str], str], ...] = (
    ({"data-md-color-scheme": "slate"}, "dark"),
    ({"data-md-color-scheme": "default"}, "light"),
    ({"data-bs-theme": "dark"}, "dark"),
    ({"data-bs-theme": "light"}, "light"),
    ({"data-theme": "dark"}, "dark"),
    ({"data-theme": "light"}, "light"),
    ({"class": "book dark"}, "dark"),
    ({"class": "theme-dark"}, "dark"),
    ({"class": "dark-mode"}, "dark"),
    ({"class": "has-dark-sidebar"}, "light"),
    ({"style": "color-scheme: dark"}, "dark"),
    ({"data-md-color-scheme": "midnight", "style": "background: rgb(20, 20, 30)"}, "dark"),
    ({"style": "background: oklch(0.2 0.02 250)"}, "dark"),
    ({"style": "background: white"}, "light"),
    ({}, "light"),
)
SET = """([at, attributes]) => {
  for (const element of [document.documentElement, document.body]) {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) document[at].setAttribute(name, value);
}"""
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(23, 28, 36)"}


@pytest.mark.parametrize("system", ["light", "dark"])
def test_in_a_book_of_the_same_origin_the_lesson_follows_its_palette(open_book: OpenBook, system: str) -> None:
    book = open_book(python=False, options={"color_scheme": system})
    body = book.frame.locator("body")
    expect(body).to_have_css("background-color", PAPER["light"])  # a light-only book
    for attributes, theme in PALETTES:
        for at in ("documentElement", "body"):
            book.page.evaluate(SET, [at, {"data-theme": "dark" if theme == "light" else "light"}])
            expect(body).not_to_have_css("background-color", PAPER[theme])
            book.page.evaluate(SET, [at, attributes])
            expect(body).to_have_css("background-color", PAPER[theme])


def test_a_host_of_another_origin_says_the_theme_and_else_the_system_decides(open_book: OpenBook) -> None:
    book = open_book(python=False, other=True, options={"color_scheme": "dark"})
    html = book.frame.locator("html")
    expect(html).to_have_attribute("data-python", "loading")
    expect(html).not_to_have_attribute("data-theme", "light")
    for theme, becomes in (("light", "light"), ("dark", "dark"), ("blue", "dark"), ("light", "light"), (None, "light")):
        book.page.evaluate("(theme) => frames[0].postMessage({ type: 'microsim-theme', theme }, '*')", theme)
        expect(html).to_have_attribute("data-theme", becomes)
    book.page.evaluate("frames[0].postMessage({ type: 'microsim-theme', theme: 'auto' }, '*')")
    expect(html).not_to_have_attribute("data-theme", "light")


def test_what_the_address_asks_for_comes_first(open_book: OpenBook) -> None:
    book = open_book("?theme=light", python=False)
    book.page.evaluate(SET, ["body", {"data-md-color-scheme": "slate"}])
    book.page.evaluate("frames[0].postMessage({ type: 'microsim-theme', theme: 'dark' }, '*')")
    expect(book.frame.locator("body")).to_have_css("background-color", PAPER["light"])
