"""Content that was edited after the build."""

import asyncio
from collections.abc import Mapping

import pytest

from sim.app import Refuse, Renew
from sim.renewal import SCHEMAS, digest, edited


class Site:
    """A folder on a server: what was built, and what is there now."""

    def __init__(self, files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
        self.digests = {name: digest(text) for name, text in files.items()}
        self.there = {f"content/{name}": text for name, text in files.items()}
        self.there |= {f"content/schema/{name}.schema.json": text for name, text in schemas.items()}
        self.installed = 0

    async def fetch(self, address: str) -> str | None:
        return self.there.get(address)

    async def install(self) -> None:
        self.installed += 1

    def edited(self) -> Renew | Refuse | None:
        return asyncio.run(edited(self.digests, self.fetch, self.install))


@pytest.fixture
def site(files: Mapping[str, str], schemas: Mapping[str, str]) -> Site:
    return Site(files, schemas)


def edit(site: Site, name: str, old: str, new: str) -> None:
    text = site.there[f"content/{name}"]
    assert old in text
    site.there[f"content/{name}"] = text.replace(old, new, 1)


def test_content_that_was_not_edited_asks_for_nothing_more(site: Site) -> None:
    assert site.edited() is None
    assert site.installed == 0


def test_a_word_that_changed_makes_a_new_lesson(site: Site) -> None:
    edit(site, "modes/batch.yaml", "name: Batch", "name: Bulk")
    event = site.edited()
    assert isinstance(event, Renew)
    assert event.lesson.modes["batch"].name == "Bulk"
    assert site.installed == 1


def test_a_file_that_cannot_be_had_changes_nothing(site: Site) -> None:
    edit(site, "modes/batch.yaml", "name: Batch", "name: Bulk")
    del site.there["content/lesson.yaml"]
    assert site.edited() is None
    assert site.installed == 0


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_that_cannot_be_had_changes_nothing(name: str, site: Site) -> None:
    edit(site, "modes/batch.yaml", "name: Batch", "name: Bulk")
    del site.there[f"content/schema/{name}.schema.json"]
    assert site.edited() is None


def test_a_mode_that_was_added_after_the_build_is_shown(site: Site) -> None:
    edit(site, "lesson.yaml", "modes: [", "modes: [fax, ")
    site.there["content/modes/fax.yaml"] = site.there["content/modes/sync.yaml"].replace("name: Sync", "name: Fax")
    event = site.edited()
    assert isinstance(event, Renew)
    assert list(event.lesson.modes) == ["fax", "sync", "streaming", "async", "batch"]


def test_a_mode_that_was_added_but_is_not_there_is_refused_where_it_is_named(site: Site) -> None:
    edit(site, "lesson.yaml", "modes: [", "modes: [fax, ")
    event = site.edited()
    assert isinstance(event, Refuse)
    assert ["unknown mode `fax`" in problem for problem in event.problems] == [True]


@pytest.mark.parametrize("text", ["", "modes: [", "- a", "modes: sync", "modes: [[a], {b: c}, 1]"])
def test_a_lesson_that_lists_no_modes_is_refused(text: str, site: Site) -> None:
    site.there["content/lesson.yaml"] = text
    event = site.edited()
    assert isinstance(event, Refuse)
    assert any(problem.startswith("content/lesson.yaml:") for problem in event.problems)


def test_content_that_was_broken_is_refused_with_its_mistakes_in_words(site: Site) -> None:
    edit(site, "modes/batch.yaml", "to: Vendor", "to: Vendr")
    event = site.edited()
    assert isinstance(event, Refuse)
    assert len(event.problems) == 1
    assert event.problems[0].startswith("content/modes/batch.yaml:")
    assert event.problems[0].endswith("unknown participant `Vendr`. Did you mean `Vendor`?")


def test_texts_that_differ_have_different_digests() -> None:
    assert digest("a") != digest("b")
    assert digest("ä") == digest("ä")
