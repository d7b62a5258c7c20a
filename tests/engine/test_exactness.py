"""How sure a learner is of the numbers of Your workload: said in one place, kept with the workload, and reckoned with."""

from dataclasses import replace
from typing import Any

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features.race import address as race_address
from engine.features.race.room import ROOM as RACE
from engine.features.race.state import Race
from engine.features.workload.address import from_url, to_url
from engine.features.workload.form import LoadPreset, SaySure, Undo, WorkloadForm, init, update
from engine.features.workload.levers import query
from engine.features.workload.presenter import present
from engine.features.workload.record import record
from engine.features.workload.view import workload
from engine.first_screen import start
from simulator.exactness import EXACTNESS, Exactness, believed, off_by
from simulator.parameters import Model
from simulator.readings import known_shares, shares, shares_key
from simulator.workload import DECLARED
from simulator.worlds import inputs, number_of_worlds, world
from tests.support.acting import arrived
from tests.support.markup import find, tags
from tests.support.workloads import CLICK, NIGHT

SURE, UNSURE = SaySure("exact"), SaySure("guess")


# What is said


def test_a_learner_says_it_and_takes_it_back(lazy: LazyContent) -> None:
    form = init(lazy)
    assert form.exactness == "about"
    sure = update(form, SURE, lazy)
    assert (sure.exactness, sure.workload) == ("exact", form.workload)
    assert update(update(sure, UNSURE, lazy), Undo(), lazy) == sure
    assert update(sure, Undo(), lazy).exactness == "about"


def test_a_word_that_means_nothing_changes_nothing(lazy: LazyContent) -> None:
    form = init(lazy)
    assert update(form, SaySure("odd"), lazy) is form
    assert update(form, SaySure("about"), lazy) is form


def test_an_example_brings_numbers_of_its_own(lazy: LazyContent) -> None:
    form = update(init(lazy), UNSURE, lazy)
    other = next(name for name, each in lazy.scenarios.items() if each.workload != form.workload)
    assert update(form, LoadPreset(other), lazy).exactness == "about"


def test_the_choice_has_a_name_and_says_how_far_the_numbers_may_be_off(lesson: Lesson, lazy: LazyContent) -> None:
    def shown(exactness: Exactness) -> tuple[list[str], str]:
        found = tags(str(workload(present(lesson, lazy, WorkloadForm(CLICK, exactness=exactness), {}))))
        (choice,) = find(found, "select", id="workload-exactness")
        (label,) = find(found, "label", for_="workload-exactness")
        (note,) = find(found, id=choice.attributes["aria-describedby"])
        assert label.text == lazy.messages("workload.exactness.label")
        options = list(find(found, "option", within=choice))
        assert [each.attributes["value"] for each in options] == list(EXACTNESS)
        return [each.text for each in options if "selected" in each.attributes], note.text

    said = {exactness: shown(exactness) for exactness in EXACTNESS}
    for exactness, (chosen, _) in said.items():
        assert chosen == [lazy.messages(f"workload.exactness.{exactness}")]
    assert said["exact"][1] == lazy.messages("workload.doubt.none")
    assert said["about"][1] == lazy.messages("workload.doubt.by", least="1.2", most="1.5")
    assert said["guess"][1] == lazy.messages("workload.doubt.by", least="1.4", most="2.2")


# The address


def test_an_address_holds_it_and_an_older_one_means_what_it_meant(lazy: LazyContent) -> None:
    for exactness in EXACTNESS:
        form = WorkloadForm(NIGHT, exactness=exactness)
        asked = to_url(form, lazy)
        assert asked.get("numbers", "about") == exactness
        assert from_url(init(lazy), asked, lazy) == (form, [])
    assert "numbers" not in to_url(WorkloadForm(NIGHT), lazy)
    assert to_url(init(lazy), lazy) == {}
    assert to_url(replace(init(lazy), exactness="guess"), lazy)["numbers"] == "guess"


def test_an_address_with_nothing_else_says_it_of_the_workload_that_is_there(lazy: LazyContent) -> None:
    form = WorkloadForm(NIGHT)
    assert from_url(form, {"numbers": "exact"}, lazy) == (WorkloadForm(NIGHT, exactness="exact"), [])
    assert from_url(form, {"numbers": "odd"}, lazy) == (form, ["numbers=odd"])


def test_the_race_of_a_workload_takes_it_along(lesson: Lesson, lazy: LazyContent) -> None:
    """The link that leads to the race has it, the race asks for the same shares, and its address leads back."""
    page = arrived(start(lesson), lazy)
    form = WorkloadForm(NIGHT, exactness="guess")
    asked = dict(
        each.split("=") for each in present(lesson, lazy, form, {}).race.removeprefix("#view=race&").split("&")
    )
    race, unknown = RACE.from_url(page.features["race"], asked, page)
    assert (race.workload, race.exactness, unknown) == (NIGHT, "guess", [])
    assert race_address.to_url(race, lazy) == asked
    wanted = RACE.query(race, page)
    assert wanted
    assert wanted.key == shares_key(NIGHT, "guess")


@pytest.mark.parametrize("asked", [{"numbers": "guess"}, {"numbers": "odd", "requests": "3"}])
def test_a_race_of_no_own_workload_knows_nothing_of_it(asked: dict[str, str], lazy: LazyContent) -> None:
    race, unknown = race_address.from_url(Race(next(iter(lazy.scenarios))), asked, lazy)
    assert race.exactness == "about"
    assert f"numbers={asked['numbers']}" in unknown


# What follows


def test_the_shares_are_looked_for_again_and_nothing_else_is(lesson: Lesson, lazy: LazyContent, model: Model) -> None:
    form = WorkloadForm(CLICK)
    known = {shares_key(CLICK): (shares(lesson.modes, model, CLICK),), CLICK: ()}
    unsure = update(form, UNSURE, lazy)
    assert query(unsure, lesson, lazy, known).key == shares_key(CLICK, "guess")
    assert known_shares(known, CLICK, "guess") is None
    assert present(lesson, lazy, unsure, known).answer.looking
    assert present(lesson, lazy, unsure, known).flips == ()


def test_exact_numbers_are_the_same_in_every_reading_and_all_else_is_not(model: Model) -> None:
    exact = believed(model, "exact")
    read = [world(exact, number).read(NIGHT) for number in range(number_of_worlds(exact))]
    for fact, declared in DECLARED.items():
        if declared.quantity and getattr(NIGHT, fact) is not None:
            assert {getattr(each, fact) for each in read} == {getattr(NIGHT, fact)}
    assert len({each.thinking_tokens for each in read}) > 1, "what was left open is not known better"
    others = {each.key for each in inputs(model)} - {each.key for each in inputs(exact)}
    assert others == {("about", fact) for fact in model.readings.about}


def test_a_guess_is_farther_off_than_about(model: Model) -> None:
    wider = {each.key: each.within for each in inputs(believed(model, "guess"))}
    for each in inputs(model):
        expected = each.within**model.readings.guess.value if each.key[0] == "about" else each.within
        assert wider[each.key] == expected
    assert off_by(model, CLICK, "exact") is None
    assert believed(model, "guess") is believed(model, "guess"), "its worlds are made once"


def test_the_decision_record_says_it(lesson: Lesson, lazy: LazyContent, model: Model) -> None:
    form = WorkloadForm(CLICK, exactness="guess")
    known: Any = {shares_key(CLICK, "guess"): (shares(lesson.modes, model, CLICK, "guess"),)}
    text = record(lesson, lazy, form, known)
    assert f"- {lazy.messages('workload.doubt.by', least='1.4', most='2.2')}" in text.splitlines()
