"""The author's desk in the browser: it stands in the lesson's frame, and serves the editor in the page around it.

What that page asks comes as a call of one of the functions that `begin` offers; what it is to show goes to `BENCH`,
which browser/author/start.js provides. The lesson beside the editor is renewed whenever nothing is wrong.
"""

import asyncio
import json

from lesson import DIGESTS, LESSON
from pyscript import window
from pyscript.ffi import create_proxy, to_js

from browser import device, outward, runtime, shelf, tasks
from browser.plurals import plural
from browser.review import Reviewer
from engine import app
from engine.authoring import changes, changes_view, completion, places_view, presenter, view
from engine.authoring.desk import Desk
from engine.authoring.marks import Mark, marks
from engine.content.catalogue import flattened
from engine.messages import Messages
from engine.page_events import ContentEdited
from engine.renewal import FOLDER, SCHEMAS, digest

BENCH = window.parent.author
STRETCH = 12
"""For how many milliseconds the checker may work before the page may breathe."""

messages: Messages
desk: Desk
hosted: dict[str, str]
"""The files as the host has them."""
bases: dict[str, str]
"""The files as the host had them when the author began to change them."""
shown: dict[str, str]
"""The files of which the lesson beside the editor is made."""
version = 0
"""How often a file has changed."""
marked: dict[str, list[Mark]] = {}
"""What is underlined in each file."""
reviewer: Reviewer
tab = "problems"
"""What the panel shows."""


async def begin() -> None:
    """Take the files, look at all of them, and serve the editor from then on."""
    global messages, desk, hosted, bases, shown, reviewer
    messages = Messages("en", flattened(json.loads(BENCH.words)), plural)
    schemas = {name: (await device.answer_at(f"{FOLDER}schema/{name}.schema.json")).text or "" for name in SCHEMAS}
    files = json.loads(str(await BENCH.texts()))
    desk = Desk(LESSON.name, schemas, plural)
    reviewer = Reviewer(messages, json.loads(BENCH.drawings), show_review)
    hosted = {name: each["host"] for name, each in files.items() if each["host"] is not None}
    bases = {name: each["base"] for name, each in files.items() if each["base"] is not None}
    for name, each in files.items():
        desk.put(name, each["text"])
    while not runtime.state.checked:  # the page itself is looking whether its content was edited
        await asyncio.sleep(0.05)
    built = {name: text for name, text in desk.files.items() if digest(text) == DIGESTS.get(name)}
    shown = built if built.keys() == DIGESTS.keys() else {}
    if BENCH.draft:
        await open_draft(str(BENCH.draft))
    if newer():
        show_tab("changes")
    tasks.begin("desk", work())
    offered = {"put": put, "act": act, "next": go_on, "opened": opened, "complete": complete, "explain": explain}
    BENCH.attach(to_js({name: create_proxy(each) for name, each in offered.items()}))


def put(file: str, text: str | None) -> None:
    """Take what an author has just written; without a text the file is deleted."""
    global version
    desk.put(file, text)
    version += 1
    tasks.begin("desk", work())


async def work() -> None:
    """Look at the files until nothing has changed meanwhile; then show what is wrong, or the lesson with the words."""
    while True:
        seen = version
        if not desk.problems and shown:
            stand("working", messages("lesson.working"))
        if await looked(seen):
            report()
            await drawn()
            if seen == version:
                return renew()


async def drawn() -> None:
    """Wait until nothing is being drawn: what Mermaid has in hand must not be patched away with the page."""
    await asyncio.sleep(0)
    while any(each in tasks.under_way for each in app.wanted(runtime.state)):
        await asyncio.sleep(0.05)


async def looked(seen: int) -> bool:
    """Look for problems, as long as nothing changes; whether it came to an end."""
    breath = window.performance.now()
    for _ in desk.look():
        if window.performance.now() - breath > STRETCH:
            await asyncio.sleep(0)
            if seen != version:
                return False
            breath = window.performance.now()
    return True


def report() -> None:
    """Show what is wrong under the words, beside the files, and in a list."""
    global marked
    marked = found = marks(messages, [*desk.problems, *desk.places], desk.files)
    BENCH.mark(json.dumps({file: [vars(each) for each in of_file] for file, of_file in found.items()}))
    show_panel()
    show_files()


def show_files() -> None:
    """Show the files, and how each stands."""
    changed = [each.file for each in changed_files()]
    folders = presenter.folders(messages, desk.files, str(BENCH.current()), changed, desk.problems, desk.places)
    BENCH.render("files", str(view.tree(messages, folders)))


def show_tab(name: str) -> None:
    """Let the panel show something else."""
    global tab
    tab = name
    show_panel()


def show_tabs() -> None:
    """Show what the panel can show, and how much there is of each."""
    counts = {
        "problems": len(desk.problems),
        "places": len(desk.places),
        "review": reviewer.to_mend,
        "changes": len(changed_files()),
    }
    BENCH.render("tabs", str(view.tabs(messages, tab, **counts)))


def show_panel() -> None:
    """Show what the panel is to show."""
    show_tabs()
    if tab == "review":
        waits = places_view.waiting(messages, desk.places)
        BENCH.render("panel", f"{waits}{reviewer.panel(len(desk.problems))}")
    elif tab == "changes":
        ways = ["folder"] * bool(BENCH.picks) + ["zip", "link", "patch"]
        BENCH.render("panel", str(changes_view.changes(messages, changed_files(), newer(), ways)))
    elif tab == "places":
        BENCH.render("panel", str(places_view.places(messages, desk.places)))
    elif tab == "begin":
        BENCH.render("panel", shelf.forms(messages, desk, str(BENCH.current())))
    else:
        BENCH.render("panel", str(view.problems(messages, presenter.listed(messages, desk.problems, marked))))


def show_review() -> None:
    """Show what the review found: beside the names of the panel's parts, and in the panel where it is the review's."""
    if tab == "review":
        show_panel()
    else:
        show_tabs()


def changed_files() -> list[changes.Change]:
    """What the author has changed."""
    return changes.changes(hosted, desk.files)


def newer() -> list[changes.Change]:
    """The changed files from which the host has gone on meanwhile."""
    return [each for each in changed_files() if each.file in bases and bases[each.file] != each.before]


def renew() -> None:
    """Let the lesson show the words, unless something is wrong: then it stays as it was."""
    global shown
    if desk.problems:
        count = messages("problems.count", count=len(desk.problems))
        return stand("good", messages("lesson.good", problems=count))
    if desk.files != shown:
        runtime.dispatch(ContentEdited(desk.made()))
        shown = dict(desk.files)
    reviewer.look(desk.documents, whole=not desk.places)
    state = "built" if desk.files == hosted else "draft" if BENCH.draft else "live"
    if desk.places and state == "live":
        return stand(state, messages("lesson.unwritten", places=messages("places.count", count=len(desk.places))))
    return stand(state, messages(f"lesson.stands.{state}"))


def stand(state: str, sentence: str) -> None:
    """Say how the lesson stands beside the words."""
    BENCH.standing(state, sentence)


def opened(_file: str) -> None:
    """Another file is in the editor."""
    show_files()
    if tab == "begin":
        show_panel()


def go_on(file: str, line: int, column: int) -> None:
    """Go to the next place that needs words."""
    if place := shelf.next_place(desk, file, line, column):
        BENCH.go(*place)


async def looked_through() -> None:
    """Wait until the checker has looked at every file as it is now."""
    tasks.begin("desk", work())
    while "desk" in tasks.under_way:
        await asyncio.sleep(0.02)


def act(name: str, value: str) -> None:
    """Do what a control of the page around asks for."""
    match name:
        case "tab":
            show_tab(value)
        case "mine":
            bases[value] = hosted[value]
            BENCH.rebase(value)
            show_panel()
        case "theirs" | "revert":
            if value in hosted or sure(value):
                tasks.later(shelf.put(desk, {value: hosted.get(value)}, put))
        case "begin" | "rename" | "delete":
            asked = json.loads(value)
            if name != "delete" or asked["what"] in hosted or sure(asked["what"]):
                tasks.later(shelve(name, asked))
        case "one":
            BENCH.download(value.rpartition("/")[2], desk.files[value])
            outward.say(messages("said.downloaded", lesson=LESSON.name))
        case "zip" | "link" | "patch" | "folder":
            tasks.later(outward.take_out(messages, name, changed_files(), LESSON.name))


async def open_draft(text: str) -> None:
    """Take the changes that a link holds; they are shown, and nothing else."""
    try:
        found = changes.read(text, hosted)
    except changes.UnreadableDraftError as error:
        file = error.file
        return outward.say(messages("said.other_draft", file=file) if file else messages("said.no_draft"))
    await shelf.put(desk, found, put)
    return show_tab("changes")


async def shelve(name: str, asked: dict[str, str]) -> None:
    """Begin something, call it otherwise or delete it, and show which places need words."""
    if await shelf.act(messages, desk, name, asked, looked_through, put):
        show_tab("places")


def sure(file: str) -> bool:
    """Whether an author will really delete a file that is nowhere else."""
    return bool(window.parent.confirm(messages("begin.sure", file=file)))


def complete(file: str, before: str) -> str:
    """What could stand after a text in a file: how much of it is typed, and the options, as JSON."""
    typed, found = completion.options(file, before, desk.known, desk.schemas)
    return json.dumps({"typed": typed, "options": [vars(each) for each in found]})


def explain(file: str, before: str) -> str:
    """What is to be said of the place where a text in a file ends."""
    return completion.explanation(messages, file, before, desk.schemas)
