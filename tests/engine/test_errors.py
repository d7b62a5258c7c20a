"""What an author is told about a mistake: where it is, what is wrong and what to do."""

from collections.abc import Mapping

import pytest

from engine.content.load import load
from engine.content.problems import ContentError, Problem
from engine.sections import measures
from tests.conftest import Golden
from tests.engine.conftest import ProblemsOf
from tests.engine.mismatches import MISMATCHES
from tests.engine.mistakes import MISSHAPEN, UNREADABLE, Mistake
from tests.engine.small import MODE, SOURCES, small_files

pytestmark = pytest.mark.xdist_group("mistakes")  # what the tests share is made once

MISTAKES = UNREADABLE + MISSHAPEN + MISMATCHES


def problems(files: Mapping[str, str], schemas: Mapping[str, str]) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        load(files, schemas)
    return caught.value.problems


def test_the_small_lesson_has_no_mistake(schemas: Mapping[str, str]) -> None:
    assert list(load(small_files(), schemas).lesson.modes) == ["call", "mail"]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_reported_with_its_place_and_its_remedy(mistake: Mistake, problems_of: ProblemsOf) -> None:
    found = problems_of(mistake)
    line, column = mistake.place
    said = [problem for problem in found if problem.path == mistake.path and mistake.wrong in problem.wrong]
    assert [(problem.file, problem.line, problem.column) for problem in said] == [(mistake.file, line, column)], found
    assert mistake.remedy in said[0].remedy


@pytest.mark.parametrize(
    "name",
    [
        "lesson.yaml",
        "sources.yaml",
    ],
)
def test_a_file_that_is_missing_is_reported_by_its_name(name: str, schemas: Mapping[str, str]) -> None:
    files = {other: text for other, text in small_files().items() if other != name}
    assert Problem(name, 1, 1, name.removesuffix(".yaml"), "the file is missing", "Restore it.") in problems(
        files, schemas
    )


def test_a_mode_whose_file_is_missing_is_reported_where_it_is_named(schemas: Mapping[str, str]) -> None:
    files = {name: text for name, text in small_files().items() if name != "modes/call.yaml"}
    assert [problem.path for problem in problems(files, schemas)] == ["lesson.modes[0]"]


@pytest.mark.parametrize("text", ["a: 1\n", MODE, "a: ["], ids=["data", "a mode", "unreadable"])
def test_a_file_that_belongs_to_nothing_is_reported_by_its_name(text: str, schemas: Mapping[str, str]) -> None:
    found = problems(small_files() | {"notes.yaml": text}, schemas)
    assert [(problem.file, problem.path) for problem in found] == [("notes.yaml", "notes")]


def test_a_second_mode_of_a_name_is_reported_at_that_name(schemas: Mapping[str, str]) -> None:
    files = small_files() | {"modes/fax.yaml": MODE.replace("circle", "triangle")}
    files["lesson.yaml"] = files["lesson.yaml"].replace("[call, mail]", "[call, mail, fax]")
    assert problems(files, schemas) == [
        Problem("modes/fax.yaml", 1, 7, "modes.fax.name", "`Call` stands here a second time", "Each must be different.")
    ]


CHOICE = """\
    fax:
      verdict: poor
      text: It comes late.
      guidance: {section: avoid, point: 1}
  hints:
"""


def with_fax(listed: str = "[call, mail, fax]", parameters: str = "") -> dict[str, str]:
    """The small lesson with a second mode, for which its scenario has a poor choice."""
    files = small_files() | {"modes/fax.yaml": MODE.replace("name: Call", "name: Fax").replace("circle", "triangle")}
    files["lesson.yaml"] = files["lesson.yaml"].replace("[call, mail]", listed)
    files["scenarios.yaml"] = files["scenarios.yaml"].replace("  hints:\n", CHOICE)
    files["model.yaml"] = files["model.yaml"].replace("modes:\n", f"modes:\n{parameters}")
    return files


FAX = "  fax: {steps: {sent: ask, done: answer}, connection: silent, parts: false, shared: true}\n"


def test_a_scenario_has_a_choice_for_each_mode_that_the_model_knows(schemas: Mapping[str, str]) -> None:
    files = with_fax(parameters=FAX)
    assert load(files, schemas).lazy.scenarios["question"].choices["fax"].verdict == "poor"
    files["scenarios.yaml"] = small_files()["scenarios.yaml"]
    assert problems(files, schemas) == [
        Problem(
            "scenarios.yaml",
            23,
            3,
            "scenarios.question.choices",
            "there is no choice for the mode `fax`",
            "Write what comes of it.",
        )
    ]


def test_a_mode_that_the_model_does_not_know_needs_no_choice(schemas: Mapping[str, str]) -> None:
    files = with_fax() | {"scenarios.yaml": small_files()["scenarios.yaml"]}
    assert list(load(files, schemas).lesson.modes) == ["call", "mail", "fax"]


def test_a_mode_that_the_model_does_not_know_cannot_be_chosen(schemas: Mapping[str, str]) -> None:
    assert problems(with_fax(), schemas) == [
        Problem(
            "scenarios.yaml",
            28,
            5,
            "scenarios.question.choices.fax",
            "the model does not know the mode `fax`",
            "Describe it in model.yaml, or remove this choice.",
        )
    ]


def test_a_scenario_is_answered_by_a_mode_that_the_lesson_lists(schemas: Mapping[str, str]) -> None:
    assert problems(with_fax("[call, mail]", FAX), schemas) == [
        Problem(
            "lesson.yaml",
            5,
            1,
            "lesson.modes",
            "the mode `fax` is not listed here, and scenarios.yaml, model.yaml tell of it",
            "Add it here, or remove it there.",
        )
    ]


def test_a_second_best_choice_is_reported_where_it_says_so(schemas: Mapping[str, str]) -> None:
    files = with_fax(parameters=FAX)
    files["scenarios.yaml"] = files["scenarios.yaml"].replace("verdict: poor", "verdict: best")
    assert problems(files, schemas) == [
        Problem(
            "scenarios.yaml",
            29,
            16,
            "scenarios.question.choices.fax.verdict",
            "a second choice is best",
            "Make it `defensible` or `poor`.",
        )
    ]


def test_a_model_that_cannot_be_read_does_not_take_the_choices_of_its_modes_away(schemas: Mapping[str, str]) -> None:
    found = problems(with_fax() | {"model.yaml": "modes: ["}, schemas)
    assert [problem.file for problem in found] == ["model.yaml"]


def test_failures_of_two_modes_may_have_one_name(schemas: Mapping[str, str]) -> None:
    failures = small_files()["failures.yaml"]
    files = with_fax(parameters=FAX) | {"failures.yaml": failures + failures.replace("call:", "fax:", 1)}
    assert load(files, schemas).lazy.failures.keys() == {"call", "fax"}


ONCE = (
    "field that is misspelt",
    "frame whose name has spaces",
    "range of what is no fact",
    "lesson with an unknown mode",
    "quotation mark that a later one closes",
    "unknown frame",
    "unknown participant",
    "unknown sender",
    "field that is misspelt in its group",
    "tick that is less than the one before",
    "failure with an unknown participant",
)


@pytest.mark.parametrize(
    "mistake", [mistake for mistake in MISTAKES if mistake.name in ONCE], ids=lambda mistake: mistake.name
)
def test_one_mistake_is_one_complaint(mistake: Mistake, problems_of: ProblemsOf) -> None:
    assert len(problems_of(mistake)) == 1


@pytest.mark.parametrize(
    "name", ["scenarios.yaml", "templates.yaml", "model.yaml", "failures.yaml", "code.yaml", "settings.yaml"]
)
@pytest.mark.parametrize(
    "text",
    [
        "- 1\n",
        "call\n",
        "call: 1\n",
        "modes: {call: [1]}\nranges: [1]\nquestion: {choices: 1}\n",
        "call: {between: 1, among: [2], choices: [3], ranges: 4, frames: 5, vendors: 6}\n",
        "call: {between: {requests: [1], timeout: {from: a, to: []}}, among: {requests: {a: 1}, x: [2]}}\n",
        "modes: {call: {queue: 1, needs: {of: 1}, connection: [2]}}\nlatency: [{components: 3}]\n",
        "modes: {call: {queue: {completions: [1, {requests: []}, {requests: 1, curve: {components: [1, x]}}]}}}\nranges: {requests: {least: x, most: 1}}\n",
        "a: {choices: {call: {verdict: [1], guidance: {part: [], point: x}, reading: {}}}}\n",
        "a: {choices: {call: {verdict: best, guidance: {part: use, point: x}}, facts: 1, tipping: {facts: {a: 1}}}}\n",
        "race: {ticks: [1, x, []], reach: y}\nworkload: {groups: [{facts: [[1], {}]}], units: [1], sizes: 2}\n",
        "race: [1]\nworkload: {groups: {facts: 1}, units: {1: 2}}\npractice: {criterion: {row: x, good: []}}\n",
    ],
)
def test_data_of_any_shape_is_refused_without_a_stumble(name: str, text: str, schemas: Mapping[str, str]) -> None:
    assert {problem.file for problem in problems(small_files() | {name: text}, schemas)} >= {name}


@pytest.mark.parametrize(
    ("modes", "remedy"),
    [
        (8, "Use one of `study`, `m1`, `m2`, `m3`, `m4`, `m5`, `m6`, `m7`."),
        (9, "Use one of `study`, `m1`, `m2`, `m3`, `m4`, `m5`, `m6`, `m7`, …"),
    ],
)
def test_a_remedy_names_no_more_than_eight_choices(modes: int, remedy: str, schemas: Mapping[str, str]) -> None:
    files = small_files()
    files["sources.yaml"] += "".join(SOURCES.replace("study:", f"m{number}:") for number in range(1, modes))
    files["modes/call.yaml"] = files["modes/call.yaml"].replace("[study]", "[zzz]", 1)
    assert [problem.remedy for problem in problems(files, schemas)] == [remedy]


def test_every_unknown_field_is_reported_at_its_name(schemas: Mapping[str, str]) -> None:
    mode = MODE.replace("idea: waits", "idea: waits\nclint: a\nfoo: [b]").replace(
        "    label: Works", "    label: Works\n    lable:\n      - c"
    )
    found = problems(small_files() | {"modes/call.yaml": mode}, schemas)
    assert [(problem.path, problem.line, problem.column) for problem in found] == [
        ("modes.call.clint", 6, 1),
        ("modes.call.foo", 7, 1),
        ("modes.call.steps[1].lable", 31, 5),
    ]


@pytest.mark.parametrize("date", ["2026-11-22", "'2026-11-22'", '"2026-11-22"'])
def test_a_date_is_text_with_quotation_marks_and_without(date: str, schemas: Mapping[str, str]) -> None:
    files = small_files()
    files["sources.yaml"] = files["sources.yaml"].replace('"2026-11-22"', date)
    assert load(files, schemas).lesson.sources["study"].read == "2026-11-22"


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("2", 2),
        ("2.50", 2.5),
        (".5", 0.5),
        ("5.", 5),
        ("+3", 3),
        ("2.0e+0", 2),
        ("1e3", 1000),
        ("1.5e2", 150),
        ("0x10", 16),
        ("0o17", 15),
        ("010", 10),
        ("2.125", 2.125),
        ("2  # two", 2),
    ],
)
def test_a_plain_number_may_be_written_in_any_usual_way(
    written: str, seconds: float, schemas: Mapping[str, str]
) -> None:
    mode = MODE.replace("median: 2.0", f"median: {written}").replace("p95: 5.0", "p95: 2e3").replace("9.0", "2e3")
    call = load(small_files() | {"modes/call.yaml": mode}, schemas).lesson.modes["call"]
    assert measures(call)[0].median == seconds


@pytest.mark.parametrize("text", ["yes", "No", "on", "=", "1:30", "1_000", "2026-11-22", "0b11", "C#", "“a” or “b”"])
def test_what_is_text_in_an_editor_is_text(text: str, schemas: Mapping[str, str]) -> None:
    mode = MODE.replace("idea: waits", f"idea: {text}")
    assert load(small_files() | {"modes/call.yaml": mode}, schemas).lesson.modes["call"].idea == text


@pytest.mark.parametrize("text", [">-\n  issue\n  #12", "'issue #12'", '"issue #12"  # a remark', "|-\n  issue #12"])
def test_a_number_sign_is_text_between_quotation_marks_and_in_a_block(text: str, schemas: Mapping[str, str]) -> None:
    mode = MODE.replace("idea: waits", f"idea: {text}")
    assert load(small_files() | {"modes/call.yaml": mode}, schemas).lesson.modes["call"].idea == "issue #12"


def test_what_looks_like_a_number_is_text_between_quotation_marks(schemas: Mapping[str, str]) -> None:
    mode = MODE.replace("idea: waits", 'idea: "1:30"')
    assert load(small_files() | {"modes/call.yaml": mode}, schemas).lesson.modes["call"].idea == "1:30"


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


@pytest.mark.parametrize("text", ["- study\n", "study\n", "12\n"])
def test_sources_of_another_shape_do_not_make_every_citation_unknown(text: str, schemas: Mapping[str, str]) -> None:
    found = problems(small_files() | {"sources.yaml": text}, schemas)
    assert [(problem.file, problem.path) for problem in found] == [("sources.yaml", "sources")]


def test_a_tag_in_yaml_runs_no_code(schemas: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("tag") / "made"
    problems(small_files() | {"modes/call.yaml": f"name: !!python/object/apply:os.mkdir ['{file}']"}, schemas)
    assert not file.exists()


def test_an_error_reads_as_a_compiler_writes_it(schemas: Mapping[str, str]) -> None:
    files = small_files()
    broken = files | {"modes/call.yaml": files["modes/call.yaml"].replace("to: Vendor", "to: Vendr")}
    with pytest.raises(ContentError) as caught:
        load(broken, schemas)
    assert str(caught.value) == (
        "content/modes/call.yaml:18:9: modes.call.steps[0].to: unknown participant `Vendr`. Did you mean `Vendor`?"
    )


def test_every_message_is_reviewed_in_the_golden_file(problems_of: ProblemsOf, golden: Golden) -> None:
    golden(
        "errors.txt",
        "".join(
            f"{mistake.name}\n" + "".join(f"    {problem}\n" for problem in problems_of(mistake))
            for mistake in MISTAKES
        ),
    )
