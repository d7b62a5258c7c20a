"""A mode as a Mermaid sequence diagram, with the key to it: which drawn element is which step.

Mermaid draws messages, notes and activation bars in the order in which its source names them; the key lists in that
order what each of them stands for, so that `draw.js` can label them without knowing the subject.
"""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sim.content.model import Annotation, Lesson, Mode, Step
from sim.narrate import occupations

LINE = {2: 26, 3: 16, 4: 11}
"""Characters in a line between neighbours, by the number of participants; a drawing is then at most about 450 px wide
with letters of 13 px, so that they are never smaller than 11 px in a frame of 700 px."""
NOTE_LINE = 17
"""Characters in a line of a note over one participant."""

ARROWS = {"request": "->>", "data": "->>", "reply": "-->>", "notification": "--)"}


@dataclass
class Diagram:
    """Mermaid source, and for each thing that it draws, in order, what that thing is."""

    source: str = ""
    messages: list[dict[str, str | int]] = field(default_factory=list)
    """For each arrow: its step (from 1) and kind."""
    notes: list[dict[str, str | int]] = field(default_factory=list)
    """For each note: its step, and its kind: "work" or the annotation's name."""
    bars: list[dict[str, str | int]] = field(default_factory=list)
    """For each activation bar, in the order in which bars end: what its participant does meanwhile."""


def diagram(lesson: Lesson, mode: Mode, annotations: frozenset[Annotation]) -> Diagram:
    """The sequence diagram of a mode, with the annotations asked for."""
    drawn = Diagram()
    drawn.source = "\n".join(_lines(lesson, mode, annotations, drawn)) + "\n"
    return drawn


def inert(text: str, width: int | None = None) -> str:
    """Text that Mermaid shows letter for letter, in lines of at most `width` characters.

    >>> inert("a; b -> end")
    'a#59; b #45;#62; #101;nd'
    """
    plain = " ".join(text.split())
    lines = _wrapped(plain, width) if width else [plain]
    return "<br/>".join(_LOUD.sub(lambda found: f"#{ord(found[0])};", line) for line in lines)


_LOUD = re.compile(r"""[#;<>&"%:{}\[\]()|\\^~@$*_=+`\x00-\x1f\x7f]|-(?=[->)x.])|\be(?=nd\b)|,""", re.IGNORECASE)
"""What Mermaid's grammar may read as anything but text."""


def _wrapped(text: str, width: int) -> list[str]:
    """Lines as even as their number allows; a number stays with its unit."""
    text = re.sub(r"(?<=\d) (?=(?:ms|s|min|h|%)\b)", "\N{NO-BREAK SPACE}", text)
    fewest = len(textwrap.wrap(text, width))
    while width > 8 and len(textwrap.wrap(text, width - 1)) == fewest:
        width -= 1
    return textwrap.wrap(text, width)


def _lines(lesson: Lesson, mode: Mode, annotations: frozenset[Annotation], drawn: Diagram) -> Iterator[str]:
    ids = {participant.name: f"p{number}" for number, participant in enumerate(mode.participants, 1)}
    states = occupations(mode)
    yield "sequenceDiagram"
    yield f"    accTitle: {inert(mode.name)} {inert(lesson.words.explore.diagram)}"
    yield f"    accDescr: {inert(mode.lead)}"
    for participant in mode.participants:
        yield f"    participant {ids[participant.name]} as {inert(participant.name)}"
    before = dict.fromkeys(ids, "free")
    steps = [None, *mode.steps, None]
    for number, (last, step) in enumerate(pairwise(steps), 1):
        boundary = _frame_lines(mode, last, step)
        if step is None or boundary:
            after = dict.fromkeys(ids, "free") if step is None else dict(states[number - 1].before)
            yield from _bars(ids, before, after, drawn)
            before = after
        yield from boundary
        if step is None:
            return
        yield from _step_lines(lesson, step, number, ids, annotations, drawn)
        after = dict(states[number - 1].during)
        yield from _bars(ids, before, after, drawn)
        before = after


def _frame_lines(mode: Mode, last: Step | None, step: Step | None) -> list[str]:
    """What closes the frame of the last step and opens that of this one."""
    left = last.within if last else None
    entered = step.within if step else None
    if left == entered:
        return []
    frames = mode.frames or {}
    alternatives = [name for name in (left, entered) if name and frames[name].kind == "alternative"]
    if entered and len(alternatives) == 2:
        return [f"    else {inert(frames[entered].label)}"]
    opening = {"alternative": "alt", "loop": "loop"}
    return (["    end"] if left else []) + (
        [f"    {opening[frames[entered].kind]} {inert(frames[entered].label)}"] if entered else [])


def _step_lines(lesson: Lesson, step: Step, number: int, ids: dict[str, str], annotations: frozenset[Annotation],
                drawn: Diagram) -> Iterator[str]:
    if step.to is None:
        yield f"    Note over {ids[step.from_]}: {inert(f'{number}. {step.label}', NOTE_LINE)}"
        drawn.notes.append({"step": number, "kind": step.kind})
        over, width = ids[step.from_], NOTE_LINE
    else:
        sender, receiver = ids[step.from_], ids[step.to]
        width = LINE[len(ids)]
        yield f"    {sender}{ARROWS[step.kind]}{receiver}: {inert(f'{number}. {step.label}', width)}"
        drawn.messages.append({"step": number, "kind": step.kind})
        over = ",".join(sorted((sender, receiver)))
    for annotation in ("latency", "cost", "engineering"):
        text = getattr(step, annotation)
        if text and annotation in annotations:
            name = getattr(lesson.words.explore.annotations, annotation)
            yield f"    Note over {over}: {inert(f'{name}: {text}', width)}"
            drawn.notes.append({"step": number, "kind": annotation})


def _bars(ids: dict[str, str], before: dict[str, str], after: dict[str, str], drawn: Diagram) -> Iterator[str]:
    """Activation bars end and begin where what a participant does changes; who is free has none."""
    changed = [name for name in ids if before[name] != after[name]]
    for name in changed:
        if before[name] != "free":
            yield f"    deactivate {ids[name]}"
            drawn.bars.append({"kind": before[name]})
    for name in changed:
        if after[name] != "free":
            yield f"    activate {ids[name]}"
