"""A page that is watched for errors, and for requests to anywhere but us."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page

OURS = re.compile(r"(data|blob):|http://(127\.0\.0\.1|([a-z]+\.)?localhost):")


@dataclass
class Watched:
    """A page, and what went wrong on it."""

    page: Page
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def forgive(self) -> None:
        """Forget what the browser itself said of a fault that the test made."""
        self.page.context.close()
        self.forget()

    def forget(self) -> None:
        """Begin to watch anew."""
        self.errors.clear()
        self.foreign.clear()

    def assert_silent(self) -> None:
        """Nothing went wrong."""
        assert self.errors == []
        assert self.foreign == []


def watch(context: BrowserContext) -> Watched:
    """A new page that is watched."""
    made = Watched(context.new_page())
    made.page.on("console", lambda message: made.errors.append(message.text) if message.type == "error" else None)
    made.page.on("pageerror", lambda error: made.errors.append(str(error)))
    made.page.on("request", lambda request: made.foreign.append(request.url) if not OURS.match(request.url) else None)
    return made
