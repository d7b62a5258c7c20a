"""The judged workloads: the advice on them does not get worse unseen. `python -m tools.judged` prints the figures."""

import sys
from functools import cache

import pytest

from tools.content import CONTENT, load_lesson
from tools.judged import FOLDER, LESSON, Judged, Score, cases, judge, score

ONE = 1
"""A case may fall on the other side of a threshold where something that has nothing to do with it changes."""
REACHED = {
    "all": Score(cases=64, agreed=62, grey=33, grey_called=25, plain_called=4),
    "held back": Score(cases=21, agreed=20, grey=11, grey_called=8, plain_called=2),
}
"""What stands in the README of the cases."""


@cache
def judged() -> tuple[Judged, ...]:
    content = load_lesson(LESSON, CONTENT)
    assert content.lazy.model
    return tuple(judge(content.lesson.modes, content.lazy.model, case) for case in cases())


def test_the_cases_are_well_formed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.setattr(sys, "argv", ["check.py"])
    assert __import__("check").main() == 0


@pytest.mark.slow
@pytest.mark.parametrize("some", REACHED)
def test_the_advice_on_judged_workloads_is_no_worse_than_it_was(some: str) -> None:
    found = score(each for each in judged() if some == "all" or each.case["held_back"])
    reached = REACHED[some]
    assert (found.cases, found.grey) == (reached.cases, reached.grey)
    assert found.agreed >= reached.agreed - ONE
    assert found.grey_called >= reached.grey_called - ONE
    assert found.plain_called <= reached.plain_called + ONE
