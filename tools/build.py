"""Assembles `dist/`, the one static folder that is served and embedded.

`python -m tools.build [--plain] [--without NAME,…]`; `--without` leaves out some of tools/couplings.py.

What goes in: for each lesson its page rendered by `engine.page`, `main.py` and its content; and once for all of them,
from the lock files, PyScript, Pyodide, Mermaid, idiomorph and the Python packages that the pages import. Every file but
the pages and the content has its hash in its name. Two builds from the same inputs are byte for byte the same.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import distribution
from importlib.metadata import files as files_of
from pathlib import Path

from engine.content.lazy_content import LazyContent
from engine.content.load import Content
from engine.content.problems import ContentError
from engine.renewal import LIST, digest, published
from tools import drawings, font
from tools.assets import Assets
from tools.author_page import write_author_page
from tools.compress import compress
from tools.content import CONTENT, content_files, lessons, load_lessons, schema_files
from tools.content_module import written
from tools.couplings import known
from tools.highlighting import highlighted
from tools.i18n.pages import pages
from tools.inlined_dataclasses import describes_content, inlined
from tools.kept import contents, kept_files
from tools.packing import carried
from tools.page import static_page
from tools.prices import price_list
from tools.publish import publish, put, remove_others
from tools.versions import versions

DIST = Path("dist")
PACKAGES = ("htpy", "markupsafe", "pyyaml", "jsonschema", "attrs", "pyrsistent", "dacite")
"""What our modules may import; tools/library.mjs takes of it what they do."""
LOCK = Path("package-lock.json")
"""What it names is what lies in node_modules."""
BUNDLER = ("tools/bundle.mjs", "tools/couplings.mjs")
COMPILER = (LOCK, Path("tools/compiler.mjs"), Path("tools/library.py"))
"""What decides how the archives are compiled, besides the script that asks for it."""
ARCHIVES = ("library", "lazy", "checker", "author")
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


def build(
    target: Path,
    any_host: bool = False,
    names: list[str] | None = None,
    content: Path = CONTENT,
    without: frozenset[str] = frozenset(),
    page: str = "",
) -> None:
    """Put a new build of some lessons, or all, in place of the old one, once it is complete.

    A folder for any host holds large files only in the form that no host need compress. `without` are the couplings to
    leave out, and `page` is by which name pages find each other, if not by their folders. Raises `ContentError` where
    the content has mistakes; the old build then stays.
    """
    loaded = load_lessons(names or lessons(content), content)
    found = {name: list(pages(each, content, file=page)) for name, each in loaded.items()}
    every = [each for of_lesson in found.values() for each in of_lesson]
    for problem in dict.fromkeys(problem for each in every for problem in each.problems):
        print(f"Not translated, since it is wrong: {problem}")
    if missing := [str(file) for each in every for file in drawings.stale(each.content.lesson, content)]:
        print(f"Not drawn from the present content, so a browser will draw: {', '.join(missing)}. Run `make diagrams`.")
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "dist"
        assets = Assets(folder / "assets", any_host)
        _third_party(assets)
        _python(assets, Path(work), without)
        _scripts(assets, Path(work), without)
        for name, address in addresses(loaded).items():
            for each in found[name]:
                place = address + each.folder
                own = assets.of_lesson("../" * place.count("/") or "./")
                # Who hosts it edits the author's words: a page in another language is as the build made it.
                files = {} if each.folder else hosted_files(name, content)
                _content(own, Path(work) / name / (each.folder or "own"), each.content, files, "records" not in without)
                (folder / place).mkdir(parents=True, exist_ok=True)
                html = static_page(own, each.content.lesson, content, without)
                (folder / place / "index.html").write_text(html, encoding="utf-8")
                if not (any_host or each.folder):
                    write_author_page(folder / place, own, each.content.lesson, files)
                write_content(folder / place, files, {} if each.folder else schema_files())
        publish(folder, target)


def addresses(names: Iterable[str]) -> dict[str, str]:
    """Where on the site each lesson is: the first at the front, each other in a folder of its name.

    >>> addresses(["calls", "queues"])
    {'calls': '', 'queues': 'queues/'}
    """
    first, *others = names
    return {first: ""} | {name: f"{name}/" for name in others}


def hosted_files(lesson: str, content: Path = CONTENT) -> dict[str, str]:
    """A lesson's files as they lie on a host, where the schemas that their first lines name are in the same folder."""
    return {name: text.replace("$schema=../", "$schema=", 1) for name, text in content_files(lesson, content).items()}


def write_content(folder: Path, content: dict[str, str], schemas: dict[str, str], edited: str = "") -> None:
    """The content, so that whoever hosts the folder can change a word there; `edited` names the files where one did."""
    texts = {published(name): text for name, text in content.items()}
    texts |= {f"schema/{name}.schema.json": text for name, text in schemas.items()}
    files = texts | {LIST: EDITED + edited}
    for name, text in files.items():
        put(folder / "content" / name, text.encode())
    remove_others(folder / "content", files)


def _third_party(assets: Assets) -> None:
    modules = Path("node_modules")
    assets.add_large("pyodide.asm.wasm", (modules / "pyodide/pyodide.asm.wasm").read_bytes())
    assets.add("pyodide.asm.js", (modules / "pyodide/pyodide.asm.mjs").read_bytes())  # many a host knows no .mjs
    assets.add("text.woff2", font.subset(font.LETTERS))
    assets.add("text-more.woff2", font.subset(font.MORE))


def _python(assets: Assets, work: Path, without: frozenset[str]) -> None:
    """The archives of the Python that all lessons share."""
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
    names = ",".join(sorted(without))
    inputs = contents([stage], stage) + contents([*COMPILER, Path("tools/library.mjs")])
    archives = kept_files(
        inputs + names.encode(), lambda: _made("tools/library.mjs", str(stage), work / "archives", names)
    )
    for archive in ARCHIVES:
        assets.add_large(f"{archive}.wasm", carried(archives[f"{archive}.zip"]))


def completed(lazy: LazyContent) -> LazyContent:
    """What comes after the first screen, with what only a build can add to an author's words."""
    return replace(highlighted(lazy), prices=price_list()) if lazy.model else highlighted(lazy)


def _content(assets: Assets, work: Path, content: Content, files: dict[str, str], records: bool) -> None:
    """A lesson's own archives, and `main.py`, which names them."""
    stage = work / "python"
    stage.mkdir(parents=True)
    digests = {name: digest(text) for name, text in files.items()}
    (stage / "lesson.py").write_text(written(records, LESSON=content.lesson, DIGESTS=digests, VERSIONS=versions()))
    (stage / "lazy_content.py").write_text(written(records, LAZY_CONTENT=completed(content.lazy)))
    inputs = contents([stage], stage) + contents([*COMPILER, Path("tools/content.mjs")])
    archives = kept_files(inputs, lambda: _made("tools/content.mjs", str(stage), work / "archives"))
    for archive in ("lesson", "lazy_content"):
        assets.add_large(f"{archive}.wasm", carried(archives[f"{archive}.zip"]))
    assets.add("main.txt", Path("main.py").read_text(encoding="utf-8"))  # a host may refuse .py, or run it


def _copy_package(name: str, target: Path) -> None:
    """A distribution's Python files, and the data that lies between them."""
    for file in files_of(name) or ():
        if file.suffix in (".py", ".json", "") and not {"..", "tests", "benchmarks"} & set(file.parts):
            place = target / str(file)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(distribution(name).locate_file(file)), place)


def _scripts(assets: Assets, work: Path, without: frozenset[str]) -> None:
    """Scripts and styles, each after what it refers to."""
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
        "lazy.css",
        "print.css",
        "early.js",
        "author.css",
        "author.js",
    ):
        assets.add(name, bundle[name].decode())
    assets.add("icon.svg", Path("browser/icon.svg").read_text(encoding="utf-8"))


def _made(script: str, *arguments: str | Path) -> Path:
    """The folder, the one path among some arguments, that one of our scripts for Node has filled."""
    [folder] = [each for each in arguments if isinstance(each, Path)]
    folder.mkdir()
    subprocess.run(["node", script, *arguments], check=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
