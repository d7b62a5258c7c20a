"""Runs in Pyodide under Node (see library.mjs): finds imports, and compiles modules into an archive."""

import ast
import io
import zipfile
import zipimport
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from importlib.util import source_hash
from pathlib import Path

INPUT = Path("/input")
ROOTS = ("/input/library/", "/input/checker/", "/lib/python314.zip/")
BROWSER_ONLY = {"js", "pyscript", "polyscript", "_pyscript", "pyodide_js", "jsffi"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def imported_by(folders: list[str]) -> list[str]:
    """The names of the modules that the Python files of some folders import, wherever in a file they do so."""
    names = set()
    for file in [file for folder in folders for file in (INPUT / folder).rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return sorted(name for name in names if name.split(".")[0] not in BROWSER_ONLY)


def compiled(files: dict[str, str], parents: list[str]) -> bytes:
    """An archive of .pyc files; `files` gives each module's name and where its source is.

    `parents` are packages of an earlier archive to which these modules belong: `parents.NAMES` tells the page.
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
            # Without a docstring a dataclass computes one, slowly; elsewhere docstrings are bytes to download.
            _write(archive, path, source, 1 if path.startswith("sim/") else 2)
        if parents:
            _write(archive, "parents.py", f"NAMES = {tuple(sorted(set(parents)))!r}", 2)
        for folder in sorted({Path(file).parent for file in files.values() if file.startswith("/input/")}):
            for data_file in sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".py"):
                info = zipfile.ZipInfo(data_file.relative_to(INPUT).as_posix().partition("/")[2], EPOCH)
                if info.filename not in archive.namelist():
                    archive.writestr(info, data_file.read_bytes())
    return archive_bytes.getvalue()


def _write(archive: zipfile.ZipFile, path: str, source: str, optimize: int) -> None:
    code = compile(source, path, "exec", dont_inherit=True, optimize=optimize)
    data = _code_to_hash_pyc(code, source_hash(source.encode()), checked=False)
    archive.writestr(zipfile.ZipInfo(path + "c", EPOCH), bytes(data))
