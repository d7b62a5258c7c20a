"""What an author begins: a mode, a scenario, a source or a failure, with every place that still needs words marked.

Each function gives the files that change, by name: whole, and new ones too. What is there already stays, so that
beginning a mode again adds what it lacks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from engine.authoring.insertion import CannotInsertError, appended, below, listed
from engine.authoring.skeletons import Form, written
from engine.content.declared import NEEDED
from engine.content.document import Document
from engine.content.files import of_shape
from engine.content.lookup import EACH, find, step_names
from engine.content.unwritten import MARK, marked
from engine.features.code.content import file_of
from engine.messages import Messages
from engine.vocabulary import MODES, Colour, Shape

KINDS = ("mode", "scenario", "source", "failure")
"""What can be begun."""


class CannotBeginError(Exception):
    """It cannot be begun; `reason` names the message that says why, `file` the file that it is about."""

    def __init__(self, reason: str, file: str = "") -> None:
        super().__init__(reason)
        self.reason, self.file = reason, file


def why_not(messages: Messages, error: CannotBeginError) -> str:
    """Why something cannot be begun, in words."""
    if error.file:
        return messages(f"begin.cannot_in.{error.reason}", file=error.file)
    return messages(f"begin.cannot.{error.reason}")


@dataclass(frozen=True)
class Papers:
    """The files of a lesson, as far as they can be read, and the schemas that they follow."""

    files: Mapping[str, str]
    documents: Mapping[str, Document]
    schemas: Mapping[str, Any]

    def data(self, file: str) -> Any:
        """What a file holds; nothing where the lesson has no such file."""
        if file in self.files and file not in self.documents:
            raise CannotBeginError("unreadable", file)
        return self.documents[file].data if file in self.documents else {}


def begun(papers: Papers, kind: str, name: str, today: str, of: str = "") -> dict[str, str]:
    """The files that change where something of a kind is begun; `of` is the mode that a failure is one of."""
    called = identifier(name)
    if not called:
        raise CannotBeginError("unnamed")
    title = name.strip() if name.strip() != called else called.replace("-", " ").capitalize()
    match kind:
        case "mode":
            found = dict(_mode(papers, called, title))
        case "scenario":
            found = dict(_entry(papers, "scenarios", called, _scenario(papers, title)))
        case "source":
            form = Form(papers.schemas["sources"]).of("")
            found = dict(_entry(papers, "sources", called, form.filled({"read": today})))
        case _:
            found = dict(_failure(papers, of, called, title))
    if not found:
        raise CannotBeginError("taken")
    return found


def identifier(name: str) -> str:
    """What a name is called in files and addresses.

    >>> identifier("Größere Aufträge, nachts"), identifier("2 calls")
    ('grossere-auftrage-nachts', 'calls')
    """
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789")[:40].strip("-")


def _mode(papers: Papers, name: str, title: str) -> Iterator[tuple[str, str]]:
    """A mode, and all that the lesson's other files say of a mode."""
    lesson, file = papers.data("lesson.yaml"), f"modes/{name}.yaml"
    order = [mode for _, mode in find(lesson, "modes", EACH)]
    if name not in order and len(order) >= MODES[1]:
        raise CannotBeginError("full")
    steps = step_names(papers.documents.get(file)) or ["request", "reply"]
    if file not in papers.files:
        yield file, _first_line(papers, "mode") + written(_mode_itself(papers, title, order, steps), spaced=True)
    if name not in order:
        yield "lesson.yaml", listed(papers.files["lesson.yaml"], papers.documents["lesson.yaml"], ("modes",), name)
    if name not in papers.data("model.yaml").get("modes", {name: None}):
        conduct = Form(papers.schemas["model"]).of("modes", "")
        steps_of = conduct.of("steps").filled({"sent": steps[0], "done": steps[-1]})
        usual = conduct.usual(list(papers.data("model.yaml")["modes"].values()))
        yield _inserted(papers, "model.yaml", ("modes",), name, conduct.filled({"steps": steps_of}, usual))
    choice = Form(papers.schemas["scenarios"]).of("", "choices", "")
    for scenarios in of_shape("scenarios", papers.files):
        text = papers.files[scenarios]
        cases = [case for case, of in papers.data(scenarios).items() if name not in of.get("choices", {name: None})]
        for case in reversed(cases):  # from below, so that the places above stay what they are
            entry = {name: choice.filled({"guidance": _first_guidance(lesson)})}
            text = _below(papers, scenarios, text, (case, "choices"), entry)
        if cases:
            yield scenarios, text
    sheet = papers.data("code.yaml")
    if sheet.get("vendors") and name not in sheet["remarks"]:
        remark = Form(papers.schemas["code"]).of("remarks", "", "").empty
        yield _inserted(papers, "code.yaml", ("remarks",), name, dict.fromkeys(sheet["vendors"], remark))
    for vendor, about in sheet.get("vendors", {}).items():
        if file_of(name, vendor) not in papers.files:
            yield file_of(name, vendor), CODE.format(MARK, about["name"], ", ".join(steps))


CODE = """\
# {} A client for {}. Above the lines that perform a step stands its mark, such as the one below.
# step {}
"""


def _mode_itself(papers: Papers, title: str, order: list[str], steps: list[str]) -> dict[str, Any]:
    form = Form(papers.schemas["mode"])
    others = [papers.data(f"modes/{mode}.yaml") for mode in order if f"modes/{mode}.yaml" in papers.files]
    colour, shape = _sign([(each.get("colour"), each.get("shape")) for each in others])
    people = _people(others)
    part, sections = form.of("sections", ""), {}
    for (_, section, _), kind in find(papers.data("lesson.yaml"), "sections", EACH, "kind"):
        usual = part.usual([each["sections"].get(section, {}) for each in others])
        sections[section] = part.filled({"step": steps[0]} if kind == "step" else {}, (*NEEDED[kind], *usual))
    return form.filled(
        {
            "name": title,
            "colour": colour,
            "shape": shape,
            "participants": [form.of("participants", EACH).filled({"name": each}) for each in people],
            "steps": _steps(form, people, steps),
            "sections": sections,
        }
    )


def _steps(form: Form, people: list[str], names: list[str]) -> list[Any]:
    """A question and its answer: the shortest sequence that there is."""
    ways = (("request", people[0], people[1]), ("reply", people[1], people[0]))
    step = form.of("steps", EACH)
    return [
        step.filled({"id": name, "kind": kind, "from": sender, "to": receiver})
        for name, (kind, sender, receiver) in zip(names, ways, strict=False)
    ]


def _people(others: list[Any]) -> list[str]:
    """The participants that all modes have: two of them, by the names that they have there."""
    names = [[name for _, name in find(each, "participants", EACH, "name")] for each in others]
    common = [name for name in (names[0] if names else []) if all(name in each for each in names)]
    ends = [common[0], common[-1]] if len(common) > 1 else [*common, "Client", "Server"][:2]
    return list(dict.fromkeys(ends))


def _sign(taken: list[tuple[Any, Any]]) -> tuple[str, str]:
    """A colour and a shape that no mode has together; if possible, neither of them."""
    colours, shapes = get_args(Colour), get_args(Shape)
    used = [{each[index] for each in taken} for index in (0, 1)]
    pairs = [(colour, shape) for colour in colours for shape in shapes if (colour, shape) not in taken]
    return min(pairs, key=lambda pair: (pair[0] in used[0]) * 2 + (pair[1] in used[1]))


def _scenario(papers: Papers, title: str) -> dict[str, Any]:
    form, lesson = Form(papers.schemas["scenarios"]).of(""), papers.data("lesson.yaml")
    model = papers.data("model.yaml")
    modes = list(model["modes"]) if model else [mode for _, mode in find(lesson, "modes", EACH)]
    choice = form.of("choices", "")
    place = choice.of("guidance")
    section = place.of("section").named(lesson["sections"])
    guidance = place.filled({"section": section}, ("point",) * bool(_points(lesson)))
    objectives = [form.of("objectives").named(lesson.get("objectives", ()))]
    facts = {name: marked(about["name"]) for name, about in lesson.get("facts", {}).items()}
    case = {"workload": form.of("workload").empty} if model else {"values": facts}
    choices = {mode: choice.filled({"guidance": guidance}) for mode in modes}
    deciding = [form.of("facts").named(case.get("workload", facts))]
    given = {"title": title, "choices": choices, "objectives": objectives, "facts": deciding}
    return form.filled(given | case)


def _points(lesson: Any) -> list[Any]:
    """The sections that are nothing but points, those that speak against a mode first."""
    found = [(path[1], data) for path, data in find(lesson, "sections", EACH) if data.get("kind") == "points"]
    return [name for name, data in sorted(found, key=lambda each: each[1].get("sign") != "bad")]


def _first_guidance(lesson: Any) -> dict[str, Any]:
    """Where the guidance of a new mode speaks against it, which is so of most modes for most scenarios."""
    points = _points(lesson)
    return {"section": points[0], "point": 1} if points else {"section": next(iter(lesson["sections"]))}


def _entry(papers: Papers, shape: str, name: str, value: Any) -> Iterator[tuple[str, str]]:
    """An entry at the end of the file of its kind; or a file of its own, where the lesson has several or none."""
    files = of_shape(shape, papers.files)
    if any(name in papers.data(file) for file in files):
        return
    file = f"{shape}.yaml"
    if file in files or not files:
        before = papers.files.get(file) or _first_line(papers, shape)
        yield file, appended(before, written({name: value}))
    else:
        yield f"{shape}/{name}.yaml", _first_line(papers, shape, "../") + written({name: value})


def _failure(papers: Papers, mode: str, name: str, title: str) -> Iterator[tuple[str, str]]:
    """A failure, after the others of its mode."""
    file = f"modes/{mode}.yaml"
    if file not in papers.files:
        raise CannotBeginError("no_mode")
    form = Form(papers.schemas["failures"]).of("", "")
    people = _people([papers.data(file)])
    given = {
        "name": title,
        "participants": [form.of("participants", EACH).filled({"name": each}) for each in people],
        "steps": _steps(form, people, ["request", "reply"]),
    }
    for failures in of_shape("failures", papers.files):
        if mode in papers.data(failures):
            if name not in papers.data(failures)[mode]:
                yield _inserted(papers, failures, (mode,), name, form.filled(given))
            return
    yield from _entry(papers, "failures", mode, {name: form.filled(given)})


def _inserted(papers: Papers, file: str, path: tuple[str, ...], name: str, value: Any) -> tuple[str, str]:
    return file, _below(papers, file, papers.files[file], path, {name: value})


def _below(papers: Papers, file: str, text: str, path: tuple[str, ...], value: Mapping[str, Any]) -> str:
    try:
        return below(text, papers.documents[file], path, written(value))
    except CannotInsertError:
        raise CannotBeginError("braces", file) from None


def _first_line(papers: Papers, shape: str, deeper: str = "") -> str:
    """The line that names the schema: as in a file beside it, or as in lesson.yaml."""
    beside = next(iter(of_shape(shape, papers.files).values()), None)
    start = re.match(r"# yaml-language-server: [^\n]*\n", beside or papers.files["lesson.yaml"])
    line = start[0] if start else ""
    return re.sub(r"=(.*/)[a-z]+\.schema", lambda found: f"={deeper}{found[1]}{shape}.schema", line)
