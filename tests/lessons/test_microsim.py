"""The folder of a book: its page in the book, its metadata and its picture, by the rules of the tools for such books.

Those tools are public (github.com/dmccreary/claude-skills); each test that stands for a rule of one names it.
"""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.content.load import Content
from engine.content.problems import ContentError
from tests.documented import documented
from tests.support.markup import tags
from tools.content import BOOK, CONTENT, languages, load_translation
from tools.microsim import png
from tools.microsim.book import PICTURE, Book, load_book, read_book
from tools.microsim.folder import SCHEMA, marked
from tools.microsim.index_md import index_md, plain
from tools.microsim.metadata import metadata, metadata_json, misconceptions, questions
from tools.schema import schema_of

DUBLIN_CORE = ("title", "description", "creator", "date", "subject", "type", "format", "language", "rights")
ALLOWED = {
    ("dublinCore", "type"): {"Interactive Simulation", "Educational MicroSim", "Infographic"},
    ("dublinCore", "format"): {"text/javascript", "application/javascript", "text/html"},
    ("search", "visualizationType"): {
        "animation",
        "chart",
        "infographic",
        "graph",
        "diagram",
        "simulation",
        "interactive-demo",
        "data-visualization",
        "3d-model",
        "timeline",
        "network",
        "map",
        "dashboard",
    },
    ("search", "interactionLevel"): {"passive", "low", "moderate", "high", "very-high"},
    ("search", "applicationDomains"): {
        "education",
        "research",
        "training",
        "demonstration",
        "assessment",
        "exploration",
        "modeling",
        "analysis",
    },
    ("educational", "learningTheory"): {
        "constructivism",
        "behaviorism",
        "cognitivism",
        "connectivism",
        "experiential",
        "social-learning",
    },
    ("technical", "framework"): {"p5.js", "vanilla-js", "d3.js", "three.js", "other"},
    ("userInterface", "layoutType"): {"fixed", "responsive-width", "two-column", "multi-panel", "dashboard"},
    ("usage", "recommendedUsage"): {
        "demonstration",
        "exploration",
        "guided-practice",
        "assessment",
        "homework",
        "group-activity",
        "individual-study",
    },
}
"""What the schema allows where it does not allow any text."""
CONTROLS = {
    "slider",
    "range-slider",
    "button",
    "toggle-button",
    "checkbox",
    "radio",
    "dropdown",
    "multi-select",
    "text-input",
    "number-input",
    "color-picker",
    "file-upload",
    "date-picker",
}


@pytest.fixture(scope="module")
def book(lesson_folder: Path) -> Book:
    found = load_book(lesson_folder.name)
    return found or pytest.skip("the lesson is in no book")


@pytest.fixture(scope="module")
def page(content: Content) -> str:
    return index_md(content)


@pytest.fixture(scope="module")
def said(content: Content, book: Book) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(metadata_json(content, book))
    return said


def front_matter(page: str) -> str:
    return page.split("---\n")[1]


def test_the_page_has_a_title_and_front_matter_that_a_reader_of_single_lines_understands(
    page: str, content: Content
) -> None:
    """validate-sims.py reads the front matter without a parser; MkDocs reads it as YAML."""
    about = content.lesson.about
    head = front_matter(page)
    by_line = dict(line.split(": ", 1) for line in head.splitlines())
    assert yaml.safe_load(head) == {field: yaml.safe_load(value) for field, value in by_line.items()}
    assert yaml.safe_load(head) == {
        "title": about.title,
        "description": about.lead,
        "quality_score": 100,
        **dict.fromkeys(
            ("image", "og:image", "twitter:image"), f"/sims/{content.lesson.name}/{content.lesson.name}.png"
        ),
    }
    assert f"\n# {about.title}\n" in page


def test_the_page_shows_the_lesson_in_a_frame_of_its_height(page: str, content: Content) -> None:
    """calculate-quality-score.py and test-iframe-heights.py look for it, and sync-iframe-heights.py sets it."""
    assert re.search(r'<iframe[^>]*src="main\.html"', page)
    assert re.findall(r'<iframe[^>]*\bheight="(\d+)"', page) == [str(content.lesson.about.embed.height)] * 2


def test_the_page_has_a_button_for_the_full_screen(page: str) -> None:
    """calculate-quality-score.py wants `main.html` without `./`."""
    assert re.search(r"^\[[^\]]*[Ff]ull\s*[Ss]creen[^\]]*\]\(main\.html\)\{ \.md-button", page, re.MULTILINE)


def test_the_page_shows_the_line_that_embeds_it_as_about_shows_it(page: str, content: Content) -> None:
    """calculate-quality-score.py wants it in a block of HTML."""
    [block] = re.findall(r"```html\n(.*?)\n```", page, re.DOTALL)
    [line] = tags(block)
    assert (line.name, line.attributes["src"]) == ("iframe", f"sims/{content.lesson.name}/main.html")


def test_the_page_of_a_book_in_another_language_is_in_it_and_so_is_its_frame(content: Content) -> None:
    name = content.lesson.name
    for language in languages(name):
        translated = load_translation(name, language).content
        page = index_md(translated, f"main.html?lang={language}")
        about, messages = translated.lesson.about, translated.lesson.messages
        assert f"\n# {plain(about.title)}\n" in page
        assert f"\n## {messages('about.how_to_use')}\n" in page
        assert f"[{messages('about.full_screen')}](main.html?lang={language})" in page
        sources = re.findall(r'<iframe src="(.*?)"', page)
        assert sources == [f"main.html?lang={language}", f"sims/{name}/main.html?lang={language}"]


@pytest.mark.parametrize("heading", ["How [Tt]o [Uu]se", r"[Ll]esson\s*[Pp]lan", "[Rr]eferences"])
def test_the_page_has_the_sections_that_books_look_for(page: str, heading: str) -> None:
    """calculate-quality-score.py and validate-sims.py."""
    assert re.search(rf"^##\s+{heading}", page, re.MULTILINE)


def test_a_list_of_the_page_stands_after_an_empty_line(page: str) -> None:
    """Python-Markdown would take it for the end of a paragraph."""
    lines = page.splitlines()
    is_item = [bool(re.match(r"(\d+\.|-) ", line)) for line in lines]
    assert all(is_item[at - 1] or lines[at - 1] == "" for at, item in enumerate(is_item) if item)


def test_every_reference_leads_to_its_source(page: str, content: Content) -> None:
    references = page.partition("\n## References")[2]
    assert re.findall(r"\]\(<(.*?)>\)", references) == [
        each.address for each in content.lesson.sources.values() if each.reference
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no list",
        "1. no list",
        "*no* _emphasis_",
        "`no code`",
        "<script>alert(1)</script>",
        "[no](link)",
        "{{ no_macro }}",
        "{% no macro %}",
        "costs $2 and $3$",
        "a | table",
        "~~none~~ ==none== ++none++",
        "&amp;",
        ":none:",
        "https://example.org/none",
        "!!! none",
        "a\n\n# no heading",
        "-- none ---",
        "@none",
        "{--none--}",
        "> none",
    ],
)
def test_what_the_content_says_is_text_and_never_markup(text: str) -> None:
    assert not re.search(r"[*`\[\]{}<>$|~]|==|\+\+|--|//|\n|:\w+:|@\w|^\W*[#>!-]|^\d+\.", plain(text).replace("&#", ""))


def test_what_reads_as_it_stands_is_left_alone(content: Content) -> None:
    assert plain(content.lesson.about.assessment) == content.lesson.about.assessment
    assert plain("custom_id, 50%, p95: 2.8 h (a/b)") == "custom_id, 50%, p95: 2.8 h (a/b)"


def test_hostile_content_stays_inside_its_place(content: Content) -> None:
    hostile = 'T"><script>\n---\n# {{ x }}'
    about = replace(content.lesson.about, title=hostile, lead=hostile)
    page = index_md(content._replace(lesson=replace(content.lesson, about=about)))
    assert yaml.safe_load(front_matter(page))["title"] == hostile
    assert "<script" not in page.replace(json.dumps(hostile), "")
    assert page.count("\n# ") == 1


def test_the_nine_fields_of_dublin_core_stand_flat_and_nested(said: dict[str, Any]) -> None:
    """validate-sims.py and calculate-quality-score.py look in the one place or the other."""
    for where in (said, said["microsim"]["dublinCore"]):
        assert [name for name in DUBLIN_CORE if not where.get(name)] == []
    assert all(isinstance(each, str) for each in said["subject"])


def test_the_height_of_the_lesson_and_its_border_make_that_of_the_frame(said: dict[str, Any], content: Content) -> None:
    """sync-iframe-heights.py and fix-iframe-heights.py add two pixels to `canvasHeight`."""
    assert said["canvasHeight"] + 2 == content.lesson.about.embed.height


@pytest.mark.parametrize("part", ["educational", "pedagogical"])
def test_what_teachers_look_for_stands_at_the_top(said: dict[str, Any], part: str) -> None:
    """validate-sims.py."""
    assert said[part]


def test_what_the_schema_wants_is_there_and_of_its_kind(said: dict[str, Any]) -> None:
    """microsim-schema.json."""
    made = said["microsim"]
    assert {"dublinCore", "search", "educational", "technical", "userInterface"} <= set(made)
    assert {"tags", "visualizationType"} <= set(made["search"])
    assert {"gradeLevel", "subjectArea", "topic", "learningObjectives"} <= set(made["educational"])
    assert {"framework", "canvasDimensions"} <= set(made["technical"])
    for (part, name), allowed in ALLOWED.items():
        value = made[part][name]
        assert set(value if isinstance(value, list) else [value]) <= allowed, name
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", made["dublinCore"]["date"])
    assert {each["type"] for each in made["userInterface"]["controls"]} <= CONTROLS
    assert len({each["id"] for each in made["userInterface"]["controls"]}) == len(made["userInterface"]["controls"])


def test_every_wrong_choice_that_about_shows_is_a_misconception(content: Content, book: Book) -> None:
    shown = [each for each in content.lazy.scenarios.values() if each.seed]
    found = list(misconceptions(content, book))
    assert len(found) == sum(choice.verdict == "poor" for each in shown for choice in each.choices.values())
    assert not [each for each in found if "{" in each["misconception"]]
    assert all(each["correction"] and each["evidence"] for each in found)


def test_every_scenario_is_a_question(content: Content, book: Book) -> None:
    asked = questions(content, book)
    assert len(asked) == len(content.lazy.scenarios)
    assert all(
        each.situation in question for each, question in zip(content.lazy.scenarios.values(), asked, strict=True)
    )


def test_every_assumption_of_the_model_is_told_with_its_number(said: dict[str, Any], files: dict[str, str]) -> None:
    if "model.yaml" not in files:
        pytest.skip("the lesson has no model")
    model = said["microsim"]["simulation"]["model"]
    bases = re.findall(r"basis: (\w+)", files["model.yaml"])
    assert len(model["assumptions"]) == bases.count("illustrative")
    assert len(model["limitations"]) == bases.count("derived") + bases.count("judgement")
    assert any(each.startswith("latency.first_token = ") for each in model["assumptions"])


def test_every_event_is_told_with_the_fields_that_its_message_has(content: Content, book: Book) -> None:
    """docs/embedding.md is the one table of what is said to the page around the lesson."""
    without = {
        name
        for name, has in (("race", "race" in content.lesson.features), ("series", bool(content.lazy.templates)))
        if not has
    }
    tables = {name: fields for name, fields in documented().items() if name not in without}
    assert {each.name: list(each.data) for each in book.events} == {
        name: list(fields)
        for name, fields in tables.items()
        if name not in ("microsim-event", "microsim-xapi", "A statement") and not name.startswith(("SPLICE.", "lti."))
    }


def test_the_metadata_are_made_of_the_content_alone(content: Content, book: Book) -> None:
    about = replace(content.lesson.about, title="Another")
    other = metadata(content._replace(lesson=replace(content.lesson, about=about)), book)
    assert other["title"] == other["microsim"]["dublinCore"]["title"] == "Another"


def test_the_schema_of_the_book_is_that_of_its_class() -> None:
    assert (CONTENT / "schema/book.schema.json").read_text(encoding="utf-8") == schema_of("book", Book)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (r"complexity: \d+", "complexity: 60", "content/book.yaml:"),
        (r"difficulty: \w+", "difficulty: Hard", "difficulty"),
        (r"\nlanguage:", "\nlangage:", "langage"),
        (r"bloom: \[", "bloom: ", "content/book.yaml:"),
        (r"least: \d+", "least: 999", "duration"),
        (r'misconception: "\{mode\}', 'misconception: "{mod}', "misconception"),
    ],
)
@pytest.mark.usefixtures("book")
def test_a_mistake_in_the_book_is_named_with_its_place(old: str, new: str, where: str, lesson_folder: Path) -> None:
    text, changed = re.subn(old, new, (lesson_folder / BOOK).read_text(encoding="utf-8"))
    assert changed
    with pytest.raises(ContentError, match=where):
        read_book(text)


def test_a_mistake_in_a_book_is_named_with_its_whole_path_and_a_lesson_may_be_in_no_book(tmp_path: Path) -> None:
    (tmp_path / "calls").mkdir()
    assert load_book("calls", tmp_path) is None
    (tmp_path / "calls" / BOOK).write_text("", encoding="utf-8")
    with pytest.raises(ContentError, match=r"^content/calls/book.yaml:1:1: book: the file is empty"):
        load_book("calls", tmp_path)


def test_the_page_bears_the_mark_of_a_lesson_once_and_in_its_head() -> None:
    """validate-sims.py looks for the name and for `intelligent-textbooks`."""
    page = marked("<!doctype html>\n<html>\n<head>\n<title></title></head>\n<head>\n")
    assert page.count(SCHEMA) == 1
    assert page.index(SCHEMA) < page.index("</head>")


@pytest.mark.usefixtures("book")
def test_the_picture_is_of_the_size_of_previews_and_not_heavy(lesson_folder: Path) -> None:
    """generate-sims-index.py shows it, and previews of links do."""
    data = (lesson_folder / PICTURE).read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1200, 800)
    assert len(data) < 160_000


@pytest.mark.parametrize("channels", [3, 4])
def test_a_picture_is_made_small_without_losing_a_pixel(channels: int) -> None:
    width, rows = 6, list(pictured(6, 10, channels))
    filtered = b"".join(
        png._filtered(kind % 5, row, above) if channels == 3 else bytes([0]) + row
        for kind, (row, above) in enumerate(zip(rows, [bytes(width * channels), *rows], strict=False))
    )
    colour = {3: 2, 4: 6}[channels]
    header = struct.pack(">IIBBBBB", width, len(rows), 8, colour, 0, 0, 0)
    packed = zlib.compress(filtered)
    small = png.small(
        png.SIGNATURE
        + png._chunk(b"IHDR", header)
        + png._chunk(b"IDAT", packed[:7])
        + png._chunk(b"IDAT", packed[7:])
        + png._chunk(b"IEND", b"")
    )
    chunks = dict(png._chunks(small))
    assert png._rows(zlib.decompress(chunks[b"IDAT"]), width, len(rows), 3) == [
        bytes(value for at, value in enumerate(row) if at % channels < 3) for row in rows
    ]


def pictured(width: int, height: int, channels: int) -> Iterator[bytes]:
    return (
        bytes((x * y * 37 + x * 11 + channel * 50) % 256 for x in range(width) for channel in range(channels))
        for y in range(height)
    )
