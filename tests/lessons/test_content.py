"""What the lesson teaches: the four modes, their figures, their sources and the scenarios."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from engine.content.lesson import Lesson
from engine.content.load import load
from engine.sections import measures, multiplier, weight
from engine.sequence.narrate import states_around

MODES = ("sync", "streaming", "async", "batch")


def cited(value: Any) -> Iterator[str]:
    """The name of every source that stands anywhere below `sources`."""
    if is_dataclass(value):
        for field in fields(value):
            inside = getattr(value, field.name)
            if field.name == "sources" and isinstance(inside, tuple):
                yield from inside
            else:
                yield from cited(inside)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from cited(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from cited(each)


def client_while_vendor_is_busy(lesson: Lesson, name: str) -> list[str]:
    """What the client does at each step during which the vendor works."""
    around_each = states_around(lesson, lesson.modes[name])
    return [around.during["Client"] for around in around_each if around.during["Vendor"] == "busy"]


def test_the_content_loads_without_a_mistake(files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
    assert load(files, schemas).lesson.about.title == "Sync, Async, and Batch API Flow"


def test_there_are_four_modes_in_the_order_of_the_lesson(lesson: Lesson) -> None:
    assert tuple(lesson.modes) == MODES
    assert [mode.name for mode in lesson.modes.values()] == ["Sync", "Streaming", "Async", "Batch"]


def test_each_mode_has_a_colour_and_a_second_sign_of_its_own(lesson: Lesson) -> None:
    assert [mode.colour for mode in lesson.modes.values()] == ["blue", "teal", "purple", "green"]
    assert len({mode.shape for mode in lesson.modes.values()}) == 4


def test_only_batch_has_another_price_than_sync_and_it_is_half(lesson: Lesson) -> None:
    assert [multiplier(mode) for mode in lesson.modes.values()] == [1.0, 1.0, 1.0, 0.5]


def test_engineering_weighs_1_2_4_and_3(lesson: Lesson) -> None:
    assert [weight(mode) for mode in lesson.modes.values()] == [1, 2, 4, 3]


def test_the_radio_group_has_the_name_that_other_pages_rely_on(lesson: Lesson) -> None:
    assert lesson.messages("explore.modes") == "API mode"


def test_the_objective_is_the_one_that_was_asked_for(lesson: Lesson) -> None:
    assert lesson.about.objective.text == (
        "Recommend the appropriate API mode for a given workload, from latency requirements and cost targets."
    )
    assert lesson.about.objective.level == "Bloom level 5, Evaluate"


def test_the_plan_has_three_activities_of_five_minutes(lesson: Lesson) -> None:
    assert [activity.minutes for activity in lesson.about.plan.activities] == [5, 5, 5]
    assert lesson.about.plan.duration == "10–15 minutes"
    assert len(lesson.about.plan.prerequisites) == 3


def test_the_frame_of_the_snippet_is_602_pixels_high(lesson: Lesson) -> None:
    assert lesson.about.embed.height == 602


@pytest.mark.parametrize(
    ("number", "words", "best", "because"),
    [
        (1, "IDE", "sync", "latency-critical"),
        (2, "10K support tickets", "batch", "cost-critical"),
        (3, "document summary", "async", "30–60"),
        (4, "chat", "sync", "stream"),
        (5, "5M docs", "batch", "cost-critical"),
    ],
)
def test_each_scenario_has_its_answer_and_the_fact_that_decides(
    number: int, words: str, best: str, because: str, lesson: Lesson
) -> None:
    scenario = lesson.examples[number - 1]
    assert words in scenario.title
    assert scenario.best == best
    assert because in scenario.because.lower()


def test_there_are_five_scenarios(lesson: Lesson) -> None:
    assert len(lesson.examples) == 5


def test_the_references_are_four_documents_of_three_vendors(lesson: Lesson) -> None:
    references = [source for source in lesson.sources.values() if source.reference]
    assert [source.publisher for source in references] == ["Anthropic", "Anthropic", "OpenAI", "Google"]


def test_every_source_that_is_cited_exists_and_every_other_one_is_a_reference(lesson: Lesson) -> None:
    used = {*cited(lesson.modes), *cited(lesson.about)}
    references = {name for name, source in lesson.sources.items() if source.reference}
    assert used | references == set(lesson.sources)


def test_no_document_is_listed_twice(lesson: Lesson) -> None:
    assert len({source.address for source in lesson.sources.values()}) == len(lesson.sources)


@pytest.mark.parametrize("name", MODES)
def test_a_price_rests_on_sources(name: str, lesson: Lesson) -> None:
    assert lesson.modes[name].sections["price"].sources


@pytest.mark.parametrize("name", MODES)
def test_steps_and_guidance_rest_on_sources(name: str, lesson: Lesson) -> None:
    mode = lesson.modes[name]
    for part in (mode.steps, *(mode.sections[section].points for section in ("use", "avoid", "engineering"))):
        assert any(cited(part))


@pytest.mark.parametrize("name", MODES)
def test_a_measure_says_what_it_rests_on(name: str, lesson: Lesson) -> None:
    for measure in measures(lesson.modes[name]):
        assert measure.note
        assert measure.sources or measure.basis in ("illustrative", "judgement")
        assert measure.median < measure.p95 < measure.p99


@pytest.mark.parametrize("name", MODES)
def test_latency_cost_and_engineering_are_annotated_somewhere(name: str, lesson: Lesson) -> None:
    assert {note for step in lesson.modes[name].steps for note in step.notes or {}} == set(lesson.about.annotations)


def test_sync_blocks_the_client_while_the_vendor_works(lesson: Lesson) -> None:
    assert set(client_while_vendor_is_busy(lesson, "sync")) == {"blocked"}


@pytest.mark.parametrize("name", ["async", "batch"])
def test_async_and_batch_leave_the_client_free_until_it_polls_and_never_block_it(name: str, lesson: Lesson) -> None:
    assert client_while_vendor_is_busy(lesson, name) == ["free", "free", "free", "busy"]
    assert "blocked" not in {
        state for around in states_around(lesson, lesson.modes[name]) for state in around.during.values()
    }


def test_streaming_serves_the_reader_before_the_vendor_is_done(lesson: Lesson) -> None:
    around = states_around(lesson, lesson.modes["streaming"])
    assert any(each.during["Reader"] == "busy" and each.during["Vendor"] == "busy" for each in around)


def test_the_tokens_of_a_stream_arrive_in_a_loop(lesson: Lesson) -> None:
    assert [frame.kind for frame in (lesson.modes["streaming"].frames or {}).values()] == ["loop"]


@pytest.mark.parametrize("name", ["async", "batch"])
def test_a_notice_and_polling_are_alternatives(name: str, lesson: Lesson) -> None:
    mode = lesson.modes[name]
    assert [frame.kind for frame in (mode.frames or {}).values()] == ["alternative", "alternative"]
    inside = [[step.kind for step in mode.steps if step.within == frame] for frame in mode.frames or {}]
    assert inside[0][0] == "notification"
    assert inside[1] == ["request", "reply"]


@pytest.mark.parametrize("name", MODES)
def test_every_frame_is_drawn_around_some_step(name: str, lesson: Lesson) -> None:
    mode = lesson.modes[name]
    assert {step.within for step in mode.steps} - {None} == set(mode.frames or {})


@pytest.mark.parametrize("name", MODES)
def test_at_the_end_the_vendor_is_free(name: str, lesson: Lesson) -> None:
    assert states_around(lesson, lesson.modes[name])[-1].during["Vendor"] == "free"


def test_results_of_a_batch_are_joined_by_custom_id(lesson: Lesson) -> None:
    assert "custom_id" in lesson.modes["batch"].steps[-1].label


def test_a_number_and_its_unit_stay_on_one_line(lesson: Lesson) -> None:
    assert "1–10\N{NO-BREAK SPACE}s" in lesson.modes["sync"].steps[2].label
