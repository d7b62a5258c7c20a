"""One YAML file as plain data that remembers where each value stood."""

from dataclasses import dataclass
from typing import Any

import yaml

from engine.content.characters import (
    first_refused,
    hidden_in,
    named,
    nothing_to_see,
    remedy_for,
    shown,
)
from engine.content.dialect import TEXT, Loader
from engine.content.problems import Problem
from engine.content.syntax import cause, merge_conflict

LARGEST_FILE = 256 * 1024
"""In characters."""
REPLACEMENT = "\ufffd"
"""What stands in a text for bytes that could not be read."""
BYTE_ORDER_MARK = "\ufeff"
"""What some editors put before the text of a file."""
CLOSED = "\0"
"""What stands in place of a file that nobody was allowed to read."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A file's plain data, and for each path in it the line and column, counted from 1, of its value and its name."""

    file: str
    data: Any
    places: dict[Path, tuple[int, int]]
    names: dict[Path, tuple[int, int]]

    def problem(self, path: Path, wrong: str, remedy: str, of_name: bool = False) -> Problem:
        """A mistake at `path`, or, where nothing stands there, at the closest thing around it."""
        nearest = path
        while nearest and nearest not in self.places:
            nearest = nearest[:-1]
        line, column = (self.names if of_name else self.places).get(nearest, (1, 1))
        return Problem(self.file, line, column, written_path(self.file, path), wrong, remedy)


def read(file: str, text: str) -> Document | list[Problem]:
    """The document in `text`, or every reason why there is none."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    if wrong := misread(file, text):
        return wrong
    try:
        loader = Loader(text)
        node = loader.get_single_node()
        if node is None:
            return [
                Problem(
                    file,
                    1,
                    1,
                    written_path(file, ()),
                    "the file is empty",
                    "Restore what stood here, or copy the shape of a file beside it.",
                )
            ]
        document = Document(file, loader.construct_document(node), {}, {})
    except yaml.MarkedYAMLError as error:
        line, column, why, remedy = cause(text, error)
        return [Problem(file, line, column, written_path(file, ()), why, remedy)]
    return _locate(document, node) or document


def misread(file: str, text: str) -> list[Problem]:
    """Why a file, of whatever kind, is no text of which content can be made."""

    def problem(position: int, wrong: str, remedy: str) -> list[Problem]:
        return [Problem(file, *_line_and_column(text, position), written_path(file, ()), wrong, remedy)]

    text = text.removeprefix(BYTE_ORDER_MARK)
    if text == CLOSED:
        return problem(0, "the file cannot be read", "Allow yourself to read it, for example with `chmod u+r`.")
    if len(text) > LARGEST_FILE:
        return problem(
            0,
            f"the file has more than {LARGEST_FILE:,} characters",
            "Move some of it into a second file where the file can be split, or shorten it.",
        )
    if (position := text.find(REPLACEMENT)) >= 0:
        return problem(position, "the file is not UTF-8 text", "Save it as UTF-8, and write this character again.")
    if (found := first_refused(text)) is not None:
        return problem(found, f"there is a {named(text[found])} here", remedy_for(text[found]))
    if (found := merge_conflict(text)) is not None:
        return problem(found, "a merge left two versions here", "Keep one, and remove the lines that mark them.")
    return []


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def written_path(file: str, path: Path) -> str:
    """`path` as authors read it.

    >>> written_path("modes/batch.yaml", ("steps", 2, "to"))
    'modes.batch.steps[2].to'
    """
    written = file.removesuffix(".yaml").replace("/", ".")
    for part in path:
        written += f"[{part}]" if isinstance(part, int) else f".{shown(part)}"
    return written


def _locate(document: Document, root: yaml.Node) -> list[Problem]:
    """Fill in the document's places. The problems: names that stand twice or are no text, texts with nothing to see."""
    problems: list[Problem] = []

    def visit(node: yaml.Node, path: Path, mark: Any) -> None:
        document.places[path] = (mark.line + 1, mark.column + 1)
        if isinstance(node, yaml.ScalarNode) and node.tag == TEXT:
            problems.extend(check_text(document, path, node.value))
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                visit(item, (*path, index), item.start_mark)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = (*path, str(key.value))
                twice = name in document.places
                document.names[name] = (key.start_mark.line + 1, key.start_mark.column + 1)
                visit(value, name, value.start_mark if isinstance(value, yaml.ScalarNode) else key.start_mark)
                problems.extend(_check_name(document, name, key, twice))

    visit(root, (), root.start_mark)
    return problems


def check_text(document: Document, path: Path, text: str) -> list[Problem]:
    """A text has something to see, and nothing that cannot be shown, not even as an escape."""
    if text and nothing_to_see(text):
        return [document.problem(path, "the text is empty", "Write something.")]
    found = first_refused(text)
    if found is not None:
        return [document.problem(path, f"the text has a {named(text[found])}", remedy_for(text[found]))]
    return [document.problem(path, f"the text has a {named(chr(9))}", "Write spaces.")] if "\t" in text else []


def _check_name(document: Document, path: Path, key: yaml.ScalarNode, twice: bool) -> list[Problem]:
    name = key.value
    if twice:
        return [document.problem(path, f"`{shown(name)}` stands here a second time", "Keep one of the two.")]
    if key.tag != TEXT:
        return [document.problem(path, f"the name `{shown(name)}` is not text", "Put it in quotation marks.")]
    if hidden := hidden_in(name):
        return [
            document.problem(
                path,
                f"the name `{shown(name)}` has a {named(hidden)} in it",
                "Write it again, with plain letters.",
                of_name=True,
            )
        ]
    return []
