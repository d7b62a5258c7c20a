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


def kept(part: Practice) -> str:
    """What the device keeps, as text: the learner's own answers, and where they are in a series."""
    part = part.mine or part
    answers = by_scenario(".".join(part.elsewhere)) | by_scenario(written(part.records))
    found: dict[str, object] = {"answers": ".".join(answers.values()), "order": part.order, "scenario": part.at}
    if part.series:
        found |= {
            "seed": part.series.seed,
            "number": part.series.number,
            "start": part.series.start,
            "row": part.series.row,
            "met": int(part.met),
        }
    return urlencode(found)


def joined(own: str, stored: str) -> str:
    """What the device keeps, with the answers that another tab has stored meanwhile; if all own ones were forgotten,
    so are those.
    """
    found = dict(parse_qsl(own))
    answers, others = by_scenario(found.get("answers", "")), by_scenario(dict(parse_qsl(stored)).get("answers", ""))
    return urlencode({**found, "answers": ".".join((others | answers).values())}) if answers else own


def resumed(part: Practice, text: str, workshop: Workshop) -> Practice:
    """Practice with what another keeper has of it: all answers of both, and where they tell of one scenario the longer
    record. A learner who has begun goes on where they are.
    """
    theirs, own = restored(text, workshop), part.mine or part
    if not theirs.records and not theirs.series:
        return part
    if own == Practice(kept=own.kept):
        return replace(theirs, kept=own.kept) if part is own else replace(part, mine=replace(theirs, kept=own.kept))
    found = by_scenario(written(theirs.records))
    for name, record in by_scenario(written(own.records)).items():
        found[name] = max(record, found.get(name, ""), key=len)
    records, _ = read(".".join(found.values()), workshop.scenarios)
    own = replace(own, records=records, series=own.series or theirs.series, met=own.met or theirs.met)
    return own if part.mine is None else replace(part, mine=own)


def renewed(part: Practice, workshop: Workshop) -> Practice:
    """Practice with edited content; an answer that is not complete yet stays on its question."""
    found = replace(restored(kept(part), workshop), kept=part.kept)
    asking = found.at == part.at and not (part.attempt.verdict or part.attempt.shown)
    return replace(found, attempt=part.attempt) if asking and not (part.drawn or part.mine) else found


def restored(text: str, workshop: Workshop) -> Practice:
    """Practice as the device kept it; what means nothing in the text is as if it were not there."""
    found = dict(parse_qsl(text))
    records, others = read(found.get("answers", ""), workshop.scenarios)
    part = Practice(
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
        part = replace(part, series=series)
    name = found.get("scenario", "")
    if name in workshop.scenarios:
        return opened(part, name, workshop)
    return first_open(part, order(part, workshop), workshop) if records else part
