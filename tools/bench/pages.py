"""The pages that are compared, each assembled as a folder that could be published as it is."""

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import yaml

from engine.review.drawings import first_screen
from tools import build
from tools.content import CONTENT, content_files, lessons, load_lesson
from tools.drawings import file_of

OURS, PLAIN, STOCK, BARE = "this page", "plain JavaScript", "stock PyScript", "bare Pyodide"
DRAWING = "one drawing"
NAMES = (OURS, PLAIN, STOCK, BARE, DRAWING)
WITH_MODES = (OURS, PLAIN, STOCK)
"""Those in which a mode can be chosen."""
RIVALS = Path("bench")
MODULES = Path("node_modules")
PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")
DIAGRAMS = (
    "__init__.py",
    "messages.py",
    "numerals.py",
    "sections.py",
    "sequence/__init__.py",
    "sequence/diagram.py",
    "sequence/narrate.py",
    "sequence/wrap.py",
    "vocabulary.py",
)


def assemble(work: Path) -> dict[str, Path]:
    """Every page's folder, by the page's name."""
    folders = {name: work / name.replace(" ", "-") for name in NAMES}
    build.build(folders[OURS])
    _plain(folders[PLAIN], work)
    _stock(folders[STOCK])
    _bare(folders[BARE])
    _drawing(folders[DRAWING])
    return folders


def _plain(folder: Path, work: Path) -> None:
    """One script with Mermaid, for sequence diagrams alone, and the sources that our Python makes."""
    _copy(RIVALS / "plain", folder, ["index.html"])
    source = work / "plain-source"
    _copy(RIVALS / "plain", source, ["page.js"])
    drawn = first_screen(load_lesson(lessons()[0]).lesson)
    (source / "diagrams.json").write_text(json.dumps({name: made.source for (name, _), made in drawn}))
    subprocess.run(["node", RIVALS / "bundle.mjs", source, folder / "assets/page.js"], check=True)


def _stock(folder: Path) -> None:
    """PyScript, Pyodide and Mermaid as their packages ship them; PyYAML and our diagrams as source text."""
    assets = folder / "assets"
    _copy(RIVALS / "stock", folder, ["index.html"])
    _copy(RIVALS / "stock", assets, ["main.py", "pyscript.toml"])
    _copy(MODULES / "pyodide", assets / "pyodide", PYODIDE)
    pyscript, mermaid = MODULES / "@pyscript/core/dist", MODULES / "mermaid/dist"
    _copy(pyscript, assets / "pyscript", [file.name for file in pyscript.glob("*") if file.suffix in (".js", ".css")])
    chunks = [f"chunks/mermaid.esm.min/{file.name}" for file in (mermaid / "chunks/mermaid.esm.min").glob("*.mjs")]
    _copy(mermaid, assets / "mermaid", ["mermaid.esm.min.mjs", *chunks])
    lesson = lessons()[0]
    read = [file for file in content_files(lesson) if re.match(r"lesson|modes/", file)]
    _copy(CONTENT / lesson, assets / "content", read)
    _copy(CONTENT, assets / "content", ["messages/en.yaml"])
    _zip(assets / "python.zip", {**_pyyaml(), **{f"engine/{name}": Path("engine") / name for name in DIAGRAMS}})


def _bare(folder: Path) -> None:
    assets = folder / "assets"
    _copy(RIVALS / "bare", folder, ["index.html"])
    _copy(RIVALS / "bare", assets, ["page.js"])
    _copy(MODULES / "pyodide", assets / "pyodide", PYODIDE)
    _zip(assets / "yaml.zip", _pyyaml())


def _drawing(folder: Path) -> None:
    """The drawing with which this page starts, alone."""
    _copy(RIVALS / "drawing", folder, ["index.html"])
    _copy(RIVALS / "drawing", folder / "assets", ["page.js"])
    page = folder / "index.html"
    lesson = load_lesson(lessons()[0]).lesson
    drawing = file_of(lesson, lesson.about.modes[0]).read_text(encoding="utf-8").strip()
    page.write_text(page.read_text(encoding="utf-8").replace("{drawing}", drawing), encoding="utf-8")


def _pyyaml() -> dict[str, Path]:
    return _package("yaml")


def _package(name: str) -> dict[str, Path]:
    """An installed package's Python files, by their path below site-packages."""
    place = Path(yaml.__file__).parent.parent / name
    return {f"{name}/{file.name}": file for file in sorted(place.glob("*.py"))}


def _copy(source: Path, target: Path, names: Iterable[str]) -> None:
    for name in names:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, place)


def _zip(archive: Path, files: dict[str, Path]) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, file in files.items():
            opened.write(file, name)
