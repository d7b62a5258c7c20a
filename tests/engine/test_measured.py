"""Measured seconds in Your workload and in Race: they become the days, stay in the page, and can be taken away."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.race.presenter import present as present_race
from engine.features.race.room import ROOM as RACE
from engine.features.race.state import Race
from engine.features.workload.address import from_url, to_url
from engine.features.workload.form import LoadPreset, SetFact, Undo, WorkloadForm, preset, update
from engine.features.workload.measuring import ChooseMeaning, ReadSeconds, RemoveMeasured, UseMeasured
from engine.features.workload.presenter import present
from engine.features.workload.view import workload
from engine.first_screen import start
from simulator.address import to_address
from simulator.advice import advise
from simulator.flips import flips
from simulator.latency import percentile
from simulator.measured import Measured, days_of, measured_of, quantile, with_measured
from simulator.parameters import Model
from simulator.simulation import simulate
from simulator.workload import Workload
from tests.engine.test_measurements import CALLS, lines
from tests.support.acting import arrived
from tests.support.markup import Tag, find, tags
from tests.support.workloads import CLICK

TEXT = lines("total_s,ttft_s", [f"{call},{call / 10}" for call in CALLS])
MEASURED = Measured(tuple(CALLS), tuple(call / 10 for call in CALLS))


def used(lazy: LazyContent, text: str = TEXT, own: WorkloadForm | None = None) -> WorkloadForm:
    return update(own or WorkloadForm(CLICK), ReadSeconds(text), lazy)


def shown(lesson: Lesson, content: LazyContent, form: WorkloadForm) -> list[Tag]:
    return tags(str(workload(present(lesson, content, form, {}))))


def told(lesson: Lesson, content: LazyContent, form: WorkloadForm) -> str:
    found = shown(lesson, content, form)
    [place] = find(found, "fieldset", class_="group measured")
    [status] = find(found, "div", within=place, role="status")
    return status.text


def own_seconds(form: WorkloadForm) -> tuple[float, ...] | None:
    measured = measured_of(form.workload)
    return tuple(measured.totals) if measured else None


# The days


def test_modes_without_a_queue_take_the_measured_times_and_others_keep_the_models(model: Model) -> None:
    measured = with_measured(CLICK, MEASURED)
    for name, mode in model.modes.items():
        plain, found = (simulate(model, name, each) for each in (CLICK, measured))
        if mode.queue:
            assert found.done == plain.done
        elif mode.connection != "closed":
            for share in (0.5, 0.95, 0.99):
                assert percentile(found.ends, share) == pytest.approx(quantile(CALLS, share), rel=0.05)


def test_the_slow_days_of_the_model_are_the_slow_days_of_the_measured_times() -> None:
    whole = [3.0, 1.0, 2.0]
    firsts, totals = days_of(Measured((10.0, 20.0, 30.0)), [0.3, 0.5, 1.0], whole, None)
    assert sorted(totals) == [totals[1], totals[2], totals[0]]
    assert firsts == pytest.approx([totals[0] * 0.1, totals[1] * 0.5, totals[2] * 0.5])


def test_the_first_token_is_that_of_the_same_call_where_it_was_measured() -> None:
    firsts, totals = days_of(MEASURED, [1.0] * 100, [*range(1, 101)], None)
    assert firsts == pytest.approx([total / 10 for total in totals])


def test_a_median_that_is_typed_scales_them(lazy: LazyContent) -> None:
    form = update(used(lazy), SetFact("seconds", "11.5 s"), lazy)
    firsts, totals = days_of(MEASURED, [1.0] * 1000, [*range(1, 1001)], form.workload.seconds)
    assert percentile(sorted(totals), 0.5) == pytest.approx(11.5, rel=0.01)
    assert max(firsts) == pytest.approx(max(totals) / 10)


def test_the_advice_and_what_flips_it_rest_on_them(lesson: Lesson, model: Model) -> None:
    slow = Measured(tuple(call * 40 for call in CALLS))
    measured = with_measured(CLICK, slow)
    assert advise(lesson.modes, model, measured).best != advise(lesson.modes, model, CLICK).best
    for flip in flips(lesson.modes, model, measured):
        changed: Workload = replace(measured, **{flip.fact: flip.value})  # type: ignore[arg-type]
        assert measured_of(changed) is slow
        assert advise(lesson.modes, model, changed).best.mode == flip.mode


# The form


def test_calls_that_can_all_be_read_are_used_at_once_and_can_be_undone(lazy: LazyContent) -> None:
    form = used(lazy)
    assert own_seconds(form) == tuple(CALLS)
    back = update(form, Undo(), lazy)
    assert (back.workload, own_seconds(back)) == (CLICK, None)


def test_they_take_the_place_of_a_median_that_was_typed(lazy: LazyContent) -> None:
    form = used(lazy, own=update(WorkloadForm(CLICK), SetFact("seconds", "30"), lazy))
    assert (form.workload.seconds, "seconds" in form.typed) == (None, False)


def test_a_button_takes_them_away(lesson: Lesson, lazy: LazyContent) -> None:
    form = used(lazy)
    assert lazy.messages("workload.measured.remove") in told(lesson, lazy, form)
    assert update(form, RemoveMeasured(), lazy).workload == CLICK


def test_nothing_is_half_accepted(lesson: Lesson, lazy: LazyContent) -> None:
    form = used(lazy, TEXT + "\nsoon,1\n3,9")
    assert form.workload == CLICK
    text = told(lesson, lazy, form)
    for part in ("20 of 22 lines", "Line 22: “soon” is not a number.", "Line 23", "Use these 20 calls"):
        assert part in text
    assert own_seconds(update(form, UseMeasured(), lazy)) == tuple(CALLS)
    assert update(form, RemoveMeasured(), lazy) == WorkloadForm(CLICK)


def test_only_the_first_lines_that_cannot_be_read_are_named_and_the_others_are_counted(
    lesson: Lesson, lazy: LazyContent
) -> None:
    text = told(lesson, lazy, used(lazy, TEXT + "\nx,1" * 12))
    assert text.count("is not a number") == 5
    assert "7 more lines cannot be used." in text


def test_a_unit_is_asked_for(lesson: Lesson, lazy: LazyContent) -> None:
    form = used(lazy, lines("total", [1000 * call for call in CALLS]))
    assert form.workload == CLICK
    assert "total in milliseconds" in told(lesson, lazy, form)
    assert own_seconds(update(form, ChooseMeaning(1), lazy)) == pytest.approx(tuple(CALLS))
    assert update(form, ChooseMeaning(7), lazy) == form


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a,b\n1,2", "No column is a time: a and b."),
        ("total_s\n1", "at least 20 calls"),
        ("1" * 5_000_001, "5 million"),
    ],
)
def test_a_text_that_is_useless_is_answered_with_what_to_give(
    text: str, part: str, lesson: Lesson, lazy: LazyContent
) -> None:
    assert part in told(lesson, lazy, used(lazy, text))


@pytest.mark.parametrize("event", [ReadSeconds("  "), UseMeasured(), RemoveMeasured(), ChooseMeaning(0)])
def test_without_a_text_nothing_happens(event: object, lazy: LazyContent) -> None:
    assert update(WorkloadForm(CLICK), event, lazy) == WorkloadForm(CLICK)


def test_they_stay_while_other_facts_change_and_with_another_example(lazy: LazyContent) -> None:
    scenario = next(iter(lazy.scenarios))
    form = update(used(lazy), LoadPreset(scenario), lazy)
    assert own_seconds(update(form, SetFact("requests", "7"), lazy)) == tuple(CALLS)
    assert preset(form, lazy) in ("", scenario)


def test_the_address_holds_none_of_them_and_following_it_in_this_page_keeps_them(lazy: LazyContent) -> None:
    form = used(lazy)
    assert to_url(form, lazy) == to_address(CLICK)
    found, unknown = from_url(form, to_url(form, lazy), lazy)
    assert (own_seconds(found), unknown) == (tuple(CALLS), [])
    assert own_seconds(from_url(WorkloadForm(CLICK), to_url(form, lazy), lazy)[0]) is None


def test_what_was_measured_is_said_with_its_percentiles_and_that_it_stays_here(
    lesson: Lesson, lazy: LazyContent
) -> None:
    text = told(lesson, lazy, used(lazy))
    assert "20 measured calls. Whole answer: p50 1.1 s, p95 10 s, p99 19 s." in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "First token" in text
    everywhere = "".join(tag.text for tag in find(shown(lesson, lazy, used(lazy)), "p"))
    assert lazy.messages("workload.measured.private") in everywhere


def test_there_is_a_field_and_a_file_to_choose_each_with_a_label(lesson: Lesson, lazy: LazyContent) -> None:
    found = shown(lesson, lazy, WorkloadForm(CLICK))
    [field] = find(found, "textarea")
    [file] = find(found, "input", type="file")
    [place] = find(found, data_drop="*")
    for control in (field, file):
        assert control.attributes["data-event"] == place.attributes["data-drop"] == "workload.read-seconds"
        assert len(list(find(found, "label", for_=control.attributes["id"]))) == 1


def test_text_of_a_file_is_never_markup(lesson: Lesson, lazy: LazyContent) -> None:
    html = str(workload(present(lesson, lazy, used(lazy, "<b>total</b>,<script>\n1,2"), {})))
    html += str(workload(present(lesson, lazy, used(lazy, TEXT + "\n<script>alert(1)</script>,1"), {})))
    assert "<script" not in html and "<b>" not in html


# Race


def test_the_race_of_ones_own_workload_takes_them_and_says_so(lesson: Lesson, lazy: LazyContent) -> None:
    page = arrived(start(lesson), lazy)
    form = used(lazy)
    page = replace(page, features={**page.features, "workload": form})
    link = dict(parse_qsl(present(lesson, lazy, form, {}).race.lstrip("#")))
    link.pop("view")
    race, unknown = RACE.from_url(page.features["race"], link, page)
    assert unknown == [] and measured_of(race.workload) is measured_of(form.workload)
    assert "20 measured calls" in present_race(lesson, lazy, race).measured[0]
    without = replace(page, features={**page.features, "workload": WorkloadForm(CLICK)})
    assert measured_of(RACE.from_url(race, link, without)[0].workload) is None


def test_the_race_of_a_scenario_never_takes_them(lesson: Lesson, lazy: LazyContent) -> None:
    page = arrived(start(lesson), lazy)
    page = replace(page, features={**page.features, "workload": used(lazy)})
    scenario = next(iter(lazy.scenarios))
    race, _ = RACE.from_url(page.features["race"], {"scenario": scenario}, page)
    assert (race.workload, present_race(lesson, lazy, Race(scenario)).measured) == (None, ())
