"""Content that was edited after the build: noticed, checked, and shown without a build.

The page starts from the lesson that the build checked. When it is idle it compares the YAML files beside it with
those of the build; only if one differs does it fetch the YAML parser and the validator.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from sim.app import Refuse, Renew

FOLDER = "content/"
SCHEMAS = ("lesson", "interface", "sources", "mode", "scenarios", "templates", "model", "drills", "code", "workshop")


async def edited(digests: Mapping[str, str], fetch: Callable[[str], Awaitable[str | None]],
                 install_checker: Callable[[], Awaitable[None]]) -> Renew | Refuse | None:
    """What happened to the content since the build; None if nothing.

    `digests` are those of the build, by file name below `content/`. `fetch` gives the text at a relative address, or
    None where there is none any more. Raises the `OSError` of `fetch` where the network fails.
    """
    texts = dict(zip(digests, await asyncio.gather(*(fetch(FOLDER + name) for name in digests)), strict=True))
    unedited = all(text is not None and digest(text) == digests[name] for name, text in texts.items())
    if unedited or not any(texts.values()):  # a host that has no content beside the page cannot have edited it
        return None
    await install_checker()
    from sim.content.load import load, named_files
    from sim.content.problems import ContentError, Problem

    found = {name: text for name, text in texts.items() if text is not None}
    added = [name for name in named_files(found) if name not in texts]  # a mode after the build, or its code
    there = await asyncio.gather(*(fetch(FOLDER + name) for name in added))
    found |= {name: text for name, text in zip(added, there, strict=True) if text is not None}
    schemas = {name: await fetch(f"{FOLDER}schema/{name}.schema.json") for name in SCHEMAS}
    wrong = "the file is missing, and without it nothing that was edited can be checked"
    if missing := [Problem(f"schema/{name}.schema.json", 1, 1, "schema", wrong, "Restore it.")
                   for name, text in schemas.items() if text is None]:
        return Refuse(tuple(map(str, missing)))
    try:
        return Renew(load(found, {name: text for name, text in schemas.items() if text}))
    except ContentError as error:
        return Refuse(tuple(str(problem) for problem in error.problems))


def digest(text: str) -> str:
    """What tells one text from another."""
    from hashlib import sha256  # not needed for the first screen, and slow to import

    return sha256(text.encode()).hexdigest()[:16]
