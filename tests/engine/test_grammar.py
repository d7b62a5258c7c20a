"""The grammar checker finds mistakes in the texts of the content, says where, and passes over what is right."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tools import grammar, kept
from tools.grammar import mistakes_in

MODE = """\
name: Batch
steps:
  - id: upload
    label: Upload N requests
    caption: >-
      The client {verb} the file
      and creates a batch from it.
"""


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept, "CACHE", tmp_path / "cache")


def test_a_mistake_is_reported_with_its_line_its_text_and_its_remedy() -> None:
    right, wrong = MODE.replace("{verb}", "uploads"), MODE.replace("{verb}", "uplaods the")
    found = [str(problem) for problem in mistakes_in({"a/modes/right.yaml": right, "a/modes/wrong.yaml": wrong})]
    assert len(found) == 2
    assert all(each.startswith("content/a/modes/wrong.yaml:5:14: a.modes.wrong.steps[0].caption: ") for each in found)
    assert any("“the the”" in each and "Write “the”." in each for each in found)
    assert any("“uplaods”" in each and "“uploads”" in each and grammar.WORDS in each for each in found)


def test_an_accepted_word_is_right_and_so_is_its_capital() -> None:
    text = "text: Wait for the ack. Acks can get lost.\n"
    assert mistakes_in({"a/lesson.yaml": text})
    assert mistakes_in({"a/lesson.yaml": text}, ["ack", "acks"]) == []


def test_units_and_placeholders_and_file_names_are_right() -> None:
    text = (
        'first: After 60 s. It takes 2 h.\nsecond: "{count} requests"\nthird: Edit content/scenarios.yaml and reload.\n'
    )
    assert mistakes_in({"messages/en.yaml": text}) == []


def test_names_are_no_texts_and_the_words_of_others_are_theirs() -> None:
    assert mistakes_in({"a/lesson.yaml": "id: qwzx\n", "a/sources.yaml": "title: Teh the the Titel\n"}) == []


def test_a_file_is_checked_again_only_when_it_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def none_found(texts: list[str], _: Mapping[str, list[str]]) -> list[Any]:
        asked.append(texts)
        return [[] for _ in texts]

    monkeypatch.setattr(grammar, "_found", none_found)
    for second in ("is fine", "is fine", "is good"):
        mistakes_in({"a/one.yaml": "text: One is fine\n", "a/two.yaml": f"text: Two {second}\n"})
    assert asked == [["One is fine", "Two is fine"], ["Two is good"]]


def test_a_rule_that_harper_does_not_know_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(grammar, "OFF", {"NoSuchRule": "it is none"})
    with pytest.raises(Exception, match="grammar"):
        mistakes_in({"a/lesson.yaml": "text: All is well\n"})
    assert "Harper has no rule NoSuchRule" in capfd.readouterr().err
