"""The picture of the lesson, as catalogues and previews show it: `python -m tools.microsim.picture`.

It is taken from a fresh build in a real browser and kept in the repository, so that the folder can be made without one.
"""

from playwright.sync_api import sync_playwright

from tools import browser, build, serve
from tools.microsim import png
from tools.microsim.book import PICTURE

WIDTH, HEIGHT = 1200, 800
"""Pixels of the picture."""
SCALE = 1.25
"""Pixels of the picture for each CSS pixel: the letters can be read where the picture is shown smaller."""
SHOWN = "?theme=light#view=explore&mode=sync&step=2"
"""What the picture shows: a whole diagram, with a step that is lit."""


def main() -> None:
    """Build, take the picture and keep it."""
    build.build(build.DIST)
    server = serve.serve(build.DIST)
    with sync_playwright() as playwright:
        page = browser.launch(playwright).new_page(
            viewport={"width": int(WIDTH / SCALE), "height": int(HEIGHT / SCALE)}, device_scale_factor=SCALE)
        page.goto(f"http://127.0.0.1:{server.server_port}/{SHOWN}")
        page.locator("html[data-python=ready]").wait_for(timeout=60_000)
        page.locator(".code:visible").wait_for()
        PICTURE.write_bytes(png.small(page.screenshot(animations="disabled")))
    server.shutdown()
    print(f"{PICTURE}: {PICTURE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
