"""What an address and a device keep of Practice."""

from dataclasses import replace

import pytest

from engine.content.lesson import Lesson
from engine.content.practice_content import Workshop
from engine.features.practice import storage as device
from engine.features.practice import update as desk
from engine.features.practice.progress_view import shared
from engine.features.practice.scoring import Record, read, written
from engine.features.practice.state import Practice, question
from engine.features.practice.view import practice as view
from tests.unit.practising import Desk, practised


@pytest.fixture
def at(lesson: Lesson, workshop: Workshop) -> Desk:
    return Desk(lesson, *practised(lesson, workshop))


def test_answers_survive_being_written_and_read_again(at: Desk) -> None:
    part = at.act(at.answered(at.answered(Practice(), 2, "webhook", "deadline"), 0), "go=second", "show")
    assert read(written(part.records), at.workshop.scenarios) == (part.records, [])


def test_answers_survive_scenarios_and_modes_that_are_added_before_them(at: Desk) -> None:
    part = at.answered(Practice(), 0, "deadline")
    first = at.workshop.scenarios["first"]
    more = replace(first, choices={"aaa": first.choices[at.modes[2]], **first.choices})
    assert read(written(part.records), {"new": first, "first": more}) == (part.records, [])


def test_answers_to_a_scenario_that_is_gone_are_named_and_left_out(at: Desk) -> None:
    part = at.act(Practice(), "show", "next", "show")
    kept, gone = written(part.records).split(".")
    assert read(f"{kept}.{gone}", {"first": at.workshop.scenarios["first"]}) == ({"first": Record(shown=True)}, [gone])


@pytest.mark.parametrize("text", ["", "???", "..", "é", "x" * 5000, "AAAA", "~", "0" * 7])
def test_letters_that_mean_nothing_are_named_and_nothing_else_happens(at: Desk, text: str) -> None:
    assert read(text, at.workshop.scenarios) == ({}, [part for part in text.split(".") if part])


@pytest.mark.parametrize(
    "controls", [[], ["go=second"], ["result"], ["novel=71"], ["novel=71", "show", "next"], ["shuffle=4", "go=third"]]
)
def test_an_address_leads_back_to_what_is_open(at: Desk, controls: list[str]) -> None:
    part = at.act(Practice(), *controls)
    there, wrong = desk.followed(Practice(), desk.address(part), at.workshop)
    assert wrong == []
    assert desk.address(there) == desk.address(part)
    assert question(there, at.workshop) == question(part, at.workshop)


def test_what_an_address_asks_for_in_vain_is_named(at: Desk) -> None:
    asked = {"scenario": "nowhere", "order": "-1", "seed": "x", "page": "7", "answers": "???", "colour": "red"}
    part, wrong = desk.followed(Practice(), asked, at.workshop)
    assert part == Practice()
    assert sorted(wrong) == ["answers=???", "colour", "order=-1", "page=7", "scenario=nowhere", "seed=x"]


def test_following_the_address_of_what_is_open_changes_nothing(at: Desk) -> None:
    part = at.act(at.answered(Practice(), 2, "deadline"), "again", "hint")
    assert desk.followed(part, desk.address(part), at.workshop) == (part, [])


def test_answers_that_came_with_a_link_do_not_take_the_place_of_ones_own(at: Desk) -> None:
    mine, theirs = at.answered(Practice(), 0, "deadline"), at.act(Practice(), "show")
    part, _ = desk.followed(mine, shared(theirs), at.workshop)
    assert part.records == theirs.records
    assert device.kept(part) == device.kept(mine)
    assert "answers" in desk.address(part)
    assert at.workshop.words.practice.result.shared in str(view(at.lesson, at.workshop, part, {}))
    assert at.act(part, "restart").records == theirs.records
    assert at.act(part, "mine") == mine


def test_what_the_device_kept_is_there_again(at: Desk) -> None:
    part = at.act(at.answered(Practice(), 1, "deadline"), "next", "shuffle=4", "novel=71", "show")
    there = device.restored(device.kept(part), at.workshop)
    assert (there.records, there.order, there.series, there.at) == (part.records, 4, part.series, part.at)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "answers=%%%&order=x&seed=-1&row=zzz&start=",
        "\0",
        "seed=1&row=g?",
        "scenario=gone",
        "=&=&&",
        "order=" + "9" * 5000,
    ],
)
def test_whatever_the_device_kept_practice_opens(at: Desk, text: str) -> None:
    part = device.restored(text, at.workshop)
    assert question(part, at.workshop).title == "The first"
    assert not part.records


def test_an_answer_to_what_is_not_here_yet_is_kept_until_edited_content_brings_it(at: Desk) -> None:
    both = at.act(Practice(), "show", "next", "show")
    fewer = replace(at.workshop, scenarios={"first": at.workshop.scenarios["first"]})
    here = device.restored(device.kept(both), fewer)
    assert (list(here.records), len(here.elsewhere)) == (["first"], 1)
    assert device.renewed(here, at.workshop).records == both.records
    assert device.renewed(here, at.workshop).elsewhere == ()
    assert device.restored(device.kept(here), at.workshop).records == both.records
    assert at.act(here, "restart").elsewhere == ()
    assert device.restored("answers=nonsense.%25.AAA", fewer).elsewhere == ()


def test_where_the_device_keeps_nothing_the_page_says_so(at: Desk) -> None:
    sentence = at.workshop.words.practice.result.not_kept
    assert sentence in str(view(at.lesson, at.workshop, Practice(kept=False), {}))
    assert sentence not in str(view(at.lesson, at.workshop, Practice(), {}))


def test_what_another_tab_stored_meanwhile_is_kept_too(at: Desk) -> None:
    here = at.answered(Practice(), 0, "deadline")
    there = at.act(Practice(), "show", "next", "show")
    both = device.restored(device.joined(device.kept(here), device.kept(there)), at.workshop)
    assert dict(both.records) == {**there.records, **here.records}
    assert device.joined(device.kept(here), "") == device.kept(here)
    assert device.joined(device.kept(Practice()), device.kept(there)) == device.kept(Practice())


def test_an_answer_that_is_not_complete_survives_edited_content(at: Desk) -> None:
    part = at.act(Practice(), f"choose={at.modes[1]}", "mark=deadline")
    assert part.attempt != Practice().attempt
    assert device.renewed(part, at.workshop) == part
    answered = at.answered(Practice(), 0, "deadline")
    assert device.renewed(answered, at.workshop).attempt == answered.attempt
