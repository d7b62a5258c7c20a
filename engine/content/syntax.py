"""Why a file is not YAML: the cause of what the parser stumbled over, where it is, and the remedy.

A parser complains where it can no longer go on, in its own words. What an author did stands there or further up, and
there are few such things to do.
"""

import re
from typing import Any

import yaml

from engine.content.characters import INVISIBLE, named
from engine.content.dialect import CLOSE_IT, Refusal

Cause = tuple[int, int, str, str]
"""Line and column, from 1, what is wrong, and the remedy."""

_NAME = r"\s*(?:- )*[\w-]+"
_UNSEEN = re.compile(f"(?:^|:|- )[ ]*([{INVISIBLE}])")
_INDICATORS = {
    "alphabetic": "`*` or `&`",
    "chomping": "`|` or `>`",
    "a comment or a line break": "`|` or `>`",
    "indentation indicator": "`|` or `>`",
}
QUOTE_IT = "Put the text in quotation marks."
ALIGN = "Put it in the same column as what it belongs beside, with spaces."


def cause(text: str, error: yaml.MarkedYAMLError) -> Cause:
    """What an author did that made the parser stumble."""
    mark = error.problem_mark or error.context_mark
    if isinstance(error, Refusal):
        return _at(mark, str(error.problem), str(error.note))
    lines = [*re.split(r"\r\n|\r|\n", text), ""]
    return (
        _unseen(lines, error)
        or _in_brackets(error)
        or _in_quotes(error)
        or _misplaced(lines, error)
        or _at(
            mark,
            "this cannot be read as YAML",
            "Look at this line and the one above: a missing quotation mark or colon, or a wrong indent.",
        )
    )


def merge_conflict(text: str) -> int | None:
    """Where a version control system has left two versions in a text."""
    found = re.search(r"^(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|) ", text, re.MULTILINE)
    return found.start() if found else None


def _at(mark: Any, wrong: str, remedy: str) -> Cause:
    return (mark.line + 1, mark.column + 1, wrong, remedy) if mark else (1, 1, wrong, remedy)


def _unseen(lines: list[str], error: yaml.MarkedYAMLError) -> Cause | None:
    """A tab, or a space that is none, where the parser looks for indentation or for what follows a colon."""
    if (last := error.problem_mark) is None:
        return None
    first = error.context_mark.line if error.context_mark else last.line
    for number in range(max(first, last.line - 1), last.line + 1):
        if found := _UNSEEN.search(lines[number]):
            return (
                number + 1,
                found.start(1) + 1,
                f"a {named(found[1])} is used where a plain space belongs",
                "Write plain spaces.",
            )
    if "'\\t'" in str(error.problem):
        return _at(last, f"a {named(chr(9))} is used where a plain space belongs", "Write plain spaces.")
    return None


def _in_brackets(error: yaml.MarkedYAMLError) -> Cause | None:
    found = re.match(r"expected ',' or '([\]}])', but got '(.*)'", str(error.problem))
    if not found or not error.context_mark or not error.problem_mark:
        return None
    if error.context_mark.line == error.problem_mark.line and found[2] != "<stream end>":
        return _at(
            error.problem_mark,
            "a comma is missing before this, or a bracket",
            f"Separate the entries by commas, and close them with `{found[1]}`; put text that has `:`, brackets "
            "or braces in quotation marks.",
        )
    opening = {"]": "[", "}": "{"}[found[1]]
    return _at(
        error.context_mark,
        f"the bracket `{opening}` that opens here is not closed",
        f"Close it with `{found[1]}`, or put text that begins so in quotation marks.",
    )


def _in_quotes(error: yaml.MarkedYAMLError) -> Cause | None:
    if "quoted scalar" not in str(error.context):
        return None
    if "escape" in str(error.problem):
        return _at(
            error.problem_mark,
            "a backslash between double quotation marks begins an escape, and this is none",
            "Write two backslashes, or put the text in single quotation marks.",
        )
    return _at(error.context_mark, "the quotation mark that opens here is not closed", CLOSE_IT)


def _misplaced(lines: list[str], error: yaml.MarkedYAMLError) -> Cause | None:
    problem, mark = str(error.problem), error.problem_mark
    if mark is None:
        return None
    line = lines[mark.line]
    before, rest = line[: mark.column], line[mark.column :]
    if problem == "mapping values are not allowed here":
        if re.fullmatch(_NAME, before):
            return _indented(lines, mark)
        return _at(mark, "a colon followed by a space starts a value, and this line already has one", QUOTE_IT)
    if problem == "could not find expected ':'":
        begun = error.context_mark or mark
        return _without_colon(lines[begun.line], begun)
    if problem == "but found another document":
        return _at(mark, "a second document starts here", "Remove the line `---`: a file holds one document.")
    if problem == "sequence entries are not allowed here":
        return _at(
            mark,
            "a list cannot start here",
            "Put it on a line of its own below, or put text that begins with `- ` in quotation marks.",
        )
    if sign := next((signs for words, signs in _INDICATORS.items() if f"expected {words}" in problem), None):
        return _at(error.context_mark or mark, f"{sign} has a meaning of its own at the start of a value", QUOTE_IT)
    if found := re.match(r"found character '(.)' that cannot start any token", problem):
        return _at(mark, f"text cannot begin with `{found[1]}` without quotation marks", QUOTE_IT)
    if problem.startswith("expected the node content") or re.search(r"found '[\]},]'", problem):
        return _at(
            mark, f"`{rest[:1]}` closes nothing here", "Remove it, open it before, or put the text in quotation marks."
        )
    if "<block end>" in problem or "<document start>" in problem or problem.startswith("mapping keys"):
        return _beside(line, before, mark) or _indented(lines, mark)
    return None


def _without_colon(line: str, mark: Any) -> Cause:
    if re.match(_NAME + r":\S", line):
        return _at(mark, "there is no space after the colon", "Write it as `name: value`.")
    return _at(
        mark,
        "this line has no colon",
        "Write it as `name: value`. Text that goes on from the line above is indented deeper than its name.",
    )


def _beside(line: str, before: str, mark: Any) -> Cause | None:
    """What follows a value on its line, so that the two are not one."""
    if before.rstrip()[-1:] in ("'", '"'):
        return _at(
            mark,
            "there is text after a closing quotation mark",
            "Put the whole text in quotation marks, of the other kind than those inside it.",
        )
    if before.rstrip()[-1:] in ("]", "}"):
        return _at(
            mark, "there is text after a closing bracket", "Put text that begins with a bracket in quotation marks."
        )
    if re.match(_NAME + r":\S", line):
        return _at(mark, "there is no space after the colon", "Write it as `name: value`.")
    if ":" not in line and not line.lstrip().startswith("- "):
        return _without_colon(line, mark)
    return None


def _indented(lines: list[str], mark: Any) -> Cause:
    """A line that begins in a column in which nothing above it does."""
    line = lines[mark.line]
    column = len(line) - len(line.lstrip(" "))
    return (mark.line + 1, column + 1, "the indentation of this line fits none of the lines above", ALIGN)
