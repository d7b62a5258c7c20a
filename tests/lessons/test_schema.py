"""The schema of each file that an author writes is named in its first line, so that an editor completes and checks it."""

from pathlib import Path

import pytest

from engine.content.files import CATALOGUE, shape_of
from engine.content.load import Content
from tools.build import hosted_files
from tools.content import BOOK, CONTENT, LIST, content_files, lessons


def first_lines() -> dict[str, tuple[str, str]]:
    """The first line of each YAML file, and the schema that the file follows, by its path below `content/`."""
    files = {LIST: ("lessons", (CONTENT / LIST).read_text(encoding="utf-8"))}
    for lesson in lessons():
        files |= {
            f"{lesson}/{file}": (shape_of(file), text)
            for file, text in content_files(lesson).items()
            if file.endswith(".yaml") and shape_of(file) != CATALOGUE
        }
        if (book := CONTENT / lesson / BOOK).exists():
            files[f"{lesson}/{BOOK}"] = ("book", book.read_text(encoding="utf-8"))
    return {file: (text.partition("\n")[0], shape) for file, (shape, text) in files.items()}


FIRST_LINES = first_lines()


@pytest.mark.parametrize("file", FIRST_LINES)
def test_the_first_line_of_each_file_names_its_schema(file: str) -> None:
    first, shape = FIRST_LINES[file]
    before, _, address = first.partition("$schema=")
    assert before == "# yaml-language-server: "
    schema = ((CONTENT / file).parent / address).resolve()
    assert schema == (CONTENT / f"schema/{shape}.schema.json").resolve()
    assert schema.exists()


def test_the_first_line_of_a_file_on_a_host_names_the_schema_beside_it(content: Content) -> None:
    found = hosted_files(content.lesson.name)
    written = {file: text for file, text in found.items() if file.endswith(".yaml") and shape_of(file) != CATALOGUE}
    assert written
    for file, text in written.items():
        address = text.partition("\n")[0].partition("$schema=")[2]
        schema = Path(f"/content/schema/{shape_of(file)}.schema.json")
        assert (Path("/content", file).parent / address).resolve() == schema, file
