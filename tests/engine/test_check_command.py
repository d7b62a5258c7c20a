"""What `make check` prints, and that it fails where something must be mended."""

from types import SimpleNamespace

import pytest

from engine.content.load import Content
from engine.content.problems import Problem
from engine.review.verdicts import Judgement
from tools import check
from tools.i18n.translation import Progress, Translated


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


def test_each_translation_is_said_how_far_it_is_and_what_is_wrong_with_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mistake = Problem("a/i18n/de.po", 3, 1, "lesson.title", "the text is too long", "Shorten it.")
    found = Translated({}, {}, (mistake,), Progress(total=3, done=2, stale=1), Progress(total=4, done=4, stale=0))
    monkeypatch.setattr(check, "judgements", agreed)
    monkeypatch.setattr(check, "languages", lambda *_: ["de"])
    monkeypatch.setattr(check, "load_translation", lambda *_: SimpleNamespace(found=found))
    assert check.main() == 1
    said = capsys.readouterr().out
    assert "  German: 66 % translated, 1 stale; of the page's words 100 % translated.\n" in said
    assert f"  To mend: {mistake}\n" in said
