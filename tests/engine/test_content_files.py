"""Which files below `content/` are read, whatever else editors and systems leave there, and how they may be split."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.content.codes import MODE, SCENARIO, code
from engine.content.document import CLOSED
from engine.content.load import load, named_files
from engine.content.problems import ContentError
from tests.engine.small import MODE as CALL
from tests.engine.small import SCENARIOS, SOURCES, small_files
from tools.content import content_files


def said(files: Mapping[str, str], schemas: Mapping[str, str]) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load(files, schemas)
    return [str(problem) for problem in caught.value.problems]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """The small lesson on disk."""
    for name, text in small_files().items():
        (tmp_path / "small" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "small" / name).write_text(text, encoding="utf-8")
    return tmp_path / "small"


def test_what_editors_and_systems_leave_is_passed_over(folder: Path) -> None:
    (folder / ".#lesson.yaml").symlink_to("author@host.1234:5678")
    (folder / "gone.yaml").symlink_to("nowhere")
    for name in (
        "._model.yaml",
        ".lesson.yaml.swp",
        "lesson.yaml~",
        "#lesson.yaml#",
        "4913",
        ".DS_Store",
        "lesson.yaml.orig",
        "modes/.hidden.yaml",
    ):
        (folder / name).write_bytes(b"\0\xff")
    (folder / "old.yaml").mkdir()
    (folder / ".git").mkdir()
    (folder / ".git" / "lesson.yaml").write_text("a: 1")
    os.mkfifo(folder / "pipe.yaml")
    assert content_files("small", folder.parent) == small_files()


def test_what_cannot_be_read_stands_as_a_mark_that_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch, schemas: Mapping[str, str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    (folder / "sources.yaml").write_bytes(b"study: \xff\xfe")
    assert "the file is not UTF-8 text" in said(content_files("small", folder.parent), schemas)[0]
    monkeypatch.setattr(Path, "open", refuse)
    assert set(content_files("small", folder.parent).values()) == {CLOSED}


def test_a_huge_file_is_read_no_further_than_is_needed_to_refuse_it(folder: Path, schemas: Mapping[str, str]) -> None:
    (folder / "sources.yaml").write_text("x" * 2_000_000)
    found = content_files("small", folder.parent)
    assert len(found["sources.yaml"]) < 300_000
    assert "more than 262,144 characters" in said(found, schemas)[0]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("lesson.yml", "Rename it to `lesson.yaml`."),
        ("lesson.YAML", "Rename it to `lesson.yaml`."),
        ("Lesson.yaml", "Did you mean `lesson.yaml`?"),
        ("leson.yaml", "Did you mean `lesson.yaml`?"),
        ("lesson (1).yaml", "Did you mean `lesson.yaml`?"),
    ],
)
def test_a_misnamed_file_is_named_with_its_right_name_and_nothing_else(
    name: str, remedy: str, folder: Path, schemas: Mapping[str, str]
) -> None:
    (folder / "lesson.yaml").rename(folder / name)
    found = said(content_files("small", folder.parent), schemas)
    assert [line.partition(":")[0] for line in found] == [f"content/{name}"]
    assert found[0].endswith(remedy)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("modes/call.yml", "Rename it to `modes/call.yaml`."), ("modes/A call.yaml", "as in `message-batches.yaml`.")],
)
def test_a_misnamed_mode_is_named(name: str, remedy: str, folder: Path, schemas: Mapping[str, str]) -> None:
    (folder / "modes" / "call.yaml").rename(folder / name)
    assert any(
        line.startswith(f"content/{name}") and line.endswith(remedy)
        for line in said(content_files("small", folder.parent), schemas)
    )


def test_a_byte_order_mark_before_a_file_changes_nothing(schemas: Mapping[str, str]) -> None:
    files = {name: f"\ufeff{text}" for name, text in small_files().items()}
    assert load(files, schemas).lesson.about.title == "A lesson"


def test_scenarios_may_stand_in_several_files(schemas: Mapping[str, str]) -> None:
    files = small_files()
    files["scenarios/more.yaml"] = SCENARIOS.replace("question:", "more:").replace("seed: true", "seed: false")
    assert list(load(files, schemas).lazy.scenarios) == ["question", "more"]
    del files["scenarios.yaml"]
    files["settings.yaml"] = files["settings.yaml"].replace("start: question", "start: more")
    assert list(load(files, schemas).lazy.scenarios) == ["more"]
    files["sources/more.yaml"] = files.pop("sources.yaml").replace("study:", "study:", 1)
    assert list(load(files, schemas).lesson.sources) == ["study"]
    files["scenarios/again.yaml"] = SCENARIOS.replace("question:", "more:")
    assert said(files, schemas) == [
        (
            "content/scenarios/again.yaml:1:1: scenarios.again.more: `more` stands here a second time. "
            "Each must be different."
        )
    ]


def test_two_modes_differ_in_colour_or_in_shape(schemas: Mapping[str, str]) -> None:
    files = small_files() | {"modes/fax.yaml": CALL.replace("name: Call", "name: Fax")}
    files["lesson.yaml"] = files["lesson.yaml"].replace("[call, mail]", "[call, mail, fax]")
    assert said(files, schemas) == [
        (
            "content/modes/fax.yaml:3:8: modes.fax.shape: the mode `call` has this colour and this shape too. "
            "Choose another colour or another shape."
        )
    ]
    for was, other in (("circle", "triangle"), ("colour: blue", "colour: green")):
        load(files | {"modes/fax.yaml": files["modes/fax.yaml"].replace(was, other)}, schemas)


def test_names_that_are_stored_alike_are_refused(schemas: Mapping[str, str]) -> None:
    twin = next(name for name in (f"m{number}" for number in range(10_000)) if code(name, MODE) == code("call", MODE))
    files = small_files() | {
        f"modes/{twin}.yaml": CALL.replace("name: Call", "name: Fax").replace("circle", "triangle")
    }
    files["lesson.yaml"] = files["lesson.yaml"].replace("[call, mail]", f"[call, {twin}]")
    assert [line for line in said(files, schemas) if f"answers are stored alike for `{twin}` and `call`" in line]
    twin = next(
        name
        for name in (f"q{number}" for number in range(1_000_000))
        if code(name, SCENARIO) == code("question", SCENARIO)
    )
    files = small_files() | {"scenarios/more.yaml": SCENARIOS.replace("question:", f"{twin}:")}
    assert [line for line in said(files, schemas) if f"answers are stored alike for `{twin}` and `question`" in line]


def test_a_renamed_source_is_one_problem(schemas: Mapping[str, str]) -> None:
    files = small_files() | {"sources.yaml": SOURCES.replace("study:", "studies:")}
    assert said(files, schemas) == [
        (
            "content/modes/call.yaml:25:15: modes.call.steps[0].sources[0]: unknown source `study`, here and in 1 other "
            "place. Did you mean `studies`?"
        )
    ]


def test_a_mode_that_was_deleted_is_one_problem_and_no_other_mode_is_suggested(
    files: Mapping[str, str], schemas: Mapping[str, str]
) -> None:
    found = said({name: text for name, text in files.items() if name != "modes/ticket.yaml"}, schemas)
    assert [line.split(": ", 1)[1] for line in found] == [
        "lesson.modes[2]: there is no file `modes/ticket.yaml`. Restore it, or take the name out of this list."
    ]


def test_a_misspelt_field_of_a_mode_is_one_problem(files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
    wrong = files["modes/ticket.yaml"].replace("\nsteps:", "\nstepz:")
    found = said({**files, "modes/ticket.yaml": wrong}, schemas)
    assert [line.split(": ", 1)[1] for line in found] == [
        "modes.ticket.stepz: unknown field `stepz`. Did you mean `steps`?"
    ]


@pytest.mark.parametrize("text", ["\0", "modes: [\x01]", "\ufffd", "x" * 300_000, "modes: [", "modes: 3"])
def test_the_modes_of_a_lesson_that_cannot_be_read_are_none(text: str) -> None:
    assert named_files({"lesson.yaml": text}) == []
    assert named_files({"lesson.yaml": "\ufeffmodes: [call]"}) == ["modes/call.yaml"]


def test_a_number_and_its_unit_stay_on_one_line(schemas: Mapping[str, str]) -> None:
    files = small_files() | {"modes/call.yaml": CALL.replace("label: Works", "label: Works, 1–10 s")}
    assert "1–10\N{NO-BREAK SPACE}s" in load(files, schemas).lesson.modes["call"].steps[1].label
