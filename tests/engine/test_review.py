"""What an author is told of content that is right: what nothing rests on, and where the model says something else."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from engine.content.document import Document, read
from engine.content.lazy_content import LazyContent
from engine.content.load import Content, sound_documents
from engine.features.practice.content import Scenario
from engine.features.practice.subject import Verdict
from engine.review.drawings import about_drawing, first_screen, mark
from engine.review.figures import about_figures
from engine.review.remark import Remark, placed
from engine.review.sources import about_sources
from engine.review.verdicts import Judgement, about_scenario, compared
from simulator.judgement import judgement, judgement_key, model_key
from simulator.lesson import model_of
from tests.support.workloads import workload_of

TODAY = "2026-09-01"


def document(text: str, file: str) -> Document:
    found = read(file, text)
    assert isinstance(found, Document)
    return found


@pytest.fixture
def scenario(lazy: LazyContent) -> Scenario:
    return replace(next(iter(lazy.scenarios.values())), differs=None, steady=None)


def agreed(scenario: Scenario, but: Mapping[str, Verdict]) -> Judgement:
    """The author's own verdicts, except for some modes."""
    verdicts = {mode: but.get(mode, choice.verdict) for mode, choice in scenario.choices.items()}
    return Judgement(verdicts, dict.fromkeys(verdicts, 25), scenario.facts)


@pytest.fixture(scope="module")
def documents(files: Mapping[str, str], schemas: Mapping[str, str]) -> dict[str, Document]:
    return sound_documents(files, schemas)


def test_a_source_on_which_nothing_rests_is_named_at_its_line(
    content: Content, files: Mapping[str, str], documents: dict[str, Document]
) -> None:
    name, source = next(iter(content.lesson.sources.items()))
    unused = replace(source, reference=False, address="https://example.org/nothing")
    sources = {**content.lesson.sources, "spare": unused}
    (found,) = (each for each in about_sources(sources, documents, TODAY) if not each.minor)
    assert (found.path, found.wrong) == (("spare",), "nothing rests on this source")
    ((_, problem),) = placed([replace(found, path=(name,))], documents)
    assert files[problem.file].splitlines()[problem.line - 1].lstrip().startswith(("title:", name))


def test_an_address_that_stands_twice_is_named(content: Content, documents: dict[str, Document]) -> None:
    name, source = next(iter(content.lesson.sources.items()))
    sources = {**content.lesson.sources, "twin": replace(source, reference=True)}
    (found,) = (each for each in about_sources(sources, documents, TODAY) if not each.minor)
    assert found.path == ("twin", "address")
    assert f"`{name}`" in found.wrong


def test_what_was_read_more_than_a_year_ago_is_to_be_read_again(content: Content) -> None:
    first = next(iter(content.lesson.sources.values()))
    sources = {"manual": replace(first, read="2025-08-22", reference=True)}
    resting = {"model.yaml": document("a: {basis: published, sources: [manual]}", "model.yaml")}
    assert list(about_sources(sources, resting, "2026-08-22")) == []
    (late,) = about_sources(sources, resting, "2026-08-23")
    assert (late.path, late.minor) == (("manual", "read"), True)
    assert late.wrong == "it was read more than a year ago, and 1 figure rests on it"
    (alone,) = about_sources(sources, {}, "2026-08-23")
    assert alone.wrong == "it was read more than a year ago"


def test_a_figure_that_was_published_and_does_not_say_where_is_named() -> None:
    text = "a:\n  - {basis: published, value: 1}\n  - {basis: judgement}\n  - {basis: derived, sources: [x]}\n"
    read = {"model.yaml": document(text, "model.yaml")}
    ((_, problem),) = placed(about_figures(read), read)
    assert (problem.line, problem.path) == (2, "model.a[0].basis")
    assert problem.wrong == "the figure is `published` and has no source"


def test_a_drawing_that_is_older_than_its_words_is_named(content: Content) -> None:
    marks = {name: mark(made.source) for (name, _), made in first_screen(content.lesson)}
    assert [mode for mode in marks if list(about_drawing(content.lesson, mode, marks))] == []
    first, second, *_ = marks
    del marks[second]
    (old,) = about_drawing(content.lesson, first, {**marks, first: "old"})
    (missing,) = about_drawing(content.lesson, second, marks)
    assert (old.file, missing.file) == (f"modes/{first}.yaml", f"modes/{second}.yaml")
    assert (old.wrong, old.minor) == ("the drawing is older than these words", True)
    assert missing.wrong == "there is no drawing of this mode"


def test_a_verdict_that_the_model_does_not_share_is_named_unless_the_author_says_why(scenario: Scenario) -> None:
    mode = next(mode for mode, choice in scenario.choices.items() if choice.verdict == "poor")
    judged = agreed(scenario, {mode: "defensible"})
    (found,) = about_scenario("it", scenario, judged)
    assert found.path == ("it", "choices", mode, "verdict")
    assert found.wrong == "`poor` is `defensible` to the model, where this mode is best in 25 of 100 readings"
    assert list(about_scenario("it", replace(scenario, differs="A late day is a fine."), judged)) == []


def test_a_reason_for_a_difference_that_is_none_is_named(scenario: Scenario) -> None:
    (found,) = about_scenario("it", replace(scenario, differs="A late day is a fine."), agreed(scenario, {}))
    assert (found.path, found.remedy) == (("it", "differs"), "Remove it.")


def test_a_deciding_fact_that_flips_nothing_is_named_unless_the_author_says_why(scenario: Scenario) -> None:
    fact = scenario.facts[0]
    judged = replace(agreed(scenario, {}), flipping=scenario.facts[1:])
    (found,) = about_scenario("it", scenario, judged)
    assert found.path == ("it", "facts", 0)
    assert found.wrong.startswith(f"`{fact}` decides")
    told = replace(scenario, steady={fact: "Only together with the other."})
    assert list(about_scenario("it", told, judged)) == []
    (needless,) = about_scenario("it", told, agreed(scenario, {}))
    assert needless.path == ("it", "steady", fact)


def test_the_judgement_is_the_models(content: Content) -> None:
    scenario = next(iter(content.lazy.scenarios.values()))
    assert workload_of(scenario)
    found = judgement(content.lesson.modes, model_of(content.lazy), scenario)
    assert found.verdicts[next(iter(found.shares))] == "best"
    assert sum(found.shares.values()) <= 100
    assert {*found.flipping} <= {*scenario.facts}


def test_a_judgement_is_another_where_a_number_is_another_and_the_same_where_words_are(content: Content) -> None:
    modes, model = content.lesson.modes, model_of(content.lazy)
    scenario = next(iter(content.lazy.scenarios.values()))
    before = model_key(modes, model)
    assert model_key(modes, replace(model, days=replace(model.days, note="In other words."))) == before
    assert model_key(modes, replace(model, days=replace(model.days, value=7))) != before
    name, mode = next(iter(modes.items()))
    sections = {key: replace(each, weight=each.weight and each.weight + 1) for key, each in mode.sections.items()}
    assert model_key({**modes, name: replace(mode, sections=sections)}, model) != before
    judged = judgement_key(before, scenario)
    verdicts = {key: replace(each, verdict="poor") for key, each in scenario.choices.items()}
    assert judgement_key(before, replace(scenario, choices=verdicts, title="Another title")) == judged
    dearer = replace(workload_of(scenario), price_in=workload_of(scenario).price_in + 1)
    assert judgement_key(before, replace(scenario, workload=dearer)) != judged
    assert judgement_key("other", scenario) != judged


def test_both_judgements_stand_side_by_side_with_the_reason(scenario: Scenario) -> None:
    mode = next(mode for mode, choice in scenario.choices.items() if choice.verdict == "poor")
    told = replace(scenario, differs="A late day is a fine.")
    found = compared("it", told, agreed(scenario, {mode: "defensible"}))
    assert (found.known, found.different, found.why) == (
        True,
        ((mode, "poor", "defensible"),),
        "A late day is a fine.",
    )
    assert compared("it", scenario, agreed(scenario, {})).different == ()
    assert not compared("it", scenario, None).known


def test_a_remark_stands_in_the_file_that_has_its_path() -> None:
    files = {"scenarios/a.yaml": "one:\n  title: A\n", "scenarios/b.yaml": "two:\n  title: B\n  facts: [x, y]\n"}
    documents = {file: document(text, file) for file, text in files.items()}
    ((_, problem),) = placed([Remark("scenarios", ("two", "facts", 1), "it is odd", "Mend it.")], documents)
    assert str(problem) == "content/scenarios/b.yaml:3:14: scenarios.b.two.facts[1]: it is odd. Mend it."
