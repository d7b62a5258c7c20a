"""The messages that a fact and a feature must have: code asks for them by the name of what was declared."""

from collections.abc import Iterator, Mapping, Sequence

from engine.content.catalogue import flattened
from engine.content.document import Document, Path, read
from engine.content.problems import Problem
from engine.feature import Feature
from engine.features import FEATURES
from simulator.workload import DECLARED, Declared
from tools.content import catalogues
from tools.message_schema import ENGLISH


def unsaid(
    files: Mapping[str, str] | None = None,
    declared: Mapping[str, Declared] = DECLARED,
    features: Sequence[Feature] = FEATURES,
) -> list[Problem]:
    """Every such message that the English catalogue does not have. One that cannot be read, others report."""
    document = read(ENGLISH, (catalogues() if files is None else files)[ENGLISH])
    if not isinstance(document, Document) or not isinstance(document.data, dict):
        return []
    there = flattened(document.data)
    wanted = (*_of_facts(declared), *_of_features(features))
    return [
        document.problem(path, f"`{path[-1]}` is missing", f"Add it: {what}.")
        for path, what in dict(wanted).items()
        if ".".join(map(str, path)) not in there
    ]


def _of_facts(declared: Mapping[str, Declared]) -> Iterator[tuple[Path, str]]:
    """Each message about a fact, with what it says."""
    flips = ("facts", "flips")
    for fact, each in declared.items():
        yield ("facts", "names", fact), f"what the fact `{fact}` is called"
        for choice in each.choices:
            yield ("facts", "choices", choice), f"what it means that `{fact}` is `{choice}`"
            yield (*flips, "choice", choice), f"which {{mode}} is best if `{fact}` is `{choice}`"
        for answer in ("yes", "no") if each.kind == "flag" else ():
            yield (*flips, answer, fact), f"which {{mode}} is best if the answer to `{fact}` is {answer}"
        if each.quantity:
            for way in ("more", "less"):
                yield (*flips, way, fact), f"which {{mode}} is best if `{fact}` is {way} than {{value}}"
            if each.unlimited:
                yield (*flips, "none", fact), f"which {{mode}} is best if there is no `{fact}`"
            if each.quantity.unit != "duration":
                yield ("facts", "units", each.quantity.unit), f"what the number of `{fact}` counts"


def _of_features(features: Sequence[Feature]) -> Iterator[tuple[Path, str]]:
    """Each message about a feature that is a view, with what it says."""
    for feature in features:
        if not feature.within:
            yield ("views", feature.name), f"what the view `{feature.name}` is called"
            if feature.lazy:
                yield ("waiting", feature.name), f"what the view `{feature.name}` is for, to be read until it is there"
