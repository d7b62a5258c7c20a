"""An author's changes as others can take them: a patch, a link, an archive, a folder."""

import base64
import io
import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from engine.authoring.changes import (
    Change,
    UnreadableDraftError,
    archive,
    changes,
    for_folder,
    may_go,
    patch,
    read,
    written,
)
from engine.renewal import digest

HOSTED = {"lesson.yaml": "title: A\nlead: b\ngoal: c\n", "modes/call.yaml": "name: Call\n"}
AFTER = {"lesson.yaml": "title: A\nlead: d\ngoal: c\n", "modes/call.yaml": "name: Call\n", "modes/mail.yaml": "name: é"}


def test_what_is_as_it_was_is_no_change() -> None:
    assert [each.file for each in changes(HOSTED, AFTER)] == ["lesson.yaml", "modes/mail.yaml"]


def test_a_link_holds_the_changes_and_nothing_else() -> None:
    assert read(written(changes(HOSTED, AFTER)), HOSTED) == {
        name: AFTER[name] for name in ("lesson.yaml", "modes/mail.yaml")
    }


def test_a_link_to_another_version_says_of_which_file() -> None:
    with pytest.raises(UnreadableDraftError) as caught:
        read(written(changes(HOSTED, AFTER)), HOSTED | {"lesson.yaml": "title: Z\n"})
    assert caught.value.file == "lesson.yaml"


def packed(data: Any) -> str:
    return base64.urlsafe_b64encode(zlib.compress(json.dumps(data).encode())).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "%%%",
        "eJw",
        packed([]),
        base64.urlsafe_b64encode(zlib.compress(b"[" * 1_000_000)).decode(),
        packed({"lesson.yaml": 1}),
        packed({"lesson.yaml": [digest(HOSTED["lesson.yaml"]), [[0, 99, "x"]]]}),
        packed({"lesson.yaml": [digest(HOSTED["lesson.yaml"]), [[-1, 0, "x"]]]}),
        packed({"lesson.yaml": [digest(HOSTED["lesson.yaml"]), [[0, 1, {"a": 1}]]]}),
        packed({"../secret.yaml": ["", [[0, 0, "x"]]]}),
        packed({"code/../../x.py": ["", [[0, 0, "x"]]]}),
        packed({"modes/mail.yaml": ["", [[0, 0, "x" * 5_000_000]]]}),
    ],
)
def test_a_link_that_nobody_here_made_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDraftError):
        read(text, HOSTED)


@pytest.mark.skipif(sys.platform == "emscripten", reason="a browser runs no git")
def test_a_patch_can_be_applied(tmp_path: Path) -> None:
    for name, text in HOSTED.items():
        file = tmp_path / "content/x" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    subprocess.run(
        ["git", "apply", "-"], cwd=tmp_path, input=patch(changes(HOSTED, AFTER), "content/x").encode(), check=True
    )
    assert {name: (tmp_path / "content/x" / name).read_text() for name in AFTER} == AFTER


def test_an_archive_has_the_changed_files_whole() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(changes(HOSTED, AFTER)))) as found:
        assert {name: found.read(name).decode() for name in found.namelist()} == {
            name: AFTER[name] for name in ("lesson.yaml", "modes/mail.yaml")
        }


def test_a_deleted_file_is_a_change_in_every_form() -> None:
    without = {"lesson.yaml": HOSTED["lesson.yaml"]}
    found = changes(HOSTED, without)
    assert found == [Change("modes/call.yaml", "name: Call\n", None)]
    assert read(written(found), HOSTED) == {"modes/call.yaml": None}
    assert "+++ /dev/null" in patch(found, "content/x")
    with zipfile.ZipFile(io.BytesIO(archive(found))) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {"DELETE.txt": b"modes/call.yaml\n"}
    assert found[0].lines == ["@@ -1 +0,0 @@", "-name: Call"]


@pytest.mark.parametrize(("there", "may"), [("a: 1\n", True), (None, True), ("a: 3\n", False)])
def test_a_file_of_a_folder_is_deleted_where_it_is_as_it_was(there: str | None, may: bool) -> None:
    assert may_go(there, "a: 1\n") is may


FIRST = "# yaml-language-server: $schema={}schema/lesson.schema.json\n"


@pytest.mark.parametrize(
    ("there", "then"),
    [
        (None, FIRST.format("../") + "a: 2\n"),
        (FIRST.format("../") + "a: 1\n", FIRST.format("../") + "a: 2\n"),
        (FIRST.format("../") + "a: 2\n", FIRST.format("../") + "a: 2\n"),
        (FIRST.format("../") + "a: 3\n", None),
    ],
)
def test_a_folder_keeps_its_schema_and_no_other_version_is_overwritten(there: str | None, then: str | None) -> None:
    assert for_folder(there, FIRST.format("") + "a: 1\n", FIRST.format("") + "a: 2\n") == then


def test_a_change_shows_what_was_added_and_removed() -> None:
    assert Change("x.yaml", "a\nb\n", "a\nc\n").lines == ["@@ -1,2 +1,2 @@", " a", "-b", "+c"]
