"""The words of Practice, and its criterion: the section `practice` of workshop.yaml."""

from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import (
    Label,
    Line,
    Short,
    Symbol,
    Term,
    Word,
    between,
)
from engine.features.practice.flip_words import FlipWords

Phrase = Label
Sentence = Line


@dataclass(frozen=True, eq=False)
class ObjectiveNames:
    """What scenarios practise."""

    latency: Term
    """How long it takes."""
    cost: Term
    """What it costs."""
    engineering: Term
    """What must be built."""
    boundary: Term
    """Where two modes are close."""


@dataclass(frozen=True, eq=False)
class Judgement:
    """How good a mode is; each verdict has a sign too, so that colour is never alone."""

    best: Term
    """The best."""
    defensible: Term
    """Right under some reading."""
    poor: Term
    """Not right."""


@dataclass(frozen=True, eq=False)
class UnfinishedWords:
    """What the page says to an answer that is not finished."""

    mode: Sentence
    """No mode is chosen."""
    marks: Sentence
    """No fact is marked."""
    many: Sentence
    """More facts are marked than can have decided."""


@dataclass(frozen=True, eq=False)
class AskingWords:
    """Around a question."""

    scenario: Term
    """Before a scenario's number."""
    of: Short
    """Between a number and how many there are."""
    drawn: Word
    """Before a new workload's number."""
    seed: Term
    """Before the seed of a series."""
    mark: Phrase
    """Above the facts: what to do with them."""
    too_many: Phrase
    """After how many are marked, where they are more than can be answered with."""
    facts: Phrase
    """Above the facts once there is an answer."""
    choice: Phrase
    """Above the modes; the name of their radio group."""
    answer: Term
    """Gives the answer."""
    hint: Phrase
    """Tells the first hint."""
    another_hint: Phrase
    """Tells the second."""
    hints: Term
    """Before a hint's number."""
    show: Phrase
    """Shows the answer."""
    unfinished: UnfinishedWords
    """To an answer that is not finished."""


@dataclass(frozen=True, eq=False)
class NumberWords:
    """What the model says of a choice."""

    heading: Phrase
    """Above the numbers."""
    cost: Phrase
    """What it costs."""
    a_day: Term
    """After an amount of money."""
    first: Phrase
    """When the reader would see something."""
    done: Phrase
    """When all is done."""
    cut: Phrase
    """How many requests a timer would cut."""
    late: Phrase
    """How many days would be late."""
    median: Phrase
    """After half of all days' figure."""
    p95: Phrase
    """After the figure that 95 of 100 days keep."""
    percent: Symbol
    """After a share."""
    none: Short
    """A share of nothing."""
    under: Short
    """Before the smallest share that is shown."""
    basis: Sentence
    """What the figures rest on."""
    all: Phrase
    """The caption of the table of all modes."""
    mode: Term
    """Column: the mode, which opens what would come of it."""


@dataclass(frozen=True, eq=False)
class ConsequenceWords:
    """Around what comes of an answer."""

    verdicts: Judgement
    """How good it is."""
    reading: Phrase
    """Before the reading under which a defensible choice is right."""
    points: Phrase
    """After the points that a scenario has earned and those it could have."""
    no_points: Sentence
    """Once the answer was shown."""
    right: Phrase
    """After a fact that decides."""
    wrong: Phrase
    """After a fact that was marked and does not decide."""
    missed: Phrase
    """After a fact that decides and was not marked."""
    also: Phrase
    """After a fact that was not marked and decides as well as those that were, which are enough."""
    facts_right: Sentence
    """All marked facts decide."""
    facts_half: Sentence
    """One does, another does not."""
    facts_wrong: Sentence
    """None does."""
    first_marks: Sentence
    """Where other facts are marked than at the first try, and it makes a difference."""
    why: Phrase
    """Heading of the reasoning, before the fact that decides."""
    differs: Phrase
    """Before the reason why the model's advice is another."""
    confirm: Phrase
    """Heading of the way to the guidance and to the race."""
    guidance: Phrase
    """After a mode's name: the link to its guidance."""
    race: Phrase
    """The link to the race of this workload."""
    again: Phrase
    """Tries again."""
    next: Phrase
    """To the next question."""
    to_result: Phrase
    """To the result, where no question is left."""


@dataclass(frozen=True, eq=False)
class ResultWords:
    """Progress and result."""

    open: Phrase
    """The button that opens them, before how many are done."""
    heading: Phrase
    """Their heading."""
    finished: Phrase
    """Their heading when nothing is left to answer."""
    first_try: Phrase
    """After how many were answered best at the first try, of how many done."""
    done: Phrase
    """After how many are done, of how many there are."""
    strongest: Phrase
    """Before the objective with the largest share of its points."""
    look_again: Phrase
    """Before the objective with the smallest."""
    objectives: ObjectiveNames
    """What scenarios practise."""
    by_objective: Phrase
    """Heading of the points by objective."""
    points: Term
    """After a number of points."""
    untried: Term
    """Where an objective has no points yet."""
    list: Phrase
    """Heading of the list of all scenarios."""
    states: Judgement
    """A scenario was best at the first try; it was good enough; it was not, or the answer was shown."""
    open_state: Term
    """A scenario is not settled."""
    take: Phrase
    """Heading of what can be taken home."""
    copy: Phrase
    """Copies the result as text."""
    link: Phrase
    """Opens the page with the same answers."""
    go_on: Phrase
    """Back to the questions."""
    shuffle: Phrase
    """Shuffles the scenarios."""
    teaching_order: Phrase
    """Brings them into the teaching order again."""
    start_again: Phrase
    """Forgets all answers."""
    sure: Sentence
    """Asks before that."""
    forget: Phrase
    """Does it."""
    keep: Phrase
    """Does not."""
    not_kept: Sentence
    """Where the device cannot keep answers."""
    shared: Sentence
    """While answers are shown that came with a link."""
    mine: Phrase
    """Back to the learner's own."""


@dataclass(frozen=True, eq=False)
class Criterion:
    """When the lesson's objective is met."""

    row: Annotated[int, between(1, 50)]
    """So many new workloads in a row."""
    good: Annotated[int, between(1, 50)]
    """At least so many of them best or defensible, with the facts named correctly."""
    rule: Sentence
    """The same in words."""
    heading: Phrase
    """Heading of how far a learner is."""
    so_far: Phrase
    """After how many were good, of the last few."""
    missing: Phrase
    """After how many answers the row still needs."""
    met: Sentence
    """When it is met."""
    good_one: Term
    """An answer that counts."""
    bad_one: Term
    """One that does not."""


@dataclass(frozen=True, eq=False)
class SeriesWords:
    """Around new workloads."""

    new: Phrase
    """Draws a workload that nobody has written down."""
    another: Phrase
    """Starts a series from another seed."""
    back: Phrase
    """Back to the scenarios."""
    share: Sentence
    """How a series can be shared."""


@dataclass(frozen=True, eq=False)
class PracticeWords:
    """The words of Practice."""

    heading: Term
    """Its name, for whoever hears the page."""
    asking: AskingWords
    """Around a question."""
    numbers: NumberWords
    """What the model says of a choice."""
    after: ConsequenceWords
    """Around what comes of an answer."""
    flip: FlipWords
    """Around what would flip the choice."""
    result: ResultWords
    """Progress and result."""
    series: SeriesWords
    """Around new workloads."""
    criterion: Criterion
    """When the lesson's objective is met."""
