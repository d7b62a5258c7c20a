"""How an author's changes leave the author's page: as files, as a link, as a patch, into a folder."""

from pyscript import window
from pyscript.ffi import to_js

from engine.authoring import changes
from engine.authoring.changes import Change
from engine.messages import Messages

BENCH = window.parent.author


async def take_out(messages: Messages, way: str, found: list[Change], lesson: str) -> None:
    """Take some changes out in one of the ways, and say what has been done."""
    match way:
        case "zip":
            BENCH.download(f"{lesson}.zip", to_js(changes.archive(found)))
            some = any(each.after is None for each in found)
            say(messages("said.downloaded_some" if some else "said.downloaded", lesson=lesson))
        case "link":
            link = str(BENCH.link(changes.written(found)))
            long = len(link) > changes.LONG_LINK
            await _copy(messages, link, messages("said.long_link" if long else "said.copied_link", count=len(link)))
        case "patch":
            await _copy(messages, changes.patch(found, f"content/{lesson}"), messages("said.copied_patch"))
        case "folder":
            await _save(messages, found)


async def _copy(messages: Messages, text: str, done: str) -> None:
    """Copy a text, or show it to be copied by hand."""
    if await BENCH.copy(text):
        say(done)
    else:
        BENCH.byHand(messages("said.by_hand"), text)


async def _save(messages: Messages, changed: list[Change]) -> None:
    """Write the changed files into a folder that the author chooses, but over none that is another version."""
    try:
        folder = await BENCH.folder()
        if not folder:
            return
        saved, unsaved = 0, []
        for each in changed:
            found = await folder.read(each.file)
            there = found if isinstance(found, str) else None
            text = None if each.after is None else changes.for_folder(there, each.before, each.after)
            if each.after is None and changes.may_go(there, each.before):
                await folder.remove(each.file)
            elif text is None or (each.file.startswith("messages/") and there is None):
                unsaved.append(each.file)
                continue
            else:
                await folder.write(each.file, text)
            saved += 1
    except Exception as error:  # noqa: BLE001 - whatever the browser or the disk refuses
        window.console.warn(str(error))
        say(messages("said.no_folder"))
        return
    say(messages("said.unsaved", files=", ".join(unsaved)) if unsaved else messages("said.saved", count=saved))


def say(sentence: str) -> None:
    """Say what has been done."""
    BENCH.say("said", sentence)
