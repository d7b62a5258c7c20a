"""The page of Your workload: fields, words beside what means nothing, and advice that stays and can be taken home."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice.subject import Answers
from engine.features.workload.form import SetFact, WorkloadForm, init, update
from engine.features.workload.measuring import ReadSeconds
from engine.features.workload.presenter import present
from engine.features.workload.record import record
from engine.features.workload.room import ROOM
from engine.features.workload.view import workload
from engine.messages import Messages
from simulator.address import from_address
from simulator.advice import advise
from simulator.cost import MONTH, cost_a_day
from simulator.flips import KnownFlips, flips
from simulator.parameters import Model
from simulator.readings import shares, shares_key
from simulator.sentences import reasons
from simulator.shares import is_grey
from simulator.wording import Wording, amount
from simulator.workload import DECLARED, Workload
from tests.engine.test_measurements import CALLS, lines
from tests.engine.test_prices import LIST
from tests.engine.test_workload_form import OWN, after
from tests.support.markup import Tag, find, tags
from tests.support.rooms import asked_for, view_imports


@pytest.fixture(scope="module")
def messages(lazy: LazyContent) -> Messages:
    """The words of the lazy features."""
    return lazy.messages


def shown(lesson: Lesson, lazy: LazyContent, form: WorkloadForm, known: Answers | None = None) -> list[Tag]:
    return tags(str(workload(present(lesson, lazy, form, known or {}))))


def answered(lesson: Lesson, model: Model, workload: Workload) -> dict[Any, Any]:
    """What the query for the shares of the modes finds."""
    return {shares_key(workload): (shares(lesson.modes, model, workload),)}


def workloads(lazy: LazyContent) -> list[Workload]:
    return [each.workload for each in lazy.scenarios.values() if each.workload]


def only(found: list[Tag], name: str = "", within: Tag | None = None, **attributes: str) -> Tag:
    (tag,) = find(found, name, within, **attributes)
    return tag


@pytest.mark.parametrize("fact", DECLARED)
def test_every_fact_has_a_labelled_control(fact: str, lesson: Lesson, lazy: LazyContent, wording: Wording) -> None:
    found = shown(lesson, lazy, WorkloadForm(OWN))
    declared = DECLARED[fact]
    chosen_from_a_list = declared.optional and declared.quantity is None
    controls = list(
        find(found, "select" if chosen_from_a_list else "input", data_event="workload.set-fact", data_value=fact)
    )
    assert len(controls) == (1 if chosen_from_a_list else max(len(declared.choices), 1))
    for control in controls:
        labels = [
            *find(found, "label", for_=control.attributes.get("id", "-")),
            *(tag for tag in control.around if tag.name == "label"),
        ]
        assert [bool(tag.text.strip()) for tag in labels] == [True]
    assert wording.name(fact) in "".join(tag.text for tag in find(found, "div", class_="inputs"))


def test_each_field_shows_what_the_workload_holds(lesson: Lesson, lazy: LazyContent) -> None:
    found = shown(lesson, lazy, WorkloadForm(OWN))
    values = {tag.attributes["id"]: tag.attributes["value"] for tag in find(found, "input", type="text")}
    assert values == {
        "workload-requests": "3",
        "workload-times_a_day": "once every 2 days",
        "workload-input_tokens": "70",
        "workload-cached_share": "",
        "workload-output_tokens": "9",
        "workload-thinking_tokens": "",
        "workload-longest": "",
        "workload-seconds": "",
        "workload-first_words": "",
        "workload-deadline": "12.5 s",
        "workload-timeout": "60 s",
        "workload-caller_timeout": "",
        "workload-turns": "",
        "workload-concurrency": "",
        "workload-rate_limit": "60",
        "workload-price_in": "0",
        "workload-price_out": "0.25",
        "workload-price_cached": "",
    }
    checked = {tag.attributes["value"] for tag in find(found, "input", checked="*")}
    assert checked == {"watching", "partial", "webhook"}


def test_what_means_nothing_is_met_with_words_beside_its_field(
    lesson: Lesson, lazy: LazyContent, messages: Messages
) -> None:
    form = after(WorkloadForm(OWN), lazy, deadline="soon", requests="0", price_in="")
    found = shown(lesson, lazy, form)
    for fact, told in (
        ("deadline", messages("workload.errors.duration")),
        ("requests", messages("workload.limits.least", limit="1 request")),
        ("price_in", messages("workload.errors.missing")),
    ):
        control = only(found, "input", id=f"workload-{fact}")
        assert control.attributes["aria-invalid"] == "true"
        assert only(found, id=control.attributes["aria-describedby"]).text.startswith(told)
    assert len(list(find(found, aria_invalid="*"))) == 3


def test_the_limit_is_said_as_a_value_of_its_field(lesson: Lesson, lazy: LazyContent, messages: Messages) -> None:
    found = shown(lesson, lazy, update(WorkloadForm(OWN), SetFact("deadline", "8 days"), lazy))
    assert only(found, id="workload-deadline-note").text.startswith(messages("workload.limits.most", limit="7 days"))


def test_the_advice_stays_and_says_of_which_value_it_is(lesson: Lesson, lazy: LazyContent, messages: Messages) -> None:
    good, broken = WorkloadForm(OWN), update(WorkloadForm(OWN), SetFact("deadline", "soon"), lazy)
    before, now = shown(lesson, lazy, good), shown(lesson, lazy, broken)
    assert only(now, class_="still").text == messages("workload.still", value="12.5 s")
    assert list(find(before, class_="still")) == []
    assert only(now, "ol", class_="ranking").text == only(before, "ol", class_="ranking").text


def test_every_mode_is_ranked_with_its_verdict_its_price_and_its_race(
    lesson: Lesson, lazy: LazyContent, model: Model, messages: Messages, wording: Wording
) -> None:
    for each_workload in workloads(lazy):
        found = shown(lesson, lazy, WorkloadForm(each_workload))
        ranked = advise(lesson.modes, model, each_workload).ranked
        entries = list(find(found, "li", within=only(found, "ol", class_="ranking")))
        for entry, each in zip(entries, ranked, strict=True):
            mode = lesson.modes[each.mode]
            month = wording.money(MONTH * cost_a_day(mode, model.modes[each.mode], model, each_workload))
            head = only(found, within=entry, class_="head").text
            assert lesson.modes[each.mode].name in head
            assert messages("workload.cost", dollars=month) in head
            assert len(list(find(found, class_="time-bar", within=entry))) == 1


def test_no_mode_is_called_best_where_none_is_feasible(lesson: Lesson, lazy: LazyContent, model: Model) -> None:
    hopeless = replace(OWN, reader="waiting", output_tokens=50_000, deadline=0.01)
    assert not any(each.feasible for each in advise(lesson.modes, model, hopeless).ranked)
    found = shown(lesson, lazy, WorkloadForm(hopeless), answered(lesson, model, hopeless))
    assert len(list(find(found, data_verdict="*"))) == len(lesson.modes)
    assert list(find(found, data_verdict="best")) == []


def test_modes_that_can_be_defended_are_named_so(
    lesson: Lesson, lazy: LazyContent, model: Model, messages: Messages
) -> None:
    close = [
        known
        for each in workloads(lazy)
        if is_grey((known := answered(lesson, model, each))[shares_key(each)][0], model)
    ]
    assert close
    for known in close:
        ((_, workload, _),) = known
        found = shown(lesson, lazy, WorkloadForm(workload), known)
        (defensible, *_) = find(found, "span", data_verdict="defensible")
        assert defensible.text.startswith(messages("workload.verdicts.defensible"))


def test_what_would_change_the_advice_is_looked_for_and_then_shown(
    lesson: Lesson, lazy: LazyContent, model: Model, messages: Messages, half_a_minute: Workload
) -> None:
    def listed(known: KnownFlips) -> Tag:
        return only(shown(lesson, lazy, WorkloadForm(half_a_minute), known), "section", class_="flip-list")

    assert messages("workload.looking") in listed({}).text
    assert messages("workload.no_flips") in listed({half_a_minute: ()}).text
    found = tuple(flips(lesson.modes, model, half_a_minute))
    view = present(lesson, lazy, WorkloadForm(half_a_minute), {half_a_minute: found})
    assert view.flips
    assert len(found) == len(view.flips) > 0
    assert all(sentence in listed({half_a_minute: found}).text for _, sentence in view.flips)


def test_the_link_to_the_race_carries_the_workload(lesson: Lesson, lazy: LazyContent) -> None:
    link = only(shown(lesson, lazy, WorkloadForm(OWN)), "a", class_="button primary")
    asked = dict(parse_qsl(link.attributes["href"].lstrip("#")))
    assert asked.pop("view") == "race"
    assert from_address(asked) == (OWN, [])


def test_what_was_typed_is_text_and_never_markup(lesson: Lesson, lazy: LazyContent) -> None:
    form = update(WorkloadForm(OWN), SetFact("requests", '"><script>alert(1)</script>'), lazy)
    html = str(workload(present(lesson, lazy, form, {})))
    assert "<script" not in html
    assert only(tags(html), "input", id="workload-requests").attributes["value"] == '"><script>alert(1)</script>'


def test_the_record_holds_the_workload_the_choice_why_the_cost_and_what_would_change_it(
    lesson: Lesson, lazy: LazyContent, model: Model, messages: Messages, wording: Wording, half_a_minute: Workload
) -> None:
    found = tuple(flips(lesson.modes, model, half_a_minute))
    text = record(
        lesson, lazy, WorkloadForm(half_a_minute), {half_a_minute: found}, "https://example.org/#view=workload"
    )
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    parts = ("choice", "why", "workload", "cost", "flips")
    assert headings == [messages(f"workload.record.{part}") for part in parts]
    facts = wording.facts(half_a_minute)
    for _, name, value in facts:
        assert f"- {name}: {value}" in text.splitlines()
    for name, mode in lesson.modes.items():
        month = MONTH * cost_a_day(mode, model.modes[name], model, half_a_minute)
        assert mode.name in text and wording.money(month) in text
    why = reasons(lesson.modes, model, advise(lesson.modes, model, half_a_minute), wording)
    assert text.count("\n- ") == len(facts) + len(lesson.modes) + len(found) + len(why)
    assert "https://example.org/#view=workload" in text


def test_the_record_says_nothing_of_what_is_still_being_looked_for(
    lesson: Lesson, lazy: LazyContent, messages: Messages
) -> None:
    assert messages("workload.record.flips") not in record(lesson, lazy, init(lazy), {})


def test_every_fact_stands_in_one_group_of_fields(lazy: LazyContent) -> None:
    placed = [fact for group in lazy.words.workload.groups for fact in group.facts]
    assert sorted(placed) == sorted(DECLARED)


@pytest.mark.parametrize(
    ("times", "read"),
    [
        (800, "800 times a day"),
        (1, "once a day"),
        (0.7, "5 times a week"),
        (0.5, "once every 2 days"),
        (0.14, "once a week"),
        (0.03, "once every 33 days"),
    ],
)
def test_what_is_rarer_than_daily_is_read_as_so_many_days(times: float, read: str, wording: Wording) -> None:
    assert wording.times_a_day(times) == read


def test_what_costs_nothing_costs_0_dollars() -> None:
    assert [amount(dollars) for dollars in (0, 0.0, 1e-15)] == ["0", "0", "0"]


def test_one_token_is_not_called_tokens(wording: Wording) -> None:
    assert [wording.value("output_tokens", count) for count in (1, 2)] == ["1 token", "2 tokens"]


# The room.


def test_each_control_asks_for_an_event_of_the_room_and_each_event_has_a_control(
    lesson: Lesson, lazy: LazyContent, half_a_minute: Workload
) -> None:
    unclear = update(WorkloadForm(OWN), SetFact("rate_limit", "50.000"), lazy)
    lazy = replace(lazy, prices=LIST)
    asking, unread, used = (
        update(WorkloadForm(OWN), ReadSeconds(lines(head, [*CALLS, *more])), lazy)
        for head, more in (("total", ()), ("total_s", ("x",)), ("total_s", ()))
    )
    forms = (unclear, WorkloadForm(half_a_minute), init(lazy), asking, unread, used)
    states = [shown(lesson, lazy, form, {OWN: ()}) for form in forms]
    assert {kind for found in states for kind in asked_for(ROOM, found)} == set(ROOM.events)


def test_the_view_computes_nothing() -> None:
    assert view_imports("workload") == set()
