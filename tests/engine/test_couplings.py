"""What the lesson leans on in others' code is still there: after an upgrade these say where to look."""

import ast
import re
import zipfile
from pathlib import Path

import pytest

from tools.bench import ablate
from tools.couplings import COUPLINGS, Coupling, known

MODULES = Path("node_modules")
STDLIB = zipfile.ZipFile(MODULES / "pyodide/python_stdlib.zip")
NAMED = {each.name: each for each in COUPLINGS}
UPGRADING = Path("docs/upgrading.md")


def holds(name: str, what: object, found: object = None) -> None:
    """Assert what a coupling rests on, or say where to look."""
    coupling = NAMED[name]
    assert what, f"{coupling.to} has changed ({found}): {coupling.look}. It is about {coupling.place}: {coupling.what}."


def text(*path: str) -> str:
    """The text of the one file of a package for browsers that a pattern finds."""
    (file,) = MODULES.glob("/".join(path))
    return file.read_text(encoding="utf-8")


# The list


@pytest.mark.parametrize("coupling", COUPLINGS, ids=lambda each: each.name)
def test_each_coupling_has_its_place_and_its_test(coupling: Coupling) -> None:
    assert Path(coupling.place).exists()
    file, _, name = coupling.test.partition("::")
    tests = [each.name for each in ast.walk(ast.parse(Path(file).read_text())) if isinstance(each, ast.FunctionDef)]
    assert name in tests


def test_the_document_lists_each_with_what_it_is_for_and_where_to_look() -> None:
    rows = re.findall(r"^\| `(\w+)` \|(.*)\|$", UPGRADING.read_text(encoding="utf-8"), re.MULTILINE)
    assert dict(rows) == {
        each.name: f" {each.to} | {each.what} | {each.why} | `{each.place}` | {each.look} " for each in COUPLINGS
    }


def test_each_one_that_can_be_left_out_is_measured() -> None:
    left_out = {name for names in ablate.variants().values() for name in names}
    assert left_out == {each.name for each in COUPLINGS if each.optional}


def test_what_cannot_be_left_out_or_is_not_there_is_refused() -> None:
    first, second, *_ = (each.name for each in COUPLINGS if each.optional)
    assert known(f"{first},{second}") == {first, second}
    for name in ("elements", "no-such"):
        with pytest.raises(ValueError, match=name):
            known(f"{first},{name}")


# CPython


def test_asyncio_has_no_module_that_ours_does_not_know() -> None:
    theirs = re.findall(r"^ *from \.(\w+) import \*", STDLIB.read("asyncio/__init__.py").decode(), re.MULTILINE)
    ours = Path("tools/shims/asyncio/__init__.py").read_text(encoding="utf-8")
    strange = [name for name in theirs if not re.search(rf'\basyncio\.{name} import \*|"{name}"', ours)]
    holds("asyncio", theirs and set(strange) <= {"windows_events"}, strange)


# PyScript


def test_pyscript_still_brings_its_python_in_the_module_that_is_replaced() -> None:
    users = {file.name for file in (MODULES / "@pyscript/core/src").glob("*.js") if "/stdlib.js" in file.read_text()}
    exported = set(re.findall(r"export const (\w+)", text("@pyscript/core/src/stdlib.js")))
    holds("stdlib", users == {"core.js", "hooks.js"} and exported == {"stdlib", "optional"}, (users, exported))


def test_pyscript_still_has_the_hook_that_is_cleared() -> None:
    found = text("@pyscript/core/src/hooks.js").partition("worker: {")[2]
    holds("workers", "onBeforeRunAsync: new SetFunction" in found)


def test_pyscript_asks_no_more_of_indexeddb_than_there_is() -> None:
    source = text("@webreflection/idb-map/index.js")
    used = set(re.findall(r"\bstore\.(\w+)\(|\bstore => store\.(\w+)|\(store\) => store\.(\w+)", source))
    ours = Path("browser/couplings/indexeddb.js").read_text(encoding="utf-8")
    asked = {name for names in used for name in names if name}
    holds("indexeddb", "indexedDB.open(" in source and asked and all(f"{name}: (" in ours for name in asked), asked)


# Pyodide


def test_pyodide_still_fetches_by_the_functions_that_are_replaced() -> None:
    source = text("pyodide/pyodide.mjs")
    holds("fetching", re.search(r"response:fetch\(\w+", source) and "WebAssembly.instantiateStreaming(" in source)
    holds("fetching", 'indexURL+"python_stdlib.zip"' in source and 'e+"pyodide.asm.wasm"' in source)


def test_pyodide_still_looks_for_stack_switching_by_that_name() -> None:
    holds("suspending", '"Suspending"in WebAssembly' in text("pyodide/pyodide.asm.mjs"))


# Mermaid


def test_mermaid_still_imports_sequence_diagrams_by_that_name() -> None:
    found = re.findall(r'import\("([^"]*/sequenceDiagram-[^"]*)"\)', text("mermaid/dist/mermaid.core.mjs"))
    holds("unused", len(found) == 1, found)


def test_mermaid_still_measures_a_text_where_it_is_patched() -> None:
    chunks = (MODULES / "mermaid/dist/chunks/mermaid.core").glob("chunk-*.mjs")
    holds("measuring", [file for file in chunks if "textObj.text = line ||" in file.read_text(encoding="utf-8")])


def test_mermaid_still_names_the_parts_of_a_drawing() -> None:
    source = text("mermaid/dist/chunks/mermaid.core/sequenceDiagram-*.mjs")
    for name in ("message", "note"):
        holds("elements", re.search(rf'"data-et", "{name}"', source), name)
    for name in ("messageText", "activation", "actor-line", "loopText", "sectionTitle"):
        holds("elements", name in source, name)
