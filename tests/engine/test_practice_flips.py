"""What would flip the decision: facts to slide and to switch, one at a time, and what comes of it."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.practice.flips import facts_to_change
from engine.features.practice.room import ROOM
from engine.features.practice.scoring import MOST_POINTS
from engine.features.practice.state import Practice, question
from engine.features.practice.subject import Answers
from engine.html import link_to
from simulator.address import to_address
from simulator.readings import shares_key
from simulator.shares import Share, Shares
from simulator.sliders import stops
from simulator.what_if import MOST_SLIDERS
from tests.support.markup import Tag, find
from tests.support.practising import Exercise, small


@pytest.fixture
def at(lesson: Lesson, lazy: LazyContent) -> Exercise:
    return Exercise(lesson, small(lesson, lazy))


def sure(at: Exercise, case: Any) -> Any:
    """A page that knows how sure the model is of a case, and nothing else."""
    known = {shares_key(case): (Shares((Share(at.modes[0], 1, 0),)),)}
    return SimpleNamespace(lesson=at.lesson, content=at.content, answers=known)


def swept(at: Exercise, own: Practice) -> Answers:
    """What all queries of a question find."""
    answers: dict[Any, Any] = {}
    page: Any = SimpleNamespace(lesson=at.lesson, content=at.content, answers=answers)
    while query := ROOM.query(own, page):
        assert query.key not in answers
        answers[query.key] = tuple(filter(None, query.pieces()))
    return answers


def flipping(at: Exercise, *controls: str) -> tuple[list[Tag], Tag]:
    """The page of the first scenario once it is settled, and what it says of flips."""
    own = at.act(at.answered(Practice(), 0, "deadline"), *controls)
    seen = at.seen(own, swept(at, own))
    (told,) = find(seen, "section", class_="flips")
    return seen, told


def step(at: Exercise, fact: str, value: float | None) -> int:
    """The step of a slider at a value."""
    assert at.content.model
    case: Any = at.case(Practice())
    return stops(at.content.model, fact, getattr(case, fact)).index(value)


def test_the_numbers_that_tip_or_decide_are_native_ranges_and_other_facts_native_radios(at: Exercise) -> None:
    seen, told = flipping(at)
    sliders = [each.attributes["id"] for each in find(seen, "input", within=told, type="range")]
    assert sliders[0] == "if-timeout"
    assert len(sliders) <= MOST_SLIDERS
    for group in find(seen, "fieldset", within=told, role="radiogroup"):
        radios = list(find(seen, "input", within=group, type="radio"))
        assert sum("checked" in each.attributes for each in radios) == 1


def test_while_sweeps_are_looked_for_the_page_says_so(at: Exercise) -> None:
    own = at.answered(Practice(), 0, "deadline")
    seen = at.seen(own)
    (told,) = find(seen, "section", class_="flips")
    assert at.says("practice.flips.searching") in told.text
    _, told = flipping(at)
    assert at.says("practice.flips.searching") not in told.text


def test_a_value_at_which_another_mode_is_best_says_so_with_the_reason_and_can_be_raced(at: Exercise) -> None:
    own = at.answered(Practice(), 0, "deadline")
    (found,) = swept(at, own)[(at.case(own), "timeout")]
    assert at.content.model
    case: Any = at.case(own)
    other = next(
        value
        for value in stops(at.content.model, "timeout", case.timeout)
        if found.mode_at(value) not in (None, found.mode_at(case.timeout))
    )
    seen, told = flipping(at, f"change=timeout:{step(at, 'timeout', other)}")
    mode = at.lesson.modes[found.mode_at(other)].name
    (turn,) = find(seen, within=told, id="practice-turn")
    assert f"Now {mode} is best." in turn.text
    assert turn.attributes["aria-live"] == "polite"
    (onward,) = find(seen, "p", within=told, class_="to-race")
    assert [link.attributes["href"] for link in find(seen, "a", within=onward)] == [
        link_to(view="race", **to_address(replace(case, timeout=other)))
    ]


def test_a_value_at_which_nothing_turns_says_that_the_mode_is_still_best(at: Exercise) -> None:
    case: Any = at.case(Practice())
    _, told = flipping(at, f"change=timeout:{step(at, 'timeout', case.timeout) - 1}")
    assert "is still best." in told.text


def test_the_value_that_the_workload_has_turns_nothing(at: Exercise) -> None:
    case: Any = at.case(Practice())
    seen, told = flipping(at, f"change=timeout:{step(at, 'timeout', case.timeout)}")
    (turn,) = find(seen, within=told, id="practice-turn")
    assert turn.text == at.says("practice.flips.lead")


def test_why_a_deciding_fact_does_not_flip_it_alone_is_said_in_the_authors_words(at: Exercise) -> None:
    name, first = next(iter(at.content.scenarios.items()))
    steady = replace(first, steady={"deadline": "The roast is never late."})
    told = flipping(replace(at, content=replace(at.content, scenarios={**at.content.scenarios, name: steady})))[1]
    named = at.says("practice.flips.steady", fact=at.says("facts.names.deadline"))
    assert f"{named} The roast is never late." in told.text
    assert named not in flipping(at)[1].text


def test_one_fact_is_changed_at_a_time(at: Exercise) -> None:
    seen, told = flipping(at, "change=timeout:0", "change=reader:gone")
    (slider,) = find(seen, "input", within=told, id="if-timeout")
    case: Any = at.case(Practice())
    assert slider.attributes["value"] == str(step(at, "timeout", case.timeout))


@pytest.mark.parametrize(
    "control", ["change=nothing:1", "change=timeout:99999", "change=reader:nobody", "change=timeout:x"]
)
def test_a_change_that_means_nothing_leads_to_a_page_that_can_be_shown(at: Exercise, control: str) -> None:
    flipping(at, control)
    assert at.act(Practice(), control) == Practice()


def test_what_guides_the_decision_is_there_to_be_opened(at: Exercise) -> None:
    seen, told = flipping(at)
    assert at.first.tipping
    (discussion,) = find(seen, "details", within=told, id="practice-discussion")
    assert at.first.tipping.discussion in discussion.text


def test_flips_are_looked_for_in_every_scenario_while_it_is_read_and_after(at: Exercise) -> None:
    for own in (Practice(), at.act(Practice(), "go=second")):
        page, asked = sure(at, at.case(own)), question(own, at.material)
        for state in (own, at.act(own, "show")):
            query = ROOM.query(state, page)
            assert query
            case, fact = query.key
            assert (case, fact in facts_to_change(at.material, asked, state.attempt)) == (at.case(own), True)


def test_a_fact_that_flips_the_decision_is_never_said_not_to_decide(at: Exercise) -> None:
    """Nor does it cost anything beside one that decides; and one that decides but flips nothing says so."""
    own = Practice()
    found = swept(at, at.act(own, "show"))
    flips = at.material.subject.effects(at.case(own), ("timeout", "deadline", "reader"), found)
    assert flips["timeout"]
    answered = at.act(own, f"choose={at.modes[0]}", "mark=timeout", "mark=deadline", "answer", answers=found)
    html = at.html(answered, found)
    assert at.says("practice.judged.flips") in html
    assert at.says("practice.judged.wrong") not in html
    assert at.says("practice.marks.right") in html
    assert at.points(answered, "first") == MOST_POINTS
    alone = at.act(own, f"choose={at.modes[0]}", "mark=timeout", "answer", answers=found)
    assert at.says("practice.marks.also") in at.html(alone, found)
    still = [fact.name for fact in at.material.subject.known(at.case(own)) if fact.id in at.first.facts]
    still = [name for name, fact in zip(still, ("reader", "deadline"), strict=True) if not flips.get(fact, True)]
    if still:
        assert at.says("practice.unflipped", facts=" and ".join(still), count=len(still)) in html


def test_a_new_case_is_searched_for_what_decides_before_it_is_answered(at: Exercise) -> None:
    drawn = at.act(Practice(), "seed=7")
    query = ROOM.query(drawn, sure(at, at.case(drawn)))
    assert query
    assert query.key == at.case(drawn)
