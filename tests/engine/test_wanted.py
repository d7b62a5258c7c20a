"""A fact or a feature that was declared and has no words is reported before anybody opens the page."""

import pytest

from engine.feature import Feature
from engine.features import FEATURES
from simulator.workload import DECLARED, Declared, Quantity
from tools import lint
from tools.content import catalogues
from tools.message_schema import ENGLISH
from tools.wanted import unsaid


def missing(*facts: tuple[str, Declared], features: tuple[Feature, ...] = ()) -> list[str]:
    """Where something is missing when some facts and features are declared as well."""
    return [each.path for each in unsaid(None, {**DECLARED, **dict(facts)}, (*FEATURES, *features))]


def test_everything_that_is_declared_has_its_words() -> None:
    assert unsaid() == []


def test_a_fact_without_a_name_is_reported_with_place_and_remedy() -> None:
    text = catalogues()[ENGLISH]
    line = next(number for number, each in enumerate(text.splitlines(), 1) if each == "  names:")
    [problem] = unsaid({ENGLISH: text.replace("    webhook: You can receive a webhook\n", "", 1)})
    assert str(problem) == (
        f"content/messages/en.yaml:{line}:3: messages.en.facts.names.webhook: `webhook` is missing. "
        "Add it: what the fact `webhook` is called."
    )


def test_lint_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(lint, "unsaid", lambda: unsaid(None, {**DECLARED, "cached": Declared("flag")}))
    assert lint.main() == 1
    assert "facts.names.cached: `cached` is missing. Add it" in capsys.readouterr().err


def test_each_kind_of_fact_has_words_of_its_own() -> None:
    assert missing(("cached", Declared("flag"))) == [
        "messages.en.facts.names.cached",
        "messages.en.facts.flips.yes.cached",
        "messages.en.facts.flips.no.cached",
    ]
    assert missing(("region", Declared("choice", ("gone", "near")))) == [
        "messages.en.facts.names.region",
        "messages.en.facts.choices.near",
        "messages.en.facts.flips.choice.near",
    ]
    assert missing(("age", Declared("duration", quantity=Quantity("duration", absent="unlimited")))) == [
        "messages.en.facts.names.age",
        "messages.en.facts.flips.more.age",
        "messages.en.facts.flips.less.age",
        "messages.en.facts.flips.none.age",
    ]


def test_a_view_has_a_name_and_one_that_comes_later_says_what_it_is_for() -> None:
    later, beside = Feature("notes", lazy=True), Feature("tips", within="explore", lazy=True)
    assert missing(features=(later, beside)) == ["messages.en.views.notes", "messages.en.waiting.notes"]
    assert missing(features=(Feature("notes"),)) == ["messages.en.views.notes"]


def test_a_catalogue_that_cannot_be_read_is_left_to_others() -> None:
    assert unsaid({ENGLISH: "a: ["}) == unsaid({ENGLISH: "1"}) == []
