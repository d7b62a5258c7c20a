"""Runs in Pyodide under Node (compiler.mjs): finds imports, and compiles modules into an archive."""

import ast
import io
import py_compile
import tempfile
import zipfile
import zipimport
from collections.abc import Iterator
from pathlib import Path

INPUT = Path("/input")
ROOTS = (f"{INPUT}/", "/lib/python314.zip/")
BROWSER_ONLY = {"js", "polyscript", "_pyscript", "pyodide_js", "jsffi"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def reached(entries: list[str], mine: list[str], known: list[str]) -> tuple[dict[str, str], list[str]]:
    """Our modules that some entry modules reach, with their files, and the names that they import from elsewhere.

    `mine` are the packages whose import statements are read.

    A statement inside a function that imports a module of ours reaches for what comes later, and is passed over.
    """
    ours: dict[str, str] = {}
    needed: set[str] = set()
    ahead = list(entries)
    while ahead:
        name = ahead.pop()
        while name:  # a module brings its packages with it
            file = _file(name)
            if name.split(".")[0] not in mine:
                needed.add(name)
            elif file and name not in ours and name not in known:
                ours[name] = str(file)
                ahead += imported_by(ast.parse(file.read_text()), mine)
            name = name.rpartition(".")[0]
    return ours, sorted(name for name in needed if name.split(".")[0] not in BROWSER_ONLY)


def imported_by(tree: ast.Module, mine: list[str]) -> Iterator[str]:
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
        ahead += [each for each in ast.walk(node) if _is_foreign(each, mine)] if inside else ast.iter_child_nodes(node)


def _is_foreign(node: ast.AST, mine: list[str]) -> bool:
    """Whether a statement imports what is not ours."""
    match node:
        case ast.Import(names=[first, *_]):
            return first.name.split(".")[0] not in mine
        case ast.ImportFrom(module=name):
            return str(name).split(".")[0] not in mine
    return False


def _file(name: str) -> Path | None:
    path = INPUT / name.replace(".", "/")
    return next((file for file in (path / "__init__.py", path.with_suffix(".py")) if file.exists()), None)


def archived(archive_name: str, files: dict[str, str], earlier: list[str], compiled: bool) -> bytes:
    """An archive of .pyc files, or of .py files; `files` gives each module's name and where its source is.

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
            _write(archive, path, source, compiled)
        parents = tuple(sorted({name.rpartition(".")[0] for name in files} & set(earlier)))
        _write(archive, f"{archive_name}_parents.py", f"NAMES = {parents!r}", compiled)
        packages = {Path(file).parent for file in files.values() if file.startswith(f"{INPUT}/")} - {INPUT}
        for folder in sorted(packages):
            for data_file in sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".py"):
                name = data_file.relative_to(INPUT).as_posix()
                if name not in archive.namelist():
                    archive.writestr(zipfile.ZipInfo(name, EPOCH), data_file.read_bytes())
    return archive_bytes.getvalue()


def _write(archive: zipfile.ZipFile, path: str, source: str, compiled: bool) -> None:
    if compiled:
        archive.writestr(zipfile.ZipInfo(f"{path}c", EPOCH), _compiled(path, source))
    else:
        archive.writestr(zipfile.ZipInfo(path, EPOCH), source)


def _compiled(path: str, source: str) -> bytes:
    """Python's bytecode, without docstrings and assertions, that is never checked against a source."""
    never = py_compile.PycInvalidationMode.UNCHECKED_HASH
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "module.py")
        file.write_text(source)
        made = py_compile.compile(str(file), f"{file}c", path, True, 2, never)
        return Path(str(made)).read_bytes()
