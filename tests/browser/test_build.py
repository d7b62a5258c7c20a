"""What a build puts into the folder."""

import re
import zipfile
from pathlib import Path

from tools import build
from tools.content import lessons, load_lesson
from tools.content_module import written
from tools.netlify import headers_for

LATE = ("lazy", "checker", "author")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def modules(built: Path, archive: str) -> set[str]:
    [file] = built.glob(f"assets/{archive}-*.wasm")
    return set(zipfile.ZipFile(file).namelist())


def test_a_second_build_from_the_same_inputs_is_byte_for_byte_the_same(built: Path, tmp_path: Path) -> None:
    build.build(tmp_path / "again")
    first, second = contents(built), contents(tmp_path / "again")
    assert set(first) == set(second)
    assert {name for name in first if first[name] != second[name]} == set()


def test_one_rule_says_of_each_file_how_long_it_may_be_kept(built: Path) -> None:
    kept = {f"/{name}": headers_for(f"/{name}").get("Cache-Control") for name in contents(built)}
    assert {
        path: value
        for path, value in kept.items()
        if value != ("public, max-age=31536000, immutable" if path.startswith("/assets/") else "no-cache")
    } == {}


def test_every_asset_has_its_hash_in_its_name(built: Path) -> None:
    assert [each.name for each in (built / "assets").iterdir() if "-" not in each.name] == []


def test_every_module_of_ours_is_in_one_archive_and_no_more(built: Path) -> None:
    inside = [
        name
        for archive in ("library", *LATE)
        for name in modules(built, archive)
        if name.startswith(("engine/", "simulator/", "browser/"))
    ]
    ours = {
        f"{file.as_posix()}c" for folder in ("engine", "simulator", "browser") for file in Path(folder).rglob("*.py")
    }
    assert sorted(inside) == sorted(ours)


def test_the_first_archive_has_no_parser_no_shape_of_content_and_nothing_that_is_lazy(built: Path) -> None:
    first = modules(built, "library")
    assert [
        name for name in first if name.startswith(("yaml/", "jsonschema/", "dacite/", "engine/content/", "engine/lazy"))
    ] == []


def test_what_the_content_of_a_lesson_is_made_of_comes_before_it(built: Path) -> None:
    content = load_lesson(lessons()[0])
    for value, archives in ((content.lesson, ("library",)), (content.lazy, ("library", "lazy"))):
        there = set().union(*(modules(built, archive) for archive in archives))
        needed = re.findall(r"(?m)^import (\S+)$", written(VALUE=value))
        assert {f"{name.replace('.', '/')}.pyc" for name in needed} <= there


def test_what_is_loaded_holds_no_source_text(built: Path) -> None:
    assert [name for archive in ("library", *LATE) for name in modules(built, archive) if name.endswith(".py")] == []
