"""A mode, or a drill, as a Mermaid sequence diagram, with the key to it: which drawn element is which step.

Mermaid draws messages, notes and activation bars in the order in which its source names them; the key lists in that
order what each of them stands for, so that `draw.js` can label them without knowing the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine.sequence.narrate import occupations
from engine.sequence.wrap import columns, wrapped

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Annotation, Occupation, Step
    from engine.sequence.narrate import Exchange

LINE = {2: 27, 3: 16, 4: 11}
"""Characters in a line between neighbours, by the number of participants. A drawing of two or three is then at most
490 px wide with letters of 13 px, so that they are never smaller than 11 px in a frame of 700 px; four are wider."""
NOTE_LINE = 19
"""Characters in a line of a note over one participant."""
NAME_LINE = {2: 24, 3: 14, 4: 12}
"""Characters in a line of a participant's name, by the number of participants; its box has room for two lines."""

ARROWS = {"request": "->>", "data": "->>", "reply": "-->>", "notification": "--)"}

ANNOTATIONS: tuple[Annotation, ...] = ("latency", "cost", "engineering")
Meaning = dict[str, Any]


@dataclass
class Diagram:
    """Mermaid source, and for each thing that it draws, in order, what that thing is."""

    source: str = ""
    messages: list[Meaning] = field(default_factory=list)
    """For each arrow: its step (from 1) and kind, and for each line of its text "label" or an annotation's name."""
    notes: list[Meaning] = field(default_factory=list)
    """The same for each note."""
    bars: list[Meaning] = field(default_factory=list)
    """For each activation bar, in the order in which bars begin: what its participant does meanwhile."""


def diagram(lesson: Lesson, told: Exchange, annotations: frozenset[Annotation]) -> Diagram:
    """The sequence diagram of a mode or a drill, with the annotations asked for."""
    drawn = Diagram()
    drawn.source = "\n".join(_lines(lesson, told, annotations, drawn)) + "\n"
    return drawn


def inert(text: str) -> str:
    """Text that Mermaid shows letter for letter.

    >>> inert("a; b -> end")
    'a#59; b #45;#62; #101;nd'
    """
    return _LOUD.sub(lambda found: f"#{ord(found[0])};", " ".join(text.split()))


_LOUD = re.compile(r"""[#;<>&"%:{}\[\]()|\\^~@$*_=+`\x00-\x1f\x7f]|-(?=[->)x.])|\be(?=nd\b)|,""", re.IGNORECASE)
"""What Mermaid's grammar may read as anything but text."""


def _lines(lesson: Lesson, told: Exchange, annotations: frozenset[Annotation], drawn: Diagram) -> Iterator[str]:
    ids = {participant.name: f"p{number}" for number, participant in enumerate(told.participants, 1)}
    states = occupations(told)
    yield "sequenceDiagram"
    yield f"    accTitle: {inert(told.name)} {inert(lesson.words.explore.diagram)}"
    yield f"    accDescr: {inert(told.lead)}"
    for participant in told.participants:
        yield f"    participant {ids[participant.name]} as {_written(wrapped(participant.name, NAME_LINE[len(ids)]))}"
    before = idle = states[0].before
    steps = [None, *told.steps, None]
    for number, (last, step) in enumerate(pairwise(steps), 1):
        boundary = _frame_lines(told, last, step)
        yield from boundary
        if step is None or boundary:
            after = idle if step is None else states[number - 1].before
            yield from _bars(ids, before, after, drawn)
            before = after
        if step is None:
            return
        yield from _step_lines(lesson, step, number, ids, annotations, drawn)
        after = states[number - 1].during
        yield from _bars(ids, before, after, drawn)
        before = after


def _frame_lines(told: Exchange, last: Step | None, step: Step | None) -> list[str]:
    """What closes the frame of the last step and opens that of this one."""
    left = last.within if last else None
    entered = step.within if step else None
    if left == entered:
        return []
    frames = told.frames or {}
    alternatives = [name for name in (left, entered) if name and frames[name].kind == "alternative"]
    if entered and len(alternatives) == 2:
        return [f"    else {_label(frames[entered].label, told)}"]
    opening = {"alternative": "alt", "loop": "loop"}
    return (["    end"] if left else []) + (
        [f"    {opening[frames[entered].kind]} {_label(frames[entered].label, told)}"] if entered else []
    )


def _label(text: str, told: Exchange) -> str:
    """The words of a frame. Mermaid breaks them where the frame ends, but would cut a long word anywhere."""
    width = LINE[len(told.participants)] - len("[]")
    fits = all(columns(word) <= width for word in text.split())
    return inert(text) if fits else _written(wrapped(text, width))


def _written(lines: list[str]) -> str:
    """Lines of text as Mermaid reads them."""
    return "<br/>".join(map(inert, lines))


def _step_lines(
    lesson: Lesson, step: Step, number: int, ids: dict[str, str], annotations: frozenset[Annotation], drawn: Diagram
) -> Iterator[str]:
    """The step's message or note; its annotations are further lines of the same text."""
    width = NOTE_LINE if step.to is None else LINE[len(ids)]
    lines = [(line, "label") for line in wrapped(f"{number}. {step.label}", width)]
    for annotation in ANNOTATIONS:
        text = getattr(step, annotation)
        if text and annotation in annotations:
            name = getattr(lesson.words.explore.annotations, annotation)
            lines += [(line, annotation) for line in wrapped(f"{name}: {text}", width)]
    written = _written([line for line, _ in lines])
    meaning = {"step": number, "kind": step.kind, "lines": [kind for _, kind in lines]}
    if step.to is None:
        yield f"    Note over {ids[step.from_]}: {written}"
        drawn.notes.append(meaning)
    else:
        yield f"    {ids[step.from_]}{ARROWS[step.kind]}{ids[step.to]}: {written}"
        drawn.messages.append(meaning)


def _bars(
    ids: Mapping[str, str], before: Mapping[str, Occupation], after: Mapping[str, Occupation], drawn: Diagram
) -> Iterator[str]:
    """Activation bars end and begin where what a participant does changes; who is free has none."""
    changed = [name for name in ids if before[name] != after[name]]
    for name in changed:
        if before[name] != "free":
            yield f"    deactivate {ids[name]}"
    for name in changed:
        if after[name] != "free":
            yield f"    activate {ids[name]}"
            drawn.bars.append({"kind": after[name]})
