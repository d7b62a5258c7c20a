"""What each lesson's content is drawn and told as: a change of one lesson changes the goldens of that lesson alone."""

from engine.content.load import Content
from engine.sequence.diagram import diagram
from engine.sequence.narrate import prose, sequence_prose
from tests.conftest import Golden
from tools import drawings


def test_the_diagrams_of_the_modes_are_the_golden_ones(content: Content, golden: Golden) -> None:
    lesson = content.lesson
    for name, mode in lesson.modes.items():
        golden(f"{lesson.name}/{name}.mmd", diagram(lesson, mode, frozenset(lesson.about.annotations)).source)
        golden(f"{lesson.name}/{name}-bare.mmd", diagram(lesson, mode, frozenset()).source)


def test_the_prose_of_the_modes_is_the_golden_one(content: Content, golden: Golden) -> None:
    lesson = content.lesson
    for name, mode in lesson.modes.items():
        golden(f"{lesson.name}/{name}.txt", prose(lesson, mode))


def test_the_failures_are_drawn_and_told_as_the_golden_ones(content: Content, golden: Golden) -> None:
    lesson = content.lesson
    for mode, failures in content.lazy.failures.items():
        for name, failure in failures.items():
            file = f"{lesson.name}/failure-{mode}-{name}"
            golden(f"{file}.mmd", diagram(lesson, failure, frozenset(lesson.about.annotations)).source)
            remedy = "".join(f"- {point.text}\n" for point in failure.remedy)
            golden(f"{file}.txt", f"{sequence_prose(lesson, failure)}\n\n{remedy}")


def test_the_kept_drawings_are_those_of_the_present_content(content: Content) -> None:
    assert drawings.stale(content.lesson) == [], "run `make diagrams`, which draws them again"
