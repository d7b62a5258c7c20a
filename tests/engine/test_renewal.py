"""Content that was edited after the build."""

import asyncio
import re
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from engine.content.load import Content
from engine.features import FEATURES, views
from engine.first_screen import start
from engine.page import regions, render
from engine.page_events import ContentEdited, ContentRefused
from engine.renewal import (
    FOLDER,
    LIST,
    SCHEMAS,
    Answer,
    digest,
    edited,
    published,
)
from simulator.advice import advise
from simulator.flips import flips
from simulator.lesson import model_of, wording
from simulator.outcomes import spreads, tracks
from simulator.readings import shares
from simulator.sentences import reasons
from tests.support.acting import after, arrived, practised
from tests.support.workloads import CLICK
from tools.plurals import plural

VIEWS = views(tuple(feature.name for feature in FEATURES))
LAZY_VIEWS = tuple(feature.name for feature in FEATURES if feature.lazy and not feature.within)


MODES = ["counter", "buffet", "ticket", "banquet"]


class Site:
    """A folder on a server: what was built, and what is there now."""

    def __init__(self, files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
        self.digests = {name: digest(text) for name, text in files.items()}
        self.there: dict[str, Answer] = {}
        for name, text in files.items():
            self.put(published(name), text)
        for name, text in schemas.items():
            self.put(f"schema/{name}.schema.json", text)
        self.put(LIST, "# none\n")
        self.asked: list[str] = []
        self.installed = 0

    def put(self, name: str, text: str) -> None:
        self.there[FOLDER + name] = Answer(200, "text/plain", text.encode())

    def text(self, name: str) -> str:
        return self.there[FOLDER + name].data.decode()

    async def fetch(self, address: str) -> Answer:
        self.asked.append(address)
        return self.there.get(address, Answer(404, "text/html", b"<h1>Not found</h1>"))

    async def install(self) -> None:
        self.installed += 1

    def edited(self, author: bool = False) -> ContentEdited | ContentRefused | None:
        if sys.platform == "emscripten":
            pytest.skip("a browser's Python has no thread to wait in")
        work = edited("a-lesson", self.digests, self.fetch, self.install, author, plural)
        with ThreadPoolExecutor(1) as thread:  # a browser test of the same process may have an event loop in this one
            return thread.submit(asyncio.run, work).result()


@pytest.fixture
def site(files: Mapping[str, str], schemas: Mapping[str, str]) -> Site:
    return Site(files, schemas)


def edit(site: Site, name: str, old: str, new: str, count: int = 1, listed: bool = True) -> None:
    """Edit a file on the host and, unless told otherwise, name it in the list of the edited."""
    text = site.text(name)
    assert old in text
    site.put(name, text.replace(old, new, count))
    if listed:
        site.put(LIST, f"{site.text(LIST)}{name}\n")


def bulk(site: Site, listed: bool = True) -> None:
    edit(site, "modes/banquet.yaml", "name: Banquet", "name: Bulk", listed=listed)


def test_a_visit_to_content_that_was_not_edited_asks_for_one_short_list(site: Site) -> None:
    assert site.edited() is None
    assert site.asked == ["content/edited.txt"]
    assert site.installed == 0


def test_an_authors_visit_looks_at_every_file(site: Site) -> None:
    assert site.edited(author=True) is None
    assert len(site.asked) == len(site.digests) + 1
    assert site.installed == 0


@pytest.mark.parametrize("author", [False, True])
def test_a_word_that_changed_makes_a_new_lesson(site: Site, author: bool) -> None:
    bulk(site)
    event = site.edited(author)
    assert isinstance(event, ContentEdited)
    assert event.content.lesson.modes["banquet"].name == "Bulk"
    assert event.unlisted == ()
    assert site.installed == 1


def test_a_message_that_changed_makes_a_new_lesson(site: Site) -> None:
    edit(site, "messages/en.yaml", "dismiss: Dismiss", "dismiss: Close")
    event = site.edited()
    assert isinstance(event, ContentEdited)
    assert event.content.lesson.messages("notices.dismiss") == "Close"


def test_a_lesson_may_begin_to_say_messages_itself_after_the_build(
    files: Mapping[str, str], schemas: Mapping[str, str]
) -> None:
    site = Site({name: text for name, text in files.items() if name != "messages.yaml"}, schemas)
    site.put("messages.yaml", "notices.dismiss: Close\n")
    assert site.edited(author=True) is None
    site.put(LIST, "messages.yaml\n")
    event = site.edited()
    assert isinstance(event, ContentEdited)
    assert event.content.lesson.messages("notices.dismiss") == "Close"


def test_a_message_that_was_lost_on_the_host_changes_nothing_for_learners(site: Site) -> None:
    edit(site, "messages/en.yaml", "  dismiss: Dismiss\n", "")
    event = site.edited()
    assert isinstance(event, ContentRefused)
    [problem] = event.problems
    assert re.fullmatch(
        r"content/messages/en\.yaml:\d+:1: messages\.en\.notices\.dismiss: `dismiss` is missing\. Add it\.", problem
    )


def test_an_edit_that_the_list_does_not_name_is_shown_to_its_author_who_reads_what_to_add(site: Site) -> None:
    bulk(site, listed=False)
    code = "code/counter_bell.py.txt"
    site.put(code, f"# A remark.\n\n{site.text(code)}")
    assert site.edited() is None
    event = site.edited(author=True)
    assert isinstance(event, ContentEdited)
    assert event.unlisted == (code, "modes/banquet.yaml")
    site.put(LIST, "".join(f"{name}\n" for name in event.unlisted))
    event = site.edited()
    assert isinstance(event, ContentEdited)
    assert event.content.lesson.modes["banquet"].name == "Bulk"


@pytest.mark.parametrize(
    "line",
    [
        "*",
        "\ufeffmodes/banquet.yaml",
        "content/modes/banquet.yaml\r",
        "./modes/banquet.yaml # new",
        "modes\\banquet.yaml",
        "no-such.yaml\nmodes/banquet.yaml",
    ],
)
def test_the_list_names_files_in_whatever_way(line: str, site: Site) -> None:
    bulk(site, listed=False)
    site.put(LIST, f"{line}\n")
    assert isinstance(site.edited(), ContentEdited)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_the_list_may_be_what_powershell_writes(encoding: str, site: Site) -> None:
    bulk(site, listed=False)
    site.there[FOLDER + LIST] = Answer(200, "text/plain", "\ufeffmodes/banquet.yaml\r\n".encode(encoding))
    assert isinstance(site.edited(), ContentEdited)


def test_a_list_that_is_not_there_names_nothing(site: Site) -> None:
    bulk(site)
    del site.there[FOLDER + LIST]
    assert site.edited() is None


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    ],
    ids=["BOM", "CRLF", "CR", "both"],
)
def test_what_an_editor_or_a_transfer_adds_is_no_edit_and_no_mistake_beside_one(
    change: Callable[[bytes], bytes], site: Site
) -> None:
    site.put(LIST, "*\n")
    site.there |= {name: replace(answer, data=change(answer.data)) for name, answer in site.there.items()}
    assert site.edited() is None
    assert site.edited(author=True) is None
    name = FOLDER + "modes/banquet.yaml"
    site.there[name] = replace(site.there[name], data=site.there[name].data.replace(b"name: Banquet", b"name: Bulk"))
    assert isinstance(site.edited(), ContentEdited)


UNCERTAIN = {
    "forbidden": Answer(403, "text/html", b"<p>Forbidden</p>"),
    "too many": Answer(429, "text/plain", b"Slow down.\n"),
    "unavailable": Answer(503, "text/html", b"<p>Busy</p>"),
    "missing": Answer(404, "text/plain", b"Not found\n"),
    "a page": Answer(200, "text/html; charset=utf-8", b"<!doctype html>\n"),
    "a page that says to be text": Answer(200, "text/plain", b"\n<!doctype html><title>Sign in</title>\n"),
    "nothing": Answer(200, "text/yaml", b""),
    "no answer": Answer(),
    "a part": Answer(206, "text/yaml", b"name: Ba"),
    "cut short": Answer(200, "text/yaml", b"name: Banquet\nlead: Ha"),
    "no text": Answer(200, "", b"\xff\xfe\x00\x1a\n"),
}


def test_a_place_that_still_needs_words_is_shown_to_its_author_alone(site: Site) -> None:
    edit(site, "modes/banquet.yaml", "name: Banquet", "name: TODO What it is called.")
    seen = site.edited(author=True)
    assert isinstance(seen, ContentEdited)
    assert seen.content.lesson.modes["banquet"].name == "TODO What it is called."
    assert isinstance(site.edited(), ContentRefused)


@pytest.mark.parametrize("name", ["modes/banquet.yaml", "lesson.yaml"])
@pytest.mark.parametrize("kind", UNCERTAIN)
def test_what_is_not_certainly_an_edit_changes_nothing_and_only_an_author_is_told(
    kind: str, name: str, site: Site
) -> None:
    site.put(LIST, "*\n")
    site.there[FOLDER + name] = UNCERTAIN[kind]
    assert site.edited() is None
    edit(site, "modes/counter.yaml", "name: Counter", "name: Fax", listed=False)
    assert site.edited() is None
    told = site.edited(author=True)
    assert isinstance(told, ContentRefused)
    assert any(problem.startswith(f"content/{name}:") for problem in told.problems)


def test_a_host_that_refuses_a_kind_of_file_has_no_edits(site: Site) -> None:
    site.there = {name: answer for name, answer in site.there.items() if not name.endswith(".yaml")}
    assert site.edited() is None
    assert site.edited(author=True) is None


def test_a_mode_that_was_deleted_after_the_build_is_reported_where_it_is_named(site: Site) -> None:
    edit(site, "modes/counter.yaml", "name: Counter", "name: Fax")
    del site.there["content/modes/banquet.yaml"]
    event = site.edited(author=True)
    assert isinstance(event, ContentRefused)
    assert event.problems[0].startswith("content/modes/banquet.yaml:")
    assert event.problems[1].startswith("content/lesson.yaml:")


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_cannot_be_checked_without_its_schema_is_refused(name: str, site: Site) -> None:
    bulk(site)
    del site.there[f"content/schema/{name}.schema.json"]
    assert site.edited() is None
    event = site.edited(author=True)
    assert isinstance(event, ContentRefused)
    (problem,) = event.problems
    assert problem.startswith(f"content/schema/{name}.schema.json:1:1: ")


def test_where_nothing_is_published_beside_the_page_nothing_was_edited(site: Site) -> None:
    site.there.clear()
    assert site.edited(author=True) is None
    assert site.installed == 0


CHOICE = """\
    fax:
      verdict: poor
      text: It comes out of a machine in another room.
      guidance: {section: avoid, point: 1}
"""


def add_fax(site: Site) -> None:
    """A fifth mode, with a file of its own and nothing else."""
    edit(site, "lesson.yaml", "modes: [", "modes: [fax, ")
    site.put("modes/fax.yaml", site.text("modes/counter.yaml"))
    edit(site, "modes/fax.yaml", "name: Counter", "name: Fax")
    edit(site, "modes/fax.yaml", "shape: circle", "shape: square")


def renewed(site: Site) -> Content:
    event = site.edited()
    assert isinstance(event, ContentEdited), event
    return event.content


def test_a_mode_that_was_added_after_the_build_is_shown(site: Site) -> None:
    add_fax(site)
    assert list(renewed(site).lesson.modes) == ["fax", *MODES]


def test_a_mode_without_parameters_is_neither_raced_nor_advised(site: Site) -> None:
    add_fax(site)
    lesson, lazy = renewed(site)
    model = model_of(lazy)
    assert list(tracks(lesson.modes, model, CLICK, 1)) == MODES
    assert list(spreads(lesson.modes, model, CLICK)) == MODES
    advice = advise(lesson.modes, model, CLICK)
    assert {each.mode for each in advice.ranked} == set(MODES)
    assert reasons(lesson.modes, model, advice, wording(lazy))
    assert {found.mode for found in flips(lesson.modes, model, CLICK)} <= set(MODES)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_shown_with_a_mode_that_has_no_parameters(view: str, site: Site) -> None:
    add_fax(site)
    lesson, lazy = renewed(site)
    state = replace(arrived(start(lesson), lazy, None), view=view)
    shown = {name: render(region) for name, region in regions(state).items()}
    assert [name for name in LAZY_VIEWS if "Fax" in shown.get(name, "")] == []
    assert "Fax" in shown["comparison"]


def test_a_mode_without_parameters_cannot_be_chosen_in_practice(site: Site) -> None:
    add_fax(site)
    lesson, lazy = renewed(site)
    state = after(arrived(start(lesson), lazy, None), *practised("choose=fax"))
    assert state.features["practice"].attempt.mode == ""


def test_a_mode_with_parameters_is_raced_and_advised_even_if_it_is_as_good_as_another(site: Site) -> None:
    add_fax(site)
    edit(
        site,
        "model.yaml",
        "\nmodes:\n",
        "\nmodes:\n  fax: {steps: {sent: order, done: answer}, connection: silent, parts: false, shared: true}\n",
    )
    edit(site, "scenarios.yaml", "  choices:\n", "  choices:\n" + CHOICE, count=-1)
    lesson, lazy = renewed(site)
    model = model_of(lazy)
    assert list(tracks(lesson.modes, model, CLICK, 1)) == ["fax", *MODES]
    advice = advise(lesson.modes, model, CLICK)
    assert [each.mode for each in advice.ranked[:2]] == ["fax", "counter"]
    assert advice.ranked[1].points == advice.best.points
    known = advise(lesson.modes, model, CLICK, shares(lesson.modes, model, CLICK))
    assert {each.mode: each.verdict for each in known.ranked[:2]} == {"fax": "best", "counter": "defensible"}


def test_a_mode_that_was_added_but_is_not_there_is_refused_where_it_is_named(site: Site) -> None:
    edit(site, "lesson.yaml", "modes: [", "modes: [fax, ")
    assert site.edited() is None  # it may yet arrive
    event = site.edited(author=True)
    assert isinstance(event, ContentRefused)
    assert "content/modes/fax.yaml" in event.problems[0]
    assert "there is no file `modes/fax.yaml`" in event.problems[1]


@pytest.mark.parametrize("text", ["", "modes: [", "- a", "modes: counter", "modes: [[a], {b: c}, 1]"])
def test_a_lesson_that_lists_no_modes_is_refused(text: str, site: Site) -> None:
    site.put("lesson.yaml", f"{text}\n")
    site.put(LIST, "*\n")
    event = site.edited(author=True)
    assert isinstance(event, ContentRefused)
    assert any(problem.startswith("content/lesson.yaml:") for problem in event.problems)


def test_content_that_was_broken_is_refused_with_its_mistakes_in_words(site: Site) -> None:
    edit(site, "modes/banquet.yaml", "to: Kitchen", "to: Kitchn")
    event = site.edited()
    assert isinstance(event, ContentRefused)
    assert len(event.problems) == 1
    assert event.problems[0].startswith("content/modes/banquet.yaml:")
    assert event.problems[0].endswith("unknown participant `Kitchn`. Did you mean `Kitchen`?")


def test_texts_that_differ_have_different_digests() -> None:
    assert digest("a") != digest("b")
    assert digest("ä") == digest("ä")
