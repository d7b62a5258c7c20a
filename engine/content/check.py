"""What the content must be: the schemas say which fields there are, the rules below what refers to what."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from engine.content.characters import shown
from engine.content.codes import MODE, SCENARIO, code
from engine.content.declared import check_declared, check_sections, check_steps
from engine.content.document import Document, Path
from engine.content.files import (
    SPLIT,
    mode_of,
    of_shape,
    shape_of,
)
from engine.content.lookup import (
    EACH,
    close,
    empty,
    find,
    named,
    step_names,
    twice,
    unknown,
)
from engine.content.problems import Problem
from engine.content.settings import check_settings
from engine.features.practice.check import check_scenarios
from engine.vocabulary import ARROWS
from simulator.check import check_model, check_templates

__all__ = ["EACH", "check_references", "find"]


class Own(NamedTuple):
    """What can be said of a document without any other."""

    problems: list[Problem]
    citations: list[tuple[Path, Any]]
    """Where it names sources."""


def own_of(document: Document) -> Own:
    """The rules between a document's own fields, and the sources that it names."""
    problems: list[Problem] = []
    match shape_of(document.file):
        case "mode":
            problems += _check_sequence(document, document.data)
            for path, measure in find(document.data, "sections", EACH, "measures", EACH):
                problems += _check_order(document, path, measure)
        case "templates":
            problems += check_templates(document)
        case "settings":
            problems += check_settings(document)
        case "code":
            problems += empty(document, "vendors")
            problems += twice(document, find(document.data, "vendors", EACH, "name"), [])
    return Own(problems, list(_citations(document.data)))


def check_references(
    documents: Mapping[str, Document], files: Iterable[str], own: Callable[[Document], Own] = own_of
) -> list[Problem]:
    """Every name that refers to nothing and every rule broken between fields.

    `documents` are those whose fields are all there and of their kinds, `files` the names of all: what refers to a file
    that cannot be read or is not complete yet is not blamed for it. `own` may know what `own_of` said of a document.
    """
    there = [mode for mode in map(mode_of, files) if mode]
    lesson, sources = documents.get("lesson.yaml"), _sources(documents, files)
    listed = [name for _, name in find(lesson.data, "modes", EACH)] if lesson else there
    unlisted = _unlisted(documents, listed, there)
    cases = _cases(documents, files)
    problems: list[Problem] = []
    if lesson:
        problems += _check_lesson(lesson, documents, listed, there, unlisted, cases)
    modes = [*listed, *unlisted]
    names: dict[str, list[Any]] = {}
    for file, document in documents.items():
        shape, (of_its_own, citations) = shape_of(file), own(document)
        problems += of_its_own
        if sources is not None:
            problems += unknown(document, citations, "source", sources)
        if shape in SPLIT:
            problems += empty(document)
            problems += twice(document, named(document.data, EACH), names.setdefault(shape, []))
        match shape:
            case "mode":
                if lesson:
                    problems += check_sections(document, lesson)
                    problems += check_steps(document, document.data, lesson)
                problems += twice(document, find(document.data, "name"), names.setdefault("mode", []))
            case "failures":
                problems += _check_failures(document, lesson, modes)
            case "scenarios":
                problems += check_scenarios(document, documents, modes, "model.yaml" in files)
                problems += _same_code(document, named(document.data, EACH), names.setdefault("codes", []), SCENARIO)
            case "model":
                problems += check_model(document, modes)
                problems += _check_model_names(document, documents, lesson)
            case "settings" if cases:
                for view in ("race", "workload"):
                    problems += unknown(document, find(document.data, view, "start"), "scenario", cases)
    return problems


def _sources(documents: Mapping[str, Document], files: Iterable[str]) -> list[str] | None:
    """The names of all sources; None where some file of them cannot be read or is not complete."""
    sound = of_shape("sources", documents)
    if not sound or any(file not in sound for file in files if shape_of(file) == "sources"):
        return None
    return [name for document in sound.values() for name in document.data]


def _unlisted(documents: Mapping[str, Document], listed: list[Any], there: list[str]) -> dict[str, list[str]]:
    """The modes that have a file and are told of elsewhere, but that the lesson does not list; by name, where."""
    found: dict[str, list[str]] = {}
    for file, document in documents.items():
        pattern = TELLING.get(shape_of(file))
        for _, name in named(document.data, *pattern) if pattern else ():
            if name in there and name not in listed and file not in found.setdefault(name, []):
                found[name].append(file)
    return found


def _cases(documents: Mapping[str, Document], files: Iterable[str]) -> list[str]:
    """The names of all scenarios; none where a file of them cannot be read, since it might have what is missed."""
    scenarios = of_shape("scenarios", dict.fromkeys(files))
    return [name for file in scenarios for name in documents[file].data] if scenarios.keys() <= documents.keys() else []


def _check_lesson(
    document: Document,
    documents: Mapping[str, Document],
    listed: list[Any],
    there: list[str],
    unlisted: Mapping[str, list[str]],
    cases: list[str],
) -> Iterator[Problem]:
    """The modes that are listed have files, and learners can tell them apart."""
    spare = [mode for mode in there if mode not in listed]
    for path, name in find(document.data, "modes", EACH):
        if name not in there:
            meant = close(name, spare)
            yield document.problem(
                path,
                f"there is no file `modes/{shown(name)}.yaml`",
                f"Did you mean `{meant}`?" if meant else "Restore it, or take the name out of this list.",
            )
    for mode, told in unlisted.items():
        yield document.problem(
            ("modes",),
            f"the mode `{mode}` is not listed here, and {', '.join(told)} tell{'s' * (len(told) == 1)} of it",
            "Add it here, or remove it there.",
        )
    yield from twice(document, find(document.data, "modes", EACH), [])
    yield from check_declared(document)
    if cases:
        for place in (("compare", "workloads"), ("hunch",)):
            yield from unknown(document, find(document.data, *place, EACH), "scenario", cases)
            yield from twice(document, find(document.data, *place, EACH), [])
    yield from _same_code(document, find(document.data, "modes", EACH), [], MODE)
    signs: dict[Any, Any] = {}
    for mode in dict.fromkeys(listed):
        told_of = documents.get(f"modes/{mode}.yaml")
        if told_of:
            sign = (told_of.data["colour"], told_of.data["shape"])
            if sign in signs:
                yield told_of.problem(
                    ("shape",),
                    f"the mode `{signs[sign]}` has this colour and this shape too",
                    "Choose another colour or another shape.",
                )
            signs.setdefault(sign, mode)


TELLING = {"model": ("modes", EACH), "failures": (EACH,), "scenarios": (EACH, "choices", EACH)}
"""Where modes are named that the lesson must list, by the kind of file."""


def _check_model_names(
    document: Document, documents: Mapping[str, Document], lesson: Document | None
) -> Iterator[Problem]:
    """The model names steps that its modes have, and a state that the lesson declares."""
    if lesson:
        yield from unknown(document, find(document.data, "paced"), "state", list(lesson.data["states"]))
    for path, name in named(document.data, "modes", EACH):
        steps = step_names(documents.get(f"modes/{name}.yaml"))
        if steps is not None:
            yield from unknown(document, find(document.data, *path, "steps", EACH), "step", steps)


def _same_code(
    document: Document, uses: Iterable[tuple[Path, Any]], seen: list[Any], letters: int
) -> Iterator[Problem]:
    """Names that are stored as the same letters, so that the answers to one would be taken for those to the other."""
    for path, name in uses:
        other = next((each for each in seen if each != name and code(each, letters) == code(name, letters)), None)
        if other is not None:
            yield document.problem(
                path,
                f"answers are stored alike for `{shown(name)}` and `{shown(other)}`",
                "Change the newer name a little.",
                of_name=path in document.names,
            )
        seen.append(name)


def _check_failures(document: Document, lesson: Document | None, modes: list[Any]) -> Iterator[Problem]:
    """The failures of each mode, which an address names together with their mode."""
    yield from unknown(document, named(document.data, EACH), "mode", modes)
    yield from empty(document, EACH)
    for path, of_mode in find(document.data, EACH):
        yield from twice(document, find(of_mode, EACH, "name", at=path), [])
    for path, failure in find(document.data, EACH, EACH):
        yield from _check_sequence(document, failure, path)
        if lesson:
            yield from check_steps(document, failure, lesson, path)


def _check_sequence(document: Document, data: Any, at: Path = ()) -> Iterator[Problem]:
    """A mode, or a failure, which stands `at` a place in its document."""
    participants = [name for _, name in find(data, "participants", EACH, "name")]
    frames = [path[-1] for path, _ in find(data, "frames", EACH)]
    within = list(find(data, "steps", EACH, "within", at=at))
    ends = [*find(data, "steps", EACH, "from", at=at), *find(data, "steps", EACH, "to", at=at)]
    if participants:
        uses = [*ends, *named(data, "steps", EACH, "states", EACH, at=at)]
        yield from unknown(document, uses, "participant", participants)
    yield from twice(document, find(data, "participants", EACH, "name", at=at), [])
    for path, name in _unused(find(data, "participants", EACH, "name", at=at), participants, ends):
        yield document.problem(path, f"no step is from or to `{name}`", "Let it take part or remove it.")
    yield from unknown(document, within, "frame", frames)
    for path, name in _unused(named(data, "frames", EACH, at=at), frames, within):
        yield document.problem(path, f"no step is within the frame `{name}`", "Use it or remove it.", of_name=True)
    yield from _check_steps(document, data, at)


def _unused(
    defined: Iterable[tuple[Path, Any]], names: list[Any], uses: list[tuple[Path, Any]]
) -> Iterator[tuple[Path, Any]]:
    """What is defined and never used; nothing while a use is misspelt, which may be meant for it."""
    used = [name for _, name in uses]
    if used and all(name in names for name in used):
        yield from ((path, name) for path, name in defined if name not in used)


def _check_steps(document: Document, data: Any, at: Path) -> Iterator[Problem]:
    yield from twice(document, find(data, "steps", EACH, "id", at=at), [])
    left_frames: list[Any] = []
    last = None
    for path, step in find(data, "steps", EACH, at=at):
        if not isinstance(step, dict):
            continue
        if step.get("kind") == "work" and "to" in step:
            yield document.problem((*path, "to"), "work has nobody it goes to", "Remove `to`, or change the kind.")
        if step.get("kind") in ARROWS and "to" not in step:
            yield document.problem(
                path, f"a {step['kind']} has nobody it goes to", "Add `to`, or make it work by `kind: work`."
            )
        if "to" in step and step.get("to") == step.get("from"):
            yield document.problem((*path, "to"), "a message goes to whom it comes from", "Make it `kind: work`.")
        frame = step.get("within")
        if frame != last:
            left_frames.append(last)
        if frame is not None and frame in left_frames:
            yield document.problem(
                (*path, "within"), f"the frame `{frame}` was already left above", "Put its steps next to each other."
            )
        last = frame


def _check_order(document: Document, path: Path, measure: Any) -> Iterator[Problem]:
    if not isinstance(measure, dict):
        return
    for less, more in (("median", "p95"), ("p95", "p99")):
        low, high = measure.get(less), measure.get(more)
        if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
            yield document.problem(
                (*path, more),
                f"`{more}` is less than `{less}`",
                "A later percentile is never shorter: correct one of them.",
            )


def _citations(data: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every source that is named anywhere below `sources:`."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if key == "sources" and isinstance(value, list):
            yield from find(value, EACH, at=(*at, key))
        else:
            yield from _citations(value, (*at, key))
