"""Dataclasses written out for the browser behave as the ones that the tests use."""

import copy
import sys
from pathlib import Path
from typing import Any

import pytest

from tools.inlined_dataclasses import describes_content, inlined

SOURCE = '''
from dataclasses import dataclass, field, replace

@dataclass(frozen=True)
class Point:
    """A place."""
    x: int
    y: int = 2
    """Upwards."""
    tags: dict = field(default_factory=dict)

    @property
    def sum(self):
        return self.x + self.y

@dataclass(frozen=True, eq=False)
class Thing:
    name: str
    x: int = 1

@dataclass
class Heap:
    items: list = field(default_factory=list)

@dataclass
class Letter:
    text: str
    stamp: str = field(default="blue", compare=False)

@dataclass
class Shelf:
    Heap: Heap = field(default_factory=Heap)
    own: int = 3

def moved(point):
    return replace(point, x=9)
'''


@pytest.fixture(params=["decorated", "written out"])
def module(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The module above, as it stands and as the build writes it."""
    if sys.version_info < (3, 13):  # the browser's Python has it
        monkeypatch.setattr(copy, "replace", lambda value, **changes: value.__replace__(**changes), raising=False)
    names: dict[str, Any] = {"__name__": "module"}
    exec(SOURCE if request.param == "decorated" else inlined(SOURCE), names)  # noqa: S102 - our own text above
    return names


def test_instances_with_equal_fields_are_equal_and_of_one_hash(module: dict[str, Any]) -> None:
    point = module["Point"]
    assert point(1) == point(1, 2) != point(2)
    assert len({module["Thing"]("a"), module["Thing"]("a")}) == 2
    assert module["Thing"]("a") != module["Thing"]("a")
    with pytest.raises(TypeError):
        hash(module["Heap"]())


def test_what_is_not_to_be_compared_is_not(module: dict[str, Any]) -> None:
    letter = module["Letter"]
    assert letter("a").stamp == "blue"
    assert letter("a", "red") == letter("a") != letter("b")


def test_an_instance_does_not_share_what_a_factory_makes(module: dict[str, Any]) -> None:
    first, second = module["Heap"](), module["Heap"]()
    first.items.append(1)
    assert second.items == []
    assert module["Shelf"]().own == 3
    assert module["Shelf"]().Heap is not module["Shelf"]().Heap


def test_a_frozen_instance_cannot_be_changed_and_another_one_can(module: dict[str, Any]) -> None:
    point = module["Point"](1)
    with pytest.raises(AttributeError, match="cannot assign to field 'x'"):
        point.x = 3
    with pytest.raises(AttributeError):
        del point.x
    with pytest.raises(AttributeError):
        module["Thing"]("a").name = "b"
    assert point.x == 1
    heap = module["Heap"]()
    heap.items = [1]
    assert heap.items == [1]


def test_a_changed_copy_keeps_the_rest(module: dict[str, Any]) -> None:
    point = module["Point"](1, tags={"a": 1})
    moved = module["moved"](point)
    assert (moved.x, moved.y, moved.tags, moved.sum) == (9, 2, {"a": 1}, 11)
    assert point.x == 1


def test_an_instance_is_matched_by_position(module: dict[str, Any]) -> None:
    match module["Point"](1):
        case found if type(found).__match_args__ == ("x", "y", "tags"):
            assert found.y == 2
        case _:
            pytest.fail("no match")


@pytest.mark.parametrize(
    "use",
    [
        "@dataclass(slots=True)\nclass A:\n    x: int",
        "@other\nclass A:\n    x: int",
        "@dataclass\nclass A:\n    x: int = field(default=1, repr=False)",
        "@dataclass\nclass A:\n    x: int\nfields(A)",
    ],
)
def test_a_module_that_asks_for_more_stays_as_it_is(use: str) -> None:
    source = f"from dataclasses import dataclass, field{', fields' if 'fields' in use else ''}\n{use}\n"
    assert inlined(source) == source


@pytest.mark.parametrize(
    "file",
    [
        file
        for folder in ("engine", "simulator")
        for file in sorted(Path(folder).rglob("*.py"))
        if not describes_content(file) and "content" not in file.parts
    ],
    ids=str,
)
def test_every_module_that_shows_or_decides_can_be_written_out(file: Path) -> None:
    written = inlined(file.read_text(encoding="utf-8"))
    compile(written, str(file), "exec")
    assert "@dataclass" not in written
