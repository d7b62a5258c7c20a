"""xAPI statements, by version 1 of the producer contract of dmccreary/learning-record-store (its sections in names)."""

import re
from uuid import UUID

import pytest

from engine.address import opened
from engine.content.lesson import Lesson
from engine.features.explore.state import TogglePlay
from engine.page_events import ChooseMode
from tests.support.hosting import BOOK, PAGE, Host


def test_s1_the_page_is_the_published_one_and_questions_and_controls_are_parts_of_it(visit: Host) -> None:
    for each in visit.statements():
        iri = each["object"]["id"]
        assert iri.startswith(PAGE)
        assert ("#" in iri) == (each["verb"]["display"]["en-US"] != "experienced")
        assert "main.html" not in iri


def test_s2_a_question_is_known_by_its_name(visit: Host, best: tuple[str, str, str]) -> None:
    asked = [each["object"]["id"] for each in visit.statements() if each["verb"]["id"].endswith("/answered")]
    assert asked == [f"{PAGE}#q-{best[0]}", f"{PAGE}#q-{best[0]}", f"{PAGE}#q-series-71-1"]


def test_s3_and_s5_each_verb_has_its_kind_of_object_and_its_result(visit: Host) -> None:
    kinds = {"answered": "cmi.interaction", "experienced": "simulation", "interacted": "interaction"}
    seen = set()
    for each in visit.statements():
        verb = each["verb"]["id"].removeprefix("http://adlnet.gov/expapi/verbs/")
        seen.add(verb)
        assert each["object"]["definition"]["type"] == f"http://adlnet.gov/expapi/activities/{kinds[verb]}"
        if verb == "answered":
            assert isinstance(each["result"]["success"], bool)
            assert 0 <= each["result"]["score"]["scaled"] <= 1
        if verb == "experienced":
            assert re.fullmatch(r"PT(\d+H)?(\d+M)?[\d.]+S", each["result"]["duration"])
    assert seen == set(kinds)


def test_s4_every_statement_names_the_textbook_and_a_part_its_page(visit: Host) -> None:
    for each in visit.statements():
        groups = each["context"]["contextActivities"]
        assert groups["grouping"] == [{"id": BOOK}]
        assert groups.get("parent") == ([{"id": PAGE}] if "#" in each["object"]["id"] else None)


def test_s7_what_started_or_lasted_no_time_is_no_experience(host: Host) -> None:
    host.do(TogglePlay())
    host.do(TogglePlay(), seconds=0.1)
    assert host.names() == ["play", "step", "play"]
    assert host.statements() == []


def test_s8_no_statement_says_who_it_was(visit: Host) -> None:
    assert all("actor" not in each for each in visit.statements())


def test_s9_every_statement_has_an_identifier_of_its_own(visit: Host) -> None:
    found = [each["id"] for each in visit.statements()]
    assert len(set(map(UUID, found))) == len(found)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?xapi=1",
        f"?textbook={BOOK}",
        f"?xapi=0&textbook={BOOK}",
        "?xapi=1&textbook=http://a.org/textbook/b/v1",
        "?xapi=1&textbook=https://a.org/textbook/b",
        "?xapi=1&textbook=https://a.org/textbook/b/v1/c",
        "?xapi=1&textbook=https://a.org/textbook//v1",
        "?xapi=1&textbook=https://localhost/textbook/b/v1",
        "?xapi=1&textbook=https://127.0.0.1/textbook/b/v1",
        "?xapi=1&textbook=javascript:alert(1)//textbook/b/v1",
        "?xapi=1&textbook=https://me@a.org/textbook/b/v1",
        f"?xapi=1&textbook={BOOK}%23x",
        "?xapi=1&textbook=",
    ],
)
def test_without_a_published_textbook_there_are_no_statements(query: str, host: Host, lesson: Lesson) -> None:
    host.state = opened(lesson, query, "")
    assert host.do(ChooseMode("banquet")).statements() == []


@pytest.mark.parametrize(
    ("activity", "page"),
    [
        ("https://books.example.org/llm/chapters/3/", "https://books.example.org/llm/chapters/3/"),
        ("https://books.example.org/llm/chapters/3", PAGE),
        ("http://books.example.org/", PAGE),
        ("", PAGE),
    ],
)
def test_a_textbook_may_name_the_page(activity: str, page: str, lesson: Lesson) -> None:
    book = opened(lesson, f"?xapi=1&textbook={BOOK}&activity={activity}", "").textbook
    assert book
    assert book.page == page
