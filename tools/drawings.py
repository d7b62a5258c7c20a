"""The drawings that are kept with the content, so that a build needs no browser.

`python -m tools.drawings` draws those again whose source has changed.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from engine.content.lesson import Lesson
from engine.sequence.diagram import Diagram, diagram
from engine.state import Drawn, shown_at_first
from tools.content import CONTENT


def mark(source: str) -> str:
    """The attribute by which a kept drawing says from which Mermaid source it was drawn."""
    return f' data-source="{sha256(source.encode()).hexdigest()[:16]}"'


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
    fresh = kept(lesson, content)
    return [file_of(lesson, drawn[0], content) for drawn, _ in first_screen(lesson) if drawn not in fresh]


def first_screen(lesson: Lesson) -> Iterator[tuple[Drawn, Diagram]]:
    """What the first screen shows: every mode, with the annotations that are on at first."""
    annotations = shown_at_first(lesson)
    for name, mode in lesson.modes.items():
        yield (name, annotations), diagram(lesson, mode, annotations)


def _kept(file: Path, made: Diagram) -> str:
    text = file.read_text(encoding="utf-8").strip() if file.exists() else ""
    drawn, found, after = text.partition(mark(made.source))
    return drawn + after if found else ""


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
                svg = svg.replace("<svg", f"<svg{mark(made.source)}", 1)
                file = file_of(lesson, mode)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(svg + "\n", encoding="utf-8")
                print(file)
    server.shutdown()


if __name__ == "__main__":
    main()
