"""The words around a diagram: the section `explore` of interface.yaml."""

from dataclasses import dataclass

from engine.content.limits import (
    Label,
    Line,
    PlaySeconds,
    Short,
    Term,
    Word,
)


@dataclass(frozen=True, eq=False)
class AnnotationNames:
    """The names of the annotations."""

    latency: Term
    """How long it takes."""
    cost: Term
    """What it costs."""
    engineering: Term
    """What must be built."""


@dataclass(frozen=True, eq=False)
class OccupationNames:
    """The names of what a participant does."""

    busy: Short
    """It works."""
    blocked: Short
    """It waits and can do nothing else."""
    free: Short
    """It can do other things."""


@dataclass(frozen=True, eq=False)
class Explore:
    """The words around a diagram."""

    modes: Word
    """The name of the radio group; other pages rely on "API mode"."""
    stage: Label
    """The name of the part of the page that holds the diagrams."""
    diagram: Word
    """What a diagram is called, after the mode's name."""
    keys: Line
    """How to walk a diagram by keyboard."""
    show: Word
    """Before the annotation toggles."""
    annotations: AnnotationNames
    """The names of the annotations."""
    as_text: Word
    """The toggle that shows the steps as a list."""
    copy_mermaid: Label
    """The button that copies the diagram's source."""
    download_svg: Label
    """The button that saves the drawing, to be scaled and edited."""
    download_png: Label
    """The button that saves the drawing in pixels."""
    previous: Term
    """One step back."""
    next: Term
    """One step on."""
    play: Term
    """Walk the steps."""
    pause: Term
    """Stop walking."""
    play_seconds: PlaySeconds
    """How long Play stays at a step."""
    step: Short
    """Before a step's number."""
    of: Short
    """Between a step's number and the number of steps."""
    steps: Label
    """The name of the ordered list."""
    start: Line
    """What the caption says before a step is chosen."""
    states: OccupationNames
    """What participants do."""
    bands: Label
    """The name of the bands that show what participants do."""
    drawing: Line
    """Stands where a diagram is still being drawn."""
