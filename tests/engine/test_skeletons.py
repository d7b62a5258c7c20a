"""What an author begins: a skeleton with every place marked that needs words, and nothing wrong but that."""

import re
from collections.abc import Mapping

import pytest

from engine.authoring.beginning import KINDS, CannotBeginError, Papers, begun
from engine.authoring.desk import Desk
from engine.authoring.skeletons import Form
from engine.content.load import load
from engine.content.problems import ContentError, Problem
from engine.features.code.content import find_problems
from tests.engine.small import small_files

pytestmark = pytest.mark.xdist_group("skeletons")

TODAY = "2026-11-26"
NUMBERS = "median|p95|p99|multiplier|weight|point|value"


def looked(files: Mapping[str, str], schemas: Mapping[str, str]) -> Desk:
    desk = Desk("small", schemas)
    for name, text in files.items():
        desk.put(name, text)
    for _ in desk.look():
        pass
    return desk


def begin(files: Mapping[str, str], schemas: Mapping[str, str], kind: str, name: str, of: str = "") -> dict[str, str]:
    """Some files with something begun."""
    desk = looked(files, schemas)
    return {**files, **begun(Papers(desk.files, desk.raw, desk.schemas), kind, name, TODAY, of)}


def filled(text: str) -> str:
    """A text in which each marked place has words, or what else belongs there."""

    def words(found: re.Match[str]) -> str:
        before, meant = found.groups()
        if choices := re.search(r"\((\w+(?:, \w+)+)\)\.", meant):
            possible = choices[1].split(", ")
            return before + ("poor" if "poor" in possible else possible[0])
        if "https://" in meant or before.strip() == "address:":
            return f"{before}https://example.org/"
        if before.strip() == "objectives:" or "practises" in meant:
            return f"{before}latency"
        return before + ("1" if re.search(rf"(?:{NUMBERS}): $", before) else "Words.")

    return re.sub(r"""(?m)^( *(?:- )?(?:\w+: )?(?:# )?)"?TODO (.*?)"?$""", words, text)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return small_files()


@pytest.mark.parametrize("kind", KINDS)
def test_only_words_are_missing_of_what_is_begun(
    kind: str, files: Mapping[str, str], schemas: Mapping[str, str]
) -> None:
    desk = looked(begin(files, schemas, kind, "Something new", "call"), schemas)
    assert desk.problems == []
    assert all(each.unwritten for each in desk.places)
    assert len(desk.places) > 2
    desk.made()


def test_a_mode_is_named_wherever_the_lesson_names_its_modes(
    files: Mapping[str, str], schemas: Mapping[str, str]
) -> None:
    after = begin(files, schemas, "mode", "Message batches")
    changed = [name for name, text in after.items() if files.get(name) != text]
    assert {"modes/message-batches.yaml", "lesson.yaml", "scenarios.yaml"} <= set(changed)
    made = looked(after, schemas).made().lesson
    assert made.modes["message-batches"].name == "Message batches"
    signs = [(each.colour, each.shape) for each in made.modes.values()]
    assert len(set(signs)) == len(signs)


def test_with_words_in_every_place_it_is_a_lesson(files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
    after = begin(files, schemas, "mode", "Message batches")
    with pytest.raises(ContentError) as caught:
        load(after, schemas)
    assert all(each.unwritten for each in caught.value.problems)
    written = {name: filled(text) for name, text in after.items()}
    assert "message-batches" in load(written, schemas).lesson.modes


def test_what_is_meant_is_said_at_its_place(files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
    place = looked(begin(files, schemas, "mode", "Fax"), schemas).places
    assert place[0].file == "modes/fax.yaml"
    lead = next(each for each in place if each.path == "modes.fax.lead")
    wanted = ("modes/fax.yaml", "this place still needs words", "The mode in one sentence.")
    assert (lead.file, lead.wrong, lead.remedy) == wanted


def test_a_place_that_needs_words_hides_no_mistake_elsewhere(
    files: Mapping[str, str], schemas: Mapping[str, str]
) -> None:
    after = begin(files, schemas, "mode", "Fax")
    after["modes/fax.yaml"] = after["modes/fax.yaml"].replace("to: Vendor", "to: Vendr")
    assert looked(after, schemas).problems[0].wrong == "unknown participant `Vendr`"


def test_begun_again_it_adds_what_is_missing_and_else_says_that_it_is_there(
    files: Mapping[str, str], schemas: Mapping[str, str]
) -> None:
    after = begin(files, schemas, "mode", "Fax")
    assert begin({**after, "lesson.yaml": files["lesson.yaml"]}, schemas, "mode", "Fax") == after
    with pytest.raises(CannotBeginError, match="taken"):
        begin(after, schemas, "mode", "Fax")


@pytest.mark.parametrize(
    ("kind", "name", "reason"),
    [("mode", "12", "unnamed"), ("failure", "Fire", "no_mode"), ("source", "study", "taken")],
)
def test_it_says_why_something_cannot_be_begun(
    kind: str, name: str, reason: str, files: Mapping[str, str], schemas: Mapping[str, str]
) -> None:
    with pytest.raises(CannotBeginError, match=reason):
        begin(files, schemas, kind, name)


def test_a_file_that_cannot_be_read_is_named(files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
    with pytest.raises(CannotBeginError) as caught:
        begin({**files, "scenarios.yaml": "a: ]"}, schemas, "scenario", "Night")
    assert caught.value.file == "scenarios.yaml"


def test_a_mark_in_code_is_a_place_too() -> None:
    sheet = {"vendors": {"bell": {}}, "remarks": {"call": {"bell": {}}}}
    code = {"code/call_bell.py": "ask()\n    # TODO Read the answer.\n"}
    found = find_problems(sheet, code, {"call": ["ask"]}, lambda *_: Problem("code.yaml", 1, 1, "", "", ""))
    assert [(each.line, each.column, each.remedy, each.unwritten) for each in found] == [
        (2, 5, "Read the answer.", True)
    ]


def test_every_required_field_is_in_a_skeleton() -> None:
    """A schema with a field more makes a skeleton with a place more."""
    schema = {"type": "object", "properties": {"new": {"type": "string", "description": "New."}}, "required": ["new"]}
    assert Form(schema).empty == {"new": "TODO New."}
