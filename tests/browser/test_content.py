"""Content that is edited where the folder is hosted: new words are shown, mistakes never blank the page."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import MODES, STEPS, wait_until_ready
from tests.browser.watching import Watched
from tests.support.texts import HOSTILE
from tools import serve

Edited = Callable[..., Page]

SHOWN = sorted(HOSTILE.keys() - {"control characters"})
"""Kinds of hostile text that content may have; control characters are refused."""

BROKEN = {
    "a forgotten quotation mark": ("lesson.yaml", lambda text: text.replace("title: ", 'title: "', 1)),
    "a tab": ("modes/sync.yaml", lambda text: text.replace("  - name", "\t- name", 1)),
    "an empty file": ("modes/batch.yaml", lambda _: ""),
    "an unknown source": ("modes/async.yaml", lambda text: re.sub(r"sources: \[\w", "sources: [zz", text, count=1)),
    "a missing field": ("modes/sync.yaml", lambda text: re.sub(r"(?m)^colour: .*\n", "", text)),
    "bottomless nesting": ("sources.yaml", lambda text: text + "deep: " + "[" * 200 + "]" * 200 + "\n"),
    "an object tag": ("lesson.yaml", lambda text: text + "x: !!python/object/apply:os.system [ls]\n"),
}
"""One of each kind that is found in a way of its own; tests/engine/test_errors.py has them all."""


@pytest.fixture
def edited(built: Path, tmp_path: Path, watched: Callable[..., Watched]) -> Iterator[Edited]:
    """Opens a copy of the built folder in which content files were changed after the build."""
    servers = []

    def go(changes: Mapping[str, Callable[[str], str]], query: str = "", host: str = "127.0.0.1") -> Page:
        folder = tmp_path / "dist"
        shutil.copytree(built, folder)
        for file, change in changes.items():
            path = folder / "content" / file
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        (folder / "content/edited.txt").write_text("".join(f"{file}\n" for file in changes), encoding="utf-8")
        server = serve.serve(folder)
        servers.append(server)
        page = watched().page
        page.goto(f"http://{host}:{server.server_port}/{query}")
        wait_until_ready(page)
        return page

    yield go
    for server in servers:
        server.shutdown()


def test_an_edited_word_shows_without_a_build(edited: Edited) -> None:
    page = edited({"modes/sync.yaml": lambda text: re.sub(r"(?m)^lead: .*", "lead: Ask and wait.", text)})
    expect(page.locator(".guide:visible .lead")).to_have_text("Ask and wait.")
    expect(page.locator("figure:visible svg.drawing")).to_be_visible()


def test_a_learner_sees_an_edit_that_is_named(edited: Edited) -> None:
    page = edited(
        {"modes/sync.yaml": lambda text: re.sub(r"(?m)^lead: .*", "lead: Ask and wait.", text)}, host="lesson.localhost"
    )
    expect(page.locator(".guide:visible .lead")).to_have_text("Ask and wait.")
    expect(page.locator(".notice")).to_have_count(0)


def test_an_edited_title_is_that_of_the_window_too(edited: Edited) -> None:
    page = edited({"lesson.yaml": lambda text: re.sub(r"(?m)^title: .*", "title: Who waits", text)})
    expect(page).to_have_title("Who waits")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who waits")


def test_an_edited_label_is_drawn_again(edited: Edited) -> None:
    page = edited({"modes/sync.yaml": lambda text: text.replace("label: POST the prompt", "label: Ask")})
    expect(page.locator('figure:visible svg [data-step="1"]')).to_contain_text("1. Ask")


def test_a_new_participant_can_be_added(edited: Edited) -> None:
    def add(text: str) -> str:
        data = yaml.safe_load(text)
        data["participants"].append({"name": "Auditor", "role": "Looks on."})
        data["steps"].append(
            {
                "id": "bill",
                "kind": "notification",
                "from": "Vendor",
                "to": "Auditor",
                "label": "Bill",
                "caption": "A bill.",
                "explanation": "Somebody pays.",
            }
        )
        return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)

    page = edited({"modes/sync.yaml": add})
    expect(page.locator("figure:visible svg.drawing")).to_contain_text("Auditor")
    expect(page.locator("figure:visible ol > li")).to_have_count(6)


@pytest.mark.parametrize("kind", BROKEN)
def test_a_mistake_keeps_the_last_good_page_and_tells_an_author_where_it_is(edited: Edited, kind: str) -> None:
    file, change = BROKEN[kind]
    page = edited({file: change})
    expect(page.locator(".notice li").first).to_contain_text(re.compile(rf"content/{re.escape(file)}:\d+:\d+: "))
    expect(page.locator("figure:visible svg.drawing")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".caption h2")).to_be_visible()


def test_a_learner_sees_only_a_calm_sentence(edited: Edited) -> None:
    page = edited({"modes/batch.yaml": lambda _: "name: Batch\n"}, host="lesson.localhost")
    expect(page.locator(".notice")).to_contain_text("the last version that works")
    expect(page.locator(".notice li")).to_have_count(0)


def test_an_author_elsewhere_can_ask_to_see_the_mistakes(edited: Edited) -> None:
    page = edited({"modes/batch.yaml": lambda _: ""}, "?author=1", "lesson.localhost")
    expect(page.locator(".notice li")).to_contain_text("content/modes/batch.yaml:1:1: modes.batch: the file is empty")


@pytest.mark.parametrize("group", range(0, len(SHOWN), len(MODES)))
def test_hostile_text_in_every_field_is_shown_and_does_nothing(edited: Edited, group: int) -> None:
    """Doubled, long, empty, right-to-left, or meant to be code: text is text. Each mode has another kind."""
    kinds = dict(zip(MODES, SHOWN[group:], strict=False))
    page = edited(
        {f"modes/{mode}.yaml": partial(hostile, f"Hostile {mode}", HOSTILE[kind]) for mode, kind in kinds.items()}
    )
    for mode, kind in kinds.items():
        page.get_by_role("radio", name=f"Hostile {mode}").check()
        expect(page.locator(f"figure[data-mode={mode}] svg [data-step]"), kind).to_have_count(STEPS[mode])
        shown = page.locator(f'figure[data-mode={mode}] ol [data-step="1"] .more p').first.inner_text()
        assert letters(shown) == letters(HOSTILE[kind]("A caption.")[:240]), kind
    expect(page.locator(".notice")).to_have_count(0)
    assert page.evaluate("document.querySelectorAll('#sim script, #sim iframe, #sim [onerror]').length") == 0


def hostile(name: str, change: Callable[[str], str], text: str) -> str:
    """A mode whose every free text is hostile, as long as it may be."""
    data = yaml.safe_load(text) | {"name": name}
    for step in data["steps"]:
        step["caption"] = change("A caption.")[:240]
        step["explanation"] = change("An explanation.")[:1200]
        step["label"] = change("label")[:60]
        step["notes"] = {name: change(name)[:60] for name in ("latency", "cost", "engineering")}
    data["lead"] = change("lead")[:60]
    for section in data["sections"].values():
        if "short" in section:
            section["short"] = change("short")[:60]
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


def letters(text: str) -> str:
    """Text without the spaces and invisible characters that HTML folds."""
    return re.sub(r"[\s\x00-\x1f\x7f]", "", text)
