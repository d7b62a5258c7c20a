"""What each lesson teaches: its modes, their figures, and on what they rest."""

import re
from collections.abc import Iterator, Mapping

from engine.content.lesson import Lesson
from engine.content.load import load, sound_documents
from engine.content.mode import Mode
from engine.review.figures import about_figures
from engine.review.sources import about_sources
from engine.sections import measures, multiplier, weight
from engine.sequence.narrate import states_around
from tests.conftest import Golden


def states(lesson: Lesson, mode: Mode) -> Iterator[str]:
    """What each participant does at each step."""
    for step, around in zip(mode.steps, states_around(lesson, mode), strict=True):
        frame = f" ({(mode.frames or {})[step.within].kind})" if step.within else ""
        doing = ", ".join(f"{who} {state}" for who, state in around.during.items())
        yield f"  {step.id}, {step.kind}{frame}: {doing}"


def summary(lesson: Lesson) -> Iterator[str]:
    """What a reviewer of a change wants to see of a lesson as a whole."""
    about = lesson.about
    yield from (about.title, about.objective.text, about.objective.level, f"Embedded {about.embed.height} high")
    yield lesson.messages("explore.modes")
    yield f"{about.plan.duration}: {', '.join(str(each.minutes) for each in about.plan.activities)} minutes"
    yield from (f"Known before: {each}" for each in about.plan.prerequisites)
    for mode in lesson.modes.values():
        yield ""
        yield f"{mode.name}: {mode.colour} {mode.shape}, price {multiplier(mode)}, weight {weight(mode)}"
        yield from (f"  {each.name}: {each.median}, {each.p95}, {each.p99}" for each in measures(mode))
        yield from states(lesson, mode)
    yield ""
    yield from (f"{each.title} {each.best}: {each.because}" for each in lesson.examples)
    yield ""
    yield from (f"{each.publisher}: {each.title}" for each in lesson.sources.values() if each.reference)


def test_the_content_loads_without_a_mistake(files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
    assert load(files, schemas).lesson.about.title


def test_what_the_lesson_is_and_what_everybody_does_in_it_is_the_golden_one(lesson: Lesson, golden: Golden) -> None:
    golden(f"{lesson.name}/lesson.txt", "".join(f"{line}\n" for line in summary(lesson)))


def test_the_modes_are_those_of_the_list_in_its_order(lesson: Lesson, files: Mapping[str, str]) -> None:
    assert {f"modes/{mode}.yaml" for mode in lesson.modes} == {name for name in files if name.startswith("modes/")}
    assert len({mode.name for mode in lesson.modes.values()}) == len(lesson.modes)


def test_each_mode_has_a_colour_and_a_second_sign_of_its_own(lesson: Lesson) -> None:
    assert len({mode.colour for mode in lesson.modes.values()}) == len(lesson.modes)
    assert len({mode.shape for mode in lesson.modes.values()}) == len(lesson.modes)


def test_the_activities_take_no_longer_than_the_plan_says(lesson: Lesson) -> None:
    plan = lesson.about.plan
    assert sum(activity.minutes for activity in plan.activities) <= max(map(int, re.findall(r"\d+", plan.duration)))


def test_every_source_is_cited_or_a_reference_and_none_is_listed_twice(
    lesson: Lesson, files: Mapping[str, str], schemas: Mapping[str, str]
) -> None:
    documents = sound_documents(files, schemas)
    assert [each for each in about_sources(lesson.sources, documents, "2000-01-01") if not each.minor] == []
    assert list(about_figures(documents)) == []


def test_a_price_rests_on_sources(lesson: Lesson) -> None:
    for mode in lesson.modes.values():
        assert all(each.sources for each in mode.sections.values() if each.multiplier is not None), mode.name


def test_steps_and_guidance_rest_on_sources(lesson: Lesson) -> None:
    for mode in lesson.modes.values():
        points = [section.points for section in mode.sections.values() if section.points]
        assert any(step.sources for step in mode.steps), mode.name
        assert all(any(point.sources for point in each) for each in points), mode.name


def test_a_measure_says_what_it_rests_on(lesson: Lesson) -> None:
    for mode in lesson.modes.values():
        for measure in measures(mode):
            assert measure.note
            assert measure.sources or measure.basis in ("illustrative", "judgement")
            assert measure.median < measure.p95 < measure.p99


def test_each_annotation_stands_somewhere_in_each_mode(lesson: Lesson) -> None:
    for mode in lesson.modes.values():
        assert {note for step in mode.steps for note in step.notes or {}} == set(lesson.about.annotations), mode.name


def test_every_frame_is_drawn_around_some_step(lesson: Lesson) -> None:
    for mode in lesson.modes.values():
        assert {step.within for step in mode.steps} - {None} == set(mode.frames or {}), mode.name
