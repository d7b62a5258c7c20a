"""What the page around the lesson is told, when, and that it is told no more."""

import json

import pytest

from engine import report
from engine.address import opened
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.explore.state import ChooseStep, Point, TogglePlay, Walk
from engine.features.failures import state as failures
from engine.features.race import events as race
from engine.features.workload.form import SetFact
from engine.page_events import ChooseMode, Navigate, Tick, ToggleAnnotation
from engine.report import Session
from simulator.address import to_address
from tests.support.acting import after, arrive
from tests.support.hosting import Host


def test_a_mode_a_step_and_a_failure_are_told_and_what_is_only_looked_at_is_not(host: Host) -> None:
    host.do(
        ChooseMode("banquet"),
        ChooseMode("banquet"),
        Walk(1),
        ChooseStep(3),
        Point(4),
        ToggleAnnotation("cost"),
        ChooseStep(0),
        Navigate("#view=explore&mode=banquet&failure=cold-banquet"),
        failures.ChooseStep(2),
        failures.Point(4),
        Navigate("#view=about"),
    )
    assert host.names() == ["mode", "step", "step", "failure", "step"]
    assert host.events[1] | {"title": ""} == {
        "event": "step",
        "mode": "banquet",
        "step": "write-list",
        "number": 1,
        "title": "",
        "playing": False,
    }
    assert (host.events[4]["failure"], host.events[4]["number"]) == ("cold-banquet", 2)


def test_what_the_address_asks_for_at_the_start_is_not_told(lesson: Lesson, lazy: LazyContent) -> None:
    state = opened(lesson, "?mode=ticket", "#view=explore&mode=banquet&failure=cold-banquet&step=3")
    state = after(state, arrive(lazy))
    assert report.reports(state, state, report.following(state, Session(), 0), 0)[0] == []


def test_steps_that_play_are_told_as_such_and_the_time_that_they_played(host: Host) -> None:
    host.do(TogglePlay(), Tick(), Tick(), TogglePlay(), seconds=2)
    assert host.names() == ["play", "step", "step", "step", "play"]
    assert [each.get("playing") for each in host.events] == [None, True, True, True, None]
    assert (host.events[4]["state"], host.events[4]["duration"]) == ("paused", 6.0)
    host.do(TogglePlay(), *[Tick()] * 9)
    assert (host.events[-1]["state"], host.events[-2]["playing"]) == ("finished", True)
    host.do(TogglePlay(), ChooseStep(3))
    assert (host.events[-2]["playing"], host.events[-1]["state"]) == (False, "paused")


def test_a_failure_that_plays_is_told_by_its_name(host: Host) -> None:
    host.do(Navigate("#view=explore&mode=banquet&failure=cold-banquet"), seconds=2)
    host.do(failures.TogglePlay(), Tick(), failures.TogglePlay(), seconds=2)
    assert host.names() == ["mode", "failure", "play", "step", "step", "play"]
    assert [each.get("failure") for each in host.events[1:]] == ["cold-banquet"] * 5
    assert [each["playing"] for each in host.events if each["event"] == "step"] == [True, True]
    assert (host.events[-1]["state"], host.events[-1]["duration"]) == ("paused", 4.0)
    host.do(failures.TogglePlay(), *[Tick()] * 11)
    assert (host.events[-1]["state"], host.events[-2]["playing"]) == ("finished", True)


def test_a_race_is_told_with_its_time_and_of_an_own_workload_only_that_it_is_one(host: Host) -> None:
    mode = list(host.state.lesson.modes)[1]
    host.do(Navigate("#view=race"), race.Bet(mode), race.TogglePlay(), Tick(), race.TogglePlay(), seconds=3)
    assert [(each["event"], each["state"], each.get("duration"), each["bet"]) for each in host.events] == [
        ("race", "started", None, mode),
        ("race", "paused", 6.0, mode),
    ]
    host.do(Navigate("#view=workload"), SetFact("requests", "7654321"), SetFact("timeout", "4321"))
    own = to_address(host.state.features["workload"].workload)
    host.do(
        Navigate("#view=race&" + "&".join(f"{name}={value}" for name, value in own.items())),
        race.TogglePlay(),
        *[Tick()] * 100,
    )
    assert host.events[-1] == {
        "event": "race",
        "state": "finished",
        "duration": host.events[-1]["duration"],
        "own": True,
    }
    assert "7654321" not in json.dumps(host.heard)


def test_leaving_the_race_ends_it(host: Host) -> None:
    host.do(Navigate("#view=race"), race.TogglePlay(), Navigate("#view=about"))
    assert [each["state"] for each in host.events] == ["started", "paused"]


def test_out_of_sight_nothing_is_watched(host: Host) -> None:
    host.do(TogglePlay(), Tick(), seconds=2)
    found, host.session = report.hidden(host.state, host.session, host.now + 5)
    host.hear(found)
    assert (host.events[-1]["state"], host.events[-1]["duration"]) == ("paused", 7.0)
    host.do(Tick(), seconds=100)
    host.session = report.seen(host.state, host.session, host.now)
    host.do(TogglePlay(), seconds=3)
    assert host.events[-1]["duration"] == 3.0
    assert report.hidden(host.state, host.session, host.now)[0] == []


def test_each_answer_is_told_with_its_attempt_and_its_time(host: Host, best: tuple[str, str, str], poor: str) -> None:
    name, mode, fact = best
    host.do(Navigate("#view=practice"), seconds=10).answer(poor, fact).practise("again").answer(mode, fact)
    first, second = [each for each in host.events if each["event"] == "answered"]
    assert (first["question"], first["mode"], first["success"], first["attempt"]) == (name, poor, False, 1)
    assert (first["duration"], first["revealed"], first["firstTry"]) == (3.0, False, True)
    assert (second["success"], second["attempt"], second["firstTry"], second["verdict"]) == (True, 2, False, "best")
    assert (first["score"], second["score"]) == (0.333, 0.667)


def test_the_best_mode_for_a_deciding_fact_at_once_is_worth_it_all(host: Host, best: tuple[str, str, str]) -> None:
    host.do(Navigate("#view=practice")).answer(best[1], best[2])
    assert (host.events[-1]["score"], host.events[-1]["success"], host.events[-1]["factsRight"]) == (1.0, True, True)


@pytest.mark.parametrize("seen", ["show", "answer"])
def test_once_the_answer_was_on_the_page_it_earns_nothing(seen: str, host: Host, best: tuple[str, str, str]) -> None:
    host.do(Navigate("#view=practice"))
    if seen == "show":
        host.practise("show")
    else:
        host.answer(best[1], best[2])
    statements = len(host.statements())
    host.practise("restart").answer(best[1], best[2])
    last = host.events[-1]
    assert (last["verdict"], last["revealed"], last["success"], last["score"]) == ("best", True, False, 0.0)
    assert host.scores()[-1] == 0.0
    assert len(host.statements()) == statements


def test_hints_the_shown_answer_a_series_and_a_new_beginning_are_told(host: Host) -> None:
    host.do(Navigate("#view=practice")).practise("hint", "hint", "hint", "show", "next", "series=71", "show")
    assert host.names() == ["hint", "hint", "revealed", "revealed", "series"]
    assert host.events[3]["question"] == "series-71-1"
    assert host.events[4] == {"event": "series", "seed": 71, "answered": 1, "right": 0, "score": 0.0, "met": False}
    assert host.practise("restart").names()[-1] == "restarted"


def test_a_new_workload_that_was_answered_is_no_new_question_when_it_is_opened_again(host: Host) -> None:
    host.do(Navigate("#view=practice&seed=71&number=3")).answer("banquet", "deadline")
    host.do(
        Navigate("#view=about"),
        Navigate("#view=practice&seed=71&number=2"),
        Navigate("#view=practice&seed=71&number=3"),
    ).answer("banquet", "deadline")
    told = [each for each in host.events if each["event"] == "answered"]
    assert [(each["question"], each["seed"], each["number"], each["attempt"]) for each in told] == [
        ("series-71-3", 71, 3, 1),
        ("series-71-3", 71, 3, 2),
    ]


def test_edited_content_is_nothing_that_a_learner_did(host: Host, best: tuple[str, str, str]) -> None:
    host.do(Navigate("#view=practice")).answer(best[1], best[2])
    assert host.session.attempts == {best[0]: 1}
    session = report.following(host.state, host.session, 99)
    assert (session.question, session.attempts) == (host.session.question, host.session.attempts)
