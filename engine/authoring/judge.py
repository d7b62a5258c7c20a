"""What the model says of an author's scenarios, found a piece at a time and only where it may have changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from engine.review.verdicts import Judgement
from simulator.judgement import judgement_key, judgement_pieces, model_key

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson

MOST = 200
"""How many judgements are kept for another visit."""


class Judge:
    """Knows what the model says of scenarios, and of which it does not know it yet."""

    def __init__(self, kept: object = None) -> None:
        self.keys: dict[str, str] = {}
        """What the judgement of each scenario depends on, as the lesson is now."""
        self._known: dict[str, Judgement] = _read(kept)
        self._first: list[str] = []
        """The scenarios that were changed, the last one first."""
        self._inputs: tuple[str, Any, Any] = ("", {}, None)
        """The modes and the model that judge, and what tells them from others."""
        self._scenarios: Mapping[str, Any] = {}

    def take(self, lesson: Lesson, content: LazyContent) -> None:
        """Have a lesson judged from now on, as it is now."""
        if not content.model:
            self.keys, self._scenarios = {}, {}
            return
        model = model_key(lesson.modes, content.model)
        if model != self._inputs[0]:  # else what is known of the same numbers is used on
            self._inputs = (model, lesson.modes, content.model)
        scenarios = {name: each for name, each in content.scenarios.items() if each.workload}
        keys = {name: judgement_key(model, each) for name, each in scenarios.items()}
        changed = [name for name, key in keys.items() if self.keys.get(name, key) != key]
        self._first = [*changed, *(name for name in self._first if name not in changed)]
        self.keys, self._scenarios = keys, scenarios

    @property
    def judged(self) -> dict[str, Judgement | None]:
        """What the model says, by scenario; None where it is not known yet."""
        return {name: self._known.get(key) for name, key in self.keys.items()}

    @property
    def waiting(self) -> list[str]:
        """The scenarios of which it is not known, those that were changed last first."""
        unknown = [name for name, key in self.keys.items() if key not in self._known]
        first = [name for name in self._first if name in unknown]
        return first + [name for name in unknown if name not in first]

    def judge(self, name: str) -> Iterator[None]:
        """Find out what the model says of a scenario, as it is now."""
        key, (_, modes, model) = self.keys[name], self._inputs
        for found in judgement_pieces(modes, model, self._scenarios[name]):
            if found:
                self._known[key] = found
            yield

    def kept(self) -> dict[str, Any]:
        """The judgements for another visit, those of the lesson as it is now above all."""
        now = list(self.keys.values())
        others = [key for key in self._known if key not in now]
        return {key: vars(self._known[key]) for key in (*others, *now)[-MOST:] if key in self._known}


def _read(kept: object) -> dict[str, Judgement]:
    """The judgements of an earlier visit; none where they are not what was kept."""
    try:
        return {
            str(key): Judgement(dict(each["verdicts"]), dict(each["shares"]), tuple(each["flipping"]))
            for key, each in dict(kept).items()  # type: ignore[call-overload]
        }
    except (TypeError, ValueError, LookupError):
        return {}
