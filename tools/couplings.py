"""Every place where the lesson relies on what PyScript, Pyodide, Mermaid, htpy or a browser does not promise.

Each has a name. `python -m tools.build --without NAME` builds without it, if the lesson starts without it at all;
`make bench ARGS=--ablate` builds without each in turn and says what it gains; docs/upgrading.md lists them for whoever
moves to a new version. The test of each fails, after an upgrade that breaks it, with `look`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Coupling:
    """Something of others' that may change without notice."""

    name: str
    to: str
    """Whose it is."""
    what: str
    why: str
    """What it is for; an issue of theirs where there is one."""
    place: str
    """The file that has it."""
    test: str
    """The test that fails when it no longer holds, as pytest names it, without its parameters."""
    look: str
    """Where to look then."""
    optional: bool = True
    """Whether a build can do without it."""


COUPLINGS = (
    Coupling(
        "asyncio",
        "CPython",
        "a package of ours in place of `asyncio`, which imports the rest of it when it is asked for",
        "asyncio imports sockets, processes and threads, which a page has not, whenever Python starts",
        "tools/shims/asyncio",
        "tests/engine/test_couplings.py::test_asyncio_has_no_module_that_ours_does_not_know",
        "compare Lib/asyncio/__init__.py of the new Python with tools/shims/asyncio/__init__.py",
    ),
    Coupling(
        "optional",
        "CPython",
        "ssl, bz2, lzma and compression are left out of the library",
        "asyncio, shutil and zipfile import them at the start, and go on without them",
        "tools/library.mjs",
        "tests/browser/test_library.py::test_every_module_of_the_library_can_be_imported",
        "see which module now needs one of UNUSED, and take that one off the list",
    ),
    Coupling(
        "bytecode",
        "CPython",
        "the archives hold .pyc files and no source",
        "CPython in a browser takes seconds to compile its own library; a .pyc of another version is refused",
        "tools/library.py",
        "tests/browser/test_build.py::test_what_is_loaded_holds_no_source_text",
        "the archives are compiled by the Pyodide that they are for: see that package-lock.json has one version of it",
    ),
    Coupling(
        "records",
        "ourselves",
        "content arrives as plain records in place of its dataclasses",
        "two dozen classes need not be made at each start",
        "tools/content_module.py",
        "tests/browser/test_build.py::test_the_first_archive_has_no_parser_no_shape_of_content_and_nothing_that_is_lazy",
        "it rests on nothing of others' but `copy.replace`, which asks a value for `__replace__`",
    ),
    Coupling(
        "dataclasses",
        "CPython",
        "our dataclasses have their methods written out by the build",
        "`@dataclass` compiles them when a module is imported",
        "tools/inlined_dataclasses.py",
        "tests/engine/test_inlined_dataclasses.py::test_every_module_that_shows_or_decides_can_be_written_out",
        "compare what dataclasses promise in the new Python with `_methods`",
    ),
    Coupling(
        "stdlib",
        "PyScript",
        "PyScript's own Python lies compiled in our library",
        "it would be written into the file system as text, and compiled at each start",
        "tools/couplings.mjs",
        "tests/engine/test_couplings.py::test_pyscript_still_brings_its_python_in_the_module_that_is_replaced",
        "look for who imports @pyscript/core/src/stdlib.js, and what",
    ),
    Coupling(
        "unused",
        "PyScript and Mermaid",
        "what PyScript and Mermaid import when they meet it is not bundled, but for sequence diagrams",
        "the lesson has one kind of diagram and no plugin of PyScript's; some plugins do not bundle at all",
        "tools/couplings.mjs",
        "tests/engine/test_couplings.py::test_mermaid_still_imports_sequence_diagrams_by_that_name",
        "look for how mermaid.core.mjs imports sequenceDiagram, and for what core.js imports of a plugin",
        optional=False,
    ),
    Coupling(
        "workers",
        "PyScript",
        "the hooks that set workers up are cleared",
        "they use Function(), which our Content-Security-Policy forbids",
        "browser/couplings/workers.js",
        "tests/engine/test_couplings.py::test_pyscript_still_has_the_hook_that_is_cleared",
        "look for `onBeforeRunAsync` in @pyscript/core/src/hooks.js; without it every test in a browser fails too",
        optional=False,
    ),
    Coupling(
        "indexeddb",
        "PyScript",
        "an IndexedDB that lives in memory",
        "PyScript opens one at each start, unasked, and hangs where a sandbox forbids that",
        "browser/couplings/indexeddb.js",
        "tests/engine/test_couplings.py::test_pyscript_asks_no_more_of_indexeddb_than_there_is",
        "look for the methods that @webreflection/idb-map calls",
        optional=False,
    ),
    Coupling(
        "fetching",
        "Pyodide",
        "what Pyodide fetches and compiles is handed to it by our loader",
        "it has to come in the form that a host compresses, and WebAssembly compiles while PyScript is on its way",
        "browser/couplings/fetching.js",
        "tests/engine/test_couplings.py::test_pyodide_still_fetches_by_the_functions_that_are_replaced",
        "look for `fetch(` and `instantiateStreaming` in pyodide.mjs",
        optional=False,
    ),
    Coupling(
        "suspending",
        "Pyodide",
        "`WebAssembly.Suspending` is deleted before Pyodide starts",
        "with stack switching Chromium crashes a tab about once in a hundred visits (pyodide/pyodide#5702, #6106)",
        "browser/couplings/suspending.js",
        "tests/engine/test_couplings.py::test_pyodide_still_looks_for_stack_switching_by_that_name",
        "look for how pyodide.asm.mjs finds out whether there is stack switching, and whether the issues are closed",
    ),
    Coupling(
        "posture",
        "Chromium",
        "the text face is preloaded, by a media feature that only Chromium knows",
        "Chromium needs that to have it for the first frame, and WebKit would lose the face by it",
        "tools/build.py",
        "tests/browser/test_shift.py::test_the_text_face_is_there_for_the_first_frame",
        "find out whether other browsers know `device-posture` by now",
    ),
    Coupling(
        "measuring",
        "Mermaid",
        "Mermaid is made to measure a text as it will be shown",
        "it measures its own signs for an escaped character, so that a drawing is wider than its words",
        "tools/couplings.mjs",
        "tests/engine/test_couplings.py::test_mermaid_still_measures_a_text_where_it_is_patched",
        "look for `textObj.text` in mermaid/dist/chunks/mermaid.core",
    ),
    Coupling(
        "elements",
        "Mermaid",
        "the parts of a drawing are found by `data-et` and by Mermaid's classes",
        "Mermaid offers no other way to tell which step an arrow is",
        "browser/draw.js",
        "tests/engine/test_couplings.py::test_mermaid_still_names_the_parts_of_a_drawing",
        "look for `data-et` in mermaid/dist/chunks/mermaid.core/sequenceDiagram-*.mjs, then run `make diagrams`",
        optional=False,
    ),
)
"""All of them."""


def known(names: str) -> frozenset[str]:
    """The couplings to leave out, from their names with commas between them. Raises `ValueError` for others."""
    asked = frozenset(filter(None, names.split(",")))
    if strange := asked - {each.name for each in COUPLINGS if each.optional}:
        raise ValueError(f"nothing that can be left out has the name {', '.join(sorted(strange))}")
    return asked
