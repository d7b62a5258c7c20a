"""The code of each lesson that learners could start from: real Python, and true of the vendors' packages."""

import ast
import importlib
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from engine.content.load import Content
from engine.content.mode import Mode
from engine.features.code.content import Snippet
from engine.features.code.presenter import code as presented
from engine.features.code.state import Code
from engine.features.code.view import code
from tests.conftest import Golden
from tests.support.markup import find, tags
from tools.content import CONTENT
from tools.highlighting import highlighted

CODE = sorted(CONTENT.glob("*/code/*.py"))
FOLDERS = sorted({file.parent for file in CODE})
WIDEST = 72
LONGEST = 40


@pytest.fixture(scope="session", name="coded")
def _coded(content: Content) -> Content:
    """A lesson that has code."""
    if "code" not in content.lesson.features:
        pytest.skip("the lesson has no code")
    return content


def clients(content: Content) -> Iterator[tuple[str, str, Snippet]]:
    """Each mode, each vendor, and the code of the two."""
    for mode, snippets in content.lazy.snippets.clients.items():
        for vendor, snippet in snippets.items():
            yield mode, vendor, snippet


def performed(mode: Mode, snippet: Snippet) -> list[str]:
    """The steps that some line performs, but for those that are one way of several."""
    numbers = {number for line in snippet.lines for number in line.steps}
    return [step.id for number, step in enumerate(mode.steps, 1) if number in numbers and not step.within]


def whose(mode: Mode, steps: Iterable[str]) -> str:
    """The participant whose code it is: who takes part in most of the steps that it performs."""
    done = {*steps}
    return Counter(
        who for step in mode.steps if step.id in done for who in {step.from_, step.to or step.from_}
    ).most_common(1)[0][0]


# The files


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.stem)
def test_code_fits_a_narrow_column_and_is_short(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "# step" not in line]
    assert max(len(line) for line in lines) <= WIDEST
    assert len(lines) <= LONGEST


def test_each_mode_that_has_code_has_it_for_each_vendor(coded: Content) -> None:
    snippets = coded.lazy.snippets
    assert [mode for mode, each in snippets.clients.items() if each.keys() != snippets.vendors.keys()] == []


def test_which_steps_the_code_performs_is_the_golden_text(coded: Content, golden: Golden) -> None:
    """Of a step that no line performs a reviewer asks whether the client has a part in it."""
    lesson = coded.lesson
    said = []
    for mode, vendor, snippet in clients(coded):
        done = {number for line in snippet.lines for number in line.steps}
        steps = [
            f"{'' if number in done else 'without '}{step.id}"
            for number, step in enumerate(lesson.modes[mode].steps, 1)
        ]
        said.append(f"{mode} {vendor}: {', '.join(steps)}\n")
    golden(f"{lesson.name}/code.txt", "".join(said))


def test_what_the_code_does_with_one_vendor_it_does_with_every_vendor(coded: Content) -> None:
    for name, snippets in coded.lazy.snippets.clients.items():
        mode = coded.lesson.modes[name]
        found = {vendor: performed(mode, snippet) for vendor, snippet in snippets.items()}
        client = whose(mode, (step for steps in found.values() for step in steps))
        own = {step.id for step in mode.steps if client in (step.from_, step.to)}
        assert len({tuple(step for step in steps if step in own) for steps in found.values()}) == 1, found


def test_what_a_learner_copies_is_the_same_python_as_the_file(coded: Content) -> None:
    for mode, vendor, snippet in clients(coded):
        file = CONTENT / coded.lesson.name / "code" / f"{mode}_{vendor}.py"
        assert ast.dump(ast.parse(snippet.text)) == ast.dump(ast.parse(file.read_text(encoding="utf-8")))
        assert "# step" not in snippet.text


def test_a_learner_is_told_the_version_that_the_code_was_checked_against(coded: Content) -> None:
    vendors = coded.lazy.snippets.vendors.values()
    assert {each.package: each.version for each in vendors} == {each.package: version(each.package) for each in vendors}


def test_what_is_shown_and_what_is_copied_are_the_same_code_with_its_strings_told_apart(coded: Content) -> None:
    coloured = highlighted(coded.lazy)
    for mode, vendor, snippet in clients(coded):
        for lazy in (coded.lazy, coloured):
            found = tags(str(code(coded.lesson, presented(coded.lesson, lazy, mode, Code(vendor)))))
            assert next(find(found, "code")).text == snippet.text
            assert bool([*find(found, "span", class_="string")]) is (lazy is coloured)


# The vendors' packages


def type_checked(folder: Path) -> list[str]:
    """What mypy says of the files in a folder, with the vendors' own types."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--scripts-are-modules",
            "--config-file=",
            "--no-error-summary",
            "--cache-dir=.mypy_cache/code",
            *map(str, sorted(folder.glob("*.py"))),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def missing(folder: Path) -> list[str]:
    """Files that use what a module does not have: google-genai answers mypy, but not Python, to any name."""
    found = []
    for file in sorted(folder.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        modules = {
            alias.name: f"{node.module}.{alias.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
            if alias.name.islower()
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                module = importlib.import_module(modules[node.value.id])
                found += [] if hasattr(module, node.attr) else [f"{file}: {node.attr}"]
    return found


def misspelt(text: str) -> Iterator[tuple[str, str]]:
    """The code with one name of a parameter, an attribute or an import misspelt, for each of them: name and code."""
    lines = text.splitlines(keepends=True)
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.keyword(arg=str(name)):
                line, end = node.lineno, node.col_offset + len(name)
            case ast.Attribute(attr=name, end_lineno=int(line), end_col_offset=int(end)):
                pass
            case ast.alias(name=name, lineno=int(line), end_col_offset=int(end)):
                pass
            case _:
                continue
        wrong = lines.copy()
        wrong[line - 1] = lines[line - 1][:end] + "x" + lines[line - 1][end:]
        yield f"{name}_{line}_{end}", "".join(wrong)


@pytest.mark.slow
def test_every_name_and_parameter_exists_in_the_vendors_packages() -> None:
    assert [problem for folder in FOLDERS for problem in type_checked(folder) + missing(folder)] == []


@pytest.mark.slow
def test_that_check_finds_any_name_of_a_parameter_an_attribute_or_an_import_misspelt(tmp_path: Path) -> None:
    for file in CODE:
        for name, wrong in misspelt(file.read_text(encoding="utf-8")):
            (tmp_path / f"{file.stem}_{name.replace('.', '_')}.py").write_text(wrong, encoding="utf-8")
    found = {
        Path(line.partition(":")[0]).stem
        for line in type_checked(tmp_path) + missing(tmp_path)
        if ": note:" not in line
    }
    made = {file.stem for file in tmp_path.glob("*.py")}
    assert len(made) > 10 * len(CODE)
    assert made - found == set()
