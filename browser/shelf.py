"""Files that an author begins, calls otherwise or deletes in the author's page: what the forms in its panel ask for."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from pyscript import window

from engine.authoring import places_view
from engine.authoring.beginning import CannotBeginError, Papers, begun, why_not
from engine.authoring.desk import Desk
from engine.authoring.presenter import reading_place
from engine.authoring.renaming import referring, renamed, scenario_renamed
from engine.content.files import CATALOGUE, REQUIRED, mode_of, shape_of
from engine.messages import Messages

BENCH = window.parent.author
Take = Callable[[str, str | None], None]
"""Takes a file's new text, or that it is deleted."""


def forms(messages: Messages, desk: Desk, file: str) -> str:
    """The forms, for the file that is open."""
    scenarios = list(desk.raw[file].data) if shape_of(file) == "scenarios" and file in desk.raw else []
    modes = [mode for mode in map(mode_of, desk.files) if mode]
    spare = shape_of(file) not in (*REQUIRED, CATALOGUE)
    return str(places_view.begin(messages, modes, file, scenarios, referring(_papers(desk), file), spare))


def _papers(desk: Desk) -> Papers:
    return Papers(desk.files, desk.raw, desk.schemas)


async def act(
    messages: Messages,
    desk: Desk,
    name: str,
    asked: Mapping[str, str],
    looked: Callable[[], Awaitable[None]],
    take: Take,
) -> bool:
    """Do what a form asks for; whether something was begun.

    `looked` comes back once the checker has looked at every file as it is then, `take` takes a file's new text.
    """
    await looked()
    papers, what = _papers(desk), asked.get("what", "")
    try:
        match name:
            case "begin":
                today = date.fromtimestamp(window.Date.now() / 1000).isoformat()
                found: Mapping[str, str | None] = begun(papers, asked["kind"], asked["name"], today, asked["mode"])
            case "rename" if what in desk.files:
                found = renamed(papers, what, asked["name"])
            case "rename":
                found = scenario_renamed(papers, what, asked["name"])
            case _:
                found = {what: None}
    except CannotBeginError as error:
        BENCH.say("said", why_not(messages, error))
        return False
    before = [each.path for each in desk.places]
    await put(desk, found, take)
    await looked()
    new = next((each for each in desk.places if each.path not in before), None)
    if name == "begin" and new:
        await BENCH.go(new.file, new.line, new.column)
        said = messages("begin.done", count=len(desk.places))
    elif name == "rename":
        said = messages("begin.renamed", count=sum(text is not None for text in found.values()))
    else:
        said = messages("begin.deleted", file=what)
    BENCH.say("said", said)
    return name == "begin"


async def put(desk: Desk, found: Mapping[str, str | None], take: Take) -> None:
    """Give files other texts, make new ones, delete those without a text; the open one goes on under its new name."""
    new = [file for file in found if file not in desk.files]
    gone = str(BENCH.current()) if found.get(str(BENCH.current()), "") is None else ""
    for file, text in found.items():
        if text is not None:
            take(file, text)
            await BENCH.set(file, text)
    if gone:
        await BENCH.go(new[0] if new else next(file for file in desk.files if file not in found or found[file]), 0, 0)
    for file, text in found.items():
        if text is None:
            take(file, None)
            BENCH.take(file)


def next_place(desk: Desk, file: str, line: int, column: int) -> tuple[str, int, int] | None:
    """The next place that needs words after a place in a file; after the last one, the first."""
    order = [(each.file, each.line, each.column) for each in desk.places]
    after = [each for each in order if each[0] == file and each[1:] > (line, column)]
    others = [each for each in order if reading_place(each[0]) > reading_place(file)] + order
    return next(iter([*after, *others]), None)
