"""Content that was edited after the build: noticed, checked, and shown without a build.

The page starts from the lesson that the build checked. When it is idle it reads one short list, `content/edited.txt`,
of the files that were edited since. Only what is certainly an edit is one: an answer that may be a host's own page, or
cut short, changes nothing for learners. An author's page looks at every file.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from engine.messages import Plural, no_plural
from engine.page_events import ContentEdited, ContentRefused

FOLDER = "content/"
LIST = "edited.txt"
EVERYTHING = "*"
SCHEMAS = (
    "lesson",
    "sources",
    "mode",
    "scenarios",
    "templates",
    "model",
    "failures",
    "code",
    "settings",
    "messages",
)
OPTIONAL = ("messages.yaml",)
"""What may be added after the build; it is asked for where the list names it."""
MISSED = ("modes/", "code/")
"""Files that are missed where they are named and not there; of others, a lesson without them may be a whole one."""
NOT_UTF_8 = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Answer:
    """What a host answers when it is asked for a file; status 0 where there was no answer."""

    status: int = 0
    kind: str = ""
    """The content type."""
    data: bytes = b""

    @property
    def text(self) -> str | None:
        """The file's text, with one kind of line end; None where this is not the file, but a page of the host's."""
        text = plain(self.data.decode("utf-8", errors="replace"))
        is_page = self.kind.startswith("text/html") or text.lstrip().startswith("<")
        return text if self.status == 200 and not is_page else None


Fetch = Callable[[str], Awaitable[Answer]]


async def edited(
    lesson: str,
    digests: Mapping[str, str],
    fetch: Fetch,
    install_checker: Callable[[], Awaitable[None]],
    author: bool = False,
    plural: Plural = no_plural,
) -> ContentEdited | ContentRefused | None:
    """What happened to the content of a lesson since the build; None if nothing that is certain.

    `digests` are those of the build, by file name below `content/`; `fetch` asks for a relative address. Raises the
    `OSError` of `install_checker`.
    """
    listed = names_in(_list(await fetch(FOLDER + LIST)))
    digests = {name: "" for name in OPTIONAL if name in listed} | dict(digests)
    known = {name for name in digests if EVERYTHING in listed or name in listed}
    answers = await _all(fetch, [name for name in digests if author or name in known])
    changed = [
        name
        for name, answer in answers.items()
        if _certain(answer, author) and digest(answer.text or "") != digests[name]
    ]
    refused = [name for name, answer in answers.items() if answer.text is None]
    if not changed:
        keeps_none = all(name in refused for name in answers if name.endswith(".yaml"))
        return ContentRefused(_told(answers, refused)) if refused and author and not keeps_none else None
    await install_checker()
    from engine.content.load import load, named_files
    from engine.content.problems import ContentError

    answers |= await _all(fetch, [name for name in digests if name not in answers])
    texts = {name: answer.text or "" for name, answer in answers.items()}
    answers |= await _all(fetch, [name for name in named_files(texts) if name not in answers])  # added since
    schemas = await _all(fetch, [f"schema/{name}.schema.json" for name in SCHEMAS])
    given = answers | schemas
    refused = [name for name, answer in given.items() if not _certain(answer, author)]
    if any(name in refused for name in schemas):
        return ContentRefused(_told(given, refused)) if author else None
    try:
        content = load(
            {name: answer.text or "" for name, answer in answers.items() if name not in refused},
            {name: schemas[f"schema/{name}.schema.json"].text or "" for name in SCHEMAS},
            lesson,
            plural,
            unwritten=author,
        )
    except ContentError as error:
        if not author and (refused or any(_may_be_cut(answers[name]) for name in changed)):
            return None
        return ContentRefused((*_told(given, refused), *map(str, error.problems)))
    if any(name in digests and not name.startswith(MISSED) for name in refused):
        return ContentRefused(_told(given, refused)) if author else None
    return ContentEdited(content, tuple(published(name) for name in changed if name not in known))


async def _all(fetch: Fetch, names: list[str]) -> dict[str, Answer]:
    return dict(zip(names, await asyncio.gather(*(fetch(FOLDER + published(name)) for name in names)), strict=True))


def _list(answer: Answer) -> str:
    """The text of the list, also in UTF-16, which a redirection in PowerShell writes."""
    if answer.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        answer = Answer(answer.status, answer.kind, answer.data.decode("utf-16", errors="replace").encode())
    return answer.text or ""


def _certain(answer: Answer, author: bool) -> bool:
    """Whether this is surely the file; an author's may be in another encoding, which is then explained."""
    return answer.text is not None and (author or NOT_UTF_8 not in answer.text)


def _may_be_cut(answer: Answer) -> bool:
    return not (answer.text or "").endswith("\n")


def _told(answers: Mapping[str, Answer], refused: list[str]) -> tuple[str, ...]:
    """For an author: what could not be read."""
    return tuple(
        f"{FOLDER}{published(name)}:1:1: the host does not give this file (it answers {answers[name].status}"
        f"{', with a page' if answers[name].status == 200 else ''}). Restore it, or try again later."
        for name in refused
    )


def names_in(text: str) -> set[str]:
    """The files that a list names, however their path is written.

    >>> sorted(names_in("# a remark\\ncontent\\\\modes\\\\sync.yaml\\ncode/a_b.py.txt\\n"))
    ['code/a_b.py', 'modes/sync.yaml']
    """
    lines = (line.partition("#")[0].strip().replace("\\", "/") for line in text.splitlines())
    names = (line.removeprefix("./").removeprefix(FOLDER) for line in lines)
    return {name.removesuffix(".txt") if name.endswith(".py.txt") else name for name in names if name}


def published(name: str) -> str:
    """The name under which a file of the content is on the host: some refuse to send Python, or run it.

    >>> published("code/a_b.py"), published("lesson.yaml")
    ('code/a_b.py.txt', 'lesson.yaml')
    """
    return f"{name}.txt" if name.endswith(".py") else name


def plain(text: str) -> str:
    """A text without what an editor or a transfer adds to it: a byte order mark, another system's line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def digest(text: str) -> str:
    """What tells one text from another."""
    from hashlib import sha256  # not needed for the first screen, and slow to import

    return sha256(plain(text).encode()).hexdigest()[:16]
