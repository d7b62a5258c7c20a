"""What an author is told of content that is right: what nothing rests on, and where the model says something else."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.load import Content
from engine.features.practice.content import Scenario
from engine.features.practice.subject import Verdict
from tests.support.workloads import workload_of
from tools.review.remark import Remark, placed
from tools.review.sources import about_sources
from tools.review.verdicts import Judgement, about_scenario, judgement

TODAY = "2026-09-01"


@pytest.fixture
def scenario(lazy: LazyContent) -> Scenario:
    return replace(next(iter(lazy.scenarios.values())), differs=None, steady=None)


def agreed(scenario: Scenario, but: Mapping[str, Verdict]) -> Judgement:
    """The author's own verdicts, except for some modes."""
    verdicts = {mode: but.get(mode, choice.verdict) for mode, choice in scenario.choices.items()}
    return Judgement(verdicts, dict.fromkeys(verdicts, 25), scenario.facts)


def test_a_source_on_which_nothing_rests_is_named_at_its_line(content: Content, files: Mapping[str, str]) -> None:
    name, source = next(iter(content.lesson.sources.items()))
    unused = replace(source, reference=False, address="https://example.org/nothing")
    lesson = replace(content.lesson, sources={**content.lesson.sources, "spare": unused})
    (found,) = (each for each in about_sources(content._replace(lesson=lesson), TODAY) if not each.minor)
    assert (found.path, found.wrong) == (("spare",), "nothing rests on this source")
    ((_, problem),) = placed([replace(found, path=(name,))], files)
    assert files[problem.file].splitlines()[problem.line - 1].lstrip().startswith(("title:", name))


def test_an_address_that_stands_twice_is_named(content: Content) -> None:
    name, source = next((name, source) for name, source in content.lesson.sources.items())
    lesson = replace(content.lesson, sources={**content.lesson.sources, "twin": replace(source, reference=True)})
    (found,) = (each for each in about_sources(content._replace(lesson=lesson), TODAY) if not each.minor)
    assert found.path == ("twin", "address")
    assert f"`{name}`" in found.wrong


def test_what_was_read_more_than_a_year_ago_is_to_be_read_again(content: Content) -> None:
    first = next(iter(content.lesson.sources.values()))
    lesson = replace(content.lesson, sources={"manual": replace(first, read="2025-08-22", reference=True)})
    assert list(about_sources(content._replace(lesson=lesson), "2026-08-22")) == []
    (late,) = about_sources(content._replace(lesson=lesson), "2026-08-23")
    assert (late.path, late.minor) == (("manual", "read"), True)


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
    name, scenario = next(iter(content.lazy.scenarios.items()))
    assert workload_of(scenario)
    found = judgement(content, name)
    assert found.verdicts[next(iter(found.shares))] == "best"
    assert sum(found.shares.values()) <= 100
    assert {*found.flipping} <= {*scenario.facts}


def test_a_remark_stands_in_the_file_that_has_its_path() -> None:
    files = {"scenarios/a.yaml": "one:\n  title: A\n", "scenarios/b.yaml": "two:\n  title: B\n  facts: [x, y]\n"}
    ((_, problem),) = placed([Remark("scenarios", ("two", "facts", 1), "it is odd", "Mend it.")], files)
    assert str(problem) == "content/scenarios/b.yaml:3:14: scenarios.b.two.facts[1]: it is odd. Mend it."
