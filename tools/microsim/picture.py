"""The picture of each lesson, as catalogues and previews show it: `python -m tools.microsim.picture`.

It is taken from a fresh build in a real browser and kept in the repository, so that the folder can be made without one.
"""

from playwright.sync_api import sync_playwright

from tools import browser, build, serve
from tools.content import BOOK, CONTENT, lessons
from tools.microsim import png
from tools.microsim.book import PICTURE

WIDTH, HEIGHT = 1200, 800
"""Pixels of the picture."""
SCALE = 10 / 9
"""Pixels of the picture for each CSS pixel: a whole diagram, in letters that can be read where it is shown smaller."""
SHOWN = "?theme=light#view=explore&step=2"
"""What the picture shows: the diagram of the first mode, with a step that is lit."""


def main() -> None:
    """Build, take the pictures of all lessons that are in books and keep them."""
    build.build(build.DIST)
    server = serve.serve(build.DIST)
    with sync_playwright() as playwright:
        page = browser.launch(playwright).new_page(
            viewport={"width": round(WIDTH / SCALE), "height": round(HEIGHT / SCALE)}, device_scale_factor=SCALE
        )
        for lesson, address in build.addresses(lessons()).items():
            if not (CONTENT / lesson / BOOK).exists():
                continue
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}{SHOWN}")
            page.locator("html[data-python=ready]").wait_for(timeout=60_000)
            if (CONTENT / lesson / "code.yaml").exists():
                page.locator(".code").first.wait_for(state="attached")
            picture = CONTENT / lesson / PICTURE
            picture.write_bytes(png.small(page.screenshot(animations="disabled")))
            print(f"{picture}: {picture.stat().st_size} bytes")
    server.shutdown()


if __name__ == "__main__":
    main()
