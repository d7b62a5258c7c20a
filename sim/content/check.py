"""What the content must be: the schemas say which fields there are, the rules below what refers to what."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sim.content.choices import check_scenarios
from sim.content.document import Document, Path
from sim.content.lookup import EACH, empty, find, named, twice, unknown
from sim.content.problems import Problem
from sim.content.quantities import check_model, check_templates
from sim.content.settings import check_workshop
from sim.content.shape import check_shape

__all__ = ["EACH", "check_references", "check_shape", "find"]


def check_references(documents: Mapping[str, Document], files: Iterable[str]) -> list[Problem]:
    """Every name that refers to nothing and every rule broken between fields; `files` also has the unreadable ones.

    It takes documents of any shape: what the schema has already refused is passed over.
    """
    modes = [name.removeprefix("modes/").removesuffix(".yaml") for name in files if name.startswith("modes/")]
    sources = documents["sources.yaml"].data if "sources.yaml" in documents else None
    lesson = documents["lesson.yaml"].data if "lesson.yaml" in documents else None
    listed = [name for _, name in find(lesson, "modes", EACH)] or modes
    problems: list[Problem] = []
    names: list[Any] = []
    for file, document in documents.items():
        if isinstance(sources, dict):
            problems += unknown(document, _citations(document.data), "source", sources)
        if file.startswith("modes/"):
            problems += _check_sequence(document, document.data)
            for path, measure in find(document.data, "measures", EACH):
                problems += _check_order(document, path, measure)
            problems += twice(document, find(document.data, "name"), names)
        elif file == "lesson.yaml":
            problems += unknown(document, find(document.data, "modes", EACH), "mode", modes)
            problems += twice(document, find(document.data, "modes", EACH), [])
            problems += twice(document, find(document.data, "annotations", EACH), [])
        elif file == "drills.yaml":
            problems += unknown(document, named(document.data, EACH), "mode", listed)
            problems += empty(document, EACH)
            problems += twice(document, named(document.data, EACH, EACH), [])
            for path, of_mode in find(document.data, EACH):
                problems += twice(document, find(of_mode, EACH, "name", at=path), [])
            for path, drill in find(document.data, EACH, EACH):
                problems += _check_sequence(document, drill, path)
        elif file == "scenarios.yaml":
            problems += check_scenarios(document, documents, listed)
        elif file == "templates.yaml":
            problems += check_templates(document)
        elif file == "model.yaml":
            problems += check_model(document, listed)
        elif file == "code.yaml":
            problems += empty(document, "vendors")
            problems += twice(document, find(document.data, "vendors", EACH, "name"), [])
        elif file == "workshop.yaml":
            problems += check_workshop(document)
    return problems


def _check_sequence(document: Document, data: Any, at: Path = ()) -> Iterator[Problem]:
    """A mode, or a drill, which stands `at` a place in its document."""
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


def _unused(defined: Iterable[tuple[Path, Any]], names: list[Any],
            uses: list[tuple[Path, Any]]) -> Iterator[tuple[Path, Any]]:
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
        if step.get("kind") in ("request", "reply", "notification", "data") and "to" not in step:
            yield document.problem(path, f"a {step['kind']} has nobody it goes to",
                                   "Add `to`, or make it work by `kind: work`.")
        if "to" in step and step.get("to") == step.get("from"):
            yield document.problem((*path, "to"), "a message goes to whom it comes from", "Make it `kind: work`.")
        frame = step.get("within")
        if frame != last:
            left_frames.append(last)
        if frame is not None and frame in left_frames:
            yield document.problem((*path, "within"), f"the frame `{frame}` was already left above",
                                   "Put its steps next to each other.")
        last = frame


def _check_order(document: Document, path: Path, measure: Any) -> Iterator[Problem]:
    if not isinstance(measure, dict):
        return
    for less, more in (("median", "p95"), ("p95", "p99")):
        low, high = measure.get(less), measure.get(more)
        if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
            yield document.problem((*path, more), f"`{more}` is less than `{less}`",
                                   "A later percentile is never shorter: correct one of them.")


def _citations(data: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every source that is named anywhere below `sources:`."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if key == "sources" and isinstance(value, list):
            yield from find(value, EACH, at=(*at, key))
        else:
            yield from _citations(value, (*at, key))
