"""What must hold of every sequence that a lesson has: its modes, and what goes wrong with them."""

import re
from collections.abc import Iterator

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.content.mode import Mode
from engine.features.failures.content import Failure
from engine.sequence.diagram import LINE, NOTE_LINE, diagram
from engine.sequence.narrate import sequence_prose, states_around
from engine.sequence.wrap import columns

ENTITY = re.compile(r"#(\d+);")


def failures(lazy: LazyContent) -> Iterator[tuple[str, str, Failure]]:
    """Each failure with its mode and its name."""
    if not lazy.failures:
        pytest.skip("the lesson has no failures")
    for mode, of_mode in lazy.failures.items():
        for name, failure in of_mode.items():
            yield mode, name, failure


def sequences(lesson: Lesson, lazy: LazyContent) -> Iterator[tuple[str, Mode | Failure]]:
    """Each sequence with a name for it."""
    yield from lesson.modes.items()
    if lazy.failures:
        yield from ((f"{mode}, {name}", failure) for mode, name, failure in failures(lazy))


def test_every_step_is_drawn_once(lesson: Lesson, lazy: LazyContent) -> None:
    for name, each in sequences(lesson, lazy):
        drawn = diagram(lesson, each, frozenset(lesson.about.annotations))
        numbers = sorted(meaning["step"] for meaning in drawn.messages + drawn.notes)
        assert numbers == list(range(1, len(each.steps) + 1)), name


def test_the_words_fit_into_their_lines(lesson: Lesson, lazy: LazyContent) -> None:
    """Measured with the letters that entities stand for, as they are drawn."""
    for name, each in sequences(lesson, lazy):
        count = len(each.participants)
        for line in diagram(lesson, each, frozenset(lesson.about.annotations)).source.splitlines():
            if found := re.match(r" {4}(Note .+ p\d|p\d\S+p\d): (.*)", line):
                pieces = [ENTITY.sub(lambda entity: chr(int(entity[1])), piece) for piece in found[2].split("<br/>")]
                most = NOTE_LINE if found[1].startswith("Note") else LINE
                assert max(map(columns, pieces)) <= most[count], f"{name}: {pieces}"


def test_the_prose_tells_every_step(lesson: Lesson, lazy: LazyContent) -> None:
    for name, each in sequences(lesson, lazy):
        prose = sequence_prose(lesson, each)
        for step in each.steps:
            assert all(text in prose for text in (step.label, step.caption, step.explanation)), f"{name}, {step.id}"


def test_work_has_nobody_it_goes_to_and_a_message_has(lesson: Lesson, lazy: LazyContent) -> None:
    for name, each in sequences(lesson, lazy):
        for step in each.steps:
            assert (step.to is None) == (step.kind == "work"), f"{name}, {step.id}"
            assert step.to != step.from_, f"{name}, {step.id}"


def test_steps_name_participants_and_frames_that_are_there(lesson: Lesson, lazy: LazyContent) -> None:
    for name, each in sequences(lesson, lazy):
        participants = {participant.name for participant in each.participants}
        for step in each.steps:
            assert {step.from_, step.to or step.from_, *(step.states or {})} <= participants, f"{name}, {step.id}"
        assert {step.within for step in each.steps} - {None} == set(each.frames or {}), name


def test_every_participant_takes_part(lesson: Lesson, lazy: LazyContent) -> None:
    for name, each in sequences(lesson, lazy):
        acting = {who for step in each.steps for who in (step.from_, step.to)}
        assert {participant.name for participant in each.participants} <= acting, name


def test_every_mode_has_at_least_two_failures(lesson: Lesson, lazy: LazyContent) -> None:
    assert {mode for mode, _, _ in failures(lazy)} == set(lesson.modes)
    assert all(len(of_mode) >= 2 for of_mode in lazy.failures.values())


def test_a_failure_has_a_name_of_its_own_in_its_mode(lazy: LazyContent) -> None:
    for of_mode in lazy.failures.values():
        assert len({failure.name for failure in of_mode.values()}) == len(of_mode)


def test_a_failure_has_five_to_ten_steps_and_two_to_four_participants(lazy: LazyContent) -> None:
    for _, name, failure in failures(lazy):
        assert 5 <= len(failure.steps) <= 10, name
        assert 2 <= len(failure.participants) <= 4, name


def test_a_failure_says_what_must_be_done_and_on_what_that_rests(lazy: LazyContent) -> None:
    for _, name, failure in failures(lazy):
        assert len(failure.remedy) >= 3, name
        assert any(point.sources for point in failure.remedy), name


def test_a_failure_shares_a_participant_with_its_mode(lesson: Lesson, lazy: LazyContent) -> None:
    for mode, name, failure in failures(lazy):
        own = {participant.name for participant in failure.participants}
        assert len(own & {participant.name for participant in lesson.modes[mode].participants}) >= 1, name


def test_at_the_end_of_a_failure_somebody_goes_on(lesson: Lesson, lazy: LazyContent) -> None:
    hatched = {name for name, state in lesson.about.states.items() if state.fill == "hatched"}
    for _, name, failure in failures(lazy):
        assert set(states_around(lesson, failure)[-1].during.values()) - hatched, name
