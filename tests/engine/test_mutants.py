"""What lint accepts works in every view: content is changed at random, and what is accepted is used.

`python -m tests.engine.test_mutants 4000 1` tries four thousand changes from the seed 1 on, and prints what fails.
"""

import sys
import traceback
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

import pytest
import yaml

from engine.address import opened as opened_at
from engine.app import queries, update, wanted
from engine.content.load import Content, load
from engine.effects import Copy
from engine.feature import Region
from engine.features import FEATURES, views
from engine.features.about.embed import CopySnippet
from engine.features.code.state import CopyCode
from engine.features.explore.state import ChooseStep, CopyDiagram, TogglePlay
from engine.features.practice.events import CopyResult
from engine.features.practice.material import material_of
from engine.features.practice.storage import restored, stored
from engine.features.race import events as race
from engine.features.workload.form import CopyLink, CopyRecord
from engine.html import link_to
from engine.page import page, regions, render
from engine.page_events import ChooseMode, ContentEdited, Found, Navigate, Tick, ToggleAnnotation, ToggleText
from engine.sequence.diagram import diagram
from engine.sequence.narrate import prose, sequence_prose
from engine.state import State
from simulator.address import to_address
from simulator.workload import DECLARED, FACTS, Declared, Value, Workload
from tests.conftest import FIXTURE
from tests.engine.mutants import Data, accepted, mutant, short
from tests.support.acting import after, arrive, practised
from tests.support.workloads import least_and_most
from tools.content import content_files, schema_files

VIEWS = views(tuple(feature.name for feature in FEATURES))


MUTANTS = 64
GROUPS = 4


def any_workload(random: Random) -> Workload:
    """A workload within what one may be, small numbers as likely as large ones."""

    def value(declared: Declared) -> Value:
        match declared.kind:
            case "flag":
                return random.random() < 0.6
            case "choice":
                return random.choice(declared.choices)
        least, most = least_and_most(declared)
        above = least or 0.001
        number = random.choice((least, most, above * (most / above) ** random.random()))
        number = round(number) if declared.kind == "count" else number
        return random.choice((None, number)) if declared.optional else number

    facts: dict[str, Any] = {fact: value(declared) for fact, declared in DECLARED.items()}
    return Workload(**facts)


class Screen:
    """What is shown: as in a browser, a region is rendered again only when it is made of something else."""

    def __init__(self) -> None:
        self.regions: dict[str, Region] = {}

    def show(self, state: State) -> None:
        for name, region in regions(state).items():
            if self.regions.get(name) != region:
                render(region)
            self.regions[name] = region


def used(content: Content, before: State, random: Random) -> None:
    """Go through every view of a content, as a learner would who tries everything."""
    lesson, lazy = content
    state = opened_at(lesson, "", "")
    screen = Screen()
    screen.show(state)
    if random.random() < 0.1:
        str(page(state))
    state = after(state, arrive(lazy))
    for mode in lesson.modes:
        state = after(state, ChooseMode(mode))
        for event in (
            ChooseStep(random.randint(0, 16)),
            TogglePlay(),
            Tick(),
            ToggleText(),
            ToggleAnnotation(random.choice(list(lesson.about.annotations))),
        ):
            state = after(state, event)
        for failure in lazy.failures.get(mode, {}):
            state = after(state, Navigate(f"#view=explore&mode={mode}&failure={failure}&step=1"))
            sequence_prose(lesson, lazy.failures[mode][failure])
            diagram(lesson, lazy.failures[mode][failure], frozenset(lesson.about.annotations))
        screen.show(state)
        diagram(lesson, lesson.modes[mode], state.annotations)
        prose(lesson, lesson.modes[mode])
    for view in VIEWS:
        state = after(state, Navigate(f"#view={view}"))
        screen.show(state)
        wanted(state)
    state = answered(state, content, screen, random)
    workload = any_workload(random)
    for view, known in (("workload", False), ("workload", True), ("race", True)):
        state = after(state, Navigate(link_to(view=view, **to_address(workload))))
        if known:
            [query] = queries(replace(state, view="workload", answers={}))
            pieces = list(query.pieces()) if random.random() < 0.1 else []
            state = after(state, Found(query.key, tuple(filter(None, pieces))))
        screen.show(state)
    for control in (race.ToggleMany(), race.AnotherDay(), race.Scrub(300), race.TogglePlay()):
        state = after(state, control)
        screen.show(state)
    update(state, CopyCode())
    for copy in (CopyResult(), CopyRecord("2026-11-26"), CopyLink(), CopyDiagram(), CopySnippet()):
        _, effects = update(state, copy)
        assert isinstance(effects[0], Copy)
    if random.random() < 0.2:
        screen.show(after(before, ContentEdited(content), Navigate("#view=practice")))


def answered(state: State, content: Content, screen: Screen, random: Random) -> State:
    """Answer a scenario with every mode, and a new workload."""
    lazy, material = content.lazy, material_of(content.lesson, content.lazy)
    modes = material.subject.modes
    state = after(state, Navigate("#view=practice"))
    name = random.choice(list(lazy.scenarios))
    for mode in modes:
        controls = (f"open={name}", "hint", f"choose={mode}", f"mark={random.choice(FACTS)}", "answer", "again")
        state = after(state, *practised(*controls))
        screen.show(state)
    state = after(state, *practised("show", *(f"flip={fact}" for fact in random.sample(FACTS, 2))))
    screen.show(state)
    state = after(state, *practised(f"series={random.randint(1, 999)}"))
    for query in queries(state):
        if random.random() < 0.9:
            state = after(state, Found(query.key, ()))
    choice = f"choose={random.choice(list(modes))}"
    state = after(state, *practised(choice, f"mark={random.choice(FACTS)}", "answer", "show", "next"))
    screen.show(state)
    restored(stored(state.features["practice"], material), material)
    return after(state, *practised("result"))


def tried(seed: int, data: Data, schemas: Mapping[str, str], before: State) -> str | None:
    """What one mutant was, if it was accepted. Raises whatever it brings about."""
    random = Random(seed)  # noqa: S311
    changed, what = mutant(data, schemas, random)
    content = accepted(changed, schemas)
    if content is None:
        return None
    try:
        used(content, before, random)
    except Exception as error:
        error.add_note(f"mutant {seed}: {what}")
        raise
    return what


def prepared() -> tuple[Data, Mapping[str, str], State]:
    """The content to change, the schemas, and the page that meets what becomes of it."""
    files, schemas = content_files(FIXTURE.name, FIXTURE.parent), schema_files()
    content = load(files, schemas)
    data = short({name: yaml.safe_load(text) for name, text in files.items() if name.endswith(".yaml")})
    before = after(opened_at(content.lesson, "", ""), arrive(content.lazy))
    return data, schemas, before


@pytest.fixture(scope="module", name="start")
def _start() -> tuple[Data, Mapping[str, str], State]:
    return prepared()


@pytest.mark.slow
@pytest.mark.parametrize("group", range(GROUPS))
def test_what_is_accepted_works_in_every_view(group: int, start: tuple[Data, Mapping[str, str], State]) -> None:
    found = [tried(seed, *start) for seed in range(group, MUTANTS, GROUPS)]
    assert sum(what is not None for what in found) >= len(found) / 4


def main() -> None:
    count, first = int(sys.argv[1]), int(sys.argv[2])
    start, alive = prepared(), 0
    for seed in range(first, first + count):
        try:
            alive += tried(seed, *start) is not None
        except Exception:  # noqa: BLE001
            traceback.print_exc()
    print(f"{count} mutants, {alive} accepted")


if __name__ == "__main__":
    main()
