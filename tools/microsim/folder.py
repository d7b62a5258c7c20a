"""The folder itself: `microsim/<name>/`, which the owner of a book copies to docs/sims/ and is done."""

import shutil
from pathlib import Path

from engine.content.load import Content, load
from tools import build
from tools.content import content_files, schema_files
from tools.microsim.book import PICTURE, Book, load_book
from tools.microsim.index_md import index_md
from tools.microsim.metadata import metadata_json
from tools.plurals import plural

PAGE = "main.html"
"""What a book's frames show. The page of a static host would collide with what a book makes of index.md."""
SCHEMA = '<meta name="schema" content="https://dmccreary.github.io/intelligent-textbooks/ns/microsim/v1">'
"""By which the tools of such books know a lesson."""


def make(target: Path) -> Path:
    """Build the lesson and put its folder below `target`, in place of an older one; gives the folder.

    Raises `ContentError` and `BookError` where the content or book.yaml has mistakes; an older folder then stays.
    """
    content, book = load(content_files(), schema_files(), plural), load_book()
    folder = target / content.lesson.about.name
    build.build(folder, any_host=True)
    dress(folder, content, book)
    return folder


def dress(folder: Path, content: Content, book: Book) -> None:
    """Make a build into the folder of a book: its page under another name, and what stands beside it there."""
    page = folder / "index.html"
    (folder / PAGE).write_text(marked(page.read_text(encoding="utf-8")), encoding="utf-8")
    page.unlink()
    (folder / "index.md").write_text(index_md(content, book), encoding="utf-8")
    (folder / "metadata.json").write_text(metadata_json(content, book), encoding="utf-8")
    shutil.copy(PICTURE, folder / f"{content.lesson.about.name}.png")


def marked(page: str) -> str:
    """The page with the mark of a lesson in its head."""
    before, head, after = page.partition("<head>\n")
    return f"{before}{head}{SCHEMA}\n{after}"
