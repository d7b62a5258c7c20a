"""The author's files on disk."""

from collections.abc import Iterator
from os.path import isfile
from pathlib import Path

from engine.content.document import CLOSED, LARGEST_FILE
from tools.message_schema import message_schema

CONTENT = Path("content")


def content_files() -> dict[str, str]:
    """The text of each file of words, numbers or code, by its name below `content/`.

    Also of those that are misnamed or cannot be read, of which `load` says so: in place of what is not UTF-8 stands a
    mark, and so does in place of a file that may not be read. What an editor or a system leaves beside them is passed
    over.
    """
    found = {
        file.relative_to(CONTENT).as_posix(): _text(file)
        for file in sorted(_regular(CONTENT))
        if file.suffix.lower() in (".yaml", ".yml") or (file.suffix == ".py" and file.parent == CONTENT / "code")
    }
    return {name: text for name, text in found.items() if text is not None}


def schema_files() -> dict[str, str]:
    """The JSON text of each schema, by its name; that of messages is as new as the English catalogue."""
    kept = {
        file.name.removesuffix(".schema.json"): file.read_text(encoding="utf-8")
        for file in sorted((CONTENT / "schema").glob("*.schema.json"))
    }
    made = message_schema(content_files())
    return kept | ({"messages": made} if made else {})


def _regular(folder: Path) -> Iterator[Path]:
    """The files below a folder that are files and not hidden: no folder of such a name, no link that leads nowhere."""
    return (
        file
        for file in folder.rglob("*")
        if isfile(file)  # noqa: PTH113 -- it says no where `Path.is_file` raises
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


def _text(file: Path) -> str | None:
    """A file's text, no more of it than is needed to see that it is too long; None where it has gone meanwhile."""
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            return opened.read(LARGEST_FILE + 2)
    except FileNotFoundError:
        return None
    except OSError:
        return CLOSED
