"""What must hold between the fields of scenarios.yaml, and with the lesson, its modes and the model.

It takes data of any shape: what the schema has already refused is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from engine.content.document import Document, Path
from engine.content.lookup import EACH, find, named, twice, unknown
from engine.content.problems import Problem
from engine.features.practice.subject import Verdict
from simulator.workload import FACTS


def check_scenarios(
    document: Document, documents: Mapping[str, Document], listed: list[Any], has_model: bool
) -> Iterator[Problem]:
    """The rules of scenarios.yaml; `listed` are the lesson's modes."""
    lesson = documents.get("lesson.yaml")
    yield from unknown(document, named(document.data, EACH, "choices", EACH), "mode", listed)
    for path, choices in find(document.data, EACH, "choices"):
        if isinstance(choices, dict):
            yield from _check_modes(document, path, choices, _modelled(documents) if has_model else listed, listed)
            yield from _check_best(document, path, choices)
    for path, choice in find(document.data, EACH, "choices", EACH):
        if isinstance(choice, dict):
            yield from _check_reading(document, path, choice)
            mode = documents.get(f"modes/{path[-1]}.yaml")
            yield from _check_guidance(document, (*path, "guidance"), choice.get("guidance"), mode)
    for pattern in (("objectives",), ("facts",), ("cards",), ("tipping", "facts")):
        for path, names in find(document.data, EACH, *pattern):
            yield from twice(document, find(names, EACH, at=path), [])
    if lesson:
        objectives = [name for _, name in named(lesson.data, "objectives", EACH)]
        yield from unknown(document, find(document.data, EACH, "objectives", EACH), "objective", objectives)
        facts = [*FACTS] if has_model else [name for _, name in named(lesson.data, "facts", EACH)]
        yield from _check_facts(document, facts)
        yield from _check_cards(document)
        yield from _check_questions(document, listed)
        for path, scenario in find(document.data, EACH):
            if isinstance(scenario, dict):
                yield from (
                    _check_modelled(document, path, scenario)
                    if has_model
                    else _check_authored(document, path, scenario, facts, listed)
                )


def _modelled(documents: Mapping[str, Document]) -> list[Any]:
    """The modes that the model knows; none while it cannot be read."""
    model = documents.get("model.yaml")
    return [name for _, name in named(model and model.data, "modes", EACH)]


def _check_facts(document: Document, facts: list[Any]) -> Iterator[Problem]:
    """Every fact that a scenario names is one."""
    for uses in (
        find(document.data, EACH, "facts", EACH),
        find(document.data, EACH, "cards", EACH),
        find(document.data, EACH, "tipping", "facts", EACH),
        named(document.data, EACH, "values", EACH),
        named(document.data, EACH, "steady", EACH),
        named(document.data, EACH, "tipping", "flips", EACH),
        named(document.data, EACH, "questions", EACH),
    ):
        yield from unknown(document, uses, "fact", facts)


def _check_cards(document: Document) -> Iterator[Problem]:
    """The facts that a learner begins with hold those that decide."""
    for path, cards in find(document.data, EACH, "cards"):
        for at, fact in find(document.data, path[-2], "facts", EACH):
            if isinstance(cards, list) and fact not in cards:
                yield document.problem(
                    at, f"`{fact}` decides, and is not among the `cards`", "Add it to them, or leave `cards` out."
                )


FEWEST_QUESTIONS, MOST_QUESTIONS = 3, 8


def _check_questions(document: Document, listed: list[Any]) -> Iterator[Problem]:
    """A case to argue has a few questions, those among them that decide or tip it, and modes that they speak for."""
    yield from unknown(document, find(document.data, EACH, "questions", EACH, "speaks_for", EACH), "mode", listed)
    for path, modes in find(document.data, EACH, "questions", EACH, "speaks_for"):
        yield from twice(document, find(modes, EACH, at=path), [])
    for path, questions in find(document.data, EACH, "questions"):
        if not isinstance(questions, dict):
            continue
        if not FEWEST_QUESTIONS <= len(questions) <= MOST_QUESTIONS:
            yield document.problem(
                path,
                f"there {'is' if len(questions) == 1 else 'are'} {len(questions)} of the `questions`",
                f"Ask {FEWEST_QUESTIONS} to {MOST_QUESTIONS}.",
                of_name=True,
            )
        scenario = document.data[path[0]]
        if "tipping" not in scenario:
            yield document.problem(
                path, "there are `questions`, and no `tipping`", "Say what tips the decision.", of_name=True
            )
        if "cards" in scenario:
            yield document.problem(
                (path[0], "cards"), "the `questions` stand in the place of `cards`", "Remove it.", of_name=True
            )
        for pattern in (("facts",), ("tipping", "facts")):
            for at, fact in find(document.data, path[0], *pattern, EACH):
                if fact not in questions:
                    yield document.problem(
                        at, f"no question asks for `{fact}`", "Add it to `questions`, or remove it here."
                    )


def _check_modelled(document: Document, path: Path, scenario: Mapping[str, Any]) -> Iterator[Problem]:
    """In a lesson with a model, a scenario has a workload, and the model finds what flips it."""
    if "workload" not in scenario:
        yield document.problem(path, "there is no `workload`", "Describe the situation in numbers, for the model.")
    if "values" in scenario:
        yield document.problem(
            (*path, "values"), "the model's lesson has no `values`", "Say it in `workload`.", of_name=True
        )
    for at, _ in find(scenario, "tipping", "flips", at=path):
        yield document.problem(at, "the model finds what flips a decision", "Remove `flips`.", of_name=True)


def _check_authored(
    document: Document, path: Path, scenario: Mapping[str, Any], facts: list[Any], listed: list[Any]
) -> Iterator[Problem]:
    """In a lesson without a model, a scenario has a value for each fact, and its author says what flips it."""
    for name in ("workload", "differs", "predict"):
        if name in scenario:
            yield document.problem(
                (*path, name), f"`{name}` is for a lesson with a model.yaml", "Remove it.", of_name=True
            )
    values = scenario.get("values")
    if values is None:
        yield document.problem(path, "there are no `values`", "Give each fact of lesson.yaml a value.")
    elif isinstance(values, dict) and all(name in facts for name in values):
        for fact in facts:
            if fact not in values:
                yield document.problem((*path, "values"), f"the fact `{fact}` has no value", "Add it.")
    yield from unknown(document, find(scenario, "tipping", "flips", EACH, "mode", at=path), "mode", listed)
    best = [at[-2] for at, verdict in find(scenario, "choices", EACH, "verdict") if verdict == "best"]
    for at, mode in find(scenario, "tipping", "flips", EACH, "mode", at=path):
        if mode in best:
            yield document.problem(at, f"`{mode}` is best already", "Name the mode that is best instead.")
    flipping = [name for _, name in named(scenario, "tipping", "flips", EACH)]
    for at, fact in find(scenario, "tipping", "facts", EACH, at=path):
        if fact in facts and fact not in flipping:
            yield document.problem(
                at, f"nothing says which value of `{fact}` flips the decision", "Add it to `flips`, or remove it here."
            )


def _check_modes(
    document: Document, path: Path, choices: Mapping[str, Any], wanted: list[Any], listed: list[Any]
) -> Iterator[Problem]:
    """Each of the `wanted` modes, which can be recommended, has a choice in every scenario, and no other one has.

    With a model those are the modes that it knows, without one all. Names that refer to nothing are reported where they
    stand; they may be meant for those that seem to be missing.
    """
    if not wanted or any(name not in listed for name in (*wanted, *choices)):
        return
    for mode in wanted:
        if mode not in choices:
            yield document.problem(path, f"there is no choice for the mode `{mode}`", "Write what comes of it.")
    for mode in choices:
        if mode not in wanted:
            yield document.problem(
                (*path, mode),
                f"the model does not know the mode `{mode}`",
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
    """The place in the guidance that a choice names is there; where a section is nothing but points, it names one."""
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
