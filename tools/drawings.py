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

FOLDER = Path("content/drawings")


def source_hash(source: str) -> str:
    """What a kept drawing bears to say which Mermaid source it was drawn from."""
    return sha256(source.encode()).hexdigest()[:16]


def kept(lesson: Lesson) -> dict[Drawn, str]:
    """The drawings of the first screen that are as new as their source; a stale one is left to the browser."""
    return {drawn: text for drawn, made in first_screen(lesson) if (text := _kept(drawn, made))}


def stale(lesson: Lesson) -> list[str]:
    """The modes whose kept drawing is missing or was drawn from another source."""
    return [drawn[0] for drawn, made in first_screen(lesson) if not _kept(drawn, made)]


def first_screen(lesson: Lesson) -> Iterator[tuple[Drawn, Diagram]]:
    """What the first screen shows: every mode, with the annotations that are on at first."""
    annotations = shown_at_first(lesson)
    for name, mode in lesson.modes.items():
        yield (name, annotations), diagram(lesson, mode, annotations)


def _kept(drawn: Drawn, made: Diagram) -> str:
    file = FOLDER / f"{drawn[0]}.svg"
    text = file.read_text(encoding="utf-8").strip() if file.exists() else ""
    return text if f'data-source="{source_hash(made.source)}"' in text else ""


def main() -> None:
    """Draw with the scripts of a fresh build, in a real browser."""
    from playwright.sync_api import sync_playwright

    from engine.content.load import load
    from tools import browser, build, serve
    from tools.content import content_files, schema_files
    from tools.plurals import plural

    build.build(build.DIST)
    lesson = load(content_files(), schema_files(), plural).lesson
    server = serve.serve(build.DIST)
    script = next((build.DIST / "assets").glob("draw-*.js")).name
    with sync_playwright() as playwright:
        page = browser.launch(playwright).new_page()
        page.route("**/start-*.js", lambda route: route.abort())
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        FOLDER.mkdir(exist_ok=True)
        for (name, _), made in first_screen(lesson):
            svg = page.evaluate(
                "async ([script, ...drawing]) => (await import(`./assets/${script}`)).draw(...drawing)",
                [script, name, made.source, json.dumps(asdict(made))],
            )
            svg = svg.replace("<svg ", f'<svg data-source="{source_hash(made.source)}" ', 1)
            (FOLDER / f"{name}.svg").write_text(svg + "\n", encoding="utf-8")
            print(f"{FOLDER / name}.svg")
    server.shutdown()


if __name__ == "__main__":
    main()
