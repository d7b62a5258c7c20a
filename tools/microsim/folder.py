"""The folder itself: `microsim/<name>/`, which the owner of a book copies to docs/sims/ and is done."""

import shutil
from pathlib import Path

from engine.content.load import Content
from tools import build
from tools.content import CONTENT, load_lesson
from tools.microsim.book import PICTURE, Book, load_book
from tools.microsim.index_md import index_md
from tools.microsim.metadata import metadata_json

PAGE = "main.html"
"""What a book's frames show. The page of a static host would collide with what a book makes of index.md."""
SCHEMA = '<meta name="schema" content="https://dmccreary.github.io/intelligent-textbooks/ns/microsim/v1">'
"""By which the tools of such books know a lesson."""


def make(target: Path, lesson: str) -> Path | None:
    """Build a lesson and put its folder below `target`, in place of an older one; gives the folder.

    None where the lesson has no book.yaml. Raises `ContentError` where the content or book.yaml has mistakes; an older
    folder then stays.
    """
    content, book = load_lesson(lesson), load_book(lesson)
    if book is None:
        return None
    folder = target / lesson
    build.build(folder, any_host=True, names=[lesson])
    dress(folder, content, book)
    return folder


def dress(folder: Path, content: Content, book: Book) -> None:
    """Make a build into the folder of a book: its page under another name, and what stands beside it there."""
    page = folder / "index.html"
    (folder / PAGE).write_text(marked(page.read_text(encoding="utf-8")), encoding="utf-8")
    page.unlink()
    (folder / "index.md").write_text(index_md(content, book), encoding="utf-8")
    (folder / "metadata.json").write_text(metadata_json(content, book), encoding="utf-8")
    shutil.copy(CONTENT / content.lesson.name / PICTURE, folder / f"{content.lesson.name}.png")


def marked(page: str) -> str:
    """The page with the mark of a lesson in its head."""
    before, head, after = page.partition("<head>\n")
    return f"{before}{head}{SCHEMA}\n{after}"
