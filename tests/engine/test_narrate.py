"""A mode in words: who does what at each step, and how long it takes."""

from dataclasses import replace

import pytest

from engine.content.lesson import Lesson
from engine.content.mode import (
    Frame,
    Mode,
    Step,
)
from engine.messages import Messages
from engine.sequence.narrate import (
    duration,
    exact_duration,
    prose,
    route,
    states_around,
    who,
)
from engine.vocabulary import Kind
from tools.plurals import plural

FRAMES = {"either": Frame("alternative", "either"), "or": Frame("alternative", "or"), "again": Frame("loop", "again")}


def step(within: str | None = None, kind: Kind = "work", to: str | None = None, **states: str) -> Step:
    return Step("a-step", kind, "Guest", "label", "caption", "explanation", to=to, states=states or None, within=within)


@pytest.fixture
def counter(lesson: Lesson) -> Mode:
    return lesson.modes["counter"]


def guest(lesson: Lesson, *steps: Step) -> list[str]:
    """What the guest does at each of some steps."""
    sequence = replace(lesson.modes["counter"], steps=steps, frames=FRAMES)
    return [around.during["Guest"] for around in states_around(lesson, sequence)]


def test_everybody_is_in_the_first_state_at_first(lesson: Lesson, counter: Mode) -> None:
    assert dict(states_around(lesson, replace(counter, steps=(step(),)))[0].before) == {
        "Guest": "free",
        "Kitchen": "free",
    }


def test_who_is_not_named_goes_on_as_before(lesson: Lesson) -> None:
    assert guest(lesson, step(Guest="busy"), step(), step(Kitchen="busy")) == ["busy", "busy", "busy"]


def test_a_step_changes_what_its_participants_do_from_it_on(lesson: Lesson, counter: Mode) -> None:
    first, second = states_around(lesson, replace(counter, steps=(step(Guest="busy"), step(Guest="blocked"))))
    assert (first.before["Guest"], first.during["Guest"]) == ("free", "busy")
    assert (second.before["Guest"], second.during["Guest"]) == ("busy", "blocked")


def test_every_alternative_starts_from_where_the_first_one_started(lesson: Lesson) -> None:
    steps = (step(Guest="busy"), step("either", Guest="blocked"), step("either", Guest="free"), step("or"))
    assert guest(lesson, *steps) == ["busy", "blocked", "free", "busy"]


def test_what_follows_the_alternatives_goes_on_from_the_last_one(lesson: Lesson) -> None:
    steps = (step("either", Guest="busy"), step("or", Guest="blocked"), step())
    assert guest(lesson, *steps) == ["busy", "blocked", "blocked"]


def test_an_alternative_after_other_steps_starts_from_those(lesson: Lesson) -> None:
    steps = (step("either", Guest="busy"), step(Guest="blocked"), step("or"))
    assert guest(lesson, *steps) == ["busy", "blocked", "blocked"]


def test_a_loop_goes_on_from_what_was_before(lesson: Lesson) -> None:
    assert guest(lesson, step(Guest="busy"), step("again"), step(Guest="free")) == ["busy", "busy", "free"]


def test_an_alternative_after_a_loop_starts_from_its_end(lesson: Lesson) -> None:
    assert guest(lesson, step("again", Guest="busy"), step("either"), step("or")) == ["busy", "busy", "busy"]


@pytest.mark.parametrize(
    ("seconds", "read"),
    [
        (0.001, "1 ms"),
        (0.0123, "12 ms"),
        (0.0994, "99 ms"),
        (0.1, "0.1 s"),
        (0.95, "0.95 s"),
        (1, "1 s"),
        (2.7, "2.7 s"),
        (9.94, "9.9 s"),
        (9.95, "10 s"),
        (59.9, "60 s"),
        (60, "60 s"),
        (64, "64 s"),
        (99.4, "99 s"),
        (99.6, "1.7 min"),
        (420, "7 min"),
        (3590, "1 h"),
        (3600, "1 h"),
        (5960, "1.7 h"),
        (6000, "1.7 h"),
        (6700, "1.9 h"),
        (86400, "24 h"),
        (171_000, "48 h"),
        (604800, "7 days"),
        (17_560_000, "203 days"),
    ],
)
def test_a_duration_is_read_in_two_figures_and_the_unit_that_fits(seconds: float, read: str, lesson: Lesson) -> None:
    assert duration(seconds, lesson.messages) == read


def test_no_duration_is_longer_when_it_is_read_than_the_next_longer_one(lesson: Lesson) -> None:
    """Over five magnitudes, reading in steps of a thousandth never goes back."""
    size = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "days": 86_400.0}
    texts = [duration(0.005 * 1.001**number, lesson.messages).split() for number in range(18_000)]
    values = [float(figures) * size[unit] for figures, unit in texts]
    assert values == sorted(values)


@pytest.mark.parametrize(
    ("seconds", "read"),
    [
        (0.02, "20 ms"),
        (0.8, "0.8 s"),
        (2.5, "2.5 s"),
        (60, "60 s"),
        (90, "90 s"),
        (120, "2 min"),
        (150, "2 min 30 s"),
        (3590, "59 min 50 s"),
        (3600, "1 h"),
        (5400, "1 h 30 min"),
        (9900, "2 h 45 min"),
        (86_400, "24 h"),
        (129_600, "36 h"),
        (172_800, "2 days"),
        (216_000, "2.5 days"),
        (363_600, "101 h"),
        (123.4, "123.4 s"),
    ],
)
def test_an_exact_duration_is_read_as_people_write_it(seconds: float, read: str, lesson: Lesson) -> None:
    assert exact_duration(seconds, lesson.messages) == read


def test_units_are_messages() -> None:
    assert duration(120, Messages("xx", {"durations.units.min": "c: {value}"}, plural)) == "c: 2"


def test_days_have_a_plural_form(lesson: Lesson) -> None:
    polish = {"one": "{number} dzień", "few": "{number} dni", "many": "{number} dni", "other": "{number} dnia"}
    assert exact_duration(2.5 * 86_400, Messages("pl", {"durations.days": polish}, plural)) == "2.5 dnia"
    assert exact_duration(7 * 86_400, lesson.messages) == "7 days"


def test_a_duration_has_a_plain_space_as_a_learner_types_it(lesson: Lesson) -> None:
    assert duration(120, lesson.messages) == "2 min"


def test_a_message_goes_from_one_to_another_and_work_stays(lesson: Lesson, counter: Mode) -> None:
    looped = replace(counter, frames=FRAMES)
    assert route(lesson, counter, step(kind="request", to="Kitchen")) == "Guest → Kitchen"
    assert route(lesson, counter, step()) == "Guest"
    assert route(lesson, looped, step("again")) == "Guest [again]"


def test_who_does_what_is_said_of_each_participant(lesson: Lesson) -> None:
    assert who(lesson, lesson.modes["counter"], 2) == "Guest: blocked · Kitchen: busy"


def test_the_words_for_what_participants_do_come_from_the_content(lesson: Lesson) -> None:
    states = {**lesson.about.states, "blocked": replace(lesson.about.states["blocked"], name="stuck")}
    renamed = replace(lesson, about=replace(lesson.about, states=states))
    assert who(renamed, lesson.modes["counter"], 2) == "Guest: stuck · Kitchen: busy"


def test_the_prose_tells_every_step_and_every_frame(lesson: Lesson) -> None:
    for mode in lesson.modes.values():
        told = prose(lesson, mode)
        assert all(part in told for each in mode.steps for part in (each.label, each.caption, each.explanation))
        assert all(frame.label in told for frame in (mode.frames or {}).values())
