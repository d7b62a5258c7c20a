"""How a mode differs from the best one: in sentences that name it, or not yet, and figure by figure."""

from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice.layers import layers
from engine.features.practice.material import material_of
from engine.features.practice.subject import Study
from simulator.relevance import BESIDES, MOST_CARDS, cards
from simulator.workload import FACTS, Workload
from tests.support.workloads import CLICK, NIGHT

SMALL = replace(NIGHT, requests=40, input_tokens=300)


@pytest.fixture
def study(lesson: Lesson, lazy: LazyContent) -> Study:
    return studied(lesson, lazy, NIGHT)


def studied(lesson: Lesson, lazy: LazyContent, workload: Workload) -> Study:
    found = material_of(lesson, lazy).subject.study(workload, {}, sure=True)
    assert found
    return found


def test_each_mode_is_held_against_the_best_and_the_best_against_another(study: Study) -> None:
    for outcome in study.outcomes:
        assert (outcome.against == study.best) is (outcome.mode != study.best)
        assert outcome.against != outcome.mode


def test_a_mode_that_costs_more_says_how_much_more_a_month(lesson: Lesson, study: Study) -> None:
    best = lesson.modes[study.best].name
    for outcome in study.outcomes:
        if outcome.mode != study.best:
            assert any(f"a month more than {best}" in sentence for sentence in outcome.sentences), outcome.mode


def test_a_mode_that_saves_a_little_says_so_beside_its_engineering(lesson: Lesson, lazy: LazyContent) -> None:
    study = studied(lesson, lazy, SMALL)
    banquet = study.of("banquet")
    assert study.best == "counter"
    assert banquet.sentences[0].startswith("Banquet saves $")
    assert "a month over Counter, but is about 3 times the engineering." in banquet.sentences[0]


@pytest.mark.parametrize("workload", [NIGHT, SMALL, CLICK])
def test_while_the_best_mode_is_sought_no_sentence_names_it(
    lesson: Lesson, lazy: LazyContent, workload: Workload
) -> None:
    study = studied(lesson, lazy, workload)
    best = lesson.modes[study.best].name
    for outcome in study.outcomes:
        if outcome.mode != study.best:
            assert outcome.veiled
            assert [sentence for sentence in outcome.veiled if best in sentence] == []


def test_figures_stand_beside_those_of_the_other_mode_with_their_difference(lesson: Lesson, study: Study) -> None:
    other = next(mode for mode in lesson.modes if mode != study.best)
    mine, best = study.of(other).figures, study.of(study.best).figures
    assert [figure.name for figure in mine] == [figure.name for figure in best]
    assert [figure.other for figure in mine] == [figure.value for figure in best]
    cost, *_ = mine
    assert cost.difference.endswith(" more")


def test_the_first_useful_output_is_told_only_where_somebody_waits_for_it(lesson: Lesson, lazy: LazyContent) -> None:
    name = lazy.messages("practice.figures.first")
    watched = replace(CLICK, reader="watching", partial=True, output_tokens=2000)
    for workload, told in ((NIGHT, False), (watched, True)):
        figures = studied(lesson, lazy, workload).outcomes[0].figures
        assert (name in [figure.name for figure in figures]) is told


# What a learner begins with


def test_cards_hold_what_is_wanted_and_others_in_the_order_in_which_facts_are_read() -> None:
    found = cards(NIGHT, ("price_in", "reader", "webhook"))
    assert {"price_in", "reader", "webhook"} < {*found}
    assert len(found) == MOST_CARDS
    assert list(found) == sorted(found, key=FACTS.index)


@pytest.mark.parametrize("wanted", [("reader",), ("reader", "deadline"), ("reader", "deadline", "requests")])
def test_beside_what_decides_there_are_two_others(wanted: tuple[str, ...]) -> None:
    assert len(cards(NIGHT, wanted)) == max(len(wanted) + BESIDES, MOST_CARDS - 1)


def test_what_is_forbidden_is_on_a_card_and_what_nobody_knows_is_not() -> None:
    assert "retention" in cards(replace(CLICK, retention=False))
    assert "independent" in cards(replace(NIGHT, independent=False))
    assert "timeout" not in cards(replace(CLICK, timeout=None))
    assert "output_tokens" not in cards(replace(CLICK, seconds=3.0))


@pytest.mark.parametrize(
    ("situation", "brief", "rest"),
    [
        ("One.", "One.", ""),
        ("One. Two.", "One. Two.", ""),
        ("One. Two? Three!", "One. Two?", "Three!"),
        ('He says "Go." She goes. They stay.', 'He says "Go." She goes.', "They stay."),
        ("It takes 0.5 s. Then 3.5 more, e.g. for tea. Done.", "It takes 0.5 s. Then 3.5 more, e.g. for tea.", "Done."),
    ],
)
def test_the_first_two_sentences_are_the_brief(situation: str, brief: str, rest: str) -> None:
    assert layers(situation) == (brief, rest)
