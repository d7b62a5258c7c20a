"""The folder itself: `microsim/<name>/`, which the owner of a book copies to docs/sims/ and is done."""

import shutil
from pathlib import Path

from engine.content.load import Content
from tools import build
from tools.content import CONTENT, load_lesson, load_translation
from tools.microsim.book import PICTURE, Book, load_book
from tools.microsim.index_md import index_md
from tools.microsim.metadata import metadata_json

PAGE = "main.html"
"""What a book's frames show, and in the folder of each other language its page.

The page of a static host would collide with what a book makes of index.md.
"""
SCHEMA = '<meta name="schema" content="https://dmccreary.github.io/intelligent-textbooks/ns/microsim/v1">'
"""By which the tools of such books know a lesson."""


def make(target: Path, lesson: str, language: str = "") -> Path | None:
    """Build a lesson and put its folder below `target`, in place of an older one; gives the folder.

    It holds the lesson in every language; `language` is that of the book, if it is not the author's. None where the
    lesson has no book.yaml. Raises `ContentError` where the content or book.yaml has mistakes; an older folder then
    stays.
    """
    content, book = load_lesson(lesson), load_book(lesson)
    if book is None:
        return None
    folder = target / lesson
    build.build(folder, any_host=True, names=[lesson], page=PAGE)
    dress(folder, content, book)
    if language:
        translated, page = load_translation(lesson, language).content, f"{PAGE}?lang={language}"
        (folder / "index.md").write_text(index_md(translated, page), encoding="utf-8")
    return folder


def dress(folder: Path, content: Content, book: Book) -> None:
    """Make a build into the folder of a book: its pages under another name, and what stands beside them there."""
    for page in (folder / "index.html", *folder.glob("*/index.html")):
        text = page.read_text(encoding="utf-8")
        page.with_name(PAGE).write_text(marked(text) if page.parent == folder else text, encoding="utf-8")
        page.unlink()
    (folder / "index.md").write_text(index_md(content), encoding="utf-8")
    (folder / "metadata.json").write_text(metadata_json(content, book), encoding="utf-8")
    shutil.copy(CONTENT / content.lesson.name / PICTURE, folder / f"{content.lesson.name}.png")


def marked(page: str) -> str:
    """The page with the mark of a lesson in its head."""
    before, head, after = page.partition("<head>\n")
    return f"{before}{head}{SCHEMA}\n{after}"
