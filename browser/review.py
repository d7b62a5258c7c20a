"""The lesson's own tests on the author's page: the model judges the scenarios while nothing else is to be done.

What it says is kept on the device, so that another visit finds it there.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from htpy import Node
from lesson import LESSON
from pyscript import window

from browser import device, runtime, tasks
from engine.authoring import review_view
from engine.authoring.judge import Judge
from engine.authoring.review import Table, table
from engine.content.document import Document
from engine.messages import Messages
from engine.review.lesson import of_files, review

if TYPE_CHECKING:
    from engine.review.remark import Remark

STRETCH = 12
"""For how many milliseconds the model may work before the page may breathe."""
PLACE = f"author-judgements {LESSON.name}"
"""Where the device keeps what the model said."""


class Reviewer:
    """Looks at the lesson beside the words whenever it has changed."""

    def __init__(self, messages: Messages, drawings: Mapping[str, str], show: Callable[[], None]) -> None:
        self.messages = messages
        self.drawings = drawings
        """From which source the kept drawing of each mode was drawn."""
        self.show = show
        """Shows what was found."""
        self.found: Table | None = None
        """What there is to say of the lesson, as of the last look."""
        self._documents: Mapping[str, Document] = {}
        """The files of the lesson as it is now."""
        self._whole = True
        """Whether no place in them needs words."""
        self._seen: object = None
        """Those that were looked at last."""
        self._others: list[Remark] = []
        """What there is to say of all but the scenarios, as of the last look."""
        self._judge = Judge(kept())

    @property
    def to_mend(self) -> int:
        """How much is to be mended."""
        return self.found.to_mend if self.found else 0

    def panel(self, problems: int) -> Node:
        """What was found, for the panel."""
        return review_view.review(self.messages, self.found, problems)

    def look(self, documents: Mapping[str, Document], whole: bool) -> None:
        """Look at the lesson beside the words, which is made of these files; it is judged once it is whole."""
        self._documents, self._whole = documents, whole
        tasks.begin("review", self._work())

    async def _work(self) -> None:
        """Say what is known; then have the scenarios judged one by one, while the page has nothing better to do."""
        await device.idle()
        while runtime.state.loaded is None:  # the lazy features are on their way
            await asyncio.sleep(0.1)
        await self._refresh()
        while self._whole and (waiting := self._judge.waiting):
            if await self._judged(waiting[0]):
                keep(self._judge.kept())
                self._say()

    async def _refresh(self) -> None:
        """Take the lesson as it is now, if it has changed."""
        while self._seen is not self._documents:
            self._seen = documents = self._documents
            lesson, content = runtime.state.lesson, runtime.state.content
            self._judge.take(lesson, content)
            self._others = [each for each in self._others if not each.file or each.file in documents]
            self._say()
            found: list[Remark] = []
            today = str(window.Date.new().toISOString())[:10]
            for piece in of_files(lesson, documents, self.drawings, today):
                found += piece
                await breathe()
            if documents is self._documents:
                self._others = found
                self._say()

    async def _judged(self, name: str) -> bool:
        """Have a scenario judged, unless it changes meanwhile; whether it came to an end."""
        key, breath = self._judge.keys[name], window.performance.now()
        for _ in self._judge.judge(name):
            if window.performance.now() - breath > STRETCH:
                await breathe()
                await self._refresh()
                if self._judge.keys.get(name) != key or not self._whole:
                    return False
                breath = window.performance.now()
        return True

    def _say(self) -> None:
        """Show what there is to say of the lesson, as far as it is known."""
        scenarios, documents = runtime.state.content.scenarios, self._documents
        found = review(scenarios, self._judge.judged, self._others, documents)
        self.found = table(self.messages, runtime.state.lesson.modes, found, documents)
        self.show()


async def breathe() -> None:
    """Let the page do what it has to do; what is being written comes first."""
    await asyncio.sleep(0)
    while "desk" in tasks.under_way:
        await asyncio.sleep(0.02)


def keep(judged: object) -> None:
    """Keep what the model says, where the device lets us."""
    with suppress(Exception):
        window.localStorage.setItem(PLACE, json.dumps({"by": runtime.assets.lazy, "judged": judged}))


def kept() -> object:
    """What it said on an earlier visit, by the same Python; None where nothing is kept."""
    with suppress(Exception):
        found = json.loads(window.localStorage.getItem(PLACE))
        return found["judged"] if found["by"] == runtime.assets.lazy else None
    return None
