"""What the device stores of Practice, and how it goes on from that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from engine.features.practice.address import whole_number
from engine.features.practice.encoding import by_scenario, decode, encode, is_answer
from engine.features.practice.scoring import BAD, GOOD
from engine.features.practice.state import Practice, Series, order, with_scenario, with_unsettled

if TYPE_CHECKING:
    from engine.features.practice.material import Material

MOST_ELSEWHERE = 200
"""Answers to scenarios that are not here."""


def stored(own: Practice, material: Material) -> str:
    """What the device stores, as text: the learner's own answers, and where they are in a series."""
    own = own.own or own
    answers = by_scenario(".".join(own.elsewhere)) | by_scenario(encode(own.records, material.facts))
    found: dict[str, object] = {"answers": ".".join(answers.values()), "order": own.order, "scenario": own.scenario}
    if own.series:
        found |= {
            "seed": own.series.seed,
            "number": own.series.number,
            "start": own.series.start,
            "row": own.series.row,
            "met": int(own.met),
        }
    return urlencode(found)


def merge_stored(own: str, stored: str) -> str:
    """What the device stores, with the answers that another tab has stored meanwhile.

    If all own answers were forgotten, so are those.
    """
    found = dict(parse_qsl(own))
    answers, others = by_scenario(found.get("answers", "")), by_scenario(dict(parse_qsl(stored)).get("answers", ""))
    return urlencode({**found, "answers": ".".join((others | answers).values())}) if answers else own


def resumed(own: Practice, text: str, material: Material) -> Practice:
    """Practice with what the page around the lesson has stored: all answers of both, of one scenario the longer record.

    A learner who has begun goes on where they are.
    """
    theirs, own = restored(text, material), own.own or own
    if not theirs.records and not theirs.series:
        return own
    if own == Practice(can_store=own.can_store):
        return replace(theirs, can_store=own.can_store)
    found = by_scenario(encode(theirs.records, material.facts))
    for name, record in by_scenario(encode(own.records, material.facts)).items():
        found[name] = max(record, found.get(name, ""), key=len)
    records, _ = decode(".".join(found.values()), material)
    return replace(own, records=records, series=own.series or theirs.series, met=own.met or theirs.met)


def renewed(own: Practice, before: Material, material: Material) -> Practice:
    """Practice with edited content; an answer that is not complete yet stays on its question."""
    found = replace(restored(stored(own, before), material), can_store=own.can_store)
    asking = found.scenario == own.scenario and own.attempt.asking
    return replace(found, attempt=own.attempt) if asking and not (own.in_series or own.own) else found


def restored(text: str, material: Material) -> Practice:
    """Practice as the device stored it; what means nothing in the text is as if it were not there."""
    found = dict(parse_qsl(text))
    records, others = decode(found.get("answers", ""), material)
    own = Practice(
        records,
        tuple(filter(is_answer, others))[:MOST_ELSEWHERE],
        order=whole_number(found.get("order", ""), 0, 0),
        met=found.get("met") == "1",
    )
    if seed := whole_number(found.get("seed", ""), 1, 0):
        row = found.get("row", "")
        series = Series(
            seed,
            whole_number(found.get("number", ""), 1, 1),
            whole_number(found.get("start", ""), 1, 1),
            row if set(row) <= {GOOD, BAD} else "",
        )
        own = replace(own, series=series)
    name = found.get("scenario", "")
    if name in material.scenarios:
        return with_scenario(own, name, material)
    return with_unsettled(own, order(own, material), material) if records else own
