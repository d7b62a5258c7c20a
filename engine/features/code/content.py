"""The code that a learner could start from: for each mode and vendor a client, each line tied to the steps it performs.

The code stands in real Python files, `content/code/<mode>_<vendor>.py`, and what is said of it in `code.yaml`. A mark,
a comment on a line of its own such as `# step upload` or `# step upload, batch-id`, says by their names which steps of
the mode's diagram the lines below it perform, up to the next mark or the next blank line. Readers see the code without
its marks.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from engine.content.limits import Identifier, Paragraph, Verbatim, Word
from engine.content.lookup import suggestion
from engine.content.mode import Cited
from engine.content.problems import Problem
from engine.content.unwritten import is_unwritten, told

Report = Callable[[tuple[str | int, ...], str, str], Problem]
"""Makes a problem of a path in code.yaml, what is wrong there, and the remedy."""


@dataclass(frozen=True, eq=False)
class Vendor:
    """A vendor whose SDK the code uses."""

    name: Annotated[Word, Verbatim]
    """What the vendor is called."""
    package: Annotated[Word, Verbatim]
    """The SDK's name on PyPI."""
    version: Annotated[Word, Verbatim]
    """The SDK's version that the tests check the code against."""


@dataclass(frozen=True, eq=False)
class Remark:
    """What to know about a vendor's code for a mode."""

    text: Paragraph
    """What is particular about it; where the vendor lacks the mode, that it does, and what the code is instead."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""


@dataclass(frozen=True, eq=False)
class CodeSheet:
    """code.yaml: what is said of the code."""

    vendors: Mapping[Identifier, Vendor]
    """The vendors in the order of the radio buttons, by the name that their files have."""
    remarks: Mapping[Identifier, Mapping[Identifier, Remark]]
    """For each mode, by its file's name, what to know about each vendor's code."""


@dataclass(frozen=True, eq=False)
class CodeLine:
    """A line of code, and the numbers of the steps that it performs."""

    text: str
    steps: tuple[int, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    """What the text consists of, each part with its CSS class; empty where the build has not told them apart."""


@dataclass(frozen=True, eq=False)
class Snippet:
    """A client for one mode and vendor."""

    remark: Remark
    lines: tuple[CodeLine, ...]

    @property
    def text(self) -> str:
        """The code as a learner would copy it: without marks."""
        return "".join(f"{line.text}\n" for line in self.lines)


@dataclass(frozen=True, eq=False)
class Snippets:
    """All of it."""

    vendors: Mapping[str, Vendor]
    clients: Mapping[str, Mapping[str, Snippet]]
    """By mode, then by vendor."""


def snippets(sheet: CodeSheet, files: Mapping[str, str], steps: Mapping[str, list[str]]) -> Snippets:
    """The code in `files` (name below `content/` -> text), with what `sheet` says of it; free of `find_problems`.

    `steps` are the names of each mode's steps, in order.
    """
    return Snippets(
        sheet.vendors,
        {
            mode: {
                vendor: Snippet(sheet.remarks[mode][vendor], marked(files[file_of(mode, vendor)], steps[mode]))
                for vendor in sheet.vendors
            }
            for mode in steps
            if mode in sheet.remarks
        },
    )


def file_of(mode: str, vendor: str) -> str:
    """The name below `content/` of a file of code.

    >>> file_of("some-mode", "vendor")
    'code/some-mode_vendor.py'
    """
    return f"code/{mode}_{vendor}.py"


def marked(text: str, names: list[str]) -> tuple[CodeLine, ...]:
    """The lines of a file, without its marks and with the steps that these say; `names` are those of all steps.

    >>> marked("import this\\n# step wait, answer\\nask()\\n\\nrest()\\n", ["ask", "wait", "answer"])[1]
    CodeLine(text='ask()', steps=(2, 3), parts=())
    """
    lines: list[CodeLine] = []
    steps: tuple[int, ...] = ()
    for line in text.splitlines():
        if mark := _MARK.fullmatch(line):
            steps = tuple(sorted({names.index(name) + 1 for name in mark[1].split(", ")}))
            continue
        steps = steps if line.strip() else ()
        lines.append(CodeLine(line.rstrip(), steps))
    return tuple(lines)


def find_problems(
    data: Any, files: Mapping[str, str], steps: Mapping[str, list[str] | None], report: Report
) -> list[Problem]:
    """Every mistake in the code and in what code.yaml refers to.

    `data` is code.yaml's, of whatever shape (what the schema refuses is passed over); `files` are all the content's;
    `steps` are the names of each mode's steps, None where they cannot be read; `report` is
    `Document.problem` of code.yaml.
    """
    sheet = data if isinstance(data, dict) else {}
    vendors, remarks = _names(sheet.get("vendors")), sheet.get("remarks")
    problems = _misnamed(remarks, vendors, [mode for mode in steps if mode in _coded(files)], list(steps), report)
    if problems:
        return problems  # a file's name would be blamed for a name that is misspelt here
    expected = {file_of(mode, vendor): mode for mode in _names(remarks) if mode in steps for vendor in vendors}
    for file, mode in expected.items():
        if file in files:
            problems += _mistakes(file, files[file], steps[mode])
        else:
            problems.append(_problem(file, 1, "the file is missing", "Restore it."))
    problems += [
        _problem(file, 1, "no mode and vendor have this name", "Name it after both, like the files beside it.")
        for file in files
        if file.startswith("code/") and file not in expected
    ]
    return problems


_MARK = re.compile(r"\s*# step ([\w-]+(?:, [\w-]+)*)\s*")
_LIKE_A_MARK = re.compile(r"\s*#\s*steps?\b.*", re.IGNORECASE)


def _coded(files: Iterable[str]) -> set[str]:
    """The modes that files of code are named after."""
    return {file.removeprefix("code/").partition("_")[0] for file in files if file.startswith("code/")}


def _misnamed(remarks: Any, vendors: list[str], coded: list[str], modes: list[str], report: Report) -> list[Problem]:
    """Remarks about modes or vendors that are not there, and what code there is of which nothing is said."""
    problems = _unlike(("remarks",), _names(remarks), coded, modes, "mode", report)
    for mode in _names(remarks):
        if isinstance(remarks[mode], dict):
            problems += _unlike(("remarks", mode), _names(remarks[mode]), vendors, vendors, "vendor", report)
    return problems


def _unlike(
    path: tuple[str, ...], names: list[str], owed: list[str], known: list[str], what: str, report: Report
) -> list[Problem]:
    """Names that are not known; or else those that are owed and missing, for which one of them may be meant."""
    return [
        report((*path, name), f"unknown {what} `{name}`", suggestion(name, known))
        for name in names
        if known and name not in known
    ] or [report(path, f"the {what} `{name}` is missing", "Add it.") for name in owed if name not in names]


def _names(data: Any) -> list[str]:
    return [name for name in data if isinstance(name, str)] if isinstance(data, dict) else []


def _mistakes(file: str, text: str, names: list[str] | None) -> list[Problem]:
    """What is wrong in a file: its Python, and marks that cannot be read or name no step."""
    problems = []
    try:
        compile(text, file, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        problems.append(_problem(file, line, f"this is not Python: {getattr(error, 'msg', error)}", "Correct it."))
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#") and is_unwritten(comment := line.strip("# ")):
            problems.append(told(file, number, line.index("#") + 1, _path(file), comment))
        elif mark := _MARK.fullmatch(line):
            problems += [
                _problem(file, number, f"the mode has no step `{name}`", _meant(name, names))
                for name in mark[1].split(", ")
                if names is not None and name not in names
            ]
        elif _LIKE_A_MARK.fullmatch(line):
            problems.append(
                _problem(
                    file,
                    number,
                    "this mark cannot be read",
                    "Write it like `# step upload`, or `# step upload, batch-id` for several.",
                )
            )
    return problems


def _meant(name: str, names: list[str]) -> str:
    """What to write instead of a name that no step has; a number may be meant for the name of the step there."""
    if name.isdecimal() and 0 < int(name) <= len(names):
        return f"Did you mean `{names[int(name) - 1]}`?"
    return suggestion(name, names)


def _problem(file: str, line: int, wrong: str, remedy: str) -> Problem:
    return Problem(file, line, 1, _path(file), wrong, remedy)


def _path(file: str) -> str:
    return file.removesuffix(".py").replace("/", ".")
