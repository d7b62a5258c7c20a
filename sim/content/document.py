"""One YAML file as plain data that remembers where each value stood.

Reading is safe and bounded: no tags, no aliases, limits on size and depth, so that no file can run code or hang a page.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from sim.content.problems import Problem

LARGEST_FILE = 256 * 1024
"""In characters."""
DEEPEST = 20
"""Levels of nesting."""
MOST = 5_000
"""Values in a file."""
REPLACEMENT = "\ufffd"
"""What stands in a text for bytes that could not be read."""

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
    if len(text) > LARGEST_FILE:
        return [Problem(file, 1, 1, written_path(file, ()), f"the file has more than {LARGEST_FILE} characters",
                        "Shorten it.")]
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return [Problem(file, 1, 1, written_path(file, ()), "the file is empty",
                            "Restore what stood here, or copy the shape of a file beside it.")]
        document = Document(file, loader.construct_document(node), {}, {})
    except yaml.MarkedYAMLError as error:
        return [_syntax_problem(file, error)]
    except yaml.reader.ReaderError as error:
        line, column = _line_and_column(text, error.position)
        return [Problem(file, line, column, written_path(file, ()), "this character cannot be shown", "Remove it.")]
    except (ValueError, OverflowError) as error:
        return [Problem(file, 1, 1, written_path(file, ()), f"this is not YAML: {error}",
                        "Look for an escape such as \\U that stands for no character.")]
    return _locate(document, node) or document


def misread(file: str, text: str) -> list[Problem]:
    """Where a file that is not UTF-8 text was read as if it were."""
    if (position := text.find(REPLACEMENT)) < 0:
        return []
    return [Problem(file, *_line_and_column(text, position), written_path(file, ()), "the file is not UTF-8 text",
                    "Save it as UTF-8, and write this character again.")]


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def written_path(file: str, path: Path) -> str:
    """`path` as authors read it.

    >>> written_path("modes/batch.yaml", ("steps", 2, "to"))
    'modes.batch.steps[2].to'
    """
    written = file.removesuffix(".yaml").replace("/", ".")
    for part in path:
        written += f"[{part}]" if isinstance(part, int) else f".{part}"
    return written


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader, without what a lesson does not need and a page could choke on."""

    depth = 0
    count = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        self.depth += 1
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refused(event, "anchors and aliases (& and *) are not used here",
                           "Write the value out, or put text that begins so in quotation marks.")
        if getattr(event, "tag", None):
            raise _refused(event, "tags (!) are not used here",
                           "Remove the tag, or put text that begins so in quotation marks.")
        if self.depth > DEEPEST:
            raise _refused(event, f"there are more than {DEEPEST} levels of nesting", "Write it flatter.")
        if self.count > MOST:
            raise _refused(event, f"the file has more than {MOST} values", "Shorten it.")
        node = super().compose_node(parent, index)
        self.depth -= 1
        if isinstance(node, yaml.ScalarNode) and node.tag in _NUMBERS and not _PLAIN_NUMBER.fullmatch(node.value):
            raise _refused(event, f"`{node.value[:30]}` is not a number that belongs here",
                           "Write a plain number, or put text in quotation marks.")
        return node


_PLAIN_NUMBER = re.compile(r"[-+]?(0|[1-9]\d{0,15})?(\.\d{1,15})?(e[-+]?\d{1,2})?")
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")

# A date is text here, so it needs no quotation marks.
_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _refused(event: Any, wrong: str, remedy: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=wrong, problem_mark=event.start_mark, note=remedy)


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    wrong = f"this is not YAML: {error.problem or error.context}"
    remedy = "Look at this line and the one above: a missing quotation mark, colon, or a wrong indent."
    if error.note:
        wrong, remedy = str(error.problem), error.note
    elif "quoted scalar" in str(error.context):
        mark, remedy = error.context_mark, "Close the quotation mark that opens here."
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(file, line, column, written_path(file, ()), wrong, remedy)


_UNSHOWABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\uffff\\ud800-\\udfff]")


def _locate(document: Document, root: yaml.Node) -> list[Problem]:
    """Fill in the document's places. The problems: names that stand twice or are no text, texts with nothing to see."""
    problems: list[Problem] = []

    def visit(node: yaml.Node, path: Path, mark: Any) -> None:
        document.places[path] = (mark.line + 1, mark.column + 1)
        if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":str"):
            if node.value and not node.value.strip():
                problems.append(document.problem(path, "the text is empty", "Write something."))
            if _UNSHOWABLE.search(node.value):
                problems.append(document.problem(path, "the text has a character that cannot be shown", "Remove it."))
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                visit(item, (*path, index), item.start_mark)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = (*path, str(key.value))
                twice = name in document.places
                document.names[name] = (key.start_mark.line + 1, key.start_mark.column + 1)
                visit(value, name, value.start_mark if isinstance(value, yaml.ScalarNode) else key.start_mark)
                if twice:
                    problems.append(document.problem(name, f"`{key.value}` stands here a second time",
                                                     "Keep one of the two."))
                elif key.tag != "tag:yaml.org,2002:str":
                    problems.append(document.problem(name, f"the name `{key.value}` is not text",
                                                     "Put it in quotation marks."))

    visit(root, (), root.start_mark)
    return problems
