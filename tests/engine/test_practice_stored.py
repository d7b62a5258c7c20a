"""What an address and a device hold of Practice."""

from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice import storage
from engine.features.practice.address import from_url, result_url, to_url
from engine.features.practice.encoding import decode, encode
from engine.features.practice.material import Material
from engine.features.practice.scoring import Record
from engine.features.practice.state import Practice, question
from tests.support.practising import Exercise, small


@pytest.fixture
def at(lesson: Lesson, lazy: LazyContent) -> Exercise:
    return Exercise(lesson, small(lesson, lazy))


def only_first(at: Exercise) -> Material:
    """The material without the second and the third scenario."""
    return replace(at.material, scenarios={"first": at.first})


def test_answers_survive_being_written_and_read_again(at: Exercise) -> None:
    own = at.act(at.answered(at.answered(Practice(), 2, "webhook", "deadline"), 0), "go=second", "show")
    assert decode(encode(own.records, at.material.facts), at.material) == (own.records, [])


def test_answers_survive_scenarios_and_modes_that_are_added_before_them(at: Exercise) -> None:
    own = at.answered(Practice(), 0, "deadline")
    more = replace(at.first, choices={"aaa": at.first.choices[at.modes[2]], **at.first.choices})
    material = replace(at.material, scenarios={"new": at.first, "first": more})
    assert decode(encode(own.records, at.material.facts), material) == (own.records, [])


def test_answers_to_a_scenario_that_is_gone_are_named_and_left_out(at: Exercise) -> None:
    own = at.act(Practice(), "show", "next", "show")
    here, gone = encode(own.records, at.material.facts).split(".")
    assert decode(f"{here}.{gone}", only_first(at)) == ({"first": Record(shown=True)}, [gone])


@pytest.mark.parametrize("text", ["", "???", "..", "é", "x" * 5000, "AAAA", "~", "0" * 7])
def test_letters_that_mean_nothing_are_named_and_nothing_else_happens(at: Exercise, text: str) -> None:
    assert decode(text, at.material) == ({}, [answer for answer in text.split(".") if answer])


@pytest.mark.parametrize(
    "controls",
    [[], ["go=second"], ["result"], ["seed=71"], ["seed=71", "show", "next"], ["shuffle", "shuffle", "go=third"]],
)
def test_an_address_leads_back_to_what_is_open(at: Exercise, controls: list[str]) -> None:
    own = at.act(Practice(), *controls)
    there, wrong = from_url(Practice(), to_url(own, at.material), at.material)
    assert wrong == []
    assert to_url(there, at.material) == to_url(own, at.material)
    assert question(there, at.material) == question(own, at.material)


def test_what_an_address_asks_for_in_vain_is_named(at: Exercise) -> None:
    asked = {"scenario": "nowhere", "order": "-1", "seed": "x", "page": "7", "answers": "???", "colour": "red"}
    own, wrong = from_url(Practice(), asked, at.material)
    assert own == Practice()
    assert sorted(wrong) == ["answers=???", "colour", "order=-1", "page=7", "scenario=nowhere", "seed=x"]


def test_following_the_address_of_what_is_open_changes_nothing(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 2, "deadline"), "again", "hint")
    assert from_url(own, to_url(own, at.material), at.material) == (own, [])


def test_answers_that_came_with_a_link_do_not_take_the_place_of_ones_own(at: Exercise) -> None:
    learners, theirs = at.answered(Practice(), 0, "deadline"), at.act(Practice(), "show")
    own, _ = from_url(learners, result_url(theirs, at.material), at.material)
    assert own.records == theirs.records
    assert storage.stored(own, at.material) == storage.stored(learners, at.material)
    assert "answers" in to_url(own, at.material)
    assert at.says("practice.remarks.shared") in at.html(own)
    assert at.act(own, "restart").records == theirs.records
    assert at.act(own, "own") == learners


def test_what_the_device_kept_is_there_again(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 1, "deadline"), "next", "shuffle", "shuffle", "seed=71", "show")
    there = storage.restored(storage.stored(own, at.material), at.material)
    assert (there.records, there.order, there.series) == (own.records, 2, own.series)
    assert there.scenario == own.scenario


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
        "begun=zzA-000",
        "scenario=first&begun=zzZZZ-999r",
        "case=1&begun=-000",
    ],
)
def test_whatever_the_device_kept_practice_opens(at: Exercise, text: str) -> None:
    own = storage.restored(text, at.material)
    assert question(own, at.material).title == "The first"
    assert not own.records


def test_an_answer_to_what_is_not_here_yet_is_kept_until_edited_content_brings_it(at: Exercise) -> None:
    both = at.act(Practice(), "show", "next", "show")
    fewer = only_first(at)
    here = storage.restored(storage.stored(both, at.material), fewer)
    assert (list(here.records), len(here.elsewhere)) == (["first"], 1)
    assert storage.renewed(here, fewer, at.material).records == both.records
    assert storage.renewed(here, fewer, at.material).elsewhere == ()
    assert storage.restored(storage.stored(here, fewer), at.material).records == both.records
    assert at.act(here, "restart").elsewhere == ()
    assert storage.restored("answers=nonsense.%25.AAA", fewer).elsewhere == ()


def test_where_the_device_keeps_nothing_the_page_says_so(at: Exercise) -> None:
    sentence = at.says("practice.remarks.not_stored")
    assert sentence in at.html(Practice(can_store=False))
    assert sentence not in at.html(Practice())


def test_what_another_tab_stored_meanwhile_is_kept_too(at: Exercise) -> None:
    here = at.answered(Practice(), 0, "deadline")
    there = at.act(Practice(), "show", "next", "show")
    ours, others, none = (storage.stored(own, at.material) for own in (here, there, Practice()))
    both = storage.restored(storage.merge_stored(ours, others), at.material)
    assert dict(both.records) == {**there.records, **here.records}
    assert storage.merge_stored(ours, "") == ours
    assert storage.restored(storage.merge_stored(none, others), at.material).records == there.records


def test_an_answer_that_is_not_complete_survives_edited_content(at: Exercise) -> None:
    own = at.act(Practice(), f"choose={at.modes[1]}", "mark=deadline")
    assert own.attempt != Practice().attempt
    assert storage.renewed(own, at.material, at.material) == replace(own, scenario="first")
    answered = at.answered(Practice(), 0, "deadline")
    assert storage.renewed(answered, at.material, at.material).attempt == answered.attempt


@pytest.mark.parametrize(
    "begun",
    [
        ["hint"],
        ["mark=deadline", "mark=webhook"],
        ["sure=2"],
        ["choose={0}", "hint", "hint", "mark=deadline", "sure=3"],
        ["choose={2}", "mark=deadline", "answer", "again", "choose={0}"],
        ["seed=71", "choose={0}", "mark=deadline"],
        ["seed=71", "choose={0}", "mark=deadline", "answer", "next", "mark=reader"],
    ],
)
def test_an_answer_that_was_begun_is_there_again(at: Exercise, begun: list[str]) -> None:
    own = at.act(Practice(), *(act.format(*at.modes) for act in begun))
    assert own.attempt.asking
    there = storage.restored(storage.stored(own, at.material), at.material)
    assert there.attempt == own.attempt
    assert question(there, at.material) == question(own, at.material)
    assert from_url(there, to_url(own, at.material), at.material) == (there, [])


def test_an_answer_that_was_given_is_not_given_again(at: Exercise) -> None:
    own = at.answered(Practice(), 1, "deadline")
    assert "begun" not in storage.stored(own, at.material)
    text = storage.stored(own, at.material) + "&begun=zz-999r"
    assert storage.restored(text, at.material).records == own.records


def test_how_sure_one_was_is_stored_beside_the_answers_which_older_ones_lack(at: Exercise) -> None:
    own = at.act(Practice(), "sure=2", f"choose={at.modes[2]}", "mark=webhook", "answer")
    text = encode(own.records, at.material.facts)
    assert text.endswith("-2")
    assert decode(text, at.material) == (own.records, [])
    assert decode(text.removesuffix("-2"), at.material)[0]["first"] == replace(own.records["first"], sure=0)
    own = at.act(own, "show")
    assert decode(encode(own.records, at.material.facts), at.material) == (own.records, [])


def test_a_series_that_was_stored_before_one_was_asked_how_sure_goes_on(at: Exercise) -> None:
    there = storage.restored("seed=71&number=3&start=1&row=gb", at.material)
    assert there.series
    assert (there.series.row, there.series.sure) == ("gb", "00")
    own = at.act(Practice(), "seed=71", "sure=2", f"choose={at.modes[0]}", "mark=deadline", "answer")
    assert storage.restored(storage.stored(own, at.material), at.material).series == own.series


def test_what_was_missed_before_it_came_back_comes_back_now(at: Exercise) -> None:
    own = at.act(Practice(), "show")
    text = storage.stored(own, at.material)
    older = "&".join(part for part in text.split("&") if not part.startswith("again="))
    for each in (text, older):
        assert [name for name, _ in storage.restored(each, at.material).again] == ["first"]
    assert storage.restored(storage.stored(replace(own, again=()), at.material), at.material).again == ()
