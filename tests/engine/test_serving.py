"""What an author who saves while the folder is served can rely on."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from tools.build import write_content
from tools.publish import publish
from tools.serve import Builder, saves


def test_what_is_asked_for_during_a_build_is_built_after_it_once() -> None:
    begun, go_on = threading.Semaphore(0), threading.Semaphore(0)
    built: list[int] = []

    def build() -> None:
        begun.release()
        assert go_on.acquire(timeout=10)
        built.append(len(built))

    builder = Builder(build)
    builder.ask()
    assert begun.acquire(timeout=10)
    builder.ask()
    builder.ask()
    go_on.release()
    assert begun.acquire(timeout=10)
    go_on.release()
    assert not begun.acquire(timeout=0.2)
    assert len(built) == 2


@pytest.mark.slow
def test_a_folder_that_is_served_has_no_hole_while_a_build_takes_its_place(tmp_path: Path) -> None:
    target, builds = tmp_path / "dist", [tmp_path / "one", tmp_path / "two"]
    for folder in builds:
        for name in ("index.html", "content/lesson.yaml", f"assets/{folder.name}.js"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(f"{folder.name}\n" * 1000)
    publish(builds[0], target)
    done, torn = threading.Event(), []

    def read() -> None:
        whole = {(folder / "index.html").read_text() for folder in builds}
        while not done.is_set():
            for name in ("index.html", "content/lesson.yaml"):
                text = (target / name).read_text() if (target / name).exists() else ""
                if text not in whole:
                    torn.append(name)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(200):
        publish(builds[turn % 2], target)
    done.set()
    reader.join()
    assert torn == []
    assert sorted(file.name for file in target.rglob("*") if file.is_file()) == ["index.html", "lesson.yaml", "two.js"]


def test_content_that_was_deleted_is_not_served_on(tmp_path: Path) -> None:
    write_content(tmp_path, {"lesson.yaml": "a", "modes/old.yaml": "b"}, {"lesson": "{}"})
    write_content(tmp_path, {"lesson.yaml": "c"}, {"lesson": "{}"})
    left = {
        file.relative_to(tmp_path).as_posix(): file.read_text()
        for file in tmp_path.rglob("*")
        if file.suffix != ".txt" and file.is_file()
    }
    assert left == {"content/lesson.yaml": "c", "content/schema/lesson.schema.json": "{}"}


@pytest.mark.slow
def test_what_was_saved_before_the_files_are_watched_is_not_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mode.yaml"
    file.write_text("name: Sync")
    monkeypatch.setattr("tools.serve.SOURCES", (str(tmp_path),))
    with closing(saves(since=file.stat().st_mtime - 1)) as told:
        next(told)
    with closing(saves(since=file.stat().st_mtime + 1)) as told:
        later = threading.Timer(1.5, file.write_text, ["name: Batch"])
        later.start()
        next(told)
        assert file.read_text() == "name: Batch"
