"""Runs in Pyodide under Node (library.mjs, content.mjs): finds imports, and compiles modules into an archive."""

import ast
import io
import zipfile
import zipimport
from collections.abc import Iterator
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from importlib.util import source_hash
from pathlib import Path

INPUT = Path("/input")
OURS = {
    "engine",
    "simulator",
    "browser",
    "lesson",  # of each lesson, compiled by content.mjs
    "workshop",
    "pyscript",
    "_colorize",
    "_pyodide",
    "asyncio",
    "sitecustomize",
}
"""Packages whose import statements are read; those of others are tried."""
ROOTS = (f"{INPUT}/", "/lib/python314.zip/")
BROWSER_ONLY = {"js", "polyscript", "_pyscript", "pyodide_js", "jsffi"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def reached(entries: list[str], known: list[str]) -> tuple[dict[str, str], list[str]]:
    """Our modules that some entry modules reach, with their files, and the names that they import from elsewhere.

    A statement inside a function that imports a module of ours reaches for what comes later, and is passed over.
    """
    ours: dict[str, str] = {}
    needed: set[str] = set()
    ahead = list(entries)
    while ahead:
        name = ahead.pop()
        while name:  # a module brings its packages with it
            file = _file(name)
            if name.split(".")[0] not in OURS:
                needed.add(name)
            elif file and name not in ours and name not in known:
                ours[name] = str(file)
                ahead += imported_by(ast.parse(file.read_text()))
            name = name.rpartition(".")[0]
    return ours, sorted(name for name in needed if name.split(".")[0] not in BROWSER_ONLY)


def imported_by(tree: ast.Module) -> Iterator[str]:
    """The names that a module imports at once: not in a function, and not for type checkers only."""
    ahead: list[ast.AST] = [tree]
    while ahead:
        node = ahead.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ahead += (
            [each for each in ast.walk(node) if isinstance(each, ast.Import | ast.ImportFrom) and not _is_ours(each)]
            if inside
            else ast.iter_child_nodes(node)
        )


def _is_ours(node: ast.Import | ast.ImportFrom) -> bool:
    name = node.names[0].name if isinstance(node, ast.Import) else str(node.module)
    return name.split(".")[0] in OURS


def _file(name: str) -> Path | None:
    path = INPUT / name.replace(".", "/")
    return next((file for file in (path / "__init__.py", path.with_suffix(".py")) if file.exists()), None)


def compiled(archive_name: str, files: dict[str, str], earlier: list[str]) -> bytes:
    """An archive of .pyc files; `files` gives each module's name and where its source is.

    Packages of an earlier archive may have modules in this one: its `…_parents.NAMES` tells the page which.
    """
    archive_bytes = io.BytesIO()
    with zipfile.ZipFile(archive_bytes, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(set(files.values())):
            root = next((root for root in ROOTS if file.startswith(root)), None)
            if root is None or not file.endswith(".py"):
                continue
            path = file.removeprefix(root)
            if root.endswith(".zip/"):
                source = zipimport.zipimporter(root.rstrip("/")).get_data(file).decode()
            else:
                source = Path(file).read_text()
            _write(archive, path, source, 2)
        parents = tuple(sorted({name.rpartition(".")[0] for name in files} & set(earlier)))
        _write(archive, f"{archive_name}_parents.py", f"NAMES = {parents!r}", 2)
        packages = {Path(file).parent for file in files.values() if file.startswith(f"{INPUT}/")} - {INPUT}
        for folder in sorted(packages):
            for data_file in sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".py"):
                name = data_file.relative_to(INPUT).as_posix()
                if name not in archive.namelist():
                    archive.writestr(zipfile.ZipInfo(name, EPOCH), data_file.read_bytes())
    return archive_bytes.getvalue()


def _write(archive: zipfile.ZipFile, path: str, source: str, optimize: int) -> None:
    code = compile(source, path, "exec", dont_inherit=True, optimize=optimize)
    data = _code_to_hash_pyc(code, source_hash(source.encode()), checked=False)
    archive.writestr(zipfile.ZipInfo(path + "c", EPOCH), bytes(data))
