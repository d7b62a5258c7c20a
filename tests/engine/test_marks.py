"""Where a problem is underlined in the editor, and how much of the line."""

import pytest

from engine.authoring.marks import marks
from engine.content.problems import Problem
from engine.messages import Messages, no_plural

WORDS = Messages("en", {"problems.use": "Use {word}"}, no_plural)


def underlined(problem: Problem, line: str) -> str:
    ((mark,),) = marks(WORDS, [problem], {problem.file: line}).values()
    return line[mark.start[1] - 1 : mark.end[1] - 1]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("name: Synchronous", "nous"),
        ('name: "Synchronous"', '"Synchronous"'),
        ("name: Synchronous # and more", "nous"),
    ],
)
def test_of_a_text_that_is_too_long_what_goes_beyond_its_place_is_underlined(line: str, rest: str) -> None:
    wrong, remedy = "the text is 4 characters too long for this place", "Shorten it: it has 11, and 7 fit."
    assert underlined(Problem("modes/a.yaml", 1, 7, "modes.a.name", wrong, remedy), line) == rest
