"""Which files content consists of, and what is said of those that are missing or have another name."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from engine.content.document import written_path
from engine.content.problems import Problem

WHOLE = ("lesson", "sources", "scenarios", "templates", "model", "failures", "code", "settings")
"""What has a file of its own."""
CATALOGUE, OVERRIDES = "catalogue", "messages"
"""The page's own words in a language, a file each in messages/, and what a lesson says instead, in messages.yaml."""
REQUIRED = ("lesson", "sources")
"""What no lesson can do without."""
SPLIT = ("sources", "scenarios", "templates", "failures")
"""What may also stand in several files in a folder of its name, such as `scenarios/night.yaml`."""

Anything = TypeVar("Anything")


def shape_of(file: str) -> str:
    """The name of the schema that a content file follows; "" where none of this name belongs.

    >>> shape_of("modes/batch.yaml"), shape_of("lesson.yaml"), shape_of("scenarios/night.yaml"), shape_of("notes.yaml")
    ('mode', 'lesson', 'scenarios', '')
    """
    if language_of(file):
        return CATALOGUE
    found = re.fullmatch(r"(?:(modes|scenarios|failures|templates|sources)/)?([a-z][a-z0-9-]*)\.yaml", file)
    if not found:
        return ""
    if found[1]:
        return "mode" if found[1] == "modes" else found[1]
    return found[2] if found[2] in (*WHOLE, OVERRIDES) else ""


def language_of(file: str) -> str:
    """The language of a catalogue of messages; "" for any other file.

    >>> language_of("messages/pt-BR.yaml")
    'pt-BR'
    """
    found = re.fullmatch(r"messages/([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.yaml", file)
    return found[1] if found else ""


def of_shape(shape: str, files: Mapping[str, Anything]) -> dict[str, Anything]:
    """Those of some files that follow a schema."""
    return {file: each for file, each in files.items() if shape_of(file) == shape}


def mode_of(file: str) -> str | None:
    """The mode that a file describes, also where its ending is misspelt."""
    found = re.fullmatch(r"modes/(.+)\.ya?ml", file, re.IGNORECASE)
    return found[1] if found else None


def check_names(files: Iterable[str]) -> Iterator[Problem]:
    """Files that do not belong and files that are missing; one that is misnamed may be meant for the latter."""
    files = list(files)
    names = [file for file in files if not file.endswith(".py")]
    meant = set()
    for file in names:
        if not shape_of(file):
            intended = _intended(file)
            meant.add(intended)
            yield _misnamed(file, intended)
    present = {shape_of(file) for file in names}
    for shape in (*REQUIRED, *(["code"] if names != files else [])):
        if shape not in present and f"{shape}.yaml" not in meant:
            yield Problem(f"{shape}.yaml", 1, 1, shape, "the file is missing", "Restore it.")


def _intended(file: str) -> str:
    """The name that a misnamed file was meant to have; "" where it is like none."""
    stem = re.sub(r"\.ya?ml$", "", file, flags=re.IGNORECASE)
    if shape_of(f"{stem.lower()}.yaml"):
        return f"{stem.lower()}.yaml"
    return next(iter(difflib.get_close_matches(f"{stem}.yaml", [f"{shape}.yaml" for shape in WHOLE], 1, 0.75)), "")


def _misnamed(file: str, intended: str) -> Problem:
    if intended and not file.endswith(".yaml"):
        wrong, remedy = "the name of a content file ends in `.yaml`", f"Rename it to `{intended}`."
    elif file.count("/") == 1 and file.startswith("modes/"):
        wrong = "a mode cannot have this name"
        remedy = "Use small letters, digits and hyphens, as in `message-batches.yaml`."
    else:
        wrong = "no file of this name belongs here"
        remedy = (
            f"Did you mean `{intended}`?" if intended else "Modes stand in modes/; put other notes outside content/."
        )
    return Problem(file, 1, 1, written_path(file, ()), wrong, remedy)
