"""Practice in a lesson without a model: what is known of a case, and what would flip it, its author wrote."""

from dataclasses import replace

import pytest

from engine.content.document import Document, read
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson, Named
from engine.features.practice.authored import Authored
from engine.features.practice.check import check_scenarios
from engine.features.practice.encoding import decode, encode
from engine.features.practice.flips import MOST_OFFERED, offered
from engine.features.practice.scoring import Record
from engine.features.practice.state import Practice
from engine.features.practice.subject import Subject
from tests.support.markup import find
from tests.support.practising import AUTHORED_FACTS as FACTS
from tests.support.practising import AUTHORED_VALUES as VALUES
from tests.support.practising import Exercise, authored


@pytest.fixture
def at(lesson: Lesson, lazy: LazyContent) -> Exercise:
    return authored(lesson, lazy)


def test_the_subject_is_the_author_where_there_is_no_model(at: Exercise) -> None:
    assert at.material.subject == Authored(at.lesson)
    assert not at.material.subject.has_series
    subject: Subject = at.material.subject
    case = at.case(Practice())
    assert subject.query(case) is None
    assert subject.sweeps(case, subject.facts, {}) is None
    assert subject.what_if(case, subject.facts, None, {}) is None


def test_the_facts_are_those_that_the_lesson_declares_with_the_values_of_the_scenario(at: Exercise) -> None:
    boxes = list(find(at.seen(Practice()), "input", type="checkbox"))
    assert [box.attributes["value"] for box in boxes] == [*FACTS]
    rows = [row.text for row in find(at.seen(Practice()), "label", class_="fact")]
    assert rows == [f"{FACTS[fact]} {VALUES[fact]}" for fact in FACTS]


def test_an_answer_is_judged_as_the_author_says_and_nothing_is_said_in_numbers(at: Exercise) -> None:
    own = at.answered(Practice(), 0, "twice")
    seen = at.seen(own)
    assert (own.attempt.verdict, at.points(own, "first")) == ("best", 3)
    assert not list(find(seen, class_="numbers"))
    (table,) = find(seen, "table")
    assert [len(list(find(seen, "td", within=row))) for row in find(seen, "tr", within=table)] == [0] * 4
    assert all("view=race" not in str(link.attributes["href"]) for link in find(seen, "a"))


def test_each_mode_can_be_looked_at(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 0, "twice"), f"look={at.modes[2]}")
    (feedback,) = find(at.seen(own), id="feedback")
    assert f"{at.modes[2]} here." in feedback.text


def test_the_picked_fact_flips_the_decision_with_the_authors_value_and_sentence(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 0, "twice"), "flip=twice")
    (flips,) = find(at.seen(own), "section", class_="flips")
    old, new = (at.lesson.modes[mode].name for mode in at.modes[:2])
    for text in ("it is paid twice → it is free", f"{old} →", new, "Nobody pays then.", "It depends on the payer."):
        assert text in flips.text


def test_a_fact_that_the_author_does_not_mention_flips_nothing(at: Exercise) -> None:
    own = at.act(at.answered(Practice(), 0, "twice"), "flip=rate")
    (flips,) = find(at.seen(own), "section", class_="flips")
    assert at.says("practice.flips.still", fact=FACTS["rate"]) in flips.text


def test_facts_are_offered_in_their_order_those_that_flip_and_decide_before_others(at: Exercise) -> None:
    assert list(offered(at.first, at.material.facts)) == list(FACTS)
    found = offered(at.first, (*(f"fact-{number}" for number in range(9)), "twice"))
    assert len(found) == MOST_OFFERED
    assert found[-1] == "twice"


@pytest.mark.parametrize("control", ["series", "seed=7"])
def test_there_is_no_series_of_new_cases(at: Exercise, control: str) -> None:
    assert at.act(Practice(), control) == Practice()
    assert not list(find(at.seen(Practice()), id="practice-new"))
    assert not list(find(at.seen(at.act(Practice(), "result")), class_="criterion"))


def test_stored_answers_name_a_fact_by_its_place_so_that_one_may_be_added_at_the_end(at: Exercise) -> None:
    records = {"first": Record((at.modes[0],), ("twice",))}
    text = encode(records, tuple(FACTS))
    assert text.endswith("B")
    about = replace(at.lesson.about, facts={**at.lesson.about.facts, "late": Named("Late")})
    more = Exercise(replace(at.lesson, about=about), at.content)
    assert decode(text, more.material) == (records, [])


LESSON = """\
facts:
  lost: {name: If one is lost}
  twice: {name: If one comes twice}
objectives:
  loss: {name: Loss}
"""
SCENARIOS = """\
order:
  objectives: [loss]
  facts: [lost]
  values:
    lost: never
    twice: often
  choices:
    one: {verdict: best}
    two: {verdict: poor}
  tipping:
    facts: [twice]
    flips:
      twice: {value: never, mode: two}
"""


def problems(old: str, new: str) -> list[str]:
    """What is said of the scenarios after a change."""
    documents = {"lesson.yaml": LESSON, "scenarios.yaml": SCENARIOS.replace(old, new, 1)}
    read_documents = {name: read(name, text) for name, text in documents.items()}
    found = {name: document for name, document in read_documents.items() if isinstance(document, Document)}
    assert len(found) == len(documents)
    return [
        f"{each.path}: {each.wrong}"
        for each in check_scenarios(found["scenarios.yaml"], found, ["one", "two"], has_model=False)
    ]


def test_without_a_mistake_nothing_is_said() -> None:
    assert problems("", "") == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    twice: often\n", "", "scenarios.order.values: the fact `twice` has no value"),
        ("  values:\n    lost: never\n    twice: often\n", "", "scenarios.order: there are no `values`"),
        ("    lost: never", "    lots: never", "scenarios.order.values.lots: unknown fact `lots`"),
        ("facts: [lost]", "facts: [lots]", "scenarios.order.facts[0]: unknown fact `lots`"),
        ("objectives: [loss]", "objectives: [lost]", "scenarios.order.objectives[0]: unknown objective `lost`"),
        ("mode: two", "mode: too", "scenarios.order.tipping.flips.twice.mode: unknown mode `too`"),
        ("mode: two", "mode: one", "scenarios.order.tipping.flips.twice.mode: `one` is best already"),
        (
            "facts: [twice]",
            "facts: [lost]",
            "scenarios.order.tipping.facts[0]: nothing says which value of `lost` flips the decision",
        ),
        (
            "  choices:",
            "  workload: {}\n  choices:",
            "scenarios.order.workload: `workload` is for a lesson with a model.yaml",
        ),
        ("    two: {verdict: poor}\n", "", "scenarios.order.choices: there is no choice for the mode `two`"),
    ],
)
def test_a_mistake_of_an_author_is_named_once(old: str, new: str, problem: str) -> None:
    assert problems(old, new) == [problem]
