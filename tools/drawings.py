"""The drawings that are kept with the content, so that a build needs no browser.

`python -m tools.drawings` draws those again whose source has changed.
"""

import json
import re
from dataclasses import asdict
from pathlib import Path

from engine.content.lesson import Lesson
from engine.review import drawings as review
from engine.review.drawings import first_screen, mark
from engine.sequence.diagram import Diagram
from engine.state import Drawn
from tools.content import CONTENT

SOURCE = re.compile(r' data-source="([0-9a-f]+)"')
"""The attribute by which a kept drawing says from which Mermaid source it was drawn."""


def file_of(lesson: Lesson, mode: str, content: Path = CONTENT) -> Path:
    """Where the drawing of a mode is kept."""
    folder, language = content / lesson.name, lesson.about.language
    is_authors = not lesson.languages or lesson.languages[0].language == language
    return (folder if is_authors else folder / "i18n" / language) / "drawings" / f"{mode}.svg"


def kept(lesson: Lesson, content: Path = CONTENT) -> dict[Drawn, str]:
    """The drawings of the first screen that are as new as their source; a stale one is left to the browser."""
    found = {drawn: _kept(file_of(lesson, drawn[0], content), made) for drawn, made in first_screen(lesson)}
    return {drawn: text for drawn, text in found.items() if text}


def stale(lesson: Lesson, content: Path = CONTENT) -> list[Path]:
    """The kept drawings that are missing or were drawn from another source."""
    found = marks(lesson, content)
    return [file_of(lesson, mode, content) for mode in lesson.modes if review.stale(lesson, mode, found)]


def marks(lesson: Lesson, content: Path = CONTENT) -> dict[str, str]:
    """From which source the kept drawing of each mode was drawn."""
    found = {mode: SOURCE.search(_text(file_of(lesson, mode, content))) for mode in lesson.modes}
    return {mode: each[1] for mode, each in found.items() if each}


def _kept(file: Path, made: Diagram) -> str:
    text = _text(file)
    found = SOURCE.search(text)
    return text[: found.start()] + text[found.end() :] if found and found[1] == mark(made.source) else ""


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8").strip() if file.exists() else ""


def main() -> None:
    """Draw with the scripts of a fresh build, in a real browser."""
    from playwright.sync_api import sync_playwright

    from tools import browser, build, serve
    from tools.content import lessons, load_lesson
    from tools.i18n.pages import pages

    build.build(build.DIST)
    server = serve.serve(build.DIST)
    script = next((build.DIST / "assets").glob("draw-*.js")).name
    with sync_playwright() as playwright:
        page = browser.launch(playwright).new_page()
        page.route("**/start-*.js", lambda route: route.abort())
        for name, address in build.addresses(lessons()).items():
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            drawn = [
                (each.content.lesson, drawing)
                for each in pages(load_lesson(name))
                for drawing in first_screen(each.content.lesson)
            ]
            for lesson, ((mode, _), made) in drawn:
                svg = page.evaluate(
                    "async ([script, ...drawing]) => (await import(`/assets/${script}`)).draw(...drawing)",
                    [script, mode, made.source, json.dumps(asdict(made))],
                )
                svg = svg.replace("<svg", f'<svg data-source="{mark(made.source)}"', 1)
                file = file_of(lesson, mode)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(svg + "\n", encoding="utf-8")
                print(file)
    server.shutdown()


if __name__ == "__main__":
    main()
