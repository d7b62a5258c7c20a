"""What takes long is made once for the same inputs."""

from pathlib import Path

import pytest

from tools import kept


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept, "CACHE", tmp_path / "cache")


def test_the_same_inputs_are_made_into_something_once() -> None:
    made = iter([b"first", b"second"])
    assert [kept.kept(".x", b"a", lambda: next(made)) for _ in range(3)] == [b"first"] * 3
    assert kept.kept(".x", b"b", lambda: next(made)) == b"second"


def test_what_could_not_be_made_is_tried_again() -> None:
    def fails() -> bytes:
        raise OSError

    with pytest.raises(OSError):
        kept.kept(".x", b"a", fails)
    assert kept.kept(".x", b"a", lambda: b"made") == b"made"


def test_of_many_only_those_are_made_that_were_not_kept() -> None:
    asked: list[list[int]] = []

    def make(missing: list[int]) -> list[bytes]:
        asked.append(missing)
        return [f"made {number}".encode() for number in missing]

    assert kept.kept_each(".x", [b"a", b"b"], make) == [b"made 0", b"made 1"]
    assert kept.kept_each(".x", [b"a", b"c", b"b"], make) == [b"made 0", b"made 1", b"made 1"]
    assert kept.kept_each(".x", [b"c"], make) == [b"made 1"]
    assert asked == [[0, 1], [1]]


def test_files_are_made_again_when_one_of_their_inputs_changes(tmp_path: Path) -> None:
    made, inputs = tmp_path / "made", tmp_path / "inputs"
    made.mkdir()
    inputs.mkdir()
    (inputs / "a.js").write_text("one")
    runs: list[str] = []

    def make() -> Path:
        runs.append("run")
        (made / "out.js").write_text((inputs / "a.js").read_text())
        return made

    def asked() -> dict[str, bytes]:
        return kept.kept_files(kept.contents([inputs], inputs), make)

    assert asked() == asked() == {"out.js": b"one"}
    (inputs / "a.js").write_text("two")
    assert asked() == {"out.js": b"two"}
    assert len(runs) == 2
