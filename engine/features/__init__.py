"""The features of a lesson, a folder each, in the order of the navigation."""

from engine.feature import Feature

FEATURES = (
    Feature("explore", keys=("step", "section", "pane", "failure"), shows_modes=True),
    Feature("failures", needs=("failures",), within="explore", keys=("failure", "step"), lazy=True),
    Feature("code", needs=("code",), within="explore", keys=("vendor",), lazy=True),
    Feature("compare", keys=("workload",), shows_modes=True),
    Feature("race", needs=("scenarios", "model"), lazy=True),
    Feature("practice", needs=("scenarios",), lazy=True),
    Feature("workload", needs=("scenarios", "model"), lazy=True),
    Feature("about"),
)


def available(kinds: set[str]) -> tuple[str, ...]:
    """The names of the features that a lesson with these kinds of content files has."""
    return tuple(feature.name for feature in FEATURES if kinds >= set(feature.needs))


def views(available: tuple[str, ...]) -> tuple[str, ...]:
    """The views of a lesson that has these features, in the order of the navigation."""
    return tuple(feature.name for feature in FEATURES if feature.name in available and not feature.within)


def serving(view: str, available: tuple[str, ...]) -> tuple[Feature, ...]:
    """The features that a view shows, of those that a lesson has."""
    return tuple(feature for feature in FEATURES if feature.view == view and feature.name in available)
