"""The pictures that leave the page, as other programs draw them; and drawings that are measured as they are read."""

import json
import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import resvg_py
from playwright.sync_api import Page, expect

from engine.content.lesson import Lesson
from engine.sequence.diagram import diagram
from tests.browser.conftest import Open, Site
from tests.browser.walks import choose_failure
from tests.browser.watching import Watched
from tools.content import lessons, load_lesson

COLOUR = {"sync": "#1d5dbd", "batch": "#27733a"}
TINT = {"sync": "#e9f0fb", "batch": "#e6f4e9"}
"""The light colours of two modes (style/tokens.css)."""
WIDTH = 324
"""Of every drawing whose words need no more (browser/draw.js)."""
INK = "#1b2330"
HATCHED = re.compile("#[b-d][0-9a-f][3-7][0-9a-f][0-6]")
"""The red of who is blocked, or what a slanting stripe of it blends into."""
COLOURS = """async (data) => {
  const image = Object.assign(new Image(), {src: data});
  await image.decode();
  const context = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height})
    .getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data, found = {};
  for (let at = 0; at < pixels.length; at += 4) {
    const hex = "#" + [...pixels.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, "0")).join("");
    const colour = pixels[at + 3] === 255 ? hex : "see-through";
    found[colour] = (found[colour] ?? 0) + 4 / pixels.length;
  }
  return {size: [image.width, image.height], found};
}"""
"""The size of a picture, and for each colour in it which share of the picture has it."""
NOT_ALONE = re.compile(
    r"var\(|light-dark|color-mix|rgba?\(|<style|href=|"
    r" (?:class|style|data-\w+|dominant-baseline|paint-order)="
)
"""What programs for documents and slides do not know, or what only the page has a use for."""


def downloaded(page: Page, kind: str, folder: Path) -> Path:
    """The picture that a learner saves, under the name that it has then."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {kind.upper()}").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def drawn_elsewhere(file: Path) -> dict[str, bytes]:
    """An SVG as PNG, by each program that is here."""
    pictures = {"resvg": resvg_py.svg_to_bytes(svg_path=str(file))}
    if shutil.which("rsvg-convert"):
        pictures["rsvg"] = subprocess.run(["rsvg-convert", str(file)], capture_output=True, check=True).stdout
    else:
        print("rsvg-convert is not here; resvg alone draws the pictures.")
    return pictures


def assert_right(page: Page, png: bytes, mode: str, scale: int) -> None:
    """It is on white, in its mode's colour and no other's, with its letters in ink, and nowhere a black box."""
    told = page.evaluate(COLOURS, f"data:image/png;base64,{b64encode(png).decode()}")
    assert told["size"][0] == WIDTH * scale
    found = told["found"]
    assert found["#ffffff"] > 0.6
    assert found[COLOUR[mode]] > 0.002
    assert {each for each, tint in TINT.items() if found.get(tint, 0) > 0.001} == {mode}
    assert found.get("#000000", 0) < 0.001
    assert found.get("see-through", 0) == 0
    assert found[INK] > 0.0005
    if mode == "sync":
        assert sum(share for colour, share in found.items() if HATCHED.match(colour)) > 0.0005


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_downloaded_picture_is_drawn_right_elsewhere(open_page: Open, tmp_path: Path, theme: str) -> None:
    """Whatever the page's theme, and without the step that is lit in the page."""
    page = open_page(f"?theme={theme}#view=explore&mode=batch&step=3")
    for mode in ("batch", "sync"):
        page.get_by_role("radio", name=mode.capitalize(), exact=True).check()
        expect(page.locator("#sim")).to_have_attribute("data-mode", mode)
        page.get_by_role("button", name="Next").click()
        svg, png = downloaded(page, "svg", tmp_path), downloaded(page, "png", tmp_path)
        assert [svg.name, png.name] == [f"sync-async-batch-api-flow-{mode}.{kind}" for kind in ("svg", "png")]
        text = svg.read_text(encoding="utf-8")
        assert not NOT_ALONE.search(text), NOT_ALONE.findall(text)
        assert not re.search(r'<circle[^>]* r="4"', text), "what travels along an arrow is drawn at rest"
        for by, picture in drawn_elsewhere(svg).items():
            print(by)
            assert_right(page, picture, mode, 1)
        assert_right(page, png.read_bytes(), mode, 2)
    choose_failure(page, "Proxy timeout")
    svg = downloaded(page, "svg", tmp_path)
    assert svg.name == "sync-async-batch-api-flow-sync-proxy-timeout.svg"
    text = svg.read_text(encoding="utf-8")
    assert not NOT_ALONE.search(text), NOT_ALONE.findall(text)
    assert "Proxy timeout sequence diagram" in text
    expect(page.locator(".notice")).to_have_count(0)


def test_where_a_frame_forbids_downloads_the_page_says_what_to_do(site: Site, watched: Callable[..., Watched]) -> None:
    page = watched().page
    page.route(
        "**/host.html",
        lambda route: route.fulfill(
            content_type="text/html",
            body=(
                '<!doctype html><title>A textbook</title><iframe src="./#view=explore" sandbox="allow-scripts" width="800" '
                'height="602"></iframe>'
            ),
        ),
    )
    page.goto(f"{site.address}/host.html")
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-python", "ready")
    for kind in ("SVG", "PNG"):
        frame.get_by_role("button", name=f"Download {kind}").click()
        expect(frame.locator(".notice")).to_contain_text("open the lesson in its own tab")
        frame.get_by_role("button", name="Dismiss").click()
        expect(frame.locator(".notice")).to_have_count(0)


@pytest.mark.parametrize("hiding", ["<details>%s</details>", '<div style="display: none">%s</div>'])
def test_a_drawing_that_is_asked_for_while_hidden_comes_when_it_is_seen(
    site: Site, watched: Callable[..., Watched], hiding: str
) -> None:
    page = watched().page
    page.route(
        "**/host.html",
        lambda route: route.fulfill(
            content_type="text/html",
            body=(
                "<!doctype html><title>A textbook</title>"
                + hiding
                % ('<iframe src="./#view=explore&mode=batch&failure=expired-batch" width="800" height="602"></iframe>')
            ),
        ),
    )
    page.goto(f"{site.address}/host.html")
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-python", "ready")
    expect(frame.locator("[data-failure] .canvas")).to_contain_text(re.compile(r"is being drawn|1\. "))
    page.evaluate("""() => {
      const hiding = document.querySelector("details, div");
      hiding.removeAttribute("style");
      hiding.setAttribute("open", "");
    }""")
    expect(frame.locator("[data-failure] svg.drawing")).to_be_visible()


LOUD = ['{"id": "a", "b": {}}', "(a, b): [c] & <d>", "#1; $x = 100%, @y", "custom_id, 'key': \"v\""]


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return load_lesson(lessons()[0]).lesson


def test_letters_stay_large_whatever_signs_a_label_holds(open_page: Open, site: Site, lesson: Lesson) -> None:
    """Mermaid has such signs escaped, but measures what is read: a drawing is as wide as `diagram` promises."""
    page = open_page()
    script = next((site.folder / "assets").glob("draw-*.js")).name
    for mode in lesson.modes.values():
        steps = tuple(
            replace(step, label=LOUD[number % 4], notes={"cost": LOUD[number % 4][::-1]})
            for number, step in enumerate(mode.steps)
        )
        made = diagram(lesson, replace(mode, steps=steps), frozenset(lesson.about.annotations))
        text = page.evaluate(
            "async ([script, ...drawing]) => (await import(`./assets/${script}`)).draw(...drawing)",
            [script, "loud", made.source, json.dumps(asdict(made))],
        )
        _, _, width, _ = map(float, re.search(r'viewBox="([^"]+)"', text)[1].split())  # type: ignore[index]
        assert width <= 340, (mode.name, width)
        words = page.evaluate("(svg) => new DOMParser().parseFromString(svg, 'text/html').body.textContent", text)
        assert all(letters(loud) in letters(words) for loud in LOUD)


def letters(text: str) -> str:
    """Text without its spaces."""
    return re.sub(r"\s", "", text)
