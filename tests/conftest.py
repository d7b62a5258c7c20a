"""What the tests share: a lesson of their own, and golden files that `--golden` writes again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from _pytest.nodeid import coerce_node_id
from hypothesis import settings

import engine.content.load
import simulator.subject
from engine.address import opened
from engine.content.document import read
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.content.load import Content
from engine.content.mode import Mode
from engine.features.practice.material import Material, material_of
from engine.features.race.state import Race, workload_of
from simulator.flips import Flip, flips
from simulator.lesson import wording as wording_of
from simulator.parameters import Model
from simulator.wording import Wording
from simulator.workload import Workload
from tests.support.acting import after, arrive
from tests.support.hosting import BOOK, Host, everything
from tests.support.workloads import CLICK
from tools.content import CONTENT, content_files, lessons, load_lesson, schema_files

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

FIXTURE = Path("tests/engine/fixture")
"""A lesson with all features and no word of the lessons in `content/`."""

collect_ignore = ["engine/fixture"]

loaded, listed = cache(load_lesson), cache(lessons)

Golden = Callable[[str, str], None]
"""Compares a text with the golden file of a name."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write golden files again instead of comparing with them")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Tests of a group run in one process, and without a browser those of a module, since they share what they make.

    pytest-xdist 3.8 writes the group where pytest 9.2 does not look any more: github.com/pytest-dev/pytest-xdist/issues/1386.
    """
    for item in items:
        if item.path.parent.name != "browser" and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.path.name))
    yield
    for item in items:
        if grouped := vars(item).get("_nodeid"):
            item._id = coerce_node_id(grouped)


@pytest.fixture(autouse=True, scope="session")
def _what_takes_long_is_done_once() -> Iterator[None]:
    """Parsing is most of what loading takes, and a document is never changed. A workload is judged once, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine.content.load, "read", cache(read))
        patch.setattr(simulator.subject, "_shares", cache(simulator.subject._shares.__wrapped__))
        yield


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of lessons is made of every lesson, one in a browser of the first, and any other of the tests' own."""
    if "lesson_folder" in metafunc.fixturenames:
        of = metafunc.definition.path.parent.name
        every = [pytest.param(CONTENT / name, id=name) for name in listed()]
        folders = {"lessons": every, "browser": every[:1]}.get(of, [pytest.param(FIXTURE, id=pytest.HIDDEN_PARAM)])
        metafunc.parametrize("lesson_folder", folders, indirect=True, scope="session")


@pytest.fixture(scope="session")
def lesson_folder(request: pytest.FixtureRequest) -> Path:
    """Where the files of the lesson are."""
    found: Path = request.param
    return found


@pytest.fixture(scope="session")
def files(lesson_folder: Path) -> Mapping[str, str]:
    """The author's files."""
    return MappingProxyType(content_files(lesson_folder.name, lesson_folder.parent))


@pytest.fixture(scope="session")
def schemas() -> Mapping[str, str]:
    """The schemas that are published beside them."""
    return MappingProxyType(schema_files())


@pytest.fixture(scope="session")
def content(lesson_folder: Path) -> Content:
    """Everything that learners get."""
    return loaded(lesson_folder.name, lesson_folder.parent)


@pytest.fixture(scope="session")
def lesson(content: Content) -> Lesson:
    """What the first screen has of it."""
    return content.lesson


@pytest.fixture(scope="session")
def lazy(content: Content) -> LazyContent:
    """What comes after it."""
    return content.lazy


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares with, or with `--golden` writes, a file of the folder `golden` beside the test."""

    def compare(name: str, text: str) -> None:
        file = request.path.parent / "golden" / name
        if request.config.getoption("--golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{name} is new: run `make golden` and review it"
        assert file.read_text(encoding="utf-8") == text, f"{name} changed: run `make golden` and review the difference"

    return compare


@pytest.fixture(scope="session")
def modes(lesson: Lesson) -> Mapping[str, Mode]:
    """The four modes."""
    return lesson.modes


@pytest.fixture(scope="session")
def material(lesson: Lesson, lazy: LazyContent) -> Material:
    """What Practice asks about."""
    return material_of(lesson, lazy)


@pytest.fixture(scope="session")
def model(lazy: LazyContent) -> Model:
    """The parameters and rules that learners get, in a lesson that has a model."""
    return lazy.model or pytest.skip("the lesson has no model")


@pytest.fixture(scope="session")
def wording(lazy: LazyContent) -> Wording:
    """The words in which facts and numbers are written."""
    return wording_of(lazy)


@pytest.fixture(scope="session")
def half_a_minute() -> Workload:
    """The request at the boundary: somebody waits 30 seconds for the whole of it, behind a timer of 60."""
    return replace(CLICK, output_tokens=2000, seconds=30.0, deadline=120)


@pytest.fixture(scope="session")
def first_race(lazy: LazyContent) -> Race:
    """The race that a learner finds."""
    return Race(next(iter(lazy.scenarios)))


@pytest.fixture(scope="session")
def second_scenario(lazy: LazyContent) -> str:
    """Another scenario's name."""
    return list(lazy.scenarios)[1]


@pytest.fixture(scope="session")
def own_race(lazy: LazyContent, first_race: Race) -> Race:
    """A workload of the learner's own."""
    return replace(first_race, workload=replace(workload_of(first_race, lazy), requests=7, output_tokens=12))


@pytest.fixture(scope="session")
def tipped(modes: Mapping[str, Mode], model: Model, lazy: LazyContent) -> Mapping[str, tuple[Flip, ...]]:
    """What flips each scenario on a boundary, which takes seconds to find; its tests are of the group "flips"."""
    return {
        name: tuple(flips(modes, model, scenario.workload))
        for name, scenario in lazy.scenarios.items()
        if scenario.tipping and scenario.workload
    }


@pytest.fixture
def host(lesson: Lesson, lazy: LazyContent) -> Host:
    """A textbook that wants statements, with the lesson and its lazy features in a frame."""
    state = opened(lesson, f"?xapi=1&textbook={BOOK}", "")
    return Host(after(state, arrive(lazy)))


@pytest.fixture
def best(lazy: LazyContent) -> tuple[str, str, str]:
    """The first question, its best mode, and one of its deciding facts."""
    name, scenario = next(iter(lazy.scenarios.items()))
    mode = next(mode for mode, choice in scenario.choices.items() if choice.verdict == "best")
    return name, mode, scenario.facts[0]


@pytest.fixture
def poor(lazy: LazyContent) -> str:
    """A mode that does not suit the first question."""
    scenario = next(iter(lazy.scenarios.values()))
    return next(mode for mode, choice in scenario.choices.items() if choice.verdict == "poor")


@pytest.fixture
def visit(host: Host, best: tuple[str, str, str], poor: str) -> Host:
    """A visit in which all happens that is told."""
    return everything(host, best, poor)
