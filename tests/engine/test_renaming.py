"""Another name for a mode, a scenario or a file: whoever refers to it follows, or is named."""

from collections.abc import Mapping

import pytest

from engine.authoring.beginning import CannotBeginError, Papers
from engine.authoring.desk import Desk
from engine.authoring.renaming import referring, renamed, scenario_renamed
from tests.engine.small import small_files
from tests.engine.test_skeletons import begin, looked

pytestmark = pytest.mark.xdist_group("skeletons")


@pytest.fixture(scope="module")
def files(schemas: Mapping[str, str]) -> dict[str, str]:
    """The small lesson with a mode more, which has all that a mode can have."""
    return begin(small_files(), schemas, "mode", "Fax")


def papers(desk: Desk) -> Papers:
    return Papers(desk.files, desk.raw, desk.schemas)


def with_changes(files: Mapping[str, str], changed: Mapping[str, str | None]) -> dict[str, str]:
    merged = {**files, **changed}
    return {file: text for file, text in merged.items() if text is not None}


def test_whoever_refers_to_a_mode_follows(files: dict[str, str], schemas: Mapping[str, str]) -> None:
    changed = renamed(papers(looked(files, schemas)), "modes/fax.yaml", "Telefax")
    assert changed["modes/fax.yaml"] is None
    assert changed["code/fax_acme.py"] is None
    after = with_changes(files, changed)
    assert {"modes/telefax.yaml", "code/telefax_acme.py"} <= set(after)
    desk = looked(after, schemas)
    assert desk.problems == []
    assert referring(papers(desk), "modes/fax.yaml") == []


@pytest.mark.parametrize("mode", ["call", "mail"])
def test_every_mode_can_have_another_name(mode: str, files: dict[str, str], schemas: Mapping[str, str]) -> None:
    changed = renamed(papers(looked(files, schemas)), f"modes/{mode}.yaml", "Other name")
    desk = looked(with_changes(files, changed), schemas)
    assert desk.problems == []
    assert "other-name" in desk.made().lesson.modes


def test_whoever_refers_to_a_scenario_follows(files: dict[str, str], schemas: Mapping[str, str]) -> None:
    desk = looked(files, schemas)
    old = next(iter(desk.raw["scenarios.yaml"].data))
    after = with_changes(files, scenario_renamed(papers(desk), old, "Other case"))
    desk = looked(after, schemas)
    assert desk.problems == []
    assert "other-case" in desk.raw["scenarios.yaml"].data


def test_a_file_that_is_a_part_follows_nobody(files: dict[str, str], schemas: Mapping[str, str]) -> None:
    part = {**files, "sources/more.yaml": "more:\n  title: More\n"}
    changed = renamed(papers(looked(part, schemas)), "sources/more.yaml", "Even more")
    assert changed == {"sources/more.yaml": None, "sources/even-more.yaml": part["sources/more.yaml"]}


@pytest.mark.parametrize(
    ("file", "name", "reason"),
    [
        ("modes/fax.yaml", "Call", "taken"),
        ("modes/fax.yaml", "!", "unnamed"),
        ("lesson.yaml", "Other", "fixed"),
        ("messages/en.yaml", "fr", "fixed"),
    ],
)
def test_it_says_why_not(file: str, name: str, reason: str, files: dict[str, str], schemas: Mapping[str, str]) -> None:
    with pytest.raises(CannotBeginError, match=reason):
        renamed(papers(looked(files, schemas)), file, name)


def test_who_refers_to_a_mode_is_named_before_it_is_deleted(files: dict[str, str], schemas: Mapping[str, str]) -> None:
    told = referring(papers(looked(files, schemas)), "modes/fax.yaml")
    assert {"lesson.yaml", "scenarios.yaml", "model.yaml", "code.yaml", "code/fax_acme.py"} == set(told)
