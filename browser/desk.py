"""The author's desk in the browser: it stands in the lesson's frame, and serves the editor in the page around it.

What that page asks comes as a call of one of the functions that `begin` offers; what it is to show goes to `BENCH`,
which browser/author/start.js provides. The lesson beside the editor is renewed whenever nothing is wrong.
"""

import asyncio
import json
from typing import Any

from lesson import DIGESTS, LESSON
from pyscript import window
from pyscript.ffi import create_proxy, to_js

from browser import device, runtime, tasks
from browser.plurals import plural
from engine.authoring import view
from engine.authoring.desk import Desk
from engine.authoring.marks import marks
from engine.content.catalogue import flattened
from engine.messages import Messages
from engine.page_events import ContentEdited
from engine.renewal import FOLDER, SCHEMAS, digest

BENCH = window.parent.author
STRETCH = 12
"""For how many milliseconds the checker may work before the page may breathe."""

words: Messages
desk: Desk
hosted: dict[str, str]
"""The files as the host has them."""
shown: dict[str, str]
"""The files of which the lesson beside the editor is made."""
version = 0
"""How often a file has changed."""


async def begin() -> None:
    """Take the files, look at all of them, and serve the editor from then on."""
    global words, desk, hosted, shown
    words = Messages("en", flattened(json.loads(BENCH.words)), plural)
    schemas = {name: (await device.answer_at(f"{FOLDER}schema/{name}.schema.json")).text or "" for name in SCHEMAS}
    files = json.loads(str(await BENCH.texts()))
    desk = Desk(LESSON.name, schemas, plural)
    hosted = {name: each["host"] for name, each in files.items() if each["host"] is not None}
    for name, each in files.items():
        desk.put(name, each["text"])
    while not runtime.state.checked:  # the page itself is looking whether its content was edited
        await asyncio.sleep(0.05)
    built = {name: text for name, text in desk.files.items() if digest(text) == DIGESTS.get(name)}
    shown = built if built.keys() == DIGESTS.keys() else {}
    offered = {"put": put, "act": act, "opened": opened, "complete": complete, "explain": explain}
    BENCH.attach(to_js({name: create_proxy(each) for name, each in offered.items()}))
    tasks.begin("desk", work())


def put(file: str, text: str) -> None:
    """Take what an author has just written."""
    global version
    desk.put(file, text)
    version += 1
    tasks.begin("desk", work())


async def work() -> None:
    """Look at the files until nothing has changed meanwhile; then show what is wrong, or the lesson with the words."""
    while True:
        seen = version
        if not desk.problems and shown:
            stand("working")
        if await looked(seen):
            report()
            await asyncio.sleep(0)
            if seen == version:
                renew()
            if seen == version:
                return


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
    """Show what is wrong: under the words, beside the files, and in a list."""
    found = marks(words, desk.problems, desk.files)
    BENCH.mark(json.dumps({file: [vars(each) for each in of_file] for file, of_file in found.items()}))
    BENCH.render("panel", str(view.listed(words, desk.problems)))
    show_files()


def show_files() -> None:
    """Show the files, and how each stands."""
    changed = [name for name, text in desk.files.items() if text != hosted.get(name)]
    wrong: dict[str, int] = {}
    for each in desk.problems:
        wrong[each.file] = wrong.get(each.file, 0) + 1
    BENCH.render("files", str(view.tree(words, desk.files, str(BENCH.current()), changed, wrong)))


def renew() -> None:
    """Let the lesson show the words, unless something is wrong: then it stays as it was."""
    global shown
    if desk.problems:
        return stand("good", problems=words("problems.count", count=len(desk.problems)))
    if desk.files != shown:
        runtime.dispatch(ContentEdited(desk.made()))
        shown = dict(desk.files)
    return stand("built" if desk.files == hosted else "live")


def stand(state: str, **values: str) -> None:
    """Say how the lesson stands beside the words."""
    BENCH.standing(state, words(f"lesson.{state}", **values))


def opened(_file: str) -> None:
    """Another file is in the editor."""
    show_files()


def act(name: str, value: str) -> None:
    """Do what a control of the page around asks for."""


def complete(_file: str, _position: int) -> Any:
    """What could stand at a place; nothing yet."""
    return None


def explain(_file: str, _position: int) -> Any:
    """What is to be said of a place; nothing yet."""
    return None
