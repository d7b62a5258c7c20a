"""What `make check` prints, and that it fails where something must be mended."""

import pytest

from engine.content.load import Content
from engine.content.problems import Problem
from simulator.agreement import Judgement
from tools import check


def agreed(content: Content) -> dict[str, Judgement]:
    """A model that says what the author says."""
    scenarios = content.lazy.scenarios if content.lazy.model else {}
    return {
        name: Judgement(
            {mode: choice.verdict for mode, choice in each.choices.items()},
            dict.fromkeys(each.choices, 25),
            tuple(fact for fact in each.facts if fact not in (each.steady or {})),
        )
        for name, each in scenarios.items()
    }


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "mistakes", lambda _: [])


def test_where_all_agrees_nothing_is_to_mend_but_reasons_for_a_difference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "judgements", agreed)
    assert check.main() == 1
    said = capsys.readouterr().out
    wrong = [line for line in said.splitlines() if "To mend" in line]
    assert wrong
    assert all(".differs: it says why the model's verdicts are others" in line for line in wrong)
    assert said.endswith(f"\n{len(wrong)} things to mend.\n")


def test_a_verdict_that_the_model_does_not_share_is_said_with_its_line_and_a_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def otherwise(content: Content) -> dict[str, Judgement]:
        found = agreed(content)
        return {name: Judgement(dict.fromkeys(each.verdicts, "poor"), each.shares, ()) for name, each in found.items()}

    monkeypatch.setattr(check, "judgements", otherwise)
    assert check.main() == 1
    said = capsys.readouterr().out
    assert "`best` is `poor` to the model" in said
    assert "decides, but changed alone it makes no other mode the best" in said


def test_a_mistake_in_the_content_is_all_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mistake = Problem("lesson.yaml", 3, 1, "lesson.title", "it is missing", "Write it.")
    monkeypatch.setattr(check, "unsaid", lambda: [mistake])
    assert check.main() == 1
    assert capsys.readouterr().out == f"{mistake}\n\n1 thing to mend.\n"
