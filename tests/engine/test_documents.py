"""What the documents name is there: files, functions, tests, the terms of the glossary, and where their links lead."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tools.content import lessons, load_lesson

GLOSSARY = Path("docs/glossary.md")
ARCHITECTURE = Path("docs/architecture.md")
README = Path("README.md")
DOCUMENTS = [
    README,
    GLOSSARY,
    ARCHITECTURE,
    *map(Path, ("CONTRIBUTING.md", "docs/authoring.md", "docs/browsers.md", "docs/hosting.md")),
    *sorted(Path("docs/decisions").glob("*.md")),
]
LINKING = sorted({*Path().glob("*.md"), *Path("docs").rglob("*.md")})
FOLDERS = ("engine", "simulator", "browser", "tools", "tests", "content", "style", "docs", "bench")


def quoted(document: Path) -> list[str]:
    """Everything between single backticks, outside of blocks."""
    text = re.sub(r"^```.*?^```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", text)


def links(document: Path) -> list[tuple[Path, str]]:
    """Where the links of a document lead inside the repository: a file or a folder, and a heading in it or nothing."""
    text = re.sub(r"^```.*?^```$|`[^`\n]+`", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = [each.partition("#") for each in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in each]
    return [(document.parent / file if file else document, heading) for file, _, heading in found]


def anchors(document: Path) -> list[str]:
    """What a link says after the `#` to lead to each heading of a document."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings]


def places(document: Path) -> list[str]:
    """The files and folders of the repository that a document names, without what is only an example."""
    named = [each.partition("::")[0] for each in quoted(document)]
    return [each for each in named if re.fullmatch(rf"(?:{'|'.join(FOLDERS)})/[\w./-]*", each)]


def named_tests(document: Path) -> list[tuple[str, str]]:
    """Each test that a document names: its file and its function."""
    return [(file, name) for file, _, name in (each.partition("::") for each in quoted(document)) if name]


def terms() -> list[tuple[str, str]]:
    """The glossary's terms, each with where it lives."""
    rows = re.findall(r"^\| (.+?) \| .+ \| `(.+)` \|$", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    return [(term, where) for term, where in rows]


@cache
def program() -> str:
    """All code and content, in which words are looked for."""
    files = [
        file
        for folder in (*FOLDERS[:4], "content")
        for file in sorted(Path(folder).rglob("*"))
        if file.suffix in (".py", ".js", ".mjs", ".yaml")
    ]
    return "\n".join(f"{file.as_posix()}\n{file.read_text(encoding='utf-8')}" for file in files)


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_place_that_a_document_names_is_there(document: Path) -> None:
    assert [each for each in places(document) if not Path(each).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_test_that_a_document_names_is_there(document: Path) -> None:
    for file, name in named_tests(document):
        defined = {
            node.name for node in ast.parse(Path(file).read_text(encoding="utf-8")).body if hasattr(node, "name")
        }
        assert name in defined, f"{document}: {file} has no {name}"


@pytest.mark.parametrize("document", LINKING, ids=str)
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    for target, heading in links(document):
        assert target.exists(), f"{document}: no {target}"
        assert not heading or heading in anchors(target), f"{document}: {target} has no heading {heading}"


def test_the_readme_is_one_screen_names_every_lesson_and_leads_to_every_document() -> None:
    text = README.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 55
    assert [name for name in lessons() if f"**{load_lesson(name).lesson.about.title}**" not in text] == []
    led_to = {target for target, _ in links(README)}
    assert [each for each in Path("docs").glob("*.md") if each not in led_to] == []


def test_each_invariant_names_the_test_that_holds_it() -> None:
    listed = ARCHITECTURE.read_text(encoding="utf-8").partition("\n## Invariants\n")[2].partition("\n## ")[0]
    invariants = [each for each in listed.split("\n- ")[1:] if each.strip()]
    assert len(invariants) >= 12
    for each in invariants:
        assert re.search(r"`tests/[\w/]+\.py::test_\w+`", each), each


def test_the_glossary_has_each_term_once() -> None:
    names = [name for term, _ in terms() for name in term.split(", ")]
    assert len(names) >= 150
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize(("term", "where"), terms())
def test_each_term_of_the_glossary_lives_in_the_program(term: str, where: str) -> None:
    found = Path(where).exists() if "/" in where and where.split("/")[0] in FOLDERS else False
    assert found or re.search(rf"(?<![\w]){re.escape(where)}(?![\w])", program()), f"{term}: nothing is called {where}"
