"""What an author is told about a mistake: where it is, what is wrong and what to do."""

from collections.abc import Mapping

import pytest

from sim.content.load import load
from sim.content.problems import ContentError, Problem
from tests.conftest import Golden
from tests.unit.mistakes import MISTAKES, Mistake
from tests.unit.small import small_files


def problems(files: Mapping[str, str], schemas: Mapping[str, str]) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        load(files, schemas)
    return caught.value.problems


def test_the_small_lesson_has_no_mistake(schemas: Mapping[str, str]) -> None:
    assert list(load(small_files(), schemas).modes) == ["call"]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_reported_with_its_place_and_its_remedy(mistake: Mistake, schemas: Mapping[str, str]) -> None:
    found = problems(small_files() | {mistake.file: mistake.text}, schemas)
    line, column = mistake.place
    said = [problem for problem in found if problem.path == mistake.path and mistake.wrong in problem.wrong]
    assert [(problem.file, problem.line, problem.column) for problem in said] == [(mistake.file, line, column)], found
    assert mistake.remedy in said[0].remedy


@pytest.mark.parametrize("name", ["lesson.yaml", "interface.yaml", "scenarios.yaml", "sources.yaml"])
def test_a_file_that_is_missing_is_reported_by_its_name(name: str, schemas: Mapping[str, str]) -> None:
    files = {other: text for other, text in small_files().items() if other != name}
    assert Problem(name, 1, 1, name.removesuffix(".yaml"), "the file is missing", "Restore it.") in problems(
        files, schemas)


def test_a_mode_whose_file_is_missing_is_reported_where_it_is_named(schemas: Mapping[str, str]) -> None:
    files = {name: text for name, text in small_files().items() if name != "modes/call.yaml"}
    assert [problem.path for problem in problems(files, schemas)] == ["lesson.modes[0]", "scenarios[0].best"]


def test_every_mistake_in_every_file_is_reported_in_reading_order(schemas: Mapping[str, str]) -> None:
    files = small_files()
    broken = files | {
        "modes/call.yaml": files["modes/call.yaml"].replace("to: Vendor", "to: Vendr").replace("blue", "bleu"),
        "lesson.yaml": files["lesson.yaml"].replace("minutes: 1", "minutes: 0"),
        "sources.yaml": files["sources.yaml"].replace("study:", "study: ["),
    }
    assert [(problem.file, problem.path) for problem in problems(broken, schemas)] == [
        ("lesson.yaml", "lesson.plan.activities[0].minutes"),
        ("modes/call.yaml", "modes.call.colour"),
        ("modes/call.yaml", "modes.call.steps[0].to"),
        ("sources.yaml", "sources"),
    ]


def test_a_mode_that_cannot_be_read_is_not_also_called_unknown(schemas: Mapping[str, str]) -> None:
    found = problems(small_files() | {"modes/call.yaml": "name: ["}, schemas)
    assert [problem.file for problem in found] == ["modes/call.yaml"]


def test_sources_that_cannot_be_read_do_not_make_every_citation_unknown(schemas: Mapping[str, str]) -> None:
    found = problems(small_files() | {"sources.yaml": "study: ["}, schemas)
    assert [problem.file for problem in found] == ["sources.yaml"]


def test_a_tag_in_yaml_runs_no_code(schemas: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("tag") / "made"
    problems(small_files() | {"modes/call.yaml": f"name: !!python/object/apply:os.mkdir ['{file}']"}, schemas)
    assert not file.exists()


def test_an_error_reads_as_a_compiler_writes_it(schemas: Mapping[str, str]) -> None:
    files = small_files()
    broken = files | {"modes/call.yaml": files["modes/call.yaml"].replace("to: Vendor", "to: Vendr")}
    with pytest.raises(ContentError) as caught:
        load(broken, schemas)
    assert str(caught.value) == ("content/modes/call.yaml:20:9: modes.call.steps[0].to: unknown participant `Vendr`. "
                                 "Did you mean `Vendor`?")


def test_every_message_is_reviewed_in_the_golden_file(schemas: Mapping[str, str], golden: Golden) -> None:
    """One set of files makes each mistake in a mode of its own, and elsewhere those that can be together."""
    files = {name: text for name, text in small_files().items() if name != "interface.yaml"}
    for mistake in MISTAKES:
        if mistake.file == "modes/call.yaml":
            files[f"modes/{mistake.name.replace(' ', '-')}.yaml"] = mistake.text
        elif mistake.old in files[mistake.file] and mistake.old != small_files()[mistake.file]:
            files[mistake.file] = files[mistake.file].replace(mistake.old, mistake.new.replace("‸", ""), 1)
    golden("errors.txt", "".join(f"{problem}\n" for problem in problems(files, schemas)))
