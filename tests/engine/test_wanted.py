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
    monkeypatch.setattr(lint, "unsaid", lambda: unsaid(None, {**DECLARED, "latest": Declared("flag")}))
    assert lint.main() == 1
    assert "facts.names.latest: `latest` is missing. Add it" in capsys.readouterr().err


def test_each_kind_of_fact_has_words_of_its_own() -> None:
    assert missing(("latest", Declared("flag"))) == [
        "messages.en.facts.names.latest",
        "messages.en.facts.flips.yes.latest",
        "messages.en.facts.flips.no.latest",
    ]
    assert missing(("nearest", Declared("choice", ("gone", "nearby")))) == [
        "messages.en.facts.names.nearest",
        "messages.en.facts.choices.nearby",
        "messages.en.facts.flips.choice.nearby",
    ]
    assert missing(("oldest", Declared("duration", quantity=Quantity("duration", absent="unlimited")))) == [
        "messages.en.facts.names.oldest",
        "messages.en.facts.flips.more.oldest",
        "messages.en.facts.flips.less.oldest",
        "messages.en.facts.flips.none.oldest",
    ]


def test_a_view_has_a_name_and_one_that_comes_later_says_what_it_is_for() -> None:
    later, beside = Feature("newest", lazy=True), Feature("beside", within="explore", lazy=True)
    assert missing(features=(later, beside)) == ["messages.en.views.newest", "messages.en.waiting.newest"]
    assert missing(features=(Feature("newest"),)) == ["messages.en.views.newest"]


def test_a_catalogue_that_cannot_be_read_is_left_to_others() -> None:
    assert unsaid({ENGLISH: "a: ["}) == unsaid({ENGLISH: "1"}) == []
