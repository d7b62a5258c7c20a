"""A mode, or a failure, as a Mermaid sequence diagram, with the key to it: which drawn element is which step.

Mermaid draws messages, notes and activation bars in the order in which its source names them; the key lists in that
order what each of them stands for, so that `draw.js` can label them without knowing the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine.sequence.narrate import states_around
from engine.sequence.wrap import columns, wrapped
from engine.vocabulary import ARROWS, FRAMES

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Sequence, Step

SPACING = {2: 236, 3: 122, 4: 84}
"""Pixels between the lines of neighbours, by the number of participants. A drawing is then at most 330 px wide with
letters of 12 px, so that they are not smaller than 11 px on a phone of 320 px."""
LINE = {2: 34, 3: 18, 4: 13}
"""Characters in a line between neighbours, by the number of participants."""
NOTE_LINE = {2: 34, 3: 18, 4: 13}
"""The same for a note; it stands beside the line of the first and of the last participant, and over that of another."""
NAME_LINE = {2: 14, 3: 13, 4: 12}
"""Characters in a line of a participant's name, by the number of participants; its box has room for two lines."""

Meaning = dict[str, Any]


@dataclass
class Diagram:
    """Mermaid source, and for each thing that it draws, in order, what that thing is."""

    source: str = ""
    spacing: int = 0
    """Pixels between the lines of neighbours."""
    messages: list[Meaning] = field(default_factory=list)
    """For each arrow: its step (from 1) and kind, for each line of its text its class and, where it is an annotation's,
    its colour, and the colours of the annotations that are not shown."""
    notes: list[Meaning] = field(default_factory=list)
    """The same for each note, with its participant's place (from 0) and where it stands beside that one's line."""
    bars: list[Meaning] = field(default_factory=list)
    """For each activation bar, in the order in which bars begin: the step from which it is there, its fill, and its
    colour where it has its own."""


def diagram(lesson: Lesson, sequence: Sequence, annotations: frozenset[str]) -> Diagram:
    """The sequence diagram of a mode or a failure, with the annotations asked for."""
    drawn = Diagram(spacing=SPACING[len(sequence.participants)])
    drawn.source = "\n".join(_lines(lesson, sequence, annotations, drawn)) + "\n"
    return drawn


def inert(text: str) -> str:
    """Text that Mermaid shows letter for letter.

    >>> inert("a; b -> end")
    'a#59; b #45;#62; #101;nd'
    """
    return _LOUD.sub(lambda found: f"#{ord(found[0])};", " ".join(text.split()))


_LOUD = re.compile(r"""[#;<>&"%:{}\[\]()|\\^~@$*_=+`\x00-\x1f\x7f]|-(?=[->)x.])|\be(?=nd\b)|,""", re.IGNORECASE)
"""What Mermaid's grammar may read as anything but text."""


def _lines(lesson: Lesson, sequence: Sequence, annotations: frozenset[str], drawn: Diagram) -> Iterator[str]:
    ids = {participant.name: f"p{number}" for number, participant in enumerate(sequence.participants, 1)}
    states = states_around(lesson, sequence)
    yield "sequenceDiagram"
    yield f"    accTitle: {inert(lesson.messages('explore.diagram', name=sequence.name))}"
    yield f"    accDescr: {inert(sequence.lead)}"
    for participant in sequence.participants:
        yield f"    participant {ids[participant.name]} as {_written(wrapped(participant.name, NAME_LINE[len(ids)]))}"
    before = first = states[0].before
    steps = [None, *sequence.steps, None]
    for number, (last, step) in enumerate(pairwise(steps), 1):
        boundary = _frame_lines(sequence, last, step)
        yield from boundary
        if step is None or boundary:
            after = first if step is None else states[number - 1].before
            yield from _bars(lesson, ids, before, after, number, drawn)
            before = after
        if step is None:
            return
        yield from _step_lines(lesson, step, number, ids, annotations, drawn)
        after = states[number - 1].during
        yield from _bars(lesson, ids, before, after, number, drawn)
        before = after


def _frame_lines(sequence: Sequence, last: Step | None, step: Step | None) -> list[str]:
    """What closes the frame of the last step and opens that of this one."""
    left = last.within if last else None
    entered = step.within if step else None
    if left == entered:
        return []
    frames = sequence.frames or {}
    alternatives = [name for name in (left, entered) if name and frames[name].kind == "alternative"]
    if entered and len(alternatives) == 2:
        return [f"    else {_label(frames[entered].label, sequence)}"]
    return (["    end"] if left else []) + (
        [f"    {FRAMES[frames[entered].kind]} {_label(frames[entered].label, sequence)}"] if entered else []
    )


def _label(text: str, sequence: Sequence) -> str:
    """The words of a frame. Mermaid breaks them where the frame ends, but would cut a long word anywhere."""
    width = LINE[len(sequence.participants)] - len("[]")
    fits = all(columns(word) <= width for word in text.split())
    return inert(text) if fits else _written(wrapped(text, width))


def _written(lines: list[str]) -> str:
    """Lines of text as Mermaid reads them."""
    return "<br/>".join(map(inert, lines))


def _step_lines(
    lesson: Lesson, step: Step, number: int, ids: dict[str, str], annotations: frozenset[str], drawn: Diagram
) -> Iterator[str]:
    """The step's message or note; its annotations are further lines of the same text."""
    width = (NOTE_LINE if step.to is None else LINE)[len(ids)]
    lines: list[tuple[str, Meaning]] = [
        (line, {"class": "label"}) for line in wrapped(f"{number}. {step.label}", width)
    ]
    marks = []
    for place, (name, annotation) in enumerate(lesson.about.annotations.items(), 1):
        text = (step.notes or {}).get(name)
        if text and name not in annotations:
            marks.append(annotation.colour)
        elif text:
            remark = lesson.messages("explore.note", annotation=annotation.name, text=text)
            meaning = {"class": f"note-{place}", "colour": annotation.colour}
            lines += [(line, meaning) for line in wrapped(remark, width)]
    written = _written([line for line, _ in lines])
    key: Meaning = {"step": number, "kind": step.kind, "lines": [each for _, each in lines], "marks": marks}
    if step.to is None:
        side = _side(step, ids)
        yield f"    Note {side} {ids[step.from_]}: {written}"
        drawn.notes.append({**key, "participant": list(ids).index(step.from_), "side": side})
    else:
        yield f"    {ids[step.from_]}{ARROWS[step.kind]}{ids[step.to]}: {written}"
        drawn.messages.append(key)


def _side(step: Step, ids: Mapping[str, str]) -> str:
    """Where a note stands, so that the drawing needs no room outside its outer lines."""
    names = list(ids)
    return {names[0]: "right of", names[-1]: "left of"}.get(step.from_, "over")


def _bars(
    lesson: Lesson,
    ids: Mapping[str, str],
    before: Mapping[str, str],
    after: Mapping[str, str],
    step: int,
    drawn: Diagram,
) -> Iterator[str]:
    """Activation bars end and begin where the state of a participant changes; a state without fill has none."""
    states = lesson.about.states
    changed = [name for name in ids if before[name] != after[name]]
    for name in changed:
        if states[before[name]].fill != "none":
            yield f"    deactivate {ids[name]}"
    for name in changed:
        state = states[after[name]]
        if state.fill != "none":
            yield f"    activate {ids[name]}"
            drawn.bars.append({"step": step, "fill": state.fill, "colour": state.colour})
