"""Reports as xAPI statements, by version 1 of the producer contract of dmccreary/learning-record-store.

There is no actor in them: only the host knows who is reading, and adds that before it sends them on.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.state import Textbook

VERBS = "http://adlnet.gov/expapi/verbs/"
TYPES = "http://adlnet.gov/expapi/activities/"
EXTENSIONS = "https://w3id.org/lrs/ext/"
SHORTEST = 0.25
"""Seconds: what plays for less was a mistake."""
CONTROLS = ("mode", "step", "failure", "hint", "revealed")
"""The reports of a control that was used."""


def textbook(asked: Mapping[str, str], lesson: str) -> Textbook | None:
    """The textbook that an address names; None where it asks for no statements.

    >>> textbook({"xapi": "1", "textbook": "https://a.org/b/textbook/llm/v1"}, "flow").page
    'https://a.org/b/sims/flow/'
    """
    version, page = asked.get("textbook", ""), asked.get("activity", "")
    if asked.get("xapi") != "1" or not is_textbook(version):
        return None
    return Textbook(version, page if is_page(page) else f"{version.partition('/textbook/')[0]}/sims/{lesson}/")


def is_textbook(iri: str) -> bool:
    """Whether an IRI names a version of a textbook."""
    site, _, rest = iri.partition("/textbook/")
    return _published(iri) and site.count("/") >= 2 and len(rest.split("/")) == 2 and all(rest.split("/"))


def is_page(iri: str) -> bool:
    """Whether an IRI names a page."""
    return _published(iri) and iri.endswith("/")


def _published(iri: str) -> bool:
    """Whether an IRI means the same on every machine."""
    host = iri.removeprefix("https://").partition("/")[0].partition(":")[0]
    plain = iri.isascii() and iri.isprintable() and len(iri) <= 500 and not set(iri) & set(' "<>?#\\^`{|}@')
    return iri.startswith("https://") and plain and "." in host and not host.startswith("127.")


def statement(report: Mapping[str, object], book: Textbook, title: str, utc: str) -> dict[str, object] | None:
    """The statement that a report makes; None where the contract has none for it.

    `title` is the lesson's. An answer that was on the page before it was given makes none.
    """
    match report["event"]:
        case "answered" if not report["revealed"]:
            objectives = report.get("objectives")
            concept = objectives[0] if isinstance(objectives, list | tuple) and objectives else None
            result = {
                "success": report["success"],
                "score": {"scaled": report["score"]},
                "response": report["mode"],
                "duration": duration(report["duration"]),
            }
            return _statement(
                "answered",
                f"{book.page}#q-{report['question']}",
                "cmi.interaction",
                report["title"],
                result,
                concept,
                book,
                utc,
            )
        case "play" | "race" if _lasted(report):
            result = {"duration": duration(report["duration"])}
            return _statement("experienced", book.page, "simulation", title, result, report.get("mode"), book, utc)
        case "step" if report["playing"]:
            return None
        case event if event in CONTROLS:
            value = "-".join(str(report[part]) for part in ("question", "mode", "failure", "step") if part in report)
            return _statement(
                "interacted",
                f"{book.page}#{event}-{value}",
                "interaction",
                report["title"],
                {"extensions": {f"{EXTENSIONS}value": value}},
                report.get("mode"),
                book,
                utc,
            )
    return None


def duration(seconds: object) -> str:
    """Seconds as ISO 8601 writes them.

    >>> duration(3725.5), duration(0.3), duration(60.0)
    ('PT1H2M5.5S', 'PT0.3S', 'PT1M0S')
    """
    minutes, rest = divmod(round(float(str(seconds)), 1), 60)
    hours, minutes = divmod(int(minutes), 60)
    return "PT" + f"{hours}H" * (hours > 0) + f"{minutes}M" * (minutes > 0) + f"{round(rest, 1):g}S"


def _lasted(report: Mapping[str, object]) -> bool:
    return report["state"] != "started" and float(str(report["duration"])) >= SHORTEST


def _statement(
    verb: str, iri: str, kind: str, name: object, result: object, concept: object, book: Textbook, utc: str
) -> dict[str, object]:
    groups: dict[str, object] = {"grouping": [{"id": book.version}]}
    if iri != book.page:
        groups["parent"] = [{"id": book.page}]
    context = {"contextActivities": groups} | ({"extensions": {f"{EXTENSIONS}concept_id": concept}} if concept else {})
    return {
        "verb": {"id": f"{VERBS}{verb}", "display": {"en-US": verb}},
        "object": {
            "objectType": "Activity",
            "id": iri,
            "definition": {"type": f"{TYPES}{kind}", "name": {"en-US": name}},
        },
        "result": result,
        "context": context,
        "timestamp": utc,
    }
