"""The review on the author's page: which scenarios are judged again after a change, and what is said of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
import yaml

from engine.authoring import judge as judging
from engine.authoring.judge import Judge
from engine.authoring.review import Table, table
from engine.authoring.review_view import review as view
from engine.content.catalogue import flattened
from engine.content.document import Document
from engine.content.load import Content, sound_documents
from engine.features.practice.content import Scenario
from engine.messages import Messages
from engine.review.lesson import of_files, review
from engine.review.verdicts import Judgement
from tests.support.workloads import workload_of
from tools.author_page import WORDS
from tools.plurals import plural

Change = Callable[[Scenario], Scenario]


@pytest.fixture
def judge(content: Content, monkeypatch: pytest.MonkeyPatch) -> Judge:
    """One who has taken the lesson; the model says what the author says, in two pieces."""

    def pieces(_modes: object, _model: object, scenario: Scenario) -> Iterator[Judgement | None]:
        yield None
        verdicts = {mode: choice.verdict for mode, choice in scenario.choices.items()}
        yield Judgement(verdicts, dict.fromkeys(verdicts, 20), scenario.facts)

    monkeypatch.setattr(judging, "judgement_pieces", pieces)
    made = Judge()
    made.take(*content)
    return made


def judge_all(judge: Judge) -> list[str]:
    """Have all judged that is not; which that was, in order."""
    names = []
    while judge.waiting:
        names.append(judge.waiting[0])
        for _ in judge.judge(names[-1]):
            pass
    return names


def changed(content: Content, name: str, change: Change) -> Content:
    scenarios = {**content.lazy.scenarios, name: change(content.lazy.scenarios[name])}
    return content._replace(lazy=replace(content.lazy, scenarios=scenarios))


def dearer(scenario: Scenario) -> Scenario:
    workload = workload_of(scenario)
    return replace(scenario, workload=replace(workload, price_in=workload.price_in + 1))


def test_all_are_judged_in_order_and_then_only_what_a_change_touches(judge: Judge, content: Content) -> None:
    names = list(content.lazy.scenarios)
    assert set(judge.judged.values()) == {None}
    assert judge_all(judge) == names
    assert None not in judge.judged.values()
    judge.take(*changed(content, names[0], lambda each: replace(each, title="Another", differs="It is.")))
    assert judge.waiting == []
    judge.take(*changed(content, names[-1], dearer))
    assert judge.waiting == [names[-1]]
    judge.take(*content)
    assert judge.waiting == []


def test_what_was_changed_is_judged_first(judge: Judge, content: Content) -> None:
    *_, last = content.lazy.scenarios
    judge.take(*changed(content, last, dearer))
    assert judge.waiting[0] == last


def test_all_are_judged_again_where_a_number_of_the_model_changes(judge: Judge, content: Content) -> None:
    judge_all(judge)
    model: Any = content.lazy.model
    moved = replace(content.lazy, model=replace(model, days=replace(model.days, value=7)))
    judge.take(content.lesson, moved)
    assert judge.waiting == list(content.lazy.scenarios)


def test_what_was_kept_is_known_and_what_is_no_judgement_is_not(judge: Judge, content: Content) -> None:
    judge_all(judge)
    again = Judge(judge.kept())
    again.take(*content)
    assert again.judged == judge.judged
    for hostile in (7, "judged", [1], {"key": 7}, {"key": {"verdicts": 1}}):
        none = Judge(hostile)
        none.take(*content)
        assert set(none.judged.values()) == {None}


def test_a_lesson_without_a_model_has_nothing_to_judge(judge: Judge, content: Content) -> None:
    judge.take(content.lesson, replace(content.lazy, model=None))
    assert (judge.judged, judge.waiting) == ({}, [])


# What is said


@pytest.fixture(scope="module")
def documents(files: Mapping[str, str], schemas: Mapping[str, str]) -> dict[str, Document]:
    return sound_documents(files, schemas)


@pytest.fixture(scope="module")
def messages() -> Messages:
    return Messages("en", flattened(yaml.safe_load(WORDS.read_text(encoding="utf-8"))), plural)


def shown(
    messages: Messages, content: Content, documents: Mapping[str, Document], judged: Mapping[str, Judgement | None]
) -> Table:
    others = chain.from_iterable(of_files(content.lesson, documents, {}, "2000-01-01"))
    found = review(content.lazy.scenarios, judged, others, documents)
    return table(messages, content.lesson.modes, found, documents)


def test_the_summary_counts_who_agrees_and_who_is_still_to_be_judged(
    judge: Judge, content: Content, documents: dict[str, Document], messages: Messages
) -> None:
    first, *others = content.lazy.scenarios
    for _ in judge.judge(first):
        pass
    found = shown(messages, content, documents, judge.judged)
    assert found.summary == (
        "1 of 1 scenarios agrees with the model.",
        f"{len(others)} {'is' if len(others) == 1 else 'are'} still to be judged.",
    )
    assert [row.agreement for row in found.rows] == ["agrees", *("waiting" for _ in others)]
    assert not found.good


def test_a_difference_is_told_at_its_place_with_the_reason(
    judge: Judge, content: Content, documents: dict[str, Document], messages: Messages, files: Mapping[str, str]
) -> None:
    judge_all(judge)
    first, scenario = next(iter(content.lazy.scenarios.items()))
    judged: Any = judge.judged[first]
    mode = next(mode for mode, verdict in judged.verdicts.items() if verdict == "poor")
    other = replace(judged, verdicts={**judged.verdicts, mode: "defensible"})
    told = changed(content, first, lambda each: replace(each, differs="A late day is a fine."))
    row = shown(messages, told, documents, {first: other}).rows[0]
    assert (row.agreement, row.why) == ("told", "A late day is a fine.")
    assert row.different == (f"{content.lesson.modes[mode].name} is poor to you and defensible to the model.",)
    file, line, _ = row.go.split(":")
    assert files[file].splitlines()[int(line) - 1].strip() == "verdict: poor"
    untold = changed(content, first, lambda each: replace(each, differs=None))
    found = shown(messages, untold, documents, {first: other})
    assert found.rows[0].agreement == "differs"
    assert any(each.text[1::2][:2] == ("poor", "defensible") and not each.minor for each in found.said)
    assert scenario.title in str(view(messages, found, problems=0))


def test_the_shares_of_readings_and_those_in_which_no_mode_will_do(
    content: Content, documents: dict[str, Document], messages: Messages
) -> None:
    first, scenario = next(iter(content.lazy.scenarios.items()))
    one, two, *_ = scenario.choices
    verdicts = {mode: choice.verdict for mode, choice in scenario.choices.items()}
    found = shown(messages, content, documents, {first: Judgement(verdicts, {one: 60, two: 30}, ())})
    names = [content.lesson.modes[mode].name for mode in (one, two)]
    assert found.rows[0].told == f"{names[0]} 60, {names[1]} 30, none 10"
    assert [(share.before, share.percent) for share in found.rows[0].shares] == [(0, 60), (60, 30)]


def test_before_the_first_look_nothing_is_shown_and_a_problem_is_told(
    judge: Judge, content: Content, documents: dict[str, Document], messages: Messages
) -> None:
    assert "begins when" in str(view(messages, None, problems=0))
    found = shown(messages, content, documents, judge.judged)
    assert "Until they are mended" in str(view(messages, found, problems=2))
