"""The page of Your workload: fields, words beside what means nothing, and advice that stays and can be taken home."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from engine.content.words import UnitNames
from engine.features.workload.advice_view import reasons
from engine.features.workload.fields import FIELDS
from simulator.fact_texts import (
    facts,
    money,
    name_of,
    times_a_day,
)

from engine.content.lesson import Lesson
from engine.content.practice_content import Workshop
from engine.features.workload.form import (
    Yours,
    from_address,
    opened,
    update,
)
from engine.features.workload.record import record
from engine.features.workload.view import workload
from simulator.advice import KnownFlips, advise, flips
from simulator.outcomes import cost_a_month
from simulator.workload import Fact
from tests.unit.markup import Tag, find, tags
from tests.unit.test_typed import MINE, after


def shown(lesson: Lesson, workshop: Workshop, part: Yours, thoughts: KnownFlips | None = None) -> list[Tag]:
    return tags(str(workload(lesson, workshop, part, thoughts or {})))


def only(found: list[Tag], name: str = "", within: Tag | None = None, **attributes: str) -> Tag:
    (tag,) = find(found, name, within, **attributes)
    return tag


@pytest.mark.parametrize("fact", FIELDS)
def test_every_fact_has_a_labelled_control(fact: Fact, lesson: Lesson, workshop: Workshop) -> None:
    found = shown(lesson, workshop, Yours(MINE))
    controls = list(find(found, "input", data_event=f"workload.{fact}"))
    assert len(controls) == max(len(FIELDS[fact].choices), 1)
    for control in controls:
        labels = [
            *find(found, "label", for_=control.attributes.get("id", "-")),
            *(tag for tag in control.around if tag.name == "label"),
        ]
        assert [bool(tag.text.strip()) for tag in labels] == [True]
    assert name_of(fact, workshop.words.facts) in "".join(tag.text for tag in find(found, "div", class_="inputs"))


def test_each_field_shows_what_the_workload_holds(lesson: Lesson, workshop: Workshop) -> None:
    found = shown(lesson, workshop, Yours(MINE))
    values = {tag.attributes["id"]: tag.attributes["value"] for tag in find(found, "input", type="text")}
    assert values == {
        "yours-requests": "3",
        "yours-times_a_day": "0.5",
        "yours-input_tokens": "70",
        "yours-output_tokens": "9",
        "yours-seconds": "",
        "yours-deadline": "12.5 s",
        "yours-timeout": "60 s",
        "yours-rate_limit": "60",
        "yours-price_in": "0",
        "yours-price_out": "0.25",
    }
    checked = {tag.attributes["value"] for tag in find(found, "input", checked="*")}
    assert checked == {"watching", "partial", "webhook"}


def test_what_means_nothing_is_met_with_words_beside_its_field(lesson: Lesson, workshop: Workshop) -> None:
    words = workshop.words.workload
    part = after(Yours(MINE), workshop, deadline="soon", requests="0", price_in="")
    found = shown(lesson, workshop, part)
    for fact, told in (
        ("deadline", words.wrong.duration),
        ("requests", f"{words.wrong.least} 1"),
        ("price_in", words.wrong.missing),
    ):
        control = only(found, "input", id=f"yours-{fact}")
        assert control.attributes["aria-invalid"] == "true"
        assert only(found, id=control.attributes["aria-describedby"]).text == told
    assert len(list(find(found, aria_invalid="*"))) == 3


def test_the_limit_is_said_as_a_value_of_its_field(lesson: Lesson, workshop: Workshop) -> None:
    found = shown(lesson, workshop, update(Yours(MINE), "deadline", "8 days", workshop))
    assert only(found, id="yours-deadline-note").text == f"{workshop.words.workload.wrong.most} 7 days"


def test_the_advice_stays_and_says_of_which_values_it_is(lesson: Lesson, workshop: Workshop) -> None:
    good, broken = Yours(MINE), update(Yours(MINE), "deadline", "soon", workshop)
    before, now = shown(lesson, workshop, good), shown(lesson, workshop, broken)
    assert only(before, class_="last-good").text == ""
    assert only(now, class_="last-good").text == f"{workshop.words.workload.last_good} Deadline (12.5 s)"
    assert only(now, "ol", class_="ranking").text == only(before, "ol", class_="ranking").text


def test_every_mode_is_ranked_with_its_verdict_its_price_and_its_race(lesson: Lesson, workshop: Workshop) -> None:
    for scenario in workshop.scenarios.values():
        found = shown(lesson, workshop, Yours(scenario.workload))
        ranked = advise(lesson.modes, workshop.model, scenario.workload).ranked
        lanes = list(find(found, "li", within=only(found, "ol", class_="ranking")))
        for lane, each in zip(lanes, ranked, strict=True):
            month = money(cost_a_month(lesson.modes[each.mode], scenario.workload), workshop.words.facts)
            head = only(found, within=lane, class_="head").text
            assert lesson.modes[each.mode].name in head
            assert f"{month} {workshop.words.workload.a_month}" in head
            assert len(list(find(found, class_="track", within=lane))) == 1


def test_no_mode_is_called_best_where_none_is_feasible(lesson: Lesson, workshop: Workshop) -> None:
    hopeless = replace(MINE, reader="waiting", output_tokens=50_000, deadline=0.01)
    assert not any(each.feasible for each in advise(lesson.modes, workshop.model, hopeless).ranked)
    found = shown(lesson, workshop, Yours(hopeless))
    assert len(list(find(found, data_verdict="*"))) == len(lesson.modes)
    assert list(find(found, data_verdict="best")) == []


def test_modes_that_can_be_defended_are_named_so(lesson: Lesson, workshop: Workshop) -> None:
    names = workshop.words.workload.verdicts
    close = [
        each.workload
        for each in workshop.scenarios.values()
        if "defensible" in {mode.verdict for mode in advise(lesson.modes, workshop.model, each.workload).ranked}
    ]
    assert close
    for each in close:
        found = shown(lesson, workshop, Yours(each))
        assert names.defensible in [tag.text for tag in find(found, data_verdict="defensible")]


def test_what_would_change_the_advice_is_looked_for_and_then_told(lesson: Lesson, workshop: Workshop) -> None:
    words = workshop.words.workload
    mine = workshop.scenarios["thirty-seconds"].workload
    looking = only(shown(lesson, workshop, Yours(mine)), "section", class_="turns").text
    assert words.looking in looking
    found = tuple(flips(lesson.modes, workshop.model, mine))
    told = shown(lesson, workshop, Yours(mine), {mine: found})
    assert len(found) == len(list(find(told, "li", within=only(told, "section", class_="turns")))) > 0
    assert words.no_flips in only(shown(lesson, workshop, Yours(mine), {mine: ()}), "section", class_="turns").text


def test_the_link_to_the_race_carries_the_workload(lesson: Lesson, workshop: Workshop) -> None:
    link = only(shown(lesson, workshop, Yours(MINE)), "a", class_="button")
    asked = dict(parse_qsl(link.attributes["href"].lstrip("#")))
    assert asked.pop("view") == "race"
    assert from_address(asked) == (MINE, [])


def test_what_was_typed_is_text_and_never_markup(lesson: Lesson, workshop: Workshop) -> None:
    part = update(Yours(MINE), "requests", '"><script>alert(1)</script>', workshop)
    html = str(workload(lesson, workshop, part, {}))
    assert "<script" not in html
    assert only(tags(html), "input", id="yours-requests").attributes["value"] == '"><script>alert(1)</script>'


def test_the_record_holds_the_workload_the_choice_why_the_cost_and_what_would_change_it(
    lesson: Lesson, workshop: Workshop
) -> None:
    mine = workshop.scenarios["thirty-seconds"].workload
    found = tuple(flips(lesson.modes, workshop.model, mine))
    words = workshop.words.workload.record
    told = record(lesson, workshop, Yours(mine), {mine: found}, "https://example.org/#view=workload")
    headings = [line for line in told.splitlines() if line.startswith("## ")]
    assert headings == [f"## {name}" for name in (words.choice, words.why, words.workload, words.cost, words.flips)]
    for _, name, value in facts(mine, workshop.words.facts, lesson.words.guide.units):
        assert f"- {name}: {value}" in told.splitlines()
    for mode in lesson.modes.values():
        assert mode.name in told and money(cost_a_month(mode, mine), workshop.words.facts) in told
    assert told.count("\n- ") == len(FIELDS) + len(lesson.modes) + len(found) + len(
        reasons(lesson, workshop, advise(lesson.modes, workshop.model, mine))
    )
    assert "https://example.org/#view=workload" in told


def test_the_record_says_nothing_of_what_is_still_being_looked_for(lesson: Lesson, workshop: Workshop) -> None:
    assert workshop.words.workload.record.flips not in record(lesson, workshop, opened(workshop), {})


def test_every_fact_stands_in_one_group_of_fields(workshop: Workshop) -> None:
    placed = [fact for group in workshop.words.workload.groups for fact in group.facts]
    assert sorted(placed) == sorted(FIELDS)


@pytest.mark.parametrize(
    ("times", "read"),
    [
        (800, "800 a day"),
        (1, "1 a day"),
        (0.7, "0.7 a day"),
        (0.5, "every 2 days"),
        (0.14, "every 7 days"),
        (0.03, "every 33 days"),
    ],
)
def test_what_is_rarer_than_daily_is_read_as_so_many_days(
    times: float, read: str, workshop: Workshop, units: UnitNames
) -> None:
    assert times_a_day(times, workshop.words.facts, units) == read


def test_what_costs_nothing_costs_0_dollars(workshop: Workshop) -> None:
    assert [money(dollars, workshop.words.facts) for dollars in (0, 0.0, 1e-15)] == ["$0", "$0", "$0"]
