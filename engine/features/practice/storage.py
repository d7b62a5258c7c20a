"""What the device stores of Practice, and how it goes on from that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from engine.content.codes import SCENARIO, code
from engine.features.practice.address import whole_number
from engine.features.practice.begun import begun, with_begun
from engine.features.practice.encoding import by_scenario, decode, encode, is_answer
from engine.features.practice.hunch import from_kept, kept
from engine.features.practice.repeats import SOON
from engine.features.practice.scoring import BAD, GOOD, Record, missed
from engine.features.practice.state import Practice, Series, current, order, with_scenario, with_series, with_unsettled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.features.practice.material import Material

NONE = "-"
"""Stands for no scenarios, which is something else than that nothing was stored."""
MOST_ELSEWHERE = 200
"""Answers to scenarios that are not here."""


def stored(own: Practice, material: Material) -> str:
    """What the device stores, as text: the learner's own answers, one that is begun, and where they are in a series."""
    own = own.own or own
    answers = by_scenario(".".join(own.elsewhere)) | by_scenario(encode(own.records, material.facts))
    found: dict[str, object] = {"answers": ".".join(answers.values()), "order": own.order, "scenario": own.scenario}
    found["again"] = ".".join(code(name, SCENARIO) for name, _ in own.again) or NONE
    if own.hunches:
        found["hunch"] = kept(own.hunches)
    if own.series:
        found |= {
            "seed": own.series.seed,
            "number": own.series.number,
            "start": own.series.start,
            "row": own.series.row,
            "sure": own.series.sure,
            "met": int(own.met),
        }
    if text := begun(own.attempt, material):
        found |= {"begun": text} | ({"case": 1} if own.in_series else {"scenario": current(own, material)})
    return urlencode(found)


def merge_stored(own: str, stored: str) -> str:
    """What the device stores, with the answers that another tab has stored meanwhile."""
    found = dict(parse_qsl(own))
    theirs = dict(parse_qsl(stored))
    answers, others = by_scenario(found.get("answers", "")), by_scenario(theirs.get("answers", ""))
    if "hunch" in theirs:
        found = {"hunch": theirs["hunch"], **found}
    return urlencode({**found, "answers": ".".join((others | answers).values())})


def resumed(own: Practice, text: str, material: Material) -> Practice:
    """Practice with what the page around the lesson has stored: all answers of both, of one scenario the longer record.

    A learner who has begun goes on where they are.
    """
    theirs, own = restored(text, material), own.own or own
    own = replace(own, hunches={**theirs.hunches, **own.hunches})
    if not theirs.records and not theirs.series:
        return own
    if own == Practice(can_store=own.can_store, hunches=own.hunches):
        return replace(theirs, can_store=own.can_store, hunches=own.hunches)
    found = by_scenario(encode(theirs.records, material.facts))
    for name, record in by_scenario(encode(own.records, material.facts)).items():
        found[name] = max(record, found.get(name, ""), key=len)
    records, _ = decode(".".join(found.values()), material)
    return replace(own, records=records, series=own.series or theirs.series, met=own.met or theirs.met)


def renewed(own: Practice, before: Material, material: Material) -> Practice:
    """Practice with edited content; an answer that is not complete yet stays on its question."""
    return replace(restored(stored(own, before), material), can_store=own.can_store)


def restored(text: str, material: Material) -> Practice:
    """Practice as the device stored it; what means nothing in the text is as if it were not there."""
    found = dict(parse_qsl(text))
    records, others = decode(found.get("answers", ""), material)
    own = Practice(
        records,
        tuple(filter(is_answer, others))[:MOST_ELSEWHERE],
        order=whole_number(found.get("order", ""), 0, 0),
        met=found.get("met") == "1",
        again=_again(found.get("again"), records, material),
        hunches=from_kept(found.get("hunch", ""), material),
    )
    if seed := whole_number(found.get("seed", ""), 1, 0):
        row = found.get("row", "")
        series = Series(
            seed,
            whole_number(found.get("number", ""), 1, 1),
            whole_number(found.get("start", ""), 1, 1),
            row if set(row) <= {GOOD, BAD} else "",
            _digits(found.get("sure", ""), len(row)),
        )
        own = replace(own, series=series)
    name, text = found.get("scenario", ""), found.get("begun", "")
    if text and "case" in found and own.series and material.subject.has_series:
        return with_begun(with_series(replace(own, scenario=name), own.series), text, material)
    if name in material.scenarios:
        return with_begun(with_scenario(own, name, material), text, material)
    return with_unsettled(own, order(own, material), material) if records else own


def _digits(text: str, length: int) -> str:
    """How sure the learner was at each answer; what was stored before that was asked, or does not fit, is not said."""
    return text if len(text) == length and set(text) <= set("0123") else "0" * length


def _again(text: str | None, records: Mapping[str, Record], material: Material) -> tuple[tuple[str, int], ...]:
    """The scenarios that come back on a later visit: those that were stored, or else all that were missed."""
    names = None if text is None else {*text.split(".")}
    return tuple(
        (name, SOON)
        for name, record in records.items()
        if (missed(record, material.scenarios[name]) if names is None else code(name, SCENARIO) in names)
    )
