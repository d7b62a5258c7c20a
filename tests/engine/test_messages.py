"""Every message has the fields that docs/embedding.md gives it, and no other."""

import json

from engine import report
from tests.documented import documented, parts, wrong
from tests.support.hosting import Host


def test_every_message_has_the_documented_fields_and_no_other(visit: Host) -> None:
    assert wrong(visit.heard) == []


def test_every_documented_field_is_sent(visit: Host) -> None:
    elsewhere = {"microsim-ready", "microsim-error", "microsim-resize", "lti.frameResize"}  # see tests/browser
    question = report.splice.question(visit.numbers)
    sent: dict[str, set[str]] = {str(question["subject"]): set(question)}
    for name, message in parts(visit.heard):
        sent.setdefault(name, set()).update(message)
    assert {name: set(fields) for name, fields in documented().items() if name not in elsewhere} == {
        name: fields for name, fields in sent.items() if fields
    }


def test_every_message_can_be_sent_and_written_down(visit: Host) -> None:
    text = json.dumps(visit.heard, allow_nan=False)
    assert "null" not in text
    assert json.loads(text) == visit.heard


def test_every_event_goes_out_in_our_words_and_in_those_of_splice(visit: Host) -> None:
    ours = [each["event"] for each in visit.heard if each.get("type") == "microsim-event"]
    theirs = [each["name"] for each in visit.heard if each.get("subject") == "SPLICE.sendEvent"]
    assert ours == theirs == visit.names()
