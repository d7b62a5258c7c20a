"""The words of the page itself, such as the names of its buttons: the typed shape of interface.yaml.

They stand together by where a learner meets them. `Phrase` is what is shown; where a number belongs in a sentence,
the view puts it before or after a phrase, since text from YAML is never a format string.
"""

from dataclasses import dataclass
from typing import Annotated

from engine.content.explore_words import Explore
from engine.content.limits import (
    Label,
    Line,
    Short,
    Symbol,
    Term,
    letters,
)

Phrase = Label
Sentence = Line


@dataclass(frozen=True, eq=False)
class Views:
    """The page's views."""

    group: Phrase
    """The name of the navigation, for whoever hears the page."""
    explore: Term
    """One mode at a time."""
    compare: Term
    """The four modes at once."""
    race: Term
    """The four modes on one clock."""
    practice: Term
    """Scenarios to decide on."""
    workload: Term
    """Advice on the learner's own workload."""
    about: Term
    """What a textbook page would want to know."""


@dataclass(frozen=True, eq=False)
class BasisNames:
    """The names of what figures rest on."""

    published: Phrase
    """Measured and published by a source."""
    derived: Phrase
    """Computed from published figures."""
    illustrative: Phrase
    """Plausible, to show the shape."""
    judgement: Phrase
    """The authors' opinion."""


@dataclass(frozen=True, eq=False)
class UnitNames:
    """Units of time."""

    ms: Symbol
    """Milliseconds."""
    s: Annotated[Symbol, letters(2)]
    """Seconds."""
    min: Symbol
    """Minutes."""
    h: Symbol
    """Hours."""
    days: Short
    """Days, of which there are at least two."""


@dataclass(frozen=True, eq=False)
class Guide:
    """The words around the guidance."""

    guidance: Phrase
    """The name of the part of the page that holds the guidance."""
    glance: Phrase
    """Above the small table of all modes."""
    mode: Term
    """Column: the mode."""
    latency: Term
    """Column and heading: how long it takes."""
    cost: Term
    """Column and heading: what it costs."""
    client: Phrase
    """Column: what the client's thread does."""
    engineering: Phrase
    """Column and heading: what it takes to build."""
    use_when: Phrase
    """Heading."""
    avoid_when: Phrase
    """Heading."""
    measure: Term
    """Column: what is measured."""
    median: Short
    """Column."""
    p95: Short
    """Column."""
    p99: Short
    """Column."""
    times: Symbol
    """After a price multiplier."""
    weight_of: Short
    """Between a weight and the heaviest weight there is."""
    bases: BasisNames
    """What figures rest on."""
    sources: Term
    """Before the publishers that a claim rests on."""
    units: UnitNames
    """Units of time."""


@dataclass(frozen=True, eq=False)
class Deciding:
    """The words of the views in which a learner decides, before Python is there to work them out."""

    race: Sentence
    """What Race is."""
    practice: Sentence
    """What Practice is."""
    workload: Sentence
    """What Your workload is."""
    waiting: Sentence
    """What is still missing."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """The headings of About."""

    how_to_use: Phrase
    """Heading."""
    objective: Phrase
    """Heading."""
    ideas: Phrase
    """Heading."""
    plan: Phrase
    """Heading."""
    audience: Phrase
    """Before the audience."""
    duration: Phrase
    """Before the duration."""
    prerequisites: Phrase
    """Before the prerequisites."""
    minutes: Short
    """After a number of minutes."""
    scenarios: Phrase
    """Heading."""
    scenarios_lead: Sentence
    """What to do with the scenarios."""
    answer: Phrase
    """Opens a scenario's answer."""
    assessment: Phrase
    """Heading."""
    references: Phrase
    """Heading."""
    sources: Phrase
    """Heading of the list of all other sources."""
    read_on: Phrase
    """Before the day on which a source was read."""
    embed: Phrase
    """Heading."""
    copy: Phrase
    """Copies the snippet."""
    licence: Phrase
    """Heading."""
    versions: Phrase
    """Heading."""


@dataclass(frozen=True, eq=False)
class Words:
    """interface.yaml: every word of the page that belongs to no mode."""

    views: Views
    """The page's views."""
    explore: Explore
    """Around a diagram."""
    guide: Guide
    """Around the guidance."""
    deciding: Deciding
    """Of Race, Practice and Your workload."""
    about: Sheet
    """Of About."""
