"""Content that was edited after the build."""

import asyncio
from collections.abc import Mapping

import pytest

from sim.app import Refuse, Renew
from sim.renewal import digest, edited


class Site:
    """A folder on a server: what was built, what is there now, and what was asked for."""

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
