"""The walls between the modules, and what may not pass through them."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from engine.content.lesson import Lesson
from tools.bench.pages import DIAGRAMS

MODULES = {
    ".".join(file.with_suffix("").parts).removesuffix(".__init__"): file
    for file in [*sorted(Path("engine").rglob("*.py")), *sorted(Path("simulator").rglob("*.py"))]
}
BROWSER = {"js", "pyscript", "pyodide", "pyodide_js", "polyscript"}
SOURCES = [
    file
    for folder, kind in (
        ("engine", "*.py"),
        ("simulator", "*.py"),
        ("tools", "*.py"),
        ("tools", "*.mjs"),
        ("browser", "*.js"),
        ("style", "*.css"),
    )
    for file in sorted(Path(folder).rglob(kind))
]


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imports(file: Path, at_once: bool = False) -> Iterator[str]:
    """Every module that a file imports: wherever in it, or only what it needs when it is itself imported."""
    for node in _at_once(tree(file)) if at_once else ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide where a name comes from"
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                yield below if below in MODULES else str(node.module)


def _at_once(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and not (
            isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        ):
            yield child
            yield from _at_once(child)


@pytest.mark.parametrize("module", MODULES)
def test_the_subject_imports_nothing_of_the_browser(module: str) -> None:
    assert not {name.split(".")[0] for name in imports(MODULES[module])} & BROWSER


@pytest.mark.parametrize("module", MODULES)
def test_the_subject_imports_no_tool(module: str) -> None:
    assert not {name.split(".")[0] for name in imports(MODULES[module])} & {"tools", "tests", "main"}


def test_no_import_comes_back_to_where_it_started() -> None:
    graph = {
        module: {name for name in imports(file, at_once=True) if name in MODULES and name != module}
        for module, file in MODULES.items()
    }
    assert set(TopologicalSorter(graph).static_order()) == set(MODULES)


def reached(*modules: str) -> set[str]:
    """Every module that some modules need when they are imported."""
    needed: set[str] = set()
    ahead = list(modules)
    while ahead:
        module = ahead.pop()
        if module in MODULES and module not in needed:
            ahead += imports(MODULES[module], at_once=True)
        needed.add(module)
    return needed


def test_the_rival_in_the_benchmark_has_what_its_diagram_needs() -> None:
    assert {name for name in reached("engine.sequence.diagram") if name in MODULES} <= {
        f"engine.{name.removesuffix('.py').replace('/', '.')}" for name in DIAGRAMS
    }


def test_the_first_screen_needs_neither_the_desk_nor_the_parser_nor_the_shape_of_content() -> None:
    needed = reached("engine.app", "engine.renewal", "engine.page")
    assert {name for name in needed if name.startswith("engine.content.")} == set()
    assert not needed & {"yaml", "jsonschema", "dacite"}
    assert not {name for name in needed if name.startswith(("engine.lazy", "simulator.advice", "simulator.outcomes"))}


@pytest.mark.parametrize("file", [*MODULES.values(), Path("main.py")], ids=str)
def test_no_python_file_names_a_mode(file: Path, lesson: Lesson) -> None:
    texts = {node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant)}
    assert not texts & {*lesson.modes, *(mode.name for mode in lesson.modes.values())}


@pytest.mark.parametrize("module", MODULES)
def test_each_module_says_why_it_exists(module: str) -> None:
    assert ast.get_docstring(tree(MODULES[module])) or module == "engine"


@pytest.mark.parametrize("file", SOURCES, ids=str)
def test_no_file_is_too_long_to_be_read_at_a_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("module", MODULES)
def test_the_subject_keeps_no_clock_and_throws_no_dice(module: str) -> None:
    assert not set(imports(MODULES[module])) & {"time", "datetime", "secrets", "uuid"}
    named = {
        alias.name
        for node in ast.walk(tree(MODULES[module]))
        if isinstance(node, ast.ImportFrom) and node.module == "random"
        for alias in node.names
    }
    whole = {
        alias.name for node in ast.walk(tree(MODULES[module])) if isinstance(node, ast.Import) for alias in node.names
    }
    assert named <= {"Random"}, "chance comes in as a seed"
    assert "random" not in whole


@pytest.mark.parametrize("file", sorted(Path("browser").rglob("*.[jp][sy]")), ids=str)
def test_nothing_scrolls_the_page_around_a_frame(file: Path) -> None:
    """`browser/scroll.js` says how a page scrolls and focuses only itself."""
    for line in file.read_text(encoding="utf-8").splitlines():
        code = line.partition("//")[0]
        assert ".scrollIntoView" not in code
        assert ".focus(" not in code or "preventScroll" in code or "browser.focus(" in code
