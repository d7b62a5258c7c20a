"""What the device keeps of Practice, and how it goes on from that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from engine.features.practice.scoring import (
    BAD,
    GOOD,
    by_scenario,
    is_answer,
    read,
    written,
)
from engine.features.practice.state import Practice, Series, order
from engine.features.practice.update import first_open, opened, whole_number

if TYPE_CHECKING:
    from engine.content.practice_content import Workshop


MOST_ELSEWHERE = 200
"""Answers to scenarios that are not here."""


def stored(own: Practice) -> str:
    """What the device keeps, as text: the learner's own answers, and where they are in a series."""
    own = own.mine or own
    answers = by_scenario(".".join(own.elsewhere)) | by_scenario(written(own.records))
    found: dict[str, object] = {"answers": ".".join(answers.values()), "order": own.order, "scenario": own.at}
    if own.series:
        found |= {
            "seed": own.series.seed,
            "number": own.series.number,
            "start": own.series.start,
            "row": own.series.row,
            "met": int(own.met),
        }
    return urlencode(found)


def merge(own: str, stored: str) -> str:
    """What the device keeps, with the answers that another tab has stored meanwhile; if all own ones were forgotten,
    so are those.
    """
    found = dict(parse_qsl(own))
    answers, others = by_scenario(found.get("answers", "")), by_scenario(dict(parse_qsl(stored)).get("answers", ""))
    return urlencode({**found, "answers": ".".join((others | answers).values())}) if answers else own


def resumed(own: Practice, text: str, workshop: Workshop) -> Practice:
    """Practice with what another keeper has of it: all answers of both, and where they tell of one scenario the longer
    record. A learner who has begun goes on where they are.
    """
    theirs, own = restored(text, workshop), own.mine or own
    if not theirs.records and not theirs.series:
        return own
    if own == Practice(kept=own.kept):
        return replace(theirs, kept=own.kept) if own is own else replace(own, mine=replace(theirs, kept=own.kept))
    found = by_scenario(written(theirs.records))
    for name, record in by_scenario(written(own.records)).items():
        found[name] = max(record, found.get(name, ""), key=len)
    records, _ = read(".".join(found.values()), workshop.scenarios)
    own = replace(own, records=records, series=own.series or theirs.series, met=own.met or theirs.met)
    return own if own.mine is None else replace(own, mine=own)


def renewed(own: Practice, workshop: Workshop) -> Practice:
    """Practice with edited content; an answer that is not complete yet stays on its question."""
    found = replace(restored(stored(own), workshop), kept=own.kept)
    asking = found.at == own.at and not (own.attempt.verdict or own.attempt.shown)
    return replace(found, attempt=own.attempt) if asking and not (own.drawn or own.mine) else found


def restored(text: str, workshop: Workshop) -> Practice:
    """Practice as the device kept it; what means nothing in the text is as if it were not there."""
    found = dict(parse_qsl(text))
    records, others = read(found.get("answers", ""), workshop.scenarios)
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
    if name in workshop.scenarios:
        return opened(own, name, workshop)
    return first_open(own, order(own, workshop), workshop) if records else own
