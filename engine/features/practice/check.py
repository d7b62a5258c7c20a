"""What must hold between the fields of scenarios.yaml, and with the modes and the model, so that Practice can ask them.

It takes data of any shape: what the schema has already refused is passed over.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from engine.content.document import Document, Path
from engine.content.lookup import (
    EACH,
    find,
    named,
    twice,
    unknown,
)
from engine.content.problems import Problem
from engine.features.practice.verdict import Verdict


def check_scenarios(document: Document, documents: Mapping[str, Document], listed: list[Any]) -> Iterator[Problem]:
    """The rules of scenarios.yaml; `listed` are the lesson's modes."""
    yield from unknown(document, named(document.data, EACH, "choices", EACH), "mode", listed)
    for path, choices in find(document.data, EACH, "choices"):
        if isinstance(choices, dict):
            yield from _check_conducted(document, path, choices, documents, listed)
            yield from _check_best(document, path, choices)
    for path, choice in find(document.data, EACH, "choices", EACH):
        if isinstance(choice, dict):
            yield from _check_reading(document, path, choice)
            yield from _check_guidance(
                document, (*path, "guidance"), choice.get("guidance"), documents.get(f"modes/{path[-1]}.yaml")
            )
    for pattern in (("objectives",), ("facts",), ("tipping", "facts")):
        for path, facts in find(document.data, EACH, *pattern):
            yield from twice(document, find(facts, EACH, at=path), [])


def _check_conducted(
    document: Document, path: Path, choices: Mapping[str, Any], documents: Mapping[str, Document], listed: list[Any]
) -> Iterator[Problem]:
    """A mode that the model knows has a choice in every scenario, and no other one has, since it could not be shown.

    Names that refer to nothing are reported where they stand; they may be meant for those that seem to be missing.
    """
    model = documents["model.yaml"].data if "model.yaml" in documents else None
    conducts = [name for _, name in named(model, "modes", EACH)]
    if not conducts or any(name not in listed for name in (*conducts, *choices)):
        return
    for mode in conducts:
        if mode not in choices:
            yield document.problem(path, f"there is no choice for the mode `{mode}`", "Write what comes of it.")
    for mode in choices:
        if mode not in conducts:
            yield document.problem(
                (*path, mode),
                f"the mode `{mode}` has no conduct",
                "Describe it in model.yaml, or remove this choice.",
                of_name=True,
            )


def _check_best(document: Document, path: Path, choices: Mapping[str, Any]) -> Iterator[Problem]:
    verdicts = list(find(choices, EACH, "verdict", at=path))
    best = [at for at, verdict in verdicts if verdict == "best"]
    if not best and all(verdict in get_args(Verdict) for _, verdict in verdicts):
        yield document.problem(path, "no choice is best", "Give one of them `verdict: best`.")
    for at in best[1:]:
        yield document.problem(at, "a second choice is best", "Make it `defensible` or `poor`.")


def _check_reading(document: Document, path: Path, choice: Mapping[str, Any]) -> Iterator[Problem]:
    verdict = choice.get("verdict")
    if verdict == "defensible" and "reading" not in choice:
        yield document.problem(
            (*path, "reading"),
            "a defensible choice has no `reading`",
            "Say under which reading of the scenario it is right.",
        )
    if verdict in ("best", "poor") and "reading" in choice:
        yield document.problem(
            (*path, "reading"),
            f"a choice that is {verdict} has a `reading`",
            "Remove it, or make the choice `defensible`.",
        )


def _check_guidance(document: Document, path: Path, guidance: Any, mode: Document | None) -> Iterator[Problem]:
    """The place in the guidance that a choice names is there; one that is nothing but points needs one of them."""
    if not isinstance(guidance, dict) or mode is None:
        return
    sections = {path[-1]: section for path, section in find(mode.data, "sections", EACH)}
    name, point = guidance.get("section"), guidance.get("point")
    yield from unknown(document, [((*path, "section"), name)], "section", sections)
    section = sections.get(str(name))
    if not isinstance(section, dict):
        return
    last = len(list(find(section, "points", EACH)))
    if last and "text" not in section and point is None:
        yield document.problem((*path, "point"), f"`{name}` needs a `point`", "Say which one, from 1.")
    if point is not None and not last:
        yield document.problem((*path, "point"), f"`{name}` has no points", "Remove `point`.")
    if last and isinstance(point, int) and point > last:
        yield document.problem((*path, "point"), f"the mode has no point {point} there", f"Its points are 1 to {last}.")
