"""The author's files on disk."""

from pathlib import Path

CONTENT = Path("content")


def content_files() -> dict[str, str]:
    """The text of each file of words, numbers or code, by its name below `content/`.

    In place of what is not UTF-8 stands the mark that `load` finds.
    """
    return {file.relative_to(CONTENT).as_posix(): file.read_text(encoding="utf-8", errors="replace")
            for file in sorted([*CONTENT.rglob("*.yaml"), *CONTENT.glob("code/*.py")])}


def schema_files() -> dict[str, str]:
    """The JSON text of each schema, by its name."""
    return {file.name.removesuffix(".schema.json"): file.read_text(encoding="utf-8")
            for file in sorted((CONTENT / "schema").glob("*.schema.json"))}
