"""A mode as Mermaid source, and the key that says which drawn element is which step."""

import re
from collections.abc import Callable, Mapping
from functools import cache

import pytest

from engine.content.lesson import Lesson
from engine.content.mode import Mode
from engine.sequence.diagram import (
    LINE,
    NAME_LINE,
    NOTE_LINE,
    Diagram,
    diagram,
    inert,
)
from engine.sequence.narrate import states_around
from engine.sequence.wrap import columns
from tests.support.texts import HOSTILE, with_texts

MODES = ("counter", "buffet", "ticket", "banquet")
ANNOTATIONS = ("latency", "cost", "engineering")
ALL = frozenset(ANNOTATIONS)
NONE: frozenset[str] = frozenset()
SHOWN = [NONE, *(frozenset({annotation}) for annotation in ANNOTATIONS), ALL]

GRAMMAR = re.compile(
    r"""
    sequenceDiagram
    | \ {4} (?: accTitle: | accDescr: | participant\ p\d\ as | Note\ (?:over|right\ of|left\ of)\ p\d: | p\d(?:->>|-->>|--\))p\d:
              | (?:de)?activate\ p\d$ | alt | else | loop | end$ )""",
    re.VERBOSE,
)
"""How a line may begin; what follows is text."""
ENTITY = re.compile(r"#(\d+);")
LOUD = re.compile(r"[#;<>&\"%:{}\[\]()|\\^~@$*_=+`\x00-\x1f\x7f]|->|--|-x|-\)|\bend\b", re.IGNORECASE)
"""What no text may hold besides its entities and line breaks."""

each_mode = pytest.mark.parametrize("name", MODES)
each_choice = pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: "+".join(sorted(shown)) or "none")
each_hostile = pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)


def lines(drawn: Diagram) -> list[str]:
    assert drawn.source.endswith("\n")
    return drawn.source[:-1].split("\n")


def skeleton(drawn: Diagram) -> list[str]:
    """The beginning of each line, without its text."""
    found = [GRAMMAR.match(line) for line in lines(drawn)]
    assert all(found), [line for line, match in zip(lines(drawn), found, strict=True) if not match]
    return [match[0] for match in found if match]


def texts(drawn: Diagram) -> list[str]:
    """What follows in each line."""
    return [line.removeprefix(start) for line, start in zip(lines(drawn), skeleton(drawn), strict=True)]


def drawn_texts(drawn: Diagram, beginning: str) -> list[list[str]]:
    """For each line that begins so, the lines of its text as they are drawn."""
    return [
        [ENTITY.sub(lambda found: chr(int(found[1])), part) for part in text.strip().split("<br/>")]
        for start, text in zip(skeleton(drawn), texts(drawn), strict=True)
        if re.match(beginning, start.strip())
    ]


def with_bar(lesson: Lesson, mode: Mode, states: Mapping[str, str]) -> set[str]:
    """The drawn names of the participants that have a bar."""
    fills = {each.name: lesson.about.states[states[each.name]].fill for each in mode.participants}
    return {f"p{number}" for number, each in enumerate(mode.participants, 1) if fills[each.name] != "none"}


def class_of(annotation: str) -> str:
    """The class of the lines of an annotation."""
    return f"note-{ANNOTATIONS.index(annotation) + 1}"


def active(starts: list[str]) -> set[str]:
    """The drawn names of those whose bar is open after some lines."""
    verbs = {
        participant: verb
        for verb, _, participant in (start.partition(" ") for start in starts)
        if verb in ("activate", "deactivate")
    }
    return {participant for participant, verb in verbs.items() if verb == "activate"}


@each_mode
@each_choice
def test_the_key_names_every_arrow_note_and_bar_and_no_other(name: str, shown: frozenset[str], lesson: Lesson) -> None:
    drawn = diagram(lesson, lesson.modes[name], shown)
    starts = [start.strip() for start in skeleton(drawn)]
    assert len(drawn.messages) == sum(bool(re.match(r"p\d\W+p\d:", start)) for start in starts)
    assert len(drawn.notes) == sum(start.startswith("Note ") for start in starts)
    assert len(drawn.bars) == sum(start.startswith("activate") for start in starts)


@each_mode
def test_every_step_is_one_arrow_or_one_note_in_order(name: str, lesson: Lesson) -> None:
    mode = lesson.modes[name]
    drawn = diagram(lesson, mode, ALL)
    kinds = {meaning["step"]: meaning["kind"] for meaning in drawn.messages + drawn.notes}
    assert len(drawn.messages) + len(drawn.notes) == len(mode.steps)
    assert [kinds[number] for number in range(1, len(mode.steps) + 1)] == [step.kind for step in mode.steps]
    assert all(meaning["kind"] == "work" for meaning in drawn.notes)
    for meanings in (drawn.messages, drawn.notes):
        assert [meaning["step"] for meaning in meanings] == sorted(meaning["step"] for meaning in meanings)


@each_mode
@each_choice
def test_the_key_says_of_each_line_of_a_text_what_it_is(name: str, shown: frozenset[str], lesson: Lesson) -> None:
    drawn = diagram(lesson, lesson.modes[name], shown)
    for meanings, beginning in ((drawn.messages, r"p\d\W"), (drawn.notes, "Note")):
        written = drawn_texts(drawn, beginning)
        assert [len(meaning["lines"]) for meaning in meanings] == [len(parts) for parts in written]
        classes = {line["class"] for meaning in meanings for line in meaning["lines"]}
        assert classes <= {"label", *(class_of(annotation) for annotation in shown)}


@each_mode
@pytest.mark.parametrize("annotation", ANNOTATIONS)
def test_an_annotation_stands_at_the_steps_that_have_it(name: str, annotation: str, lesson: Lesson) -> None:
    mode = lesson.modes[name]
    drawn = diagram(lesson, mode, frozenset({annotation}))
    mark = {"class": class_of(annotation), "colour": lesson.about.annotations[annotation].colour}
    annotated = {meaning["step"] for meaning in drawn.messages + drawn.notes if mark in meaning["lines"]}
    assert annotated == {number for number, step in enumerate(mode.steps, 1) if annotation in (step.notes or {})}


@each_mode
def test_each_bar_that_begins_also_ends_and_none_ends_twice(name: str, lesson: Lesson) -> None:
    active: set[str] = set()
    for start in skeleton(diagram(lesson, lesson.modes[name], NONE)):
        verb, _, participant = start.strip().partition(" ")
        if verb == "activate":
            assert participant not in active
            active.add(participant)
        elif verb == "deactivate":
            assert participant in active
            active.remove(participant)
    assert active == set()


@each_mode
def test_every_box_that_is_opened_is_closed(name: str, lesson: Lesson) -> None:
    starts = [start.strip() for start in skeleton(diagram(lesson, lesson.modes[name], NONE))]
    assert starts.count("alt") + starts.count("loop") == starts.count("end")


def test_alternatives_share_one_box_with_a_divider(lesson: Lesson) -> None:
    starts = [start.strip() for start in skeleton(diagram(lesson, lesson.modes["ticket"], NONE))]
    assert [start for start in starts if start in ("alt", "else", "end", "loop")] == ["alt", "else", "end"]


@pytest.mark.parametrize("name", ["ticket", "banquet"])
def test_a_bar_that_changes_at_a_fork_changes_below_the_divider(name: str, lesson: Lesson) -> None:
    """Above it stands what the last step of one alternative led to, below it what was there before the first."""
    mode = lesson.modes[name]
    starts = [start.strip() for start in skeleton(diagram(lesson, mode, NONE))]
    divider = starts.index("else")
    below = next(number for number in range(divider + 1, len(starts)) if "activate" not in starts[number])
    fork = next(number for number, step in enumerate(mode.steps) if step.within == list(mode.frames or {})[1])
    around = states_around(lesson, mode)
    assert active(starts[:divider]) == with_bar(lesson, mode, around[fork - 1].during)
    assert active(starts[:below]) == with_bar(lesson, mode, around[fork].before)


@each_mode
def test_a_bar_has_a_fill(name: str, lesson: Lesson) -> None:
    assert {bar["fill"] for bar in diagram(lesson, lesson.modes[name], NONE).bars} <= {"solid", "hatched"}


def test_the_bar_of_a_blocked_client_is_told_from_that_of_a_busy_one(lesson: Lesson) -> None:
    bars = diagram(lesson, lesson.modes["counter"], NONE).bars
    assert {"step": 1, "fill": "hatched", "colour": "red"} in bars
    assert {"step": 1, "fill": "solid", "colour": None} in bars


@cache
def hostile(name: str, change: Callable[[str], str], lesson: Lesson) -> Diagram:
    """A mode whose texts are changed, with all annotations."""
    changed = with_texts(lesson, change)
    return diagram(changed, changed.modes[name], ALL)


@each_mode
@each_hostile
def test_no_line_is_wider_than_its_place(name: str, change: Callable[[str], str], lesson: Lesson) -> None:
    drawn = hostile(name, change, lesson)
    count = len(lesson.modes[name].participants)
    assert max(columns(part) for parts in drawn_texts(drawn, r"p\d\W") for part in parts) <= LINE[count]
    assert max(columns(part) for parts in drawn_texts(drawn, "Note") for part in parts) <= NOTE_LINE[count]
    assert max(columns(part) for parts in drawn_texts(drawn, "participant") for part in parts) <= NAME_LINE[count]


@each_mode
@each_hostile
def test_no_text_changes_the_grammar(name: str, change: Callable[[str], str], lesson: Lesson) -> None:
    assert skeleton(hostile(name, change, lesson)) == skeleton(hostile(name, str, lesson))


@each_mode
@each_hostile
def test_no_text_keeps_what_mermaid_may_read_as_grammar(
    name: str, change: Callable[[str], str], lesson: Lesson
) -> None:
    for text in texts(hostile(name, change, lesson)):
        assert not LOUD.search(ENTITY.sub("·", text).replace("<br/>", "·"))


@each_hostile
def test_inert_text_reads_as_it_was_written_with_single_spaces(change: Callable[[str], str]) -> None:
    written = change("Kitchen")
    assert ENTITY.sub(lambda found: chr(int(found[1])), inert(written)) == " ".join(written.split())


def test_the_accessible_name_is_the_modes_own(lesson: Lesson) -> None:
    source = lines(diagram(lesson, lesson.modes["counter"], NONE))
    assert source[1] == "    accTitle: Counter sequence diagram"
    assert source[2] == "    accDescr: Eat by the counter."


def test_participants_stand_in_the_order_of_the_content(lesson: Lesson) -> None:
    for mode in lesson.modes.values():
        starts = [line for line in lines(diagram(lesson, mode, NONE)) if line.startswith("    participant ")]
        assert starts == [
            f"    participant p{number} as {participant.name}"
            for number, participant in enumerate(mode.participants, 1)
        ]
