"""What must hold between the numbers of templates.yaml and of model.yaml, so that they can be reckoned with.

Each function takes data of any shape: what the schema has already refused is passed over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import pairwise
from typing import Any

from engine.content.document import Document, Path
from engine.content.limits import between
from engine.content.lookup import (
    EACH,
    empty,
    find,
    is_number,
    named,
    suggestion,
    twice,
    unknown,
)
from engine.content.problems import Problem
from engine.content.shape import misfits
from engine.messages import PLACEHOLDER, parse
from simulator.doubts import NONE
from simulator.parameters import CONSTRAINT_OF, DEMANDS
from simulator.rules import NEEDED, PLACEHOLDERS, Constraints
from simulator.workload import DECLARED, GUESSED, QUANTITIES, key, options, others

FIGURES = {
    ("latency", "reading"): between(1, 1_000_000),
    ("latency", "length"): between(0, 3),
    ("latency", "refused"): between(0, 1),
    ("modes", EACH, "queue", "bad_days"): between(0, 1),
    ("modes", EACH, "queue", "expiry"): between(1, 7 * 24 * 3600),
    ("modes", EACH, "queue", "capacity"): between(1, 100_000_000),
    ("modes", EACH, "queue", "creations"): between(1, 100_000_000),
    ("modes", EACH, "longest"): between(1, 100_000_000),
    ("modes", EACH, "hits"): between(0, 1),
    ("cached_price",): between(0, 1),
    ("dollars_per_point",): between(0.01, 1_000_000),
    ("margin",): between(0, 1),
    ("days",): between(100, 10_000),
    ("readings", "worlds"): between(10, 1000),
    ("readings", "days"): between(50, 1000),
    ("readings", "defensible"): between(0.01, 0.5),
}
"""Figures that something is divided by, that are shares, or that cost time to compute."""

TOLERANCE = 0.001
"""By how much shares may miss 1 in all."""
DOUBTED = ("latency", "modes", "cached_price", "dollars_per_point")
"""Where numbers stand that a learner may be told to know better."""
CLOSED = "closed"
AWAY = ("submit", "notice")
"""What a client needs that does not stay connected, and no other one can have."""


def check_templates(document: Document) -> Iterator[Problem]:
    """The rules of templates.yaml."""
    for path, template in find(document.data, EACH):
        for at, span in find(template, "between", EACH, at=path):
            yield from _check_span(document, at, span, "from", "to")
        for at, number in find(template, "among", EACH, EACH, at=path):
            yield from _check_limit(document, at, number, at[-2])
        for at, name in named(template, "among", EACH, at=path):
            if any(find(template, "between", name)):
                yield document.problem(
                    at, f"`{name}` varies in two ways", "Keep it in `between` or in `among`.", of_name=True
                )


def check_model(document: Document, listed: list[Any]) -> Iterator[Problem]:
    """The rules of model.yaml; `listed` are the lesson's modes."""
    yield from empty(document, "modes")
    yield from unknown(document, named(document.data, "modes", EACH), "mode", listed)
    for pattern, limit in FIGURES.items():
        for path, value in find(document.data, *pattern, "value"):
            if is_number(value):
                yield from misfits(document, path, value, limit.keywords)
    for place in (("latency", EACH), ("modes", EACH, "queue", "completions", EACH, "curve")):
        for path, components in find(document.data, *place, "components"):
            yield from _check_shares(document, path, components)
    for path, parameters in find(document.data, "modes", EACH):
        if isinstance(parameters, dict):
            yield from _check_connection(document, path, parameters)
            yield from _check_needs(document, path, parameters)
    for path, completions in find(document.data, "modes", EACH, "queue", "completions"):
        if isinstance(completions, list) and completions:
            yield from _check_completions(document, path, completions)
    yield from unknown(document, find(document.data, "modes", EACH, "queue", "fallback", "mode"), "mode", listed)
    for name in DOUBTED:
        for path, part in find(document.data, name):
            yield from _check_doubts(document, path, part)
    for path, ranges in find(document.data, "ranges"):
        if isinstance(ranges, dict):
            yield from _check_ranges(document, path, ranges)
    for path, doubts in find(document.data, "readings", "unknown"):
        if isinstance(doubts, dict):
            yield from _check_unknown(document, path, doubts)
    for pattern in (
        ("modes", EACH, "needs", EACH, EACH),
        ("modes", EACH, "queue", "fallback", EACH),
        ("constraints", EACH, EACH),
        ("costs", EACH, EACH),
        ("sentences", EACH),
    ):
        for path, sentence in find(document.data, *pattern):
            if path[-1] in PLACEHOLDERS and isinstance(sentence, str):
                yield from _check_sentence(document, path, sentence)


def _check_sentence(document: Document, path: Path, sentence: str) -> Iterator[Problem]:
    """A sentence leaves nothing open but what it can be told; some must have what they are about."""
    known, used = PLACEHOLDERS[str(path[-1])], parse(sentence)[1::2]
    if "{" in PLACEHOLDER.sub("", sentence):
        yield document.problem(path, "a `{` begins no placeholder", "Write `{{` for a brace.")
    for name in dict.fromkeys(used):
        if name not in known:
            yield document.problem(path, f"unknown placeholder `{{{name}}}`", suggestion(name, known))
    if path[-1] in NEEDED and known[0] not in used and all(name in known for name in used):
        yield document.problem(path, f"the placeholder `{{{known[0]}}}` is missing", "Put it where it belongs.")


def _check_shares(document: Document, path: Path, components: Any) -> Iterator[Problem]:
    shares = [share for _, share in find(components, EACH, "share") if is_number(share)]
    if shares and len(shares) == len(components) and abs(sum(shares) - 1) > TOLERANCE:
        yield document.problem(path, f"the shares add up to {sum(shares):.4g}", "They must add up to 1.")


def _check_connection(document: Document, path: Path, parameters: Mapping[str, Any]) -> Iterator[Problem]:
    """Who does not stay connected must submit and be told of the end; who does cannot leave work in a queue."""
    connection = parameters.get("connection")
    if connection == CLOSED:
        for name in AWAY:
            if name not in parameters:
                yield document.problem((*path, name), f"a connection that is closed needs `{name}`", "Add it.")
    elif isinstance(connection, str):
        for name in (*AWAY, "queue"):
            if name in parameters:
                yield document.problem(
                    (*path, name),
                    f"a connection that is {connection} has no `{name}`",
                    f"Remove it, or write `connection: {CLOSED}`.",
                    of_name=True,
                )


def _check_needs(document: Document, path: Path, parameters: Mapping[str, Any]) -> Iterator[Problem]:
    """What a mode needs is asked once, and where no rule is about it, something can take its place."""
    yield from twice(document, find(parameters, "needs", EACH, "of", at=path), [])
    rules = {field.name for field in fields(Constraints)}
    for at, need in find(parameters, "needs", EACH, at=path):
        of = need["of"]
        if "instead" not in need and of in DEMANDS and CONSTRAINT_OF.get(of, of) not in rules:
            yield document.problem(
                (*at, "instead"),
                f"the need of `{of}` has no `instead`",
                "Add it: how many points its substitute weighs. No rule is about the need itself.",
            )


def _check_completions(document: Document, path: Path, completions: list[Any]) -> Iterator[Problem]:
    """The smallest come first, and all have as many components, so that there are curves between them."""
    sizes = [(index, size) for (*_, index, _), size in find(completions, EACH, "requests") if is_number(size)]
    for (_, size), (index, larger) in pairwise(sizes):
        if larger <= size:
            yield document.problem(
                (*path, index, "requests"), "this is not more than the one above", "Put small ones first."
            )
    counts = [(at, len(each)) for at, each in find(completions, EACH, "curve", "components") if isinstance(each, list)]
    for at, count in counts:
        if count != counts[0][1]:
            yield document.problem(
                (*path, *at), f"this has {count} components and the first has {counts[0][1]}", "Give all as many."
            )


def _check_doubts(document: Document, path: Path, part: Any) -> Iterator[Problem]:
    """What may be off has a name, since a learner may be told to find it out."""
    if isinstance(part, dict):
        for factor in ("within", "tail"):
            if is_number(part.get(factor)) and part[factor] > 1 and "note" in part and "name" not in part:
                yield document.problem((*path, "name"), f"what has a `{factor}` needs a `name`", "Add it.")
    for at, inner in find(part, EACH, at=path):
        yield from _check_doubts(document, at, inner)


def _check_ranges(document: Document, path: Path, ranges: Mapping[str, Any]) -> Iterator[Problem]:
    for name in QUANTITIES:
        if name not in ranges:
            yield document.problem((*path, name), f"`{name}` is missing", "Add it.")
        else:
            yield from _check_span(document, (*path, name), ranges[name], "least", "most")


def _check_unknown(document: Document, path: Path, doubts: Mapping[str, Any]) -> Iterator[Problem]:
    """Every fact that may be unknown has values, and it can have each of them; that there is no limit stands first."""
    for fact in GUESSED:
        if fact not in doubts:
            yield document.problem((*path, fact), f"`{fact}` is missing", "Add it.")
        for at, value in find(doubts, fact, "values", EACH, EACH, at=path):
            if at[-1] != 0:
                continue
            if value == NONE and DECLARED[fact].unlimited:
                if at[-2] != 0:
                    yield document.problem(
                        at,
                        f"`{NONE}` is not the first",
                        "Put it first: the advice takes it for a fact that is unknown.",
                    )
            elif DECLARED[fact].quantity and is_number(value):
                yield from misfits(document, at, value, DECLARED[fact].limit or {})
            elif value not in options(fact):
                possible = ", ".join(map(key, others(fact, None))) or (
                    f"{NONE}, or a number" if DECLARED[fact].unlimited else "a number"
                )
                yield document.problem(at, f"`{fact}` cannot be that", f"Write {possible}.")


def _check_span(document: Document, path: Path, span: Any, least: str, most: str) -> Iterator[Problem]:
    """Both ends lie within what a workload may have, and stand in order."""
    ends = [(each, span[each]) for each in (least, most) if each in span] if isinstance(span, dict) else []
    for name, number in ends:
        yield from _check_limit(document, (*path, name), number, path[-1])
    numbers = [number for _, number in ends if is_number(number)]
    if len(numbers) == 2 and numbers[0] >= numbers[1]:
        yield document.problem((*path, most), f"`{most}` is not more than `{least}`", "Correct one of them.")


def _check_limit(document: Document, path: Path, number: Any, field: str | int) -> Iterator[Problem]:
    """A number is one that the field of a workload may have."""
    if is_number(number) and field in QUANTITIES:
        yield from misfits(document, path, number, DECLARED[str(field)].limit or {})
