"""What a learner decides with: it comes after the first screen, and each of its parts goes the same circle as the page.

A part is a value of its own and a function `update` beside it; the desk says which part a control belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from engine.features.code import state as code
from engine.features.failures import state as drills
from engine.features.practice import reports
from engine.features.practice import storage as device
from engine.features.practice import update as practice
from engine.features.race import state as race
from engine.features.workload import form as workload
from simulator import advice as advise
from simulator.workload import FACTS, Workload

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.practice_content import Workshop
    from engine.features.failures.content import Drill


@dataclass(frozen=True)
class Desk:
    """The parts, and what they work with."""

    workshop: Workshop
    race: race.Race
    practice: practice.Practice
    workload: workload.Yours
    drills: drills.Drills = field(default_factory=drills.Drills)
    code: code.Code = field(default_factory=code.Code)
    thoughts: advise.Thoughts = field(default_factory=dict)

    def decided(self, name: str, value: str, lesson: Lesson, mode: str) -> Desk:
        """The desk after one of its controls was used."""
        part, _, what = name.partition(".")
        match part:
            case "race":
                return replace(self, race=race.update(self.race, what, value, self.workshop))
            case "practice":
                return replace(
                    self, practice=practice.update(self.practice, what, value, lesson, self.workshop, self.thoughts)
                )
            case "workload":
                return replace(self, workload=workload.update(self.workload, what, value, self.workshop))
            case "drills":
                chosen = drills.update(self.drills, what, value, self.workshop.drills.get(mode, {}))
                return replace(self, drills=chosen)
            case "code":
                return replace(self, code=code.update(self.code, what, value))
        return self

    def address(self, view: str, mode: str) -> Mapping[str, str]:
        """What the address holds of the desk while a view and a mode are shown."""
        match view:
            case "explore":
                chosen = drills.address(self.drills, self.workshop.drills.get(mode, {}))
                return chosen | code.address(self.code, self.workshop.snippets)
            case "race":
                return race.address(self.race, self.workshop)
            case "practice":
                return practice.address(self.practice)
            case "workload":
                return workload.address(self.workload, self.workshop)
        return {}

    def followed(self, view: str, mode: str, asked: Mapping[str, str]) -> tuple[Desk, list[str]]:
        """The desk after it has done what an address asks, and the names, or "name=value", that mean nothing."""
        match view:
            case "race":
                raced, wrong = race.followed(self.race, asked, self.workshop)
                return replace(self, race=raced), wrong
            case "practice":
                practised, wrong = practice.followed(self.practice, asked, self.workshop)
                return replace(self, practice=practised), wrong
            case "workload":
                asked_for, wrong = workload.followed(self.workload, asked, self.workshop)
                return replace(self, workload=asked_for), wrong
        drilled, no_drill = drills.followed(self.drills, asked, self.workshop.drills.get(mode, {}))
        coded, no_vendor = code.followed(self.code, asked, self.workshop.snippets)
        return replace(self, drills=drilled, code=coded), no_drill + no_vendor

    def puzzle(self, view: str) -> Workload | None:
        """The workload whose flips the view shows and nobody has looked for yet."""
        shown = {
            "practice": practice.puzzle(self.practice, self.workshop),
            "workload": workload.puzzle(self.workload),
        }.get(view)
        return shown if shown not in self.thoughts else None

    def thinking(self, puzzle: Workload, lesson: Lesson) -> Iterator[advise.Flip | None]:
        """What would flip the advice on a workload, one fact after another."""
        return (advise.flip(lesson.modes, self.workshop.model, puzzle, fact) for fact in FACTS)

    def knowing(self, thoughts: advise.Thoughts) -> Desk:
        """The desk when more is known of what would flip the advice."""
        return replace(self, thoughts={**self.thoughts, **thoughts})

    def drawn(self, mode: str) -> list[str]:
        """The drawing that Explore shows beside the mode's own, if there is one."""
        return [f"{mode}/{self.drills.drill}"] if self.drills.drill in self.workshop.drills.get(mode, {}) else []

    def undrilled(self) -> Desk:
        """The desk when the mode's own diagram is shown again."""
        return replace(self, drills=drills.Drills()) if self.drills.drill else self

    def drill(self, drawing: str) -> Drill | None:
        """The drill that a drawing is of."""
        mode, _, drill = drawing.partition("/")
        return self.workshop.drills.get(mode, {}).get(drill)

    def ticking(self, view: str) -> float | None:
        """Seconds between the ticks of its clock, while that runs."""
        return race.TICK if view == "race" and self.race.playing else None

    def ticked(self) -> Desk:
        """The desk after a tick of its clock."""
        return replace(self, race=race.ticked(self.race))

    def at_rest(self) -> Desk:
        """The desk when the learner turns to another view: nothing runs on."""
        return replace(self, race=replace(self.race, playing=False)) if self.race.playing else self

    def kept(self) -> str:
        """What the device should remember."""
        return device.kept(self.practice)

    def joined(self, stored: str) -> str:
        """The same, with what another tab has let the device remember meanwhile."""
        return device.joined(self.kept(), stored)

    def resumed(self, kept: str) -> Desk:
        """The desk with what the page around the lesson has kept from earlier visits."""
        return replace(self, practice=device.resumed(self.practice, kept, self.workshop))

    def reports(self, before: Desk) -> Iterator[dict[str, object]]:
        """What the learner has just done in Practice, for the page around the lesson."""
        return reports.practised(before.practice, self.practice, self.workshop)

    def question(self) -> str:
        """The name of the open question; "" where none is."""
        return reports.open_question(self.practice, self.workshop)

    def tries(self, question: str) -> int:
        """How many modes were tried for it."""
        return reports.tries(self.practice, question)

    def settled(self, question: str) -> bool:
        """Whether nothing is left to find out about it."""
        return reports.is_settled(self.practice, question, self.workshop)

    def score(self, uncredited: frozenset[str]) -> float:
        """How far the learner is in Practice, from 0 to 1; some questions earn nothing."""
        return reports.score(self.practice, self.workshop, uncredited)

    def racing(self) -> dict[str, object]:
        """Which workload races."""
        return reports.racing(self.race, self.workshop)

    def renewed(self, workshop: Workshop) -> Desk:
        """The desk with edited content: what a learner did stays, as far as it still means something."""
        drill = self.drills.drill
        before, now = (
            next((each[drill] for each in every.values() if drill in each), None)
            for every in (self.workshop.drills, workshop.drills)
        )
        return replace(
            self,
            workshop=workshop,
            thoughts={},
            drills=drills.renewed(self.drills, before, now),
            practice=device.renewed(self.practice, workshop),
        )


def opened(workshop: Workshop, kept: str | None) -> Desk:
    """The desk as a learner finds it; `kept` is what the device remembers, None where it cannot remember anything."""
    return Desk(
        workshop,
        race.Race(next(iter(workshop.scenarios))),
        replace(device.restored(kept or "", workshop), kept=kept is not None),
        workload.opened(workshop),
    )
