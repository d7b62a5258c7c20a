"""How far a learner is, as a plain value: points by objective, every scenario, what to take away, and the criterion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.address import result_url
from engine.features.practice.calibration import Calibration, present_calibration
from engine.features.practice.controls import Control, Link
from engine.features.practice.events import (
    AskToRestart,
    CopyResult,
    GoOnWithSeries,
    KeepAnswers,
    LookAgain,
    NewSeries,
    OpenScenario,
    Restart,
    Shuffle,
    TeachingOrder,
)
from engine.features.practice.hunch_presenter import HunchLines, present_hunch_lines
from engine.features.practice.material import material_of
from engine.features.practice.scoring import MOST_POINTS, first_time, outcome, points, scores, strongest, weakest
from engine.features.practice.series import Dots, dots
from engine.features.practice.state import is_settled, order, record_of
from engine.html import link_to

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.lesson import Lesson
    from engine.features.practice.content import Criterion
    from engine.features.practice.material import Material
    from engine.features.practice.scoring import Outcome, Score
    from engine.features.practice.state import Practice
    from engine.messages import Messages


@dataclass(frozen=True)
class ObjectiveLine:
    """The points of an objective."""

    id: str
    name: str
    colour: str
    points: int
    possible: int
    text: str


@dataclass(frozen=True)
class ScenarioLine:
    """A scenario: how it went, and the way to it."""

    control: Control
    state: Outcome | None
    """None where it is not settled."""
    state_name: str
    points: str


@dataclass(frozen=True)
class Confirmation:
    """What is asked before all answers are forgotten."""

    text: str
    controls: tuple[Control, ...]


@dataclass(frozen=True)
class TakeAway:
    """What can be done with the answers."""

    heading: str
    copy: Control
    link: Link
    restart: Control | Confirmation | None


@dataclass(frozen=True)
class CriterionProgress:
    """The last answers to new cases, and how far the criterion is."""

    heading: str
    text: str
    dots: Dots | None
    line: str
    """How far the row is; "" before the first answer."""
    controls: tuple[Control, ...]
    basis: str
    """From which seed the series comes; "" where there is none."""


@dataclass(frozen=True)
class SecondLook:
    """The scenarios that were missed, and come back."""

    heading: str
    lead: str
    controls: tuple[Control, ...]


@dataclass(frozen=True)
class Progress:
    """The result so far."""

    focus: str
    heading: str
    summary: tuple[str, ...]
    by_objective: str
    objectives: tuple[ObjectiveLine, ...]
    calibration: Calibration
    hunches: HunchLines | None
    again: SecondLook | None
    take_away: TakeAway | None
    criterion: CriterionProgress | None
    list_heading: str
    controls: tuple[Control, ...]
    """What changes the order of the list."""
    scenarios: tuple[ScenarioLine, ...]


def present_progress(lesson: Lesson, content: LazyContent, own: Practice) -> Progress:
    """All of it."""
    material, messages = material_of(lesson, content), content.messages
    names = order(own, material)
    finished = all(is_settled(own, name, material) for name in names)
    controls = [
        Control("practice-shuffle", messages("practice.order.shuffle"), Shuffle(), focus=None if own.order else "order")
    ]
    if own.order:
        controls.append(Control("practice-order", messages("practice.order.teaching"), TeachingOrder()))
    return Progress(
        "result" if own.own is None else "shared result",
        messages("practice.result.finished" if finished else "practice.result.heading"),
        tuple(summary(lesson, content, own)),
        messages("practice.result.by_objective"),
        tuple(_objectives(lesson, content, own)),
        present_calibration(own, material, messages),
        present_hunch_lines(lesson, content, own),
        _second_look(own, material, messages) if own.again and own.own is None else None,
        _take_away(own, material, messages) if own.records else None,
        _criterion(own, material.criterion, messages) if material.criterion and material.subject.has_series else None,
        messages("practice.result.list"),
        tuple(controls),
        tuple(_line(own, name, material, messages) for name in names),
    )


def summary(lesson: Lesson, content: LazyContent, own: Practice) -> list[str]:
    """The result in two or three sentences."""
    material, messages = material_of(lesson, content), content.messages
    done = [name for name in order(own, material) if is_settled(own, name, material)]
    first = sum(first_time(own.records[name], material.scenarios[name]) for name in done)
    all_of = messages("practice.result.done", done=len(done), all=len(material.scenarios))
    lines = [messages("practice.result.first_try", first=first, done=len(done))] if done else [all_of]
    strong, weak = _strong_and_weak(lesson, _scores(own, material))
    if strong and weak:
        lines.append(messages("practice.result.strong_and_weak", strong=strong, weak=weak))
    elif strong:
        lines.append(messages("practice.result.strong", strong=strong))
    elif weak:
        lines.append(messages("practice.result.weak", weak=weak))
    if done and len(done) < len(material.scenarios):
        lines.append(all_of)
    return lines


def result_text(lesson: Lesson, content: LazyContent, own: Practice, location: str = "") -> str:
    """The result as text, to be copied, with a link to the answers; `location` is the page's address."""
    material, messages = material_of(lesson, content), content.messages
    lines = [messages("practice.copied.title", lesson=lesson.about.title)]
    lines += [messages("practice.copied.line", line=line) for line in summary(lesson, content, own)]
    lines += [
        messages(
            "practice.copied.objective",
            objective=lesson.about.objectives[objective].name,
            points=score.points,
            possible=score.possible,
        )
        for objective, score in _scores(own, material).items()
        if score.possible
    ]
    if own.met:
        lines.append(messages("practice.criterion.met"))
    return "\n".join([*lines, location.partition("#")[0] + _link(own, material)])


def _link(own: Practice, material: Material) -> str:
    """The fragment of an address that opens the result with all answers."""
    return link_to(view="practice", **result_url(own, material))


def _scores(own: Practice, material: Material) -> dict[str, Score]:
    return scores(own.records, material.scenarios, material.objectives)


def _strong_and_weak(lesson: Lesson, found: dict[str, Score]) -> tuple[str, str]:
    """The names of the strongest objective and of the weakest, if it is another; "" for none."""
    strong, weak = strongest(found), weakest(found)
    names = lesson.about.objectives
    return names[strong].name if strong else "", names[weak].name if weak and weak != strong else ""


def _objectives(lesson: Lesson, content: LazyContent, own: Practice) -> list[ObjectiveLine]:
    """The points of each objective. One that is called as an annotation has its colour."""
    messages, annotations = content.messages, lesson.about.annotations
    return [
        ObjectiveLine(
            objective,
            lesson.about.objectives[objective].name,
            annotations[objective].colour if objective in annotations else "blue",
            score.points,
            score.possible or 1,
            messages("practice.result.points", points=score.points, possible=score.possible)
            if score.possible
            else messages("practice.result.untried"),
        )
        for objective, score in _scores(own, material_of(lesson, content)).items()
    ]


def _criterion(own: Practice, criterion: Criterion, messages: Messages) -> CriterionProgress:
    series, line = own.series, ""
    shown = dots(series, criterion.row, messages) if series else None
    if shown and shown.answers:
        good, answered = sum(right for right, _ in shown.answers), len(shown.answers)
        if shown.missing:
            line = messages("practice.criterion.open_row", good=good, answered=answered, count=shown.missing)
        else:
            line = messages("practice.criterion.full_row", good=good, answered=answered)
    controls = []
    if series and not series.complete(criterion.row):
        controls.append(Control("progress-new", messages("practice.series.go_on"), GoOnWithSeries()))
    new = messages("practice.series.another" if series else "practice.series.new")
    controls.append(Control("progress-series" if controls else "progress-new", new, NewSeries()))
    return CriterionProgress(
        messages("practice.criterion.heading"),
        messages("practice.criterion.met" if own.met else "practice.criterion.rule"),
        shown,
        line,
        tuple(controls),
        messages("practice.series.share", seed=series.seed) if series else "",
    )


def _line(own: Practice, name: str, material: Material, messages: Messages) -> ScenarioLine:
    scenario, record = material.scenarios[name], record_of(own, name)
    state = outcome(record, scenario)
    return ScenarioLine(
        Control(f"go-{name}", scenario.title, OpenScenario(name)),
        state,
        messages(f"practice.states.{state or 'open'}"),
        messages("practice.result.points_short", points=points(record, scenario), possible=MOST_POINTS)
        if state
        else "",
    )


def _second_look(own: Practice, material: Material, messages: Messages) -> SecondLook:
    return SecondLook(
        messages("practice.second_look.heading"),
        messages("practice.second_look.lead"),
        tuple(
            Control(f"again-{name}", material.scenarios[name].title, LookAgain(name))
            for name, _ in own.again
            if name in material.scenarios
        ),
    )


def _take_away(own: Practice, material: Material, messages: Messages) -> TakeAway:
    return TakeAway(
        messages("practice.take_away.heading"),
        Control("practice-copy", messages("practice.take_away.copy"), CopyResult()),
        Link(messages("practice.take_away.link"), _link(own, material)),
        _restart(own, messages) if own.own is None else None,
    )


def _restart(own: Practice, messages: Messages) -> Control | Confirmation:
    if not own.confirming:
        return Control("practice-leave", messages("practice.restart.ask"), AskToRestart(), focus="leave")
    return Confirmation(
        messages("practice.restart.sure"),
        (
            Control("practice-restart", messages("practice.restart.forget"), Restart()),
            Control("practice-keep", messages("practice.restart.keep"), KeepAnswers()),
        ),
    )
