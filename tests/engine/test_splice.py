"""The score and the state that a host of SPLICE keeps, and what it may give back."""

import json

import pytest

from engine import report
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice.material import Material, material_of
from engine.features.practice.reports import open_question, score
from engine.features.practice.state import Practice
from engine.features.practice.storage import restored, resumed, stored
from engine.page_events import Navigate, ProgressRestored
from tests.support.acting import after
from tests.support.hosting import Host


@pytest.fixture
def material(lesson: Lesson, lazy: LazyContent) -> Material:
    """What Practice asks about."""
    return material_of(lesson, lazy)


def test_the_score_is_the_share_of_all_points_and_all_once_the_criterion_is_met(
    host: Host, best: tuple[str, str, str], material: Material
) -> None:
    host.do(Navigate("#view=practice")).answer(best[1], best[2])
    assert host.scores() == [round(1 / len(material.scenarios), 3)]
    assert score(restored("seed=71&number=9&start=1&row=gggggggg&met=1", material), material, frozenset()) == 1.0
    assert score(restored("", material), material, frozenset()) == 0.0


def test_the_state_that_a_host_keeps_brings_everything_back(
    host: Host, best: tuple[str, str, str], material: Material
) -> None:
    host.do(Navigate("#view=practice")).answer(best[1], best[2])
    [reported] = [each for each in host.heard if each.get("subject") == "SPLICE.reportScoreAndState"]
    for given_back in (json.dumps(reported["state"]), json.dumps(json.dumps(reported["state"]))):
        practice = resumed(Practice(), report.splice.practice_in(given_back), material)
        assert practice.records == host.state.features["practice"].records


def test_what_a_host_gives_back_is_added_and_nothing_is_lost(
    host: Host, best: tuple[str, str, str], poor: str, material: Material
) -> None:
    second = list(material.scenarios)[1]
    there = Host(host.state).do(Navigate("#view=practice")).answer(poor, best[2]).practise("again").answer(*best[1:])
    there.practise("next", "show")
    host.do(Navigate("#view=practice")).answer(poor, best[2])
    own, other = host.state.features["practice"], there.state.features["practice"]
    here = resumed(own, stored(other, material), material)
    assert here.records == other.records
    assert here.attempt == own.attempt
    back = resumed(other, stored(own, material), material)
    assert back.records[best[0]].tries == (poor, best[1])
    assert back.records[second].shown


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "null",
        "1",
        "[]",
        "{}",
        '"x"',
        '{"version": 2, "practice": "order=0"}',
        '{"version": 1}',
        "[" * 100_000,
        "[" * 10_000,
        '{"version": ' * 2_000,
        '{"version": 1, "practice": 7}',
        '{"__proto__": {"practice": "order=1"}}',
        '{"version": 1, "practice": "%%%&=&"}',
        json.dumps({"version": 1, "practice": "answers=???&order=-1&scenario=gone&seed=x&row=zz"}),
        json.dumps({"version": 1, "practice": "seed=99&row=" + "g" * 5000 + "&start=x&number=-4"}),
        json.dumps("9" * 30_000),
        "NaN",
        '{"version": NaN}',
    ],
    ids=lambda answer: answer[:30],
)
def test_whatever_a_host_answers_the_lesson_goes_on(answer: str, material: Material) -> None:
    practice = resumed(Practice(), report.splice.practice_in(answer), material)
    assert practice.records == {}
    assert open_question(practice, material)


def test_what_a_host_knew_to_be_settled_earns_no_more_and_loses_nothing(
    host: Host, best: tuple[str, str, str], material: Material
) -> None:
    there = Host(host.state).do(Navigate("#view=practice")).answer(*best[1:])
    host.do(Navigate("#view=practice")).practise("hint")
    host.state = after(host.state, ProgressRestored(stored(there.state.features["practice"], material)))
    host.answer(*best[1:])
    assert (host.events[-1]["revealed"], host.events[-1]["score"], host.events[-1]["attempt"]) == (True, 0.0, 2)
    assert host.scores() == [round(1 / len(material.scenarios), 3)]
