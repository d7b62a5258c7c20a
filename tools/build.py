"""Assembles `dist/`, the one static folder that is served and embedded.

`python -m tools.build [--plain] [--without NAME,…]`; `--without` leaves out some of tools/couplings.py.

What goes in: the page rendered by `engine.page`, `main.py`, the content, and from the lock files PyScript, Pyodide,
Mermaid, idiomorph and the Python packages that the page imports. Every file but the page and the content has its hash
in its name. Two builds from the same inputs are byte for byte the same.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import distribution
from importlib.metadata import files as files_of
from pathlib import Path

from htpy import Node
from markupsafe import escape

from engine import page as views
from engine.content.lesson import Lesson
from engine.content.load import Content, load
from engine.content.problems import ContentError
from engine.renewal import LIST, digest, published
from engine.state import start
from tools import drawings, font
from tools.compress import compress
from tools.content import content_files, schema_files
from tools.content_module import written
from tools.couplings import known
from tools.highlighting import highlighted
from tools.inlined_dataclasses import describes_content, inlined
from tools.kept import contents, kept_files
from tools.packing import carried, packed
from tools.publish import publish, put, remove_others

DIST = Path("dist")
PACKAGES = ("htpy", "markupsafe", "pyyaml", "jsonschema", "attrs", "pyrsistent", "dacite")
"""What our modules may import; tools/library.mjs takes of it what they do."""
LOCK = Path("package-lock.json")
"""What it names is what lies in node_modules."""
FACE = '<link rel="preload" href="{}" as="font" crossorigin media="(device-posture: continuous)">'
BUNDLER = ("tools/bundle.mjs", "tools/couplings.mjs")
ARCHIVES = ("library", "desk", "checker")
EDITED = """\
# Whoever edits a file of this folder where it is hosted adds its name here, so that learners see the edit. One name a
# line, such as modes/sync.yaml; a line with nothing but * stands for every file.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Assemble the one static folder that is served and embedded.")
    parser.add_argument("--plain", action="store_true", help="no compressed copies beside the files")
    parser.add_argument("--without", type=known, default=known(""), help="couplings to leave out: names with commas")
    options = parser.parse_args()
    try:
        build(DIST, without=options.without)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    if not options.plain:
        compress(DIST)
    print(f"{DIST}/ is ready: {sum(file.stat().st_size for file in DIST.rglob('*')) / 1e6:.1f} MB")
    return 0


def build(target: Path, any_host: bool = False, without: frozenset[str] = frozenset()) -> None:
    """Put a new build in place of the old one, once it is complete.

    A folder for any host holds large files only in the form that no host need compress. `without` are the couplings to
    leave out. Raises `ContentError` where the
    content has mistakes; the old build then stays.
    """
    content, schemas = content_files(), schema_files()
    loaded = load(content, schemas)
    lesson = loaded.lesson
    if missing := drawings.stale(lesson):
        print(f"Not drawn from the present content, so a browser will draw: {', '.join(missing)}. Run `make diagrams`.")
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "dist"
        assets = Assets(folder / "assets", any_host)
        _third_party(assets)
        _python(assets, Path(work), loaded, content, without)
        _scripts(assets, Path(work), without)
        (folder / "index.html").write_text(_page(assets, lesson, without), encoding="utf-8")
        write_content(folder, content_files(), schema_files())  # the newest: it may have been edited meanwhile
        publish(folder, target)


def write_content(folder: Path, content: dict[str, str], schemas: dict[str, str], edited: str = "") -> None:
    """The content, so that whoever hosts the folder can change a word there; `edited` names the files where one did."""
    texts = {published(name): text for name, text in content.items()}
    texts |= {f"schema/{name}.schema.json": text for name, text in schemas.items()}
    files = texts | {LIST: EDITED + edited}
    for name, text in files.items():
        put(folder / "content" / name, text.encode())
    remove_others(folder / "content", files)


class Assets:
    """Files with their hash in their name. What refers to an asset is added after it, and the reference follows."""

    def __init__(self, folder: Path, only_packed: bool = False) -> None:
        self.folder = folder
        self.only_packed = only_packed
        self.names: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        folder.mkdir(parents=True)

    def add(self, name: str, data: bytes | str) -> str:
        """Write an asset; gives the name that it got."""
        if isinstance(data, str):
            data = self.renamed(data).encode()
        stem, _, ending = name.partition(".")
        self.names[name] = f"{stem}-{sha256(data).hexdigest()[:10]}.{ending}"
        self.sizes[name] = len(data)
        (self.folder / self.names[name]).write_bytes(data)
        return self.names[name]

    def add_large(self, name: str, data: bytes) -> None:
        """Write WebAssembly as it is and packed, under one name but for the ending; or only packed."""
        plain = self.folder / self.add(name, data)
        short = plain.with_suffix(".bin")
        short.write_bytes(packed(data))
        if self.only_packed:
            plain.unlink()
            self.names[name] = short.name

    def renamed(self, text: str) -> str:
        """Text whose references to assets ("./x", "../x/y", "./assets/x") use the names that they got."""

        def rename(found: re.Match[str]) -> str:
            hashed = self.names.get(found[2])
            return found[1].replace("../", "./") + hashed if hashed else found[0]

        return re.sub(r"(?<=[\"'(])(\./assets/|\./|\.\./)([\w.-]+/?)", rename, text)


def _third_party(assets: Assets) -> None:
    modules = Path("node_modules")
    assets.add_large("pyodide.asm.wasm", (modules / "pyodide/pyodide.asm.wasm").read_bytes())
    assets.add("pyodide.asm.js", (modules / "pyodide/pyodide.asm.mjs").read_bytes())  # many a host knows no .mjs
    assets.add("text.woff2", font.subset(font.LETTERS))
    assets.add("text-more.woff2", font.subset(font.MORE))


def _python(assets: Assets, work: Path, content: Content, files: dict[str, str], without: frozenset[str]) -> None:
    """The archives of the page's Python, and `main.py`, which names them."""
    stage = work / "python"
    for package in PACKAGES:
        _copy_package(package, stage)
    for folder in ("engine", "simulator", "browser"):
        for file in Path(folder).rglob("*.py"):
            place = stage / file
            place.parent.mkdir(parents=True, exist_ok=True)
            source = file.read_text(encoding="utf-8")
            # Edited content is made into the shapes that it has, which are asked for their fields then.
            as_it_is = describes_content(file) or "dataclasses" in without
            place.write_text(source if as_it_is else inlined(source), encoding="utf-8")
    shutil.copytree("node_modules/@pyscript/core/src/stdlib/pyscript", stage / "pyscript")
    for shim in Path("tools/shims").iterdir():
        if shim.name not in without:
            shutil.copytree(shim, stage / shim.name, ignore=shutil.ignore_patterns("__pycache__"))
    digests = {name: digest(text) for name, text in files.items()}
    records = "records" not in without
    (stage / "lesson.py").write_text(written(records, LESSON=content.lesson, DIGESTS=digests, VERSIONS=versions()))
    (stage / "workshop.py").write_text(written(records, WORKSHOP=highlighted(content.workshop)))
    names = ",".join(sorted(without))
    inputs = contents([stage], stage) + contents([LOCK, Path("tools/library.mjs"), Path("tools/library.py")])
    archives = kept_files(
        inputs + names.encode(), lambda: _made("tools/library.mjs", str(stage), work / "archives", names)
    )
    for archive in ARCHIVES:
        assets.add_large(f"{archive}.wasm", carried(archives[f"{archive}.zip"]))


def _copy_package(name: str, target: Path) -> None:
    """A distribution's Python files, and the data that lies between them."""
    for file in files_of(name) or ():
        if file.suffix in (".py", ".json", "") and not {"..", "tests", "benchmarks"} & set(file.parts):
            place = target / str(file)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(distribution(name).locate_file(file)), place)


def _scripts(assets: Assets, work: Path, without: frozenset[str]) -> None:
    """Scripts, styles and PyScript's configuration, each after what it refers to."""
    inputs = contents(
        [
            LOCK,
            *map(Path, ("browser", "style", "style.css", "tools/bundle.mjs", "tools/couplings.mjs")),
            *Path("engine").rglob("*.css"),
        ]
    )
    names = ",".join(sorted(without))
    bundle = kept_files(inputs + names.encode(), lambda: _made("tools/bundle.mjs", work / "bundle", names))
    for name in (
        "draw.js",
        "picture.js",
        "page.js",
        "loading.js",
        "interpreter.js",
        "start.js",
        "style.css",
        "no-script.css",
        "desk.css",
        "early.js",
    ):
        assets.add(name, bundle[name].decode())
    assets.add("main.txt", Path("main.py").read_text(encoding="utf-8"))  # a host may refuse .py, or run it
    assets.add("icon.svg", Path("browser/icon.svg").read_text(encoding="utf-8"))
    config = tomllib.loads(Path("pyscript.toml").read_text(encoding="utf-8"))
    assets.add("pyscript.json", json.dumps(config))


def _page(assets: Assets, lesson: Lesson, without: frozenset[str]) -> str:
    """index.html with its first screen."""
    at_start = start(lesson, versions())
    state = replace(at_start, drawings=drawings.kept(lesson))
    notices = lesson.words.notices
    late = (
        "draw.js",
        "picture.js",
        "desk.wasm",
        "desk.css",
        "checker.wasm",
        "icon.svg",
        "early.js",
        "style.css",
        "no-script.css",
        "text.woff2",
        "text-more.woff2",
    )
    slots: dict[str, Node] = {
        "face": "" if "posture" in without else FACE.format(_face(assets)),
        "style": _style(assets),
        "no_script": (assets.folder / assets.names["no-script.css"]).read_text(encoding="utf-8").strip(),
        "name": lesson.about.name,
        "title": escape(lesson.about.title),
        "lead": escape(lesson.about.lead),
        "bytes": str(sum(size for name, size in assets.sizes.items() if name not in late)),
        "page": views.page(state),
        "failed": escape(notices.failed),
        "from_file": escape(notices.from_file),
        "no_webassembly": escape(notices.no_webassembly),
        "no_access": escape(notices.no_access),
        "again": escape(notices.try_again),
    }
    template = Path("index.html").read_text(encoding="utf-8")
    parts = re.split(r"\{(\w+)\}", assets.renamed(template))
    return "".join(str(slots[part]) if index % 2 else part for index, part in enumerate(parts))


def _face(assets: Assets) -> str:
    """The text face as an address that holds it. Asked for ahead of the style, it is there for the first frame.

    Chromium needs that, and only it is asked, by a media feature that only it knows: WebKit would lose the face.
    """
    data = (assets.folder / assets.names["text.woff2"]).read_bytes()
    return f"data:font/woff2;base64,{b64encode(data).decode()}"


def _style(assets: Assets) -> str:
    """The style that stands in the page, text face and all, so that the first frame needs nothing else."""
    style = (assets.folder / assets.names["style.css"]).read_text(encoding="utf-8").strip()
    return style.replace(f"./{assets.names['text.woff2']}", _face(assets)).replace("url(./", "url(./assets/")


def versions() -> str:
    """What the build is made of, for About."""
    lock = json.loads(Path("package-lock.json").read_text(encoding="utf-8"))["packages"]
    names = {"PyScript": "@pyscript/core", "Pyodide": "pyodide", "Mermaid": "mermaid"}
    return " · ".join(f"{name} {lock[f'node_modules/{package}']['version']}" for name, package in names.items())


def _made(script: str, *arguments: str | Path) -> Path:
    """The folder, the one path among some arguments, that one of our scripts for Node has filled."""
    [folder] = [each for each in arguments if isinstance(each, Path)]
    folder.mkdir()
    subprocess.run(["node", script, *arguments], check=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
