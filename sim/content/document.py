"""One YAML file as plain data that remembers where each value stood.

Reading is safe and bounded: no tags, no aliases, limits on size and depth, so that no file can run code or hang a page.
"""

from dataclasses import dataclass
from typing import Any

import yaml

from sim.content.problems import Problem

LARGEST_FILE = 256 * 1024
"""In characters."""
DEEPEST = 20
"""Levels of nesting."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A file's plain data, and for each path in it the line and column, counted from 1."""

    file: str
    data: Any
    places: dict[Path, tuple[int, int]]

    def problem(self, path: Path, wrong: str, remedy: str) -> Problem:
        """A mistake at `path`, or, where nothing stands there, at the closest thing around it."""
        nearest = path
        while nearest and nearest not in self.places:
            nearest = nearest[:-1]
        line, column = self.places.get(nearest, (1, 1))
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
        document = Document(file, loader.construct_document(node), {})
    except yaml.MarkedYAMLError as error:
        return [_syntax_problem(file, error)]
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return [Problem(file, 1, 1, written_path(file, ()), f"this is not YAML: {error}", "Remove what is not text.")]
    return _locate(document, node) or document


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
    """PyYAML's safe loader, without aliases and bottomless nesting."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(problem="anchors and aliases (& and *) are not used here",
                                       problem_mark=event.start_mark)
        self.depth += 1
        if self.depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem=f"more than {DEEPEST} levels of nesting",
                                       problem_mark=event.start_mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(file, line, column, written_path(file, ()), f"this is not YAML: {error.problem or error.context}",
                   "Look at this line and the one above: a missing quotation mark, colon, or a wrong indent.")


def _locate(document: Document, root: yaml.Node) -> list[Problem]:
    """Fill in the document's places; the problems are names that stand twice and names that are not text."""
    problems: list[Problem] = []

    def visit(node: yaml.Node, path: Path, mark: Any) -> None:
        document.places[path] = (mark.line + 1, mark.column + 1)
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                visit(item, (*path, index), item.start_mark)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = (*path, str(key.value))
                twice = name in document.places
                visit(value, name, value.start_mark if isinstance(value, yaml.ScalarNode) else key.start_mark)
                if twice:
                    problems.append(document.problem(name, f"`{key.value}` stands here a second time",
                                                     "Keep one of the two."))
                elif key.tag != "tag:yaml.org,2002:str":
                    problems.append(document.problem(name, f"the name `{key.value}` is not text",
                                                     "Put it in quotation marks."))

    visit(root, (), root.start_mark)
    return problems
