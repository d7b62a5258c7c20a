"""The walls between the modules, and what may not pass through them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from engine.features import FEATURES
from simulator.simulation import TAKEN_OUT
from simulator.workload import FACTS
from tools.bench.pages import DIAGRAMS
from tools.content import lessons, load_lessons

PACKAGES = ("engine", "simulator", "tools")
MODULES = {
    ".".join(file.with_suffix("").parts).removesuffix(".__init__"): file
    for package in PACKAGES
    for file in sorted(Path(package).rglob("*.py"))
    if "shims" not in file.parts
}
PURE = [module for module in MODULES if not module.startswith("tools")]
"""What runs in a browser and on any machine: the engine and the simulator."""
BROWSER = {"js", "pyscript", "pyodide", "pyodide_js", "polyscript"}
NAMES = {feature.name for feature in FEATURES}


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


def feature_of(module: str) -> str:
    """The feature whose folder a module stands in; "" for none."""
    return module.partition("engine.features.")[2].partition(".")[0]


@pytest.mark.parametrize("module", PURE)
def test_the_engine_and_the_simulator_import_neither_browser_nor_tools(module: str) -> None:
    outside = {name.split(".")[0] for name in imports(MODULES[module])}
    assert not outside & (BROWSER | {"browser", "tools", "tests", "main"})


def test_no_import_comes_back_to_where_it_started() -> None:
    graph = {
        module: {name for name in imports(file, at_once=True) if name in MODULES and name != module}
        for module, file in MODULES.items()
    }
    assert set(TopologicalSorter(graph).static_order()) == set(MODULES)


def test_the_root_knows_only_the_features_of_the_first_screen() -> None:
    """`rooms` has those of the first screen, `lazy` the others; `page` lays Explore and Compare out."""
    known = {
        module: {feature_of(name) for name in imports(file) if feature_of(name)}
        for module, file in MODULES.items()
        if re.fullmatch(r"engine\.[a-z_]+", module) and module not in ("engine.lazy", "engine.features")
    }
    assert {module for module, names in known.items() if names} == {"engine.first_screen", "engine.page"}
    assert known["engine.page"] <= {"explore", "compare"}


@pytest.mark.parametrize("file", sorted(Path("browser").glob("*.py")), ids=str)
def test_the_browsers_side_knows_no_feature_by_name(file: Path) -> None:
    """It neither imports one, nor compares with its name, nor looks something up by it."""
    assert not {feature_of(name) for name in imports(file)} - {""}
    named = sorted(set(_told_apart(tree(file))) & NAMES)
    assert not named, (
        f"{file} tells {named} from other features: let the feature's room say what is to be done (engine/feature.py). "
        "A key that has nothing to do with the feature but its name needs another one."
    )


def _told_apart(module: ast.Module) -> Iterator[str]:
    """The texts with which code compares, and by which it looks up; one that is only passed on is none of them."""
    for node in ast.walk(module):
        match node:
            case ast.Compare():
                asked: list[ast.expr] = [node.left, *node.comparators]
            case ast.Subscript():
                asked = [node.slice]
            case ast.MatchValue():
                asked = [node.value]
            case ast.Call(func=ast.Attribute(attr="get"), args=[key, *_]):
                asked = [key]
            case _:
                continue
        yield from (
            each.value
            for part in asked
            for each in ast.walk(part)
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ('state.view == "race"', {"race"}),
        ('state.view in ("race", "about")', {"race", "about"}),
        ('state.features["race"]', {"race"}),
        ('state.rooms.get("race")', {"race"}),
        ('match view:\n    case "race": pass', {"race"}),
        ('names = ("spacing", "notes")', set()),
        ('send({"notes": 1}, "notes")', set()),
    ],
)
def test_a_name_by_which_code_decides_is_told_from_a_word_that_is_passed_on(code: str, texts: set[str]) -> None:
    assert set(_told_apart(ast.parse(code))) == texts


def test_only_the_facts_that_the_simulation_reads_tell_its_days_apart() -> None:
    """Days are kept for all workloads that have the same, so what is listed wrongly is wrong, and what is not is slow."""
    helpers = [
        each
        for each in tree(MODULES["simulator.workload"]).body
        if isinstance(each, ast.FunctionDef) and each.name in ("calls", "lanes")
    ]
    modules = (tree(MODULES[f"simulator.{name}"]) for name in ("simulation", "service", "runs", "queueing"))
    read = {
        node.attr
        for part in (*helpers, *modules)
        for node in ast.walk(part)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "workload"
    }
    assert set(TAKEN_OUT) == set(FACTS) - read, "TAKEN_OUT of simulator/simulation.py has the facts that it never reads"


WORKED_OUT = ("simulator", "engine.content", "engine.state", "engine.features.practice.subject", "engine.sections")
"""What presenters ask, so that views need not."""


@pytest.mark.parametrize("module", [module for module in PURE if module.endswith("view")])
def test_a_view_asks_no_model_and_reads_no_content(module: str) -> None:
    asked = {
        name for name in imports(MODULES[module], at_once=True) if name.startswith((*WORKED_OUT, "engine.sequence."))
    }
    assert asked <= {"engine.sequence.view"}


def test_the_features_list_is_the_list_of_folders() -> None:
    folders = {folder.name for folder in Path("engine/features").iterdir() if (folder / "room.py").exists()}
    assert folders == NAMES


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


def test_the_first_screen_needs_no_lazy_feature_no_parser_and_no_shape_of_content() -> None:
    needed = reached("engine.app", "engine.renewal", "engine.page", "engine.first_screen")
    lazy = {feature.name for feature in FEATURES if feature.lazy}
    assert {name for name in needed if name.startswith(("engine.content.", "engine.lazy", "simulator"))} == set()
    assert not {feature_of(name) for name in needed} & lazy
    assert not needed & {"yaml", "jsonschema", "dacite"}


@pytest.mark.parametrize("module", PURE)
def test_nothing_reads_the_clock_or_rolls_dice(module: str) -> None:
    assert not {name.split(".")[0] for name in imports(MODULES[module])} & {"time", "datetime", "secrets", "uuid"}
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


@cache
def names_of_modes() -> set[str]:
    """Those of every lesson."""
    modes = [each for content in load_lessons(lessons()).values() for each in content.lesson.modes.items()]
    return {word for name, mode in modes for word in (name, mode.name)}


@pytest.mark.parametrize("file", [*(MODULES[module] for module in PURE), Path("main.py")], ids=str)
def test_no_python_file_names_a_mode(file: Path) -> None:
    texts = {node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant)}
    assert not texts & names_of_modes()


@pytest.mark.parametrize("module", [module for module in PURE if module != "engine"])
def test_each_module_says_why_it_exists(module: str) -> None:
    assert ast.get_docstring(tree(MODULES[module]))


@pytest.mark.parametrize(
    "file",
    [
        *MODULES.values(),
        *sorted(Path("tools").rglob("*.mjs")),
        *sorted(Path("browser").rglob("*.[jp][sy]")),
        *sorted(Path("style").glob("*.css")),
        *sorted(Path("engine").rglob("*.css")),
    ],
    ids=str,
)
def test_no_file_is_too_long_to_be_read_at_a_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("file", sorted(Path("browser").rglob("*.[jp][sy]")), ids=str)
def test_nothing_scrolls_the_page_around_a_frame(file: Path) -> None:
    """`browser/scroll.js` says how a page scrolls and focuses only itself."""
    for line in file.read_text(encoding="utf-8").splitlines():
        code = line.partition("//")[0]
        assert ".scrollIntoView" not in code
        assert ".focus(" not in code or "preventScroll" in code or "browser.focus(" in code


def test_each_custom_property_that_a_style_sheet_uses_is_defined() -> None:
    """A property that is not defined falls back to nothing: a line vanishes, and no browser says so."""
    sheets = [*Path("style").glob("*.css"), *Path("engine").rglob("*.css")]
    text = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    scripted = "".join(
        file.read_text(encoding="utf-8") for file in [*Path("engine").rglob("*.py"), *Path("browser").rglob("*.js")]
    )
    used = set(re.findall(r"var\((--[\w-]+)", text))
    assert used <= set(re.findall(r"(--[\w-]+):", text + scripted))
